"""Every widget, and an exported lesson, in a real JupyterLab."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

import glassnet as gn
from glassnet.lessons import find
from glassnet.lessons.notebook_file import lesson_notebook

from ..jupyterlab import PATIENCE_MS, JupyterLab, notebook

pytestmark = pytest.mark.browser

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "widgets"


@pytest.fixture(scope="module")
def jupyterlab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterLab]:
    server = JupyterLab(tmp_path_factory.mktemp("jupyterlab"))
    try:
        server.wait()
        yield server
    finally:
        server.stop()


def cell_of(name: str) -> str:
    """The cell that a widget's reference page gives."""
    page = (REFERENCE / f"{name}.md").read_text("utf-8")
    (cell,) = re.findall(r"^One cell of a notebook:\n\n```python\n(.*?)\n```", page, re.DOTALL | re.MULTILINE)
    return str(cell)


def wait_for(widget: Locator, condition: str) -> None:
    """Wait for a condition on `data`, the widget's attributes that only a reply from Python sets."""
    script = f"element => (data => {condition})(element.dataset)"
    widget.page.wait_for_function(script, arg=widget.element_handle(), timeout=PATIENCE_MS)


def train(lab: Locator) -> None:
    before = float(lab.get_attribute("data-loss") or "nan")
    lab.get_by_role("button", name="Play").click()
    wait_for(lab, f"Number(data.loss) < {before / 2}")
    lab.get_by_role("button", name="Pause").click()
    wait_for(lab, "data.playing === 'false' && Number(data.step) > 0")


def move_the_truth(explorer: Locator) -> None:
    explorer.locator("input[name=truth]").fill("-1")
    wait_for(explorer, "Number(data.loss) === 0")


def type_a_formula(custom: Locator) -> None:
    before = custom.get_attribute("data-slope")
    custom.get_by_role("textbox", name="Loss for a prediction").fill("(p - t)^4")
    custom.get_by_role("textbox", name="Loss for a prediction").press("Enter")
    wait_for(custom, f"data.slope !== {before!r}")


def race_too_fast(playground: Locator) -> None:
    playground.locator("input[name=rate]").fill("0.75")
    wait_for(playground, "(data.verdicts ?? '').includes('sgd: diverged')")


def look_at_another_network(visualiser: Locator) -> None:
    before = visualiser.get_attribute("data-example")
    visualiser.get_by_role("combobox").first.select_option(index=1)
    wait_for(visualiser, f"data.example !== '{before}' && data.ready === 'true'")


def open_a_picture(widget: Locator) -> None:
    """Files travel in messages of the notebook's own."""
    file = io.BytesIO()
    Image.new("RGB", (800, 600), (200, 100, 50)).save(file, "BMP")  # not compressed, so that it takes several
    widget.locator("input[type=file]").set_input_files(
        {"name": "brick.bmp", "mimeType": "image/bmp", "buffer": file.getvalue()}
    )
    wait_for(widget, "data.picture === 'own'")
    widget.get_by_role("gridcell").first.press("ArrowRight")
    wait_for(widget, "data.lit === '1'")


def sample_more_coarsely(widget: Locator) -> None:
    widget.locator("select[name='keep_every']").select_option("6")
    wait_for(widget, "data.rate === '8000' && data.halfRate === '4000'")


def count_and_learn(widget: Locator) -> None:
    widget.locator("select[name='encoding']").select_option("one_hot")
    wait_for(widget, "(data.counted ?? '').startsWith('one_hot 6 ')")
    widget.get_by_role("tab", name="Learning").click()
    widget.get_by_role("button", name="Train", exact=True).click()
    wait_for(widget, "Number(data.step) > 0")
    widget.locator("button[name='again']").click()  # also after a training so fast that it has ended
    wait_for(widget, "data.step === '0' && data.done === 'false'")


def drag_back_and_branch(monitor: Locator) -> None:
    last = int(monitor.get_attribute("data-step") or "0")
    monitor.locator("button[name='step']").click()
    wait_for(monitor, f"data.step === '{last + 1}' && data.at === '{last + 1}'")
    mark = monitor.locator("button[name='at']")
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    mouse = monitor.page.mouse
    mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    mouse.down()
    mouse.move(box["x"] - 150, box["y"], steps=3)
    mouse.up()
    wait_for(monitor, "Number(data.at) < Number(data.step)")
    monitor.locator("input[name='timeline']").fill("20")
    wait_for(monitor, "data.at === '20'")
    monitor.locator("button[name='branch']").click()
    wait_for(monitor, "data.tracks === '2' && data.step === '20' && data.track === 'branch_1'")


