"""The exercises of lesson 11, Initialisation, vanishing and exploding gradients."""

from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

import numpy as np

from glassnet.lessons.exercises import (
    ChoiceExercise,
    CodeExercise,
    GoalExercise,
    NumberExercise,
    OrderExercise,
    Prediction,
)
from glassnet.lessons.lesson_helpers.lesson_11 import slopes_alone
from glassnet.widgets.gradient_flow.flow import accuracy_after, effect_of, with_remedy
from glassnet.widgets.gradient_flow.networks import FlowSettings

STEPS = 100
SINGLE = {"relu": "ReLU", "he": "He weights", "batch": "batch norm", "clip": "clipping"}


def settings_of(**change: Any) -> dict[str, Any]:
    """The lab's first settings, with some changed."""
    return asdict(FlowSettings(**change))


def error_after(settings: Mapping[str, Any], seed: int) -> float:
    """The share of training digits that a network gets wrong after a hundred updates; 1 if it diverged."""
    accuracy = accuracy_after(FlowSettings(**{**settings, "seed": seed}).run(), STEPS)
    return 1.0 if accuracy is None else 1.0 - accuracy


def effects_of_one() -> dict[str, float]:
    """The accuracy of fifty sigmoid layers with one remedy each, after fifty updates, from one start."""
    found = {name: effect_of(with_remedy(FlowSettings(), name), 0).accuracy for name in SINGLE}
    return {SINGLE[name]: 0.0 if accuracy is None else accuracy for name, accuracy in found.items()}


def three_sigmoids() -> Prediction:
    return Prediction(
        ask=NumberExercise(
            question="The slope of the sigmoid is at most 0.25. A gradient passes three sigmoid layers on its way back. How much of it do their slopes let through, at best?",
            answer=0.25**3,
            tolerance=0.0002,
            because="0.25 · 0.25 · 0.25 = 0.0156: at best a sixty-fourth, after only three layers.",
            hint="Each layer multiplies what arrives by its slope.",
            slips={
                0.75: "The slopes are multiplied, not added.",
                0.0625: "That is two layers.",
                0.08333: "Three layers do not share one slope: each multiplies by its own 0.25.",
            },
        ),
        run=lambda: f"Just computed by the engine: {slopes_alone(3):.6f}.",
    )


def fifty_steps() -> NumberExercise:
    return NumberExercise(
        question="Each of 50 layers multiplies the gradient by 0.9. How much of 1 arrives at the first layer?",
        answer=0.9**50,
        tolerance=0.0002,
        because="0.9⁵⁰ = 0.0052: half a per cent, although every layer keeps nine tenths.",
        hint="0.9 times 0.9 times 0.9 …, fifty times: 0.9 to the power of 50.",
        slips={
            45.0: "You multiplied by 50. The factor is applied 50 times: 0.9⁵⁰.",
            0.018: "You divided by 50. The factor is applied 50 times: 0.9⁵⁰.",
            0.059: "That is 0.9 to the 27th or so: count again, there are fifty layers.",
        },
    )


def all_zero() -> ChoiceExercise:
    return ChoiceExercise(
        question="All weights of a network start at 0, all biases too. What does the hidden layer learn?",
        right="nothing: every gradient that reaches it is multiplied by a 0",
        reasons={
            "nothing: every gradient that reaches it is multiplied by a 0": "On the way back the gradient passes the weights of the output layer, and they are 0. And with tanh or ReLU the hidden outputs are 0 too, so the output weights learn nothing either.",
            "slowly, as with any small number": "0 is not a small number: whatever it multiplies is 0, today and tomorrow.",
            "the mean of the data": "The bias of the output does learn that. The hidden layer doesn't.",
            "it depends on the learning rate": "The rate multiplies the gradient, which is 0.",
        },
    )


def he_deviation() -> NumberExercise:
    return NumberExercise(
        question="A layer of ReLU units has 50 inputs. With which standard deviation does He's method draw its weights?",
        answer=0.2,
        tolerance=0.002,
        because="The variance is 2 / 50 = 0.04, and its root 0.2.",
        hint="The variance is 2 / n, with n inputs. The deviation is its root.",
        slips={
            0.04: "That is the variance. The deviation is its root.",
            0.1414: "That is LeCun's, with 1 / n. ReLU throws half away, so it is 2 / n.",
            0.02: "That is 1 / 50.",
        },
    )


def one_remedy(*, effects: Callable[[], dict[str, float]]) -> Prediction:
    def see() -> str:
        return (
            "Just trained, accuracy after 50 updates: "
            + ", ".join(f"{name} {accuracy:.0%}" for name, accuracy in effects().items())
            + "."
        )

    return Prediction(
        ask=ChoiceExercise(
            question="The network above: 50 sigmoid layers, Glorot's weights. You may change *one* thing. Which one makes it learn?",
            right="batch norm",
            reasons={
                "ReLU": "Its slope is 1 where it is on. But Glorot's weights are too small for it: half of the signal is thrown away in each layer, and it fades out on its way *forward*.",
                "He weights": "They suit ReLU. A sigmoid's slope of at most 0.25 is too much for them: 1.4 times larger weights don't make up for it.",
                "batch norm": "It stretches every layer's sums to a deviation of 1, and with them the gradient on its way back.",
                "clipping": "It makes large gradients smaller. It can't make small ones larger.",
            },
        ),
        run=see,
    )


