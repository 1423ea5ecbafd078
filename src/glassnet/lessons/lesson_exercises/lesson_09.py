"""The exercises of lesson 09, The training loop."""

import numpy as np

import glassnet as gn
from glassnet.lessons.exercises import ChoiceExercise, CodeExercise, NumberExercise, OrderExercise, Prediction


def record_of(run):
    found = run.diagnose()
    train, held_out = run.evaluate("train").accuracy, run.evaluate("validation").accuracy
    return (
        f"Its record: right for {train:.0%} of its own points and {held_out:.0%} of the others. `run.diagnose()` says: "
        + (
            str(found[0])
            if found
            else "nothing. It looks for faults of the machinery, and this machinery works as told."
        )
    )


def engine_precision(matrix):
    # Every count of the matrix as so many samples, scored by the engine
    truth, answer = (np.repeat(places, matrix.ravel()) for places in np.indices(matrix.shape).reshape(2, -1))
    return [of_class.precision for of_class in gn.metrics.class_scores(np.eye(len(matrix))[answer], truth)]


def average() -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Averaging the gradient instead of adding it up: the final loss will be…",
            right="much larger",
            reasons={
                "the same": "The direction is the same, but each step is 200 times shorter. 5,000 such steps go as far as 25 of the long ones would.",
                "much larger": "Dividing by 200 makes every step 200 times shorter, and 5,000 short steps are not enough to get far.",
                "much smaller": "Shorter steps can be more careful, but with the same number of them you get less far: the network has hardly begun to bend its boundary.",
            },
        ),
        run=lambda: "The picture below shows what came of it.",
    )


def compile_again() -> ChoiceExercise:
    return ChoiceExercise(
        question="You have called `fit`, and now call `compile` again with a smaller learning rate. What happens to the weights?",
        right="nothing: they stay as they are",
        reasons={
            "they are drawn afresh": "First weights are drawn once, when training begins. Settings of the loop are not part of the network.",
            "nothing: they stay as they are": "compile only chooses how to train. The next fit goes on from these weights, with the new rate.",
            "they move one step": "Only fit makes steps. compile sees no data, so it has no gradient.",
            "they become smaller": "The learning rate is the length of a *step*. It does not scale the weights.",
        },
    )


def precision() -> NumberExercise:
    return NumberExercise(
        question="A network looks for one rare disease in 1,000 scans; 50 show it. It reports 40 scans, and 30 of those do show it. What is its precision?",
        answer=0.75,
        tolerance=0.001,
        because="30 of the 40 that it reported: 30 / 40 = 0.75. Its recall is only 30 / 50: it missed 20 people.",
        hint="Of those that it reported, how many are right?",
        slips={
            0.6: "That is the recall: of the 50 that show it, 30 were found. Precision is about the 40 that it reported.",
            0.97: "That is the accuracy: 970 of 1,000 are right. To say “healthy” 1,000 times would be right for 950, and find nobody.",
            0.04: "That is how much it reports: 40 of 1,000.",
            0.25: "That is the share of false alarms among its reports; precision is the rest.",
        },
    )


def under(*, patients) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Patient 1: what is wrong?",
            right="underfitting",
            reasons={
                "overfitting": "Then the two curves would part. Here the validation points do just as well as the training points.",
                "unstable training": "These are smooth curves, nothing jumps.",
                "underfitting": "Both losses level out, side by side and far from 0. It is a single neuron: it draws a straight line, and no line separates the moons. Give it hidden neurons.",
                "nothing: the loss falls": "It has stopped falling at about 0.3. A 2-4-1 network gets near 0 on such points.",
            },
        ),
        run=lambda: record_of(patients[1]),
    )


def unstable(*, patients) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Patient 2: what is wrong?",
            right="unstable training",
            reasons={
                "overfitting": "Not even the training points are learnt. Who cannot learn by heart does not overfit.",
                "underfitting: it needs more neurons": "The loss is high, that is true. But it *leaps*. More neurons would leap as well; the steps are too long.",
                "unstable training": "The loss leaps up and down from epoch to epoch. A rate of 1.5 with momentum 0.9 makes steps so long that they kill the ReLU neurons. Take a tenth of it, or less.",
                "too few epochs": "More epochs of the same only go on leaping. It was better after the first epoch than after the last.",
            },
        ),
        run=lambda: record_of(patients[2]),
    )


