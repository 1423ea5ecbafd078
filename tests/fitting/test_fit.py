"""Training from start to end: diverging, being interrupted, going on."""

from collections.abc import Callable

import numpy as np
import pytest

import glassnet as gn
from glassnet.base.trees import flatten
from glassnet.fitting import train
from glassnet.fitting.progress import progress_bar
from glassnet.history.timeline import Timeline
from glassnet.train.state import TrainingState

DATA = gn.data.moons(60, seed=4)
NET = gn.Network([gn.Dense(8, "relu"), gn.Dense(8, "relu"), gn.Dense(1)])


def wild(**settings: object) -> gn.Run:
    return gn.fit(NET, DATA, loss="mean_squared_error", optimizer=gn.SGD(1e6), epochs=50, progress=False, **settings)  # type: ignore[arg-type]


def test_diverging_names_step_layer_and_number_and_leaves_a_usable_run() -> None:
    with pytest.raises(gn.DivergedError) as caught:
        wild()
    message, run = str(caught.value), caught.value.run
    assert "\n" not in message
    for word in (f"before update {run.step + 1}", "of dense_", "learning rate of 1e+06"):
        assert word in message
    assert any(number in message for number in ("nan", "inf"))
    assert run.step > 0
    assert len(run.history.step_loss) == run.step
    with pytest.raises(gn.DivergedError):  # the same step again gives the same answer, not a broken run
        run.advance()
    first = run.parameters(0)
    assert all(np.isfinite(value).all() for value in flatten(first).values())
    mended = gn.Run(NET, gn.Recipe("mean_squared_error", gn.SGD(0.01)), DATA, state=run.timeline.state(0))
    mended.advance(10)
    assert mended.evaluate("validation").loss < 1


def test_the_first_bad_number_is_the_one_that_is_named() -> None:
    run = gn.Run(NET, gn.Recipe("mean_squared_error"), DATA)
    params = {
        layer: {name: value.copy() for name, value in values.items()} for layer, values in run.parameters().items()
    }
    params["dense_2"]["weight"][3, 5] = np.nan
    run = gn.Run(NET, run.recipe, DATA, state=run.state._replace(params=params))
    with pytest.raises(gn.DivergedError, match=r"weight\[3, 5\] of dense_2 is nan"):
        run.advance()


def test_an_overflow_on_the_way_forward_is_named_with_its_sample() -> None:
    data = gn.Dataset("large", np.array([[1.0], [3e38]]), np.array([[0.0], [0.0]]))
    run = gn.Run(gn.Network([gn.Dense(1)]), gn.Recipe("mean_squared_error", batch_size=2), data)
    params = {"dense_1": {"weight": np.array([[100.0]], "float32"), "bias": np.zeros(1, "float32")}}
    run = gn.Run(run.network, run.recipe, data, state=run.state._replace(params=params))
    with pytest.raises(gn.DivergedError, match=r"z\[0\] of dense_1 is inf for sample 1\."):
        run.advance()


@pytest.mark.parametrize("after", [1, 7, 23])
def test_interrupting_keeps_what_was_learnt_and_going_on_gives_the_same_bits(
    after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight = gn.Run(NET, gn.Recipe("mean_squared_error", gn.SGD(0.05, 0.9), batch_size=8, epochs=6), DATA)
    train(straight, 6, progress=False)
    stopped = gn.Run(NET, straight.recipe, DATA)
    with monkeypatch.context() as patched:
        patched.setattr(stopped.timeline, "add", interrupt_after(after, stopped.timeline))
        train(stopped, 6, progress=False)
    assert stopped.step == after
    train(stopped, 6, progress=False)
    assert stopped.step == straight.step
    assert flatten_bits(stopped) == flatten_bits(straight)
    assert list(stopped.history.epochs) == list(straight.history.epochs)
    assert stopped.history.step_loss.items == straight.history.step_loss.items


def test_an_interrupt_while_the_epoch_is_measured_leaves_no_half_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    run = gn.Run(NET, gn.Recipe("mean_squared_error", batch_size=8, epochs=2), DATA)
    with monkeypatch.context() as patched:
        patched.setattr("glassnet.run.training.evaluate", lambda *_: raise_interrupt())
        train(run, 2, progress=False)
    assert run.step == 5  # the sixth update would have ended the epoch
    assert len(run.history.step_loss) == 5
    assert run.advance_epoch().epoch == 1
    assert len(run.history.step_loss) == 6


def test_the_bar_shows_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")  # Rich's word for: take this for a terminal
    with progress_bar(10, shown=True) as advance:
        advance(5, "loss 0.5")
    assert "5/10" in capsys.readouterr().err
    monkeypatch.delenv("FORCE_COLOR")
    with progress_bar(10, shown=True) as advance:
        advance(5, "loss 0.5")
    assert capsys.readouterr() == ("", "")


def interrupt_after(count: int, timeline: Timeline) -> Callable[[TrainingState], None]:
    add = timeline.add

    def adding(state: TrainingState) -> None:
        if state.step > count:
            raise_interrupt()
        add(state)

    return adding


def raise_interrupt() -> None:
    raise KeyboardInterrupt


def flatten_bits(run: gn.Run) -> dict[str, bytes]:
    return {name: value.tobytes() for name, value in flatten(run.parameters()).items()}
