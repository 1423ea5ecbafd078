"""Sessions take turns and share the time."""

import asyncio

import pytest

from glassnet.app.players import Players
from glassnet.widgets.lab import LabSession, LabSpec


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


def advance(steps: int, identity: int = 1) -> dict[str, object]:
    return {"id": identity, "kind": "advance", "steps": steps}


def test_many_steps_in_parts_are_the_same_steps(players: Players) -> None:
    session, alone = LabSession(), LabSession()
    head, buffers = asyncio.run(players.answer(session, advance(300) | {"checkpoint": True}))
    assert (head, buffers) == alone.handle(advance(300) | {"checkpoint": True})
    assert head["updates"] == head["step"] == 300


def test_steps_end_where_training_stops(players: Players) -> None:
    spec = LabSpec(activation="tanh", hidden=(), learning_rate=10, l2=1)
    session, alone = LabSession(spec), LabSession(spec)
    head, _ = asyncio.run(players.answer(session, advance(1000)))
    whole, _ = alone.handle(advance(1000))
    assert head["stopped"] is not None
    assert (head["step"], head["stopped"]) == (whole["step"], whole["stopped"])


def test_others_have_their_turns_while_one_makes_many_steps(players: Players) -> None:
    many, few = LabSession(), LabSession()
    ended: list[str] = []

    async def ask(name: str, session: LabSession, request: object) -> None:
        await players.answer(session, request)
        ended.append(name)

    async def ask_both() -> None:
        asked = [asyncio.create_task(ask("many", many, advance(2000)))]
        await asyncio.sleep(0)
        asked += [asyncio.create_task(ask(f"few {number}", few, advance(1))) for number in range(3)]
        await asyncio.gather(*asked)

    asyncio.run(ask_both())
    assert ended == ["few 0", "few 1", "few 2", "many"]


def test_a_session_s_own_requests_keep_their_order(players: Players) -> None:
    session = LabSession()

    async def ask_in_order() -> list[int]:
        asked = [players.answer(session, advance(steps)) for steps in (100, 1)]
        return [head["step"] for head, _ in await asyncio.gather(*asked)]

    assert asyncio.run(ask_in_order()) == [100, 101]


@pytest.mark.parametrize("steps", [0, -1, 2001, 1.5, True, "7"])
def test_steps_that_make_no_sense_are_refused_by_the_session(players: Players, steps: object) -> None:
    request = advance(1) | {"steps": steps}
    assert asyncio.run(players.answer(LabSession(), request)) == LabSession().handle(request)


def test_a_page_that_leaves_during_a_long_request_ends_it_and_is_forgotten(players: Players) -> None:
    session = LabSession()

    async def act() -> None:
        long = asyncio.create_task(players.answer(session, {"id": 1, "kind": "advance", "steps": 500}))
        waiting = asyncio.create_task(players.answer(session, {"id": 2, "kind": "advance", "budget_ms": 5}))
        await asyncio.sleep(0)
        assert players.sessions == 1
        players.leave(session)
        for request in (long, waiting):
            with pytest.raises(asyncio.CancelledError):
                await request

    asyncio.run(act())
    assert players.sessions == 0
    assert players.playing == 0
