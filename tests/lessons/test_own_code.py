"""A learner's code in a process of its own: what it returns, prints and breaks, and what it can't do."""

import os
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from glassnet.lessons.exercises import Book, Card, CodeExercise, ExerciseSession
from glassnet.lessons.exercises.own_code.key import NAME, allow_code, code_key
from glassnet.lessons.exercises.own_code.process import Limits, Ran, Unreadable, run_code

posix = pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX systems")
SHORT = Limits(seconds=1, wait=3)


def of(body: str, *arguments: Any, limits: Limits | None = None, given: str = "") -> Ran:
    """Run a function f(x) with this body."""
    code = "def f(x):\n" + "".join(f"    {line}\n" for line in body.splitlines())
    return run_code(code, "f", [arguments or (1.0,)], limits=limits, given=given)


def test_arguments_arrive_and_results_come_back_as_they_are() -> None:
    for value in (2.5, 3, True, "word", None, [1.0, [2.0]], np.arange(6, dtype=np.int8).reshape(2, 3)):
        assert of("print(repr(x))\nreturn 1", value).output == f"{value!r}\n"
    assert of("return x['a'] + x[3]", {"a": np.eye(2), 3: 1}).results[0].tolist() == [[2, 1], [1, 2]]
    back = of("return x, x.sum(axis=0), len(x)", np.arange(6.0).reshape(2, 3)).results[0]
    np.testing.assert_array_equal(back[0], np.arange(6.0).reshape(2, 3))
    np.testing.assert_array_equal(back[1], [3, 5, 7])
    assert float(back[2]) == 2
    not_finite = of("return [float('nan'), float('inf'), -1e308 * 10]").results[0]
    np.testing.assert_array_equal(not_finite, [np.nan, np.inf, -np.inf])
    assert of("return helper(x)", given="def helper(x):\n    return 3 * x\n").results[0] == 3


def test_what_is_printed_comes_back_up_to_a_limit() -> None:
    assert of("print('a', x); print('b')\nreturn x").output == "a 1.0\nb\n"
    much = of("print('a' * 100_000)\nprint('b')\nreturn x")
    assert much.output.startswith("a" * 10_000)
    assert "more was printed" in much.output
    assert len(much.output) < 10_100
    assert much.results == (1.0,)


@pytest.mark.parametrize(
    ("body", "error", "line"),
    [
        ("y = 1\nreturn z", "NameError: name 'z' is not defined", 3),
        ("return (", "SyntaxError: '(' was never closed", 2),
        ("return f(x)", "RecursionError", 2),
        ("def g():\n    return 1 / 0\nreturn g()", "ZeroDivisionError: division by zero", 3),
        ("import numpy as np\nreturn np.zeros(2) @ np.zeros(3)", "ValueError", 3),
        ("raise SystemExit(3)", "SystemExit: 3", 2),
        ("return [0] * 10**11", "MemoryError: this needs more memory", 2),
    ],
)
def test_an_error_is_told_with_the_learners_own_line(body: str, error: str, line: int) -> None:
    if sys.platform == "darwin" and "Memory" in error:
        pytest.skip("macOS doesn't limit a process's memory")
    ran = of(body)
    assert ran.error.startswith(error)
    assert (ran.line, ran.results) == (line, ())


def test_a_function_of_another_name_is_missed() -> None:
    assert "There is no function f" in run_code("def g(x):\n    return x", "f", [(1.0,)]).error


@pytest.mark.parametrize(
    "body",
    [
        "while True:\n    pass",
        "while True:\n    print('a' * 1000)",
        "import time\ntime.sleep(60)",
        "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)",
        "import os, time\nos.fork()\ntime.sleep(60)",
    ],
)
@posix
def test_what_does_not_end_is_ended(body: str) -> None:
    begin = time.monotonic()
    ran = of(body, limits=SHORT)
    assert "Is there a loop that doesn't end?" in ran.error
    assert time.monotonic() - begin < 20  # 3 seconds on an idle machine


@posix
def test_processes_that_it_leaves_behind_are_ended(tmp_path: Path) -> None:
    file = tmp_path / "alive"
    child = f"import time; time.sleep(1.5); open({str(file)!r}, 'w').close()"
    of(f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {child!r}])\nreturn x")
    time.sleep(2.5)
    assert not file.exists()


@posix
def test_a_file_has_a_limit_and_its_folder_is_deleted(tmp_path: Path) -> None:
    assert "File too large" in of("open('a', 'w').write('x' * 10**7)\nreturn x").error
    where = of(
        "import os\nprint(os.getcwd(), os.path.expanduser('~'))\nopen('b', 'w').write('x')\nreturn x"
    ).output.split()
    assert where[0] == where[1]
    assert not Path(where[0]).exists()
    assert "Too many open files" in of("return len([open('c', 'w') for _ in range(1000)])").error


def test_it_sees_neither_the_key_nor_anything_else_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_OF_MINE", "1")
    allow_code(allowed=True)
    seen = of("import os\nprint(*os.environ)\nreturn x").output.split()
    allow_code(allowed=False)
    assert NAME not in seen
    assert "SECRET_OF_MINE" not in seen


