"""The figures, tables and experiments of lesson 04, Forward propagation."""

from typing import NamedTuple

import numpy as np

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.figures import Still
from glassnet.figures.line_graph import Line, line_graph
from glassnet.widgets.backpropagation.examples import EXAMPLES
from glassnet.widgets.forward_propagation.sources import Source, of_worked, probe
from glassnet.widgets.forward_propagation.worked import clouds, driving, house_price, student

HOUSE_UPDATES = 10
TRUE_PRICE = 350_000
PRICE_UNIT = 100_000


def engine_prediction(x: tuple[float, ...]) -> float:
    """Return what the engine's own forward pass makes of age and income, both scaled."""
    run = EXAMPLES["age_income"].run(0.5)
    return float(run.predict(np.array([x]))[0, 0])


def pass_picture(numbers: dict[str, float]) -> Still:
    """Draw the numbers of the 2-2-1 network from the inputs to the prediction."""
    number, link = gn.figures.Number, gn.figures.Link
    rows = [
        [number("age", numbers["x1"], "input"), number("income", numbers["x2"], "input")],
        [number("z₁", numbers["z1"], "sum"), number("z₂", numbers["z2"], "sum")],
        [number("a₁", numbers["a1"], "passed"), number("a₂", numbers["a2"], "passed")],
        [number("z", numbers["z"], "sum")],
        [number("p", numbers["p"], "prediction")],
    ]
    links = [
        link((0, 0), (1, 0), "· 0.5"),
        link((0, 1), (1, 0)),
        link((0, 0), (1, 1)),
        link((0, 1), (1, 1), "· 0.8"),
        link((1, 0), (2, 0), "ReLU"),
        link((1, 1), (2, 1), "ReLU"),
        link((2, 0), (3, 0), "· 0.7"),
        link((2, 1), (3, 0), "· −0.6"),
        link((3, 0), (4, 0), "sigmoid"),
    ]
    label = (
        f"From age {numbers['x1']:.2f} and income {numbers['x2']:.2f} through two hidden neurons, which pass on "
        f"{numbers['a1']:.2f} and {numbers['a2']:.2f}, to the sum {numbers['z']:.3f} and the prediction {numbers['p']:.3f}."
    )
    return gn.figures.numbers_picture(rows, links, label=label, digits=3)


class HouseUpdate(NamedTuple):
    """One update of the house's network: prediction and loss before and after it."""

    price: float
    loss: float
    price_after: float
    loss_after: float


def house_update(rate: float) -> HouseUpdate:
    """Return what one update with that learning rate changes."""
    run = house_price().example.run(rate)
    x = run.dataset.train.x
    moment = run.at(0)
    before = float(run.predict(x)[0, 0])
    run.advance(1)
    return HouseUpdate(before, float(moment.loss), float(run.predict(x)[0, 0]), float(run.at(1).loss))


def update_table(update: HouseUpdate) -> str:
    """Return a table of the house's price and the loss before and after one update."""
    rows = [
        f"| {when} | {PRICE_UNIT * price:,.0f} | ({price:.3f} − 3.5)² = **{loss:.4f}** |"
        for when, price, loss in (
            ("before", update.price, update.loss),
            ("after one update", update.price_after, update.loss_after),
        )
    ]
    return "\n".join(["| when | predicted price | loss |", "|:---|---:|---:|", *rows])


def prices(rate: float) -> Array:
    """Return the predicted price after 0, 1, … updates."""
    run = house_price().example.run(rate)
    x = run.dataset.train.x
    found = [run.predict(x)[0, 0]]
    for _ in range(HOUSE_UPDATES):
        run.advance(1)
        found.append(run.predict(x)[0, 0])
    return PRICE_UNIT * np.array(found)


def price_graph(rate: float) -> Still:
    """Draw the predicted price against the number of updates, beside the true one."""
    steps = np.arange(HOUSE_UPDATES + 1)
    predicted = prices(rate) / 1_000
    true = np.full(len(steps), TRUE_PRICE / 1_000)
    return line_graph(
        [Line("predicted", steps, predicted), Line("true", steps, true, dashed=True)],
        label=f"The predicted price: {predicted[0]:.0f} thousand before training, {predicted[1]:.0f} after one update, "
        f"{predicted[-1]:.0f} after {HOUSE_UPDATES}; the true one is 350.",
        across="updates",
        up="price in thousands",
        x=(0, HOUSE_UPDATES),
        y=(100, 500),
    )


def score(study: float, sleep: float) -> float:
    """Return the student's score for hours of study and sleep."""
    source = of_worked(student())
    return 100 * _prediction(source, "first", source.scaled((study, sleep)))[0]


def actions(distance: float, speed: float, angle: float) -> tuple[float, ...]:
    """Return the probabilities to accelerate, brake and turn."""
    source = of_worked(driving())
    return tuple(_prediction(source, "first", source.scaled((distance, speed, angle))))


def _prediction(source: Source, weights: str, x: tuple[float, ...]) -> list[float]:
    moment = probe(source.network, source.params[weights], x).at(0)
    return [float(value) for value in moment.parts(source.network.names[-1])["a"][0]]


def cloud_table() -> str:
    """Return a table of one point of each class: what the hidden neurons pass on, and the prediction, before and after."""
    source = of_worked(clouds())
    rows = []
    for preset in source.presets:
        for weights, when in (("first", "before"), ("trained", "after")):
            moment = probe(source.network, source.params[weights], source.scaled(preset.x)).at(0)
            hidden = ", ".join(f"{value:.2f}" for value in moment.parts("dense_1")["a"][0])
            rows.append(f"| {preset.label} | {when} | {hidden} | **{moment.parts('dense_2')['a'][0, 0]:.3f}** |")
    head = "| point | training | what the hidden neurons pass on | probability of blue |"
    return "\n".join([head, "|:---|:---|:---|---:|", *rows]).replace("-0", "−0")


def first_answers() -> tuple[float, float]:
    """Return the probabilities of blue before training, for the orange and for the blue point."""
    source = of_worked(clouds())
    first, second = (_prediction(source, "first", source.scaled(preset.x))[0] for preset in source.presets)
    return first, second
