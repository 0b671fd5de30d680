"""Parts of a reply as calls of the Official Account API: text with up to five buttons, pictures, files, templates."""

from __future__ import annotations

from typing import Any

import structlog

from bot.channels.failures import Gone, Limited, NotTaken, Refused, Unauthorized
from bot.channels.rendering import Part
from bot.channels.zalo_oa.api import Api, Closed
from bot.channels.zalo_oa.reading import PAYLOAD_MARK
from bot.characters import file_name, one_line, shortened
from handlers.messages import Document, Picture
from handlers.wording import rendering as words

log = structlog.get_logger(__name__)

FILE_LIMIT = 90.0
"""Seconds for a call with a file."""
MAX_PICTURE, MAX_FILE = 1024 * 1024, 5 * 1024 * 1024
FILE_KINDS = ("pdf", "doc", "docx", "csv")
TEMPLATE_TEXT = 300
"""Characters of what a template says; the account's own limit is set when the template is approved."""
_CS, _TEMPLATE = "/v3.0/oa/message/cs", "/v3.0/oa/message/template"


def can_upload(block: Picture | Document) -> bool:
    """Whether the service takes this as a file; else it goes as an address."""
    if isinstance(block, Picture):
        return len(block.png) <= MAX_PICTURE
    return block.name.rpartition(".")[2].lower() in FILE_KINDS and len(block.content) <= MAX_FILE


async def post(api: Api, person: str, part: Part) -> str:
    """Sends one part; the message's id. Raises bot.channels.failures.Failure."""
    if isinstance(part.media, Picture):
        return await _send(api, person, await _picture(api, part, part.media))
    if isinstance(part.media, Document):
        uploaded = await _upload(api, "file", file_name(part.media.name), part.media.content)
        return await _send(api, person, {"attachment": {"type": "file", "payload": {"token": uploaded}}})
    if not part.buttons:
        return await _send(api, person, {"text": part.plain})
    try:
        return await _send(api, person, {"text": part.plain, "attachment": _buttons(part)})
    except (Gone, Closed):
        raise
    except Refused as error:
        # What a button's title may hold is not published: the choices can be typed as well.
        log.warning("buttons refused", action="send", said=error.description)
        return await _send(api, person, {"text": f"{part.plain}\n\n{_as_menu(part)}"})


async def post_template(api: Api, person: str, template: str, field: str, parts: list[Part]) -> str:
    """Tells by an approved template what the message is about: the only thing that reaches a person who has not written
    for seven days. Raises bot.channels.failures.Failure."""
    said = shortened(one_line(next((part.plain for part in parts if part.plain), "")), TEMPLATE_TEXT)
    body = {"user_id": person, "template_id": template, "template_data": {field: said}}
    return _id(await api.call("POST", _TEMPLATE, json=body))


async def _send(api: Api, person: str, message: dict[str, Any]) -> str:
    return _id(await api.call("POST", _CS, json={"recipient": {"user_id": person}, "message": message}))


async def _picture(api: Api, part: Part, picture: Picture) -> dict[str, Any]:
    if picture.url:
        element = {"media_type": "image", "url": picture.url}
    else:
        element = {"media_type": "image", "attachment_id": await _upload(api, "image", "hinh.png", picture.png)}
    attachment = {"type": "template", "payload": {"template_type": "media", "elements": [element]}}
    return {"attachment": attachment} | ({"text": part.plain} if part.plain else {})


async def _upload(api: Api, kind: str, name: str, content: bytes) -> str:
    try:
        data = await api.call("POST", f"/v2.0/oa/upload/{kind}", files={"file": (name, content)}, limit=FILE_LIMIT)
    except (Refused, Limited, NotTaken, Unauthorized):
        raise
    except Exception as error:
        # Nothing has gone to the person yet: whatever became of the upload, it can be made again.
        raise NotTaken(f"upload: {error}") from None
    return str(data.get("attachment_id") or data.get("token") or "")


def _buttons(part: Part) -> dict[str, Any]:
    buttons = [
        {"title": button.label, "type": "oa.query.hide", "payload": PAYLOAD_MARK + button.token}
        for row in part.buttons
        for button in row
    ]
    return {"type": "template", "payload": {"buttons": buttons}}


def _as_menu(part: Part) -> str:
    labels = [button.label for row in part.buttons for button in row]
    return "\n".join([*(f"{n}. {label}" for n, label in enumerate(labels, 1)), words.MENU_HINT])


def _id(data: dict[str, Any]) -> str:
    return str(data.get("message_id") or "")
