"""A perceptron that learns from one mistake at a time, and can say how each number of a correction was computed."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from glassnet.base.arrays import Array
from glassnet.base.checks import is_a, number
from glassnet.base.errors import DataError, ShapeError
from glassnet.base.registry import look_up
from glassnet.explain import Explanation, Reference
from glassnet.explain.places import make_index
from glassnet.explain.reference import parse_reference
from glassnet.explain.trace import Trace, leaf, of_layer
from glassnet.nn.activations.binary_step import BinaryStep
from glassnet.train.perceptron import correction, numbers_of

LAYER = "perceptron"


@dataclass(frozen=True, eq=False)
class Perceptron:
    """One neuron with a step: yes if x · weight + bias ≥ 0, else no.

    It learns by Rosenblatt's rule (1958), which is no gradient descent: only a mistake changes anything, and then
    weight ← weight + learning_rate · (target − answer) · x, and likewise for the bias.

    Arguments:
        weight: shape (features,).
        bias: what is added to the weighted sum.
        learning_rate: size of a correction.

    Raises:
        ShapeError: the weights aren't a list of numbers.
        DataError: a weight is no finite number.
        SettingError: the bias or the rate is none.

    >>> neuron = Perceptron(np.zeros(2))
    >>> x, y = np.array([[0, 0], [0, 1], [1, 0], [1, 1]]), np.array([0, 0, 0, 1])
    >>> while (wrong := neuron.mistakes(x, y)).size:
    ...     neuron = neuron.correct(x[wrong[0]], y[wrong[0]]).after
    >>> neuron.weight.tolist(), neuron.bias, neuron.decide(x).tolist()
    ([2.0, 1.0], -3.0, [0, 0, 0, 1])
    """

    weight: Array
    bias: float = 0.0
    learning_rate: float = 1.0

    def __post_init__(self) -> None:
        weight = numbers_of("weight", self.weight)
        if weight.ndim != 1 or not weight.size:
            raise ShapeError(f"A perceptron's weight must have one number per feature; got shape {weight.shape}.")
        object.__setattr__(self, "weight", weight)
        object.__setattr__(self, "bias", number("bias", self.bias))
        object.__setattr__(self, "learning_rate", number("learning_rate", self.learning_rate, above=0))

    def sums(self, x: Array) -> Array:
        """Return z = x · weight + bias of each sample, shape (samples,)."""
        return self._features(x) @ self.weight + self.bias

    def decide(self, x: Array) -> Array:
        """Return the answers 1 or 0 for samples of shape (samples, features)."""
        return BinaryStep().forward(self.sums(x)).astype(int)

    def mistakes(self, x: Array, y: Array) -> Array:
        """Return the numbers of the samples that are answered wrongly; the targets y are 0 or 1."""
        targets = numbers_of("y", y)
        answers = self.decide(x)
        if targets.shape != answers.shape:
            raise ShapeError(f"y must have one target per sample, shape {answers.shape}; got {targets.shape}.")
        return np.flatnonzero(answers != _sides(targets))

    def correct(self, x: Array, target: float) -> "Correction":
        """Return one step of the rule on one sample; without a mistake it changes nothing."""
        answer = number("target", target)
        return Correction(self, self._features(numbers_of("x", x)[None])[0], float(_sides(np.array(answer))))

    def _features(self, x: Array) -> Array:
        features = numbers_of("x", x)
        if features.ndim != 2 or features.shape[1] != len(self.weight):
            raise ShapeError(
                f"x must have {len(self.weight)} features, shape (samples, {len(self.weight)}); got {features.shape}."
            )
        return features


class Correction(NamedTuple):
    """One step of the perceptron rule on one sample.

    Arguments:
        before: the perceptron before it.
        x: the sample, shape (features,).
        target: the right answer, 0 or 1.

    >>> made = Perceptron(np.array([1.0, -2.0]), 0.5).correct(np.array([3.0, 1.0]), 0)
    >>> made.mistake, made.after.weight.tolist(), made.after.bias
    (-1, [-2.0, -3.0], -0.5)
    >>> print(made.explain("perceptron.weight_after[0]"))
    perceptron: weight_after[0] = weight[0] + learning_rate · mistake · x[0]
                                = 1 + 1 · (−1) · 3
                                = −2
    """

    before: Perceptron
    x: Array
    target: float

    @property
    def mistake(self) -> int:
        """The right answer minus the given one: 1, 0 or −1."""
        return int(self.target) - int(self.before.decide(self.x[None])[0])

    @property
    def after(self) -> Perceptron:
        """The perceptron after it."""
        made = self._trace
        weight, bias = (made.value(Reference(LAYER, name)) for name in ("weight_after", "bias_after"))
        return Perceptron(weight, float(bias), self.before.learning_rate)

    def explain(self, reference: str | Reference) -> Explanation:
        """Explain a number of the step: perceptron.z, .a, .mistake, .weight_after[0], .bias_after, or one given to it.

        Raises:
            UnknownNameError, SettingError: there is no such number.
        """
        if not isinstance(reference, Reference):
            reference = parse_reference(is_a("reference", reference, str, '"perceptron.z"'))
        wanted, trace = reference, self._trace
        part = wanted._replace(index=())
        look_up("number", str(part), {str(one): one for one in trace.parts})
        index = make_index(wanted.part, trace.value(part).shape, wanted.index)
        expression = trace.expression(part, index)
        return Explanation(part._replace(index=index), expression, "" if expression.operands else GIVEN[wanted.part])

    @property
    def _trace(self) -> Trace:
        given = {
            name: leaf(np.asarray(value, float), LAYER, name)
            for name, value in {
                "x": self.x,
                "target": self.target,
                "weight": self.before.weight,
                "bias": self.before.bias,
                "learning_rate": self.before.learning_rate,
            }.items()
        }
        return of_layer(LAYER, {**given, **correction(**given)}, {})


GIVEN = {
    "x": "a feature of the sample",
    "target": "the right answer for the sample",
    "weight": "the weight before this correction",
    "bias": "the bias before this correction",
    "learning_rate": "a setting of the perceptron",
}
"""Where the numbers come from that a correction starts with."""


def _sides(targets: Array) -> Array:
    if not np.isin(targets, (0, 1)).all():
        raise DataError(f"A perceptron's targets must be 0 or 1; got {np.unique(targets).tolist()}.")
    return targets
