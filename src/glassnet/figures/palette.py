"""Every colour, space and text size, declared once for pages, widgets and figures.

`make generate` writes style sheets and TypeScript from it (tools/palette.py). Scales suit colour-blind readers: values
run from orange (negative) to blue, gradients from purple to green, and lines of a plot also differ in their dashes.
"""

from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Color:
    """A colour for one purpose.

    Arguments:
        light: its value on a light page, as #rrggbb or #rrggbbaa.
        dark: its value on a dark page.
        forced: the system colour, by its CSS name, for forced colours (Windows' contrast themes); "" for colours that
            represent numbers, which keep their light or dark value.

    >>> COLORS["ink"]
    Color(light='#17202b', dark='#e8edf3', forced='CanvasText')
    """

    light: str
    dark: str
    forced: str = ""


def everywhere(color: str) -> Color:
    """Return a colour that is the same on light and dark pages."""
    return Color(color, color)


WHITE, BLACK = "#ffffff", "#000000"
FAINT, FAINTER = "#88888888", "#88888844"
"""For fine lines on any page."""
BLUE, ORANGE = "#2a78d6", "#e8710a"
INKS = (BLUE, ORANGE, "#7c4fd6", "#008a62", "#c2417f", "#7a8290")
"""For lines of static figures: distinguishable with any common colour vision, on light and dark pages."""

MARK_INKS = (*INKS, "#9a6b00", "#0090a8", "#d1404f", "#5b8c00")
"""For the kinds of marks: ten, so that each digit has a colour of its own."""

COLORS = MappingProxyType(
    {
        "page": Color(WHITE, "#11161c", "Canvas"),
        "raised": Color("#f5f7fa", "#1a212a", "Canvas"),
        "ink": Color("#17202b", "#e8edf3", "CanvasText"),
        "quiet": Color("#556372", "#a3b0bf", "CanvasText"),
        "line": Color("#d8dee6", "#313c49", "CanvasText"),
        "field": Color("#767f8a", "#8d97a3", "CanvasText"),  # borders of fields and buttons
        "accent": Color("#1b4f9c", "#8ab8ff", "Highlight"),
        "on-accent": Color(WHITE, "#0c1622", "HighlightText"),
        "alert": Color("#fff4e5", "#33240f", "Canvas"),
        "made": Color("#fff1c2", "#4a3d12", "Canvas"),  # behind numbers that the selected number was computed from
        "lit": Color("#ffd54a", "#ffd54a", "Highlight"),  # behind a highlighted symbol
        "on-lit": Color("#17202b", "#17202b", "HighlightText"),
        "lit-line": Color("#17202b", WHITE, "CanvasText"),
        "underline": Color("#8b97a5", "#8b97a5", "CanvasText"),
        "spark": everywhere("#ffb25e"),  # the hidden units in the site's logo
        "veil": everywhere("#0a0e1480"),
        "shadow": everywhere("#00000040"),
        "white": everywhere(WHITE),
        "black": everywhere(BLACK),
        # numbers
        "negative": Color("#d95f0e", "#f08a3c"),
        "neutral": Color("#f4f4f2", "#252c35"),
        "positive": Color("#1f6fc5", "#4c9bec"),
        "minus": Color("#7b3294", "#d3a4e8"),  # gradients
        "plus": Color("#1b7837", "#7fd39a"),
        "contour": Color("#17202b66", "#e8edf373"),
        # data and loss
        "class-0": Color("#b34700", "#ffb27a"),
        "class-1": Color("#0b4f9e", "#8cc4ff"),
        "spot": everywhere("#0b4f9e"),  # marks a place in an image, next to white
        "train": Color("#16181d", "#f2f3f5", "CanvasText"),
        "test": Color("#6d28d9", "#b794f6", "LinkText"),
        "mark": Color("#8a8f9a", "#7d838f", "CanvasText"),
        # lines of one plot, which also differ in their dashes
        "series-1": Color("#0b4f9e", "#8cc4ff"),
        "series-2": Color("#b34700", "#ffb27a"),
        "series-3": Color("#6d28d9", "#c9a8ff"),
        "series-4": Color("#00694a", "#6fd6a8"),
        "series-5": Color("#a0145a", "#ff9cc8"),
        "series-6": Color("#3f4652", "#c3cad4"),
    }
)

SPACES = MappingProxyType(
    {
        "half": 2,
        "1": 4,
        "1-half": 6,
        "2": 8,
        "2-half": 10,
        "3": 12,
        "3-half": 14,
        "4": 16,
        "5": 20,
        "6": 24,
        "8": 32,
        "12": 48,
    }
)
"""Gaps and margins in pixels; the name gives the multiple of four."""

TEXT_SIZES = MappingProxyType(
    {"tiny": 11, "label": 12, "small": 13, "compact": 14, "text": 15, "question": 16, "lead": 17, "title": 19}
)
"""Text sizes in pixels: 15 for the text of widgets, 17 for pages."""
