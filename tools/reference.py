"""Write docs/reference: one page for every building block, made from its docstring.

Use: python tools/reference.py           writes the pages
     python tools/reference.py --check   says which pages are not what would be written, and fails if any
"""

import argparse
import inspect
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any

from glassnet import data, figures, widgets
from glassnet.data.augmentation import AUGMENTATIONS
from glassnet.explain import Explainer, Explanation, Reference
from glassnet.fitting import Sequential, fit
from glassnet.fitting.callbacks import Callback, Checkpoint, EarlyStopping, TensorBoard
from glassnet.nn.activations import ACTIVATIONS
from glassnet.nn.constraints import CONSTRAINTS
from glassnet.nn.initializers import INITIALIZERS
from glassnet.nn.layers import LAYERS
from glassnet.nn.losses import LOSSES, CustomLoss
from glassnet.nn.metrics import METRICS
from glassnet.nn.network import Network
from glassnet.nn.regularizers import REGULARIZERS
from glassnet.optim import UPDATE_RULES
from glassnet.optim.clipping import CLIPPINGS
from glassnet.optim.schedules import SCHEDULES
from glassnet.run import Moment, Run, load
from glassnet.run.compare import Comparison
from glassnet.study import Ensemble, Fair, fair
from glassnet.study.faults import inject
from glassnet.study.landscape import landscape
from glassnet.study.over_time import flow_over_time, sample_history
from glassnet.train import Plan, Recipe, Setup, lbfgs_steps, newton_steps, perceptron_steps
from glassnet.train.skip_gram import SkipGramPlan

ROOT = Path(__file__).resolve().parent.parent / "docs" / "reference"
SECTIONS = ("Arguments:", "Attributes:", "Returns:", "Raises:")


def named(*things: Any) -> dict[str, Any]:
    """Return things under their own names."""
    return {thing.__name__: thing for thing in things}


MAKERS = {name: getattr(data, name) for name in data.__all__ if name.islower()}

KINDS: dict[str, tuple[str, Mapping[str, Any]]] = {
    "layers": ("Layers", LAYERS),
    "activations": ("Activation functions", ACTIVATIONS),
    "losses": ("Losses", {**LOSSES, "CustomLoss": CustomLoss}),
    "update-rules": ("Update rules", UPDATE_RULES),
    "schedules": ("Schedules of the learning rate", SCHEDULES),
    "clipping": ("Clipping of gradients", CLIPPINGS),
    "initializers": ("Initialisers", INITIALIZERS),
    "regularizers": ("Regularisers", REGULARIZERS),
    "constraints": ("Constraints", CONSTRAINTS),
    "metrics": ("Metrics", METRICS),
    "augmentation": ("Augmentation", AUGMENTATIONS),
    "data": (
        "Data sets",
        {**named(data.Dataset), **{name: getattr(data, name) for name in data.__all__ if name.islower()}},
    ),
    "explaining": (
        "Any number, and its reason",
        named(Moment, Explanation, Reference, Explainer, fair, Fair, Comparison)
        | named(landscape, sample_history, flow_over_time, inject),
    ),
    "training": ("Training", named(Network, fit, load, Run, Recipe, Setup, Plan, Sequential, Ensemble)),
    "callbacks": ("Callbacks", named(Callback, EarlyStopping, Checkpoint, TensorBoard)),
    "trainers": ("Trainers of their own", named(perceptron_steps, newton_steps, lbfgs_steps, SkipGramPlan)),
    "figures": ("Figures", {name: getattr(figures, name) for name in figures.__all__}),
    "widgets": ("Widgets", {name: getattr(widgets, name) for name in widgets.__all__}),
}


def page(name: str, thing: Callable[..., Any], kind: str) -> str:
    """Return the page of one block."""
    doc = inspect.getdoc(thing) or ""
    short = thing.__name__
    by_name = "" if name == short else f'\n\nAs a setting: `"{name}"`.'
    head = f"# {short}\n\n[Reference](../README.md) · {KINDS[kind][0]}\n\n```python\n{signature(thing)}\n```{by_name}\n"
    head += one_cell(short) if kind == "widgets" else ""
    return head + "\n" + "\n\n".join(blocks(doc)) + "\n"


CELLS = {
    "TrainingProgress": """network = gn.Network([gn.Dense(32, "relu"), gn.Dense(10)])
run = gn.Run(network, gn.Recipe("sparse_softmax_cross_entropy"), gn.data.digits())
gn.widgets.TrainingProgress(run, epochs=20)""",
}
"""What shows a widget that has to be given something."""


def one_cell(name: str) -> str:
    """Return the cell that shows a widget in a notebook."""
    cell = CELLS.get(name, f"gn.widgets.{name}()")
    return f"\nOne cell of a notebook:\n\n```python\nimport glassnet as gn\n\n{cell}\n```\n"


def signature(thing: Callable[..., Any]) -> str:
    """Return how a thing is called, one argument a line where they are many, with short names of types."""
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
    line = f"{thing.__name__}({', '.join(arguments)}){returns}"
    if len(line) > 100:
        line = f"{thing.__name__}(\n" + "".join(f"    {argument},\n" for argument in arguments) + f"){returns}"
    return re.sub(r"'?\b(?:glassnet|typing|collections|pathlib)[\w.]*\.(\w+)'?", r"\1", line)


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
    """Return the lines of a section as a list; a deeper line goes on with the item above."""
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
    parts = ["# Reference\n\nOne page a building block, written from its docstring by `make reference`."]
    for kind, (title, things) in KINDS.items():
        rows = [
            f"- [{thing.__name__}]({kind}/{thing.__name__}.md): {(inspect.getdoc(thing) or '').splitlines()[0]}"
            for thing in things.values()
        ]
        parts.append(f"## {title}\n\n" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def pages() -> dict[Path, str]:
    """Return every page's path and text."""
    made = {ROOT / "README.md": index()}
    for kind, (_, things) in KINDS.items():
        for name, thing in things.items():
            made[ROOT / kind / f"{thing.__name__}.md"] = page(name, thing, kind)
    return made


def main() -> int:
    """Write or check the pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing; fail when a page is out of date")
    check = parser.parse_args().check
    wanted = pages()
    known = set(ROOT.rglob("*.md")) if ROOT.exists() else set()
    stale = [path for path, text in wanted.items() if path not in known or path.read_text(encoding="utf-8") != text]
    stale += sorted(known - set(wanted))
    if check:
        for path in stale:
            print(f"out of date: {path.relative_to(ROOT.parent)} (write it with: make reference)")
        return int(bool(stale))
    for path in stale:
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    print(f"{len(wanted)} pages, {len(stale)} written or removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
