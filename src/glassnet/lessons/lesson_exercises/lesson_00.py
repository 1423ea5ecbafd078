"""The exercises of lesson 00, Map of the territory."""

from collections.abc import Callable
from typing import Any

import numpy as np

from glassnet.base.arrays import Array
from glassnet.lessons.exercises import (
    ChoiceExercise,
    CodeExercise,
    NumberExercise,
    OrderExercise,
    Picture,
    PlaceExercise,
    Prediction,
    Spot,
)
from glassnet.lessons.shared_results import shared


def knowledge() -> ChoiceExercise:
    return ChoiceExercise(
        question="The box tells a 3 from an 8. Where is what it knows about them?",
        right="in its 910 numbers, all together",
        reasons={
            "in its 910 numbers, all together": "Other numbers in the same box would read something else, or nothing.",
            "in the pictures it has stored": "It stores none: after training, only the 910 numbers are left, far fewer than the points of its 5,032 examples (1,258 digits, and three changed copies of each).",
            "in rules that a programmer wrote": "Nobody wrote one. The program only says how to multiply and add.",
            "in one neuron for each digit": "Ten outputs say the result. What a 3 looks like is spread over all the neurons before them.",
        },
    )


def unknown_words(*, read: Callable[[], float]) -> Prediction:
    def see() -> str:
        friendly = read()
        return f"Just trained: it finds “blorp snarf quimble” {'friendly' if friendly >= 0.5 else 'unfriendly'}, and is {max(friendly, 1 - friendly):.0%} sure."

    return Prediction(
        ask=ChoiceExercise(
            question="You write “blorp snarf quimble”. The network knows none of the three words. What will it answer?",
            right="friendly or unfriendly, with some percentage, as always",
            reasons={
                "friendly or unfriendly, with some percentage, as always": "It has only this one way to answer. That it has never seen anything like it, it doesn't notice.",
                "that it doesn't know": "It would have to be built and trained for that. A network answers whatever it is given.",
                "exactly 50 %": "Nothing makes it undecided. All unknown words have one place in it, with numbers that have never been trained.",
                "nothing, because the words have no numbers": "All unknown words share one number, so it can go on computing.",
            },
        ),
        run=see,
    )


def detour() -> NumberExercise:
    return NumberExercise(
        question="Every step costs 0.04, and the step into the goal brings 1. A way to the goal has 8 steps. What is the sum of its rewards?",
        answer=0.72,
        tolerance=0.001,
        because="Seven steps at −0.04 are −0.28; the eighth brings 1: together 0.72. A way of 10 steps brings 0.64, so shorter ways are better.",
        hint="The last step brings 1 and costs nothing. How many steps are before it?",
        slips={
            0.68: "The step into the goal brings 1 instead of −0.04: only seven steps cost something.",
            1.28: "The steps cost something: −0.04 each.",
            0.28: "That is what the steps cost. What is left of the 1?",
            1.0: "The steps on the way cost something.",
        },
    )


def ways() -> ChoiceExercise:
    return ChoiceExercise(
        question="A bank has a million payments, of which 300 are marked as fraud by its staff. A network learns to mark new ones. Which way of learning is that?",
        right="supervised",
        reasons={
            "supervised": "The marks are labels: for each example, the right answer is known.",
            "unsupervised": "It would be if nobody had marked anything, and the network were to find payments unlike all others.",
            "reinforcement": "It does nothing and is rewarded for nothing: the answers are there from the start.",
            "none: it is told the rule": "It is told the answers, not the rule. To find the rule is its task.",
        },
    )


def noughts_and_crosses() -> ChoiceExercise:
    return ChoiceExercise(
        question="A program plays noughts and crosses. Before each move it tries out every way in which the game can go on, and takes a move with which it can't lose. What is it?",
        right="artificial intelligence, but not machine learning",
        reasons={
            "artificial intelligence, but not machine learning": "It does what seems to need thought, by a rule that people wrote. After a thousand games it plays as in the first.",
            "machine learning, but not deep learning": "It learns nothing: no example and no game changes how it plays.",
            "deep learning": "There is no network with many layers in it, nor any network at all.",
            "none of them: it only computes": "So does every network. Artificial intelligence is about what is achieved, not how.",
        },
    )


def years() -> OrderExercise:
    return OrderExercise(
        question="Put in order what came first.",
        steps={
            "an artificial neuron that learns": "Frank Rosenblatt's is from 1958, long before there were data and machines for large networks.",
            "Facebook opens": "That was in 2004.",
            "graphics cards can be programmed for anything": "CUDA came in 2007.",
            "a deep network wins the ImageNet contest": "That was in 2012, on graphics cards.",
            "TensorFlow comes out": "That was in 2015.",
        },
        shown=(
            "TensorFlow comes out",
            "Facebook opens",
            "a deep network wins the ImageNet contest",
            "an artificial neuron that learns",
            "graphics cards can be programmed for anything",
        ),
        because="The idea came first; data, machines and tools made it work half a century later.",
    )


