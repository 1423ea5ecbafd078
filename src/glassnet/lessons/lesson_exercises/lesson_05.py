"""The exercises of lesson 05, Everything becomes numbers."""

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


def pixels() -> NumberExercise:
    return NumberExercise(
        question="A colour picture is 28 pixels wide and 28 high, with three channels. How many numbers is that?",
        answer=2352,
        tolerance=0.5,
        because="28 · 28 = 784 pixels, and three numbers for each.",
        hint="How many pixels are there? And how many numbers has each of them?",
        slips={
            784.0: "So many pixels; but each has a number for red, for green and for blue.",
            84.0: "28 · 3. The picture has 28 rows *and* 28 columns.",
            200704.0: "784 · 256. Each number can take 256 values, but it is still one number.",
            602112.0: "The 256 values that a number can take do not multiply the count of numbers.",
        },
    )


def hot() -> NumberExercise:
    return NumberExercise(
        question="“king” and “queen” as one-hot vectors. How far apart are the ends of the two vectors, by Pythagoras?",
        answer=2**0.5,
        tolerance=0.01,
        because="They differ by 1 in two places: √(1² + 1²) = 1.414. The same for any two different words.",
        hint="In how many places do the two vectors differ, and by how much? Then Pythagoras.",
        slips={
            0.0: "Then they would be the same word.",
            1.0: "They differ in *two* places: one has its 1 where the other has 0, and the other way round.",
            2.0: "That is the sum of the squares. The distance is its root.",
        },
    )


def alias() -> NumberExercise:
    return NumberExercise(
        question="A tone of 3,000 hertz is sampled 4,000 times a second, without any filter. What pitch do you hear, in hertz?",
        answer=1000,
        tolerance=0.5,
        because="At the sample times, a tone of 3,000 Hz has just the values of one of 4,000 − 3,000 = 1,000 Hz.",
        hint="Half the sample rate is 2,000 Hz. The tone is 1,000 Hz above that; it is mirrored.",
        slips={
            3000.0: "That would need more than 6,000 samples a second.",
            2000.0: "That is half the sample rate, the fastest that can be told. The tone is mirrored there.",
            4000.0: "That is the sample rate.",
            0.0: "The samples are not all the same; only a tone of 4,000 Hz would stand still.",
        },
    )


def scale() -> NumberExercise:
    return NumberExercise(
        question="A column holds 100, 250, 500, 1000. What does 250 become by min-max scaling?",
        answer=150 / 900,
        tolerance=0.002,
        because="(250 − 100) / (1000 − 100) = 150 / 900 = 0.167.",
        hint="How far is 250 above the smallest, and how far is the largest above the smallest?",
        slips={
            0.25: "250 / 1000 forgets to subtract the smallest: then 100 would not become 0.",
            1 / 3: "That is its place in the order: second of four. Min-max keeps the distances.",
            0.2778: "250 / 900: the smallest has to be subtracted from 250, too.",
            -0.6222: "That looks like standard scaling.",
        },
    )


def curse(*, contrasts) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="In 1,000 dimensions, how many times farther than the nearest of 200 random points is the farthest?",
            right="about 1.1 times",
            reasons={
                "about 1.1 times": "Each direction adds its bit, and the sums come out nearly alike.",
                "about 30 times": "A distance adds up 1,000 directions, and such sums hardly vary.",
                "about 1,000 times": "Along a line a point may happen to be very near. With more directions, nobody is.",
            },
        ),
        run=lambda: f"Just measured, median of nine draws: {contrasts[1000]:.2f} times.",
    )


def coin(*, entropy) -> PlaceExercise:
    p = np.linspace(0.001, 0.999, 121)
    return PlaceExercise(
        question="Two coins are thrown and stuck together: they always show the same side, each with probability ½. Drag the mark to the entropy of the *pair*, above probability ½.",
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
            message="1 bit. There are only two outcomes, both heads or both tails. The second coin tells nothing that you don't know from the first.",
        ),
        slips=(
            Spot(
                x=0.5,
                y=2.0,
                reach=(0.05, 0.15),
                message="2 bits would be right for two coins that know nothing of each other. These are stuck together.",
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
                message="The right place across. How many outcomes are there, and how likely is each?",
            ),
        ),
        hint="Both fair: put it above ½. Then count the outcomes of the pair.",
    )


def leak(*, coins) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="The features were chosen *before* the split. How often will the coin be “predicted” right?",
            right="over 90 %",
            reasons={
                "about 50 %": "That is the truth, and what an honest measurement gives. But these columns were chosen with the test labels in view.",
                "about 65 %": "It is far worse: the 20 columns were picked because they agree with the labels.",
                "over 90 %": "Among 2,000 columns of noise some agree with any 60 labels. Choose those, and the test confirms them.",
            },
        ),
        run=lambda: (
            f"Just measured, mean of three draws: {coins[True]:.0%} with the leak; {coins[False]:.0%} when the features are chosen inside each training part."
        ),
    )


def order() -> OrderExercise:
    return OrderExercise(
        question="Put the work in order, so that nothing leaks.",
        steps={
            "set the test part aside": "Whatever is fitted before that has seen the test data.",
            "fit the scaler on the training part": "The scaler needs its minimum and maximum first, and only from training data.",
            "scale the training part with it": "That takes a fitted scaler.",
            "train the network": "It needs scaled data.",
            "scale the test part with the same scaler": "The test part is touched only when training is over; and by then the scaler is there.",
            "measure on the test part, once": "Last of all. Measure it again and again, and you begin to fit to it.",
        },
        shown=(
            "fit the scaler on the training part",
            "measure on the test part, once",
            "train the network",
            "set the test part aside",
            "scale the test part with the same scaler",
            "scale the training part with it",
        ),
        because="The test part is set aside first and touched last.",
    )


def code_card_words() -> ChoiceExercise:
    return ChoiceExercise(
        question="A shop encodes its departments as toys = 1, books = 2, tools = 3, and feeds that number to a network. What is wrong?",
        right="it claims that books lie between toys and tools",
        reasons={
            "it claims that books lie between toys and tools": "Names are no amounts. One-hot gives each its own place, and an embedding lets it learn one.",
            "the numbers must lie between 0 and 1": "Dividing by 3 would keep the false order, only smaller.",
            "three values are too few to learn from": "There is no such limit; a switch has two.",
            "nothing, a network can learn any code": "With enough units and data it may undo the wrong order; better not to put it in.",
        },
    )


def code() -> CodeExercise:
    draw = np.random.default_rng(3)
    return CodeExercise(
        question="Mend `my_scale`: standard scaling of both parts, with nothing learnt from the test part.",
        solution=scaled_without_leak,
        source="mean, deviation = train.mean(axis=0), train.std(axis=0)\nreturn np.concatenate([(part - mean) / deviation for part in (train, test)])",
        cases=[
            (np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([[5.0], [100.0]])),
            (draw.normal(2, 3, (8, 2)), draw.normal(5, 1, (3, 2))),
        ],
        hints=(
            "Two statistics are needed: mean and standard deviation. Of which part?",
            "Use the *same* two for both parts, also where the test part then has another mean than 0.",
        ),
        because="All cases agree. Scaled by itself, the test part would always look as usual, however strange it is.",
        skeleton="parts = (train, test)\nscaled = [(part - part.mean(axis=0)) / part.std(axis=0) for part in parts]\nreturn np.concatenate(scaled)",
    )
