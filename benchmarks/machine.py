"""The machine: what it is called, and the rates that floors are worked out from."""

import importlib.util
import os
import platform
import sys
import time
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from task import Floor


class Rates(NamedTuple):
    """Measured on one core: multiplications and additions a second (float32), bytes a second."""

    operations: float
    bytes: float

    def microseconds(self, floor: Floor) -> float:
        """Return the least time of a step: arithmetic or traffic, whichever takes longer."""
        return max(floor.operations / self.operations, floor.bytes / self.bytes) * 1e6


def measure_rates() -> Rates:
    """Return what NumPy reaches with one thread: a product of 512×512 matrices, and a copy of 64 MB."""
    a = np.ones((512, 512), np.float32)
    big, copy = np.ones(2**24, np.float32), np.empty(2**24, np.float32)
    with threadpool_limits(1):
        product = seconds(lambda: a @ a)
        moved = seconds(lambda: np.copyto(copy, big))
    return Rates(2 * 512**3 / product, 2 * big.nbytes / moved)


def seconds(work: Callable[[], object], turns: int = 15) -> float:
    """Return the shortest time of several turns."""
    times = []
    for _ in range(turns):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def peak_memory() -> float | None:
    """Return the most MB of memory that this process ever had; None where the system doesn't say.

    Linux's own line, because `getrusage` also counts what the process had been before it became this program.
    """
    status = Path("/proc/self/status")
    if status.is_file():
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    if importlib.util.find_spec("resource") is None:  # Windows
        return None
    resource: Any = importlib.import_module("resource")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


def describe() -> list[str]:
    """Return lines about processor, load and versions."""
    packages = {name: known(name) for name in ("numpy", "jax", "torch", "keras", "optax", "scikit-learn")}
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    return [
        f"- {processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; load when begun {load}",
        f"- Python {platform.python_version()}, " + ", ".join(f"{name} {found}" for name, found in packages.items()),
    ]


def processor() -> str:
    """Return the processor's name."""
    file = Path("/proc/cpuinfo")
    if file.is_file():
        for line in file.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def known(package: str) -> str:
    """Return a package's version."""
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
