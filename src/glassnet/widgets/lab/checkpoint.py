"""A Lab session as a text and back: settings, place in training, parameters, and the state of rule and layers.

The text is compressed and may stand in a link: letters, digits, - and _ only.
"""

import base64
import binascii
import json
import math
import zlib
from collections.abc import Mapping
from io import BytesIO
from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.checks import number, whole_number
from glassnet.base.errors import SettingError
from glassnet.base.trees import all_finite, leaves, map_tree
from glassnet.train import Plan, TrainingState, start
from glassnet.widgets.lab.messages import MAX_CHECKPOINT_LENGTH
from glassnet.widgets.lab.spec import MAX_SAMPLES, LabSpec

FORMAT = 2
MAX_STEPS = 10**12
MAX_UNPACKED = 200_000
"""Characters that a checkpoint may unpack to."""

MAX_WATCHED = 10_000
TREES = ("params", "optimizer", "layers")


def encode(spec: LabSpec, state: TrainingState) -> str:
    """Return settings and state as text; of a small network less than 1 kB."""
    content = {
        "format": FORMAT,
        "spec": spec.to_json(),
        "place": [state.step, state.epoch, state.offset],
        "watched": list(state.watched[-MAX_WATCHED:]),
        **{name: _pack(getattr(state, name)) for name in TREES},
    }
    packed = zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 6)
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def decode_spec(text: object) -> tuple[LabSpec, Mapping[str, Any]]:
    """Return the settings in a checkpoint, and its whole content for `decode_state`.

    Raises:
        SettingError: the text isn't a checkpoint, is damaged, or is from another version of Glassnet.
    """
    if not isinstance(text, str) or len(text) > MAX_CHECKPOINT_LENGTH:
        raise SettingError(
            f"checkpoint must be text of at most {MAX_CHECKPOINT_LENGTH} characters, as returned in an earlier reply."
        )
    try:
        content = json.loads(_unpacked(text))
    except (ValueError, RecursionError, zlib.error):
        raise SettingError("The checkpoint is damaged: it can't be unpacked. Start over without it.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise SettingError(f"The checkpoint is not of format {FORMAT}. Start over without it.")
    return LabSpec().merge(content.get("spec")), content


def decode_state(content: Mapping[str, Any], plan: Plan) -> TrainingState:
    """Return the state in a checkpoint's content, checked against the network and data that its settings make.

    Raises:
        SettingError: there are too few, too many or non-finite numbers, or the step, epoch or offset is invalid.
    """
    place, watched = content.get("place"), content.get("watched")
    if not isinstance(place, list) or len(place) != 3:
        raise SettingError("The checkpoint is damaged: place must be [step, epoch, offset]. Start over without it.")
    if not isinstance(watched, list) or len(watched) > MAX_WATCHED:
        raise SettingError("The checkpoint is damaged: watched must be a list of losses. Start over without it.")
    step = whole_number("the checkpoint's step", place[0], minimum=0, maximum=MAX_STEPS)
    epoch = whole_number("the checkpoint's epoch", place[1], minimum=0, maximum=MAX_STEPS)
    offset = whole_number("the checkpoint's offset", place[2], minimum=0, maximum=MAX_SAMPLES)
    losses = tuple(number("each of the checkpoint's losses", loss, minimum=-math.inf) for loss in watched)
    fresh = start(plan)
    trees = {name: _tree(content.get(name), getattr(fresh, name), name) for name in TREES}
    return fresh._replace(step=step, epoch=epoch, offset=offset, watched=losses, **trees)


def _unpacked(text: str) -> bytes:
    packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(packed, MAX_UNPACKED)
    if not unpacking.eof or unpacking.unused_data:
        raise ValueError("cut short, or too long")
    return content


def _pack(tree: Tree) -> str:
    """Return a tree's numbers as text, by name: some rules return their state in another order than they began with."""
    return base64.b64encode(
        b"".join(_bytes(values) for _, values in sorted(leaves(tree), key=lambda item: item[0]))
    ).decode()


def _bytes(values: Any) -> bytes:
    array = np.asarray(values)
    return array.astype(array.dtype.newbyteorder("<")).tobytes()


def _tree(text: object, fresh: dict[str, Any], name: str) -> dict[str, Any]:
    """Return numbers in the shapes and types of a fresh state."""
    try:
        numbers = base64.b64decode(text, validate=True)  # type: ignore[arg-type]
    except (TypeError, ValueError, binascii.Error):
        raise SettingError(f"The checkpoint is damaged: its {name} can't be read. Start over without it.") from None
    expected = sum(np.asarray(values).nbytes for _, values in leaves(fresh))
    if len(numbers) != expected:
        raise SettingError(
            f"The checkpoint is damaged: its network has {expected} bytes of {name}; got {len(numbers)}. "
            "Start over without it."
        )
    left = BytesIO(numbers)
    found = {leaf: _read(left, np.asarray(values)) for leaf, values in sorted(leaves(fresh), key=lambda item: item[0])}
    in_order = iter([found[leaf] for leaf, _ in leaves(fresh)])
    tree = map_tree(lambda _: next(in_order), fresh)
    if not all_finite(tree):
        raise SettingError(
            f"The checkpoint is damaged: not all of its {name} are finite numbers. Start over without it."
        )
    return tree


def _read(left: BytesIO, like: Array) -> Array:
    flat = np.frombuffer(left.read(like.nbytes), like.dtype.newbyteorder("<"))
    return flat.reshape(like.shape).astype(like.dtype)
