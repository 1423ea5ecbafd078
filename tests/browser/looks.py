"""The four looks of a page: each width and each theme is checked every time, all four by `make test-all`."""

import pytest

DESK, PHONE = 1280, 390
LOOKS = pytest.mark.parametrize(
    ("width", "theme"),
    [
        pytest.param(DESK, "light", id="desk-light"),
        pytest.param(PHONE, "dark", id="phone-dark"),
        pytest.param(DESK, "dark", id="desk-dark", marks=pytest.mark.slow),
        pytest.param(PHONE, "light", id="phone-light", marks=pytest.mark.slow),
    ],
)
