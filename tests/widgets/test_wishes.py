"""The wishes' Python side, without a browser: they are the engine's gradients with their sign turned."""

import numpy as np
import pytest

from glassnet.widgets.wishes import WishesSession
from glassnet.widgets.wishes.reader import PICTURES, reading


@pytest.mark.parametrize("picture", range(len(PICTURES)))
def test_each_picture_is_read_wrongly_at_first_and_rightly_after_some_updates(picture: int) -> None:
    session = WishesSession()
    first, _ = session.handle({"id": 1, "kind": "open", "picture": picture, "updates": 0})
    later, _ = session.handle({"id": 2, "kind": "open", "picture": picture, "updates": 6})
    assert np.argmax(first["outputs"]) != first["target"]
    assert np.argmax(later["outputs"]) == first["target"]
    assert later["loss"] < first["loss"]


def test_the_labels_on_the_page_are_those_of_the_pictures() -> None:
    assert [int(reading(picture).dataset.train.y[0]) for picture in range(len(PICTURES))] == [2, 1, 7]


def test_the_wishes_of_the_outputs_passed_back_add_up_to_those_of_the_hidden_neurons() -> None:
    head, buffers = WishesSession().handle({"id": 1, "kind": "open", "picture": 0, "updates": 0})
    weight = np.frombuffer(buffers[1], "<f4").reshape(len(head["hidden"]), 10)
    np.testing.assert_allclose(weight @ np.array(head["output_wishes"]), head["hidden_wishes"], atol=1e-6)
    target = np.eye(10)[head["target"]]
    np.testing.assert_allclose(head["output_wishes"], target - np.array(head["outputs"]), atol=1e-12)


def test_an_update_is_seen_before_and_after() -> None:
    session = WishesSession()
    first, _ = session.handle({"id": 1, "kind": "open", "picture": 0, "updates": 0})
    next_, _ = session.handle({"id": 2, "kind": "open", "picture": 0, "updates": 1})
    assert next_["before"] == first["outputs"]
    assert next_["outputs"] != first["outputs"]
