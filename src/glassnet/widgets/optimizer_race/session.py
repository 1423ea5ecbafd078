"""The Python side of the optimiser race: one request in, one reply out."""

import math
from collections.abc import Mapping
from typing import Any, Literal

from glassnet.base.registry import look_up
from glassnet.study.landscape import Landscape
from glassnet.widgets.descent_playground.landscapes import LANDSCAPES
from glassnet.widgets.descent_playground.walk import walk
from glassnet.widgets.optimizer_race import messages, race
from glassnet.widgets.optimizer_race.contestants import CONTESTANTS
from glassnet.widgets.optimizer_race.messages import (
    MAX_RULES,
    SEEDS,
    Count,
    Counted,
    Found,
    LandscapeChoice,
    Open,
    Opening,
    Plane,
    Race,
    RaceView,
    Search,
    Searched,
    Settings,
    Surface,
    SurfaceView,
    Tally,
    TaskChoice,
    Tried,
    Walker,
)
from glassnet.widgets.optimizer_race.rates import LANDSCAPE_RATES, RATES, STEPS, TASK_RATES, losses_at
from glassnet.widgets.optimizer_race.tasks import TASKS
from glassnet.widgets.wire import Answer, Session, answers
from glassnet.widgets.wire.common import Choice
from glassnet.widgets.wire.reading import read
from glassnet.widgets.wire.writing import floats, to_json

GRID = 81
VIEWS: Mapping[str, Literal["race", "rates"]] = {"race": "race", "rates": "rates"}
USUAL = ("sgd", "momentum", "adagrad", "rmsprop", "adam")


