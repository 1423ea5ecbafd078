"""Image → numbers and sound → waveform in a notebook, in a real browser."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import FilePayload, Locator, Page, expect

from glassnet.widgets.image_to_numbers.widget import ImageToNumbers

from ..notebook import served
from ..watch import Watch
from ..widget_page import hosted

pytestmark = pytest.mark.browser

PATIENCE_MS = 60_000
# So high that nothing has to be scrolled to: what is out of sight, axe passes over.
DESK = {"viewport": {"width": 1280, "height": 2600}}
PHONE = {"viewport": {"width": 390, "height": 4200}, "has_touch": True, "is_mobile": True}


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    cells = ("gn.widgets.ImageToNumbers()", "gn.widgets.SoundToWaveform()")
    with served(tmp_path_factory.mktemp("notebook"), *cells) as address:
        yield address


def opened(page: Page, address: str) -> tuple[Locator, Locator]:
    """Open the notebook and return both widgets once they show something."""
    page.goto(address)
    image, sound = page.locator(".gn-image"), page.locator(".gn-sound")
    says(image, ready="true")
    says(sound, ready="true", spectrogram=None)
    return image, sound


def says(widget: Locator, **data: str | None) -> None:
    """Wait for what only Python's replies set; None stands for any value."""
    for name, value in data.items():
        script = (
            "([element, name, value]) => name in element.dataset && (value === null || element.dataset[name] === value)"
        )
        arguments = [widget.element_handle(timeout=PATIENCE_MS), name, value]
        widget.page.wait_for_function(script, arg=arguments, timeout=PATIENCE_MS)


def until(widget: Locator, name: str, condition: str) -> str:
    """Wait until a condition on `value`, one of the widget's attributes, holds."""
    script = f"(element) => (value => value !== undefined && ({condition}))(element.dataset.{name})"
    widget.page.wait_for_function(script, arg=widget.element_handle(), timeout=PATIENCE_MS)
    return str(widget.evaluate(f"element => element.dataset.{name}"))


def choose(widget: Locator, name: str, value: str) -> None:
    widget.locator(f"select[name='{name}']").select_option(value)


def file(name: str, mime: str, data: bytes) -> FilePayload:
    return {"name": name, "mimeType": mime, "buffer": data}


def picture_file() -> bytes:
    out = io.BytesIO()
    Image.fromarray(np.full((60, 90, 3), (200, 100, 50), np.uint8)).save(out, "PNG")
    return out.getvalue()


def sound_file(hertz: float = 500, seconds: float = 1.0) -> bytes:
    out = io.BytesIO()
    time = np.arange(round(8000 * seconds)) / 8000
    soundfile.write(out, 0.5 * np.sin(2 * np.pi * hertz * time), 8000, format="WAV")
    return out.getvalue()


def test_every_control_of_the_picture_changes_its_numbers(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    image, _ = opened(page, address)
    says(image, picture="smile", shape="12 12 1", first="255")
    choose(image, "picture", "ramp")
    says(image, picture="ramp", first="11")
    image.locator("input[name=size]").fill("4")
    says(image, shape="4 4 1", first="32")
    expect(image.get_by_role("gridcell")).to_have_text(["32", "96", "159", "223"] * 4)
    choose(image, "scale", "normalised")
    says(image, scale="normalised")
    expect(image.get_by_role("gridcell").first).to_have_text("0.13")
    choose(image, "colour", "rgb")
    says(image, shape="4 4 3")
    expect(image.get_by_role("grid")).to_have_count(3)
    expect(image.get_by_role("status").last).to_contain_text("4 × 4 pixels × 3 channels = 48 numbers")


IN_ITS_BOX = """cells => cells.map(cell => {
    const [inner, outer] = [cell, cell.closest('.gn-numbers')].map(element => element.getBoundingClientRect());
    return inner.right <= outer.right + 1 && inner.bottom <= outer.bottom + 1;
})"""


def test_a_pixel_and_its_number_light_up_together(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    image, _ = opened(page, address)
    image.get_by_role("gridcell").nth(4 * 12 + 4).hover()
    says(image, lit=str(4 * 12 + 4))
    expect(image.locator(".gn-pixel")).to_be_visible()
    told = image.get_by_text("Row 5, column 5: grey 63 of 255 (0.247).")
    expect(told).to_be_visible()
    canvas = image.locator(".gn-pixels")
    box = canvas.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 2.5 / 12, box["y"] + box["height"] * 1.5 / 12)
    says(image, lit=str(12 + 2))
    expect(image.locator(".gn-numbers td.gn-lit")).to_have_text("251")
    page.mouse.move(0, 0)
    says(image, lit="")
    image.get_by_role("gridcell").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowRight")
    says(image, lit=str(12 + 1))
    expect(image.get_by_role("gridcell", name="255, row 2, column 2")).to_be_focused()
    page.keyboard.press("End")
    says(image, lit=str(12 + 11))
    image.locator("input[name=size]").fill("28")
    choose(image, "colour", "rgb")
    says(image, shape="28 28 3")
    box = canvas.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + box["height"] * 0.99)
    says(image, lit=str(28 * 28 - 1))
    assert image.locator(".gn-numbers td.gn-lit").evaluate_all(IN_ITS_BOX) == [True] * 3


