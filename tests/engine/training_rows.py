"""Rows of what a recipe holds besides its loss: rules, schedules, clippings, penalties, constraints, first weights."""

from math import erf, exp, pi, sqrt
from typing import Any

import glassnet as gn

from .row import Row

BASE, STEPS = 0.4, 60
"""Where schedules begin, and how many steps their twins make."""


def adam(t: Any, rule: Any, tensors: Any, kind: str = "Adam", **more: Any) -> Any:
    """PyTorch's optimizer of Adam's family."""
    return getattr(t.optim, kind)(
        tensors, lr=rule.learning_rate, betas=(rule.beta_1, rule.beta_2), eps=rule.epsilon, **more
    )


def lion(k: Any, rule: Any) -> Any:
    """Keras' Lion."""
    return k.optimizers.Lion(rule.learning_rate, rule.beta_1, rule.beta_2, weight_decay=rule.weight_decay or None)


UPDATE_RULE_ROWS = (
    Row(
        (gn.SGD(0.1), gn.SGD(0.05, momentum=0.9), gn.SGD(0.05, 0.9, nesterov=True)),
        lambda t, r, tensors: t.optim.SGD(tensors, lr=r.learning_rate, momentum=r.momentum, nesterov=r.nesterov),
    ),
    Row(
        (gn.Adagrad(0.1), gn.Adagrad(0.03, initial_sum=0.3, epsilon=1e-3)),
        lambda t, r, tensors: t.optim.Adagrad(
            tensors, lr=r.learning_rate, initial_accumulator_value=r.initial_sum, eps=r.epsilon
        ),
    ),
    Row(
        (gn.Adadelta(), gn.Adadelta(0.5, 0.7, 1e-3)),
        lambda t, r, tensors: t.optim.Adadelta(tensors, lr=r.learning_rate, rho=r.rho, eps=r.epsilon),
    ),
    Row(
        (
            gn.RMSprop(0.01),
            gn.RMSprop(0.01, 0.8, momentum=0.5),
            gn.RMSprop(0.02, centred=True, momentum=0.3, epsilon=1e-4),
        ),
        lambda t, r, tensors: t.optim.RMSprop(
            tensors, lr=r.learning_rate, alpha=r.rho, eps=r.epsilon, momentum=r.momentum, centered=r.centred
        ),
    ),
    Row((gn.Adam(0.05), gn.Adam(0.01, 0.7, 0.95, 1e-4)), adam),
    Row(
        (gn.AdamW(0.05), gn.AdamW(0.01, 0.7, 0.95, 1e-4, weight_decay=0.3)),
        lambda t, r, tensors: adam(t, r, tensors, "AdamW", weight_decay=r.weight_decay),
    ),
    Row(
        (gn.AMSGrad(0.05), gn.AMSGrad(0.01, 0.7, 0.95, 1e-4)),
        lambda t, r, tensors: adam(t, r, tensors, amsgrad=True),
    ),
    Row(
        (gn.NAdam(0.05), gn.NAdam(0.01, 0.7, 0.95, 1e-4, momentum_decay=0.05)),
        lambda t, r, tensors: adam(t, r, tensors, "NAdam", momentum_decay=r.momentum_decay),
    ),
    Row(
        (gn.Lion(0.01), gn.Lion(0.02, 0.8, 0.95, weight_decay=0.1)),
        keras=lion,
        exceptions={"torch": "PyTorch has no Lion; Keras has"},
    ),
)

SCHEDULE_ROWS = (
    Row((gn.ConstantRate(),), lambda s, r, o: s.ConstantLR(o, 1.0)),
    Row((gn.StepDecay(7, 0.3), gn.StepDecay(1)), lambda s, r, o: s.StepLR(o, r.every, r.factor)),
    Row(
        (gn.ExponentialDecay(1, 0.97), gn.ExponentialDecay(10, 0.5)),
        lambda s, r, o: s.ExponentialLR(o, r.factor ** (1 / r.every)),
    ),
    Row(
        (gn.PolynomialDecay(40, power=2.0), gn.PolynomialDecay(50)), lambda s, r, o: s.PolynomialLR(o, r.steps, r.power)
    ),
    Row(
        (gn.PolynomialDecay(30, 0.5, end=0.1),),
        lambda s, r, o: s.LambdaLR(o, lambda step: (0.1 + 0.3 * max(0.0, 1 - step / 30) ** 0.5) / BASE),
    ),
    Row(
        (gn.CosineDecay(STEPS - 1), gn.CosineDecay(STEPS, end=0.1)),
        lambda s, r, o: s.CosineAnnealingLR(o, r.steps, r.end),
    ),
    Row(
        (gn.CosineRestarts(10, growth=2, end=0.01), gn.CosineRestarts(8)),
        lambda s, r, o: s.CosineAnnealingWarmRestarts(o, r.steps, r.growth, r.end),
    ),
    Row(
        (gn.OneCycle(STEPS), gn.OneCycle(2 * STEPS, rise=0.5, start=10, finish=100)),
        lambda s, r, o: s.OneCycleLR(
            o, o.param_groups[0]["lr"], r.steps, pct_start=r.rise, div_factor=r.start, final_div_factor=r.finish
        ),
    ),
    Row(
        (gn.WarmUp(12), gn.WarmUp(5, gn.StepDecay(3, 0.5))),
        lambda s, r, o: s.LambdaLR(
            o, lambda step: (step + 1) / r.steps if step < r.steps else r.then.rate(1.0, step - r.steps, ())
        ),
    ),
    Row(
        (gn.ReduceOnPlateau(0.5, patience=3, minimum_rate=0.01), gn.ReduceOnPlateau(patience=0, minimum_change=0.1)),
        lambda s, r, o: s.ReduceLROnPlateau(
            o, factor=r.factor, patience=r.patience, threshold=r.minimum_change, min_lr=r.minimum_rate, eps=0
        ),
    ),
)

