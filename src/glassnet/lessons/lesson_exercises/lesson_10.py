"""The exercises of lesson 10, Optimisers."""

from collections.abc import Callable, Mapping
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
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS
from glassnet.widgets.optimizer_race.race import train, winner_of
from glassnet.widgets.optimizer_race.rates import STEPS, TASK_RATES
from glassnet.widgets.optimizer_race.session import USUAL
from glassnet.widgets.optimizer_race.tasks import TASKS


def loss_after_race(settings: Mapping[str, Any], seed: int) -> float:
    """The loss of the only rule of a race, from another start."""
    (name,) = settings["rules"]
    rule = CONTESTANTS[name].make(settings["task_rates"][name])
    return float(train(TASKS[settings["task"]], rule, seed, STEPS).losses[-1])


def wins(seeds: int = 10) -> dict[str, int]:
    """How often each of the five usual rules wins on the two moons, with the best rates of the search."""
    counted = dict.fromkeys(USUAL, 0)
    for seed in range(seeds):
        rules = {name: CONTESTANTS[name].make(TASK_RATES["moons"][name]) for name in USUAL}
        losses = {name: float(train(TASKS["moons"], rule, seed, STEPS).losses[-1]) for name, rule in rules.items()}
        counted[winner_of(losses) or USUAL[0]] += 1
    return counted


def most_wins(*, count: Callable[[], dict[str, int]]) -> Prediction:
    def see() -> str:
        return (
            "Just counted, wins of ten: "
            + ", ".join(f"{CONTESTANTS[name].label} {won}" for name, won in count().items())
            + "."
        )

    return Prediction(
        ask=ChoiceExercise(
            question="On the network, Momentum is first from this start. All five rules race again from ten starts, each with its own weights and batches. Who wins most often?",
            right="Adagrad",
            reasons={
                "Momentum: it has just won": "One race is one draw. It wins some more, but not most of them.",
                "Adam: it is the newest of the five": "It wins none of the ten here. It was made to be good nearly everywhere, which is not the same as first somewhere.",
                "Adagrad": "It wins half of them, although it was only third in the race above.",
                "Gradient descent: simple is best": "With one rate for all parameters it comes last from most starts here.",
            },
        ),
        run=see,
    )


def fourth_walk() -> NumberExercise:
    return NumberExercise(
        question="You walk 2, 3, 4 and then 6 km. With β = 0.5 the average after three days was 3, uncorrected. What is the *corrected* average after the fourth?",
        answer=4.8,
        tolerance=0.01,
        because="0.5 · 3 + 0.5 · 6 = 4.5, and 4.5 / (1 − 0.5⁴) = 4.5 / 0.9375 = 4.8.",
        hint="First the average as it is kept: 0.5 · 3 + 0.5 · 6. Then divide by 1 − 0.5⁴.",
        slips={
            4.5: "That is the average before its bias is corrected. Divide it by 1 − 0.5⁴.",
            3.75: "That is the plain mean of the four days.",
            72.0: "You divided by 0.5⁴. The divisor is 1 − 0.5⁴.",
            5.142857: "You divided by 1 − 0.5³: but it is the fourth day.",
        },
    )


def memory() -> NumberExercise:
    return NumberExercise(
        question="A network has 1,000 parameters. How many more numbers does Adam keep for it, apart from the count of updates?",
        answer=2_000,
        tolerance=2.5,
        because="An m and a v for each parameter. Trained with Adam, a network takes three times its own memory, gradients not counted.",
        hint="Look at the state of Adam in the table: which rows have a number for each parameter?",
        slips={
            1_000.0: "That is what momentum keeps. Adam keeps m *and* v.",
            3_000.0: "The parameters themselves are there in any case; the question is how many *more*.",
            2.0: "That is for one parameter.",
        },
    )


def first_step() -> NumberExercise:
    return NumberExercise(
        question="Adam with η = 0.002 (and a tiny ε). The very first gradient of a weight is 0.02. How long is the first step of that weight?",
        answer=0.002,
        tolerance=0.00002,
        because="After the correction m̂ = 0.02 and √v̂ = 0.02, so the step is η · 1: whatever the gradient, Adam's first step is η long.",
        hint="After the correction, m̂ is the gradient itself, and v̂ its square.",
        slips={
            0.00004: "That is what gradient descent would do: η · 0.02. Adam divides by the size of the gradient.",
            0.0063246: "That is without the correction: 0.1 · 0.02 / √(0.001 · 0.02²) is more than three.",
            0.02: "That is the gradient. It cancels.",
            0.1: "You divided η by the gradient. It is divided by itself, and η remains.",
        },
    )


def even_slope(*, steps: Callable[[], Any]) -> Prediction:
    def see() -> str:
        lengths = steps()
        return f"Just walked: step 1 was {lengths[0]:.3g} long, step 10 {lengths[9]:.3g}, step 100 {lengths[99]:.3g}."

    return Prediction(
        ask=NumberExercise(
            question="On an even slope the gradient is always 1. Adagrad's first step there is 0.2 long. How long is its 100th?",
            answer=0.02,
            tolerance=0.0002,
            because="After a hundred gradients of 1 the sum is 100, its root 10: a tenth of the first step, although nothing has changed.",
            hint="What is the sum of a hundred squares of 1, and its root?",
            slips={
                0.2: "That would be so if the sum were forgotten, as by RMSprop. Adagrad's keeps growing.",
                0.002: "You divided by the sum. It is divided by the root of the sum.",
            },
        ),
        run=see,
    )


