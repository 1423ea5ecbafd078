"""Sessions take turns and share the time."""

import asyncio

import pytest

from glassnet.app.players import Players
from glassnet.widgets.lab import LabSession


class Recording(LabSession):
    """A session that keeps what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[object] = []

    def handle(self, request: object):
        self.asked.append(request)
        return {"id": 0, "kind": "probe"}, []


def ask_all(players: Players, sessions: list[Recording], request: object) -> list[object]:
    async def ask() -> None:
        for session in sessions:
            await players.answer(session, request)

    asyncio.run(ask())
    return [session.asked[-1] for session in sessions]


@pytest.fixture
def players():
    players = Players()
    yield players
    players.close()


def test_one_alone_gets_the_time_it_asked_for(players: Players) -> None:
    assert ask_all(players, [Recording()], {"kind": "advance", "budget_ms": 14}) == [
        {"kind": "advance", "budget_ms": 14}
    ]


def test_two_share_it(players: Players) -> None:
    sessions = [Recording(), Recording()]
    ask_all(players, sessions, {"budget_ms": 14})
    assert ask_all(players, sessions, {"budget_ms": 14}) == [{"budget_ms": 7}, {"budget_ms": 7}]


def test_many_still_get_a_millisecond_each(players: Players) -> None:
    sessions = [Recording() for _ in range(30)]
    ask_all(players, sessions, {"budget_ms": 14})
    assert ask_all(players, sessions, {"budget_ms": 14})[-1] == {"budget_ms": 1}


def test_who_left_takes_no_share(players: Players) -> None:
    sessions = [Recording(), Recording()]
    ask_all(players, sessions, {"budget_ms": 14})
    players.leave(sessions[1])
    assert ask_all(players, sessions[:1], {"budget_ms": 14}) == [{"budget_ms": 14}]


@pytest.mark.parametrize("request_", [None, [], {"budget_ms": "x"}, {"budget_ms": True}, {"budget_ms": 1e300}, {}])
def test_what_makes_no_sense_is_handed_on_as_it_is(players: Players, request_: object) -> None:
    sessions = [Recording(), Recording()]
    ask_all(players, sessions, {"budget_ms": 14})
    assert ask_all(players, sessions, request_) == [request_, request_]
