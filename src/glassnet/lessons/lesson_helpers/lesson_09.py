"""The figures and tables of lesson 09, The training loop."""

from time import perf_counter

import numpy as np

import glassnet as gn
from glassnet.figures import Still
from glassnet.lessons.page import plain

EPOCHS = (*range(0, 101), *range(120, 201, 20), 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 4_000, 5_000)
"""The epochs that can be looked at: all at first, when much happens, and fewer and fewer later."""


def forward_picture(inputs, hidden, output) -> Still:
    """Draw how two inputs become four hidden activations and a prediction."""
    number, link = gn.figures.Number, gn.figures.Link
    rows = [
        [number(f"x{digit}", value, "input") for digit, value in zip("₁₂", inputs, strict=True)],
        [number(f"a{digit}⁽¹⁾", value, "hidden") for digit, value in zip("₁₂₃₄", hidden, strict=True)],
        [number("a⁽²⁾", output, "output")],
    ]
    links = [link((0, i), (1, j), symbol="weightone") for i in range(2) for j in range(4)]
    links += [link((1, j), (2, 0), symbol="weighttwo") for j in range(4)]
    label = f"Two inputs, four hidden activations and the prediction {output:.2f} for the first point."
    return gn.figures.numbers_picture(rows, links, label=label)


def two_rates(losses, small) -> Still:
    """Draw two losses: trained with the rate of the lesson, and with one much smaller."""
    return gn.figures.loss_chart(
        [gn.figures.Curve("rate 20", losses), gn.figures.Curve("rate 0.1", small, dashed=True)],
        goal=0.001,
        label=f"Two loss curves: with rate 20 the loss ends at {plain(losses[-1])}, with rate 0.1 at {plain(small[-1])}.",
    )


def reading_chart(run) -> Still:
    """Draw the losses of the network that reads digits."""
    training, validation = gn.figures.loss_curves(run)
    return gn.figures.loss_chart(
        [training, validation],
        first=1,
        up="cross-entropy",
        label=f"The training loss falls to {plain(training.values[-1])}; the validation loss stops falling near {plain(np.min(validation.values))}.",
    )


def engines_table(read, data) -> str:
    """Train with both engines and return a Markdown table of their times; `read(data, engine)` returns the model."""
    rows = []
    for engine in ("eager", "xla"):
        begin = perf_counter()
        model = read(data, engine)
        seconds = perf_counter() - begin
        translating = model.run.compile_seconds or 0.0
        accuracy = model.evaluate(data)["accuracy"]
        rows.append(f"| {engine} | {translating:.2f} s | {seconds - translating:.2f} s | {accuracy:.1%} |")
    head = "| engine | translating | everything else | test accuracy |\n|:---|---:|---:|---:|\n"
    return head + "\n".join(rows) + "\n\n*The first time, “everything else” includes loading JAX.*"


def patient_chart(run, number):
    training, validation = (np.array(run.history.column(name)) for name in ("loss", "validation_loss"))
    return gn.figures.loss_chart(
        [gn.figures.Curve("training", training), gn.figures.Curve("validation", validation, dashed=True)],
        first=1,
        up="cross-entropy",
        label=f"Patient {number}: training loss {plain(training[0])} at first and {plain(training[-1])} at the end, "
        f"validation loss {plain(validation[0])} at first, {plain(validation.min())} at its lowest and {plain(validation[-1])} at the end.",
    )
