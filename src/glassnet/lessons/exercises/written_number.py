"""Numbers as people write them: 1,5 and 1.5, 3/2, 75 %, 5·10⁻³, 1e-3, −2, √2; read by a grammar of its own.

    sum      = product { ("+" | "-") product }
    product  = power { ("·" | "/") power }
    power    = "-" power | "+" power | atom [ "^" power | superscript ] { "%" }
    atom     = digits | vulgar fraction | digits vulgar fraction | "π" | "√" power | "(" sum ")"

A separator in front of exactly three digits can mean decimals or thousands: 1,500 is read as 1.5 and as 1500.
"""

import math
import re
from collections.abc import Callable

from glassnet.base.errors import SettingError

MAX_LENGTH = 60
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SPELLINGS = (
    (r"[−–‒‐‑﹣－]", "-"),
    (r"\*\*", "^"),
    (r"[·×∙⋅*]|(?<=[\d)])\s*[xX]\s*(?=[\d(])", "·"),
    (r"[÷∕⁄:]", "/"),
    (r"[％﹪]", "%"),
    (r"sqrt|√", "√"),
    (r"\bpi\b|π", "π"),
    (r"(?<=\d)[\s'’](?=\d{3}(?!\d))", ""),  # 1 000, 1'000
)
"""Other ways to write the signs of the grammar."""
VULGAR = {
    "½": 1 / 2,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "¼": 1 / 4,
    "¾": 3 / 4,
    "⅕": 1 / 5,
    "⅛": 1 / 8,
    "⅜": 3 / 8,
    "⅝": 5 / 8,
    "⅞": 7 / 8,
}
TOKEN = re.compile(
    r"(?P<digits>(?:\d+(?:[.,]\d*)*|[.,]\d+)(?:[eE][+-]?\d+)?)|(?P<raised>[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    rf"|(?P<vulgar>[{''.join(VULGAR)}])|(?P<sign>[-+·/^%()√π])"
)
TWO_MEANINGS = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}|,\d{3})$")
HOW = "write 0.5, 0,5, 1/2, 50 %, 5·10⁻¹, 5e-1 or √0.25"

Token = tuple[str, str]


def read_number(text: str) -> tuple[float, ...]:
    """Return what a written number may mean: one value, or two where a separator may be for decimals or thousands.

    Raises:
        SettingError: it isn't a number, or not a finite one.

    >>> read_number("−3/2"), read_number("75 %"), read_number("5·10⁻³"), read_number("√0,25")
    ((-1.5,), (0.75,), (0.005,), (0.5,))
    >>> read_number("1,500")
    (1.5, 1500.0)
    >>> read_number("about 2")
    Traceback (most recent call last):
    glassnet.base.errors.SettingError: “about 2” is not a number: write 0.5, 0,5, 1/2, 50 %, 5·10⁻¹, 5e-1 or √0.25.
    """
    if len(text) > MAX_LENGTH:
        raise SettingError(f"A number has at most {MAX_LENGTH} characters; this has {len(text)}.")
    tokens = _tokens(text)
    try:
        found = [_Reader(tokens, thousands=thousands).value() for thousands in (False, True)]
    except SyntaxError as error:
        raise SettingError(f"“{text.strip()}” is not a number: {HOW}.") from error
    except (ArithmeticError, ValueError, TypeError) as error:
        raise SettingError(f"“{text.strip()}” has no finite value.") from error
    if not all(map(math.isfinite, found)):
        raise SettingError(f"“{text.strip()}” has no finite value.")
    return tuple(dict.fromkeys(found))


def is_percentage(text: str) -> bool:
    """Return whether a number is written with a percent sign."""
    return "%" in _spelled(text)


def _spelled(text: str) -> str:
    text = text.strip().lstrip("=≈~ ")
    for pattern, sign in SPELLINGS:
        text = re.sub(pattern, sign, text)
    return text


