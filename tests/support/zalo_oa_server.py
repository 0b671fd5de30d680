"""An Official Account server for tests: tokens, messages within their windows, uploads, signed webhooks.

    async with ZaloOaServer() as server:
        lan = server.person("Lan")
        lan.say("xin chào")
        await lan.wait_for("Đôn Đốc")

Where the sources contradict each other, `claims` says how it behaves.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import itertools
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

import aiohttp
from aiohttp import web

from tests.support.bell import Bell
from tests.support.loopback import Loopback
from tests.support.telegram_fake.faults import HTML_PAGE, Faults

APP, SECRET, HOOK_KEY, ACCOUNT = "3456789", "app-secret-of-tests", "hook-secret-of-tests", "579745863508352884"
FIRST_REFRESH = "refresh-0-of-tests"
DAY = 86400.0
MAX_TEXT = 2000


@dataclass(frozen=True)
class OaClaims:
    """How the service behaves where the sources contradict each other; the defaults are what is documented."""

    signed_id: Literal["app", "account"] = "app"
    signed_time: Literal["body", "header"] = "body"
    signed_key: Literal["webhook", "app"] = "webhook"
    dead_code: int = -14014
    expired_code: int = -216
    window_code: int = -230


DOCUMENTED = OaClaims()
OTHERWISE = OaClaims("account", "header", "app", dead_code=-118, expired_code=-220, window_code=-232)


class OaError(Exception):
    """`{"error": code, "message": …}` under HTTP 200."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass
class Post:
    """A message of the account. `buttons`: (title, payload); `at`: a number that grows with everything that happens;
    `kind`: text, image, file or template."""

    id: str
    person: str
    text: str
    at: int
    kind: str = "text"
    buttons: list[tuple[str, str]] = field(default_factory=list)
    content: Any = None

    @property
    def labels(self) -> list[str]:
        """The titles of its buttons, and the lines of its numbered menu."""
        typed = [line.partition(". ")[2] for line in self.text.split("\n") if line.partition(". ")[0].isdecimal()]
        return [title for title, _ in self.buttons] + typed


@dataclass
class OaPerson:
    """Somebody who writes to the account."""

    server: ZaloOaServer
    id: str
    name: str
    acted: int = 0

    def say(self, text: str) -> dict[str, Any]:
        """Types a message."""
        return self.send("text", {"text": text})

    def press(self, label: str) -> dict[str, Any]:
        """Presses the button with these words in its title: its payload comes as a text."""
        for post in reversed(self.screen):
            for title, payload in post.buttons:
                if label.casefold() in title.casefold():
                    return self.send("text", {"text": payload})
        raise AssertionError(f"no button “{label}”: {[p.labels for p in self.screen[-2:]]}")

    def choose(self, label: str) -> dict[str, Any]:
        """Presses the button, or types the number of the line, that has these words."""
        for post in reversed(self.screen):
            if any(label.casefold() in title.casefold() for title, _ in post.buttons):
                return self.press(label)
            for line in post.text.split("\n"):
                number, _, words = line.partition(". ")
                of_line, _, labels = line.partition(": ")
                typed = label.replace(". ", " ", 1)
                if any(f"{of_line} {one}" == typed for one in labels.split(" · ")):
                    return self.say(typed.lower())
                if number.isdecimal() and label.casefold() in words.casefold():
                    return self.say(number)
        raise AssertionError(f"no choice “{label}”: {[p.text for p in self.screen[-2:]]}")

    def photo(self, address: str = "https://f9-zpc.zdn.vn/jpg/1.jpg") -> dict[str, Any]:
        """Sends a picture."""
        return self.send("image", {"attachments": [{"type": "image", "payload": {"url": address}}]})

    def file(self, name: str, size: int = 1234) -> dict[str, Any]:
        """Sends a file."""
        payload = {"url": "https://f9-zpc.zdn.vn/f", "name": name, "size": str(size)}
        return self.send("file", {"attachments": [{"type": "file", "payload": payload}]})

    def sticker(self) -> dict[str, Any]:
        """Sends a sticker."""
        return self.send("sticker", {"attachments": [{"type": "sticker", "payload": {"id": "1"}}]})

    def follow(self, *, leaves: bool = False) -> None:
        """Follows the account, or leaves it."""
        self.acted = self.server.bell.ring()
        if not leaves:
            self.server.seen[self.id] = self.server.now()
        (self.server.left.add if leaves else self.server.left.discard)(self.id)
        event = "unfollow" if leaves else "follow"
        self.server.tell({"event_name": event, "oa_id": ACCOUNT, "follower": {"id": self.id}})

    def send(self, kind: str, message: dict[str, Any]) -> dict[str, Any]:
        """Sends a message of any kind."""
        self.acted = self.server.bell.ring()
        self.server.seen[self.id] = self.server.now()
        body = {"msg_id": f"m{next(self.server.ids)}", **message}
        return self.server.tell(
            {
                "event_name": f"user_send_{kind}",
                "sender": {"id": self.id},
                "recipient": {"id": ACCOUNT},
                "user_id_by_app": f"by-app-{self.id}",
                "message": body,
            }
        )

    @property
    def screen(self) -> list[Post]:
        """The account's messages to this person."""
        return [post for post in self.server.posts if post.person == self.id]

    async def wait_for(self, what: str | Callable[[Post], Any], seconds: float = 5.0, *, ever: bool = False) -> Post:
        """The message that has these words, come since the person last did something, or (`ever`) at any time."""
        wanted = what if callable(what) else lambda post: what in post.text

        def found() -> Post | None:
            return next((p for p in self.screen if (ever or p.at > self.acted) and wanted(p)), None)

        try:
            post: Post = await self.server.bell.until(found, seconds)
        except TimeoutError:
            shown = "\n---\n".join(p.text for p in self.screen[-4:])
            raise AssertionError(f"waited {seconds} s for {what!r}; on the screen:\n{shown}") from None
        return post


