"""Run files, damaged by accident or on purpose: a mutated file is refused in one line, or it is a run that can be used.

Half of the mutations change bytes, which the checksum has to notice. The other half are written by somebody who knows
the format: any part of the header or any array is replaced, and the checksum is right.
"""

import contextlib
import copy
import io
import json
import resource
import struct
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TextIO

import numpy as np
from safetensors.numpy import load, save

import glassnet as gn
from glassnet.app.showing import show_file
from glassnet.base.errors import MAX_MESSAGE_LENGTH
from glassnet.files.container import KEY, checksum

from .child import Child
from .outcome import Outcome

BATCH = 100
"""Files for one child, whose memory is limited."""
ROOM = 2 * 2**30
"""Bytes of address space beyond what the child begins with."""
OLDER = Path(__file__).parents[1] / "files" / "files"


def base_files(folder: Path) -> dict[str, bytes]:
    """Return the files that are mutated: with branches and a past, with data of their own, recurrent, older ones."""
    own = gn.Dataset("own", np.random.default_rng(0).normal(size=(30, 2)), np.arange(30) % 2, class_names=("no", "yes"))
    changed = gn.Run(
        gn.Network([gn.Dense(4, "tanh"), gn.BatchNorm(), gn.Dense(1, "sigmoid")]),
        gn.Recipe("binary_cross_entropy", gn.Adam(0.03), gn.L2(0.01), batch_size=8, metrics=("f1",)),
        gn.data.moons(40, seed=1),
    )
    changed.advance(12)
    changed.change(optimizer=gn.SGD(0.1, 0.9), batch_size=5)
    changed.advance(150)
    changed.branch(20, dataset=own).advance(3)
    recurrent = gn.Run(
        gn.Network([gn.Reshape((2, 1)), gn.Bidirectional(gn.LSTM(2)), gn.Residual([gn.Dense(4)]), gn.Dense(2)]),
        gn.Recipe("sparse_softmax_cross_entropy", schedule=gn.CosineDecay(100), class_weights="balanced"),
        own,
    )
    recurrent.advance(3)
    results = {"part": "test", "loss": 0.5, "accuracy": 0.5, "confusion_matrix": [[1, 0], [1, 0]], "samples": [1, 1]}
    scores: dict[str, Any] = {name: [0.5, None] for name in ("precision", "recall", "f1")}
    changed.save(folder / "changed", results=results | scores)
    recurrent.save(folder / "recurrent")
    made = {name: (folder / name).read_bytes() for name in ("changed", "recurrent")}
    return made | {file.name: file.read_bytes() for file in OLDER.glob("*.glass")}


