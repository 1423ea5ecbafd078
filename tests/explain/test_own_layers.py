"""Layers and losses that learners write themselves are explained too, whatever part of NumPy they use."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import SettingError
from glassnet.base.trees import map_tree
from glassnet.data import Dataset
from glassnet.nn.losses import CustomLoss
from glassnet.run import Run
from glassnet.train import Recipe

DATA = Dataset("own", np.random.default_rng(1).normal(size=(8, 3)), np.random.default_rng(2).normal(size=(8, 2)))


@dataclass(frozen=True)
class Scale:
    """a = tanh(x @ weight) · gain, written with NumPy's own functions and without the names that the engine uses."""

    units: int = 2

    def build(self, rng: Any, input_shape: Any, dtype: str) -> Any:
        weight = rng.child("w").normal((input_shape[-1], self.units), dtype=dtype)
        return {"w": weight, "gain": np.ones(self.units, dtype)}, {}, (self.units,)

    def forward(self, params: Any, state: Any, x: Any, *, train: bool, rng: Any) -> Any:
        bent = np.tanh(np.dot(x, params["w"]))
        result = np.multiply(bent, params["gain"])
        return result, {"bent": bent, "seen": x}, state

    def backward(self, params: Any, parts: Any, d_output: Any, *, need_d_x: bool) -> Any:
        d_bent = d_output * params["gain"]
        d_sum = d_bent * (1 - np.square(parts["bent"]))
        grads = {"w": np.einsum("bi,bj->ij", parts["seen"], d_sum), "gain": np.sum(d_output * parts["bent"], axis=0)}
        return (d_sum @ params["w"].T if need_d_x else None), grads, {"d_bent": d_bent}


def run_of(layer: Any, loss: Any = "mean_squared_error") -> Run:
    run = Run(gn.Network([layer, gn.Dense(2)]), Recipe(loss, batch_size=4, dtype="float64"), DATA)
    run.advance(2)
    return run


def check_all(run: Run) -> int:
    """Explain the first number of everything, and count."""
    moment, explained = run.at(1), 0
    for layer in (*run.network.names, "loss"):
        for part, values in moment.parts(layer).items():
            explanation = moment.explain(layer, part, *(0,) * values.ndim)
            assert explanation.value == values.flat[0]
            assert explanation.evaluate() == pytest.approx(float(values.flat[0]), rel=1e-12, abs=1e-14)
            explained += 1
    return explained


def test_a_layer_of_ones_own() -> None:
    run = run_of(Scale())
    assert check_all(run) > 15
    moment = run.at(1)
    output = moment.explain("scale_1", "output", 0, 1)
    assert output.formula == "output[0, 1] = bent[0, 1] · gain[1]"
    assert moment.explain("scale_1", "bent", 0, 1).formula == (
        "bent[0, 1] = tanh(data.x[0, 0] · w[0, 1] + data.x[0, 1] · w[1, 1] + data.x[0, 2] · w[2, 1])"
    )
    assert {str(leaf.reference) for leaf in moment.explain("dense_1", "z", 0, 0).leaves} >= {"scale_1.output[0, 1]"}
    gradient = moment.explain("scale_1", "d_w", 2, 1)  # einsum is worked out scalar by scalar
    assert len([leaf for leaf in gradient.leaves if leaf.reference.part == "x"]) == 4


def test_a_loss_of_ones_own() -> None:
    cubic = CustomLoss(
        lambda p, t: np.sum(np.abs(p - t) ** 3, axis=-1), lambda p, t: 3 * np.abs(p - t) * (p - t), "values"
    )
    run = run_of(gn.Dense(2, "tanh"), cubic)
    assert check_all(run) > 15
    formula = run.at(1).explain("loss", "value", 0).formula
    assert formula == "value[0] = |dense_2.a[0, 0] − data.y[0, 0]|^3 + |dense_2.a[0, 1] − data.y[0, 1]|^3"


@dataclass(frozen=True)
class Calls(Scale):
    """A layer whose forward goes through any function."""

    function: Any = None

    def forward(self, params: Any, state: Any, x: Any, *, train: bool, rng: Any) -> Any:
        a = self.function(x @ params["w"])
        return a, {"a": a, "seen": x, "bent": a}, state