CLIPPING_ROWS = (
    Row(
        (gn.ClipByValue(0.4), gn.ClipByValue(9.0)),
        lambda t, c, parameters: t.nn.utils.clip_grad_value_(parameters, c.limit),
    ),
    Row(
        (gn.ClipByNorm(0.9), gn.ClipByNorm(99.0)),
        lambda t, c, parameters: [t.nn.utils.clip_grad_norm_([each], c.limit) for each in parameters],
    ),
    Row(
        (gn.ClipByGlobalNorm(1.3), gn.ClipByGlobalNorm(99.0)),
        lambda t, c, parameters: t.nn.utils.clip_grad_norm_(parameters, c.limit),
    ),
)

REGULARIZER_ROWS = (
    Row((gn.L1(0.1), gn.L1(0.0)), lambda t, r, w: r.rate * t.linalg.vector_norm(w, 1), shapes=((4, 3),)),
    Row((gn.L2(0.1), gn.L2(0.0)), lambda t, r, w: 0.5 * r.rate * (w * w).sum(), shapes=((4, 3),)),
    Row(
        (gn.ElasticNet(0.1, 0.3), gn.ElasticNet(0.0, 0.3), gn.ElasticNet(0.1, 0.0)),
        lambda t, r, w: r.l1_rate * t.linalg.vector_norm(w, 1) + r.l2_rate / 2 * t.linalg.vector_norm(w) ** 2,
        shapes=((4, 3), (2, 2, 3, 2)),
    ),
)

CONSTRAINT_ROWS = (
    Row(
        (gn.MaxNorm(), gn.MaxNorm(0.8), gn.MaxNorm(99.0)),
        lambda t, c, w: t.renorm(w, 2, w.ndim - 1, c.limit),
        shapes=((4, 3), (2, 2, 3, 2)),
    ),
)

NORMAL_AT_2 = exp(-2) / sqrt(2 * pi)
KEPT = erf(sqrt(2))
TRUNCATED = sqrt(1 - 4 * NORMAL_AT_2 / KEPT)
"""Standard deviation of what is left of a normal distribution within two deviations."""

INITIALIZER_ROWS = (
    Row((gn.Zeros(),), deviation=lambda i, o: 0.0, limit=lambda i, o: 0.0),
    Row((gn.Ones(),), mean=1.0, deviation=lambda i, o: 0.0, limit=lambda i, o: 1.0),
    Row((gn.Constant(0.5),), mean=0.5, deviation=lambda i, o: 0.0, limit=lambda i, o: 0.5),
    Row((gn.Uniform(0.3),), deviation=lambda i, o: 0.3 / sqrt(3), limit=lambda i, o: 0.3),
    Row((gn.Normal(0.3),), deviation=lambda i, o: 0.3),
    Row((gn.TruncatedNormal(0.3),), deviation=lambda i, o: 0.3 * TRUNCATED, limit=lambda i, o: 0.6),
    Row((gn.GlorotUniform(),), deviation=lambda i, o: sqrt(2 / (i + o)), limit=lambda i, o: sqrt(6 / (i + o))),
    Row((gn.GlorotNormal(),), deviation=lambda i, o: sqrt(2 / (i + o))),
    Row((gn.HeUniform(),), deviation=lambda i, o: sqrt(2 / i), limit=lambda i, o: sqrt(6 / i)),
    Row((gn.HeNormal(),), deviation=lambda i, o: sqrt(2 / i)),
    Row((gn.LeCunUniform(),), deviation=lambda i, o: sqrt(1 / i), limit=lambda i, o: sqrt(3 / i)),
    Row((gn.LeCunNormal(),), deviation=lambda i, o: sqrt(1 / i)),
    Row((gn.Orthogonal(),), deviation=lambda i, o: sqrt(1 / max(i, o))),
    Row((gn.Orthogonal(2.0),), deviation=lambda i, o: 2 * sqrt(1 / max(i, o))),
)
