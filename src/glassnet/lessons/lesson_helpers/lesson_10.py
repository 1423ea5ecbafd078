"""The figures and experiments of lesson 10, Optimisers."""

import math

import numpy as np

import glassnet as gn
from glassnet.base.arrays import Array
from glassnet.base.trees import leaves
from glassnet.figures import Still
from glassnet.optim import UpdateRule
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS
from glassnet.widgets.optimizer_race.tasks import TASKS
from glassnet.widgets.update_rules.sheets import SHEETS

RULES = tuple(SHEETS)
"""All rules, by name."""

ON_THE_SLOPE: dict[str, UpdateRule] = {
    "Adagrad": gn.Adagrad(0.2),
    "RMSprop": gn.RMSprop(0.1),
    "Adadelta": gn.Adadelta(1.0),
}

RULES = tuple(SHEETS)


def kept_by(name: str) -> int:
    """Return how many numbers a rule keeps for every parameter.

    >>> kept_by("adam"), kept_by("sgd")
    (2, 0)
    """
    params = {"w": np.zeros(7)}
    state = SHEETS[name].make(0.1).init(params)
    return sum(value.size == 7 for _, value in leaves(state))


def constants_of(name: str) -> dict[str, float]:
    """Return a rule's constants by symbol, as the engine has them unless it is told otherwise.

    >>> constants_of("adam")
    {'beta_1': 0.9, 'beta_2': 0.999, 'epsilon': 1e-08}
    """
    sheet = SHEETS[name]
    rule = type(sheet.make(0.1))()
    usual = {symbol: getattr(rule, setting) for symbol, setting in sheet.settings.items()}
    return {symbol: value for symbol, value in usual.items() if value != 0}


def constants(name: str) -> str:
    """Return a rule's constants as they are written in a table.

    >>> constants("adam")
    'β₁ = 0.9, β₂ = 0.999, ε = 1e-08'
    """
    return ", ".join(f"{sign(symbol)} = {value:g}" for symbol, value in constants_of(name).items()) or "–"


def sign(symbol: str) -> str:
    """Return a symbol as it is written in a sentence.

    >>> sign("beta_1")
    'β₁'
    """
    letters = {"beta": "β", "epsilon": "ε", "rho": "ρ", "lambda": "λ", "delta": "δ"}
    letter, _, index = symbol.partition("_")
    return letters.get(letter, letter) + index.translate(str.maketrans("12", "₁₂"))


def steps_on_slope(rule: UpdateRule, updates: int) -> Array:
    """Return the length of every update on an even slope, where the gradient is always 1.

    >>> steps_on_slope(gn.Adagrad(0.1), 4).round(4).tolist()
    [0.1, 0.0707, 0.0577, 0.05]
    """
    params: dict[str, Array] = {"w": np.zeros(1)}
    state = rule.init(params)
    lengths = []
    for _ in range(updates):
        before = params["w"]
        params, state = rule.update({"w": np.ones(1)}, state, params, rule.learning_rate)
        lengths.append(float(abs(params["w"] - before)[0]))
    return np.array(lengths)


def steps_on_moons(updates: int = 1000) -> dict[str, Array]:
    """Return the mean length of an update, fifty by fifty, while a network learns the two moons with three rules."""
    found = {}
    for name, rate in (("adagrad", 1.0), ("rmsprop", 0.3), ("adadelta", 10.0)):
        run = TASKS["moons"].run(CONTESTANTS[name].make(rate), 0)
        places = [_vector(run)]
        for _ in range(updates):
            run.advance()
            places.append(_vector(run))
        lengths = np.linalg.norm(np.diff(np.array(places), axis=0), axis=1)
        found[CONTESTANTS[name].label] = lengths.reshape(-1, 50).mean(axis=1)
    return found


def _vector(run: gn.Run) -> Array:
    return np.concatenate([values.ravel() for _, values in leaves(run.state.params)])


def dying_steps(slope: dict[str, Array], moons: dict[str, Array]) -> Still:
    """Draw the lengths of updates on an even slope and of a real network, as powers of ten."""
    return gn.figures.side_by_side(
        _powers(slope, 1, "An even slope: Adagrad's steps become shorter and shorter, the others' don't.", "update"),
        _powers(moons, 50, "A real network: Adagrad's steps fall most.", "update, fifty by fifty"),
    )


def _powers(lengths: dict[str, Array], every: int, label: str, across: str) -> Still:
    lines = [gn.figures.Line(name, every * np.arange(1, len(of) + 1), np.log10(of)) for name, of in lengths.items()]
    longest = every * max(len(of) for of in lengths.values())
    return gn.figures.line_graph(
        lines, label=label, across=across, up="length of an update: powers of ten", x=(0, longest), y=(-4, 1)
    )


def forgetful(rule: UpdateRule, updates: int = 600, large: float = 3.0) -> Array:
    """Return the places of a rule on Reddi's example: a large gradient, then two of −1 that together count less.

    The weight is kept between −1 and 1, and the rate falls like 1 / √t, as in the paper. On average the slope is positive,
    so the best place is −1.
    """
    params: dict[str, Array] = {"w": np.zeros(1)}
    state = rule.init(params)
    places = [0.0]
    for t in range(1, updates + 1):
        gradient = np.array([large if t % 3 == 1 else -1.0])
        params, state = rule.update({"w": gradient}, state, params, rule.learning_rate / math.sqrt(t))
        params = {"w": np.clip(params["w"], -1, 1)}
        places.append(float(params["w"][0]))
    return np.array(places)


def forgetful_figure(large: float = 3.0) -> Still:
    """Draw Adam and AMSGrad on Reddi's example."""
    beta_2 = 1 / (1 + large**2)
    rules: dict[str, UpdateRule] = {
        "Adam": gn.Adam(0.5, beta_1=0.0, beta_2=beta_2),
        "AMSGrad": gn.AMSGrad(0.5, beta_1=0.0, beta_2=beta_2),
    }
    lines = [gn.figures.Line(name, np.arange(601), forgetful(rule)) for name, rule in rules.items()]
    label = "Adam walks to 1, the worst place; AMSGrad to −1, the best."
    return gn.figures.line_graph(lines, label=label, across="update", up="w", x=(0, 600), y=(-1.1, 1.1))


def coupled_and_decoupled(steps: int = 200) -> dict[str, tuple[float, float]]:
    """Return what weight decay leaves of two weights of 1 whose gradients are noise, one a hundred times the other's.

    By name: inside Adam's gradient (L2), and beside it (AdamW).
    """
    noise = np.random.default_rng(0).normal(size=(steps, 2)) * np.array([1.0, 0.01])
    found = {}
    for name, rule, penalty in (
        ("L2 inside Adam's gradient", gn.Adam(0.01), 0.1),
        ("AdamW", gn.AdamW(0.01, weight_decay=0.1), 0.0),
    ):
        params: dict[str, Array] = {"w": np.ones(2)}
        state, bare_state, bare = rule.init(params), rule.init(params), params
        without = gn.Adam(0.01)
        for gradient in noise:
            params, state = rule.update({"w": gradient + penalty * params["w"]}, state, params, 0.01)
            bare, bare_state = without.update({"w": gradient}, bare_state, bare, 0.01)
        lost = bare["w"] - params["w"]
        found[name] = (float(lost[0]), float(lost[1]))
    return found
