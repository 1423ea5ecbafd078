"""Joins the front end's built modules into single scripts: a notebook needs one file per widget, users no Node.

Each module becomes a function that is called immediately and returns the module's exports, in the order of imports.
This is equivalent to the modules as long as exports are constants and no two modules import each other.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from posixpath import normpath, relpath

from glassnet.base.errors import GlassnetError, UnknownNameError

STATIC = Path(__file__).parent / "static"
"""The built front end, as `make build` writes it: frontend/lib/link.ts is lib/link.js here."""
SHARED = "shared.js"

HEADING = re.compile(r"(?://[^\n]*\n)*")
IMPORT = re.compile(r'import (?:([\w$]+)(?:, )?)?(?:\{([^}]*)\})?(?: from )?"([^"]+)";\n')
EXPORTS = re.compile(r"^export \{([^}]*)\};\n\Z", re.MULTILINE)


@dataclass(frozen=True)
class Module:
    """One built module.

    Arguments:
        path: its path within the built front end, "dom/shell.js".
        imports: the path of each module it imports, with the imported names there and here.
        exports: the names it exports, each with its name inside.
        body: its code without imports and exports.
    """

    path: str
    imports: tuple[tuple[str, dict[str, str]], ...]
    exports: dict[str, str]
    body: str

    @property
    def name(self) -> str:
        """The constant that holds what it exports."""
        return _constant(self.path)

    def as_function(self) -> str:
        """Return the module as a constant: the result of a function that runs its code."""
        taken = "".join(f"const {_pattern(names)} = {_constant(path)};\n" for path, names in self.imports if names)
        offered = _pattern(self.exports)
        return f"// {self.path}\nconst {self.name} = (() => {{\n{taken}{self.body}return {offered};\n}})();\n"


def needed_by(entry: str, folder: Path = STATIC) -> list[Module]:
    """Return a module and all that it imports, each after those it needs.

    Arguments:
        entry: its path, "widgets/lab/index.js".

    Raises:
        UnknownNameError: there is no such module.
        GlassnetError: two modules import each other.

    >>> [module.path for module in needed_by("pages/theme.js")]
    ['lib/theme_choice.js', 'pages/theme.js']
    """
    found: dict[str, Module] = {}

    def visit(path: str, trail: tuple[str, ...]) -> None:
        if path in trail:
            raise GlassnetError(f"These modules import each other: {' → '.join((*trail, path))}.")
        if path not in found:
            module = read(path, folder)
            for imported, _ in module.imports:
                visit(imported, (*trail, path))
            found[path] = module

    visit(entry, ())
    return list(found.values())


def as_module(entry: str, folder: Path = STATIC) -> str:
    """Return a module with all its imports as one ES module with the same default export."""
    modules = needed_by(entry, folder)
    return f"{_joined(modules)}export default {modules[-1].name}.default;\n"


def in_parts(entries: Sequence[str], folder: Path = STATIC) -> dict[str, str]:
    """Return ES modules for pages: one per entry, and one, SHARED, with everything that several entries need.

    Arguments:
        entries: the modules that pages run, "pages/lab.js".

    Returns:
        What to serve, by its path.
    """
    needs = {entry: needed_by(entry, folder) for entry in entries}
    uses = Counter(module.path for modules in needs.values() for module in modules)
    shared = {module.path: module for modules in needs.values() for module in modules if uses[module.path] > 1}
    names = ", ".join(sorted(module.name for module in shared.values()))
    parts = {SHARED: f"{_joined(shared.values())}export {{ {names} }};\n"}
    for entry, modules in needs.items():
        address = relpath(SHARED, PurePosixPath(entry).parent)
        taken = ", ".join(sorted(module.name for module in modules if module.path in shared))
        own = _joined(module for module in modules if module.path not in shared)
        parts[entry] = f'import {{ {taken} }} from "{address}";\n{own}'
    return parts


def as_script(entry: str, folder: Path = STATIC) -> str:
    """Return a module with all its imports as a classic script."""
    return f"(() => {{\n{_joined(needed_by(entry, folder))}}})();\n"


@cache
def read(path: str, folder: Path = STATIC) -> Module:
    """Read one built module; esbuild writes its imports first and its exports last.

    Raises:
        UnknownNameError: there is no such module.
    """
    file = folder / path
    if not file.is_file():
        raise UnknownNameError(
            f"There is no built module {path}; `make build` makes it if it is a source in frontend/."
        )
    text = file.read_text(encoding="utf-8")
    place = HEADING.match(text).end()  # type: ignore[union-attr]  # matches nothing, too
    imports = []
    while found := IMPORT.match(text, place):
        default, names, address = found.groups()
        wanted = ({"default": default} if default else {}) | _names(names)
        imports.append((normpath(str(PurePosixPath(path).parent / address)), wanted))
        place = found.end()
    end = EXPORTS.search(text, place)
    inside = {outer: inner for inner, outer in _names(end[1] if end else "").items()}
    return Module(path, tuple(imports), inside, text[place : end.start() if end else None])


def _names(listed: str | None) -> dict[str, str]:
    """Read "a, b as c": a is a, and b is called c."""
    pairs = [name.split(" as ") for name in re.split(r"\s*,\s*", (listed or "").strip()) if name]
    return {pair[0]: pair[-1] for pair in pairs}


def _pattern(names: dict[str, str]) -> str:
    """Write names of an object: `{ a, b: c }` takes a, and b as c, or makes it."""
    parts = (outer if outer == inner else f"{outer}: {inner}" for outer, inner in names.items())
    return "{ " + ", ".join(parts) + " }"


def _constant(path: str) -> str:
    return "$" + re.sub(r"\W", "_", path.removesuffix(".js"))


def _joined(modules: Iterable[Module]) -> str:
    return "".join(module.as_function() for module in modules)
