"""What Glassnet relies on in marimo, thing by thing: after an upgrade, the failing name is the thing that changed.

What takes a browser to see is in tests/browser/lessons/test_marimo_page.py.
"""

import asyncio
import inspect
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from threading import Thread, current_thread
from types import ModuleType

import marimo
import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from glassnet.app.edit_command import RUN_ON_OPENING, edit_command
from glassnet.lessons.cells import cells_of
from glassnet.lessons.marimo_internals import page
from glassnet.lessons.marimo_internals.application import (
    MAX_OLD_SCRIPTS,
    Notebooks,
    keep_scripts_a_while,
    session_managers,
)
from glassnet.lessons.marimo_internals.outputs import FORMULA, WIDGET_ELEMENT, cell, outputs, static_html
from glassnet.lessons.marimo_internals.page import static_folder

FILES = "/files-of-marimo"
NOTEBOOK = """import marimo

app = marimo.App()


@app.function
def double(x):
    return 2 * x


@app.cell(hide_code=True)
def _():
    import marimo as mo
    import records

    records.threads.append(records.current_thread())
    records.codes.append((double.__code__.co_filename, double.__code__))
    records.modes.append(mo.app_meta().mode)
    mo.md("The text.")
    return


if __name__ == "__main__":
    app.run()
"""
PATIENCE_SECONDS = 60.0


class Records(ModuleType):
    """What the notebook notes down when it runs."""

    def __init__(self) -> None:
        super().__init__("records")
        self.threads: list[Thread] = []
        self.codes: list[tuple[str, object]] = []
        self.modes: list[str] = []
        self.current_thread = current_thread


@pytest.fixture
def records(monkeypatch: pytest.MonkeyPatch) -> Records:
    made = Records()
    monkeypatch.setitem(sys.modules, "records", made)
    return made


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("notebook") / "small.py"
    path.write_text(NOTEBOOK, "utf-8")
    return path


@pytest.fixture
def notebooks(notebook: Path) -> Notebooks:
    return Notebooks({"/01": notebook, "/02": notebook}, FILES)


@pytest.fixture
def application(notebooks: Notebooks) -> ASGIApp:
    return notebooks.application("/01")


@pytest.fixture
def client(notebooks: Notebooks, application: ASGIApp) -> Iterator[TestClient]:
    with TestClient(application, base_url="http://127.0.0.1") as client:
        yield client
    asyncio.run(notebooks.close())


@pytest.fixture
def text(client: TestClient) -> str:
    """marimo's own page of a notebook."""
    return client.get("/01/").text


def told_by_marimo(*words: str, folder: Path) -> str:
    """Return what marimo's command line answers."""
    command = [sys.executable, "-m", "marimo", *words]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE_SECONDS, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def read(client: TestClient, reader: str) -> None:
    """Open the notebook as a reader does, and wait until it has run."""
    with client.websocket_connect(f"/01/ws?session_id={reader}") as socket:
        while socket.receive_json()["op"] != "completed-run":
            pass


# --- The page


def test_the_page_has_one_root_and_one_end_of_its_head(text: str) -> None:
    assert page.is_whole(text)
    assert text.count(page.ROOT) == text.count(page.END_OF_HEAD) == 1


def test_the_page_links_its_style_sheets(text: str) -> None:
    sheets = page.STYLE_SHEET.findall(text)
    assert sheets
    assert len(sheets) == text.count('rel="stylesheet"')


def test_the_page_preloads_files_before_its_scripts(text: str) -> None:
    assert text.index(page.FIRST_FILE) < text.index('<script type="module"')


def test_the_page_takes_its_files_from_the_given_address(text: str) -> None:
    scripts = re.findall(r'<script type="module"[^>]*src="([^"]*)"', text)
    assert scripts
    assert all(script.startswith(f"{FILES}/assets/") for script in scripts)
    assert all((static_folder() / script.removeprefix(f"{FILES}/")).is_file() for script in scripts)


