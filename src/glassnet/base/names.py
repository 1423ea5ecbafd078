"""How a class is called where names are written in small letters."""

import re

NEW_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z0-9]{2})(?=[A-Z][a-z])")
"""Before a capital that follows a small letter, or that begins a word after an abbreviation."""


def snake_case(name: str) -> str:
    """Return the words of a class's name, joined by underscores; "ReLU" is one word.

    >>> [snake_case(name) for name in ("GroupNorm", "MultiHeadSelfAttention", "Conv2DTranspose", "PReLU", "LSTM")]
    ['group_norm', 'multi_head_self_attention', 'conv2d_transpose', 'prelu', 'lstm']
    """
    return NEW_WORD.sub("_", name.replace("ReLU", "Relu")).lower()