def tame_adam() -> GoalExercise:
    return GoalExercise(
        question="In the first race, leave only Adam, on the two moons, and find a rate with which its loss after 150 updates is below 0.1 from the first three starts.",
        rules={
            "the network learns the two moons": lambda settings: settings["task"] == "moons",
            "only Adam takes part": lambda settings: list(settings["rules"]) == ["adam"],
        },
        trial=loss_after_race,
        below=0.1,
        measure="the loss after 150 updates",
        seeds=(0, 1, 2),
        because="The search tried 0.1 and 0.3 only. The best rate was in between.",
        presets=({"task": "moons", "rules": ["adam"], "task_rates": {"adam": 0.1}},),
    )


def tame_momentum() -> GoalExercise:
    return GoalExercise(
        question="In the race on rare words, leave only Momentum and find a rate with which its loss after 150 updates is below 0.27 from the first three starts. (The best median rate of the search does not do it: its losses differ too much.)",
        rules={
            "the network learns the rare words": lambda settings: settings["task"] == "words",
            "only Momentum takes part": lambda settings: list(settings["rules"]) == ["momentum"],
        },
        trial=loss_after_race,
        below=0.27,
        measure="the loss after 150 updates",
        seeds=(0, 1, 2),
        because="A smaller rate has a higher median, and a narrower band: it depends less on the start.",
        presets=({"task": "words", "rules": ["momentum"], "task_rates": {"momentum": 1.0}},),
    )


def report() -> ChoiceExercise:
    return ChoiceExercise(
        question="“I trained the network once with SGD and once with Adam, both with rate 0.001. Adam is better.” What would convince you?",
        right="several seeds, and for each rule the best rate of the same search",
        reasons={
            "several seeds, and for each rule the best rate of the same search": "A rate that suits one rule is far too small for another, and a single run is a draw of a lottery.",
            "more epochs of both": "Then it is still one run each, and SGD still crawls at a rate that is a hundredth of what suits it.",
            "the same rate again, with ten seeds": "That removes the luck, but not the unfairness: 0.001 suits Adam and is far too small for SGD.",
            "the loss on a picture": "It would show the same two runs.",
        },
    )


def order_of_adam() -> OrderExercise:
    return OrderExercise(
        question="Put one update of Adam in order.",
        steps={
            "get the gradient of the batch": "Everything else needs it.",
            "move the averages m and v a little towards it": "They take in this gradient, so it must be known.",
            "divide both by 1 − βᵗ": "The averages must have taken in this gradient first.",
            "divide m̂ by √v̂ + ε": "Both must be corrected before.",
            "subtract η times that from the weight": "This is the last thing: it needs the quotient.",
        },
        shown=(
            "divide m̂ by √v̂ + ε",
            "get the gradient of the batch",
            "subtract η times that from the weight",
            "divide both by 1 − βᵗ",
            "move the averages m and v a little towards it",
        ),
        because="Note that v takes in the present gradient before it is divided by: so no single gradient can make a step huge.",
    )


def rmsprop(weight, average, gradient, rate, rho):
    average = rho * average + (1 - rho) * gradient**2
    return weight - rate * gradient / (np.sqrt(average) + 1e-8), average


def _adagrad(weight, average, gradient, rate, rho):
    average = average + gradient**2
    return weight - rate * gradient / (np.sqrt(average) + 1e-8), average


def _without_root(weight, average, gradient, rate, rho):
    average = rho * average + (1 - rho) * gradient**2
    return weight - rate * gradient / (average + 1e-8), average


def _too_late(weight, average, gradient, rate, rho):
    step = rate * gradient / (np.sqrt(average) + 1e-8)
    return weight - step, rho * average + (1 - rho) * gradient**2


def _swapped(weight, average, gradient, rate, rho):
    average = (1 - rho) * average + rho * gradient**2
    return weight - rate * gradient / (np.sqrt(average) + 1e-8), average


def code() -> CodeExercise:
    return CodeExercise(
        question="Turn `my_rule` into RMSprop. Return the new weight and the new average of squares; use 1e-8 for ε, outside the root.",
        solution=rmsprop,
        source="average = rho * average + (1 - rho) * gradient**2\nreturn weight - rate * gradient / (np.sqrt(average) + 1e-8), average",
        cases=[
            (np.array([1.0, -2.0]), np.array([0.5, 0.1]), np.array([2.0, -1.0]), 0.1, 0.9),
            (np.array([0.0, 3.0]), np.array([1.0, 4.0]), np.array([0.1, 5.0]), 0.01, 0.5),
        ],
        hints=(
            "First the average: `rho` times the old one, plus `1 - rho` times the *square* of the gradient.",
            "Then the weight: divide the gradient by the root of the *new* average plus 1e-8, `np.sqrt(average) + 1e-8`.",
        ),
        because="All cases agree. One line more, and it would be Adam.",
        skeleton="weight = weight - rate * gradient\nreturn weight, average",
        wrong=(_adagrad, _without_root, _too_late, _swapped),
    )
