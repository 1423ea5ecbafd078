"""The address that the server listens on."""

import errno
import os
import socket

from glassnet.base.errors import SettingError

PORTS_TRIED = 100


def listen(host: str, port: int) -> socket.socket:
    """Return a socket that listens on `host`, on `port` or the next one that is free.

    Raises:
        SettingError: this machine has no such address, or no port nearby is free.

    >>> with listen("127.0.0.1", 0) as listener:
    ...     listener.getsockname()[0]
    '127.0.0.1'
    """
    if not 0 <= port <= 65_535:
        raise SettingError(f"port must be a whole number from 0 (any free one) to 65535; got {port}.")
    try:
        family, *_, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
    except OSError:
        raise SettingError(
            f"There is no address {host!r} on this machine; try 127.0.0.1, or 0.0.0.0 for all."
        ) from None
    for candidate in range(port, min(port + PORTS_TRIED, 65_536)):
        listener = _try(family, (place[0], candidate, *place[2:]))
        if listener is not None:
            return listener
    raise SettingError(
        f"Ports {port} to {candidate} are all in use; choose another with --port, or 0 for any free one."
    )


def address(host: str, port: int) -> str:
    """Return the address to type into a browser on this machine.

    >>> address("0.0.0.0", 8642), address("::1", 8642)
    ('http://127.0.0.1:8642/', 'http://[::1]:8642/')
    """
    name = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"


def network_address() -> str | None:
    """Return this machine's address on the local network, None without one. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address kept for documentation; connecting only picks our own side
        except OSError:
            return None
        return probe.getsockname()[0]


def _try(family: int, place: tuple[object, ...]) -> socket.socket | None:
    # asyncio sends small packets immediately only if the protocol is named; otherwise each answer waits 40 ms
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere the option would let two servers share a port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(place)
        listener.listen(128)
    except OSError as error:
        listener.close()
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            return None
        raise SettingError(f"Cannot listen on {place[0]}: {error.strerror}. Try --host 127.0.0.1.") from None
    return listener