class RaceSession(Session):
    """One reader's race, and the count of its winners.

    Arguments:
        task, landscape: where the rules race first, by name.
        rules: who takes part, by name.
        seed: of the network's first weights and batches.
        view: "race" or "rates".

    Attributes:
        settings: the settings of the race shown: landscape, task, rules, seed, and the rate of each rule on both.

    >>> session = RaceSession("words", rules=("adagrad", "rmsprop"))
    >>> [session.handle({"id": i, "kind": "count"})[0]["tally"]["wins"] for i in range(2)][-1]
    {'adagrad': 2, 'rmsprop': 0}
    """

    def __init__(
        self,
        task: str = "moons",
        landscape: str = "long_bowl",
        rules: tuple[str, ...] = USUAL,
        seed: int = 0,
        view: str = "race",
    ) -> None:
        asked = {"task": task, "landscape": landscape, "rules": rules, "seed": seed}
        self._shown = self._with_rates(read(Race, {**asked, "landscape_rates": {}, "task_rates": {}}, "settings"))
        self._view = look_up("view", view, VIEWS)
        self._losses: dict[str, list[float]] = {}
        self._tried: dict[str, dict[str, list[Tried]]] = {}

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of the race shown."""
        return dict(to_json(self._shown))

    @answers
    def _open(self, _: Open) -> Answer[Opening]:
        landscapes = tuple(
            LandscapeChoice(name, one.label, one.words, LANDSCAPE_RATES[name]) for name, one in LANDSCAPES.items()
        )
        tasks = tuple(TaskChoice(name, one.label, one.words, TASK_RATES[name]) for name, one in TASKS.items())
        rules = tuple(Choice(name, one.label) for name, one in CONTESTANTS.items())
        return Answer(
            Opening(self._view, landscapes, tasks, rules, STEPS, race.EVERY, SEEDS, MAX_RULES, RATES, self._shown)
        )

    @answers
    def _surface(self, request: Surface) -> Answer[SurfaceView]:
        one = LANDSCAPES[request.landscape]
        view = SurfaceView(request.landscape, one.x_range, one.y_range, one.bend, tuple(one.minima), GRID)
        return Answer(view, [floats(one.grid(GRID))])

    @answers
    def _race(self, request: Race) -> Answer[RaceView]:
        shown = self._with_rates(request)
        if (shown.task, shown.rules, shown.task_rates) != (self._shown.task, self._shown.rules, self._shown.task_rates):
            self._losses = {}
        self._shown = shown
        walkers, buffers = [], []
        for name in shown.rules:
            landscape = LANDSCAPES[shown.landscape]
            path = walk(landscape, CONTESTANTS[name].make(shown.landscape_rates[name]), landscape.start, STEPS)
            walkers.append(Walker(name, tuple(path.values), path.verdict))
            buffers.append(floats(path.places.T))
        found = {name: self._train(name, shown.seed) for name in shown.rules}
        plane = race.plane_of(list(found.values()))
        paths = {}
        if plane is not None:
            seen = [
                name for name, runner in found.items() if runner.diverged is None and math.isfinite(max(runner.losses))
            ]
            paths = dict(zip(seen, plane.paths, strict=True))
            buffers += [floats(plane.loss), *(floats(path.T) for path in paths.values())]
        runners = tuple(
            messages.Runner(name, tuple(runner.losses.tolist()), runner.diverged, name in paths)
            for name, runner in found.items()
        )
        return Answer(RaceView(shown, tuple(walkers), runners, _plane(plane), self._tally(), self._found()), buffers)

    @answers
    def _count(self, _: Count) -> Answer[Counted]:
        seed = self._seeds
        if seed < SEEDS:
            ends = {name: float(self._train(name, seed).losses[-1]) for name in self._shown.rules}
            for name, loss in ends.items():
                self._losses.setdefault(name, []).append(loss)
        return Answer(Counted(self._tally(), self._seeds >= SEEDS))

    @answers
    def _search(self, _: Search) -> Answer[Searched]:
        tried = self._tried.setdefault(self._shown.task, {})
        for name in self._shown.rules:
            done = tried.setdefault(name, [])
            if len(done) < len(RATES):
                rate = RATES[len(done)]
                low, middle, high = sorted(losses_at(TASKS[self._shown.task], CONTESTANTS[name], rate))
                done.append(Tried(rate, low, middle, high))
                break
        found = self._found()
        return Answer(Searched(found, found.count == found.total))

    def _found(self) -> Found:
        """Return what was tried with the rules and on the network of the last race."""
        tried = self._tried.get(self._shown.task, {})
        of_rules = {name: tuple(tried.get(name, ())) for name in self._shown.rules}
        return Found(of_rules, sum(map(len, of_rules.values())), len(RATES) * len(of_rules))

    @property
    def _seeds(self) -> int:
        return min((len(losses) for losses in self._losses.values()), default=0)

    def _train(self, name: str, seed: int) -> race.Runner:
        rule = CONTESTANTS[name].make(self._shown.task_rates[name])
        return race.train(TASKS[self._shown.task], rule, seed, STEPS)

    def _tally(self) -> Tally:
        wins = dict.fromkeys(self._shown.rules, 0)
        for seed in range(self._seeds):
            winner = race.winner_of({name: losses[seed] for name, losses in self._losses.items()})
            if winner is not None:
                wins[winner] += 1
        losses = {name: tuple(self._losses.get(name, ())) for name in self._shown.rules}
        return Tally(self._seeds, wins, losses)

    def _with_rates(self, request: Race) -> Settings:
        """Return the settings of a race with a rate for every rule that takes part."""
        rules = tuple(dict.fromkeys(request.rules))
        known = (LANDSCAPE_RATES[request.landscape], TASK_RATES[request.task])
        asked = (request.landscape_rates, request.task_rates)
        for given in asked:
            for name in given:
                look_up("update rule", name, CONTESTANTS)
        on_landscape, on_task = (
            {name: of.get(name, best[name]) for name in rules} for of, best in zip(asked, known, strict=True)
        )
        return Settings(request.landscape, request.task, rules, request.seed, on_landscape, on_task)


def _plane(plane: Landscape | None) -> Plane | None:
    if plane is None:
        return None
    x, y = ((float(axis[0]), float(axis[-1])) for axis in (plane.x, plane.y))
    return Plane(plane.directions, x, y, race.GRID)