FUNCTIONS: dict[str, Any] = {
    "einsum": lambda z: np.einsum("bi->bi", z * 2),
    "cumsum": lambda z: np.cumsum(z, axis=1),
    "var": lambda z: z - np.var(z, axis=0),
    "std": lambda z: z / (1 + np.std(z, axis=0, keepdims=True)),
    "norm": lambda z: z / np.linalg.norm(z, axis=1, keepdims=True),
    "clip": lambda z: np.clip(z, -0.5, 0.5),
    "where": lambda z: np.where(z > 0, z, 0.1 * z),
    "prod": lambda z: z * np.prod(z, axis=1, keepdims=True),
    "sort": lambda z: z[:, ::-1] + np.roll(z, 1, axis=1),
    "stack": lambda z: np.stack([z[:, 0] + 1, z[:, 1] * 2], axis=1),
    "split": lambda z: np.concatenate(np.split(z, 2, axis=1)[::-1], axis=1),
    "pad": lambda z: np.pad(z, ((0, 0), (1, 1)))[:, 1:3] + np.pad(z, ((0, 0), (1, 1)), mode="edge")[:, :2],
    "max": lambda z: z - np.max(z, axis=1, keepdims=True),
    "amin": lambda z: z - z.min(axis=0),
    "mean": lambda z: z - np.mean(z),
    "outer": lambda z: z * np.add.reduce(z, axis=1)[:, None],
    "tensordot": lambda z: np.tensordot(z, np.array([[1.0, 2.0], [0.5, -1.0]]), axes=1),
    "minimum": lambda z: np.minimum(z, 0.3) + np.sqrt(np.abs(z)) + np.log1p(np.exp(-z)),
    "power": lambda z: z**2 + np.power(z, 3) - 1 / (1 + z**4),
    "sign": lambda z: np.sign(z) * np.reciprocal(2 + z * z) + np.arctan(z) + np.sinh(z),
    "take": lambda z: np.take(z, [1, 0], axis=1) + np.flip(z, 1) + np.squeeze(np.expand_dims(z, 0), 0),
    "loop": lambda z: np.array([[1.0, 2.0]]) + sum(z[:, k : k + 1] for k in range(2)),
    "items": lambda z: np.stack([row * row[0] for row in z]),
    "logic": lambda z: z * ((z > 0) & ~(z > 1) | (z < -1)),
    "mod": lambda z: z % 0.7 + z // 0.7,
    "tril": lambda z: z + np.tril(z @ z.T) @ z,
}


@pytest.mark.parametrize("name", list(FUNCTIONS))
def test_functions_of_numpy_keep_the_history(name: str) -> None:
    moment = run_of(Calls(function=FUNCTIONS[name])).at(1)
    values = moment.parts("calls_1")["a"]
    for place in [(0, 0), (1, 1), (3, 0)]:
        explanation = moment.explain("calls_1", "a", *place)
        assert explanation.value == values[place]
        assert explanation.evaluate() == pytest.approx(float(values[place]), rel=1e-12, abs=1e-14)
        assert {leaf.reference.part for leaf in explanation.leaves} == {"x", "w"}
        assert explanation.text


def test_what_cannot_be_traced_says_so() -> None:
    def through_floats(z: Any) -> Any:
        return np.array([[float(number) for number in row] for row in z]) if isinstance(z, np.ndarray) else z.tolist()

    moment = run_of(Calls(function=through_floats)).at(1)
    with pytest.raises(SettingError, match="calls_1 cannot be explained: its code does not run on traced arrays"):
        moment.explain("calls_1", "a", 0, 0)

    def in_place(z: Any) -> Any:
        result = np.zeros(z.shape)
        result[:, 0] = z[:, 1]
        return result

    moment = run_of(Calls(function=in_place)).at(1)
    with pytest.raises(SettingError, match="written into a plain one, where its history would be lost"):
        moment.explain("calls_1", "a", 0, 0)
    moment = run_of(Calls(function=lambda z: z * math.sqrt(z[0, 0] ** 2))).at(1)
    with pytest.raises(SettingError, match="converted to a plain float, which has no history"):
        moment.explain("calls_1", "a", 0, 0)
    sort = run_of(Calls(function=lambda z: np.sort(z, axis=1))).at(1)
    sorted_number = sort.explain("calls_1", "a", 0, 0)
    assert sorted_number.evaluate() == pytest.approx(sorted_number.value, rel=1e-12)


@dataclass(frozen=True)
class Signed:
    """A rule of one's own: every parameter moves by the root of its average gradient's size, against its sign."""

    learning_rate: float = 0.01

    def init(self, params: Any) -> dict[str, Any]:
        return {"average": map_tree(np.zeros_like, params)}

    def update(self, grads: Any, state: Any, params: Any, learning_rate: float) -> Any:
        average = map_tree(lambda old, d_w: 0.5 * old + 0.5 * d_w, state["average"], grads)
        moved = map_tree(lambda w, a: w - learning_rate * np.sign(a) * np.sqrt(np.abs(a)), params, average)
        return moved, {"average": average}


def test_a_rule_of_ones_own() -> None:
    recipe = Recipe("mean_squared_error", Signed(), batch_size=4, dtype="float64")
    run = Run(gn.Network([gn.Dense(3, "tanh"), gn.Dense(2)]), recipe, DATA)
    run.advance(3)
    moment = run.at(2)
    after = moment.explain("dense_1", "weight_after", 0, 1)
    assert after.value == run.parameters(3)["dense_1"]["weight"][0, 1]
    assert after.evaluate() == pytest.approx(after.value, rel=1e-12)
    assert after.formula == (
        "weight_after[0, 1] = weight[0, 1] − optimizer.learning_rate · sign(average_weight_after[0, 1]) "
        "· √(|average_weight_after[0, 1]|)"
    )
    assert moment.follow("dense_1.average_weight_after[0, 1]").formula == (
        "average_weight_after[0, 1] = 0.5 · average_weight[0, 1] + 0.5 · d_weight[0, 1]"
    )
