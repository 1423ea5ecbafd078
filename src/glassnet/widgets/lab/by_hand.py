"""Weights that a reader sets by hand: a change like any other, marked on the timeline."""

from typing import Any

from glassnet.base.errors import SettingError
from glassnet.run import Run
from glassnet.widgets.lab.columns import columns_of
from glassnet.widgets.lab.messages import SetWeight


def set_weight(run: Run, request: SetWeight) -> None:
    """Continue with another value of one weight or bias.

    Raises:
        SettingError: the network has no such weight.
    """
    columns = columns_of(run.network)
    if request.column > len(columns):
        raise SettingError(f"The network has columns 1 to {len(columns)}; got column {request.column}.")
    layer = columns[request.column - 1].dense
    part = "bias" if request.source is None else "weight"
    index = (request.unit,) if request.source is None else (request.source, request.unit)
    params: dict[str, Any] = run.state.params
    values = params[layer][part].copy()
    if any(place >= size for place, size in zip(index, values.shape, strict=True)):
        raise SettingError(f"{layer}.{part} has the shape {values.shape}; there is no {list(index)} in it.")
    values[index] = request.value
    changed = {**params, layer: {**params[layer], part: values}}
    run.continue_from(run.plan, run.state._replace(params=changed))
