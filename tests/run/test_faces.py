"""What a notebook shows of a run and of everything around it: short text, and HTML with a picture."""

import re
from typing import Any

import pytest

import glassnet as gn
from glassnet.base.errors import DataError, UnknownNameError
from glassnet.run import Run
from glassnet.study.landscape import landscape


@pytest.fixture(scope="module")
def run() -> Run:
    data = gn.data.scaled(gn.data.moons(200, seed=1))
    network = [gn.Dense(6, "tanh"), gn.Dense(2)]
    made = gn.fit(network, data, loss="sparse_softmax_cross_entropy", optimizer=gn.SGD(0.3), epochs=8, progress=False)
    made.branch(10, optimizer=gn.Adam(0.01)).continue_(6)
    return made


def things(run: Run) -> dict[str, Any]:
    moment = run.at(12)
    return {
        "run": run,
        "dataset": run.dataset,
        "network": run.network,
        "recipe": run.recipe,
        "moment": moment,
        "explanation": moment.explain("dense_2.d_weight[0, 1]"),
        "history": run.history,
        "landscape": landscape(run, size=7),
        "check": moment.gradient_check("dense_1", "weight", 0, 1),
        "comparison": run.compare(run.branches[0]),
        "findings": run.diagnose(),
        "mistakes": run.mistakes(),
        "importance": run.importance(),
        "why": run.why("validation", 0),
    }


def test_everything_has_a_face_and_a_short_text(run: Run) -> None:
    for name, thing in things(run).items():
        html = thing._repr_html_()
        assert html.count("<section") == html.count("</section>"), name
        assert re.search(r"<(table|svg|ul|p)\b", html), name
        assert "array(" not in html, name
        assert "array(" not in repr(thing), name
        assert len(repr(thing)) < 1500, name


@pytest.mark.parametrize("name", ["run", "history", "landscape", "check", "comparison", "importance"])
def test_what_has_a_course_is_drawn(run: Run, name: str) -> None:
    html = things(run)[name]._repr_html_()
    assert "<svg" in html
    assert re.search(r'role="img" aria-label="[^"]{20,}"', html)


def test_a_run_says_where_it_is_and_what_next(run: Run) -> None:
    row = run.history[-1]
    assert repr(run).startswith("<Run on moons: Dense 6 → Dense 2; step 40, epoch 8, loss ")
    assert f"validation {row.validation_loss:.4g} ({row.validation_accuracy:.1%} right)" in repr(run)
    html = run._repr_html_()
    assert f"loss {row.loss:.4g}" in html
    assert "run.diagnose()" in html
    assert "1</td>" in html  # branch
    assert f"{run.history['loss'][0]:.3g} to {row.loss:.3g}" in html


def test_a_run_before_its_first_step_has_a_face(run: Run) -> None:
    fresh = Run.of(run.setup)
    assert repr(fresh) == "<Run on moons: Dense 6 → Dense 2; step 0, epoch 0>"
    assert "<svg" not in fresh._repr_html_()
    assert repr(fresh.history) == "<History: 0 epochs, 0 steps>"
    assert fresh.history._repr_html_()


def test_data_show_their_parts_and_samples_in_own_units(run: Run) -> None:
    html = run.dataset._repr_html_()
    assert "160 train, 40 validation" in html
    own = run.dataset.in_own_units(run.dataset.train.x[:1])[0]
    assert f"{own[0]:.4g}</td>" in html
    assert gn.data.digits()._repr_html_().count("<img") == 4
    assert gn.data.patterns(20, size=8)._repr_html_().count("<img") == 4


def test_a_history_is_read_like_a_table(run: Run) -> None:
    history = run.history
    assert history["loss"] == history.column("loss")
    assert history["validation_accuracy"][-1] == history[-1].validation_accuracy
    assert [row.epoch for row in history[2:4]] == [3, 4]
    with pytest.raises(UnknownNameError, match="Did you mean 'validation_loss'"):
        history["val_loss"]
    frame = history.to_pandas()
    assert frame["loss"].tolist() == history["loss"]
    assert frame.index.tolist() == list(range(1, 9))
    assert history.plot("validation_accuracy").count('class="curve"') == 1
    with pytest.raises(DataError, match="A plot needs two epochs"):
        Run.of(run.setup).history.plot()


def test_a_gradient_check_gives_a_verdict(run: Run) -> None:
    assert (
        run.at(0).gradient_check("dense_1", "weight", 0, 1).verdict.startswith("Right: the gradient of dense_1.weight")
    )
    faulty = Run.of(gn.faults.inject("wrong_backward", run.setup))
    checks = [faulty.at(0).gradient_check("dense_1", "weight", 0, unit) for unit in range(6)]
    assert any(check.verdict.startswith("Wrong: ") for check in checks)


def test_an_explanation_is_typeset_and_its_leaves_unfold(run: Run) -> None:
    explained = run.at(12).explain("dense_1", "z", sample=0, unit=2)
    html = explained._repr_html_()
    assert "<i>z</i><sub>0, 2</sub> = <i>data.x</i><sub>0, 0</sub> · <i>weight</i><sub>0, 2</sub>" in html
    assert "<details>" in html
    for leaf in explained.leaves:
        assert leaf.reference.place in html
