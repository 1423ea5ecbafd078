"""(j) The first answer: how long `gn.fit` takes until the first epoch's row, each time in a new process."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from typing import NamedTuple

TRAIN = """
import json, sys, time
import numpy as np
import glassnet as gn

rng = np.random.default_rng(0)
data = gn.Dataset("random", rng.random((19200, 784), dtype=np.float32), rng.integers(0, 10, 19200))
net = gn.Network([gn.Dense(128, "relu"), gn.Dense(64, "relu"), gn.Dense(10)])

class First(gn.Callback):
    def on_epoch(self, run, row):
        self.seconds, self.busy = time.perf_counter() - begin, time.process_time() - busy
        return True

first, begin, busy = First(), time.perf_counter(), time.process_time()
run = gn.fit(net, data, loss="sparse_softmax_cross_entropy", optimizer=gn.SGD(0.01, momentum=0.9), epochs=200,
             engine=sys.argv[1], callbacks=first, progress=False)
print(json.dumps([run.recipe.engine, first.seconds, first.busy, run.compile_seconds or 0.0]))
"""


class Start(NamedTuple):
    """What one start took, in seconds: until the first row, the same of processor time, and the compiling in it."""

    engine: str
    seconds: float
    busy: float
    compiling: float


def first_answer(rounds: int) -> list[str]:
    """Return the section of the report."""
    found: dict[str, list[Start]] = {}
    for _ in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            ways = {
                "eager": ("eager", folder),
                '"auto", the first time': ("auto", folder),
                '"auto", the next time': ("auto", folder),
                '"auto", nothing kept on the disk': ("auto", "none"),
            }
            for name, (engine, cache) in ways.items():
                found.setdefault(name, []).append(start(engine, cache))
    lines = [
        "## (j) The first answer: `gn.fit` on 19,200 samples, 784-128-64-10, batch 32, 200 epochs",
        "",
        "Seconds in a new process from the call to the first epoch's row; loading JAX and compiling are in it.",
        "",
        "| | engine | first row | in processor time | of it compiling |",
        "|---|---|---:|---:|---:|",
    ]
    for name, starts in found.items():
        middle = [statistics.median(values) for values in list(zip(*starts, strict=True))[1:]]
        lines.append(f"| {name} | {starts[0].engine} | " + " | ".join(f"{value:.2f}" for value in middle) + " |")
    return [*lines, ""]


def start(engine: str, cache: str) -> Start:
    """Train in a new process until the first row; programs are kept in the folder `cache`, or nowhere ("none")."""
    environment = {**os.environ, "GLASSNET_CACHE": cache}
    done = subprocess.run(
        [sys.executable, "-c", TRAIN, engine],
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return Start(*json.loads(done.stdout))
