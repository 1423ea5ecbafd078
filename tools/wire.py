"""Generate files from the widgets' declared messages: TypeScript types, settings, and the protocol's tables.

`make generate` runs it; tests/test_wire.py fails when they are stale.
"""

import json
import pkgutil
import re
import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, Field, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Union, get_args, get_origin

from glassnet import widgets
from glassnet.lessons import exercises
from glassnet.widgets.lab.session import LabSession
from glassnet.widgets.wire import As, Length, Limits, MaxLength, OneOf, Reply, Request, Session
from glassnet.widgets.wire.reading import hints_of, init_fields
from glassnet.widgets.wire.setting import Setting
from glassnet.widgets.wire.writing import to_json

ROOT = Path(__file__).parents[1]
TYPES = ROOT / "frontend/wire"
PROTOCOL = ROOT / "docs/lab-protocol.md"
SHARED = "shared"
WIDTH = 120
SCALARS = {float: "number", int: "number", str: "string", bool: "boolean", Any: "unknown", types.NoneType: "null"}


class Widget(NamedTuple):
    """A widget's session, and the name of its folder in Python and in the front end."""

    folder: str
    package: str
    session: type[Session]


def widgets_found() -> list[Widget]:
    """Return every widget: each package with a module `session`."""
    packages = [f"glassnet.widgets.{module.name}" for module in pkgutil.iter_modules(widgets.__path__) if module.ispkg]
    found = []
    for package in [*packages, exercises.__name__]:
        home = import_module(package)
        if any(module.name == "session" for module in pkgutil.iter_modules(home.__path__)):
            module = import_module(f"{package}.session")
            sessions = [each for each in vars(module).values() if _is_session_of(each, module.__name__)]
            if package != "glassnet.widgets.wire":
                (session,) = sessions
                found.append(Widget(package.rpartition(".")[2], package, session))
    return found


def _is_session_of(thing: object, module: str) -> bool:
    return isinstance(thing, type) and issubclass(thing, Session) and thing.__module__ == module


def written() -> dict[Path, str]:
    """Return every file generated from the declarations, with its text."""
    found = widgets_found()
    shared: dict[str, type] = {}
    files = {TYPES / f"{widget.folder}.ts": _widget_file(widget, shared) for widget in found}
    text = "\n\n".join(_interface(shape, in_request=issubclass(shape, Request)) for shape in shared.values())
    files[TYPES / f"{SHARED}.ts"] = f"{_banner('messages of several widgets')}\n\n{text}\n"
    files[PROTOCOL] = protocol()
    return files


def unwanted() -> list[Path]:
    """Return type files that belong to no widget any more."""
    known = {TYPES / f"{widget.folder}.ts" for widget in widgets_found()} | {TYPES / f"{SHARED}.ts"}
    return [path for path in sorted(TYPES.glob("*.ts")) if path not in known]


def _banner(what: str) -> str:
    return f"// Made by tools/wire.py from {what}: don't edit, run `make generate`."


def _widget_file(widget: Widget, shared: dict[str, type]) -> str:
    """Return a widget's types; types used by several widgets go into `shared`."""
    handlers = widget.session.handlers
    by_reply = list(_reachable([h.reply for h in handlers.values()]))
    by_request = [shape for shape in _reachable([h.request for h in handlers.values()]) if shape not in by_reply]
    own: list[type] = []
    of_others: list[type] = []
    for shape in [*by_request, *by_reply]:
        (own if shape.__module__.startswith(f"{widget.package}.") else of_others).append(shape)
    shared.update({shape.__name__: shape for shape in of_others})
    _check_names(widget, [*own, *of_others])
    parts = [_banner(f"src/{widget.package.replace('.', '/')}")]
    tables = [(shape, table) for shape in own if (table := settings_of(shape))]
    if tables:
        parts[0] += '\nimport type { SettingsOf } from "../lib/settings.ts";'
    parts += [_interface(shape, in_request=shape in by_request) for shape in own]
    parts += [
        f"export const SETTINGS: SettingsOf<{shape.__name__}> = {json.dumps(table, indent=2, ensure_ascii=False)};"
        for shape, table in tables
    ]
    kinds = [
        f"  {kind}: {{ request: {h.request.__name__}; reply: {h.reply.__name__} }};" for kind, h in handlers.items()
    ]
    parts.append("\n".join(["/** The request and reply of each kind. */", "export interface Wire {", *kinds, "}"]))
    text = "\n\n".join(parts[1:])
    used = sorted(shape.__name__ for shape in of_others if re.search(rf"\b{shape.__name__}\b", text))
    imports = f'\nimport type {{ {", ".join(used)} }} from "./{SHARED}.ts";' if used else ""
    return f"{parts[0]}{imports}\n\n{text}\n"


