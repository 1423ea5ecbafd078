"""The third reading's precondition: forward and backward run on NumPy object arrays of scalars, to the same numbers."""

import numpy as np

from glassnet.base.trees import flatten, map_tree

from .cases import Case, for_every_case
from .scalar import unwrap, wrap

SEED = 11


@for_every_case("objects")
def test_forward_and_backward_run_on_scalars(case: Case) -> None:
    inputs, others = case.draw(SEED)
    d_output = case.d_output(SEED)
    wrapped = (map_tree(wrap, inputs), map_tree(wrap, others))
    output = unwrap(case.output(*wrapped))
    np.testing.assert_allclose(output, case.output(inputs, others), rtol=1e-12, atol=1e-14)
    gradients = flatten(case.backward(*wrapped, wrap(d_output)))
    for name, value in flatten(case.backward(inputs, others, d_output)).items():
        np.testing.assert_allclose(unwrap(gradients[name]), value, rtol=1e-11, atol=1e-13, err_msg=name)
