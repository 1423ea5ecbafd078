"""What labels of classes are, and class names in snake case."""

import re
from typing import TypeAlias

Label: TypeAlias = str | bool | int | float
"""What a class is called: a text, a whole number, True or False, or a number with decimals."""

NEW_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9]{2})(?=[A-Z][a-z])")
"""The place before a capital that follows a lower-case letter, or that starts a word after an abbreviation."""


def snake_case(name: str) -> str:
    """Return a class name in snake case; "ReLU" counts as one word.

    >>> [snake_case(name) for name in ("GroupNorm", "MultiHeadSelfAttention", "Conv2DTranspose", "PReLU", "LSTM")]
    ['group_norm', 'multi_head_self_attention', 'conv2d_transpose', 'prelu', 'lstm']
    """
    return NEW_WORD.sub("_", name.replace("ReLU", "Relu")).lower()