def test_on_a_phone_a_fine_grid_is_whole_and_its_numbers_are_legible_around_the_chosen_pixel(
    new_page: Callable[..., Page],
) -> None:
    page = new_page(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    with hosted(ImageToNumbers(size=28)) as url:
        page.goto(url)
        image = page.locator(".gn-image[data-ready='true']")
        image.wait_for(timeout=PATIENCE_MS)
        numbers = image.locator(".gn-numbers")
        assert numbers.evaluate(
            "grid => [grid.scrollWidth - grid.clientWidth, grid.scrollHeight - grid.clientHeight]"
        ) == [0, 0]
        cells, lens = numbers.locator("td"), image.locator(".gn-lens td")
        expect(cells).to_have_count(28 * 28)
        expect(lens).to_have_count(49)
        for row, column in ((14, 8), (0, 0), (27, 27), (5, 20)):
            cells.nth(28 * row + column).tap()
            says(image, lit=str(28 * row + column))
            lit = image.locator(".gn-lens td.gn-lit")
            expect(lit).to_have_text(cells.nth(28 * row + column).text_content() or "?")
        lens.first.tap()  # three to the left and three above
        says(image, lit=str(28 * 2 + 17))
        image.locator("input[name=size]").fill("8")
        says(image, shape="8 8 1")
        expect(image.locator(".gn-lens")).to_be_hidden()


def test_a_drawing_by_pointer_and_by_keys_becomes_numbers(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    image, _ = opened(page, address)
    image.locator("input[name=size]").fill("4")
    choose(image, "picture", "drawing")
    says(image, picture="drawing", first="255", shape="4 4 1")
    box = image.locator(".gn-sheet").bounding_box()
    assert box
    page.mouse.move(box["x"] + 6, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 2.5 / 4, box["y"] + 12, steps=8)
    page.mouse.up()
    expect(image.get_by_role("gridcell").nth(2)).not_to_have_text("255")  # the pen has left the first pixel for good
    drawn = float(image.get_attribute("data-first") or "nan")
    assert drawn < 250
    expect(image.get_by_role("gridcell").last).to_have_text("255")
    choose(image, "pen", "white")
    pen = image.get_by_role("button", name="Pen,")
    pen.focus()
    for key in ("Space", "ArrowLeft", *["Shift+ArrowLeft"] * 16):
        pen.press(key)
    until(image, "first", f"Number(value) > {drawn}")
    image.get_by_role("button", name="Clear").click()
    says(image, first="255")


DROPS = """(element, [name, type, size]) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array(size)], name, { type }));
    const settings = { dataTransfer, bubbles: true, cancelable: true };
    for (const kind of ['dragover', 'drop']) element.dispatchEvent(new DragEvent(kind, settings));
}"""


def test_a_picture_is_opened_dropped_or_refused_with_a_word(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    image, _ = opened(page, address)
    opener, alert = image.locator("input[type=file]"), image.get_by_role("alert")
    for bad, words in (
        (file("notes.txt", "text/plain", b"hello"), "notes.txt is not a supported image file: choose a PNG"),
        (file("empty.png", "image/png", b""), "empty.png is empty (0 bytes)"),
        (file("text.png", "image/png", b"hello"), "text.png can't be read as an image"),
        (file("half.png", "image/png", picture_file()[:100]), "half.png is damaged or incomplete"),
    ):
        opener.set_input_files(bad)
        expect(alert).to_contain_text(words)
        says(image, picture="smile", shape="12 12 1")
    opener.set_input_files(file("brick.png", "image/png", picture_file()))
    says(image, picture="own", first="124")
    expect(alert).to_be_empty()
    expect(image.get_by_role("status").last).to_contain_text("brick.png, 90 × 60 pixels, cropped to a square.")
    choose(image, "picture", "seven")
    says(image, picture="seven")
    choose(image, "picture", "own")
    says(image, picture="own", first="124")
    image.evaluate(DROPS, ["large.png", "image/png", 200_000_000])
    expect(alert).to_contain_text("large.png is too large: 200 MB; the limit is 20 MB")
    image.evaluate(DROPS, ["zeros.csv", "text/csv", 10])
    expect(alert).to_contain_text("zeros.csv is not a supported image file")
    image.evaluate(DROPS, ["zeros.png", "image/png", 1_000_000])  # in three pieces
    expect(alert).to_contain_text("zeros.png can't be read as an image")
    choose(image, "colour", "rgb")
    says(image, picture="own", shape="12 12 3", first="200")
    expect(alert).to_be_empty()


def test_a_file_is_a_choice_only_once_it_has_been_read_and_then_by_its_name(page: Page, tmp_path: Path) -> None:
    (tmp_path / "orange.png").write_bytes(picture_file())
    for widget, named in ((ImageToNumbers(str(tmp_path / "orange.png"), size=4), True), (ImageToNumbers(), False)):
        with hosted(widget) as address:
            page.goto(address)
            image = page.locator(".gn-image")
            says(image, ready="true")
            choose(image, "picture", "smile")
            says(image, picture="smile")
            page.reload()
            says(image, ready="true", picture="smile")
            own = image.locator("select[name='picture'] option[value='own']")
            expect(own).to_have_count(int(named))
            if named:
                expect(own).to_contain_text("orange.png")


def test_every_control_of_the_sound_changes_what_is_shown(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    _, sound = opened(page, address)
    says(sound, sound="vowel_a", rate="48000", bits="16", few="false")
    choose(sound, "sound", "rising")
    says(sound, sound="rising")
    choose(sound, "keep_every", "8")
    says(sound, rate="6000", count="9000", halfRate="3000")
    sound.locator("input[name=bits]").fill("4")
    says(sound, bits="4")
    expect(sound.get_by_role("status").last).to_contain_text(
        "9\u202f000 samples of 4 bits = 4\u202f500 bytes. Rounding to 4 bits"
    )
    sound.get_by_role("checkbox", name="Filter first").check()
    says(sound, filtered="true")
    sound.locator("input[name=zoom]").fill("1")
    says(sound, few="true")
    listed = sound.locator(".gn-samples tr").first.locator("td")
    expect(listed).to_have_count(17)
    place = int(sound.get_attribute("data-place") or "-1")
    probe = sound.get_by_role("button", name="Sample")
    for _ in range(5):
        probe.press("Shift+ArrowRight")
    moved = int(until(sound, "place", f"Number(value) > {place}"))
    expect(sound.locator(".gn-samples td.gn-lit").first).to_have_text(f"{moved:,}".replace(",", "\u202f"))
    begin = float(sound.get_attribute("data-begin") or "nan")
    sound.get_by_role("button", name="Later").click()
    begin = float(until(sound, "begin", f"Number(value) > {begin}"))
    sound.get_by_role("button", name="Earlier").click()
    until(sound, "begin", f"Number(value) < {begin}")
    choose(sound, "keep_every", "48")
    says(sound, rate="1000", few="true")
    expect(listed).to_have_count(17)
    sound.get_by_role("button", name="Whole sound").click()
    says(sound, begin="0", end="1.5", few="false")
    choose(sound, "sound", "tone")
    says(sound, sound="tone", rate="48000", bits="4")


def test_sounds_play_when_asked_to_and_stop(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    _, sound = opened(page, address)
    assert sound.get_attribute("data-playing") is None
    sound.locator("input[type=file]").set_input_files(file("long.wav", "audio/wav", sound_file(seconds=19)))
    says(sound, sound="own")
    sound.get_by_role("button", name="Play", exact=True).click()
    says(sound, playing="true")
    sound.get_by_role("button", name="Stop", exact=True).click()
    says(sound, playing="false")
    sound.get_by_role("button", name="Play the original").click()
    says(sound, playing="true")
    choose(sound, "sound", "chord")
    says(sound, playing="false", sound="chord")


HEARS_A_TONE = """() => {
    navigator.mediaDevices.getUserMedia = async () => {
        const context = new AudioContext(), tone = new OscillatorNode(context, { frequency: 1000 });
        const end = context.createMediaStreamDestination();
        window.soundedSeconds = () => context.currentTime;
        tone.connect(end);
        tone.start();
        return end.stream;
    };
}"""
REFUSES = """name => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', name));
}"""


def test_sounds_are_opened_recorded_or_refused_with_a_word(new_page: Callable[..., Page], address: str) -> None:
    page = new_page()
    _, sound = opened(page, address)
    opener, alert = sound.locator("input[type=file]"), sound.get_by_role("alert")
    for bad, words in (
        (file("notes.txt", "text/plain", b"hello"), "notes.txt is not a supported sound file: choose a WAV"),
        (file("empty.mp3", "audio/mpeg", b""), "empty.mp3 is empty (0 bytes)"),
        (file("half.wav", "audio/wav", sound_file()[:5000]), "half.wav is incomplete"),
        (file("long.wav", "audio/wav", sound_file(seconds=21)), "long.wav lasts 21.0 s; the limit is 20 s"),
    ):
        opener.set_input_files(bad)
        expect(alert).to_contain_text(words)
        says(sound, sound="vowel_a")
    record = sound.locator("button[name=record]")
    for name, words in (("NotAllowedError", "microphone was denied"), ("NotFoundError", "No microphone was found")):
        page.evaluate(REFUSES, name)
        record.click()
        expect(alert).to_contain_text(words)
        says(sound, sound="vowel_a")
    opener.set_input_files(file("tone.wav", "audio/wav", sound_file()))
    says(sound, sound="own", rate="8000", count="8000")
    expect(alert).to_be_empty()
    page.evaluate(HEARS_A_TONE)
    record.click()
    says(sound, recording="true")
    expect(record).to_have_accessible_name("Stop recording")
    page.wait_for_function("() => window.soundedSeconds() > 0.6")  # at least so long is the recording
    record.click()
    says(sound, recording="false")
    until(sound, "count", "value !== '8000'")
    expect(sound.get_by_role("status").last).to_contain_text("recording.wav,")
    page.evaluate("() => Object.defineProperty(window, 'isSecureContext', { value: false })")
    record.click()
    expect(alert).to_contain_text("on secure pages only")


def faults(page: Page, widget: str) -> list[str]:
    """Return what axe finds in a widget, which the notebook keeps in a shadow tree."""
    context = {"include": {"fromShadowDom": ["marimo-anywidget", widget]}}
    response = Axe().run(page, context=context).response
    assert len(response["passes"]) > 10
    return [f"{rule['id']}: {node['html'][:160]}" for rule in response["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("settings", [DESK, PHONE], ids=["desk", "phone"])
def test_axe_finds_nothing_and_fingers_find_everything(
    new_page: Callable[..., Page], address: str, settings: dict[str, object]
) -> None:
    page = new_page(color_scheme="light", **settings)
    image, sound = opened(page, address)
    choose(image, "colour", "rgb")
    image.locator("input[name=size]").fill("8")
    says(image, shape="8 8 3")
    for theme, picture in (("light", "drawing"), ("dark", "sunset")):
        page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
        choose(image, "picture", picture)
        says(image, picture=picture, theme=theme)
        says(sound, theme=theme)
        for one in (".gn-image", ".gn-sound"):
            assert faults(page, one) == []
    if "has_touch" in settings:
        image.locator(".gn-pixels").tap()
        until(image, "lit", "value !== ''")
    for widget in (image, sound):
        assert widget.evaluate("e => e.scrollWidth - e.clientWidth") <= 0
        pressed = widget.locator("button:not(.gn-handle), select, input[type=range], .gn-check")
        heights = [box["height"] for one in pressed.all() if one.is_visible() and (box := one.bounding_box())]
        assert len(heights) >= 4
        assert min(heights) >= (43.5 if "has_touch" in settings else 24)


def test_a_reload_begins_again_without_a_fault(page: Page, address: str, watch: Watch) -> None:
    image, _ = opened(page, address)
    choose(image, "picture", "seven")
    says(image, picture="seven")
    image, _ = opened(page, address)
    says(image, picture="smile")
