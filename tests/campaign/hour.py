"""An hour of play: a reader of the Lab who never stops, ten requests a second, without the waiting in between."""

import resource
import sys
from typing import Any

import numpy as np

from glassnet.widgets.lab import LabSession, LabSpec

from .outcome import Outcome

REQUESTS_OF_AN_HOUR = 36_000
GROWTH = 64 * 2**20
"""Bytes that memory may grow by after the first tenth: the Lab keeps 64 MB of a run's past at most."""
CHANGES: list[dict[str, Any]] = [
    *({"learning_rate": rate} for rate in (0.001, 0.03, 0.1, 1.0)),
    *({"hidden": hidden} for hidden in ([], [2], [4, 4], [8, 8, 8])),
    *({"activation": name} for name in ("tanh", "relu", "sigmoid")),
    *({"data": name} for name in ("moons", "circle", "xor", "spiral")),
    *({"batch_size": size} for size in (1, 8, 30)),
    *({"noise": noise} for noise in (0.0, 0.3)),
]


def play(requests: int, seed: int = 0) -> Outcome:
    """Play in the Lab; every request has a frame for an answer, none takes long, and memory doesn't grow."""
    outcome, rng = Outcome("an hour of play in the Lab", requests), np.random.default_rng(seed)
    session, memory, times = LabSession(LabSpec()), 0, []
    session.handle({"id": 0, "kind": "open"})
    for number in range(requests):
        if outcome.is_over:
            break
        request = {"id": number} | _next(rng)
        before = outcome.seconds
        with outcome.attempt(str(request)):
            try:
                head, _ = session.handle(request)
                if head["kind"] == "error" and "diverged" not in head["message"].lower():
                    outcome.blame(f"{request}: {head['message']}")
            except Exception as error:
                outcome.blame(f"{request}: {type(error).__name__}: {error!s:.200}")
        times.append(outcome.seconds - before)
        if number == requests // 10:
            memory = used_memory()
    grown = used_memory() - memory
    if grown > GROWTH:
        outcome.lose(f"memory grew by {grown / 1e6:.0f} MB")
    outcome.notes.append(
        f"{session.run.step:,} steps in the last run; median {np.median(times) * 1e3:.1f} ms, 95 % within "
        f"{np.quantile(times, 0.95) * 1e3:.1f} ms; memory grew by {grown / 1e6:.1f} MB after the first tenth"
    )
    return outcome


def _next(rng: np.random.Generator) -> dict[str, Any]:
    kind = rng.random()
    if kind < 0.9:
        return {"kind": "advance", "steps": int(rng.integers(1, 60))}
    if kind < 0.95:
        return {"kind": "change", "spec": CHANGES[int(rng.integers(len(CHANGES)))]}
    if kind < 0.98:
        return {"kind": "probe", "x": rng.uniform(-2, 2, 2).tolist()}
    return {"kind": "restart", "seed": int(rng.integers(100))}


def used_memory() -> int:
    """Return the bytes of memory that the process has had at most."""
    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale
