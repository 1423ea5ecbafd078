"""Lessons 05a and 05b in a real browser: words counted, words trained, files that are no text, controls, exercises."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

import glassnet as gn

from ..lesson_page import WIDGETS, open_whole
from ..server import Server
from ..whole import axe_findings, unroll
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
TRAINING_MS = 180_000  # two seconds of work, on a machine that may have ten other things to do
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def words_of(page: Page) -> Locator:
    return page.get_by_role("region", name="Text to vectors")


@pytest.fixture
def words(page: Page) -> Iterator[Locator]:
    """Text to vectors on a page of its own, which opens at once."""
    with hosted(gn.widgets.TextToVectors()) as address:
        page.goto(address)
        yield words_of(page)


def wait_for(widget: Locator, name: str, condition: str, patience: int = PATIENCE_MS) -> str:
    """Wait until one of the widget's attributes, which only Python's replies set, fulfils a condition on `value`."""
    script = f"(element) => (value => value !== undefined && ({condition}))(element.dataset.{name})"
    widget.page.wait_for_function(script, arg=widget.element_handle(), timeout=patience)
    return str(widget.evaluate(f"element => element.dataset.{name}"))


@pytest.mark.parametrize("number", ["05a", "05b"])
@pytest.mark.parametrize(
    "settings", [{"color_scheme": "light"}, {"color_scheme": "dark", **PHONE}], ids=["desk", "phone"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: Server, number: str, settings: dict[str, object]
) -> None:
    page = open_whole(new_page(**settings), server, number)
    unroll(page, WIDGETS[number])
    assert axe_findings(page) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
    if "has_touch" in settings:
        pressed = page.locator(".gn-root button:visible, .gn-root select:visible, .gn-root summary:visible")
        heights = [box["height"] for one in pressed.all() if (box := one.bounding_box())]
        assert len(heights) > 15
        assert min(heights) > 43.5


def test_lines_are_counted_and_every_number_has_its_reason(words: Locator) -> None:
    wait_for(words, "counted", "value.startsWith('counts 4')")
    words.get_by_role("textbox", name="Sentences").fill("a b b\nb c")
    wait_for(words, "counted", "value === 'counts 2 3'")
    words.get_by_role("button", name="2: b, 1. Explain").press("Enter")
    wait_for(words, "reason", "value === '“b” occurs twice in line 1.'")
    expect(words.get_by_role("button", name="2: b, 1. Explain")).to_be_focused()
    words.locator("select[name=encoding]").select_option("tf_idf")
    wait_for(words, "reason", "value.includes('rarity ln((1 + 2)')")
    words.locator("select[name=encoding]").select_option("one_hot")
    wait_for(words, "counted", "value === 'one_hot 3 3'")
    words.get_by_role("textbox", name="Sentences").fill("...")
    expect(words.get_by_role("alert")).to_contain_text("contains no words", timeout=PATIENCE_MS)
    words.get_by_role("textbox", name="Sentences").fill("all well")
    expect(words.locator(".gn-error")).to_be_empty(timeout=PATIENCE_MS)


def test_files_that_are_no_text_are_refused_and_a_good_one_is_read(words: Locator) -> None:
    file, alert = words.locator("input[type=file]").first, words.get_by_role("alert")
    for name, content, said in (
        ("empty.txt", b"", "is empty"),
        ("large.txt", b"a " * 150_000, "is too large"),
        ("old.txt", "Grüße".encode("latin-1"), "is not UTF-8 text"),
        ("picture.txt", b"\x89PNG\x00\x01\x02", "is not a text file"),
        ("program.exe", b"MZ", "is not a supported text file"),
    ):
        file.set_input_files(FilePayload(name=name, mimeType="application/octet-stream", buffer=content))
        expect(alert).to_contain_text(f"{name} {said}", timeout=PATIENCE_MS)
    file.set_input_files(FilePayload(name="good.txt", mimeType="text/plain", buffer="Grüße an alle.".encode()))
    expect(words.get_by_role("textbox", name="Sentences")).to_have_value("Grüße an alle.", timeout=PATIENCE_MS)
    wait_for(words, "counted", "value === 'counts 1 3'")
    expect(alert).to_be_empty()


def test_words_are_trained_stopped_asked_and_trained_to_the_end(words: Locator) -> None:
    words.get_by_role("tab", name="Counting").press("ArrowRight")
    train = words.get_by_role("button", name="Train", exact=True)
    train.click()
    words.get_by_role("button", name="Stop").click()
    wait_for(words, "step", "Number(value) > 0")
    expect(words.get_by_role("button", name="Continue")).to_be_visible(timeout=PATIENCE_MS)
    words.locator("select[name=word]").select_option("dog")
    expect(words.get_by_role("heading", name="dog − man + woman ≈")).to_be_visible(timeout=PATIENCE_MS)
    words.locator("select[name=word]").select_option("king")
    words.get_by_role("button", name="Continue").click()
    wait_for(words, "done", "value === 'true'", TRAINING_MS)
    wait_for(words, "found", "value === 'queen'")
    assert float(wait_for(words, "cosine", "true")) > 0.6
    expect(words.get_by_text("They agree in sign in 2")).to_be_visible()
    words.locator("select[name=other]").select_option("bicycle")
    wait_for(words, "cosine", "Number(value) < 0.45")
    near = words.locator(".gn-found button").first
    chosen = near.inner_text()
    near.click()
    expect(words.locator("select[name=word]")).to_have_value(chosen)
    strips = words.locator(".gn-strips").first
    expect(strips.get_by_role("img", name=f"{chosen}: ")).to_be_visible(timeout=PATIENCE_MS)
    assert [strip.locator("rect").count() for strip in strips.get_by_role("img").all()] == [24, 24, 24]
    words.get_by_role("button", name="Start over").click()
    wait_for(words, "step", "value === '0'")


def test_a_text_of_ones_own_is_learnt_from_or_refused(words: Locator) -> None:
    words.get_by_role("tab", name="Learning").click()
    words.locator("select[name=source]").select_option("own")
    own = words.locator("textarea[name=own]")
    use = words.get_by_role("button", name="Use this text")
    own.fill("too few")
    use.click()
    expect(words.get_by_role("alert")).to_contain_text("are too few to learn from", timeout=PATIENCE_MS)
    own.fill("The cat chases the mouse. The dog chases the cat. A mouse eats cheese.")
    use.click()
    wait_for(words, "words", "value === '8'")
    expect(words.locator(".gn-error")).to_be_empty()
    words.get_by_role("button", name="Train", exact=True).click()
    wait_for(words, "step", "Number(value) > 0")
    words.get_by_role("button", name="Stop").click()
    words.locator("select[name=source]").select_option("world")
    wait_for(words, "words", "Number(value) > 200")


def test_the_picture_gets_its_colours_and_then_another_one_comes(shared: Callable[[str], Page]) -> None:
    guess = shared("05a").get_by_role("region", name="Guess the picture")
    guess.page.evaluate("document.querySelector('#App').scrollTop = 0")
    expect(guess.get_by_role("button", name="Colour the numbers")).to_be_in_viewport()
    guess.get_by_role("button", name="Colour the numbers").click()
    wait_for(guess, "coloured", "value === 'true'", 3_000)
    expect(guess.get_by_role("status")).to_contain_text("a smiling face")
    darkest = guess.get_by_role("cell", name="34", exact=True).first
    expect(darkest).to_have_css("background-color", "rgb(34, 34, 34)")
    guess.get_by_role("button", name="Another picture").click()
    wait_for(guess, "number", "value === '1'")
    wait_for(guess, "coloured", "value === 'false'")
    expect(guess.get_by_role("status")).not_to_contain_text("digit")


def test_scaling_brings_the_wine_its_right_neighbours(shared: Callable[[str], Page]) -> None:
    wines = shared("05b").get_by_role("region", name="Feature scaling")
    wait_for(wines, "votes", "value === '0 5 0'")
    expect(wines.get_by_role("status")).to_contain_text("Wrong.")
    wines.get_by_role("button", name="Scale both measurements").click()
    wait_for(wines, "votes", "value === '0 0 5'", 3_000)
    expect(wines.get_by_role("status")).to_contain_text("Right.")
    wines.locator("select[name=scaling]").select_option("min_max")
    assert float(wait_for(wines, "right", "true")) > 0.85
    wines.get_by_role("slider", name="Wine").press("ArrowRight")
    expect(wines.get_by_role("slider", name="Wine")).to_have_attribute("aria-valuetext", "152 of 178")


def test_the_cloud_finds_its_axis_and_turns(shared: Callable[[str], Page]) -> None:
    cloud = shared("05b").get_by_role("region", name="Principal axes")
    before = cloud.locator("circle").first.get_attribute("cx")
    cloud.get_by_role("img", name="A cloud of points").press("ArrowRight")
    expect(cloud.locator("circle").first).not_to_have_attribute("cx", str(before))
    cloud.get_by_role("button", name="Find the principal axis").click()
    assert float(wait_for(cloud, "share", "Number(value) > 0.85")) < 0.87
    cloud.get_by_role("button", name="Show the second axis").click()
    expect(cloud.get_by_role("status")).to_contain_text("a flat sheet keeps 97.6 %")


def test_a_pixel_that_is_clicked_or_reached_by_key_is_measured(shared: Callable[[str], Page]) -> None:
    pixels = shared("05b").get_by_role("region", name="Pixel information")
    first = wait_for(pixels, "pixel", "true")
    grid = pixels.get_by_role("grid", name="Mutual information: how much it tells")
    grid.get_by_role("gridcell").nth(10).click()
    wait_for(pixels, "pixel", "value === '10'")
    grid.get_by_role("gridcell").nth(10).press("ArrowDown")
    wait_for(pixels, "pixel", "value === '18'")
    expect(grid.get_by_role("gridcell").nth(18)).to_be_focused()
    pixels.get_by_role("button", name="Choose the pixel that tells most").click()
    wait_for(pixels, "pixel", f"value === '{first}'")
    pixels.get_by_role("slider", name="Grey levels").press("ArrowRight")
    wait_for(pixels, "levels", "value === '8'")


def test_controls_and_predictions_change_the_page(shared: Callable[[str], Page]) -> None:
    page = shared("05b")
    curse = page.get_by_role("region", name="Exercise 9", exact=True)
    curse.get_by_role("radio", name="about 1.1 times").check()
    expect(curse.locator(".gn-verdict")).to_contain_text("Right.", timeout=PATIENCE_MS)
    expect(curse.locator(".gn-verdict")).to_contain_text("Just measured")
    page.get_by_role("button", name="Run t-SNE").click()
    expect(page.get_by_role("img", name="by t-SNE")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("slider", name="Probability of heads").press("ArrowLeft")
    expect(page.get_by_text("Heads with probability 0.89")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("slider", name="Columns of noise").press("End")
    expect(page.get_by_role("img", name="20 of 2000 columns chosen")).to_be_visible(timeout=PATIENCE_MS)
