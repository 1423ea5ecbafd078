"""Compiled training in processes of its own: programs found on the disk, several devices, several hosts."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

TRAIN = """
import json, sys
import numpy as np
import glassnet as gn
from glassnet.base.trees import leaves

settings = json.loads(sys.argv[1])
data = gn.data.moons(150, noise=0.1, seed=3)  # 120 to learn from, batches of 32: the last has 24
net = gn.Network([gn.Dense(8, "tanh"), gn.BatchNorm(), gn.Dense(1, "sigmoid")])
run = gn.fit(net, data, loss="binary_cross_entropy", optimizer=gn.SGD(0.1, momentum=0.9), epochs=20,
             engine="xla", progress=False, **settings)
print(json.dumps({
    "seconds": run.compile_seconds,
    "devices": run.compiled.device_count,
    "params": {name: np.asarray(value, float).ravel().tolist() for name, value in leaves(run.state.params)},
    "epochs": [[row.loss, row.validation_loss] for row in run.history.epochs],
}))
"""


def train(folder: Path, *, flags: str = "", **settings: Any) -> dict[str, Any]:
    environment = {**os.environ, "GLASSNET_CACHE": str(folder), "XLA_FLAGS": flags, "JAX_PLATFORMS": "cpu"}
    command = [sys.executable, "-c", TRAIN, json.dumps(settings)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def assert_equal(one: dict[str, Any], other: dict[str, Any]) -> None:
    for name, values in one["params"].items():
        assert other["params"][name] == pytest.approx(values, abs=2e-6), name
    for mine, theirs in zip(one["epochs"], other["epochs"], strict=True):
        assert theirs == pytest.approx(mine, abs=2e-6)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("programs")


@pytest.fixture(scope="module")
def alone(folder: Path) -> dict[str, Any]:
    return train(folder)


def test_programs_are_found_again_by_the_next_process(folder: Path, alone: dict[str, Any]) -> None:
    kept = {path.name: path.stat().st_mtime_ns for path in (folder / "xla").iterdir() if path.name.endswith("-cache")}
    assert kept
    again = train(folder, seed=0)
    assert again["params"] == alone["params"]
    after = {path.name: path.stat().st_mtime_ns for path in (folder / "xla").iterdir() if path.name.endswith("-cache")}
    assert after == kept  # nothing was compiled anew


@pytest.mark.parametrize("devices", [2, 8])
def test_several_devices_learn_what_one_learns(folder: Path, alone: dict[str, Any], devices: int) -> None:
    shared = train(folder, flags="--xla_force_host_platform_device_count=8", devices=devices)
    assert shared["devices"] == devices
    assert_equal(alone, shared)


HOST = """
import json, sys
import jax
jax.config.update("jax_cpu_collectives_implementation", "gloo")
jax.distributed.initialize("127.0.0.1:%(port)d", num_processes=2, process_id=%(number)d)
assert jax.device_count() == 2 and jax.local_device_count() == 1
sys.argv[1:] = ['{"devices": 2}']
"""


def test_two_processes_learn_what_one_learns(folder: Path, alone: dict[str, Any]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "GLASSNET_CACHE": str(folder), "XLA_FLAGS": "", "JAX_PLATFORMS": "cpu"}
    hosts = [
        subprocess.Popen(
            [sys.executable, "-c", HOST % {"port": port, "number": number} + TRAIN],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(2)
    ]
    try:
        answers = [host.communicate(timeout=300) for host in hosts]
    finally:
        for host in hosts:
            host.kill()
    for host, (out, errors) in zip(hosts, answers, strict=True):
        assert host.returncode == 0, errors
        assert_equal(alone, json.loads(out.splitlines()[-1]))
