"""The rules for lessons and their exercises; each names what is missing."""

import ast
import inspect
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from glassnet.lessons import Lesson
from glassnet.lessons.catalogue import lessons_in
from glassnet.lessons.exercises import (
    Card,
    ChoiceExercise,
    CodeExercise,
    Exercise,
    GoalExercise,
    NumberExercise,
    OrderExercise,
    PlaceExercise,
    Prediction,
)
from glassnet.lessons.parts import Control, Figure, ScriptOnly, ShownCode, Widget

from .ran import ran

LAST_SECTIONS = ("Check yourself", "Common pitfalls", "When to use what", "What to do next")
LONGEST_CELL, LONGEST_HIDDEN_CELL = 16, 17
"""Lines of code, without prose: of a cell that is read as part of the lesson, and of one that puts things together.

The longest of the first kind is lesson 08's network by hand; of the second, its key of seven symbols."""
MINUTES = range(15, 26)
LEAST_EXERCISES = 5


def missing(lesson: Lesson) -> list[str]:
    """The required parts that a lesson lacks."""
    titles = [section.title for section in lesson.sections]
    collapsed = [block.title for cell in lesson.cells for prose in cell.prose for block in prose.blocks if block.title]
    found = [f"no section '{title}'" for title in LAST_SECTIONS if title not in titles]
    if not found and [title for title in titles if title in LAST_SECTIONS] != list(LAST_SECTIONS):
        found.append(f"the last sections are not in the order {LAST_SECTIONS}")
    parts = [part for cell in lesson.cells for part in cell.parts]
    has = {
        "a title": lesson.title,
        "a question in bold": lesson.question.endswith("?"),
        "what its reader will be able to do": "After this lesson you will be able to" in lesson.source,
        "a deep dive": any(title.startswith("Deep dive") for title in collapsed),
        "code that is shown": any(isinstance(part, ShownCode) for part in parts),
        "words for a shell": any(isinstance(part, ScriptOnly) for part in parts),
        "three exercises in 'Check yourself'": len(checks(lesson)) >= 3,
        "exercises numbered in order": lesson.exercises == numbered(lesson),
    }
    found += [f"without {name}" for name, there in has.items() if not there]
    if lesson.minutes > MINUTES[-1]:
        found.append(f"{lesson.minutes} minutes to read, {MINUTES[-1]} allowed: make two lessons of it")
    return found + ([] if lesson.draft else unfinished(lesson))


def unfinished(lesson: Lesson) -> list[str]:
    """What a draft lacks to be a finished lesson."""
    found = []
    if lesson.minutes < MINUTES[0]:
        found.append(f"{lesson.minutes} minutes to read, {MINUTES[0]} wanted")
    if len(lesson.exercises) < LEAST_EXERCISES:
        found.append(f"{len(lesson.exercises)} exercises, {LEAST_EXERCISES} wanted")
    kinds = {type(part) for cell in lesson.cells for part in cell.parts}
    found += [f"no {kind.__name__.lower()}" for kind in (Widget, Control, Figure) if kind not in kinds]
    return found


def checks(lesson: Lesson) -> tuple[str, ...]:
    """The exercises of the section "Check yourself"."""
    return next((section.exercises for section in lesson.sections if section.title == "Check yourself"), ())


def numbered(lesson: Lesson) -> tuple[str, ...]:
    """The exercise numbers that the lesson should have; they continue those of its earlier parts."""
    siblings = lessons_in(lesson.path.parent)
    earlier = [other for other in siblings if other.whole == lesson.whole and other.number < lesson.number]
    first = sum(len(other.exercises) for other in earlier) + 1
    return tuple(f"{lesson.whole}.{place}" for place in range(first, first + len(lesson.exercises)))


def long_cells(lesson: Lesson) -> list[str]:
    """Cells with too many lines of code, except the first, which imports."""
    return [
        f"{lesson.file}: a cell has {cell.code_lines} lines of code, {most} allowed: {cell.source[:60]!r}"
        for cell in lesson.cells[1:]
        for most in (LONGEST_HIDDEN_CELL if cell.hidden else LONGEST_CELL,)
        if cell.code_lines > most
    ]


def unplaced(lesson: Lesson, module: str) -> list[str]:
    """The exercises in a lesson's module, given as source, that the notebook doesn't place."""
    made = [node for node in ast.parse(module).body if isinstance(node, ast.FunctionDef) and node.returns is not None]
    names = [node.name for node in made if ast.unparse(node.returns or node).endswith(("Exercise", "Prediction"))]
    return [name for name in names if f"exercises.{name}(" not in lesson.source]