def train_to_the_end(progress: Locator) -> None:
    progress.get_by_role("button", name="Train", exact=True).click()
    wait_for(progress, "data.done === 'true' && data.running === 'false'")
    expect(progress.get_by_text("accuracy")).to_be_visible()


def show_another_function(explorer: Locator) -> None:
    explorer.get_by_role("checkbox", name="softplus").check()
    wait_for(explorer, "(data.shown ?? '').includes('softplus')")


def type_an_activation(custom: Locator) -> None:
    formula = custom.get_by_label("Activation for a sum z")
    formula.fill("z * z")
    formula.press("Enter")
    wait_for(custom, "data.slope === '2 * z'")


def scale_the_wines(wines: Locator) -> None:
    wines.locator("button[name='scale']").click()
    wait_for(wines, "data.scaling === 'standard'")


def look_into_another_network(forward: Locator) -> None:
    forward.locator("select[name='network']").select_option("student")
    wait_for(forward, "data.network === 'student'")
    forward.locator("input[name='stage']").fill("6")
    forward.locator("[data-ref='dense_2.z[0, 0]']").press("Enter")
    wait_for(forward, "data.explained === 'dense_2.z[0, 0]' && data.stage === 'a1'")


def reveal_the_picture(guess: Locator) -> None:
    before = guess.get_attribute("data-number") or ""
    guess.locator("button[name='colour']").click()
    wait_for(guess, "data.coloured === 'true' && data.shows")
    guess.locator("button[name='colour']").click()
    wait_for(guess, f"data.number !== '{before}'")


def start_elsewhere(hill: Locator) -> None:
    before = hill.get_attribute("data-place")
    hill.get_by_role("button", name="Start at").press("Shift+ArrowLeft")
    wait_for(hill, f"data.place !== '{before}'")


def measure_more_finely(pixels: Locator) -> None:
    before = pixels.get_attribute("data-levels")
    pixels.locator("input[name='levels']").press("Home")
    pixels.locator("input[name='levels']").press("ArrowRight")
    pixels.locator("input[name='levels']").press("End")
    wait_for(pixels, f"data.levels !== '{before}'")
    pixels.locator("button[name='best']").click()


def find_the_axis(cloud: Locator) -> None:
    before = float(cloud.get_attribute("data-share") or "nan")
    cloud.locator("button[name='find']").click()
    wait_for(cloud, f"Number(data.share) > {before} && Number.isInteger(Number(data.turn))")


def play_back(replay: Locator) -> None:
    replay.get_by_role("slider", name="Epoch").fill("0")
    wait_for(replay, "data.epoch === '0'")


def make_the_triangle_smaller(triangle: Locator) -> None:
    triangle.locator("button[name='smaller']").click()
    wait_for(triangle, "Math.abs(Number(data.ratio) - 3.1) < 1e-6")


def be_surer(neurons: Locator) -> None:
    before = neurons.get_attribute("data-halfway")
    neurons.locator("input[name='sure']").press("End")
    wait_for(neurons, f"data.halfway !== '{before}'")


def move_the_threshold(threshold: Locator) -> None:
    threshold.locator("input[name='threshold']").fill("0.1")
    wait_for(threshold, "data.threshold === '0.1'")


def pass_the_wishes_on(wishes: Locator) -> None:
    for _ in range(4):
        wishes.locator("button[name='next']").click()
    wait_for(wishes, "data.updates === '1'")


