"""The parameters of a call, however they came: query, form, multipart or JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from tests.support.telegram_fake.errors import bad


@dataclass
class Upload:
    """A file in a multipart call."""

    name: str
    content: bytes


@dataclass
class Parameters:
    """Values by name (text, or JSON values when the call was JSON), and files."""

    values: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A text; a lone number is taken as its digits."""
        value = self.values.get(name, default)
        return value if isinstance(value, str) else str(value)

    def number(self, name: str, default: int = 0) -> int:
        """A whole number."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            raise bad(f"{name} must be an integer") from None

    def object(self, name: str) -> Any:
        """A JSON value, given as text in forms."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name} JSON object") from None

    def chat(self) -> int:
        """The chat_id."""
        if "chat_id" not in self.values or self.values["chat_id"] in ("", None):
            raise bad("chat_id is empty")
        try:
            return int(self.values["chat_id"])
        except ValueError:
            raise bad("chat not found") from None

    def file(self, name: str) -> Upload | None:
        """The file that a field carries or refers to by attach://…; None when the field names a file_id."""
        if name in self.files:
            return self.files[name]
        value = self.text(name)
        if value.startswith("attach://"):
            found = self.files.get(value.removeprefix("attach://"))
            if found is None:
                raise bad("wrong file identifier/HTTP URL specified")
            return found
        return None


async def parameters(request: web.Request) -> Parameters:
    """Reads the call."""
    values: dict[str, Any] = dict(request.query)
    files: dict[str, Upload] = {}
    if request.content_type == "application/json":
        try:
            body = await request.json()
        except ValueError:
            raise bad("can't parse JSON object") from None
        values |= {key: value for key, value in body.items() if value is not None}
    elif request.can_read_body:
        for key, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[key] = Upload(value.filename, value.file.read())
            else:
                values[key] = value
    return Parameters(values, files)
