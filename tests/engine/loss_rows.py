"""Rows of the losses."""

from typing import Any

import glassnet as gn

from .draws import classes, normal, one_hot_rows, probabilities, shares, yes_or_no
from .row import Row


def smoothed(loss: Any, target: Any, count: int) -> Any:
    """Spread a share of the target over all classes."""
    return target * (1 - loss.label_smoothing) + loss.label_smoothing / count


def one_hot(torch: Any, target: Any, prediction: Any) -> Any:
    """Return class numbers as rows with a single one."""
    return torch.nn.functional.one_hot(target, prediction.shape[-1]).double()


def cross_entropy(torch: Any, loss: Any, p: Any, y: Any) -> Any:
    """Categorical cross-entropy by its definition, smoothed."""
    return -(smoothed(loss, y, p.shape[-1]) * torch.log(p)).sum(-1)


def fused(torch: Any, loss: Any, z: Any, y: Any) -> Any:
    """PyTorch's own softmax and cross-entropy in one, with its own smoothing."""
    return torch.nn.functional.cross_entropy(z, y, reduction="none", label_smoothing=loss.label_smoothing)


def side(target: Any) -> Any:
    """Return −1 for 0 and 1 for 1."""
    return 2 * target - 1


LOSS_ROWS = (
    Row(
        (gn.MeanSquaredError(),),
        lambda t, loss, p, y: t.nn.functional.mse_loss(p, y, reduction="none").mean(-1),
        lambda k, loss, p, y: k.losses.mean_squared_error(y, p),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.MeanAbsoluteError(),),
        lambda t, loss, p, y: t.nn.functional.l1_loss(p, y, reduction="none").mean(-1),
        lambda k, loss, p, y: k.losses.mean_absolute_error(y, p),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.RootMeanSquaredError(),),
        lambda t, loss, p, y: t.nn.functional.mse_loss(p, y, reduction="none").mean(-1).sqrt(),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.Huber(), gn.Huber(0.3), gn.Huber(5.0)),
        lambda t, loss, p, y: t.nn.functional.huber_loss(p, y, reduction="none", delta=loss.delta).mean(-1),
        lambda k, loss, p, y: k.losses.huber(y, p, loss.delta),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.QuantileLoss(0.9), gn.QuantileLoss(0.25)),
        lambda t, loss, p, y: t.where(y > p, loss.q * (y - p), (1 - loss.q) * (p - y)).mean(-1),
        lambda k, loss, p, y: k.ops.mean(loss.q * k.ops.relu(y - p) + (1 - loss.q) * k.ops.relu(p - y), axis=-1),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.LogCosh(),),
        lambda t, loss, p, y: t.log(t.cosh(p - y)).mean(-1),
        lambda k, loss, p, y: k.losses.log_cosh(y, p),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.BinaryCrossEntropy(), gn.BinaryCrossEntropy(1e-3), gn.BinaryCrossEntropy(label_smoothing=0.2)),
        lambda t, loss, p, y: t.nn.functional.binary_cross_entropy(p, smoothed(loss, y, 2), reduction="none").mean(-1),
        lambda k, loss, p, y: k.losses.binary_crossentropy(y, p, label_smoothing=loss.label_smoothing),
        shapes=((1,), (3,)),
        draw=probabilities,
        target=yes_or_no,
    ),
    Row(
        (
            gn.CategoricalCrossEntropy(),
            gn.CategoricalCrossEntropy(1e-3),
            gn.CategoricalCrossEntropy(label_smoothing=0.1),
        ),
        cross_entropy,
        shapes=((2,), (5,)),
        draw=shares,
        target=one_hot_rows,
    ),
    Row(
        (
            gn.SparseCategoricalCrossEntropy(),
            gn.SparseCategoricalCrossEntropy(1e-3),
            gn.SparseCategoricalCrossEntropy(label_smoothing=0.1),
        ),
        lambda t, loss, p, y: cross_entropy(t, loss, p, one_hot(t, y, p)),
        shapes=((2,), (5,)),
        draw=shares,
        target=classes,
    ),
    Row(
        (gn.SigmoidCrossEntropy(), gn.SigmoidCrossEntropy(0.2)),
        lambda t, loss, z, y: t.nn.functional.binary_cross_entropy_with_logits(
            z, smoothed(loss, y, 2), reduction="none"
        ).mean(-1),
        shapes=((1,), (3,)),
        target=yes_or_no,
    ),
    Row((gn.SoftmaxCrossEntropy(), gn.SoftmaxCrossEntropy(0.1)), fused, shapes=((2,), (5,)), target=one_hot_rows),
    Row(
        (gn.SparseSoftmaxCrossEntropy(), gn.SparseSoftmaxCrossEntropy(0.1)),
        fused,
        shapes=((2,), (5,)),
        target=classes,
    ),
    Row(
        (gn.Hinge(),),
        lambda t, loss, z, y: t.clamp(1 - side(y) * z, min=0).mean(-1),
        lambda k, loss, z, y: k.losses.hinge(y, z),
        shapes=((1,), (3,)),
        target=yes_or_no,
    ),
    Row(
        (gn.CategoricalHinge(),),
        lambda t, loss, z, y: t.clamp(1 + (z - 1e9 * y).amax(-1) - (z * y).sum(-1), min=0),
        shapes=((2,), (5,)),
        target=one_hot_rows,
    ),
    Row(
        (gn.KLDivergence(), gn.KLDivergence(1e-3)),
        lambda t, loss, p, y: t.nn.functional.kl_div(t.log(p), y, reduction="none").sum(-1),
        lambda k, loss, p, y: k.losses.kl_divergence(y, p),
        shapes=((2,), (5,)),
        draw=shares,
        target=shares,
    ),
    Row(
        (gn.KLDivergence(),),
        lambda t, loss, p, y: t.nn.functional.kl_div(t.log(p), y, reduction="none").sum(-1),
        shapes=((5,),),
        draw=shares,
        target=one_hot_rows,
    ),
    Row(
        (gn.PerceptronLoss(),),
        lambda t, loss, z, y: t.relu(-side(y) * z).mean(-1),
        shapes=((1,), (3,)),
        target=yes_or_no,
    ),
    Row(
        (gn.FormulaLoss("where(t > p, q, 1 - q) * abs(t - p)", {"q": 0.9}),),
        lambda t, loss, p, y: t.where(y > p, 0.9 * (y - p), 0.1 * (p - y)).mean(-1),
        shapes=((3,), (1,)),
    ),
    Row(
        (gn.FormulaLoss("log(1 + exp(-(2*t - 1)*p)) + max(p, 1)^2 / 10 + sqrt(p^2 + 1) * tanh(t - p)"),),
        lambda t, loss, p, y: (
            t.log1p(t.exp(-side(y) * p)) + t.clamp(p, min=1) ** 2 / 10 + t.sqrt(p * p + 1) * t.tanh(y - p)
        ).mean(-1),
        shapes=((3,),),
        target=normal,
    ),
)