def _tokens(text: str) -> list[Token]:
    spelled, tokens, place = _spelled(text), list[Token](), 0
    while place < len(spelled):
        if spelled[place].isspace():
            place += 1
            continue
        found = TOKEN.match(spelled, place)
        if found is None:
            raise SettingError(f"“{text.strip()}” is not a number: {HOW}.")
        tokens.append((str(found.lastgroup), found[0]))
        place = found.end()
    return tokens


def _digits(text: str, *, thousands: bool) -> float:
    """Return the value of digits with separators; the last one is the decimal one unless it can only mean thousands.

    >>> _digits("1.234,5", thousands=False), _digits("1,234,567", thousands=False), _digits("1,234", thousands=True)
    (1234.5, 1234567.0, 1234.0)
    """
    mantissa, _, exponent = text.lower().partition("e")
    separators = re.sub(r"\d", "", mantissa)
    grouped = len(separators) > 1 and len(set(separators)) == 1
    if grouped and not re.fullmatch(r"\d{1,3}([.,]\d{3})+", mantissa):
        raise SyntaxError(text)
    if grouped or (thousands and TWO_MEANINGS.fullmatch(mantissa)):
        whole, decimals = mantissa, ""
    else:
        whole, _, decimals = mantissa.replace(",", ".").rpartition(".") if separators else (mantissa, "", "")
        if separators[:-1] and not re.fullmatch(r"\d{1,3}(\.\d{3})+", whole):
            raise SyntaxError(text)
    return float(f"{re.sub('[.,]', '', whole)}.{decimals}e{exponent or 0}")


class _Reader:
    """Reads the tokens of one number from left to right."""

    def __init__(self, tokens: list[Token], *, thousands: bool) -> None:
        self._tokens = [*tokens, ("end", "")]
        self._thousands = thousands

    def value(self) -> float:
        value = self._sum()
        self._expect("end", "")
        return value

    def _sum(self) -> float:
        return self._chain(self._product, {"+": lambda a, b: a + b, "-": lambda a, b: a - b})

    def _product(self) -> float:
        return self._chain(self._power, {"·": lambda a, b: a * b, "/": lambda a, b: a / b})

    def _chain(self, part: Callable[[], float], signs: dict[str, Callable[[float, float], float]]) -> float:
        value = part()
        while self._tokens[0][1] in signs and self._tokens[0][0] == "sign":
            value = signs[self._take()[1]](value, part())
        return value

    def _power(self) -> float:
        kind, text = self._tokens[0]
        if (kind, text) in (("sign", "-"), ("sign", "+")):
            self._take()
            return -self._power() if text == "-" else self._power()
        value = self._atom()
        if self._tokens[0] == ("sign", "^"):
            self._take()
            value = _raised(value, self._power())
        elif self._tokens[0][0] == "raised":
            value = _raised(value, int(self._take()[1].translate(SUPERSCRIPTS)))
        while self._tokens[0] == ("sign", "%"):
            self._take()
            value /= 100
        return value

    def _atom(self) -> float:
        kind, text = self._take()
        if kind == "digits":
            value = _digits(text, thousands=self._thousands)
            return value + VULGAR[self._take()[1]] if self._tokens[0][0] == "vulgar" else value
        if kind == "vulgar":
            return VULGAR[text]
        if (kind, text) == ("sign", "π"):
            return math.pi
        if (kind, text) == ("sign", "√"):
            return math.sqrt(self._power())
        if (kind, text) == ("sign", "("):
            value = self._sum()
            self._expect("sign", ")")
            return value
        raise SyntaxError(text)

    def _take(self) -> Token:
        return self._tokens.pop(0) if len(self._tokens) > 1 else self._tokens[0]

    def _expect(self, *token: str) -> None:
        if self._take() != token:
            raise SyntaxError(token[1])


def _raised(base: float, exponent: float) -> float:
    value = float(base) ** float(exponent)
    if isinstance(value, complex):
        raise ValueError(base)  # an even root of a negative number
    return value
