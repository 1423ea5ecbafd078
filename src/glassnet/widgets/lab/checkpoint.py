"""A Lab session as a short text and back: settings, place in training, parameters."""

import base64
import binascii
import json
from collections.abc import Mapping
from typing import Any

import numpy as np

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.base.trees import flatten, leaves, map_tree
from glassnet.train import Plan, TrainingState, start
from glassnet.widgets.lab.messages import MAX_CHECKPOINT_LENGTH
from glassnet.widgets.lab.spec import MAX_SAMPLES, LabSpec

FORMAT = 1
MAX_STEPS = 10**12


def encode(spec: LabSpec, state: TrainingState) -> str:
    """Return settings and state as text, 1-2 kB."""
    numbers = np.concatenate([values.ravel() for _, values in leaves(state.params)]).astype("<f4")
    content = {
        "format": FORMAT,
        "spec": spec.to_json(),
        "place": [state.step, state.epoch, state.offset],
        "params": base64.b64encode(numbers.tobytes()).decode(),
    }
    return json.dumps(content, separators=(",", ":"))


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
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise SettingError("The checkpoint is damaged: it is not JSON. Start over without it.") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise SettingError(f"The checkpoint is not of format {FORMAT}. Start over without it.")
    return LabSpec().merge(content.get("spec")), content


def decode_state(content: Mapping[str, Any], plan: Plan) -> TrainingState:
    """Return the state in a checkpoint's content, checked against the network and data that its settings make.

    Raises:
        SettingError: there are too few, too many or non-finite numbers, or the step, epoch or offset is invalid.
    """
    place = content.get("place")
    if not isinstance(place, list) or len(place) != 3:
        raise SettingError("The checkpoint is damaged: place must be [step, epoch, offset]. Start over without it.")
    step = whole_number("the checkpoint's step", place[0], minimum=0, maximum=MAX_STEPS)
    epoch = whole_number("the checkpoint's epoch", place[1], minimum=0, maximum=MAX_STEPS)
    offset = whole_number("the checkpoint's offset", place[2], minimum=0, maximum=MAX_SAMPLES)
    fresh = start(plan)
    return fresh._replace(step=step, epoch=epoch, offset=offset, params=_parameters(content.get("params"), fresh))


def _parameters(text: object, fresh: TrainingState) -> dict[str, Any]:
    try:
        numbers = np.frombuffer(base64.b64decode(text, validate=True), dtype="<f4")  # type: ignore[arg-type]
    except (TypeError, ValueError, binascii.Error):
        raise SettingError("The checkpoint is damaged: its parameters can't be read. Start over without it.") from None
    flat = flatten(fresh.params)
    expected = sum(values.size for values in flat.values())
    if len(numbers) != expected or not np.isfinite(numbers).all():
        raise SettingError(
            f"The checkpoint is damaged: its network has {expected} parameters, all finite; "
            f"got {len(numbers)} numbers, {int(np.isfinite(numbers).sum())} of them finite. Start over without it."
        )
    parts = iter(np.split(numbers, np.cumsum([values.size for values in flat.values()])[:-1]))
    return map_tree(lambda values: next(parts).reshape(values.shape).astype(values.dtype), fresh.params)