class ZaloOaServer(Loopback):
    """One account and its token service, on the loopback. `later` seconds are added to its clock. `templates`: those
    that are approved; `billed`: messages beyond 48 hours; `slow`: webhook calls that took more than two seconds;
    `next_error`: answers the next message with this code; `callback`, `challenge`: what is registered for the app."""

    body_limit = 20 * 1024 * 1024

    def __init__(self, claims: OaClaims = DOCUMENTED, port: int = 0) -> None:
        super().__init__(port)
        self.claims = claims
        self.bell = Bell()
        self.faults = Faults()
        self.later = 0.0
        self.ids = itertools.count(1)
        self.access, self.access_ends = "", 0.0
        self.refresh = FIRST_REFRESH
        self.refreshed = 0
        self.burnt: list[str] = []
        self.callback, self.challenge = "https://so.example", ""
        self.code, self.code_ends = "", 0.0
        self.posts: list[Post] = []
        self.seen: dict[str, float] = {}
        self.left: set[str] = set()
        self.uploads: dict[str, tuple[str, bytes]] = {}
        self.templates = {"tmpl-1"}
        self.billed = 0
        self.buttons_taken = True
        self.next_error: int | None = None
        self.calls: list[tuple[str, Any]] = []
        self.refusals: list[int] = []
        self.hook = ""
        self.retries: tuple[float, ...] = (0.1, 0.3, 1.0, 2.0, 4.0)
        self.statuses: list[int] = []
        self.slow: list[float] = []
        self.given_up: list[dict[str, Any]] = []
        self.forge = False
        self._people: dict[str, OaPerson] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def environment(self) -> dict[str, str]:
        """Settings of a program that speaks for the account, without their prefix."""
        return {
            "ZALO_OA_APP_ID": APP,
            "ZALO_OA_APP_SECRET": SECRET,
            "ZALO_OA_SECRET_KEY": HOOK_KEY,
            "ZALO_OA_REFRESH_TOKEN": FIRST_REFRESH,
            "ZALO_OA_API_BASE": self.url,
            "ZALO_OA_OAUTH_BASE": self.url,
        }

    def now(self) -> float:
        """The moment, in seconds."""
        return time.time() + self.later

    def routes(self, app: web.Application) -> None:
        """Everything is answered in one place, as errors are."""
        app.router.add_route("*", "/{path:.*}", self._answer)

    async def stop(self) -> None:
        """Closes every connection; what was on its way to the webhook is lost."""
        for task in self._tasks:
            task.cancel()
        await super().stop()

    def person(self, name: str) -> OaPerson:
        """The person of this name, made when new."""
        id = str(10**18 + int(hashlib.sha256(name.encode()).hexdigest()[:12], 16))
        return self._people.setdefault(name, OaPerson(self, id, name))

    # ---- webhook ----------------------------------------------------------------------------------------------------

    def tell(self, event: dict[str, Any]) -> dict[str, Any]:
        """Brings an event to the webhook, again and again until it is taken."""
        event = {"app_id": APP, **event, "timestamp": str(int(self.now() * 1000))}
        if self.hook:
            task = asyncio.create_task(self._bring(event))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)
        return event

    def signed(self, event: dict[str, Any]) -> tuple[bytes, dict[str, str]]:
        """The raw body of a call, and its headers."""
        body = json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode()
        stamp = str(event["timestamp"]) if self.claims.signed_time == "body" else str(int(self.now() * 1000) + 7)
        id = APP if self.claims.signed_id == "app" else ACCOUNT
        key = HOOK_KEY if self.claims.signed_key == "webhook" else SECRET
        mac = hashlib.sha256(id.encode() + body + stamp.encode() + (b"x" if self.forge else key.encode())).hexdigest()
        headers = {"Content-Type": "application/json", "X-ZEvent-Signature": f"mac={mac}"}
        return body, headers | ({"X-ZEvent-Timestamp": stamp} if self.claims.signed_time == "header" else {})

    async def call_hook(self, event: dict[str, Any], num_retry: int = 0) -> int:
        """Makes one call; its status, 0 for none."""
        body, headers = self.signed(event)
        if num_retry:
            headers["num_retry"] = str(num_retry)
        begun = time.monotonic()
        try:
            timeout = aiohttp.ClientTimeout(total=10)
            async with (
                aiohttp.ClientSession(timeout=timeout) as session,
                session.post(self.hook, data=body, headers=headers) as answer,
            ):
                status = answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            status = 0
        if time.monotonic() - begun > 2:
            self.slow.append(time.monotonic() - begun)
        self.statuses.append(status)
        self.bell.ring()
        return status

    async def _bring(self, event: dict[str, Any]) -> None:
        for number, pause in enumerate((*self.retries, None)):
            if await self.call_hook(event, number) == 200:
                return
            if pause is not None:
                await asyncio.sleep(pause)
        self.given_up.append(event)
        self.bell.ring()

    # ---- answering --------------------------------------------------------------------------------------------------

    async def _answer(self, request: web.Request) -> web.Response:
        path = "/" + request.match_info["path"]
        fault = self.faults.next(path)
        if fault is not None and fault.kind == "page":
            return web.Response(status=fault.status, text=HTML_PAGE.format(status=fault.status))
        if fault is not None and fault.kind == "reset before" and request.transport:
            request.transport.abort()
        try:
            if path == "/v4/oa/access_token":
                answer = await self._token(request)
            else:
                data = await self._do(request, path)
                answer = {"error": 0, "message": "Success"} | ({"data": data} if data else {})
        except OaError as error:
            self.refusals.append(error.code)
            answer = {"error": error.code, "message": error.message}
        if fault is not None and fault.kind == "reset after" and request.transport:
            request.transport.abort()
        self.bell.ring()
        return web.json_response(answer)

    async def _token(self, request: web.Request) -> dict[str, Any]:
        form = await request.post()
        await asyncio.sleep(0.02)  # long enough for a second refresher to be caught
        if request.headers.get("secret_key") != SECRET or form.get("app_id") != APP:
            raise OaError(-14004, "Invalid app")
        if form.get("grant_type") == "authorization_code":
            self._take_code(str(form.get("code", "")), str(form.get("code_verifier", "")))
        else:
            given = str(form.get("refresh_token", ""))
            if form.get("grant_type") != "refresh_token" or given != self.refresh:
                self.burnt.append(given)
                raise OaError(self.claims.dead_code, "Invalid refresh token")
        self.refreshed += 1
        self.refresh = f"refresh-{self.refreshed}-of-tests"
        self.access = f"access-{self.refreshed}-of-tests"
        self.access_ends = self.now() + 90000
        return {"access_token": self.access, "refresh_token": self.refresh, "expires_in": "90000"}

    def consent(self, address: str) -> str:
        """The account's administrator opens the address and allows it: the address of the page that comes then."""
        asked = dict(parse_qsl(urlsplit(address).query))
        assert urlsplit(address).path == "/v4/oa/permission"
        registered = (asked["app_id"], asked["redirect_uri"], asked.get("code_challenge", ""))
        assert registered == (APP, self.callback, self.challenge), "-14003: not what the console has"
        self.code = f"code-{next(self.ids)}-of-tests"
        self.code_ends = self.now() + 600
        return f"{self.callback}?{urlencode({'code': self.code, 'oa_id': ACCOUNT, 'state': asked['state']})}"

    def _take_code(self, code: str, verifier: str) -> None:
        fits = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        if not code or code != self.code or self.now() > self.code_ends:
            raise OaError(-14019, "Invalid authorization code")
        if self.challenge and fits != self.challenge:
            raise OaError(-14020, "Invalid code verifier")
        self.code = ""

    async def _do(self, request: web.Request, path: str) -> dict[str, Any]:
        given = request.headers.get("access_token", "")
        if not given or given != self.access:
            raise OaError(-216, "Access token is invalid")
        if self.now() > self.access_ends:
            raise OaError(self.claims.expired_code, "Access token is expired")
        match (request.method, path):
            case ("GET", "/v2.0/oa/getoa"):
                return {"oa_id": ACCOUNT, "name": "Sở mẫu", "is_verified": True}
            case ("POST", "/v2.0/oa/upload/image" | "/v2.0/oa/upload/file"):
                return await self._upload(request, path.rpartition("/")[2])
            case ("POST", "/v3.0/oa/message/cs"):
                return self._message(await _json(request))
            case ("POST", "/v3.0/oa/message/template"):
                return self._template(await _json(request))
            case ("POST", "/v2.0/oa/message"):
                raise OaError(-240, "MessageV2 API has been shut down")
        raise OaError(-201, "path is invalid")

    async def _upload(self, request: web.Request, kind: str) -> dict[str, Any]:
        if not request.content_type.startswith("multipart/"):
            raise OaError(-201, "file is invalid")
        uploaded = (await request.post()).get("file")
        if not isinstance(uploaded, web.FileField):
            raise OaError(-201, "file is invalid")
        content = uploaded.file.read()
        limit, kinds = (
            (2**20, ("png", "jpg", "jpeg")) if kind == "image" else (5 * 2**20, ("pdf", "doc", "docx", "csv"))
        )
        if len(content) > limit:
            raise OaError(-210, "file is too large")
        if uploaded.filename.rpartition(".")[2].lower() not in kinds:
            raise OaError(-201, "file type is not supported")
        id = f"{kind}-{next(self.ids)}"
        self.uploads[id] = (uploaded.filename, content)
        return {"attachment_id" if kind == "image" else "token": id}

    def _may_write(self, person: str) -> None:
        if self.next_error is not None:
            code, self.next_error = self.next_error, None
            raise OaError(code, "as the test wants")
        if person in self.left:
            raise OaError(-213, "User has not followed OA")
        age = self.now() - self.seen.get(person, 0.0)
        if age > 7 * DAY:
            raise OaError(self.claims.window_code, "User has not interacted with the OA in the past 7 days")
        self.billed += age > 2 * DAY

    def _message(self, body: dict[str, Any]) -> dict[str, Any]:
        self.calls.append(("message", body))
        person = str(body.get("recipient", {}).get("user_id", ""))
        message = body.get("message", {})
        text, attachment = str(message.get("text", "")), message.get("attachment")
        if len(text.encode("utf-16-le")) // 2 > MAX_TEXT:
            raise OaError(-210, "text is too long")
        if not text.strip() and not attachment:
            raise OaError(-201, "text is empty")
        self._may_write(person)
        kind, buttons, content = self._attachment(attachment)
        return self._put(Post("", person, text, 0, kind, buttons, content))

    def _attachment(self, attachment: dict[str, Any] | None) -> tuple[str, list[tuple[str, str]], Any]:
        if attachment is None:
            return "text", [], None
        payload = attachment.get("payload", {})
        if attachment.get("type") == "file":
            if payload.get("token") not in self.uploads:
                raise OaError(-100, "attachment is invalid")
            return "file", [], self.uploads[payload["token"]]
        if payload.get("template_type") == "media":
            (element,) = payload["elements"]
            if element.get("url"):
                return "image", [], element["url"]
            if element.get("attachment_id") not in self.uploads:
                raise OaError(-100, "attachment is invalid")
            return "image", [], self.uploads[element["attachment_id"]]
        buttons = payload.get("buttons") or []
        if not self.buttons_taken or not 1 <= len(buttons) <= 5:
            raise OaError(-201, "buttons is invalid")
        for button in buttons:
            if button.get("type") != "oa.query.hide" or not button.get("title") or len(button["payload"]) > 1000:
                raise OaError(-201, "button is invalid")
        return "text", [(button["title"], button["payload"]) for button in buttons], None

    def _template(self, body: dict[str, Any]) -> dict[str, Any]:
        self.calls.append(("template", body))
        if body.get("template_id") not in self.templates:
            raise OaError(-131, "template is not approved")
        person = str(body.get("user_id", ""))
        if person in self.left:
            raise OaError(-114, "user cannot receive")
        data = body.get("template_data")
        if not isinstance(data, dict) or not all(isinstance(value, str) and value for value in data.values()):
            raise OaError(-1121, "template_data is invalid")
        return self._put(Post("", person, " ".join(data.values()), 0, "template", [], data))

    def _put(self, post: Post) -> dict[str, Any]:
        post.id, post.at = f"sent-{next(self.ids)}", self.bell.ring()
        self.posts.append(post)
        # The account's own messages come back as events, and so do receipts.
        echo = {"sender": {"id": ACCOUNT}, "recipient": {"id": post.person}}
        self.tell({"event_name": "oa_send_text", **echo, "message": {"text": post.text, "msg_id": post.id}})
        receipt = {"sender": {"id": post.person}, "recipient": {"id": ACCOUNT}, "message": {"msg_id": post.id}}
        self.tell({"event_name": "user_received_message", **receipt})
        self.bell.ring()
        return {"message_id": post.id, "user_id": post.person, "sent_time": str(int(self.now() * 1000))}


async def _json(request: web.Request) -> dict[str, Any]:
    with contextlib.suppress(ValueError):
        body = await request.json()
        if isinstance(body, dict):
            return body
    raise OaError(-201, "body is invalid")
