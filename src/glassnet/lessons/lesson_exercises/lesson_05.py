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
        question="A colour image is 28 pixels wide and 28 pixels high, with three channels. How many numbers is that?",
        answer=2352,
        tolerance=0.5,
        because="28 · 28 = 784 pixels, with three numbers each.",
        hint="How many pixels are there? And how many numbers does each of them have?",
        slips={
            784.0: "That is the number of pixels; but each has a number for red, for green and for blue.",
            84.0: "That is 28 · 3. The image has 28 rows *and* 28 columns.",
            200704.0: "That is 784 · 256. Each number can take 256 values, but it is still one number.",
            602112.0: "A number can take 256 values, but that doesn't increase how many numbers there are.",
        },
    )


def hot() -> NumberExercise:
    return NumberExercise(
        question="“king” and “queen” as one-hot vectors. What is the distance between them, by Pythagoras?",
        answer=2**0.5,
        tolerance=0.01,
        because="They differ by 1 in two places: √(1² + 1²) = 1.414. It is the same for any two different words.",
        hint="In how many places do the two vectors differ, and by how much? Then Pythagoras.",
        slips={
            0.0: "Then they would be the same word.",
            1.0: "They differ in *two* places: one has its 1 where the other has 0, and vice versa.",
            2.0: "That is the sum of the squares. The distance is its square root.",
        },
    )


def alias() -> NumberExercise:
    return NumberExercise(
        question="A tone of 3,000 hertz is sampled 4,000 times per second, without any filter. What pitch do you hear, in hertz?",
        answer=1000,
        tolerance=0.5,
        because="At the sampling times, a 3,000 Hz tone has exactly the same values as one of 4,000 − 3,000 = 1,000 Hz.",
        hint="Half the sample rate is 2,000 Hz. The tone is 1,000 Hz above that, and is mirrored down.",
        slips={
            3000.0: "That would need more than 6,000 samples per second.",
            2000.0: "That is half the sample rate, the limit above which tones are mirrored.",
            4000.0: "That is the sample rate.",
            0.0: "The samples are not all the same; only a tone of 4,000 Hz would look constant.",
        },
    )


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


def leak(*, coins) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="The features were chosen *before* the split. How often will the coin be “predicted” correctly?",
            right="over 90 %",
            reasons={
                "about 50 %": "That is the truth, and what an honest measurement gives. But these columns were chosen by looking at the test labels.",
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
        question="Put the steps in order so that nothing leaks.",
        steps={
            "set the test part aside": "Anything fitted before that has seen the test data.",
            "fit the scaler on the training part": "The scaler needs its minimum and maximum first, and only from training data.",
            "scale the training part with it": "That needs a fitted scaler.",
            "train the network": "It needs scaled data.",
            "scale the test part with the same scaler": "The test part is touched only after training, with the scaler fitted before.",
            "evaluate on the test part, once": "This comes last. Evaluate repeatedly, and you begin to fit to the test part.",
        },
        shown=(
            "fit the scaler on the training part",
            "evaluate on the test part, once",
            "train the network",
            "set the test part aside",
            "scale the test part with the same scaler",
            "scale the training part with it",
        ),
        because="The test part is set aside first and used last.",
    )


def code_card_words() -> ChoiceExercise:
    return ChoiceExercise(
        question="A shop encodes its departments as toys = 1, books = 2, tools = 3, and feeds that number to a network. What is wrong?",
        right="it claims that books lie between toys and tools",
        reasons={
            "it claims that books lie between toys and tools": "Names are not quantities. One-hot encoding gives each its own position; an embedding learns one.",
            "the numbers must lie between 0 and 1": "Dividing by 3 would keep the false order, only on a smaller scale.",
            "three values are too few to learn from": "There is no such limit; a light switch has two.",
            "nothing, a network can learn any encoding": "With enough units and data it may undo the false order, but it is better not to introduce it.",
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
        skeleton="parts = (train, test)\nscaled = [(part - part.mean(axis=0)) / part.std(axis=0) for part in parts]\nreturn np.concatenate(scaled)",
    )
