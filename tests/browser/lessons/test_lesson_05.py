"""Lesson 05 in a real browser: words counted, words trained, files that are no text, controls, exercises."""

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


@pytest.mark.parametrize(
    "settings", [{"color_scheme": "light"}, {"color_scheme": "dark", **PHONE}], ids=["desk", "phone"]
)
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    new_page: Callable[..., Page], server: Server, settings: dict[str, object]
) -> None:
    page = open_whole(new_page(**settings), server, "05")
    words = words_of(page)
    for tab, part in (("Learning", ".gn-words"), ("Counting", "")):
        words.get_by_role("tab", name=tab).click()
        unroll(page, WIDGETS["05"])
        assert axe_findings(page, part) == []
    too_wide = "[document.documentElement, document.querySelector('#App')].map(e => e.scrollWidth - e.clientWidth)"
    assert page.evaluate(too_wide) == [0, 0]
    if "has_touch" in settings:
        words.get_by_role("tab", name="Learning").click()
        pressed = words.locator("button:visible, select:visible, summary:visible")
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


def test_files_that_are_no_text_are_refused_and_a_good_one_is_read(shared: Callable[[str], Page]) -> None:
    words = words_of(shared("05"))
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
    assert float(wait_for(words, "cosine", "true")) < 0.45
    words.locator("select[name=other]").select_option("queen")
    wait_for(words, "cosine", "Number(value) > 0.6")
    near = words.locator(".gn-found button").first
    chosen = near.inner_text()
    near.click()
    expect(words.locator("select[name=word]")).to_have_value(chosen)
    words.get_by_text("The word’s vector").click()
    expect(words.get_by_role("img", name=f"The 24 numbers of {chosen}")).to_be_visible(timeout=PATIENCE_MS)
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


def test_controls_and_predictions_change_the_page(shared: Callable[[str], Page]) -> None:
    page = shared("05")
    curse = page.get_by_role("region", name="Exercise 5", exact=True)
    curse.get_by_role("radio", name="about 1.1 times").check()
    expect(curse.locator(".gn-verdict")).to_contain_text("Right.", timeout=PATIENCE_MS)
    expect(curse.locator(".gn-verdict")).to_contain_text("Just measured")
    page.get_by_role("button", name="Run t-SNE").click()
    expect(page.get_by_role("img", name="by t-SNE")).to_be_visible(timeout=PATIENCE_MS)
    page.get_by_role("slider", name="Probability of heads").press("ArrowLeft")
    expect(page.get_by_text("Heads with probability 0.89")).to_be_visible(timeout=PATIENCE_MS)
