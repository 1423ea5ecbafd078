"""Nothing that is passed in is ever overwritten, and nothing recorded changes in the backward pass."""

from typing import Any

import numpy as np

from glassnet.base.arrays import Array, Tree
from glassnet.base.trees import flatten, map_tree

from .cases import Case, for_every_case

SEED = 6


@for_every_case("read-only")
def test_forward_and_backward_work_on_arrays_that_cannot_be_written(case: Case) -> None:
    inputs, others = (map_tree(frozen, tree) for tree in case.draw(SEED))
    before = copies(inputs, others)
    made = case.forward(inputs, others)
    recorded = copies(made)
    case.backward(inputs, others, frozen(case.d_output(SEED)))
    assert copies(inputs, others) == before
    assert copies(made) == recorded


def frozen(values: Any) -> Array:
    array = np.array(values)
    array.flags.writeable = False
    return array


def copies(*trees: Tree) -> list[dict[str, bytes]]:
    return [{name: np.asarray(value).tobytes() for name, value in flatten(tree).items()} for tree in trees]
