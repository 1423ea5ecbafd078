"""The exercises of lesson 05b, Numbers to learn from."""

import numpy as np

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


def scaled_without_leak(train, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return np.concatenate([(part - mean) / deviation for part in (train, test)])


def scale() -> NumberExercise:
    return NumberExercise(
        question="A column holds 100, 250, 500, 1000. What does min-max scaling turn 250 into?",
        answer=150 / 900,
        tolerance=0.002,
        because="(250 − 100) / (1000 − 100) = 150 / 900 = 0.167.",
        hint="How far is 250 above the smallest, and how far is the largest above the smallest?",
        slips={
            0.25: "That is 250 / 1000, without subtracting the smallest: then 100 would not become 0.",
            1 / 3: "That is its rank, second of four. Min-max scaling keeps relative distances.",
            0.2778: "That is 250 / 900: the smallest has to be subtracted from 250, too.",
            -0.6222: "That looks like standard scaling.",
        },
    )


def curse(*, contrasts) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="In 1,000 dimensions, how many times farther than the nearest of 200 random points is the farthest?",
            right="about 1.1 times",
            reasons={
                "about 1.1 times": "Every dimension adds a little, and the sums come out nearly the same.",
                "about 30 times": "A distance adds up over 1,000 dimensions, and such sums hardly vary.",
                "about 1,000 times": "In one dimension a point may happen to be very near. With many dimensions, none is.",
            },
        ),
        run=lambda: f"Just measured, median of nine draws: {contrasts[1000]:.2f} times.",
    )


def coin(*, entropy) -> PlaceExercise:
    p = np.linspace(0.001, 0.999, 121)
    return PlaceExercise(
        question="Two fair coins are glued together, so that both always show the same side. Drag the mark to the entropy of the *pair*, above probability ½.",
        picture=Picture(
            x_range=(0.0, 1.0),
            y_range=(0.0, 2.2),
            x_label="probability of heads",
            y_label="entropy of the pair, bits",
            curves=[np.stack([p, np.array([entropy([q, 1 - q]) for q in p])], axis=1)],
        ),
        start=(0.2, 0.3),
        right=Spot(
            x=0.5,
            y=1.0,
            reach=(0.05, 0.08),
            message="1 bit. There are only two outcomes, both heads or both tails. The second coin tells you nothing that you don't know from the first.",
        ),
        slips=(
            Spot(
                x=0.5,
                y=2.0,
                reach=(0.05, 0.15),
                message="2 bits would be right for two independent coins. These are glued together.",
            ),
            Spot(
                x=0.5,
                y=0.0,
                reach=(0.05, 0.1),
                message="0 bits means no surprise at all. But you don't know which side they show.",
            ),
            Spot(
                x=0.5,
                y=None,
                reach=(0.05, 9.0),
                message="Horizontally that is right. How many outcomes are there, and how likely is each?",
            ),
        ),
        hint="Both are fair, so put the mark above ½. Then count the outcomes of the pair.",
    )


def leak(*, score) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="The columns were chosen *before* the split. How often will the coin be “predicted” correctly?",
            right="over 90 %",
            reasons={
                "about 50 %": "That is the truth, and what an honest measurement gives. But these columns were chosen by looking at the test labels.",
                "about 65 %": "It is far worse: the 20 columns were picked because they agree with the labels.",
                "over 90 %": "Among 2,000 columns of noise some agree with any 60 labels. Choose those, and the test confirms them.",
            },
        ),
        run=lambda: (
            f"Just measured, mean of three draws: {score(True):.0%} with the leak; {score(False):.0%} when the columns are chosen inside each training part."
        ),
    )


def order() -> OrderExercise:
    return OrderExercise(
        question="Put the steps in an order in which nothing leaks.",
        steps={
            "set the test part aside": "Anything fitted before that has seen the test data.",
            "fit the scaler on the training part": "Only when the test part is set aside is there a training part to fit it on.",
            "scale the training part with it": "That needs a fitted scaler.",
            "train the network": "It needs scaled training data.",
            "scale the test part with the same scaler": "That needs a fitted scaler; it may happen before or after training.",
            "evaluate on the test part, once": "That needs a trained network and a scaled test part. Evaluate repeatedly, and you begin to fit to the test part.",
        },
        shown=(
            "fit the scaler on the training part",
            "evaluate on the test part, once",
            "train the network",
            "set the test part aside",
            "scale the test part with the same scaler",
            "scale the training part with it",
        ),
        because="The test part is set aside before anything is fitted. When it is scaled doesn't matter, as long as the scaler knows the training part only.",
        after={
            "fit the scaler on the training part": ("set the test part aside",),
            "scale the training part with it": ("fit the scaler on the training part",),
            "train the network": ("scale the training part with it",),
            "scale the test part with the same scaler": ("fit the scaler on the training part",),
            "evaluate on the test part, once": ("train the network", "scale the test part with the same scaler"),
        },
    )


def broken_sensor() -> ChoiceExercise:
    return ChoiceExercise(
        question="One of a thousand temperatures, all near 20 °C, is 9,999 because the sensor was unplugged. What does standard scaling do?",
        right="it squeezes the other 999 together, far closer than 1",
        reasons={
            "it squeezes the other 999 together, far closer than 1": "The standard deviation is about 315, because of one value. Divided by that, two degrees are 0.006. Repair the value first, or scale robustly.",
            "nothing, standard scaling ignores freak values": "Mean and standard deviation are made from all values, and a square counts a far one most.",
            "it brings 9,999 to 1": "That is min-max scaling. Here it becomes 31.6 standard deviations, and still squeezes the rest.",
            "it leaves the 999 as they are": "Every value is shifted and divided by the same two numbers.",
        },
    )


def code() -> CodeExercise:
    draw = np.random.default_rng(3)
    return CodeExercise(
        question="Fix `my_scale`: apply standard scaling to both parts, learning nothing from the test part.",
        solution=scaled_without_leak,
        source="mean, deviation = train.mean(axis=0), train.std(axis=0)\nreturn np.concatenate([(part - mean) / deviation for part in (train, test)])",
        cases=[
            (np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([[5.0], [100.0]])),
            (draw.normal(2, 3, (8, 2)), draw.normal(5, 1, (3, 2))),
        ],
        hints=(
            "You need two statistics, mean and standard deviation. Of which part?",
            "Use the *same* two for both parts, even if the mean of the scaled test part is then not 0.",
        ),
        because="All cases agree. Scaled on its own, the test part would always look normal, however strange it is.",
        wrong=(
            lambda train, test: np.concatenate(
                [(part - part.mean(axis=0)) / part.std(axis=0) for part in (train, test)]
            ),
            lambda train, test: (both := np.concatenate([train, test]), (both - both.mean(axis=0)) / both.std(axis=0))[
                1
            ],
            lambda train, test: np.concatenate([(part - train.mean()) / train.std() for part in (train, test)]),
            lambda train, test: np.concatenate(
                [(part - train.mean(axis=0)) / train.var(axis=0) for part in (train, test)]
            ),
        ),
        skeleton="parts = (train, test)\nscaled = [(part - part.mean(axis=0)) / part.std(axis=0) for part in parts]\nreturn np.concatenate(scaled)",
    )
