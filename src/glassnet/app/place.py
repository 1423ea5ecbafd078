"""Where a server is found: the address that it listens on, its other names, and the path that it is under."""

import re
import socket
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import quote, unquote

from glassnet.app.guard import LOOPBACK, Access
from glassnet.base.errors import SettingError

NAME = re.compile(r"[a-z0-9_]([a-z0-9_.-]{0,251}[a-z0-9_])?")


@dataclass(frozen=True)
class Place:
    """Where a server is found.

    Arguments:
        host: the address to listen on; an IPv6 address may be in brackets.
        port: the port; if it is in use, the next free one.
        allowed: further names by which browsers may address it, such as a proxy's.
        root_path: the path under which a proxy serves it, "" for none.

    Raises:
        SettingError: a name or the path can't be one.

    >>> place = Place("[0:0:0:0:0:0:0:1]", 8642, ("Hub.Example.",), "user/x/")
    >>> place.host, place.allowed, place.root_path
    ('::1', ('hub.example',), '/user/x')
    """

    host: str
    port: int
    allowed: tuple[str, ...] = ()
    root_path: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "host", _plain_host(self.host))
        object.__setattr__(self, "allowed", tuple(map(_checked_name, self.allowed)))
        object.__setattr__(self, "root_path", _checked_path(self.root_path))

    @property
    def is_local(self) -> bool:
        """Whether only this machine can connect."""
        return self.host in LOOPBACK or (_is_address(self.host) and ip_address(self.host).is_loopback)

    @property
    def is_shared(self) -> bool:
        """Whether people at other machines may open its pages, directly or through a proxy."""
        return not self.is_local or bool(self.allowed or self.root_path)

    def access(self, code: str | None) -> Access:
        """Return who has access, with this access code."""
        name = socket.gethostname().lower()
        names = set() if self.is_local else {name, f"{name}.local"}
        return Access(LOOPBACK | names | {self.host}, not self.is_local, code, frozenset(self.allowed))


def _plain_host(host: str) -> str:
    plain = host.strip().lower().removeprefix("[").removesuffix("]")
    return str(ip_address(plain)) if _is_address(plain) else plain


def _checked_name(name: str) -> str:
    plain = _plain_host(name).removesuffix(".")
    if not (_is_address(plain) or NAME.fullmatch(plain)):
        raise SettingError(
            f"--allow-host takes a name without scheme, port and path, such as hub.example.org; got {name!r}."
        )
    return plain


def _checked_path(path: str) -> str:
    parts = [part for part in path.strip().split("/") if part]
    if any(unquote(part) in (".", "..") or re.search(r"[\x00-\x20\x7f?#\\]", part) for part in parts):
        raise SettingError(f"--root-path takes a path such as /user/x/proxy/8888; got {path!r}.")
    return "".join(f"/{quote(unquote(part))}" for part in parts)


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
