"""`glassnet export-notebook`: a lesson as a Jupyter notebook."""

from pathlib import Path
from typing import Annotated

import typer

from glassnet.app.edit_command import typed_folder
from glassnet.base.errors import SettingError
from glassnet.lessons import Lesson, find
from glassnet.lessons.notebook_file import lesson_notebook


def export_notebook(
    lesson: Annotated[str, typer.Argument(help="Number of the lesson, for example 07.")],
    folder: Annotated[Path, typer.Option(help="Where to write the notebook.")] = Path(),
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an existing notebook.")] = False,
) -> None:
    """Write a lesson as a Jupyter notebook (.ipynb), for JupyterLab, VS Code or Colab."""
    path = write_notebook(find(lesson), folder, overwrite=overwrite)
    print(f"Lesson {find(lesson).number} is now a notebook: {path}. Open it with: jupyter lab {path.name}")


def write_notebook(lesson: Lesson, folder: Path, *, overwrite: bool = False) -> Path:
    """Write a lesson's notebook into a folder and return its path.

    Raises:
        SettingError: a different notebook exists and `overwrite` is false, or the folder cannot be written to.
    """
    path = typed_folder(folder) / Path(lesson.file).with_suffix(".ipynb")
    text = lesson_notebook(lesson)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not overwrite and path.read_text("utf-8", errors="replace") != text:
            raise SettingError(
                f"{path} exists already and may contain your changes. Choose another --folder, or use --overwrite."
            )
        path.write_text(text, "utf-8")
    except OSError as error:
        raise SettingError(
            f"Cannot write the notebook to {path.parent}: {error.strerror}. Choose another --folder."
        ) from error
    return path
