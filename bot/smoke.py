"""The first day's test of a real Zalo bot: what its documentation leaves open, asked of the service itself.

Every answer is saved as it came, tokens removed, so that tests can be held against it later."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bot.channels.failures import Failure
from bot.channels.zalo_bot.api import Api
from bot.channels.zalo_bot.reading import updates_of
from bot.logs import Redactor
from handlers.wording import smoke as words

VIETNAMESE = "Đôn đốc tiến độ thực hiện kế hoạch. "
SAMPLES = (
    ("markdown", "**đậm** *nghiêng* `mã` {red}đỏ{/red}\n# Tiêu đề\n- mục một\n> trích"),
    ("markdown", "[liên kết](https://example.com) | a | b |"),
    ("html", "<b>đậm</b> <i>nghiêng</i> <u>gạch</u> <a href='https://example.com'>liên kết</a>"),
)
POLL = 5
KINDS = ("sticker", "image", "voice")


@dataclass
class Smoke:
    """One run. `tell` shows a line to whoever runs it, who is asked to do things on a phone; `wait`: seconds for each;
    `offline`: seconds without a poll in which three messages are to be sent."""

    api: Api
    folder: Path
    redact: Redactor
    tell: Callable[[str], None]
    wait: float
    offline: float
    findings: list[tuple[str, str]] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    replays: int = 0
    _saved: int = 0

    async def run(self) -> bool:
        """Asks everything that can be asked; whether the service knew the token."""
        me = await self.ask("getMe")
        if me is None or me.get("ok") is not True:
            self.found(words.TOKEN, words.REFUSED)
            return False
        self.found(words.TOKEN, words.KNOWN.format(name=me["result"].get("account_name", "")))
        if await self._webhook():
            return True
        await self._idle()
        chat = await self._chat()
        if chat is None:
            self.found(words.CHAT, words.NOBODY)
            return True
        await self._lengths(chat)
        await self._markup(chat)
        await self._while_offline()
        await self._kinds()
        await self._group()
        self.found(words.REPLAYS, str(self.replays))
        return True

    def found(self, question: str, answer: str) -> None:
        """Notes what was found out."""
        self.findings.append((question, answer))
        self.tell(f"{question}: {answer}")

    async def ask(self, method: str, body: dict[str, Any] | None = None, limit: float = 30.0) -> dict[str, Any] | None:
        """Makes a call and saves the answer; None when there was none that can be read."""
        self._saved += 1
        kept: dict[str, Any] = {"method": method, "body": body or {}}
        answer = None
        begun = time.monotonic()
        try:
            response = await self.api.raw(method, body, limit)
            kept |= {"status": response.status_code, "answer": _content(response)}
            answer = kept["answer"] if isinstance(kept["answer"], dict) else None
        except Failure as error:
            kept["failure"] = error.description
        kept["seconds"] = round(time.monotonic() - begun, 3)
        text = json.dumps(kept, ensure_ascii=False, indent=2)
        path = self.folder / f"{self._saved:03d}-{method}.json"
        path.write_text(self.redact(text), encoding="utf-8")
        return answer

    # ---- the questions ----------------------------------------------------------------------------------------------

    async def _webhook(self) -> bool:
        info = await self.ask("getWebhookInfo") or {}
        url = (info.get("result") or {}).get("url") if info.get("ok") else ""
        clean = words.CLEAN.format(answer=words.EMPTY if info.get("ok") else info.get("error_code"))
        self.found(words.WEBHOOK, words.HOOKED.format(url=url) if url else clean)
        return bool(url)

    async def _idle(self) -> None:
        begun = time.monotonic()
        answer = await self.ask("getUpdates", {"timeout": POLL}, POLL + 10) or {}
        if answer.get("ok") is False:
            spent = round(time.monotonic() - begun, 1)
            self.found(words.IDLE, words.IDLE_IS.format(code=answer.get("error_code"), seconds=spent))
        else:
            self._note(answer)

    async def _chat(self) -> str | None:
        self.tell(words.SAY_SOMETHING)
        message = await self._next()
        if message is None:
            return None
        self.found(words.CHAT, words.FIELDS.format(fields=", ".join(sorted(message))))
        return str((message.get("chat") or {}).get("id") or "")

    async def _lengths(self, chat: str) -> None:
        long = (VIETNAMESE * 60)[:2000]
        for name, text in (
            ("2000 ASCII", "a" * 2000),
            ("2001 ASCII", "a" * 2001),
            (words.VIETNAMESE, long),
            ("1000 emoji", "😀" * 1000),
            ("1001 emoji", "😀" * 1001),
        ):
            self.found(words.LENGTH.format(name=name), _said(await self.ask("sendMessage", _text(chat, text))))

    async def _markup(self, chat: str) -> None:
        for mode, text in SAMPLES:
            answer = await self.ask("sendMessage", _text(chat, text) | {"parse_mode": mode})
            self.found(words.MARKUP.format(mode=mode, text=text.split("\n")[0][:30]), _said(answer))

    async def _while_offline(self) -> None:
        self.tell(words.SEND_THREE.format(seconds=round(self.offline)))
        await asyncio.sleep(self.offline)
        came = 0
        while await self._next(POLL) is not None:
            came += 1
        self.found(words.OFFLINE, words.OF_THREE.format(count=came))

    async def _kinds(self) -> None:
        for kind in (*KINDS, "file", "location"):
            self.tell(words.SEND_KIND.format(kind=words.KINDS[kind]))
            message = await self._next()
            fields = words.NOTHING if message is None else ", ".join(sorted(message))
            self.found(words.KIND.format(kind=words.KINDS[kind]), fields)

    async def _group(self) -> None:
        self.tell(words.MENTION)
        message = await self._next()
        self.found(words.GROUP, words.NOTHING if message is None else str(message.get("text", ""))[:60])

    # ---- fetching ---------------------------------------------------------------------------------------------------

    async def _next(self, seconds: float | None = None) -> dict[str, Any] | None:
        """The next message that was not seen before, within `seconds`."""
        end = time.monotonic() + (self.wait if seconds is None else seconds)
        while (left := end - time.monotonic()) > 0:
            timeout = max(1, min(POLL, round(left)))
            begun = time.monotonic()
            fresh = self._note(await self.ask("getUpdates", {"timeout": timeout}, timeout + 10) or {})
            if fresh is not None:
                return fresh
            await asyncio.sleep(max(0.0, min(1.0 - (time.monotonic() - begun), end - time.monotonic())))
        return None

    def _note(self, answer: dict[str, Any]) -> dict[str, Any] | None:
        for update in updates_of(answer):
            message = update.get("message") or {}
            id = str(message.get("message_id") or json.dumps(update, sort_keys=True))
            if id in self.seen:
                self.replays += 1
            else:
                self.seen.add(id)
                return dict(message)
        return None


def _text(chat: str, text: str) -> dict[str, Any]:
    return {"chat_id": chat, "text": text}


def _said(answer: dict[str, Any] | None) -> str:
    if answer is None:
        return words.NO_ANSWER
    return words.TAKEN if answer.get("ok") else f"{answer.get('error_code')} {answer.get('description', '')}"


def _content(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return response.text[:2000]