def _check_names(widget: Widget, shapes: list[type]) -> None:
    names = [shape.__name__ for shape in shapes]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise ValueError(f"{widget.folder}: two declarations share the name {', '.join(sorted(twice))}; rename one.")


def _reachable(shapes: list[type]) -> Iterator[type]:
    """Yield declared shapes and their parts, each once, parts first."""
    seen: dict[type, None] = {}

    def visit(shape: type) -> None:
        if shape in seen:
            return
        seen[shape] = None
        for hint in hints_of(shape).values():
            for inner in _shapes_in(hint):
                visit(inner)

    for shape in shapes:
        visit(shape)
    yield from seen


def _shapes_in(hint: Any) -> Iterator[type]:
    if get_origin(hint) is ClassVar:
        return
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        shape = next((mark.shape for mark in marks if isinstance(mark, As)), None)
        yield from [shape] if shape else _shapes_in(inner)
    elif is_dataclass(hint) or hasattr(hint, "_fields"):
        yield hint
    else:
        for inner in get_args(hint):
            yield from _shapes_in(inner)


def _interface(shape: type, *, in_request: bool) -> str:
    """Return the TypeScript interface of a shape."""
    lines = [_comment(shape), f"export interface {shape.__name__} {{"]
    if issubclass(shape, Reply) and shape.kind:
        lines.append(f'  kind: "{shape.kind}";')
    hints = hints_of(shape)
    for name in _field_names(shape):
        field = _field(shape, name)
        optional = field is not None and _may_be_missing(field, in_request=in_request)
        text = _type(hints[name])
        if optional and not in_request:
            text = text.removesuffix(" | null")
        lines.append(f"  {name}{'?' if optional else ''}: {text}{' | undefined' if optional and in_request else ''};")
    return "\n".join([*lines, "}"])


def _field_names(shape: type) -> list[str]:
    return [field.name for field in init_fields(shape)] if is_dataclass(shape) else list(shape._fields)  # type: ignore[attr-defined]


def _field(shape: type, name: str) -> "Field[Any] | None":
    return next((field for field in init_fields(shape) if field.name == name), None) if is_dataclass(shape) else None


def _may_be_missing(field: "Field[Any]", *, in_request: bool) -> bool:
    """Return whether a field may be missing: in a request, with any default; in a reply, with the default None."""
    if in_request:
        return field.default is not MISSING or field.default_factory is not MISSING
    return field.default is None


def _comment(shape: type) -> str:
    text = " ".join((shape.__doc__ or "").partition(">>>")[0].partition("Arguments:")[0].split())
    return f"/** {text.replace('`', '').replace('None', 'null')} */"


def _type(hint: Any) -> str:
    if get_origin(hint) is Annotated:
        inner, *marks = get_args(hint)
        mark = next((mark for mark in marks if isinstance(mark, As)), None)
        if mark is None:
            return _type(inner)
        return f"Partial<{mark.shape.__name__}>" if mark.partial else mark.shape.__name__
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return " | ".join(dict.fromkeys(_type(each) for each in inner))
    if origin is Literal:
        return " | ".join(json.dumps(each) for each in inner)
    if origin is tuple:
        return _list_type(inner)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return f"Record<string, {_type(inner[1])}>"
    return SCALARS.get(hint) or hint.__name__


def _list_type(inner: tuple[Any, ...]) -> str:
    if len(inner) == 2 and inner[1] is ...:
        item = _type(inner[0])
        return f"({item})[]" if " " in item and not item.startswith(("[", "Record")) else f"{item}[]"
    return f"[{', '.join(map(_type, inner))}]"


def settings_of(shape: type) -> "dict[str, Any] | None":
    """Return what the page needs to know about each setting of a shape, if it declares any."""
    if not is_dataclass(shape):
        return None
    hints = hints_of(shape)
    marked = {field.name: _split(hints[field.name]) for field in init_fields(shape)}
    bare = [name for name, (_, marks) in marked.items() if not _marks(Setting, marks)]
    if len(bare) == len(marked):
        return None
    if bare:
        raise ValueError(f"{shape.__name__}: {', '.join(bare)} needs a Setting, as its neighbours have.")
    return {field.name: _setting(field, *marked[field.name]) for field in init_fields(shape)}