# What a reader does in each widget, and the answer that must come from Python.
ACTS: dict[str, Callable[[Locator], None]] = {
    "ActivationExplorer": show_another_function,
    "Backpropagation": look_at_another_network,
    "CustomActivation": type_an_activation,
    "CustomLoss": type_a_formula,
    "DescentPlayground": race_too_fast,
    "FeatureScaling": scale_the_wines,
    "ForwardPropagation": look_into_another_network,
    "GuessThePicture": reveal_the_picture,
    "Hillside": start_elsewhere,
    "ImageToNumbers": open_a_picture,
    "Lab": train,
    "LossExplorer": move_the_truth,
    "PixelInformation": measure_more_finely,
    "PrincipalAxes": find_the_axis,
    "Replay": play_back,
    "SlopeTriangle": make_the_triangle_smaller,
    "SoundToWaveform": sample_more_coarsely,
    "SureAndWrong": be_surer,
    "TextToVectors": count_and_learn,
    "Threshold": move_the_threshold,
    "TrainingMonitor": drag_back_and_branch,
    "TrainingProgress": train_to_the_end,
    "Wishes": pass_the_wishes_on,
}


NOTEBOOKS = 3
"""Each with a third of the widgets: one kernel for all of them would keep the last ones waiting."""


@pytest.mark.parametrize("number", range(NOTEBOOKS))
def test_widgets_are_used(page: Page, jupyterlab: JupyterLab, number: int) -> None:
    assert set(ACTS) <= set(gn.widgets.__all__)
    names = list(ACTS)[number::NOTEBOOKS]
    cells = ["import glassnet as gn", *(cell_of(name) for name in names)]
    opened = jupyterlab.run_all(page, f"widgets-{number}.ipynb", notebook(*cells))
    shown = opened.locator(".jp-OutputArea-output .gn-root")
    expect(shown).to_have_count(len(names), timeout=PATIENCE_MS)
    for place, name in enumerate(names):
        widget = opened.locator(".jp-CodeCell").nth(place + 1).locator(".gn-root[data-ready='true']")
        widget.wait_for(timeout=PATIENCE_MS)
        widget.scroll_into_view_if_needed()
        ACTS[name](widget)
    expect(opened.locator(".jp-RenderedText[data-mime-type*='stderr'], .jp-OutputArea-error")).to_have_count(0)


SOLUTION = """def my_step(weight, velocity, gradient, rate, beta):
velocity = beta * velocity + gradient
return weight - rate * velocity, velocity"""  # the editor indents by itself


def write(notebook: Locator, begins: str, source: str) -> None:
    """Write over the cell that begins so, and run it."""
    editor = notebook.locator(".jp-CodeCell .cm-content").filter(has_text=begins).first
    editor.click()
    editor.press("ControlOrMeta+a")
    for line in source.splitlines(keepends=True):
        editor.page.keyboard.insert_text(line.rstrip())
        if line.endswith("\n"):
            editor.press("Enter")
    editor.press("Shift+Enter")


def test_an_exported_lesson_is_read_followed_and_answered(page: Page, jupyterlab: JupyterLab) -> None:
    lesson = find("07")
    opened = jupyterlab.run_all(page, "lesson.ipynb", lesson_notebook(lesson))
    expect(opened.get_by_role("heading", name=re.compile(f"^{lesson.title}"), level=1)).to_be_visible()
    expect(opened.locator("mjx-container").first).to_be_attached(timeout=PATIENCE_MS)
    expect(opened.locator(".jp-OutputArea-error, .jp-mod-error")).to_have_count(0)
    told = opened.locator(".jp-RenderedMarkdown").filter(has_text=re.compile(r"After \d+ steps"))
    picture = opened.locator("svg.glassnet-picture").first
    expect(told.first).to_contain_text("2.2500", timeout=PATIENCE_MS)
    before = picture.get_attribute("aria-label")
    slider = opened.locator(".widget-slider").get_by_role("slider").nth(1)
    slider.focus()
    slider.press("Home")
    expect(picture).not_to_have_attribute("aria-label", before or "", timeout=PATIENCE_MS)
    expect(opened.get_by_text("Deep dive: Newton's method")).to_be_visible()
    answered = page.get_by_role("textbox", name="Your answer")
    card = opened.locator(".gn-root[data-ready='true']").filter(has=answered).first
    card.get_by_role("textbox", name="Your answer").fill("1.5")
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".gn-verdict")).to_contain_text("Right.", timeout=PATIENCE_MS)
    write(opened, "def my_step", SOLUTION)
    code = opened.locator(".gn-root[data-right='true']").filter(has_text="Turn my_step into a step with momentum")
    expect(code.locator(".gn-verdict")).to_contain_text("All cases agree", timeout=PATIENCE_MS)
