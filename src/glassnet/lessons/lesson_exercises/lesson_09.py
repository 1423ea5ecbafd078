"""The exercises of lesson 09, The training loop."""

import numpy as np

import glassnet as gn
from glassnet.lessons.exercises import ChoiceExercise, CodeExercise, NumberExercise, OrderExercise, Prediction


def record_of(run):
    found = run.diagnose()
    train, held_out = run.evaluate("train").accuracy, run.evaluate("validation").accuracy
    return (
        f"Its record: right for {train:.0%} of the training points and {held_out:.0%} of the validation points. `run.diagnose()` says: "
        + (
            str(found[0])
            if found
            else "nothing. It looks for mistakes, and a network that is too simple is none: it works as instructed."
        )
    )


def engine_precision(matrix):
    # Turn each count of the matrix into that number of samples, and let the engine score them
    truth, answer = (np.repeat(places, matrix.ravel()) for places in np.indices(matrix.shape).reshape(2, -1))
    return [of_class.precision for of_class in gn.metrics.class_scores(np.eye(len(matrix))[answer], truth)]


def average() -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Somebody's program trains this very network, from these first weights, with a learning rate of 0.1, and gets below 0.001. You try 0.1 in our loop, where 20 worked. After 5,000 epochs the loss will be…",
            right="much larger",
            reasons={
                "the same": "Each step would be 200 times shorter. 5,000 such steps go as far as 25 of the long ones.",
                "much larger": "Every step is 200 times shorter, and 5,000 short steps are not enough to get far. The other program must mean something else by 0.1.",
                "much smaller": "Shorter steps can be more careful, but the same number of them takes you less far: the network has hardly begun to bend its boundary.",
            },
        ),
        run=lambda: "The figure below shows the result.",
    )


def compile_again() -> ChoiceExercise:
    return ChoiceExercise(
        question="You have called `fit`, and now call `compile` again with a smaller learning rate. What happens to the weights?",
        right="nothing: they stay as they are",
        reasons={
            "they are drawn again": "Initial weights are drawn once, when training begins. The settings of the training loop are not part of the network.",
            "nothing: they stay as they are": "compile only chooses how to train. The next fit continues from these weights, with the new rate.",
            "they move one step": "Only fit makes steps. compile sees no data, so it has no gradient.",
            "they become smaller": "The learning rate is the length of a *step*. It does not scale the weights.",
        },
    )


def precision() -> NumberExercise:
    return NumberExercise(
        question="A network looks for a rare disease in 1,000 scans, 50 of which show it. It flags 40 scans, and 30 of those do show it. What is its precision?",
        answer=0.75,
        tolerance=0.001,
        because="30 of the 40 that it flagged: 30 / 40 = 0.75. Its recall is only 30 / 50: it missed 20 people.",
        hint="Of the scans that it flagged, how many are right?",
        slips={
            0.6: "That is the recall: of the 50 that show it, 30 were found. Precision is about the 40 that it flagged.",
            0.97: "That is the accuracy: 970 of 1,000 are right. Saying “healthy” 1,000 times would be right for 950 and find nobody.",
            0.04: "That is the fraction it flags: 40 of 1,000.",
            0.25: "That is the fraction of false alarms among those it flags; precision is the rest.",
        },
    )


