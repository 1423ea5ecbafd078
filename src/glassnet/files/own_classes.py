"""Classes of one's own in a run file: checked when it is written, and named when one is missing where it is read."""

from collections.abc import Iterator, Mapping
from typing import Any

from glassnet.base.errors import RunFileError, SettingError
from glassnet.train.catalogue import CLASSES

FRAME = ("Network", "Recipe")


def own_classes(setup: Mapping[str, Any]) -> dict[str, str]:
    """Return the modules of the classes in a setup's JSON that aren't Glassnet's, by the class's name.

    Raises:
        SettingError: one of them isn't registered, so that no file could be read again.
    """
    found = {}
    for name in dict.fromkeys((*_types(setup["network"]), *_types(setup["recipe"]))):
        if name not in CLASSES:
            raise SettingError(
                f"The class {name} isn't registered, so a file with it couldn't be loaded; put @gn.register above it, "
                "create the run again, and save that."
            )
        module = CLASSES[name].__module__
        if module.partition(".")[0] != __name__.partition(".")[0]:
            found[name] = module
    return found


def check_known(path: str, setup: Mapping[str, Any], modules: Mapping[str, Any]) -> None:
    """Say which class is missing for a file, and how to bring it.

    Arguments:
        path: the file.
        setup: its setup as JSON.
        modules: where its classes were defined, as the file says.

    Raises:
        RunFileError: there is one.
    """
    for part in ("network", "recipe"):
        for name in _types(setup.get(part)):
            if name in modules and name not in CLASSES:
                raise RunFileError(
                    f"{path} needs the class {name}, which was defined in {modules[name]!s:.80}; define it with "
                    "@gn.register above it, or import it, and load the file again."
                )


def _types(value: Any) -> Iterator[str]:
    """Yield the names of the classes in settings as JSON."""
    if isinstance(value, Mapping):
        name = value.get("type")
        if isinstance(name, str) and name not in FRAME:
            yield name
        for inner in value.values():
            yield from _types(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _types(inner)
