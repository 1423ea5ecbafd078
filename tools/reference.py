"""The pages of docs/reference: one per building block, generated from its docstring."""

import inspect
import re
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from pages import GROUPS

ROOT = Path(__file__).resolve().parent.parent / "docs" / "reference"
SECTIONS = ("Arguments:", "Attributes:", "Returns:", "Raises:")


def page(name: str, thing: Callable[..., Any], kind: str) -> str:
    """Return the page of one block."""
    doc = inspect.getdoc(thing) or ""
    short = thing.__name__
    by_name = "" if name == short else f'\n\nAs a setting: `"{name}"`.'
    head = f"# {short}\n\n[Reference](../README.md) · {GROUPS[kind].title}\n\n"
    head += f"```python\n{signature(thing)}\n```{by_name}\n"
    head += one_cell(short) if kind == "widgets" else ""
    return head + "\n" + "\n\n".join([*blocks(doc), *members(thing)]) + "\n"


def members(thing: Any) -> list[str]:
    """Return a section that lists a class's methods and properties with their first lines; none for functions."""
    if not inspect.isclass(thing):
        return []
    ours = [one for one in thing.__mro__ if one.__module__.startswith("glassnet")]
    found: dict[str, Any] = {}
    for one in reversed(ours):
        found |= {name: member for name, member in vars(one).items() if not name.startswith("_")}
    rows = []
    for name, member in found.items():
        made = getattr(member, "fget", None) or getattr(member, "func", None) or getattr(member, "__func__", member)
        if not callable(made) or inspect.isclass(made):
            continue
        is_call = inspect.isfunction(member) or isinstance(member, classmethod | staticmethod)
        first = (inspect.getdoc(made) or "").splitlines()[:1]
        rows.append(f"- `{name}{'()' if is_call else ''}`: {''.join(first)}")
    return ["**Methods and properties**\n\n" + "\n".join(rows)] if rows else []


CELLS = {
    "Replay": """network = gn.Network([gn.Dense(4, "tanh"), gn.Dense(1, "sigmoid")])
run = gn.Run(network, gn.Recipe("binary_cross_entropy", gn.SGD(0.5)), gn.data.moons(200, validation=0.0))
losses = np.array([run.advance().loss for _ in range(301)])


def predict(step, points):
    hidden, last = run.parameters(step).values()
    a = np.tanh(points @ hidden["weight"] + hidden["bias"])
    return 1 / (1 + np.exp(-(a @ last["weight"] + last["bias"])[:, 0]))


x, y = run.dataset.x, run.dataset.y
gn.widgets.Replay(losses, predict, x, y, epochs=range(0, 301, 10), goal=0.1)""",
    "Threshold": """rng = np.random.default_rng(0)
truth = rng.integers(0, 2, 200)
gn.widgets.Threshold(np.clip(rng.normal(0.3 + 0.4 * truth, 0.2), 0, 1), truth, ("healthy", "ill"))""",
    "TrainingProgress": """network = gn.Network([gn.Dense(32, "relu"), gn.Dense(10)])
run = gn.Run(network, gn.Recipe("sparse_softmax_cross_entropy"), gn.data.digits())
gn.widgets.TrainingProgress(run, epochs=20)""",
}
"""The cells that show widgets with required arguments."""


def one_cell(name: str) -> str:
    """Return the cell that shows a widget in a notebook."""
    cell = CELLS.get(name, f"gn.widgets.{name}()")
    libraries = "import numpy as np\n\nimport glassnet as gn" if "np." in cell else "import glassnet as gn"
    return f"\nOne cell of a notebook:\n\n```python\n{libraries}\n\n{cell}\n```\n"


def signature(thing: Callable[..., Any]) -> str:
    """Return a thing's signature, one argument per line if it is long, with short names of types."""
    whole = inspect.signature(thing)
    made = {field.name: field.default_factory for field in fields(thing)} if is_dataclass(thing) else {}
    arguments, keyword_only = [], False
    for name, argument in whole.parameters.items():
        if argument.kind is argument.KEYWORD_ONLY and not keyword_only:
            arguments.append("*")
            keyword_only = True
        default = made.get(name, MISSING)
        text = str(argument)
        arguments.append(text if default is MISSING else text.replace("<factory>", repr(default())))
    returns = "" if inspect.isclass(thing) else f" -> {inspect.formatannotation(whole.return_annotation)}"
    arguments, returns = [short_types(argument) for argument in arguments], short_types(returns)
    line = f"{thing.__name__}({', '.join(arguments)}){returns}"
    if len(line) > 100:
        line = f"{thing.__name__}(\n" + "".join(f"    {argument},\n" for argument in arguments) + f"){returns}"
    return line


def short_types(text: str) -> str:
    """Return an annotation without the modules of its types."""
    return re.sub(r"'?\b(?:glassnet|typing|collections|pathlib)[\w.]*\.(\w+)'?", r"\1", text)


def blocks(doc: str) -> list[str]:
    """Return a docstring's paragraphs as Markdown: lists for its sections, fenced code for its examples."""
    made = []
    for paragraph in re.split(r"\n\s*\n", doc):
        lines = paragraph.splitlines()
        if lines[0] in SECTIONS:
            made.append(f"**{lines[0][:-1]}**\n\n" + "\n".join(items(lines[1:])))
        elif lines[0].startswith(">>>"):
            made.append("```python\n" + paragraph + "\n```")
        elif all(line.startswith("    ") for line in lines):
            made.append("```\n" + inspect.cleandoc(paragraph) + "\n```")
        else:
            made.append(paragraph)
    return made


def items(lines: list[str]) -> list[str]:
    """Return the lines of a section as a list; an indented line continues the item above."""
    made: list[str] = []
    for line in lines:
        text = line.strip()
        if line.startswith("        ") and made:
            made[-1] += " " + text
        else:
            name, colon, rest = text.partition(": ")
            made.append(f"- `{name}`: {rest}" if colon and re.fullmatch(r"[\w, ]+", name) else f"- {text}")
    return made


def index() -> str:
    """Return the page that lists all others."""
    parts = ["# Reference\n\nOne page per building block, written from its docstring by `make generate`."]
    for kind, group in GROUPS.items():
        rows = [
            f"- [{thing.__name__}]({kind}/{thing.__name__}.md): {(inspect.getdoc(thing) or '').splitlines()[0]}"
            for thing in group.things.values()
        ]
        parts.append(f"## {group.title}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def written() -> dict[Path, str]:
    """Return every page's path and text."""
    made = {ROOT / "README.md": index()}
    for kind, group in GROUPS.items():
        for name, thing in group.things.items():
            made[ROOT / kind / f"{thing.__name__}.md"] = page(name, thing, kind)
    return made


def unwanted() -> list[Path]:
    """Return pages of things that no longer exist."""
    return sorted(set(ROOT.rglob("*.md")) - set(written()))
