"""Layer names in run files of format 1, where they had no underscores: `batchnorm_1`."""

import re
from collections.abc import Mapping
from typing import Any

from glassnet.base.arrays import Array
from glassnet.base.names import snake_case
from glassnet.base.trees import SEPARATOR

KINDS = (
    "AveragePool2D",
    "BatchNorm",
    "Conv2DTranspose",
    "FrozenStatistics",
    "GlobalAveragePool2D",
    "LayerNorm",
    "MaxPool2D",
    "MinPool2D",
    "MultiHeadSelfAttention",
    "PositionalEmbedding",
    "PositionalEncoding",
    "SimpleRNN",
    "UpSampling2D",
)
"""The layers at that time whose names have several words."""

WORDS = {name.lower(): snake_case(name) for name in KINDS}
NAME = re.compile(rf"({'|'.join(WORDS)})_(\d+)")
TREES = ("params/", "layers/", "optimizer/")
"""Prefixes of the names of arrays that belong to layers."""


def rename_layers(recipe: Mapping[str, Any]) -> dict[str, Any]:
    """Return a recipe, as JSON, with today's layer names in its penalties by layer."""
    penalties = recipe["regularizer"]
    if not isinstance(penalties, Mapping) or "type" in penalties:
        return dict(recipe)
    return {**recipe, "regularizer": {with_underscores(path): penalty for path, penalty in penalties.items()}}


def rename_arrays(arrays: Mapping[str, Array]) -> dict[str, Array]:
    """Return arrays with today's layer names."""
    return {with_underscores(name) if name.startswith(TREES) else name: values for name, values in arrays.items()}


def with_underscores(path: str) -> str:
    """Return the path of a layer, or of a number in it, as it is written today.

    >>> with_underscores("residual_1/body/multiheadselfattention_12/query_weight")
    'residual_1/body/multi_head_self_attention_12/query_weight'
    """
    return SEPARATOR.join(_renamed(name) for name in path.split(SEPARATOR))


def _renamed(name: str) -> str:
    found = NAME.fullmatch(name)
    return f"{WORDS[found[1]]}_{found[2]}" if found else name
