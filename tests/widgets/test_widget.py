"""The Lab in a notebook, without a browser: what it sends and what it keeps true."""

import gc
import threading
from typing import Any

import pytest

import glassnet as gn
from glassnet import SettingError, UnknownNameError
from glassnet.widgets.lab import LabSession
from glassnet.widgets.lab.widget import Lab


class Listening(Lab):
    """A Lab whose messages to its page are kept."""

    def __init__(self, **settings: Any) -> None:
        self.sent: list[tuple[Any, Any]] = []
        super().__init__(**settings)

    def send(self, content: Any, buffers: Any = None) -> None:
        self.sent.append((content, buffers))

    def ask(self, **request: Any) -> Any:
        """Send what a page would send; return the head of the answer."""
        hear(self, {"id": 1, **request})
        return self.sent[-1][0]


def hear(lab: Lab, request: dict[str, Any]) -> None:
    """Deliver a message as the notebook's front end does."""
    lab.comm.handle_msg({"content": {"data": {"method": "custom", "content": request}}, "buffers": []})


def test_it_is_found_under_its_public_name() -> None:
    assert gn.widgets.Lab is Lab


def test_it_answers_as_the_session_does() -> None:
    lab, session = Listening(data="xor"), LabSession()
    session.change({"data": "xor"})
    for request in ({"id": 1, "kind": "open"}, {"id": 2, "kind": "advance", "steps": 4}, {"id": 3, "kind": "?"}):
        hear(lab, request)
        expected = session.handle(request)
        if expected[0]["kind"] == "frame":
            lab.sent[-1][0].pop("tracks", None), expected[0].pop("tracks", None)  # those tell of the change
        assert lab.sent[-1][0] == expected[0]
        if expected[0]["kind"] == "frame":
            assert lab.sent[-1][1][1:] == expected[1][1:]  # first weights differ: the session changed to these data


def test_the_view_that_asked_is_named() -> None:
    assert Listening().ask(kind="open", view_id="v1")["view_id"] == "v1"
    assert Listening().ask(kind="no such", view_id="v1")["view_id"] == "v1"
    assert "view_id" not in Listening().ask(kind="open")


def test_the_state_is_true_when_the_reader_pauses() -> None:
    lab = Listening(hidden=[3])
    assert lab.state["step"] == 0
    lab.ask(kind="advance", budget_ms=2)
    assert lab.state["step"] == 0  # while it plays, cells rest
    lab.ask(kind="pause")
    assert lab.state["step"] == lab.run.step > 0
    assert lab.state["train"]["loss"] == lab.run.evaluate("train").loss
    assert [layer["name"] for layer in lab.state["layers"]] == ["dense_1", "dense_2"]
    assert lab.state["layers"][0]["weight"] == lab.run.parameters()["dense_1"]["weight"].tolist()
    lab.ask(kind="advance", steps=1, checkpoint=True)  # one step by hand
    assert lab.state["step"] == lab.run.step


def test_the_state_is_true_when_training_stops_by_itself() -> None:
    lab = Listening(activation="relu", learning_rate=10, l2=1)
    while lab.ask(kind="advance", budget_ms=5)["stopped"] is None:
        pass
    assert lab.state["step"] == lab.run.step > 0


def test_the_pages_settings_are_seen_in_python() -> None:
    lab = Listening()
    lab.ask(kind="change", spec={"hidden": [8]})
    assert lab.spec["hidden"] == [8]
    assert lab.state["layers"][0]["bias"] == [0.0] * 4 + [0.0] * 4


def test_a_cells_settings_are_seen_by_the_page() -> None:
    lab = Listening()
    lab.ask(kind="advance", steps=5)
    lab.spec = {"noise": 0.3}
    assert lab.spec["data"] == "moons"
    frame = lab.ask(kind="open")
    assert (frame["spec"]["noise"], frame["step"]) == (0.3, 5)


def test_settings_that_make_no_sense_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="Unknown setting 'rate'"):
        Lab(rate=1)
    with pytest.raises(SettingError, match="samples must be"):
        Lab(samples=3)
    lab = Lab()
    with pytest.raises(SettingError, match="samples must be"):
        lab.spec = {"samples": 3}
    assert lab.spec["samples"] == 500


def test_widgets_of_ended_threads_are_closed_by_the_next() -> None:
    left: list[Lab] = []
    for _ in range(3):
        thread = threading.Thread(target=lambda: left.append(Lab()))
        thread.start()
        thread.join()
    assert left[0].comm is None  # closed by the second
    assert left[1].comm is None
    assert left[2].comm is not None
    stays, _ = Lab(), Lab()
    assert left[2].comm is None
    assert stays.comm is not None  # its thread lives


def test_nothing_is_kept_of_a_closed_widget() -> None:
    def live() -> int:
        gc.collect()
        return sum(type(item) is LabSession for item in gc.get_objects())

    def reader() -> None:
        Lab()

    before = live()
    for _ in range(5):
        thread = threading.Thread(target=reader)
        thread.start()
        thread.join()
    last = Lab()
    assert live() - before <= 1, last
