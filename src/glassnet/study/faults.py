"""Faults to inject: common mistakes, to learn what they look like."""

from collections.abc import Callable
from dataclasses import dataclass

from glassnet.base.arguments import checked
from glassnet.base.registry import look_up
from glassnet.study import mistakes
from glassnet.train import Setup


@dataclass(frozen=True)
class Fault:
    """One mistake.

    Arguments:
        name: as in `FAULTS`.
        mistake: what was done wrong.
        symptom: how it shows.
        apply: turns a sound setup into one with the mistake.
    """

    name: str
    mistake: str
    symptom: str
    apply: Callable[[Setup], Setup]


@checked
def inject(name: str, setup: Setup) -> Setup:
    """Return a setup with one of the `FAULTS` in it.

    Arguments:
        name: the fault's name.
        setup: a sound setup.

    Raises:
        UnknownNameError: no such fault.
        SettingError: the fault can't be put into this setup.

    >>> import glassnet as gn
    >>> net, recipe = gn.Network([gn.Dense(4, "relu"), gn.Dense(2)]), gn.Recipe("sparse_softmax_cross_entropy")
    >>> faulty = inject("wrong_sign", gn.Setup(net, recipe, gn.data.moons(60, seed=1)))
    >>> gn.Run.of(faulty).recipe.optimizer
    WrongSign(rule=SGD(learning_rate=0.01, momentum=0.0, nesterov=False))
    """
    fault: Fault = look_up("fault", name, FAULTS)
    return fault.apply(setup)


FAULTS: dict[str, Fault] = {
    fault.name: fault
    for fault in (
        Fault(
            "forgotten_zeroing",
            "gradients are not reset to 0 between steps",
            "steps grow and overshoot, as if with a momentum of 1",
            mistakes.forgotten_zeroing,
        ),
        Fault(
            "wrong_sign",
            "the step is added instead of subtracted",
            "the loss rises from the first step",
            mistakes.wrong_sign,
        ),
        Fault(
            "missing_bias_correction",
            "Adam's moving averages start at 0 and are not corrected for it",
            "the first steps are three times too large",
            mistakes.missing_bias_correction,
        ),
        Fault(
            "wrong_axis",
            "softmax over the examples of the batch instead of the classes",
            "the probabilities of one example do not add up to 1",
            mistakes.wrong_axis,
        ),
        Fault(
            "symmetric_initialisation",
            "all weights start from the same value",
            "all units of a layer stay identical",
            mistakes.symmetric_initialisation,
        ),
        Fault(
            "unscaled_inputs",
            "features are used without scaling, in their own, large units",
            "units saturate from the first step; gradients explode or vanish",
            mistakes.unscaled_inputs,
        ),
        Fault(
            "leaking_scaler",
            "the scaler was fitted on all samples, including the held-out ones",
            "held-out results look better than they are",
            mistakes.leaking_scaler,
        ),
        Fault(
            "shuffled_labels",
            "targets and features are in different orders",
            "neighbours do not share classes; held-out accuracy stays at chance",
            mistakes.shuffled_labels,
        ),
        Fault(
            "dying_relu",
            "biases start so far below 0 that no unit is ever active",
            "units are 0 for every sample and get no gradient",
            mistakes.dying_relu,
        ),
        Fault(
            "frozen_statistics",
            "batch normalisation never updates its running statistics",
            "good results in training, bad ones in prediction",
            mistakes.frozen_statistics,
        ),
        Fault(
            "rate_too_high",
            "the learning rate is a hundred times too high",
            "the loss leaps or diverges; units saturate or die, and one class is predicted for everything",
            mistakes.rate_too_high,
        ),
        Fault(
            "rate_too_low",
            "the learning rate is ten thousand times too low",
            "the loss hardly changes",
            mistakes.rate_too_low,
        ),
        Fault(
            "wrong_backward",
            "a layer's backward leaves out the slope of its activation",
            "gradients differ from finite differences; training goes astray or is slow",
            mistakes.wrong_backward,
        ),
        Fault(
            "wrong_labels",
            "30 % of the targets are wrong",
            "accuracy levels off; what is learnt beyond that is learnt by heart",
            mistakes.wrong_labels,
        ),
        Fault(
            "overfitting",
            "there are only two training samples of each class",
            "training samples are all right, held-out ones much less so",
            mistakes.overfitting,
        ),
    )
}
"""The mistakes, by name."""

__all__ = ["FAULTS", "Fault", "inject"]


def __dir__() -> list[str]:
    return __all__
