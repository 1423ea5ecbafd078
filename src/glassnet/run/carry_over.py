"""Going on with another network: weights that have a place in both are kept."""

from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.nn.network import Network
from glassnet.train import Plan, TrainingState, start


def carry_over(old: Plan, state: TrainingState, new: Plan) -> TrainingState:
    """Return a state for the new plan at the same step, with as much of the old state as fits.

    Layers are matched from the front, the last layer with the last. Where a layer grew or shrank, the
    part that both have is kept; the rest is drawn as at the start. The same holds for the optimiser's state.
    """
    fresh = start(new)
    matches = _matches(old.network, new.network)
    return TrainingState(
        state.step,
        state.epoch,
        state.offset,
        _merge_layers(fresh.params, state.params, matches),
        _merge_layers(fresh.layers, state.layers, matches),
        {
            name: _merge_layers(value, state.optimizer[name], matches) if name in state.optimizer else value
            for name, value in fresh.optimizer.items()
        },
    )


def _matches(old: Network, new: Network) -> dict[str, str]:
    front = min(len(old.names), len(new.names)) - 1
    return dict(zip(new.names[:front], old.names[:front], strict=True)) | {new.names[-1]: old.names[-1]}


def _merge_layers(fresh: Tree, known: Tree, matches: dict[str, str]) -> dict[str, Any]:
    return {name: _merge(value, known[matches[name]]) if name in matches else value for name, value in fresh.items()}


def _merge(fresh: Any, known: Any) -> Any:
    if isinstance(fresh, dict):
        return {name: _merge(value, known[name]) if name in known else value for name, value in fresh.items()}
    return _overlay(fresh, known)


def _overlay(fresh: Array, known: Array) -> Array:
    if fresh.shape == known.shape:
        return known.astype(fresh.dtype)
    if fresh.ndim != known.ndim:
        return fresh
    common = tuple(slice(min(sizes)) for sizes in zip(fresh.shape, known.shape, strict=True))
    merged = fresh.copy()
    merged[common] = known[common]
    return merged
