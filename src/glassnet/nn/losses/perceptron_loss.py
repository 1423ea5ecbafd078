"""The loss whose gradient step is the perceptron rule."""

from typing import ClassVar

from glassnet.base.arrays import Array
from glassnet.base.settings_class import settings_class
from glassnet.nn.activations.binary_step import BinaryStep
from glassnet.nn.losses.loss import TargetDomain, TargetEncoding


@settings_class
class PerceptronLoss:
    """z (step(z) − t) for the output z and the target t (0 or 1): how far a wrong answer is on the wrong side.

    The same as max(0, −s z) with s = 2t − 1; the mean over an example's outputs. A right answer costs nothing,
    however narrow, and the gradient step − t is the error of Rosenblatt's rule (1958), so that one step of
    gradient descent on one example is one step of that rule. The network's output is linear.

    >>> import numpy as np
    >>> z, t = np.array([[0.3], [-2.0], [0.3]]), np.array([[1.0], [1.0], [0.0]])
    >>> PerceptronLoss().value(z, t).tolist(), PerceptronLoss().gradient(z, t).tolist()
    ([0.0, 2.0, 0.3], [[0.0], [-1.0], [1.0]])
    """

    target_encoding: ClassVar[TargetEncoding] = "values"
    target_domain: ClassVar[TargetDomain] = "sides"
    link: ClassVar[str] = "step"

    def value(self, prediction: Array, target: Array) -> Array:
        """Return 1/n · Σᵢ zᵢ (step(zᵢ) − tᵢ) over the n outputs of each example."""
        return (prediction * (BinaryStep().forward(prediction) - target)).sum(axis=-1) / prediction.shape[-1]

    def gradient(self, prediction: Array, target: Array) -> Array:
        """Return (step(z) − t) / n."""
        return (BinaryStep().forward(prediction) - target) / prediction.shape[-1]