def exercises_of(lesson: Lesson) -> dict[str, Exercise]:
    """A lesson's exercises by name, from its cards after a run."""
    _, defs = ran(lesson)
    return {value.session.name: value.session.exercise for value in defs.values() if isinstance(value, Card)}


def try_exercises(lesson: Lesson) -> None:
    """Try every exercise with right and wrong answers."""
    exercises = exercises_of(lesson)
    assert sorted(exercises) == sorted(lesson.exercises)
    assert any(isinstance(exercise, Prediction) for exercise in exercises.values()), "no prediction"
    for exercise in exercises.values():
        BATTERY[type(exercise)](exercise)


def check_choice(exercise: ChoiceExercise) -> None:
    verdicts = {option: exercise.check(option) for option in exercise.reasons}
    assert [option for option, verdict in verdicts.items() if verdict.right] == [exercise.right]
    assert len({verdict.message for verdict in verdicts.values()}) == len(verdicts) >= 2


def check_number(exercise: NumberExercise) -> None:
    assert exercise.check(exercise.answer).right
    written = f"{exercise.answer:.12g}" + " %" * exercise.percent
    for text in (written, written.replace(".", ","), written.replace("-", "−")):
        assert exercise.check(text).right, text
    assert exercise.check(exercise.answer + 10 * exercise.tolerance + 10_001).message == exercise.hint
    for slip, reason in exercise.slips.items():
        verdict = exercise.check(slip)
        assert (verdict.right, verdict.message) == (False, reason), exercise.question


def check_order(exercise: OrderExercise) -> None:
    right = list(exercise.steps)
    assert exercise.check(right).right
    before = exercise.after or {later: (earlier,) for earlier, later in pairwise(right)}
    for i in range(len(right) - 1):
        swapped = right.copy()
        swapped[i], swapped[i + 1] = swapped[i + 1], swapped[i]
        verdict = exercise.check(swapped)
        assert verdict.right == (right[i] not in before.get(right[i + 1], ()))
        assert verdict.right or exercise.steps[right[i + 1]] in verdict.message
    for thing, earlier in before.items():
        for needed in earlier:
            assert not exercise.check([thing, *(name for name in right if name != thing)]).right, (thing, needed)


def check_place(exercise: PlaceExercise) -> None:
    assert not exercise.check(list(exercise.start)).right
    for spot in (exercise.right, *exercise.slips):
        x = exercise.right.x if spot.x is None else spot.x
        y = exercise.picture.y_range[1] if spot.y is None else spot.y
        assert x is not None
        verdict = exercise.check([x, y])
        assert (verdict.right, verdict.message) == (spot is exercise.right, spot.message)


def check_code(exercise: CodeExercise) -> None:
    assert exercise.check(exercise.solution).right
    assert not exercise.check(lambda *arguments: 0.0).right
    assert exercise.source.strip()
    assert exercise.hints
    assert exercise.wrong, "list likely wrong functions, so that the cases are known to tell them apart"
    asked = parameters(exercise.solution)
    for number, function in enumerate(exercise.wrong, 1):
        assert parameters(function) == asked, f"wrong function {number} has other arguments than the right one"
        verdict = exercise.check(function)
        assert not verdict.right, f"a wrong function passes: number {number}"
        assert " raises " not in verdict.message, f"wrong function {number} is not wrong, but broken: {verdict.message}"


def parameters(function: Callable[..., Any]) -> list[str]:
    """A function's parameters in their order; a leading underscore marks one that it doesn't use."""
    return [name.lstrip("_") for name in inspect.signature(function).parameters]


def check_prediction(exercise: Prediction) -> None:
    BATTERY[type(exercise.ask)](exercise.ask)
    assert len(exercise.run()) > 10


def check_goal(exercise: GoalExercise) -> None:
    """A goal's right and wrong settings are tried in the lesson's own tests."""
    assert len(exercise.seeds) >= 3
    for preset in exercise.presets:
        assert not exercise.check(preset).right, f"a preset reaches the goal: {preset}"


BATTERY: dict[type, Callable[[Any], None]] = {
    ChoiceExercise: check_choice,
    NumberExercise: check_number,
    OrderExercise: check_order,
    PlaceExercise: check_place,
    CodeExercise: check_code,
    Prediction: check_prediction,
    GoalExercise: check_goal,
}