def what_clipping_does() -> ChoiceExercise:
    return ChoiceExercise(
        question="Which of these troubles does clipping the gradient help against?",
        right="now and then a gradient is huge, and the loss jumps",
        reasons={
            "now and then a gradient is huge, and the loss jumps": "That is what it is for: such a step keeps its direction (if the norm is clipped) and loses its length.",
            "the first layers get hardly any gradient": "Clipping only makes gradients smaller.",
            "the signal is already infinite on its way forward": "Then there is no gradient to clip. The weights are too large: initialise them well.",
            "all units of a layer stay alike": "Their gradients are alike, too, and clipped they are still alike.",
        },
    )


def forty_layers() -> GoalExercise:
    return GoalExercise(
        question="In the first lab, find settings with which a network of at least 40 hidden layers gets fewer than 25 % of the digits wrong after 100 updates, from three draws of its weights.",
        rules={"at least 40 hidden layers": lambda settings: settings["depth"] >= 40},
        trial=error_after,
        below=0.25,
        measure="the share of wrong digits after 100 updates",
        seeds=(0, 1, 2),
        because="The variance is kept on the way forward and back, and the rate is small enough for so many layers.",
        presets=tuple(
            settings_of(**change)
            for change in (
                {},
                {"activation": "relu", "initializer": "he_normal"},
                {"normalization": "batch"},
                {"skip": True},
            )
        ),
    )


def fast_and_safe() -> GoalExercise:
    return GoalExercise(
        question="In the second lab: at least 10 hidden layers of ReLU without normalisation and without skip connections, and a learning rate of at least 0.3. Get fewer than 25 % of the digits wrong after 100 updates, from three draws.",
        rules={
            "at least 10 hidden layers": lambda settings: settings["depth"] >= 10,
            "ReLU": lambda settings: settings["activation"] == "relu",
            "no normalisation, no skip connections": lambda settings: (
                settings["normalization"] == "none" and not settings["skip"]
            ),
            "a learning rate of at least 0.3": lambda settings: settings["learning_rate"] >= 0.3,
        },
        trial=error_after,
        below=0.25,
        measure="the share of wrong digits after 100 updates",
        seeds=(0, 1, 2),
        because="Good first weights for the way forward, and a limit for the steps that are too long.",
        presets=(
            settings_of(depth=20, activation="relu", initializer="large"),
            settings_of(depth=10, activation="relu", initializer="he_normal", learning_rate=0.3),
        ),
    )


def to_nan() -> OrderExercise:
    return OrderExercise(
        question="How does a loss become NaN? Put it in order.",
        steps={
            "the weights are a little too large": "This is how it begins.",
            "each layer makes the signal larger than the one before": "That is what too large weights do.",
            "the gradients become as large, and one update throws the weights far away": "Gradients follow the size of signals and weights.",
            "a sum exceeds the largest number: infinity": "First something must have become that large.",
            "infinity minus infinity: not a number": "Without an infinity there is no NaN.",
        },
        shown=(
            "a sum exceeds the largest number: infinity",
            "the weights are a little too large",
            "infinity minus infinity: not a number",
            "the gradients become as large, and one update throws the weights far away",
            "each layer makes the signal larger than the one before",
        ),
        because="So look for the cause early: at the first step, not at the NaN.",
    )


def he(draws, inputs, outputs):
    return draws * np.sqrt(2 / inputs)


def _lecun(draws, inputs, outputs):
    return draws * np.sqrt(1 / inputs)


def _glorot(draws, inputs, outputs):
    return draws * np.sqrt(2 / (inputs + outputs))


def _outputs(draws, inputs, outputs):
    return draws * np.sqrt(2 / outputs)


def _variance(draws, inputs, outputs):
    return draws * 2 / inputs


def code() -> CodeExercise:
    rng = np.random.default_rng(0)
    return CodeExercise(
        question="Turn `my_weights` into He's method: `draws` are normal random numbers with a deviation of 1, shape (inputs, outputs). Return the weights.",
        solution=he,
        source="return draws * np.sqrt(2 / inputs)",
        cases=[(rng.normal(size=(8, 3)), 8, 3), (rng.normal(size=(2, 5)), 2, 5)],
        hints=(
            "The variance should be `2 / inputs`. By what do you multiply numbers with a deviation of 1?",
            "By the deviation, which is the root of the variance: `np.sqrt(2 / inputs)`.",
        ),
        because="Both cases agree. With 1 in place of 2 it would be LeCun's.",
        skeleton="return 0.01 * draws",
        wrong=(_lecun, _glorot, _outputs, _variance),
    )