def test_the_page_is_the_same_for_every_reader(client: TestClient, text: str) -> None:
    assert client.get("/01/").text == text


def test_the_page_is_what_lies_in_the_static_folder(text: str) -> None:
    lying = (static_folder() / page.INDEX).read_text("utf-8")
    names = re.findall(r'(?:href|src)="\./(assets/[^"]+)"', lying)
    assert len(names) > 50
    assert all(f'{FILES}/{name}"' in text for name in names)


def test_a_typesetter_with_its_fonts_lies_in_the_static_folder() -> None:
    assert page.typesetter() in page.typesetter_files()
    texts = [(static_folder() / name).read_text("utf-8") for name in page.typesetter_files()]
    assert any("katex-error" in text and "displayMode" in text for text in texts)
    assert len(page.typesetter_fonts()) == len(page.COMMON_FONTS)


# --- The application


def test_every_notebook_has_a_session_manager_that_can_be_shut_down(application: ASGIApp) -> None:
    managers = session_managers(application)
    assert len(managers) == 1
    assert all(inspect.iscoroutinefunction(manager.shutdown) for manager in managers)


def test_a_notebook_s_application_is_made_when_it_is_asked_for(notebooks: Notebooks) -> None:
    notebooks.prepare()
    assert notebooks.made == {}
    made = notebooks.application("/02")
    assert notebooks.application("/02") is made
    assert list(notebooks.made) == ["/02"]


def test_a_notebook_runs_when_its_socket_opens_in_a_thread_of_its_own_that_ends_with_it(
    notebooks: Notebooks, client: TestClient, records: Records
) -> None:
    for reader in ("first-reader", "second-reader"):
        read(client, reader)
    assert len({current_thread(), *records.threads}) == 3
    assert all(thread.is_alive() for thread in records.threads)
    asyncio.run(notebooks.close())
    for thread in records.threads:
        thread.join(PATIENCE_SECONDS)
        assert not thread.is_alive()


def test_every_reader_has_functions_with_the_same_code(client: TestClient, records: Records) -> None:
    for reader in ("third-reader", "fourth-reader"):
        read(client, reader)
    first, second = records.codes
    assert first == second
    assert first[1] is not second[1]  # compared by what it does


def test_a_served_notebook_knows_that_it_is_being_read(client: TestClient, records: Records) -> None:
    read(client, "fifth-reader")
    assert records.modes == ["run"]


def test_a_page_asks_for_scripts_where_they_are_kept_a_while(client: TestClient) -> None:
    scripts = keep_scripts_a_while()
    scripts.store("let-go.js", b"export default {}")
    scripts.remove("let-go.js")
    assert client.get("/01/@file/17-let-go.js").content == b"export default {}"
    for number in range(MAX_OLD_SCRIPTS):
        scripts.remove(f"other-{number}.js")
    assert not scripts.has("let-go.js")


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="later Pythons parse in several threads without harm")
def test_cells_are_compiled_by_what_stands_for_compile_in_marimo_s_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    from marimo._ast import compiler, transformers

    compiled: list[str] = []

    def recorded(source: object, *arguments: object, **settings: object) -> object:
        compiled.append(inspect.stack()[1].frame.f_globals["__name__"])
        return compile(source, *arguments, **settings)  # type: ignore[call-overload]

    for module in (compiler, transformers):
        monkeypatch.setitem(vars(module), "compile", recorded)
    compiler.compile_cell("x = 1\nx", cell_id="one")  # type: ignore[arg-type]
    assert "marimo._ast.compiler" in compiled
    assert "compile(" in inspect.getsource(transformers)


# --- What a notebook shows


def test_a_notebook_runs_as_a_script_and_gives_what_each_cell_shows(notebook: Path, records: Records) -> None:
    shown = outputs(notebook)
    assert records.modes == ["script"]
    assert [text for text in shown if text is not None] == [marimo.as_html(marimo.md("The text.")).text]


