"""How long it takes to reach any step of a run, and to say why any number is what it is.

    python benchmarks/explaining.py

Every part of every layer is explained at one place, drawn from a seed; formula, numbers and view are written out.
Times are of this machine, the slowest number is named.
"""

from time import perf_counter
from typing import Any, NamedTuple

import numpy as np

import glassnet as gn
from glassnet.explain import Explainer
from glassnet.run import Run
from glassnet.train import Recipe


class Case(NamedTuple):
    """A network that has trained for so many steps."""

    name: str
    run: Run
    steps: int


def cases() -> list[Case]:
    """Return the Lab's largest network, an MNIST perceptron and a small convolutional network, untrained."""
    rng = np.random.default_rng(0)
    classes = rng.integers(0, 10, 2000)
    rows, pictures = rng.random((2000, 784), dtype="float32"), rng.random((64, 28, 28, 1), dtype="float32")
    lab = gn.Network([*[gn.Dense(8, "tanh")] * 4, gn.Dense(1, "sigmoid")])
    mlp = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])
    convolutional: list[Any] = [gn.Conv2D(8, 3, activation="relu"), gn.MaxPool2D(2), gn.Conv2D(16, 3), gn.BatchNorm()]
    convolutional += [gn.Flatten(), gn.Dense(10)]
    fused = Recipe("sparse_softmax_cross_entropy", gn.Adam())
    tiny = gn.Dataset("pictures", pictures, classes[:64])
    moons = gn.data.moons(500, noise=0.1, seed=1)
    return [
        Case("the Lab's largest, 2-8-8-8-8-1", Run(lab, Recipe("binary_cross_entropy", gn.Adam()), moons), 2000),
        Case("784-128-64-10, batch 32", Run(mlp, fused, gn.Dataset("numbers", rows, classes)), 5000),
        Case("CNN on 28×28, batch 32", Run(gn.Network(convolutional), fused, tiny), 20),
    ]


def reaching(run: Run) -> float:
    """Return the seconds that the slowest of five steps takes to be reached."""
    slowest = 0.0
    for share in (0.02, 0.39, 0.51, 0.79, 0.99):
        begin = perf_counter()
        assert np.isfinite(run.at(int(share * run.step)).loss)
        slowest = max(slowest, perf_counter() - begin)
    return slowest


def explaining(run: Run) -> list[tuple[float, str]]:
    """Return the seconds that one number of every part takes, slowest first, with its name."""
    rng = np.random.default_rng(0)
    record = run.at(run.step - 1).record
    taken = []
    for layer in (*run.network.names, "loss", "metric"):
        for part, values in Explainer(record).parts(layer).items():
            place = tuple(int(at) for at in np.unravel_index(rng.integers(values.size), values.shape))
            begin = perf_counter()
            explanation = Explainer(record).explain(layer, part, place)
            assert explanation.text
            assert explanation.to_dict()
            taken.append((perf_counter() - begin, str(explanation.reference)))
    return sorted(taken, reverse=True)


def main() -> None:
    """Measure and print."""
    for name, run, steps in cases():
        run.advance(steps)
        taken = explaining(run)
        (slowest, reference), median = taken[0], taken[len(taken) // 2][0]
        print(f"{name}: any of {run.step} steps within {reaching(run):.2f} s; {len(taken)} numbers explained,")
        print(f"    median {1e3 * median:.1f} ms, slowest {1e3 * slowest:.0f} ms ({reference})")


if __name__ == "__main__":
    main()
