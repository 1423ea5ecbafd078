"""The example networks of the visualiser."""

from collections.abc import Mapping

from glassnet.widgets.small_networks import Example

EXAMPLES: Mapping[str, Example] = {
    "age_income": Example(
        "Age and income: will they buy?",
        "One person, aged 30, with an income of 60,000, who did buy. Age is divided by 100, income by 100,000.",
        ((2, "relu"), (1, "sigmoid")),
        "binary_cross_entropy",
        ((0.3, 0.6),),
        (1,),
        ((((0.5, -0.4), (0.3, 0.8)), (0.1, -0.2)), (((0.7,), (-0.6,)), (0.1,))),
        0.5,
        ("age", "income"),
        ("buys",),
    ),
    "neuron": Example(
        "One neuron",
        "The shortest possible chain: one weight, one bias, a sigmoid and the squared error. The target is 0.",
        ((1, "sigmoid"),),
        "mean_squared_error",
        ((1.5,),),
        (0.0,),
        ((((0.8,),), (-0.3,)),),
        0.5,
        ("x",),
        ("p",),
    ),
    "house": Example(
        "House price, with an inactive neuron",
        "Size, location and rooms, scaled to about 1; the price is 0.9. "
        "One of the three hidden ReLUs outputs 0: see which gradient flows back through it.",
        ((3, "relu"), (1, "linear")),
        "mean_squared_error",
        ((0.8, 0.6, 0.4),),
        (0.9,),
        (
            (((0.6, -0.7, 0.2), (0.4, -0.3, 0.5), (-0.2, 0.1, 0.3)), (0.0, 0.1, -0.1)),
            (((0.8,), (0.9,), (-0.4,)), (0.05,)),
        ),
        0.2,
        ("size", "location", "rooms"),
        ("price",),
    ),
    "student": Example(
        "Exam score: study and sleep",
        "Six hours of study and seven of sleep, divided by 10, make knowledge and energy, the two hidden neurons; "
        "these make a score, divided by 100. The student got 70 points.",
        ((2, "relu"), (1, "linear")),
        "mean_squared_error",
        ((0.6, 0.7),),
        (0.7,),
        ((((1.0, -0.5), (0.1, 1.0)), (-0.1, 0.0)), (((0.7,), (0.3,)), (0.05,))),
        0.2,
        ("study", "sleep"),
        ("score",),
    ),
    "xor": Example(
        "XOR: a batch of four",
        "Four samples in one batch. Each has its own gradients; a weight's gradient is their mean over the batch.",
        ((3, "tanh"), (1, "sigmoid")),
        "binary_cross_entropy",
        ((0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)),
        (0, 1, 1, 0),
        (
            (((1.1, -0.8, 0.4), (0.9, -1.0, -0.6)), (-0.3, 0.9, 0.1)),
            (((1.2,), (0.9,), (-0.5,)), (-0.4,)),
        ),
        1.0,
        ("first", "second"),
        ("exactly one",),
    ),
    "classes": Example(
        "One of three classes",
        "Softmax turns three scores into probabilities. Each depends on every score, and still ∂L/∂z is only p − t.",
        ((3, "tanh"), (3, "softmax")),
        "sparse_categorical_cross_entropy",
        ((0.4, -0.6), (-0.5, 0.3), (0.7, 0.8)),
        (2, 0, 1),
        (
            (((0.7, -0.5, 0.3), (-0.4, 0.6, 0.9)), (0.1, 0.0, -0.2)),
            (((0.5, -0.3, 0.2), (-0.6, 0.4, 0.1), (0.3, 0.7, -0.8)), (0.0, 0.1, -0.1)),
        ),
        0.5,
        ("x₁", "x₂"),
        ("class 0", "class 1", "class 2"),
    ),
}
