"""Access codes: the right one is answered at once, wrong ones wait in a queue."""

import hmac
from asyncio import Lock, sleep
from dataclasses import dataclass, field
from enum import Enum
from ipaddress import IPv6Address, ip_address

WRONG_CODE_DELAY = 0.5
MAX_WAITING = 50
"""How many wrong codes of one address may wait. With more, none is looked at, or many could be tried at once."""


class Verdict(Enum):
    """What becomes of a code."""

    RIGHT = "right"
    WRONG = "wrong"
    TOO_MANY = "too many"


@dataclass
class _Queue:
    """The wrong codes of one address, answered one after the other."""

    turn: Lock = field(default_factory=Lock)
    waiting: int = 0


class Codes:
    """Compares codes with the right one.

    An address that has tried wrong codes learns of each after half a second, one by one. That delays no other address,
    nor the right code.

    Arguments:
        code: the right code.
    """

    def __init__(self, code: str) -> None:
        self._code = code
        self._queues: dict[str, _Queue] = {}

    async def verdict(self, given: str, client: str) -> Verdict:
        """Return what becomes of a code that a client has sent, when it is time to say so."""
        address = network(client)
        queue = self._queues.get(address, _Queue())
        if queue.waiting >= MAX_WAITING:
            return Verdict.TOO_MANY
        if hmac.compare_digest(given.strip().encode("utf-8", "replace"), self._code.encode()):
            return Verdict.RIGHT
        self._queues[address] = queue
        queue.waiting += 1
        try:
            async with queue.turn:
                await sleep(WRONG_CODE_DELAY)
        finally:
            queue.waiting -= 1
            if not queue.waiting:
                self._queues.pop(address, None)
        return Verdict.WRONG


def network(client: str) -> str:
    """Return what stands for a client: its address; in IPv6 its network, where everybody has billions of them.

    >>> network("192.0.2.7"), network("2001:db8:1:2:3::4")
    ('192.0.2.7', '2001:db8:1:2::')
    """
    try:
        address = ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(IPv6Address(int(address) >> 64 << 64))