def plateau(*, curves: Callable[..., Any], say: Callable[[Any], str], learn: Callable[..., Any]) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Which will be better, the linear model or the network?",
            right="about equal with few examples, the network with many",
            reasons={
                "about equal with few examples, the network with many": "With few examples there is not enough to learn for either. With many, the linear model can't use them any more.",
                "the network, however many examples there are": "With 30 examples, its many numbers have nothing to go by.",
                "the linear model, because simple is always better": "Simple is better as long as there is little to learn from.",
                "about equal, however many examples there are": "The linear model stops gaining, because it can only weigh points.",
            },
        ),
        run=lambda: say(shared(curves, learn)),
    )


def family() -> ChoiceExercise:
    return ChoiceExercise(
        question="A network shall find birds in photos, wherever in the photo they are. Which family fits?",
        right="convolutional",
        reasons={
            "convolutional": "The same small window looks everywhere: what it has learnt at one place holds at all of them.",
            "feed-forward": "It would have to learn anew for every place what a bird looks like.",
            "recurrent": "It reads things in an order. A photo has none.",
            "generative adversarial": "It would invent photos of birds, not find them.",
        },
    )


def tool() -> ChoiceExercise:
    return ChoiceExercise(
        question="For which of these would you not take a neural network?",
        right="adding the tax to a price",
        reasons={
            "adding the tax to a price": "There is a rule, it is exact, and it has to be: no learning needed.",
            "recognising a voice": "No one can write down a rule for a voice, but examples are easy to record.",
            "translating a letter": "Rules for whole languages were tried for decades; learnt ones do better.",
            "finding scratches in photos of tiles": "What a scratch looks like is easier to show than to say.",
        },
    )


def unseen(*, course: Callable[[], tuple[Array, Array, Array]]) -> PlaceExercise:
    steps, known, fresh = shared(course)
    best, end = float(steps[fresh.argmin()]), float(steps[-1])
    return PlaceExercise(
        question="A network learns forty points. One curve is how wrong it is about them, the other how wrong it is about two hundred new points; one of the two turns up again. Drag the mark to where you would have stopped.",
        picture=Picture(
            x_range=(0.0, end),
            y_range=(0.0, float(fresh.max())),
            x_label="steps of training",
            y_label="how wrong it is",
            curves=[np.stack([steps, known], axis=1), np.stack([steps, fresh], axis=1)],
        ),
        start=(0.9 * end, 0.05),
        right=Spot(
            x=best,
            y=None,
            reach=(0.12 * end, 99.0),
            message="Right: here it does best with what it has never seen. After that it learns its forty points by heart.",
        ),
        slips=(
            Spot(
                x=end,
                y=None,
                reach=(0.5 * end, 99.0),
                message="Here it knows its own points best, and new ones worse than before.",
            ),
            Spot(
                x=0.0, y=None, reach=(0.06 * end, 99.0), message="Here it is still getting better, with new points too."
            ),
        ),
        hint="Look at the curve that turns up again: where is it lowest?",
    )


def most(shares):
    return int(shares.argmax())


def largest_share(shares):
    return max(shares)


def least(shares):
    return int(np.argmin(shares))


def always_last(shares):
    return len(shares) - 1


def counted_from_one(shares):
    return int(np.argmax(shares)) + 1


def code() -> CodeExercise:
    return CodeExercise(
        question="`shares` has ten numbers, the first for the digit 0, the last for the digit 9. Turn `my_answer` into a function that returns the digit with the largest share.",
        solution=most,
        source="return int(shares.argmax())",
        cases=[
            (np.array([0.02, 0.01, 0.05, 0.8, 0.02, 0.02, 0.02, 0.02, 0.02, 0.02]),),
            (np.array([0.9, 0.0, 0.0, 0.0, 0.0, 0.0, 0.1, 0.0, 0.0, 0.0]),),
            (np.array([0.1, 0.1, 0.1, 0.05, 0.05, 0.1, 0.1, 0.1, 0.1, 0.2]),),
        ],
        hints=(
            "It is not the largest number that is wanted, but its place, counted from 0.",
            "An array knows the place of its largest number: `shares.argmax()`.",
        ),
        because="All cases agree: this is what the box does with its ten percentages.",
        skeleton="return 0",
        wrong=(largest_share, least, always_last, counted_from_one),
    )
