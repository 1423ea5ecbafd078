"""The glossary: one sentence for each term, linked where a lesson first uses it, explained where it says."""

import sys
from importlib import import_module
from pathlib import Path

import pytest

from glassnet.lessons import Lesson, find
from glassnet.lessons.catalogue import FOLDER, lessons_in
from glassnet.lessons.exercises import ChoiceExercise
from glassnet.lessons.glossary import GLOSSARY, find_term
from glassnet.lessons.notebook_file import lesson_notebook

from . import glossary_rules
from .test_order_of_a_lesson import lesson

WRITTEN = lessons_in(FOLDER)
each_lesson = pytest.mark.parametrize("shown", WRITTEN, ids=lambda one: one.number)


@each_lesson
def test_every_term_is_linked_where_it_is_first_used_or_explained_there(shown: Lesson) -> None:
    assert glossary_rules.unlinked(shown) == []
    assert glossary_rules.unknown(shown) == []


@each_lesson
def test_what_the_glossary_says_a_lesson_explains_is_explained_there(shown: Lesson) -> None:
    assert glossary_rules.unexplained(shown) == []


def test_no_term_is_used_before_the_course_has_explained_it() -> None:
    assert glossary_rules.too_early(WRITTEN) == []


def test_every_term_has_one_sentence_and_an_address_of_its_own() -> None:
    assert len({term.slug for term in GLOSSARY}) == len(GLOSSARY) > 50
    for term in GLOSSARY:
        assert term.definition[0].isupper(), term.name
        assert term.definition.endswith("."), term.name
        assert 20 < len(term.definition) <= 130, term.name
        assert not term.pattern.match(term.definition), term.name
    forms = [form.lower() for term in GLOSSARY for form in (term.name, *term.forms)]
    assert len(set(forms)) == len(forms)
    numbers = {one.whole for one in WRITTEN}
    for term in GLOSSARY:  # of the parts of a lesson, the glossary names the one that explains it
        assert term.lesson[:2] not in numbers or term.lesson in {one.number for one in WRITTEN}, term.name


USES = {
    "A loss.": ["loss"],
    "The **loss** and the loss.": [],
    "A [loss](#term-loss), and the loss again.": [],
    "A loss, then a [loss](#term-loss).": ["loss"],
    "Two losses": ["loss"],
    "lossless, a loss-free world": [],
    "# The loss": [],
    "`loss` and $loss$ and | a | loss |": ["loss"],
    "/// details | More\n\nA loss.\n///\n": [],
    "In double precision.": [],
    "The precision.": ["precision"],
    "A mini-batch": ["mini-batch"],
    "Gradient descent": ["gradient descent"],
    "Gradient descent and a gradient": ["gradient descent", "gradient"],
    "| a | loss |": [],
}


@pytest.mark.parametrize("text", USES)
def test_a_first_use_without_a_link_is_named_and_can_be_linked(text: str, tmp_path: Path) -> None:
    one = lesson(tmp_path, text)
    told = glossary_rules.unlinked(one)
    assert [words.split("”")[0][1:] for words in told] == USES[text]
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "tools"))
    import_module("terms").main([str(one.path)])
    monkeypatch.undo()
    sys.modules.pop("terms")
    linked = Lesson(one.path)
    assert glossary_rules.unlinked(linked) == []
    assert linked.source.count("(#term-") == one.source.count("(#term-") + len(told)


def test_unknown_addresses_and_unexplained_terms_are_named(tmp_path: Path) -> None:
    one = lesson(tmp_path, "A [thing](#term-thing) and a **gradient**.")
    assert glossary_rules.unknown(one) == ["thing"]
    seventh = one.path.rename(one.path.with_name("lesson_07_down.py"))
    missing = glossary_rules.unexplained(Lesson(seventh))
    assert "learning rate" in missing
    assert "gradient" not in missing


def test_in_a_notebook_file_terms_are_plain_words(tmp_path: Path) -> None:
    text = lesson_notebook(lesson(tmp_path, "# Down\n\nThe [learning rate](#term-learning-rate) is 0.1."))
    assert "The learning rate is 0.1." in text
    assert "#term-" not in text
    assert find_term("learning rate").lesson == "07"


COURSES: dict[str, tuple[list[str], list[str]]] = {
    "a link is no explanation": (
        ["A [learning rate](#term-learning-rate)."],
        ["01 uses “learning rate” before lesson 07"],
    ),
    "bold where it is first used": (["A **learning rate**, a number.", "The learning rate again."], []),
    "bold, but later": (["The learning rate. A **learning rate**, a number."], ["01 uses “learning rate” before"]),
    "only part of what is bold": (["**My accuracy doesn't move.**"], ["01 uses “accuracy” before lesson 09"]),
    "in every lesson until then": (["Accuracy.", "Accuracy."], ["01 uses “accuracy”", "02 uses “accuracy”"]),
    "a longer term that contains it": (["A **mini-batch** here.", "A mini-batch."], []),
    "in a heading": (["## The gradient"], ["01 uses “gradient” before lesson 07"]),
    "in a table": (["| saddle | a point |"], ["01 uses “saddle” before lesson 07"]),
    "in a deep dive": (["/// details | More\n\nA gradient.\n///\n"], []),
    "in its own lesson": (["", "", "", "", "", "", "A gradient."], []),
}


@pytest.mark.parametrize("course", COURSES)
def test_what_comes_too_early_is_named_with_its_lesson(course: str, tmp_path: Path) -> None:
    texts, told = COURSES[course]
    lessons = []
    for number, text in enumerate(texts, 1):
        path = lesson(tmp_path, text).path
        lessons.append(Lesson(path.rename(path.with_name(f"lesson_{number:02}_one.py"))))
    found = glossary_rules.too_early(lessons, asked=lambda _: ())
    assert len(found) == len(told)
    assert all(one.startswith(beginning) for one, beginning in zip(found, told, strict=True))


def test_words_of_an_exercise_count() -> None:
    question = ChoiceExercise("Is it an outlier?", "yes", {"yes": "Far away.", "no": "It is."})
    found = glossary_rules.too_early([find("05a")], asked=lambda _: glossary_rules.words_of(question))
    assert [one[:60] for one in found] == ["05a uses “outlier” in an exercise before lesson 06 explains "]
