"""Every declared setting of the Lab is kept wherever settings go, and does something."""

import inspect
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_args

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.errors import UnknownNameError
from glassnet.widgets.lab import LabSession, LabSpec
from glassnet.widgets.lab.checkpoint import decode_spec
from glassnet.widgets.lab.data_sets import FEATURES
from glassnet.widgets.wire import Limits
from glassnet.widgets.wire.reading import init_fields
from glassnet.widgets.wire.setting import Group, Setting

from .asking import ask

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import wire

NAMES = [field.name for field in init_fields(LabSpec)]
each_setting = pytest.mark.parametrize("name", NAMES)


def table(name: str) -> dict[str, Any]:
    """What is generated for the page from a setting's declaration."""
    found = wire.settings_of(LabSpec)
    assert found is not None
    return found[name]


def other(name: str) -> Any:
    """A value that a setting may have, other than its default."""
    setting = table(name)
    if name in ("loss", "output"):
        return "hinge" if name == "loss" else "tanh"  # the first of the others is what is used anyway
    if setting["type"] == "choice":
        return next(choice["value"] for choice in setting["choices"] if choice["value"] != setting["default"])
    if setting["type"] == "flag":
        return not setting["default"]
    if setting["type"] == "list":
        return [setting["min"], setting["max"]]
    if setting["type"] == "names":
        return [setting["choices"][2]["value"], setting["choices"][1]["value"]]
    if setting["type"] == "text":
        return "-1,0.5,0;1,-0.5,1;0.25,1,2"
    return setting["min"] if setting["default"] != setting["min"] else setting["max"]


NEEDED: dict[str, dict[str, Any]] = {
    "classes": {"data": "blobs"},
    "points": {"data": "own"},
    "schedule_steps": {"schedule": "cosine_decay"},
    "clip_limit": {"clipping": "global_norm"},
    "noise": {"data": "moons"},
}
"""Settings that matter only together with others."""


def begun(name: str) -> LabSpec:
    """Settings with which a setting matters."""
    return LabSpec().merge(NEEDED.get(name, {}))


@each_setting
def test_a_setting_is_kept_by_change_and_undo(name: str) -> None:
    session = LabSession()
    before = ask(session, "pause", checkpoint=True)["checkpoint"]
    changed = ask(session, "change", spec={name: other(name)}, checkpoint=True)
    assert changed["spec"][name] == kept(name)
    assert getattr(decode_spec(changed["checkpoint"])[0], name) == getattr(session.spec, name)
    assert ask(session, "open", checkpoint=before)["spec"][name] == LabSpec().to_json()[name]
    assert ask(session, "open", checkpoint=changed["checkpoint"])["spec"][name] == kept(name)


def kept(name: str) -> Any:
    """What is kept of `other(name)`: features stand in their own order."""
    return sorted(other(name), key=list(FEATURES).index) if name == "features" else other(name)


@each_setting
def test_a_setting_does_something(name: str) -> None:
    session = LabSession(begun(name))
    before, plan = session.spec, session.run.plan
    session.change({name: other(name)})
    after, going_on = session.spec, session.run.plan
    drawn = not same_points(plan.dataset, going_on.dataset)
    changed = (plan.network, plan.recipe) != (going_on.network, going_on.recipe)
    assert changed or drawn, f"{name} is declared, but neither network, recipe nor data of the run follow it"
    assert (going_on.network, going_on.recipe) == (after.make_network(), after.make_recipe()), f"{name} is lost"
    assert same_points(going_on.dataset, after.make_dataset()), f"{name} changes the data: it belongs in DATA_FIELDS"
    assert drawn == (not before.same_data(after)), f"{name} is in DATA_FIELDS, but the data do not depend on it"


def same_points(one: gn.Dataset, other: gn.Dataset) -> bool:
    """Say whether two data sets have the same points, and the same of them for testing."""
    return (
        np.array_equal(one.x, other.x)
        and np.array_equal(one.y, other.y)
        and np.array_equal(one.parts["test"], other.parts["test"])
    )


@dataclass(frozen=True)
class Normalised(LabSpec):
    """The Lab's settings and one more that changes the network."""

    normalise: Annotated[bool, Setting("Normalise", "Whether the inputs are normalised first", "network")] = False

    def make_network(self) -> gn.Network:
        """Return the Lab's network, behind a normalisation where it is wanted."""
        return gn.Network([gn.BatchNorm()] * self.normalise + list(super().make_network().layers))


def test_a_new_setting_of_the_network_reaches_the_running_network() -> None:
    session = LabSession(Normalised())
    session.change({"normalise": True})
    assert session.run.network.names[0] == "batch_norm_1"


@each_setting
def test_a_setting_stands_in_the_docstrings(name: str) -> None:
    for thing in (LabSpec, gn.widgets.Lab):
        assert re.search(rf"\b{name}\b", inspect.getdoc(thing) or ""), f"{thing.__name__}'s docstring lacks {name}"


def test_a_group_that_the_page_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownNameError, match="Unknown group of settings 'netwrok'"):
        Setting("Speed", "How fast it goes", "netwrok")  # type: ignore[arg-type]


@pytest.mark.parametrize("group", [group for group in get_args(Group) if group])
def test_the_page_shows_every_group_of_settings(group: str) -> None:
    panels = (Path(__file__).parents[2] / "frontend/widgets/lab").glob("*.ts")
    assert any(f'controlsOf(SETTINGS, "{group}"' in panel.read_text("utf-8") for panel in panels)


@dataclass(frozen=True)
class Forgetful:
    """One setting with its words, and one without."""

    noise: Annotated[float, Limits(0, 1), Setting("Noise", "How loud it is")] = 0.1
    speed: Annotated[float, Limits(0, 1)] = 0.5


def test_a_setting_without_words_for_the_page_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="speed needs a Setting"):
        wire.settings_of(Forgetful)
