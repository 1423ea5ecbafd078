"""Continuing with another network: weights that have a place in both are kept."""

from difflib import SequenceMatcher
from typing import Any

from glassnet.base.arrays import Array, Tree
from glassnet.nn.network import Network
from glassnet.train import Plan, TrainingState, start


def carry_over(old: Plan, state: TrainingState, new: Plan) -> TrainingState:
    """Return a state for the new plan at the same step, with as much of the old state as fits.

    Layers are matched by kind from the front, and the last layer with the last. Where a layer grew or shrank, the
    part that both have is kept; the rest is initialised afresh, and so is a layer that gets another initialiser. The
    same holds for the optimiser's state, unless the new rule has a different kind of state.
    """
    fresh = start(new)
    before, after = dict(old.network.named_layers), dict(new.network.named_layers)
    matches = {
        name: known
        for name, known in _matches(old.network, new.network).items()
        if _initializers(before[known]) == _initializers(after[name])
    }
    return TrainingState(
        state.step,
        state.epoch,
        state.offset,
        _merge_layers(fresh.params, state.params, matches),
        _merge_layers(fresh.layers, state.layers, matches),
        _merge_optimizer(fresh.optimizer, state.optimizer, matches)
        if _same_memory(old, new, fresh, state)
        else fresh.optimizer,
        state.watched,
    )


def _initializers(layer: Any) -> dict[str, Any]:
    return {name: value for name, value in vars(layer).items() if name.endswith("_initializer")}


def _matches(old: Network, new: Network) -> dict[str, str]:
    before, after = ([type(layer).__name__ for layer in network.layers[:-1]] for network in (old, new))
    matches = {new.names[-1]: old.names[-1]}
    for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        for place in range(block.size):
            matches[new.names[block.b + place]] = old.names[block.a + place]
    return matches


def _same_memory(old: Plan, new: Plan, fresh: TrainingState, state: TrainingState) -> bool:
    """Return whether two rules have the same kind of state: rules of one kind, or with the same names (Adam, AdamW)."""
    one_kind = type(old.recipe.optimizer) is type(new.recipe.optimizer)
    return one_kind or fresh.optimizer.keys() == state.optimizer.keys()


def _merge_optimizer(fresh: Tree, known: Tree, matches: dict[str, str]) -> dict[str, Any]:
    """Merge a rule's state: trees like the parameters', and numbers such as its count of updates."""
    return {
        name: value
        if name not in known
        else _merge_layers(value, known[name], matches)
        if isinstance(value, dict)
        else known[name]
        for name, value in fresh.items()
    }


def _merge_layers(fresh: Tree, known: Tree, matches: dict[str, str]) -> dict[str, Any]:
    return {name: _merge(value, known[matches[name]]) if name in matches else value for name, value in fresh.items()}


def _merge(fresh: Any, known: Any) -> Any:
    if isinstance(fresh, dict) and isinstance(known, dict):
        return {name: _merge(value, known[name]) if name in known else value for name, value in fresh.items()}
    return fresh if isinstance(fresh, dict) or isinstance(known, dict) else _overlay(fresh, known)


def _overlay(fresh: Array, known: Array) -> Array:
    if fresh.shape == known.shape:
        return known.astype(fresh.dtype)
    if fresh.ndim != known.ndim:
        return fresh
    common = tuple(slice(min(sizes)) for sizes in zip(fresh.shape, known.shape, strict=True))
    merged = fresh.copy()
    merged[common] = known[common]
    return merged
