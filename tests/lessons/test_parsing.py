"""Parsing in several threads."""

import ast
import gc
import sys
from threading import Thread
from time import monotonic
from types import ModuleType

import pytest

from glassnet.lessons.marimo_internals.parsing import one_at_a_time, parse_one_at_a_time

SOURCE = "\n".join(f"def f_{n}(x): return [x + {n} * (y - 1) for y in range(x)]" for n in range(300))
SECONDS = 2.0


class Cycle:
    """Something that is collected, now and then, in the middle of what a thread does."""

    def __init__(self) -> None:
        self.me = self

    def __del__(self) -> None:
        for _ in range(50):
            pass


def faults_of_parsing_in_threads(module: ModuleType) -> list[str]:
    faults: list[str] = []
    end = monotonic() + SECONDS

    def parse() -> None:
        while monotonic() < end:
            for _ in range(100):
                Cycle()
            try:
                module.parse(SOURCE)
            except SystemError as error:
                faults.append(str(error))

    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        threads = [Thread(target=parse) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
        gc.collect()
    return faults


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="later Pythons count each thread's depth by itself")
def test_threads_that_parse_do_not_disturb_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ast, "compile", compile, raising=False)  # put back what it was, at the end
    other = ModuleType("other")
    parse_one_at_a_time(other)
    assert vars(ast)["compile"] is vars(other)["compile"] is not compile
    assert faults_of_parsing_in_threads(ast) == []


def test_one_at_a_time_lets_a_thread_back_in() -> None:
    def countdown(number: int) -> int:
        return number and again(number - 1)

    again = one_at_a_time(countdown)
    assert again(3) == 0
