"""An engineer's first hour as a notebook: every cell is executed, and what its text says is what it shows."""

import re
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).parents[2] / "docs" / "examples" / "from_a_table_to_a_mended_model.ipynb"


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, nbformat.NotebookNode]:
    """The notebook's code cells after execution, by their source."""
    folder = tmp_path_factory.mktemp("walk")
    shutil.copy(NOTEBOOK, folder)
    notebook = nbformat.read(folder / NOTEBOOK.name, as_version=4)
    client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}})
    client.execute()
    return {cell.source: cell for cell in notebook.cells if cell.cell_type == "code"}


def shown(executed: dict[str, nbformat.NotebookNode], start: str) -> str:
    """What the cell that begins so shows: HTML where it has a face, else text."""
    cell = next(cell for source, cell in executed.items() if source.startswith(start))
    texts = []
    for output in cell.outputs:
        data = output.get("data", {})
        texts.append(data.get("text/html") or data.get("text/plain") or output.get("text", ""))
    return "\n".join(texts)


def test_it_has_25_cells_and_no_outputs_are_committed() -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    assert len(notebook.cells) <= 25
    assert not any(cell.get("outputs") for cell in notebook.cells)
    assert "http" not in NOTEBOOK.read_text(encoding="utf-8")


def test_the_table_is_shown_with_its_columns(executed: dict[str, nbformat.NotebookNode]) -> None:
    html = shown(executed, "data = ")
    assert "Data set wines" in html
    assert "colour = red" in html
    assert "Abate, Bruni, Conti" in html


def test_the_first_network_is_hardly_better_than_guessing(executed: dict[str, nbformat.NotebookNode]) -> None:
    right = re.search(r"\(([\d.]+)% right\)", shown(executed, "network = "))
    assert right
    assert float(right[1]) < 60


def test_the_diagnosis_names_the_rate_and_its_remedy_mends_the_model(
    executed: dict[str, nbformat.NotebookNode],
) -> None:
    html = shown(executed, "findings = ")
    assert "Rate too high" in html
    assert "<svg" in html
    assert "better = run.branch(0, optimizer=gn.SGD(" in html
    right = re.search(r"\(([\d.]+)% right\)", shown(executed, "better = "))
    assert right
    assert float(right[1]) > 90
    assert "They first differ at step 0" in shown(executed, "run.compare")
    assert "Nothing looks wrong." in shown(executed, "print(better.diagnose")


def test_reasons_are_given_by_name_in_own_units(executed: dict[str, nbformat.NotebookNode]) -> None:
    assert "validation samples are predicted wrongly" in shown(executed, "mistakes = ")
    assert "matters most" in shown(executed, "better.importance")
    assert re.search(r"proline = \d+ \(scaled: ", shown(executed, "better.why"))
    assert "Right: the gradient of dense_1.weight[0, 1]" in shown(executed, "moment.gradient_check")
    assert "<details>" in shown(executed, "moment.explain")


def test_rows_of_the_file_are_predicted_and_the_file_is_kept(executed: dict[str, nbformat.NotebookNode]) -> None:
    assert "Abate" in shown(executed, "better.predict_classes(")
    assert float(shown(executed, "better.save")) > 0.9