def under(*, patients) -> Prediction:
    return Prediction(
        ask=ChoiceExercise(
            question="Patient 1: what is wrong?",
            right="underfitting",
            reasons={
                "overfitting": "Then the two curves would separate. Here the validation points do just as well as the training points.",
                "unstable training": "The curves are smooth; nothing jumps.",
                "underfitting": "Both losses level off, side by side and far from 0. It is a single neuron: it draws a straight line, and no line separates the moons. Give it hidden neurons.",
                "nothing: it only needs more epochs": "It falls ever more slowly, towards 0.28. A 2-4-1 network gets close to 0 on such points.",
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
                "overfitting": "Not even the training points are learnt, and a network that can't memorise doesn't overfit.",
                "underfitting: it needs more neurons": "True, the loss is high. But it *leaps*: the steps are too long. More neurons don't shorten them. With 32 in each layer this rate leaps as well, and ends far higher (with 16 it happens to settle).",
                "unstable training": "Both losses leap up and down from epoch to epoch. A rate of 0.5 with momentum 0.9 makes steps so long that they undo what the ones before have learnt. With a tenth of it, this network learns the moons.",
                "too few epochs": "More epochs of the same only leap on: there is no trend to wait for. After a hundred epochs the loss is no lower.",
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
                "underfitting": "It fits too well, if anything: hardly any loss is left on the training points.",
                "overfitting": "The training loss falls and falls, and the validation loss rises. More than a thousand parameters memorise 40 noisy points. More data, fewer neurons, or stopping earlier would help.",
                "unstable training": "The training loss falls, with small jumps, by a factor of nearly 300. The other one rises: that is a trend, not a leap.",
                "nothing: the training loss is almost 0": "That is the loss on the points it has seen. On the others, it is worse than at the beginning.",
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
        hint="Take the weight minus learning rate times gradient.",
        slips={
            0.7: "You went uphill: the step goes *against* the gradient, so subtract.",
            0.2: "That is the step itself; subtract it from the weight.",
            -1.5: "You subtracted the whole gradient; multiply it by the learning rate first.",
        },
    )


def zeros(*, train, x, y, first) -> Prediction:
    def see() -> str:
        zeros = {name: np.zeros_like(value) for name, value in first.items()}
        *_, (loss, _) = train(zeros, x, y, learning_rate=20, epochs=5_000)
        return f"Just trained from zeros: the loss ends at {loss:.4f}."

    return Prediction(
        ask=ChoiceExercise(
            question="All 17 parameters start at zero instead of at random numbers. After 5,000 epochs with the same loop, the loss will be…",
            right="still 0.25",
            reasons={
                "below 0.001, as before": "From zero the network can't get started: every hidden neuron outputs 0 and passes back 0.",
                "about 0.1": "Not even that far: with every weight at zero, all weight gradients are zero too.",
                "still 0.25": "Every hidden neuron outputs 0, so W⁽²⁾ gets no gradient; W⁽²⁾ is 0, so W⁽¹⁾ gets none either. Only the output's bias could move, and with equally many points of each class its gradients cancel. The random start is what makes the neurons different.",
            },
        ),
        run=see,
    )


def order() -> OrderExercise:
    return OrderExercise(
        question="Put the steps of building a classifier in order. (More than one order is right.)",
        steps={
            "set a test part aside": "",
            "choose layers, loss and update rule, and compile": "",
            "fit on the training part": "It needs to know what to minimise, and how; and what is to be tested on must not be learnt from.",
            "look at the loss on the validation part": "There is nothing to see before the network has learnt something.",
            "change a setting and fit again, until it is good enough": "The validation part tells you what to change.",
            "evaluate on the test part": "Once, at the very end: anything you change afterwards is fitted to the test part.",
        },
        shown=(
            "fit on the training part",
            "evaluate on the test part",
            "look at the loss on the validation part",
            "set a test part aside",
            "change a setting and fit again, until it is good enough",
            "choose layers, loss and update rule, and compile",
        ),
        because="The test part is sealed before anything is trained, and opened last. What you choose meanwhile, before or after, is free.",
        after={
            "fit on the training part": (
                "set a test part aside",
                "choose layers, loss and update rule, and compile",
            ),
            "look at the loss on the validation part": ("fit on the training part",),
            "change a setting and fit again, until it is good enough": ("look at the loss on the validation part",),
            "evaluate on the test part": ("change a setting and fit again, until it is good enough",),
        },
    )


def precision_code(*, confusion) -> CodeExercise:
    return CodeExercise(
        question="Make `my_precision` return the precision of every class. It is given a confusion matrix, with true classes in rows and predicted classes in columns.",
        solution=engine_precision,
        source="return np.diag(matrix) / matrix.sum(axis=0)",
        cases=[(np.array([[3, 1], [2, 4]]),), (np.array([[5, 0, 1], [1, 4, 0], [2, 2, 6]]),), (confusion,)],
        hints=(
            "The hits are right already. What must each be divided by: how often was this class *predicted*?",
            "Predicted classes are the columns: `matrix.sum(axis=0)` adds up each column.",
        ),
        because="Right, for the ten digits above too. With `axis=1` it would be the recall.",
        skeleton="return np.diag(matrix) / matrix.sum()",
        wrong=(
            lambda matrix: np.diag(matrix) / matrix.sum(axis=1),
            lambda matrix: np.diag(matrix).sum() / matrix.sum(),
            lambda matrix: np.diag(matrix) / matrix.sum(),
        ),
    )


def trained_neuron(x, target, weight, bias, learning_rate, epochs):
    for _ in range(epochs):
        a = 1 / (1 + np.exp(-(x @ weight + bias)))
        delta = 2 * (a - target) / len(x) * a * (1 - a)
        weight, bias = weight - learning_rate * x.T @ delta, bias - learning_rate * delta.sum(axis=0)
    return weight, bias


def _loop_with(slope, scale=1.0):
    """Return a loop like the right one with another slope of the activation, and its gradients scaled."""

    def loop(x, target, weight, bias, learning_rate, epochs):
        for _ in range(epochs):
            a = 1 / (1 + np.exp(-(x @ weight + bias)))
            delta = scale * 2 * (a - target) / len(x) * slope(a)
            weight, bias = weight - learning_rate * x.T @ delta, bias - learning_rate * delta.sum(axis=0)
        return weight, bias

    return loop


def loop() -> CodeExercise:
    rng = np.random.default_rng(9)
    cases = [
        (
            rng.normal(size=(n, inputs)),
            rng.integers(0, 2, (n, 1)).astype(float),
            rng.normal(size=(inputs, 1)),
            np.zeros(1),
            rate,
            epochs,
        )
        for n, inputs, rate, epochs in ((4, 2, 0.5, 1), (6, 3, 2.0, 5), (10, 2, 1.0, 40))
    ]
    return CodeExercise(
        question="Write the loop yourself, for one sigmoid neuron. x is (points, inputs), target (points, 1), weight (inputs, 1), bias (1,); the loss is the mean squared error. Return weight and bias after all epochs.",
        solution=trained_neuron,
        source="for _ in range(epochs):\n    a = 1 / (1 + np.exp(-(x @ weight + bias)))\n    delta = 2 * (a - target) / len(x) * a * (1 - a)\n    weight, bias = weight - learning_rate * x.T @ delta, bias - learning_rate * delta.sum(axis=0)\nreturn weight, bias",
        cases=cases,
        hints=(
            "Forward: z = x @ weight + bias, then a = 1 / (1 + np.exp(-z)). All of it inside the loop: after each update the prediction is another.",
            "Equation 1: delta = 2 * (a - target) / len(x) * a * (1 - a).",
            "Equations 3 and 4: x.T @ delta and delta.sum(axis=0). Then subtract the learning rate times each.",
        ),
        because="Right, for one epoch and for forty. With a second layer there would be one more line: equation 2.",
        skeleton="for _ in range(epochs):\n    weight, bias = weight, bias\nreturn weight, bias",
        returns=("weight", "bias"),
        wrong=(
            _loop_with(np.ones_like),
            _loop_with(lambda a: a * (1 - a), scale=-1.0),
            lambda x, target, weight, bias, learning_rate, epochs: _loop_with(lambda a: a * (1 - a), len(x))(
                x, target, weight, bias, learning_rate, epochs
            ),
        ),
    )
