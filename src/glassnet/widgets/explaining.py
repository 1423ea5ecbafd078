"""Asking why a number is what it is: which number, and how much of a long sum is to be shown."""

from dataclasses import replace

from glassnet.base.checks import whole_number
from glassnet.base.errors import SettingError
from glassnet.explain import Explanation, Reference, parse_reference
from glassnet.widgets.asking import Fields

LONGEST_REFERENCE = 120
MOST_TERMS = 400


def asked_reference(fields: Fields) -> Reference:
    """Return the number that a request asks for.

    Raises:
        SettingError: it names none.

    >>> asked_reference({"reference": "dense_1.z[0, 3]"})
    Reference(layer='dense_1', part='z', index=(0, 3))
    """
    text = fields.get("reference")
    if not isinstance(text, str) or len(text) > LONGEST_REFERENCE:
        raise SettingError(f"reference must name a number, such as dense_1.z[0, 3]; got {text!r:.100}.")
    return parse_reference(text)


def with_terms(explanation: Explanation, fields: Fields) -> Explanation:
    """Return an explanation that shows as many terms of a long sum as a request wants.

    Raises:
        SettingError: that is no number of terms.
    """
    if fields.get("terms") is None:
        return explanation
    return replace(explanation, terms=whole_number("terms", fields["terms"], minimum=1, maximum=MOST_TERMS))