def test_what_it_writes_past_python_does_not_reach_us() -> None:
    ran = of('import os\nos.write(1, b\'{"result": {"shape": [], "data": [5]}}\\n\')\nreturn x')
    assert [float(one) for one in ran.results] == [1.0]


def test_a_huge_reply_is_cut_off() -> None:
    assert of("return x", np.zeros(90_000), limits=Limits(reply=1000)).results == ()
    assert of("import numpy as np\nreturn np.zeros(10**6)").results == (Unreadable("array of 1000000 numbers"),)


DOUBLE = CodeExercise(
    "Double x.",
    lambda x: 2 * x,
    "return 2 * x",
    [(np.array([1.0, 3.0]),), (2.0,)],
    ("Multiply.", "By 2."),
    "Right.",
    skeleton="return x",
)
START = "def mine(x):\n    return x\n"


@pytest.fixture
def session() -> Any:
    allow_code(allowed=True)
    yield ExerciseSession(DOUBLE, "06.1", Book(None), start=START)
    allow_code(allowed=False)


def run(session: ExerciseSession, code: str, key: str | None = None) -> dict[str, Any]:
    return session.handle({"id": 1, "kind": "run", "code": code, "key": code_key() if key is None else key})[0]


def test_code_is_run_and_judged_for_whoever_has_the_key(session: ExerciseSession) -> None:
    card = session.card()
    assert card["code"] == {"where": "page", "start": START, "output": "", "line": None}
    told = run(session, "def mine(x):\n    print('seen', x)\n    return 2 * x\n")
    assert (told["right"], told["message"], told["tries"]) == (True, "Right.", 1)
    assert told["code"]["output"] == "seen [1. 3.]\nseen 2.0\n"


def test_hints_come_one_by_one_and_the_solution_after_honest_tries(session: ExerciseSession) -> None:
    tries = [
        (START, 0, "Case 1: element [0] is 1, expected 2.", None),  # nothing was tried yet
        ("def mine(x):\n    return x +\n", 0, "Line 2: SyntaxError: invalid syntax", 2),
        ("def mine(x):\n    return x * x\n", 1, "Case 1: element [0] is 1, expected 2.", None),
        ("def mine(x):\n    return x * x\n", 1, "Case 1: element [0] is 1, expected 2.", None),  # the same again
        ("def mine(x):\n    if isinstance(x, float):\n        return y\n    return 2 * x\n", 2, "Line 3: NameError", 3),
        ("def mine(x):\n    2 * x\n", 3, "Case 1: your function returns nothing. Is its `return` missing?", None),
    ]
    for code, count, message, line in tries:
        told = run(session, code)
        assert (told["tries"], told["right"], told["code"]["line"]) == (count, False, line)
        assert told["message"].startswith(message)
        assert (len(told["hints"]), told["solution"] is not None) == (min(count, 2), count >= 3)


@pytest.mark.parametrize("key", ["", "guess", "é"])
def test_without_the_key_nothing_runs(session: ExerciseSession, key: str, tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    told = run(session, f"open({str(mark)!r}, 'w')\ndef mine(x):\n    return 2 * x\n", key)
    assert told["kind"] == "error"
    assert "Reload the page" in told["message"]
    assert not mark.exists()


def test_where_code_may_not_run_the_card_offers_the_solution() -> None:
    assert NAME not in os.environ
    session = ExerciseSession(DOUBLE, "06.1", Book(None), start=START)
    card = session.card()
    assert (card["code"]["where"], card["solution"]) == ("elsewhere", "return 2 * x")
    assert run(session, START)["kind"] == "error"


def test_in_a_notebook_code_is_written_in_the_cell_above() -> None:
    card = Card(DOUBLE, "06.1", Book(None), start=untouched)
    assert card.session.start == "def untouched(x: float) -> float:\n    return x\n"
    card.judge(untouched)
    shown = card.session.card()
    assert (shown["code"]["where"], shown["solution"], shown["tries"]) == ("cell", None, 0)


def untouched(x: float) -> float:
    return x


def test_several_things_are_compared_by_name() -> None:
    both = CodeExercise(
        "?", lambda x: (x, x.sum()), "", [(np.ones(2),)], (), "Yes.", returns=("copy", "total"), wrong=(lambda x: x,)
    )
    assert both.check(lambda x: (x, 3.0)).message == "Case 1: total is 3, expected 2."
    assert both.check(lambda x: (x + np.arange(2), 2.0)).message == "Case 1: copy[1] is 2, expected 1."
    assert both.check(lambda x: (np.ones(3), 2.0)).message == "Case 1: the shape of copy is (3,), expected (2,)."
    assert "should return copy and total; it returns the number 2.0" in both.check(lambda x: 2.0).message
    assert "it returns nothing" in both.check(lambda x: None).message
    assert both.check(lambda x: [x, 2]).right
    assert both.judge(run_code("def f(x):\n    return x, x.sum()", "f", both.cases)).right
