"""Answers as people write numbers: what is read, what is refused, what is right, and what is a near miss."""

import math
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glassnet.base.errors import SettingError
from glassnet.lessons.exercises import NumberExercise
from glassnet.lessons.exercises.written_number import MAX_LENGTH, read_number

READ: dict[str, tuple[float, ...]] = {
    "1,5": (1.5,),
    "1.5": (1.5,),
    " 1.5 ": (1.5,),
    "= 1.5": (1.5,),
    "≈1.5": (1.5,),
    ".5": (0.5,),
    ",5": (0.5,),
    "5.": (5.0,),
    "-2": (-2.0,),
    "−2": (-2.0,),
    "–2": (-2.0,),
    "+2": (2.0,),
    "3/2": (1.5,),
    "−3/2": (-1.5,),
    "3 / -2": (-1.5,),
    "3:2": (1.5,),
    "½": (0.5,),
    "1½": (1.5,),
    "-1½": (-1.5,),
    "75 %": (0.75,),
    "75%": (0.75,),
    "7,5 %": (0.075,),
    "5·10⁻³": (0.005,),
    "5 × 10^-3": (0.005,),
    "5x10^-3": (0.005,),
    "5*10**-3": (0.005,),
    "1e-3": (0.001,),
    "1,5E−3": (0.0015,),
    "10⁻¹²": (1e-12,),
    "10²": (100.0,),
    "√2": (math.sqrt(2),),
    "2√2": (),
    "2·√2": (2 * math.sqrt(2),),
    "sqrt(2)": (math.sqrt(2),),
    "√(1+3)": (2.0,),
    "-2²": (-4.0,),
    "(−2)²": (4.0,),
    "2^3^2": (512.0,),
    "1-2-3": (-4.0,),
    "8/2/2": (2.0,),
    "π/2": (math.pi / 2,),
    "1,500": (1.5, 1500.0),
    "1.500": (1.5, 1500.0),
    "0,500": (0.5,),
    "1.234,5": (1234.5,),
    "1,234.5": (1234.5,),
    "1,234,567": (1234567.0,),
    "1 000": (1000.0,),
    "1\u202f000": (1000.0,),
    "10'000": (10000.0,),
}


@pytest.mark.parametrize(("text", "values"), READ.items())
def test_numbers_are_read_as_people_write_them(text: str, values: tuple[float, ...]) -> None:
    if not values:
        with pytest.raises(SettingError):
            read_number(text)
        return
    assert read_number(text) == pytest.approx(values, rel=1e-14)


REFUSED = (
    "",
    " ",
    "abc",
    "2 kg",
    "1,,5",
    "1.2.3",
    "12,34,567",
    "1,2.3",
    "--",
    "3/",
    "/3",
    "()",
    "(1",
    "1)",
    "^2",
    "%",
    "1 2",
)
NOT_FINITE = ("1/0", "√(-1)", "(-8)^0,5", "10^400", "1e400", "0^-1", "(10^300)^2", "nan/1", "inf")


@pytest.mark.parametrize(
    "text", [*REFUSED, *NOT_FINITE, "__import__('os')", "1;2", "9**9**9**9", "1" * (MAX_LENGTH + 1)]
)
def test_anything_else_is_refused_in_one_line(text: str) -> None:
    with pytest.raises(SettingError) as told:
        read_number(text)
    assert "\n" not in str(told.value)


numbers = st.floats(min_value=1e-12, max_value=1e12).filter(lambda value: value != 0)


