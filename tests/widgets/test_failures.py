"""Errors in a widget's own code: the page gets one line each time, the log has it once."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from glassnet.app.site import make_site
from glassnet.widgets.frames import unpack
from glassnet.widgets.lab import LabSession

from .test_widget import Listening

ERRORS = [
    ZeroDivisionError("division by zero"),
    RecursionError(),
    MemoryError(),
    KeyError("x\n" * 500),
    TypeError(None),
]


def failing(error: Exception) -> Any:
    def handle(_self: object, _request: object) -> None:
        raise error

    return handle


def logged(caplog: pytest.LogCaptureFixture, error: Exception) -> int:
    return sum(bool(record.exc_info) and record.exc_info[1] is error for record in caplog.records)  # type: ignore[index]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_a_notebook_s_widget_answers_in_one_line(
    error: Exception, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    lab = Listening()
    monkeypatch.setattr(Listening, "answer", failing(error))
    for number in range(50):
        head = lab.ask(id=number, kind="open", view_id="a")
        assert (head["id"], head["kind"], head["view_id"]) == (number, "error", "a")
        assert type(error).__name__ in head["message"]
        assert "\n" not in head["message"]
        assert len(head["message"]) < 200
    assert logged(caplog, error) == 1
    monkeypatch.undo()
    assert lab.ask(id=51, kind="open")["kind"] == "frame"


def test_the_lab_s_page_gets_its_answer_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    error = ArithmeticError("a bug")
    address = "ws://127.0.0.1/lab/socket"
    with TestClient(make_site(), base_url="http://127.0.0.1") as browser, browser.websocket_connect(address) as socket:
        answers = []
        with monkeypatch.context() as broken:
            broken.setattr(LabSession, "handle", failing(error))
            for number in range(20):
                socket.send_json({"id": number, "kind": "open"})
                answers.append(next_answer(socket))
        assert [(head["id"], head["kind"]) for head in answers] == [(number, "error") for number in range(20)]
        assert all("ArithmeticError" in head["message"] for head in answers)
        socket.send_json({"id": 21, "kind": "open"})
        assert next_answer(socket)["kind"] == "frame"
    assert logged(caplog, error) == 1


def next_answer(socket: Any) -> dict[str, Any]:
    while (message := socket.receive()).get("bytes") is None:
        pass  # a beat
    return unpack(message["bytes"])[0]
