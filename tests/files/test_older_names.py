"""Files of format 1, in which layers' names had no underscores: `format_1_names.json` says what the run was."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.files.older_names import with_underscores
from glassnet.run import Run

FILES = Path(__file__).parent / "files"
NEAR: Any = {"rtol": 1e-9, "atol": 1e-12}
"""float64, from one machine to the next."""


@pytest.fixture
def run() -> Run:
    return gn.load(FILES / "format_1_names.glass")


@pytest.fixture
def written() -> Any:
    return json.loads((FILES / "format_1_names.json").read_text(encoding="utf-8"))


def beginnings(tree: dict[str, Any]) -> dict[str, list[float]]:
    return {name: values.ravel()[:2].tolist() for name, values in flatten(tree).items()}


def test_layers_go_by_their_names_of_today(run: Run) -> None:
    assert run.network.names == (
        *("positional_embedding_1", "residual_1", "layer_norm_1", "simple_rnn_1", "bidirectional_1", "dense_1"),
    )
    penalties: Any = run.recipe.regularizer
    assert set(penalties) == {"simple_rnn_1", "residual_1/body/multi_head_self_attention_1", "dense_1"}


def test_it_stands_where_it_stood_and_predicts_the_same(run: Run, written: Any) -> None:
    assert run.step == written["step"]
    np.testing.assert_allclose(run.history.step_loss.items, written["losses"], **NEAR)
    np.testing.assert_allclose(run.predict(run.dataset.x[:3]), written["prediction"], **NEAR)
    np.testing.assert_allclose(run.branches[0].predict(run.dataset.x[:3]), written["branch"], **NEAR)


@pytest.mark.parametrize("step", [0, 5])
def test_its_past_is_drawn_and_recomputed_the_same(run: Run, written: Any, step: int) -> None:
    found = beginnings(run.parameters(step))
    for name, numbers in written[f"parameters at step {step}"].items():
        np.testing.assert_allclose(found[with_underscores(name)], numbers, **NEAR, err_msg=name)


def test_it_explains_the_same(run: Run, written: Any) -> None:
    part = "body/multi_head_self_attention_1/d_query_weight"
    explanation = run.at(7).explain("residual_1", part, 0, 1)
    assert explanation.value == pytest.approx(written["d_query_weight at step 7"], rel=1e-9)
    assert float(explanation.evaluate()) == pytest.approx(explanation.value, rel=1e-9)


def test_it_goes_on_as_it_would_have(run: Run, written: Any) -> None:
    wanted = written["resumed"]
    run.advance(6)
    assert run.step == wanted["step"]
    np.testing.assert_allclose(run.history.step_loss.items[-6:], wanted["losses"], **NEAR)
    np.testing.assert_allclose(run.predict(run.dataset.x[:3]), wanted["prediction"], **NEAR)
    found = beginnings(run.state.layers)
    for name, numbers in wanted["layers"].items():
        np.testing.assert_allclose(found[with_underscores(name)], numbers, **NEAR, err_msg=name)


def test_written_again_it_has_the_names_of_today(run: Run, written: Any, tmp_path: Path) -> None:
    run.save(tmp_path / "again.glass")
    content = (tmp_path / "again.glass").read_bytes()
    assert b"multi_head_self_attention_1" in content
    assert b"multiheadselfattention" not in content
    again = gn.load(tmp_path / "again.glass")
    np.testing.assert_allclose(again.predict(run.dataset.x[:3]), written["prediction"], **NEAR)
    assert again.recipe == run.recipe
