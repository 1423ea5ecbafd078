"""The glossary: each term of the lessons in one sentence, and the lesson in which it is explained.

In a lesson's text a term is a link, `[learning rate](#term-learning-rate)`, where it is first used; the page shows its card on
hover, focus and tap. Where it is explained, it is bold.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

PREFIX = "#term-"
LINK = re.compile(r"\[([^\]]+)\]\(#term-[a-z0-9-]+\)")


@dataclass(frozen=True)
class Term:
    """A term of the lessons.

    Arguments:
        name: the term, as it is listed.
        definition: what it means, in one sentence.
        lesson: the number of the lesson in which it is explained; that lesson may not be written yet.
        forms: other ways to write it, such as its plural.
        not_after: words after which it means something else: "double" precision.
    """

    name: str
    definition: str
    lesson: str
    forms: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """Its name in addresses.

        >>> find_term("learning rate").slug
        'learning-rate'
        """
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")

    @property
    def pattern(self) -> re.Pattern[str]:
        """Matches the term in a text, whatever its form."""
        forms = "|".join(re.escape(form) for form in sorted((self.name, *self.forms), key=len, reverse=True))
        other = "".join(rf"(?<!\b{word} )" for word in self.not_after)
        return re.compile(rf"(?<![\w-]){other}({forms})(?![\w-])", re.IGNORECASE)


def find_term(name: str) -> Term:
    """Return the term of that name."""
    return next(term for term in GLOSSARY if term.name == name)


def plain_terms(text: str) -> str:
    """Return a text with its terms as plain words, for readers without cards.

    >>> plain_terms("A [learning rate](#term-learning-rate) of 0.1.")
    'A learning rate of 0.1.'
    """
    return LINK.sub(r"\1", text)


def _terms(lesson: str, definitions: Iterable[tuple[str, str, tuple[str, ...]]]) -> tuple[Term, ...]:
    return tuple(Term(name, definition, lesson, forms) for name, definition, forms in definitions)


GLOSSARY: tuple[Term, ...] = (
    *_terms(
        "01",
        [
            (
                "neuron",
                "A unit that adds up its weighted inputs and a bias and passes on a function of the sum.",
                ("neurons",),
            ),
            (
                "weight",
                "A number that multiplies an input: how strongly, and with which sign, the input counts.",
                ("weights",),
            ),
            (
                "bias",
                "A number that is added to a neuron's weighted inputs, and so shifts where it begins to respond.",
                ("biases",),
            ),
            (
                "perceptron",
                "A neuron with a step at its end, which says 1 or 0 and learns from its mistakes.",
                ("perceptrons",),
            ),
            (
                "linearly separable",
                "So placed that a straight line, or a plane, has all points of one class on one side of it.",
                (),
            ),
            (
                "hidden layer",
                "A layer between the inputs and the output layer; its values are neither given nor asked for.",
                ("hidden layers",),
            ),
        ],
    ),
    *_terms(
        "02",
        [
            ("layer", "A group of neurons that take the same inputs and work side by side.", ("layers",)),
            (
                "universal approximation",
                "A network with one hidden layer can come as near as you like to any continuous curve on an interval.",
                (),
            ),
            ("parameter", "A number that training changes: a weight or a bias.", ("parameters",)),
        ],
    ),
    *_terms(
        "03",
        [
            (
                "activation function",
                "The function that a neuron applies to its sum, such as ReLU or the sigmoid.",
                ("activation functions",),
            ),
            ("sigmoid", "The S-shaped function 1 / (1 + e⁻ᶻ), which turns any number into one between 0 and 1.", ()),
            ("tanh", "The hyperbolic tangent: an S-shaped function with values between −1 and 1.", ()),
            (
                "ReLU",
                "The rectified linear unit max(0, z): it passes positive numbers on and replaces negative ones by 0.",
                (),
            ),
            (
                "softmax",
                "A function that turns scores into probabilities: each becomes positive, and their sum is 1.",
                (),
            ),
        ],
    ),
    *_terms(
        "04",
        [
            (
                "forward propagation",
                "Computing a network's output from its inputs, layer by layer: multiply, add, activate.",
                ("forward pass", "forward passes"),
            ),
            ("regression", "Predicting a quantity, such as a price, rather than one of several classes.", ()),
        ],
    ),
    *_terms(
        "05a",
        [
            ("one-hot", "A code for one of n things: n numbers, of which one is 1 and all others are 0.", ()),
            (
                "bag of words",
                "A text as a list of counts: how often each word of a vocabulary occurs in it.",
                ("bags of words",),
            ),
            (
                "TF-IDF",
                "A word's count in a text times its rarity in all texts, so that words found everywhere count less.",
                (),
            ),
            (
                "embedding",
                "A vector of a few numbers for a word or another thing, learnt so that similar things are close together.",
                ("embeddings",),
            ),
            (
                "cosine",
                "The cosine of the angle between two vectors: 1 for the same direction, 0 for a right angle.",
                (),
            ),
            ("sample rate", "How often per second a sound is measured.", ()),
            ("aliasing", "A tone above half the sample rate appears as a lower one.", ()),
            (
                "spectrogram",
                "A picture of a sound: time to the right, frequency upwards, loudness as brightness.",
                ("spectrograms",),
            ),
        ],
    ),
    *_terms(
        "05b",
        [
            ("feature", "One input number of an example, such as a pixel's brightness or an age.", ("features",)),
            (
                "standard deviation",
                "The typical distance of values from their mean: the square root of the mean squared distance.",
                ("standard deviations",),
            ),
            (
                "principal component analysis",
                "Finding the directions in which data vary most, to describe them with fewer numbers.",
                ("PCA",),
            ),
            (
                "entropy",
                "How uncertain an outcome is, in bits: the average number of yes-or-no questions needed to learn it.",
                (),
            ),
            ("mutual information", "How many bits one quantity tells about another.", ()),
            (
                "leakage",
                "Information from the test data that reaches the training, so that results look better than they are.",
                (),
            ),
        ],
    ),
    *_terms(
        "06",
        [
            ("loss", "A number that says how wrong a prediction is; training makes it smaller.", ("losses",)),
            (
                "mean squared error",
                "The mean of the squared differences between predictions and true values.",
                ("MSE", "squared error"),
            ),
            (
                "mean absolute error",
                "The mean of the differences between predictions and true values, without their signs.",
                ("MAE", "absolute error"),
            ),
            (
                "Huber loss",
                "A loss that squares small errors and counts large ones in proportion, so that outliers weigh less.",
                ("Huber's loss", "Huber"),
            ),
            ("cross-entropy", "Minus the logarithm of the probability that was given to the truth.", ()),
            ("outlier", "A value far away from all the others.", ("outliers",)),
            ("convex", "Shaped like a bowl: no straight line between two of its points runs below it.", ()),
        ],
    ),
    *_terms(
        "07",
        [
            ("gradient descent", "Making a loss smaller by small steps against its gradient.", ()),
            (
                "gradient",
                "The slopes of the loss in the directions of all parameters, which together point uphill.",
                ("gradients",),
            ),
            ("derivative", "The slope of a function at a point: how fast its value changes there.", ("derivatives",)),
            ("learning rate", "The number η that multiplies the gradient in every step.", ("learning rates",)),
            ("momentum", "A step that continues a part of the previous steps, like a rolling ball.", ()),
            ("batch", "The examples whose gradients are averaged for one step.", ("batches",)),
            ("mini-batch", "A small part of the training examples, used for one step.", ("mini-batches",)),
            ("epoch", "One pass through all training examples.", ("epochs",)),
            (
                "saddle",
                "A point that is level but no minimum: from it, the ground rises in some directions and falls in others.",
                ("saddles", "saddle point", "saddle points"),
            ),
        ],
    ),
    *_terms(
        "08",
        [
            (
                "backpropagation",
                "Computing all gradients of a network in one pass from the loss back to the inputs, by the chain rule.",
                (),
            ),
            ("chain rule", "The slope of a chain of functions is the product of their slopes.", ()),
            (
                "finite difference",
                "An estimate of a slope: change the input a little and see how much the output changes.",
                ("finite differences",),
            ),
            (
                "automatic differentiation",
                "Computing derivatives by a program that records operations and applies the chain rule to each.",
                (),
            ),
        ],
    ),
    *_terms(
        "09",
        [
            ("training loop", "Forward, loss, backward, update, again and again.", ()),
            (
                "decision boundary",
                "The line, or surface, on which a classifier is undecided between two classes.",
                ("decision boundaries",),
            ),
            ("accuracy", "The fraction of examples that are classified correctly.", ()),
            (
                "confusion matrix",
                "A table that counts, for each true class, how often each class was predicted.",
                ("confusion matrices",),
            ),
            ("recall", "Of all examples that really are of a class, the fraction that was found.", ()),
            (
                "overfitting",
                "Learning the training examples by heart, including their noise, and so doing worse on new ones.",
                ("overfits", "overfit"),
            ),
            (
                "underfitting",
                "Being too simple, or too little trained, for what could be learnt from the training examples.",
                ("underfits", "underfit"),
            ),
        ],
    ),
    Term(
        "precision",
        "Of all examples that were predicted to be of a class, the fraction that really are.",
        "09",
        not_after=("double", "single", "full"),
    ),
    *_terms(
        "10",
        [
            ("Adam", "An update rule that adapts the size of each parameter's steps to its past gradients.", ()),
            (
                "running average",
                "An average that moves a little towards every new number, so that older ones count less and less.",
                ("running averages",),
            ),
            (
                "optimiser",
                "An update rule: what turns a gradient into a step of the parameters.",
                ("optimisers",),
            ),
        ],
    ),
    *_terms(
        "12", [("L2", "A penalty on large weights: the sum of their squares times a small number.", ("L2 penalty",))]
    ),
)
