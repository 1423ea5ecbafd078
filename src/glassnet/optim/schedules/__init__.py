"""Schedules of the learning rate, one per file, and the registry of their names."""

from glassnet.optim.schedules.constant_rate import ConstantRate
from glassnet.optim.schedules.cosine_decay import CosineDecay, CosineRestarts
from glassnet.optim.schedules.exponential_decay import ExponentialDecay
from glassnet.optim.schedules.one_cycle import OneCycle
from glassnet.optim.schedules.polynomial_decay import PolynomialDecay
from glassnet.optim.schedules.reduce_on_plateau import ReduceOnPlateau
from glassnet.optim.schedules.schedule import Schedule
from glassnet.optim.schedules.step_decay import StepDecay
from glassnet.optim.schedules.warm_up import WarmUp

SCHEDULES: dict[str, type[Schedule]] = {
    "constant": ConstantRate,
    "step_decay": StepDecay,
    "exponential_decay": ExponentialDecay,
    "polynomial_decay": PolynomialDecay,
    "cosine_decay": CosineDecay,
    "cosine_restarts": CosineRestarts,
    "warm_up": WarmUp,
    "one_cycle": OneCycle,
    "reduce_on_plateau": ReduceOnPlateau,
}

__all__ = [
    "SCHEDULES",
    "ConstantRate",
    "CosineDecay",
    "CosineRestarts",
    "ExponentialDecay",
    "OneCycle",
    "PolynomialDecay",
    "ReduceOnPlateau",
    "Schedule",
    "StepDecay",
    "WarmUp",
]
