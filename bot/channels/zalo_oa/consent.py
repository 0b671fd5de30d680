"""The consent of an Official Account's administrator: the address at which it is given, and the code that comes of it.

The page after the consent is the callback address that is registered for the app, with `code` (valid for ten minutes,
once) and `oa_id`. The challenge is registered there too, so it must be the same at every consent."""

from __future__ import annotations

import base64
import hashlib
import hmac
from urllib.parse import parse_qs, urlencode, urlsplit


class NotTheCode(Exception):
    """What was pasted holds no code, or one of another consent."""


def verifier_of(app_secret: str) -> str:
    """The verifier (PKCE): 43 characters worked out from the app's secret, the same every time."""
    return _plain(hmac.new(app_secret.encode(), b"dondoc zalo oa consent", hashlib.sha256).digest())


def challenge_of(verifier: str) -> str:
    """What is registered in the app's console for the verifier."""
    return _plain(hashlib.sha256(verifier.encode()).digest())


def address(base: str, app: str, redirect: str, challenge: str, state: str) -> str:
    """Where the administrator consents. `redirect`: the callback address as it is registered; `challenge`: "" for an
    app without one."""
    asked = {"app_id": app, "redirect_uri": redirect, "state": state}
    asked |= {"code_challenge": challenge} if challenge else {}
    return f"{base.rstrip('/')}/v4/oa/permission?{urlencode(asked)}"


def code_in(pasted: str, state: str) -> str:
    """The code in the address of the page after the consent, or the code itself. Raises NotTheCode."""
    pasted = pasted.strip()
    if "code=" not in pasted:
        if not pasted or "://" in pasted or any(c.isspace() for c in pasted):
            raise NotTheCode
        return pasted
    given = parse_qs(urlsplit(pasted).query if "?" in pasted else pasted)
    (code, *_), (came, *_) = given.get("code", [""]), given.get("state", [state])
    if not code or came != state:
        raise NotTheCode
    return code


def _plain(digest: bytes) -> str:
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