@pytest.mark.parametrize(("sign", "begin", "end"), [("$", "||(", "||)"), ("$$", "||[", "||]")])
def test_a_formula_is_an_element_that_holds_its_tex(sign: str, begin: str, end: str) -> None:
    html = marimo.as_html(marimo.md(f"{sign}x^2{sign}")).text
    found = re.search(rf"<{FORMULA}[^>]*>(.*?)</{FORMULA}>", html, re.DOTALL)
    assert found
    tex = found[1].strip()
    assert (tex[:3], tex[3:-3].strip(), tex[-3:]) == (begin, "x^2", end)
    assert f'<span class="formula">{found[1]}</span>' in static_html(html)


def test_text_stands_in_the_classes_that_our_style_sheets_name() -> None:
    html = marimo.as_html(marimo.md("A *text*.\n\n```python\nx = 1\n```")).text
    for name in ("markdown", "paragraph", "codehilite"):
        assert re.search(rf'class="[^"]*\b{name}\b', html), name


def test_a_control_is_an_element_of_marimo_s_own() -> None:
    html = marimo.as_html(marimo.ui.slider(0, 1, label="**rate**")).text
    assert html.startswith("<marimo-ui-element")
    assert static_html(html) == '<div class="preview-placeholder" data-for="control"></div>'


def test_a_widget_is_an_element_of_a_name_of_its_own(application: ASGIApp) -> None:
    from glassnet.widgets import CustomLoss

    html = marimo.as_html(marimo.ui.anywidget(CustomLoss())).text
    assert f"<{WIDGET_ELEMENT}" in html
    assert static_html(html) == '<div class="preview-placeholder" data-for="widget"></div>'


def test_a_folded_text_is_a_details_element() -> None:
    assert "<details" in marimo.as_html(marimo.md("/// details | Title\n\nText.\n///")).text


def test_a_function_of_a_notebook_still_knows_its_source(notebook: Path, records: Records) -> None:
    from runpy import run_path

    function = run_path(str(notebook), run_name="small")["double"]
    assert inspect.getsource(function).startswith("@app.function\ndef double(x):")
    assert function(2) == 4


def test_our_frame_around_a_cell_s_output_is_balanced() -> None:
    assert cell("x").count("<div") == cell("x").count("</div") == 3
    assert cell(None).count("<div") == cell(None).count("</div") == 1


# --- Notebook files and the editor


def test_marimo_writes_notebooks_as_we_read_them(tmp_path: Path) -> None:
    page_file, notebook = tmp_path / "text.md", tmp_path / "text.py"
    page_file.write_text('# A title\n\n```python {.marimo hide_code="true"}\nx = 1\n```\n', "utf-8")
    told_by_marimo("convert", str(page_file), "-o", str(notebook), folder=tmp_path)
    cells = list(cells_of(notebook.read_text("utf-8")))
    assert [(one.source, one.hidden) for one in cells][-1] == ("x = 1", True)
    assert any("# A title" in one.source for one in cells)


def test_the_editor_knows_the_options_that_it_is_given() -> None:
    options = [word for word in edit_command(Path("x.py"), port=1, browser=False) if word.startswith("--")]
    assert len(options) == 4
    known = told_by_marimo("edit", "--help", folder=Path.cwd())
    assert [option for option in options if option not in known] == []


def test_the_editor_knows_the_setting_that_runs_a_notebook_on_opening(tmp_path: Path) -> None:
    assert tomllib.loads(RUN_ON_OPENING)["tool"]["marimo"] == {"runtime": {"auto_instantiate": True}}
    (tmp_path / "pyproject.toml").write_text(RUN_ON_OPENING.replace("true", "false"), "utf-8")
    assert "auto_instantiate = false" in told_by_marimo("config", "show", folder=tmp_path)
