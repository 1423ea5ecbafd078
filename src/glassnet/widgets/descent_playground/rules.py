"""The update rules that race each other."""

from collections.abc import Callable, Mapping

from glassnet.optim import SGD, Adagrad, Adam, RMSprop, UpdateRule

RULES: Mapping[str, tuple[str, Callable[[float, float, float], UpdateRule]]] = {
    "sgd": ("gradient descent", lambda rate, _adaptive, _momentum: SGD(rate)),
    "momentum": ("with momentum", lambda rate, _adaptive, momentum: SGD(rate, momentum=momentum)),
    "nesterov": (
        "with Nesterov momentum",
        lambda rate, _adaptive, momentum: SGD(rate, momentum=momentum, nesterov=momentum > 0),
    ),
    "adagrad": ("Adagrad", lambda _rate, adaptive, _momentum: Adagrad(adaptive)),
    "rmsprop": ("RMSprop", lambda _rate, adaptive, _momentum: RMSprop(adaptive)),
    "adam": ("Adam", lambda _rate, adaptive, _momentum: Adam(adaptive)),
}
"""Label, and a function from learning rate, adaptive rate and momentum to the rule."""

ADAPTIVE = frozenset({"adagrad", "rmsprop", "adam"})
"""The rules that find a rate of their own for each parameter."""
