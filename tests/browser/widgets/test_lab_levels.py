"""The Lab beyond playing: building, looking inside, the timeline, branches, keeping and sharing."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

import glassnet as gn

from ..lab_page import LabPage
from ..server import Server

pytestmark = pytest.mark.browser


def level(lab: LabPage, name: str) -> None:
    lab.page.locator(f"input[name=level][value={name}]").check()
    lab.wait(lambda data: data["level"] == name)


def steps(lab: LabPage, count: int) -> None:
    for _ in range(count):
        lab.press("step")
    lab.wait(lambda data: data["latest"] == str(count))


def test_it_opens_simple_and_a_level_is_part_of_the_link(lab: LabPage) -> None:
    expect(lab.page.locator(".gn-build")).to_be_hidden()
    expect(lab.page.locator(".gn-insides")).to_be_hidden()
    expect(lab.page.locator("input[value=blobs]")).to_be_hidden()
    level(lab, "build")
    expect(lab.page.locator(".gn-build")).to_be_visible()
    lab.page.wait_for_function("() => location.hash.includes('level=build')")
    lab.reload()
    expect(lab.page.locator(".gn-build")).to_be_visible()
    expect(lab.page.locator("input[value=blobs]")).to_be_visible()


DATA = [("blobs", "many"), ("checkerboard", "two"), ("plane", "values"), ("bumps", "values"), ("curve", "values")]


def test_every_data_set_can_be_chosen_and_learnt(new_page: Callable[..., Page], server: Server) -> None:
    lab = LabPage(new_page(), server.url).open("#level=build&rule=adam&learning_rate=0.01")
    for data, task in DATA:
        lab.change(lambda data=data: lab.page.locator(f"input[value={data}]").check())  # type: ignore[misc]
        before = lab.loss
        lab.press("step")
        lab.play_until(lambda now, before=before: float(now["loss"]) < 0.9 * before)  # type: ignore[misc]
        accuracy = lab.page.get_by_role("columnheader", name="accuracy")
        expect(accuracy).to_be_hidden() if task == "values" else expect(accuracy).to_be_visible()
        keys = lab.page.locator(".gn-legend .gn-key:visible")
        assert keys.count() == {"many": 5, "two": 4, "values": 2}[task]


def test_the_recipe_changes_while_it_trains_and_each_change_is_a_mark(lab: LabPage) -> None:
    level(lab, "build")
    steps(lab, 3)
    choices = {"rule": "adam", "schedule": "cosine_decay", "clipping": "global_norm", "loss": "hinge"}
    for name, value in choices.items():
        lab.change(lambda name=name, value=value: lab.page.locator(f"select[name={name}]").select_option(value))  # type: ignore[misc]
        assert lab.spec()[name] == value
    assert lab.step == 3
    expect(lab.page.locator(".gn-changes button")).to_have_count(4)
    expect(lab.page.locator(".gn-changes button").first).to_have_text("▾ 3: update rule SGD → Adam")
    expect(lab.page.locator("input[name=clip_limit]")).to_be_visible()
    expect(lab.page.locator("input[name=momentum]")).to_be_hidden()
    assert lab.page.locator("select[name=loss] option[value=quantile]").is_disabled()


def test_layers_have_settings_of_their_own(lab: LabPage) -> None:
    level(lab, "build")
    page = lab.page
    lab.change(lambda: page.locator("select[name=activation-2]").select_option("relu"))
    lab.change(lambda: page.locator("select[name=normalisation-1]").select_option("batch"))
    lab.change(lambda: page.locator("select[name=dropout-2]").select_option("0.2"))
    lab.change(lambda: page.locator("select[name=initializer-1]").select_option("he_normal"))
    expect(page.locator(".gn-advice p")).to_have_text("Restart to draw the first weights with the chosen initialisers.")
    lab.change(lambda: lab.press("add-layer"))
    lab.change(lambda: lab.press("remove-layer-1"))
    spec = lab.spec()
    assert (spec["hidden"], spec["activations"], spec["normalisations"]) == ("4-4", "relu", "")
    assert (spec["dropouts"], spec["initializers"]) == ("0.2", "")
    page.locator("input[name=units-1]").fill("11")
    lab.change(lambda: page.keyboard.press("Enter"))
    assert lab.spec()["hidden"] == "11-4"
    assert lab.units() == 2 + 11 + 4 + 1


def test_features_are_what_the_network_sees(lab: LabPage) -> None:
    level(lab, "build")
    lab.change(lambda: lab.page.locator("input[name=feature-x1x2]").check())
    lab.change(lambda: lab.page.locator("input[name=feature-x2]").uncheck())
    expect(lab.page.locator("[data-unit='0,1']")).to_have_accessible_name("Input x₁x₂")
    assert lab.units() == 2 + 4 + 4 + 1
    lab.change(lambda: lab.page.locator("input[name=feature-x1]").uncheck())
    lab.page.locator("input[name=feature-x1x2]").click()
    expect(lab.page.locator("input[name=feature-x1x2]")).to_be_checked()  # one at least


def own_points(lab: LabPage) -> list[list[float]]:
    return [[float(number) for number in point.split(",")] for point in lab.spec()["points"].split(";")]


def test_own_points_are_drawn_moved_and_erased(lab: LabPage) -> None:
    level(lab, "build")
    lab.change(lambda: lab.page.locator("input[value=own]").check())
    expect(lab.page.locator("input[name=noise]")).to_be_hidden()
    before = own_points(lab)
    field = lab.page.locator("button[name=map]")

    def at(x: float, y: float) -> tuple[float, float]:
        box = field.bounding_box()
        assert box
        return box["x"] + (x + 2) / 4 * box["width"], box["y"] + (2 - y) / 4 * box["height"]

    lab.page.locator("input[name=own-class][value='2']").check()
    lab.change(lambda: lab.page.mouse.click(*at(1.6, 1.6)))
    drawn = own_points(lab)
    assert len(drawn) == len(before) + 1
    assert drawn[-1] == pytest.approx([1.6, 1.6, 2], abs=0.03)
    lab.page.mouse.move(*at(1.6, 1.6))
    lab.page.mouse.down()
    lab.change(lambda: lab.page.mouse.move(*at(0.6, 1.7), steps=4))
    lab.page.mouse.up()
    lab.wait(lambda _: abs(own_points(lab)[-1][0] - 0.6) < 0.05)
    lab.page.mouse.move(*at(-1.8, -1.8))
    lab.page.mouse.down()
    lab.page.mouse.move(*at(-0.6, -1.8), steps=12)
    lab.page.mouse.up()
    table = lab.page.locator("textarea[name=own-table]")
    lab.wait(
        lambda _: len(own_points(lab)) == len(table.input_value().split("\n")) >= len(drawn) + 5
    )  # a brush draws many
    lab.page.locator("input[name=own-class][value=erase]").check()
    count = len(own_points(lab))
    lab.change(lambda: lab.page.mouse.click(*at(*own_points(lab)[-1][:2])))
    assert len(own_points(lab)) == count - 1


def test_own_points_by_keyboard_table_and_file(lab: LabPage, tmp_path: Path) -> None:
    level(lab, "build")
    lab.change(lambda: lab.page.locator("input[value=own]").check())
    count = len(own_points(lab))
    lab.page.locator("button[name=map]").focus()
    lab.page.keyboard.press("ArrowRight")
    lab.change(lambda: lab.page.keyboard.press("Enter"))
    assert own_points(lab)[-1] == [0, 0, 0]
    lab.change(lambda: lab.page.keyboard.press("Delete"))
    assert len(own_points(lab)) == count
    table = lab.page.locator("textarea[name=own-table]")
    table.fill("0.5,1,0\n-0.5,-1,1\n1,1,0")
    lab.page.keyboard.press("Control+Home")
    expect(lab.page.locator(".gn-lit-point")).to_be_visible()  # the row's point is lit
    lab.change(lambda: lab.press("use-table"))
    assert own_points(lab) == [[0.5, 1, 0], [-0.5, -1, 1], [1, 1, 0]]
    path = tmp_path / "flowers.csv"
    path.write_text("name,width,height,kind\na,10,3,rose\nb,20,1,tulip\nc,30,2,rose\n")
    lab.change(lambda: lab.page.locator("input[name=csv-file]").set_input_files(path))
    assert own_points(lab) == [[-1.5, 1.5, 0], [0, -1.5, 1], [1.5, 0, 0]]  # both are beyond the map: brought onto it
    expect(lab.page.locator("select[name=column-x]")).to_be_visible()
    table.fill("1,2,0\n1,a,1")
    lab.press("use-table")
    expect(lab.page.locator(".gn-own [role=status]")).to_contain_text("Row 2 has “a”")


def test_any_number_leads_back_to_the_data(lab: LabPage) -> None:
    level(lab, "look")
    steps(lab, 5)
    page = lab.page
    page.locator("[data-unit='2,1']").click()
    expect(page.locator(".gn-insides h2")).to_have_text("Hidden layer 2, unit 2")
    page.locator("[data-ref='dense_2.d_z[0, 1]']").click()
    why = page.locator(".gn-why")
    expect(why.locator("h3")).to_contain_text("Why is dense_2.d_z[0, 1]")
    page.locator("[data-ref='dense_2.z[0, 1]']").click()
    for reference in ("dense_1.a[0, 0]", "dense_1.z[0, 0]", "data.x[0, 0]"):
        why.locator(f"[data-ref='{reference}']").first.focus()
        page.keyboard.press("Enter")
        expect(why.locator("h3")).to_contain_text(f"Why is {reference}")
    why.locator("[name=crumb-1]").click()
    expect(why.locator("h3")).to_contain_text("Why is dense_1.a[0, 0]")
    why.locator("[name=why-back]").click()
    expect(why.locator("h3")).to_contain_text("Why is dense_2.z[0, 1]")


def test_weights_points_and_the_loss_have_numbers(lab: LabPage) -> None:
    level(lab, "look")
    steps(lab, 3)
    page = lab.page
    expect(page.locator("[data-ref='loss.mean']")).to_be_visible()
    box, unit = (page.locator(f"[data-unit='{place}']").bounding_box() for place in ("0,0", "1,0"))
    assert box
    assert unit
    page.mouse.click((box["x"] + box["width"] + unit["x"]) / 2, (box["y"] + unit["y"]) / 2 + box["height"] / 2)
    expect(page.locator(".gn-insides h2")).to_have_text("Input x₁ → Hidden layer 1, unit 1")
    for part in ("weight", "d_weight", "weight_change", "weight_after"):
        expect(page.locator(f"[data-ref='dense_1.{part}[0, 0]']")).to_be_visible()
    page.locator("input[name=new-weight]").fill("0.75")
    lab.change(lambda: lab.press("set-weight"))
    expect(page.locator("[data-ref='dense_1.weight[0, 0]']")).to_contain_text("0.7500")
    expect(page.locator(".gn-changes button")).to_contain_text("set to 0.75")
    page.locator("button[name=map]").click(position={"x": 40, "y": 150})
    expect(page.locator(".gn-insides")).to_contain_text("as if point")
    lab.press("unpin-point")
    expect(page.locator(".gn-insides")).to_contain_text("on its own batch")


def test_numbers_follow_while_training_goes_on(lab: LabPage) -> None:
    level(lab, "look")
    lab.page.locator("[data-unit='3,0']").click()
    number = lab.page.locator("[data-ref='dense_3.bias[0]']")
    expect(number).to_be_visible()
    before = number.inner_text()
    lab.play_until(lambda data: int(data["step"]) > 60)
    expect(number).not_to_have_text(before)
    bias = float(number.locator("span").last.inner_text().replace("−", "-"))
    lab.page.wait_for_function(f"() => document.querySelector('.gn-insides').dataset.inside === '{lab.step}'")
    assert bias != 0


def slide_to(lab: LabPage, step: int) -> None:
    lab.slide("timeline", str(step))
    lab.wait(lambda data: data["step"] == str(step))


def test_the_timeline_goes_back_and_on_from_there(lab: LabPage) -> None:
    steps(lab, 12)
    loss = lab.loss
    slide_to(lab, 4)
    assert lab.data()["latest"] == "12"
    expect(lab.page.locator(".gn-past")).to_contain_text("looking at step 4 of 12")
    lab.press("end")
    lab.wait(lambda data: float(data["loss"]) == loss)
    slide_to(lab, 4)
    lab.press("step")
    lab.wait(lambda data: data["step"] == data["latest"] == "5")
    lab.press("undo")
    lab.wait(lambda data: data["step"] == "12" and float(data["loss"]) == loss)
    slide_to(lab, 2)  # with its past
    lab.change(lambda: lab.slide("noise", "0.3"))
    assert lab.step == 2
    lab.press("undo")
    lab.wait(lambda data: data["step"] == "12")


def test_a_branch_has_the_same_past_and_both_are_kept(lab: LabPage) -> None:
    steps(lab, 8)
    end = lab.loss
    slide_to(lab, 3)
    lab.press("branch")
    lab.wait(lambda data: data["track"] == "branch_1" and data["step"] == "3")
    lab.change(lambda: lab.slide("learning_rate", "0.8"))
    lab.press("step")
    lab.wait(lambda data: data["step"] == "4")
    other = lab.loss
    lab.press("run")
    lab.wait(lambda data: data["track"] == "run" and float(data["loss"]) == end)
    expect(lab.page.locator(".gn-runs [role=status]")).to_contain_text("first differ at step 3")
    lab.reload()  # nothing is lost
    lab.press("branch_1")
    lab.wait(lambda data: data["track"] == "branch_1" and float(data["loss"]) == other)
    lab.press("forget")
    lab.wait(lambda data: data["track"] == "run")
    expect(lab.page.locator(".gn-runs")).to_be_hidden()


def test_a_link_with_training_restores_everything(new_page: Callable[..., Page], server: Server) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    lab = LabPage(page, server.url).open("#data=blobs&rule=adam&learning_rate=0.01&normalisations=batch&level=look")
    steps(lab, 15)
    page.get_by_text("Keep and share").click()
    lab.press("state-link")
    expect(page.locator(".gn-announced")).to_have_text("Link copied")
    link = page.evaluate("() => navigator.clipboard.readText()")
    other = LabPage(new_page(), server.url).open("#" + link.split("#")[1])
    assert {name: other.data()[name] for name in ("step", "loss", "testLoss", "settings", "level")} == {
        name: lab.data()[name] for name in ("step", "loss", "testLoss", "settings", "level")
    }
    for each in (lab, other):
        each.press("step")
        each.wait(lambda data: data["step"] == "16")
    assert lab.loss == other.loss


def test_runs_and_pictures_are_files(lab: LabPage, tmp_path: Path) -> None:
    steps(lab, 6)
    lab.page.get_by_text("Keep and share").click()
    files = {}
    for name in ("save-run", "save-curves", "save-map", "save-loss", "save-network"):
        with lab.page.expect_download() as found:
            lab.press(name)
        path = tmp_path / found.value.suggested_filename
        found.value.save_as(path)
        files[name] = path.read_bytes()
    rows = list(csv.reader(io.StringIO(files["save-curves"].decode())))
    assert rows[0] == ["step", "epoch", "training loss", "test loss"]
    assert [row[0] for row in rows[1:]] == [str(step) for step in range(7)]
    assert float(rows[-1][2]) == lab.loss
    assert all(files[name][:4] == b"\x89PNG" for name in ("save-map", "save-loss"))
    assert len(files["save-map"]) > 5_000
    assert files["save-network"].count(b"<image") == lab.units()
    assert gn.load(tmp_path / "moons.glass").step == 6
    loss = lab.loss
    lab.press("restart")
    lab.wait(lambda data: data["step"] == "0")
    lab.page.locator("input[name=run-file]").set_input_files(tmp_path / "moons.glass")
    lab.wait(lambda data: data["step"] == "6" and float(data["loss"]) == loss)
    slide_to(lab, 2)
    lab.press("undo")
    lab.wait(lambda data: data["step"] == "0")
