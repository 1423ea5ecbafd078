"""Playing, stepping, restarting, undoing."""

import pytest
from playwright.sync_api import expect

from ..lab_page import LabPage

pytestmark = pytest.mark.browser


def test_play_halves_the_loss_and_pause_holds_it(lab: LabPage) -> None:
    begin = lab.loss
    assert lab.step == 0
    lab.play_until(lambda data: float(data["loss"]) < begin / 2)
    expect(lab.button("play")).to_have_text("Play")
    shown = lab.page.locator(".gn-measures tbody tr").first.locator("td").first
    expect(shown).to_have_text(f"{lab.loss:.3f}")


def test_one_step_is_one_step(lab: LabPage) -> None:
    for count in (1, 2, 3):
        lab.press("step")
        lab.wait(lambda data, count=count: data["step"] == str(count))  # type: ignore[misc]
        assert lab.data()["updates"] == "1"


def test_restart_begins_with_the_same_weights(lab: LabPage) -> None:
    begin = lab.loss
    lab.play_until(lambda data: int(data["step"]) > 50)
    lab.press("restart")
    data = lab.wait(lambda data: data["step"] == "0")
    assert float(data["loss"]) == begin


def test_undo_takes_back_a_restart(lab: LabPage) -> None:
    lab.play_until(lambda data: int(data["step"]) > 50)
    lab.press("step")
    lab.press("restart")
    lab.wait(lambda data: data["step"] == "0")
    expect(lab.button("undo")).to_have_accessible_name("Undo: restart")
    lab.press("undo")
    lab.wait(lambda data: int(data["step"]) > 50)
    lab.press("redo")
    lab.wait(lambda data: data["step"] == "0")


def test_every_speed_trains(lab: LabPage) -> None:
    for speed in ("slow", "single", "normal", "full"):
        lab.page.locator("select[name=speed]").select_option(speed)
        begin = lab.step
        lab.play_until(lambda data, begin=begin: int(data["step"]) > begin)  # type: ignore[misc]


def test_a_number_that_is_not_finite_stops_training_and_can_be_recovered(lab: LabPage) -> None:
    lab.change(lambda: lab.page.locator("select[name=activation]").select_option("relu"))
    lab.change(lambda: lab.slide("l2", "9"))
    lab.change(lambda: lab.slide("learning_rate", "1"))
    settings = lab.spec()
    assert settings["learning_rate"] == "10"
    lab.press("play")
    alert = lab.page.get_by_role("alert")
    expect(alert).to_contain_text("Training has stopped")
    expect(alert).to_contain_text("dense_3")
    lab.wait(lambda data: data["playing"] == "false" and data["step"] != "0")
    expect(alert.locator("[name=back]")).to_have_text("Go back to step 0")
    lab.press("back")
    lab.wait(lambda data: data["step"] == "0")
    expect(alert).to_be_empty()
    assert lab.spec() == settings
    lab.press("play")
    expect(alert).to_contain_text("Training has stopped")
    lab.change(lambda: lab.press("smaller"))
    expect(alert).to_be_empty()
    assert lab.spec() == {**settings, "learning_rate": "1"}
    lab.press("step")
    lab.wait(lambda data: data["step"] == "1")