@given(numbers, st.booleans())
def test_every_way_to_write_a_number_gives_the_same_number(value: float, negative: bool) -> None:
    value = -value if negative else value
    plain = f"{value:.17g}"
    mantissa, exponent = f"{value:.17e}".split("e")
    raised = str(int(exponent)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
    for text in (
        plain,
        plain.replace(".", ",").replace("-", "−"),
        f"{mantissa}·10{raised}",
        f"{mantissa} x 10^{int(exponent)}",
        f"{100 * value:.17g} %",
        f"{2 * value:.17g}/2",
    ):
        assert any(math.isclose(reading, value, rel_tol=1e-13) for reading in read_number(text)), text


@given(st.text(alphabet="0123456789.,-−+·*/^%()√πe⁻³½ x", max_size=MAX_LENGTH))
def test_no_text_does_more_than_be_read_or_refused(text: str) -> None:
    try:
        readings = read_number(text)
    except SettingError:
        return
    assert 1 <= len(readings) <= 2
    assert all(map(math.isfinite, readings))


def test_deep_brackets_are_refused_long_before_python_is() -> None:
    depth = MAX_LENGTH // 2 - 1
    assert read_number("(" * depth + "1" + ")" * depth) == (1.0,)
    assert depth * 5 < sys.getrecursionlimit()


def question(answer: float, tolerance: float = 1e-6, **settings: Any) -> NumberExercise:
    return NumberExercise("?", answer, tolerance, "Yes.", "No.", **settings)


RIGHT = [
    (question(0.26046), ("0.26", "0,26", "0.260", "0.2605", "0.26046", "26 %", "2.6·10⁻¹")),
    (question(0.26046, digits=4), ("0.2605", "0.26046", "0.260460")),
    (question(2**0.5), ("1.4", "1.41", "√2", "1,4142")),
    (question(0.125), ("0.12", "0.13", "1/8", "12.5 %")),
    (question(1500), ("1500", "1,500", "1.500", "1 500", "1.5e3", "1.5·10³")),
    (question(1.5), ("1.5", "1,500", "3/2", "1½")),
    (question(75, percent=True), ("75", "75 %", "75,0")),
    (question(-1.5), ("-1.5", "−3/2")),
    (question(0.0), ("0", "0.0", "-0")),
    (question(0.9996), ("1.0", "0.9996")),
]
WRONG = [
    (question(0.26046), "0.27", "No."),
    (question(0.26046), "0.2604", "No."),
    (question(0.26046), "0.3", "Rounded too far: give 2 significant digits."),
    (question(0.26046, digits=4), "0.26", "Rounded too far: give 4 significant digits."),
    (question(0.26046), "-0.26", "The size is right; look at the sign."),
    (question(0.75), "75", "Right as a percentage, but without the sign: write 75 % or 0.75."),
    (question(0.75), "7.5", "The digits are right; look at the decimal point."),
    (question(75.0, percent=True), "0.75", "That is the fraction; the question asks for per cent."),
    (question(math.log(0.5), logarithm="ln"), "-1", "That is with log2; here the logarithm is ln."),
    (question(-math.log(0.5), logarithm="ln"), "0.301", "That is with log10; here the logarithm is ln."),
    (question(2.5, logarithm="log2"), "1.73", "That is with ln; here the logarithm is log2."),
    (question(1500), "1499", "No."),
    (question(157), "160", "No."),
    (question(0.0), "0.1", "No."),
    (question(0.5, slips={-0.5: "Mind the minus."}), "−0,5", "Mind the minus."),
    (question(0.5, slips={1 / 3: "A third."}), "0.33", "A third."),
]


@pytest.mark.parametrize(("exercise", "texts"), RIGHT)
def test_right_however_it_is_written(exercise: NumberExercise, texts: tuple[str, ...]) -> None:
    assert [text for text in texts if not exercise.check(text).right] == []


@pytest.mark.parametrize(("exercise", "text", "message"), WRONG)
def test_wrong_and_why(exercise: NumberExercise, text: str, message: str) -> None:
    verdict = exercise.check(text)
    assert (verdict.right, verdict.message) == (False, message)


@given(numbers, st.integers(2, 12))
def test_a_number_rounded_to_two_or_more_digits_is_right(answer: float, digits: int) -> None:
    exercise = question(answer, tolerance=0.0)
    rounded = float(f"{answer:.{digits - 1}e}")
    if answer != round(answer):
        assert exercise.check(rounded).right
    moved = rounded + 2 * 10.0 ** (math.floor(math.log10(answer)) - digits + 1)
    assert not question(answer, tolerance=0.0, digits=digits).check(moved).right


def test_an_unknown_logarithm_is_refused() -> None:
    with pytest.raises(SettingError, match="logarithm must be one of ln, log2, log10"):
        question(1.0, logarithm="log")
