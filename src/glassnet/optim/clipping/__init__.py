"""Clipping of gradients, one kind per file, and the registry of their names."""

from typing import Any, Protocol

from glassnet.base.arrays import Tree
from glassnet.optim.clipping.clip_by_global_norm import ClipByGlobalNorm
from glassnet.optim.clipping.clip_by_norm import ClipByNorm
from glassnet.optim.clipping.clip_by_value import ClipByValue


class Clipping(Protocol):
    """A limit on gradients, applied after the gradients of loss and penalty are added up."""

    def apply(self, grads: Tree) -> dict[str, Any]:
        """Return the gradients within the limit."""
        ...


CLIPPINGS: dict[str, type[Clipping]] = {
    "clip_by_value": ClipByValue,
    "clip_by_norm": ClipByNorm,
    "clip_by_global_norm": ClipByGlobalNorm,
}

__all__ = ["CLIPPINGS", "ClipByGlobalNorm", "ClipByNorm", "ClipByValue", "Clipping"]
