"""A model with two parameters, w and b, and its mean loss over a small data set as a function of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from glassnet.base.arrays import Array
from glassnet.nn.activations import Linear, Sigmoid
from glassnet.nn.activations.activation import Activation
from glassnet.nn.losses import Loss, MeanAbsoluteError, MeanSquaredError, SigmoidCrossEntropy

LINE_X = np.array([-1.6, -1.1, -0.7, -0.2, 0.1, 0.6, 0.9, 1.5])
LINE_Y = np.array([-1.05, -1.0, -0.15, 0.35, 0.3, 0.65, 1.35, 1.5])
CLASS_X = np.array([-2.0, -1.5, -1.1, -0.4, 0.2, -0.2, 0.5, 0.9, 1.4, 2.1])
CLASS_Y = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0])


@dataclass(frozen=True, eq=False)
class Model:
    """prediction = g(w x + b), with a loss on a set of points.

    Arguments:
        label: its name.
        activation: g as the loss sees it: linear where the loss applies a sigmoid itself.
        loss: the loss function.
        x, y: the points, shapes (n,).
        w_range, b_range: the window.
        start: the initial position of the ball.
    """

    label: str
    activation: Activation
    loss: Loss
    x: Array
    y: Array
    w_range: tuple[float, float]
    b_range: tuple[float, float]
    start: tuple[float, float]
    shown: Activation = field(default_factory=Linear)
    """g as displayed."""

    def surface(self, places: int) -> Array:
        """Return the mean loss at places × places parameters, rows by b from low to high, columns by w."""
        w, b = np.meshgrid(np.linspace(*self.w_range, places), np.linspace(*self.b_range, places))
        prediction = self.activation.forward(w.reshape(-1, 1) * self.x + b.reshape(-1, 1))
        # A loss is a mean over outputs; the points are on the axis of the outputs, so this is the mean over points.
        return self.loss.value(prediction, np.broadcast_to(self.y, prediction.shape)).reshape(places, places)

    def predict(self, w: Array | float, b: Array | float, x: Array) -> Array:
        """Return g(w x + b)."""
        return self.shown.forward(np.asarray(w * x + b, dtype=float))

    def loss_and_gradient(self, w: float, b: float) -> tuple[float, float, float]:
        """Return mean loss, ∂loss/∂w and ∂loss/∂b.

        >>> [round(value, 4) for value in MODELS["line_squared"].loss_and_gradient(0.0, 0.0)]
        [0.8541, -1.675, -0.4875]
        """
        z = np.asarray(w * self.x + b)[:, None]
        a = self.activation.forward(z)
        target = self.y[:, None]
        d_z = self.activation.backward(self.loss.gradient(a, target) / len(z), z, a)[:, 0]
        return float(self.loss.value(a, target).mean()), float(d_z @ self.x), float(d_z.sum())


MODELS: Mapping[str, Model] = {
    "line_squared": Model(
        "A line, mean squared error",
        Linear(),
        MeanSquaredError(),
        LINE_X,
        LINE_Y,
        (-2.0, 4.0),
        (-2.5, 2.5),
        (-1.4, 1.8),
    ),
    "line_absolute": Model(
        "A line, mean absolute error",
        Linear(),
        MeanAbsoluteError(),
        LINE_X,
        LINE_Y,
        (-2.0, 4.0),
        (-2.5, 2.5),
        (-1.4, 1.8),
    ),
    "class_cross_entropy": Model(
        "Yes or no, cross-entropy",
        Linear(),
        SigmoidCrossEntropy(),  # the fused pair: it has no edge where a probability rounds to 0
        CLASS_X,
        CLASS_Y,
        (-8.0, 12.0),
        (-10.0, 10.0),
        (-6.0, 6.0),
        Sigmoid(),
    ),
    "class_squared": Model(
        "Yes or no, squared error",
        Sigmoid(),
        MeanSquaredError(),
        CLASS_X,
        CLASS_Y,
        (-8.0, 12.0),
        (-10.0, 10.0),
        (-6.0, 6.0),
        Sigmoid(),
    ),
}