def over(*, patients) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Patient 3: what is wrong?",
            right="overfitting",
            reasons={
                "underfitting": "It fits only too well: hardly any loss is left on the training points.",
                "overfitting": "The training loss falls and falls, and the validation loss rises. Over a thousand parameters learn 40 noisy points by heart. More data, fewer neurons, or stopping earlier help.",
                "unstable training": "The training loss goes down all the way. That the other rises is no leap, it is a trend.",
                "nothing: the training loss is almost 0": "That is the loss on the points that it has seen. On the others it is worse than it was at the beginning.",
            },
        ),
        run=lambda: record_of(patients[3]),
    )


def update() -> NumberExercise:
    return NumberExercise(
        question="A weight is 0.5, its gradient is 2, the learning rate is 0.1. What is the weight after the update?",
        answer=0.5 - 0.1 * 2,
        tolerance=1e-6,
        because="0.5 − 0.1 · 2 = 0.3.",
        hint="Take the weight, minus learning rate times gradient.",
        slips={
            0.7: "You went uphill: the step goes *against* the gradient, so subtract.",
            0.2: "That is the step itself; take it off the weight.",
            -1.5: "You took off the whole gradient; multiply it by the learning rate first.",
        },
    )


def zeros(*, train, x, y, first) -> Prediction:
    def see() -> str:
        zeros = {name: np.zeros_like(value) for name, value in first.items()}
        *_, (loss, _) = train(zeros, x, y, learning_rate=0.1, epochs=5_000)
        return f"Trained just now from zeros: the loss ends at {loss:.4f}."

    return Prediction(
        ask=ChoiceExercise(
            question="Predict: all 17 parameters start at zero instead of at random numbers. After 5,000 epochs with the same loop the loss will be…",
            right="still 0.25",
            reasons={
                "below 0.001, as before": "From zero the network cannot start: every hidden neuron gives 0, and passes back 0.",
                "about 0.1": "Not even that far: with every weight at zero, all weight gradients are zero too.",
                "still 0.25": "Every hidden neuron gives 0, so W₂ gets no gradient; W₂ is 0, so W₁ gets none either. Only the output's bias could move, and with as many points of either class its pushes cancel. The random start is what makes the neurons different.",
            },
        ),
        run=see,
    )


def order() -> OrderExercise:
    return OrderExercise(
        question="Put the making of a classifier in order.",
        steps={
            "put a test part aside": "What has been looked at is no test any more, so this comes before everything else.",
            "choose layers, loss and update rule, and compile": "Nothing can be trained before it is chosen.",
            "fit on the training part": "fit needs to be told first what to make small, and how.",
            "look at the loss on the validation part": "There is nothing to see before something has been learnt.",
            "change a setting and fit again, until it is good enough": "What to change is what the validation part tells.",
            "evaluate on the test part": "Once, at the very end: whatever you still change afterwards has been chosen by the test.",
        },
        shown=(
            "fit on the training part",
            "evaluate on the test part",
            "look at the loss on the validation part",
            "put a test part aside",
            "change a setting and fit again, until it is good enough",
            "choose layers, loss and update rule, and compile",
        ),
        because="The test part is sealed first and opened last.",
    )


def precision_code(*, confusion) -> CodeExercise:
    return CodeExercise(
        question="Turn `my_precision` into the precision of every class. It is given a confusion matrix, with what is true in rows and what was said in columns.",
        solution=engine_precision,
        source="return np.diag(matrix) / matrix.sum(axis=0)",
        cases=[(np.array([[3, 1], [2, 4]]),), (np.array([[5, 0, 1], [1, 4, 0], [2, 2, 6]]),), (confusion,)],
        hints=(
            "The hits are right already. By what must each be divided: how often was this class *said*?",
            "What was said stands in columns: `matrix.sum(axis=0)` adds up each column.",
        ),
        because="Right, also for the ten digits above. With `axis=1` it would be the recall.",
        skeleton="return np.diag(matrix) / matrix.sum()",
    )
