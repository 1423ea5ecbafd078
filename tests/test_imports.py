"""The core loads NumPy and nothing else that somebody has to install, and nothing before it is asked for."""

import subprocess
import sys
from importlib.metadata import packages_distributions

import pytest

import glassnet as gn

ALLOWED = {"numpy"}


def loaded_by(statement: str) -> set[str]:
    """The top-level names of installed libraries that a statement loads in a fresh Python."""
    code = f"import sys; before = set(sys.modules)\n{statement}\nprint(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()}
    return loaded & set(packages_distributions()) - {"glassnet"}


def test_nothing_is_loaded_before_it_is_asked_for():
    assert loaded_by("import glassnet") == set()


def test_the_whole_core_needs_numpy_alone():
    core = set(gn.__all__) - {"widgets", "exercises"}
    assert len(core) > 100
    assert loaded_by(f"import glassnet as gn\n[getattr(gn, name) for name in {core}]") == ALLOWED


def test_help_waits_for_no_mathematics():
    statement = (
        "import sys\nfrom glassnet.app.cli import app\nsys.argv = ['glassnet', '--help']\napp(standalone_mode=False)"
    )
    assert loaded_by(statement) & {"numpy", "starlette", "marimo", "anywidget"} == set()


def test_the_check_sees_a_library():
    assert "pandas" in loaded_by("import glassnet, pandas")


@pytest.mark.parametrize("use", ["gn.data.moons(20, seed=1)", "gn.Network([gn.Dense(1)])", "gn.SGD(0.1)"])
def test_using_the_core_needs_numpy_alone(use):
    assert loaded_by(f"import glassnet as gn\n{use}") == ALLOWED
