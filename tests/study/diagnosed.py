"""Sound setups of every rule, data set and kind of network, and what the diagnosis says with and without faults.

`python -m tests.study.diagnosed --seeds 10 --share 7` prints the table of docs/diagnosis.md.
"""

import argparse
import time
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from sklearn.datasets import load_wine

import glassnet as gn
from glassnet.base.errors import DivergedError
from glassnet.data import Dataset
from glassnet.data.scaling import scaled
from glassnet.run import Run
from glassnet.study.faults import FAULTS, inject

STEPS = 150

RULES: dict[str, Any] = {
    "sgd": gn.SGD(0.1),
    "momentum": gn.SGD(0.03, momentum=0.9),
    "nesterov": gn.SGD(0.03, momentum=0.9, nesterov=True),
    "adagrad": gn.Adagrad(0.03),
    "adadelta": gn.Adadelta(1.0),
    "rmsprop": gn.RMSprop(0.003),
    "adam": gn.Adam(0.005),
    "adamw": gn.AdamW(0.005),
    "amsgrad": gn.AMSGrad(0.005),
    "nadam": gn.NAdam(0.005),
    "lion": gn.Lion(0.001),
}

DATA = ("moons", "wine", "digits")
KINDS = ("mlp", "cnn", "rnn")


def data_of(name: str, seed: int) -> Dataset:
    """Return one of the data sets, scaled."""
    if name == "moons":
        return scaled(gn.data.moons(300, noise=0.1, seed=seed))
    if name == "digits":
        return scaled(gn.data.digits(seed=seed))
    wine = load_wine()
    return scaled(gn.data.from_arrays(wine.data, wine.target, validation=0.25, seed=seed))


def network_of(kind: str, features: int, classes: int) -> gn.Network:
    """Return a network of a kind for flat features."""
    side = 8 if features == 64 else 1
    last = [gn.Dense(12, "relu"), gn.Dense(classes)]
    if kind == "mlp":
        return gn.Network([gn.Dense(16, "relu"), gn.Dense(12, "tanh"), last[-1]])
    if kind == "cnn":
        shape = (side, features // side, 1)
        return gn.Network([gn.Reshape(shape), gn.Conv2D(6, 3, activation="relu", padding="same"), gn.Flatten(), *last])
    time, of_step = (8, 8) if features == 64 else (features, 1)
    return gn.Network([gn.Reshape((time, of_step)), gn.SimpleRNN(16), *last])


@dataclass(frozen=True)
class Case:
    """One run to diagnose: a fault, or None for a sound run."""

    fault: str | None
    rule: str
    data: str
    kind: str
    seed: int

    def run(self) -> Run:
        """Return the trained run."""
        data = data_of(self.data, self.seed)
        network = network_of(self.kind, data.x.shape[1], len(data.class_names))
        recipe = gn.Recipe("sparse_softmax_cross_entropy", RULES[self.rule], seed=self.seed)
        setup = gn.Setup(network, recipe, data)
        run = Run.of(setup if self.fault is None else inject(self.fault, setup))
        with suppress(DivergedError):
            run.advance(STEPS * (4 if self.fault == "overfitting" else 1))  # to learn by heart takes longer
        return run


def cases(seeds: int, share: int, faults: Sequence[str | None] = (None, *FAULTS)) -> Iterator[Case]:
    """Every fault × rule × data × kind × seed; of every `share`, a prime such as 7 or 31, only one."""
    number = 0
    for fault in faults:
        for rule in RULES:
            for data in DATA:
                for kind in KINDS:
                    for seed in range(seeds):
                        number += 1
                        if number % share == 0:
                            yield Case(fault, rule, data, kind, seed)


@dataclass
class Tally:
    """What was said of the runs with one fault."""

    runs: int = 0
    named: int = 0
    first: int = 0
    seconds: float = 0.0


def diagnosed(chosen: Iterator[Case]) -> tuple[dict[str, Tally], list[str]]:
    """Return a tally for each fault ("sound" for none: runs with nothing found), and what went wrong, in words."""
    tallies: dict[str, Tally] = {}
    wrong = []
    for case in chosen:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            run = case.run()
            began = time.perf_counter()
            found = [finding.fault for finding in run.diagnose()]
        tally = tallies.setdefault(case.fault or "sound", Tally())
        tally.runs += 1
        tally.seconds += time.perf_counter() - began
        tally.named += case.fault in found if case.fault else not found
        tally.first += found[:1] == [case.fault] if case.fault else not found
        if found[:1] != [case.fault] and (case.fault or found):
            wrong.append(f"{case}: {found}")
    return tallies, wrong


def table(tallies: dict[str, Tally]) -> str:
    """Return the tallies as Markdown."""
    lines = ["| fault | runs | named | named first | seconds per diagnosis |", "|:---|---:|---:|---:|---:|"]
    for name, one in tallies.items():
        share = [f"{count / one.runs:.1%}" for count in (one.named, one.first)]
        lines.append(
            f"| {name.replace('_', ' ')} | {one.runs} | {share[0]} | {share[1]} | {one.seconds / one.runs:.2f} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--share", type=int, default=1)
    parser.add_argument("--only", choices=["sound", "faulty"])
    settings = parser.parse_args()
    wanted = {"sound": (None,), "faulty": tuple(FAULTS), None: (None, *FAULTS)}[settings.only]
    results, problems = diagnosed(cases(settings.seeds, settings.share, wanted))
    print(*problems, sep="\n")
    print(table(results))