def opened(content: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return header and arrays of a file."""
    length = struct.unpack("<Q", content[:8])[0]
    header = json.loads(json.loads(content[8 : 8 + length])["__metadata__"][KEY])
    return {name: value for name, value in header.items() if "checksum" not in name}, dict(load(content))


def closed(header: Any, arrays: dict[str, Any]) -> bytes:
    """Return a file of these, with the right checksum."""
    text = json.dumps(header)
    if text.startswith("{") and len(text) > 2:
        text = f'{{"checksum": "{checksum(text, arrays)}", {text[1:]}'
    return save(arrays, metadata={KEY: text})


def deep(depth: int) -> Any:
    """Return lists in lists."""
    value: Any = []
    for _ in range(depth):
        value = [value]
    return value


def nested(depth: int) -> Any:
    """Return layers in layers."""
    value: Any = {"type": "Dense", "units": 1}
    for _ in range(depth):
        value = {"type": "Residual", "body": [value]}
    return value


JUNK: list[Any] = [
    *(None, True, False, -1, 0, 1, 3, 0.5, 1e308, -1e308, 10**9, 10**18, 2**63, 10**30, "", "x", "nan", "inf", [], {}),
    *([None], [[1]], {"type": "Dense", "units": 10**9}, {"type": "Dense", "units": 2}, {"type": "moons"}, {"a": 1}),
    *(
        "\x1b[31mred",
        "a\nb",
        "\u202eright",
        "é" * 5000,
        {"type": "Network", "layers": []},
        {"type": "nothing"},
        [0] * 300,
    ),
    *(
        {"type": "Embedding", "vocabulary": 10**9, "units": 10**6},
        {"type": "UpSampling2D", "size": 10**6},
        "mnist",
        "csv",
    ),
    *({"generator": "moons", "samples": 10**9}, {"generator": "patterns", "samples": 10**5, "size": 256}, "float64"),
    *({"generator": "mnist", "directory": "/etc"}, {"generator": "digits"}, deep(400), nested(150), "../../etc/passwd"),
]


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every part of a JSON value."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*path, key))


def at(value: Any, path: tuple[Any, ...]) -> Any:
    """Return the part at a path."""
    for key in path:
        value = value[key]
    return value


def change_header(header: dict[str, Any], rng: np.random.Generator) -> tuple[Any, str]:
    """Return a header in which something is replaced, missing or copied, and what."""
    header = copy.deepcopy(header)
    paths = list(places(header))
    path = paths[int(rng.integers(len(paths)))]
    if not path:
        return JUNK[int(rng.integers(len(JUNK)))], "the whole header"
    parent, key, kind = at(header, path[:-1]), path[-1], int(rng.integers(4))
    if kind == 0:
        del parent[key]
    elif kind == 1:
        parent[key] = copy.deepcopy(at(header, paths[int(rng.integers(1, len(paths)))]))
    elif kind == 2 and type(parent[key]) in (int, float):
        parent[key] = parent[key] * [-1, 2, 10, 1000, 10**6, 0][int(rng.integers(6))]
    else:
        parent[key] = copy.deepcopy(JUNK[int(rng.integers(len(JUNK)))])
    return header, f"{'/'.join(map(str, path))} ({('deleted', 'copied', 'scaled', 'junk')[kind]})"


def change_arrays(arrays: dict[str, Any], rng: np.random.Generator) -> tuple[dict[str, Any], str]:
    """Return arrays of which one is missing, or has another shape, type, content or name."""
    arrays = dict(arrays)
    names = sorted(arrays)
    name = names[int(rng.integers(len(names)))]
    values = arrays[name]
    ways: list[Callable[[], Any]] = [
        lambda: values[:0] if values.ndim else values.reshape(1),
        lambda: np.concatenate([values.ravel(), values.ravel()]),
        lambda: values.astype("float64" if values.dtype != np.float64 else "int16"),
        lambda: values[None],
        lambda: np.full_like(values, 255) if values.dtype.kind in "iu" else np.full_like(values, np.nan),
        lambda: -values if values.dtype.kind != "b" else values,
        lambda: arrays[names[int(rng.integers(len(names)))]],
        lambda: np.zeros((1,) * 40, values.dtype) if values.size else values,
        lambda: values.astype(bool),
    ]
    way = int(rng.integers(len(ways) + 1))
    if way == len(ways):
        del arrays[name]
    else:
        with np.errstate(all="ignore"):
            arrays[name] = np.array(ways[way](), order="C")
    return arrays, f"array {name}, way {way}"


def change_inside(content: bytes, rng: np.random.Generator) -> tuple[bytes, str]:
    """Return a file in which the header, an array, or a file inside it is changed, all with right checksums."""
    header, arrays = opened(content)
    inner = [name for name in arrays if name.startswith("inner/")]
    if inner and rng.random() < 0.5:
        name = inner[int(rng.integers(len(inner)))]
        changed, what = change_inside(arrays[name].tobytes(), rng)
        return closed(header, arrays | {name: np.frombuffer(changed, np.uint8)}), f"{name}: {what}"
    if rng.random() < 0.75:
        changed_header, what = change_header(header, rng)
        return closed(changed_header, arrays), what
    changed_arrays, what = change_arrays(arrays, rng)
    return closed(header, changed_arrays), what


def change_bytes(content: bytes, rng: np.random.Generator) -> tuple[bytes, str]:
    """Return a file with some bytes flipped, cut off, put in, or exchanged."""
    place, length, kind = int(rng.integers(len(content))), int(rng.integers(1, 64)), int(rng.integers(5))
    if kind == 0:
        flipped = bytes([content[place] ^ (1 << int(rng.integers(8)))])
        return content[:place] + flipped + content[place + 1 :], f"a bit at {place}"
    if kind == 1:
        return content[:place], f"cut off at {place}"
    if kind == 2:
        return content[:place] + rng.bytes(length) + content[place:], f"{length} bytes more at {place}"
    if kind == 3:
        return content[:place] + rng.bytes(length) + content[place + length :], f"{length} other bytes at {place}"
    return content[:place] + b"\0" * length + content[place + length :], f"{length} zeros at {place}"


def use(path: Path) -> str:
    """Load a file, show it, and train one step; return "used" or the one line that refused it."""
    shown = io.StringIO()
    try:
        with contextlib.redirect_stdout(shown):
            show_file(path)
    except gn.GlassnetError as error:
        said = str(error)
    else:
        said = ""
    text = said + shown.getvalue()
    if any(ord(character) < 32 and character != "\n" for character in text) or "\u202e" in text:
        raise AssertionError(f"control characters: {text!r:.200}")
    try:
        run = gn.load(path)
        run.advance(1)
        run.at(max(run.step - 1, run.timeline.segments[0].first))
    except gn.GlassnetError as error:
        said = said or str(error)
    if "\n" in said or len(said) > MAX_MESSAGE_LENGTH:
        raise AssertionError(f"not one short line: {said!r:.200}")
    return said or "used"


def mutate(count: int, folder: Path, seed: int = 0) -> Outcome:
    """Mutate run files and use them, in children whose memory is limited."""
    outcome, originals = Outcome("mutated run files", count), base_files(folder)
    verdicts = {"used": 0, "refused": 0}
    for first in range(0, count, BATCH):
        numbers = range(first, min(first + BATCH, count))
        while numbers and not outcome.is_over:
            lines = Child(partial(_mutate_batch, numbers, originals, folder, seed)).lines()
            done = [json.loads(line) for line in lines if line.startswith("{")]
            for each in done:
                outcome.add_time(each["seconds"], each["what"])
                _judge(each, outcome, verdicts)
            if len(done) < len(numbers):  # the child died of the next one
                outcome.attempts += 1
                outcome.blame(f"number {numbers[len(done)]} ended the process: {lines[-1:]}")
            numbers = numbers[len(done) + 1 :]
    outcome.notes.append(f"{verdicts['refused']} refused, {verdicts['used']} used")
    return outcome


def _judge(each: dict[str, Any], outcome: Outcome, verdicts: dict[str, int]) -> None:
    if each["raw"]:
        outcome.blame(f"{each['what']}: {each['said']}")
        return
    verdicts["used" if each["said"] == "used" else "refused"] += 1
    if each["must_refuse"] and each["said"] == "used":
        outcome.lose(f"damage was not noticed: {each['what']}")


def _mutate_batch(numbers: range, originals: dict[str, bytes], folder: Path, seed: int, out: TextIO) -> None:
    _limit_memory()
    warnings.simplefilter("ignore")  # what is odd may be so
    sys.stdin.close()
    path = folder / "mutated.glass"
    for number in numbers:
        rng = np.random.default_rng([seed, number])
        name = sorted(originals)[int(rng.integers(len(originals)))]
        by_accident = number % 2 == 0
        content, what = (change_bytes if by_accident else change_inside)(originals[name], rng)
        path.write_bytes(content)
        began, raw = time.monotonic(), False
        try:
            with np.errstate(all="ignore"):
                said = use(path)
        except BaseException as error:
            raw, said = True, f"{type(error).__name__}: {error!s:.300}"
        sealed = by_accident and not name.startswith("format_1") and content != originals[name]
        line = {"what": f"{number}, {name}: {what}", "said": said, "raw": raw, "must_refuse": sealed}
        out.write(json.dumps(line | {"seconds": time.monotonic() - began}) + "\n")


def _limit_memory() -> None:
    """Let this process have little more than it has, so that a file that asks for much can't have it."""
    with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123 (no file, but the system's answer)
        pages = int(file.read().split()[0])
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + ROOM, hard))
