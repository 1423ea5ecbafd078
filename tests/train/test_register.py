"""Classes of one's own: the guide's code runs as it stands, and files say which class is missing."""

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

import glassnet as gn
from glassnet.base.errors import RunFileError, SettingError
from glassnet.base.settings_class import settings_class
from glassnet.nn.layers import LAYERS
from glassnet.train.catalogue import CLASSES

GUIDE = Path(__file__).parents[2] / "docs" / "your-own.md"


def test_the_guide_runs_from_nothing_to_a_saved_file(tmp_path: Path) -> None:
    blocks = re.findall(r"```python( compiled)?\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 6
    code = "\n".join(block for compiled, block in blocks if not compiled or find_spec("jax"))
    (tmp_path / "guide.py").write_text(code, encoding="utf-8")
    done = subprocess.run([sys.executable, "guide.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Right: the gradient of soft_sign_1.gain[3]" in done.stdout
    assert re.search(r"soft_sign_1: z\[0, 3\] = dense_1\.[az]\[0, 3\] · gain\[3\]", done.stdout), done.stdout
    with pytest.raises(RunFileError, match=r"soft_sign\.glass needs the class SoftSign, which was defined in __main__"):
        gn.load(tmp_path / "soft_sign.glass")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Forget what a test registers."""
    known = [(registry, dict(registry)) for registry in (LAYERS, CLASSES)]
    yield
    for registry, before in known:
        registry.clear()
        registry.update(before)


def run_of(layer: object) -> gn.Run:
    network = gn.Network([gn.Dense(3), layer, gn.Dense(2)])  # type: ignore[list-item]
    return gn.Run(network, gn.Recipe("sparse_softmax_cross_entropy"), gn.data.moons(40))


def make(name: str) -> Any:
    """Return a layer that passes everything on."""
    members = {
        "build": lambda self, rng, input_shape, dtype: ({}, {}, input_shape),
        "forward": lambda self, params, state, x, *, train, rng: (x, {}, state),
        "backward": lambda self, params, parts, d_output, *, need_d_x: (d_output, {}, {}),
        "__module__": "my_layers",
    }
    return type(name, (), members)


def test_an_unregistered_class_is_named_when_saving(tmp_path: Path) -> None:
    run = run_of(settings_class(make("PassOn"))())
    with pytest.raises(SettingError, match=r"The class PassOn isn't registered.*put @gn\.register above it"):
        run.save(tmp_path / "a.glass")
    assert not list(tmp_path.iterdir())


def test_a_registered_class_is_saved_loaded_and_replaced(tmp_path: Path) -> None:
    cls = gn.register(make("PassThrough"))
    run = run_of(cls())
    run.advance(3)
    run.save(tmp_path / "a.glass")
    assert gn.load(tmp_path / "a.glass").network == run.network
    again = gn.register(make("PassThrough"))  # the cell that defines it is run again
    assert type(gn.load(tmp_path / "a.glass").network.layers[1]) is again


def test_what_cannot_be_registered_says_why() -> None:
    with pytest.raises(SettingError, match="Glassnet has a Dense of its own"):
        gn.register(make("Dense"))
    with pytest.raises(SettingError, match=r"Nothing has the methods of no kind .*layer: build, forward, backward"):
        gn.register(type("Nothing", (), {}))
    with pytest.raises(SettingError, match="register takes a class or a metric"):
        gn.register(3)  # type: ignore[type-var]
