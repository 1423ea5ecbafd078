"""Access control: which requests are answered, and the security headers of every answer.

The guard is the outermost middleware, around the pages, the Lab's socket and the lessons. Against other sites' pages
that make a reader's browser talk to this server, the Host must be one of ours (DNS rebinding), every request that
does more than read must come from our own pages (Origin), and other sites may link to ours, but not load anything
(Sec-Fetch-Site). Other machines need an access code.
"""

import hmac
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import parse_qs, quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from glassnet.app.bodies import BodyRefused, complete
from glassnet.app.code_page import ask_for_code, sign_in
from glassnet.app.codes import Codes, Verdict
from glassnet.app.connections import admitted

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
DEFAULT_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443}
POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
NOT_OURS = "Glassnet accepts this request from its own pages only."
HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@dataclass(frozen=True)
class Access:
    """Who has access.

    Arguments:
        hosts: names that the server answers to, lower case, without port.
        any_address: whether it also answers to any IP address (a name is needed for DNS rebinding).
        code: an access code that browsers must enter once, or None.
        allowed: further names, by which a proxy or a name server makes this server known.
    """

    hosts: frozenset[str] = LOOPBACK
    any_address: bool = False
    code: str | None = None
    allowed: frozenset[str] = frozenset()


class Guard:
    """Passes a request to `app`, or refuses it."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app = app
        self._access = access
        self._codes = None if access.code is None else Codes(access.code)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request or connection."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope) or await self._refusal_without_code(scope)
        if refusal is None:
            admitted(scope)
        if refusal is None and scope["type"] == "http":
            try:
                receive = await complete(scope, receive)
            except BodyRefused as refused:
                refusal = refused.response
        if refusal is None:
            await self._app(scope, receive, _guarded(send))
        elif scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008, "reason": "refused"})
        else:
            await refusal(scope, receive, _guarded(send))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = _place(headers.getlist("host"), scope["scheme"])
        if host is None or not self._is_ours(host[0]):
            return PlainTextResponse("Glassnet does not answer to this address.", 400)
        changes = scope["type"] == "websocket" or scope["method"] not in SAFE_METHODS
        if changes and not self._is_own_page(headers.getlist("origin"), headers["host"]):
            return PlainTextResponse(NOT_OURS, 403)
        return PlainTextResponse(NOT_OURS, 403) if _comes_from_another_site(headers) else None

    def _is_ours(self, name: str) -> bool:
        access = self._access
        return name in access.hosts | access.allowed or (access.any_address and _is_address(name))

    def _is_own_page(self, origins: list[str], host: str) -> bool:
        """Return whether Origin is this server; browsers always send it here, other programs may leave it out.

        A proxy may replace the Host by its own name for this server: then Origin has a name that was allowed.
        """
        if not origins:
            return True
        scheme, separator, rest = origins[0].partition("://")
        if len(origins) != 1 or not separator or scheme not in ("http", "https"):
            return False
        origin = _place([rest], scheme)
        if origin is None:
            return False
        return origin == _place([host], scheme) or (
            origin[0] in self._access.allowed and origin[1] == DEFAULT_PORTS[scheme]
        )

    async def _refusal_without_code(self, scope: Scope) -> Response | None:
        code, cookie = self._access.code, _cookie(scope)
        cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
        if code is None or _equal(cookies.get(cookie, ""), _token(code)):
            return None
        query = parse_qs(scope["query_string"].decode("latin-1"))
        if "code" not in query or scope["type"] != "http" or scope["method"] != "GET":
            return ask_for_code()
        assert self._codes is not None
        client = scope.get("client")
        verdict = await self._codes.verdict(query["code"][0], client[0] if client else "")
        if verdict is not Verdict.RIGHT:
            return ask_for_code(wrong=True, status=403 if verdict is Verdict.WRONG else 429)
        response = sign_in(scope["path"], query)
        secure = scope["scheme"] == "https"
        path = quote(scope.get("root_path", "")) + "/"
        response.set_cookie(cookie, _token(code), path=path, httponly=True, samesite="strict", secure=secure)
        return response


def _comes_from_another_site(headers: Headers) -> bool:
    """Return whether another site's page asks for this, other than by a link to it; browsers say so themselves."""
    is_link = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest")) == ("navigate", "document")
    return headers.get("sec-fetch-site") in ("cross-site", "same-site") and not is_link


def _place(values: list[str], scheme: str) -> tuple[str, int] | None:
    """Return host name and port of a Host header, or None if it is missing, repeated or malformed."""
    if len(values) != 1 or any(sign in values[0] for sign in "@/?#\\ "):
        return None
    try:
        parts = urlsplit(f"//{values[0]}")
        port = parts.port
    except ValueError:
        return None
    return ((parts.hostname or "").removesuffix("."), port or DEFAULT_PORTS[scheme])


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _cookie(scope: Scope) -> str:
    """Return the cookie's name, which has the port: browsers share cookies between all servers of a host."""
    place = _place(Headers(scope=scope).getlist("host"), scope["scheme"])
    assert place is not None  # checked before
    return f"glassnet_access_{place[1]}"


def _token(code: str) -> str:
    """Return the cookie's value: derived from the code, so that the code itself isn't stored."""
    return hmac.digest(code.encode(), b"glassnet access", "sha256").hex()


def _equal(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode(), expected.encode())


def _guarded(send: Send) -> Send:
    """Return a `send` that adds our headers to every answer and removes any that would let other sites read it."""

    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(raw=list(message.get("headers", [])))
            for name in [name for name in headers if name.startswith("access-control-")]:
                del headers[name]
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("content-security-policy", POLICY)
            message = {**message, "headers": headers.raw}
        await send(message)

    return guarded
