"""Who races: every update rule of the engine."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from glassnet.optim import SGD, Adadelta, Adagrad, Adam, AdamW, AMSGrad, Lion, NAdam, RMSprop, UpdateRule

MOMENTUM = 0.9


class Contestant(NamedTuple):
    """An update rule in the race: its label, and what makes it for a learning rate."""

    label: str
    make: Callable[[float], UpdateRule]


CONTESTANTS: Mapping[str, Contestant] = {
    "sgd": Contestant("Gradient descent", SGD),
    "momentum": Contestant("Momentum", lambda rate: SGD(rate, momentum=MOMENTUM)),
    "adagrad": Contestant("Adagrad", Adagrad),
    "rmsprop": Contestant("RMSprop", RMSprop),
    "adam": Contestant("Adam", Adam),
    "adadelta": Contestant("Adadelta", Adadelta),
    "nesterov": Contestant("Nesterov", lambda rate: SGD(rate, momentum=MOMENTUM, nesterov=True)),
    "adamw": Contestant("AdamW", AdamW),
    "nadam": Contestant("NAdam", NAdam),
    "amsgrad": Contestant("AMSGrad", AMSGrad),
    "lion": Contestant("Lion", Lion),
}
"""By name; all with the engine's constants, and a momentum of 0.9 where there is one."""