def _split(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    if get_origin(hint) is not Annotated:
        return hint, ()
    inner, *marks = get_args(hint)
    return inner, tuple(marks)


def _marks(kind: type, marks: tuple[Any, ...]) -> list[Any]:
    return [mark for mark in marks if isinstance(mark, kind)]


def _setting(field: "Field[Any]", inner: Any, marks: tuple[Any, ...]) -> dict[str, Any]:
    setting: Setting = _marks(Setting, marks)[-1]
    table: dict[str, Any] = {
        "default": to_json(field.default),
        "label": setting.label,
        "words": setting.words,
        "help": setting.help,
        "group": setting.group,
        "counter": setting.counter,
    }
    if inner is bool:
        return {"type": "flag", **table}
    if inner is str and _marks(MaxLength, marks):
        return {"type": "text", **table, "max_length": _marks(MaxLength, marks)[0].characters}
    if inner is str:
        return {"type": "choice", **table, "choices": _choices(setting, marks)}
    if get_origin(inner) is tuple:
        return table | _list_setting(setting, get_args(inner)[0], _marks(Length, marks)[0])
    limits = _marks(Limits, marks)[0]
    slider = {"step": setting.step, "stops": list(setting.stops), "scale": setting.scale, "shown": setting.shown}
    return {
        "type": "whole" if inner is int else "number",
        **table,
        "min": limits.minimum,
        "max": limits.maximum,
        **slider,
    }


def _choices(setting: Setting, marks: tuple[Any, ...]) -> list[dict[str, str]]:
    names = list(_marks(OneOf, marks)[0].names)
    return [{"value": name, "label": setting.choices.get(name, name)} for name in names]


def _list_setting(setting: Setting, item: Any, length: Length) -> dict[str, Any]:
    """Return what is special about a list: of names, or of numbers."""
    inner, marks = _split(item)
    sizes = {"min_length": length.minimum, "max_length": length.maximum}
    if inner is str:
        return {"type": "names", **sizes, "choices": _choices(setting, marks)}
    limits = _marks(Limits, marks)[0]
    of_numbers = {"min": limits.minimum, "max": limits.maximum, "whole": inner is int, "stops": list(setting.stops)}
    return {"type": "list", **sizes, **of_numbers}


def protocol() -> str:
    """Return docs/lab-protocol.md with up-to-date tables of requests and settings."""
    text = PROTOCOL.read_text(encoding="utf-8")
    for name, table in (("requests", _request_table()), ("settings", _setting_table())):
        begin, end = f"<!-- {name}: made by make generate -->\n", f"<!-- end of {name} -->\n"
        before, _, rest = text.partition(begin)
        _, found, after = rest.partition(end)
        if not found:
            raise ValueError(
                f"docs/lab-protocol.md has lost the markers of its table of {name}: {begin.strip()} … {end.strip()}"
            )
        text = before + begin + table + end + after
    return text


def _request_table() -> str:
    rows = ["| kind | fields | purpose | reply |", "|---|---|---|---|"]
    for kind, handler in LabSession.handlers.items():
        fields = ", ".join(f"`{name}`" for name in _field_names(handler.request))
        purpose = " ".join((handler.request.__doc__ or "").split())
        rows.append(f"| `{kind}` | {fields} | {purpose} | {handler.reply.kind or kind} |")
    return "\n".join(rows) + "\n"


def _setting_table() -> str:
    shape = hints_of(LabSession.handlers["open"].reply)["spec"]
    rows = ["| field | meaning | values | default |", "|---|---|---|---|"]
    for name, setting in (settings_of(shape) or {}).items():
        rows.append(f"| `{name}` | {setting['help']} | {_values(setting)} | {_default(setting['default'])} |")
    return "\n".join(rows) + "\n"


def _values(setting: Mapping[str, Any]) -> str:
    if setting["type"] in ("choice", "names"):
        names = ", ".join(choice["value"] for choice in setting["choices"])
        return names if setting["type"] == "choice" else f"list of at most {setting['max_length']}: {names}"
    if setting["type"] == "text":
        return f"text, up to {setting['max_length']:,} characters".replace(",", "\u202f", 2).replace("\u202f", ",", 1)
    if setting["type"] == "flag":
        return "true, false"
    limits = f"{setting['min']:,} to {setting['max']:,}".replace(",", "\u202f")
    if setting["type"] == "list":
        return f"up to {setting['max_length']} {'whole ' * setting['whole']}numbers, {limits}"
    return f"whole number, {limits}" if setting["type"] == "whole" else f"number, {limits}"


def _default(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
