"""A reference: PyTorch computes the same, forward and backward, to ten digits."""

from typing import Any

import numpy as np
import pytest

from glassnet.base.arrays import Array
from glassnet.base.trees import flatten, map_tree

from .cases import Case, for_every_case

pytestmark = pytest.mark.reference
SEED = 5


@for_every_case("torch")
def test_forward_and_backward_are_pytorchs(case: Case) -> None:
    torch: Any = pytest.importorskip("torch")
    inputs, others = case.draw(SEED)
    d_output = case.d_output(SEED)

    def watched(value: Array) -> Any:
        return torch.tensor(value, requires_grad=True)

    tensors = map_tree(watched, inputs)
    output = case.twin("torch", torch, tensors, map_tree(torch.tensor, others))
    np.testing.assert_allclose(case.output(inputs, others), output.detach().numpy(), rtol=1e-10, atol=1e-12)
    (output * torch.tensor(d_output)).sum().backward()
    claimed = flatten(case.backward(inputs, others, d_output))
    for name, tensor in flatten(tensors).items():
        np.testing.assert_allclose(claimed[name], tensor.grad.numpy(), rtol=1e-10, atol=1e-12, err_msg=name)
