"""Things that no setting is meant to be, and what each class of the catalogue needs to be made at all."""

import math
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from scipy import sparse

import glassnet as gn


class Thing:
    """An object of nobody's kind."""


JUNK: dict[str, Any] = {
    "None": None,
    "object": Thing(),
    "class": Thing,
    "function of nothing": lambda: None,
    "bytes": b"ab",
    "text over two lines": "no such\nname",
    "empty text": "",
    "long text": "x" * 5000,
    "NaN": math.nan,
    "infinity": math.inf,
    "minus infinity": -math.inf,
    "negative": -1,
    "zero": 0,
    "half": 0.5,
    "huge": 10**400,
    "True": True,
    "complex": 1j,
    "list": [],
    "tuple": (),
    "mapping": {},
    "mapping of objects": {"a": Thing()},
    "set": {1},
    "ragged": [[1], [2, 3]],
    "words": ["a", "b"],
    "range": range(3),
    "ellipsis": ...,
    "module": math,
    "exception": ValueError("x\ny"),
    "NumPy NaN": np.float64("nan"),
    "0-d NaN": np.array(math.nan),
    "NumPy text": np.str_("junk"),
    "NumPy bool": np.bool_(True),
    "NumPy complex": np.complex64(1j),
    "date": np.datetime64("2020-01-01"),
    "masked": np.ma.masked,
    "matrix": np.zeros((3, 3)),
    "long array": np.zeros(10_000),
    "objects": np.array([None, "a"]),
    "number type": np.dtype("float32"),
    "class of layers": gn.Dense,
    "layer": gn.Dense(1),
    "loss": gn.Hinge(),
    "rule": gn.SGD(0.1),
}

MORE_JUNK: dict[str, Any] = {
    "fraction": Fraction(1, 3),
    "decimal": Decimal("0.1"),
    "signalling decimal": Decimal("sNaN"),
    "8 bits": np.int8(-128),
    "16 bits": np.float16("inf"),
    "long double": np.longdouble("1e400"),
    "2**200": 2**200,
    "smallest": 5e-324,
    "largest": 1.7e308,
    "minus zero": -0.0,
    "blank": " ",
    "digits": "12",
    "number in words": "0.5",
    "NUL": "a\0b",
    "control characters": "a\x1b[31m\r",
    "half a character": "\ud800",
    "bytearray": bytearray(b"ab"),
    "path": Path("nowhere"),
    "generator": (n for n in range(2)),
    "frame": pd.DataFrame({"a": [1, 2]}),
    "series": pd.Series(["a", None]),
    "nullable": pd.Series([1, None], dtype="Int64"),
    "missing": pd.NA,
    "sparse": sparse.eye(3).tocsr(),
    "empty array": np.zeros((0, 2)),
    "no axes": np.zeros(()),
    "complex array": np.zeros(3, complex),
    "record": np.zeros(2, [("a", int)]),
    "times": np.zeros(2, "datetime64[s]"),
    "text array": np.array(["a", "b"]),
    "deep": [[[[[]]]]],
    "deeper": {"a": {"b": {"c": {}}}},
    "frozen set": frozenset(("a",)),
    "type": int,
    "function of many": lambda a, b, c, d, e, f: None,
    "run file": gn.RunFileError("x"),
    "network": gn.Network([gn.Dense(1)]),
    "recipe": gn.Recipe("hinge"),
    "data": gn.data.moons(10),
}
"""Further things, of which a setting or an argument may understand some."""

NEEDED: dict[str, Any] = {
    "activation": "relu",
    "body": [gn.Dense(2)],
    "chains": [[gn.Dense(2)], [gn.Dense(2)]],
    "degrees": 10.0,
    "deviation": 0.1,
    "every": 2,
    "filters": 2,
    "formula": "(p - t)^2",
    "gradient_function": lambda prediction, target: prediction - target,
    "groups": 1,
    "heads": 2,
    "high": 1.5,
    "l1_rate": 0.1,
    "l2_rate": 0.1,
    "layer": gn.SimpleRNN(2),
    "layers": [gn.Dense(1)],
    "limit": 1.0,
    "loss": "mean_squared_error",
    "low": 0.5,
    "pixels": 2.0,
    "q": 0.5,
    "rate": 0.5,
    "features": [0],
    "shape": (2,),
    "size": 2,
    "steps": 10,
    "units": 3,
    "value_function": lambda prediction, target: prediction - target,
    "vocabulary": 5,
}
"""A value for every argument that has no default."""

UNDERSTOOD: dict[str, tuple[str, ...]] = {
    "float": ("negative", "zero", "half"),
    "int": ("negative", "zero"),
    "bool": ("True", "NumPy bool"),
    "str": (),
    "None": ("None",),
    "other": ("None", "negative", "zero", "list", "tuple", "mapping", "layer", "loss", "rule", "function of nothing"),
}
"""What a setting of each type may turn out to understand; the rest of the junk is refused whatever the setting."""


def may_be_understood(hint: str) -> set[str]:
    """Return the junk that a setting with that annotation may take."""
    words = {word.strip() for word in hint.split("|")}
    return {name for word in words for name in UNDERSTOOD.get(word, UNDERSTOOD["other"])}
