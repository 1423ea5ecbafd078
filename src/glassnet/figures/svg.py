"""Building blocks of drawings: text, dots, groups with a symbol, and the enclosing SVG element.

Drawings use the page's text colour (`currentColor`), so the same drawing suits the light and the dark theme.
"""

from html import escape

from glassnet.base.errors import SettingError
from glassnet.base.symbols import symbol_name
from glassnet.figures.palette import BLUE, TEXT_SIZES, WHITE
from glassnet.figures.still import Still

STYLE = f"""<style>
.glassnet-pictures {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; }}
.glassnet-pictures > .glassnet-picture {{ flex: var(--wide) 1 calc(0.75px * var(--wide)); }}
.glassnet-picture {{ width: 100%; font: {TEXT_SIZES["label"]}px system-ui, sans-serif; color: inherit; }}
@media (max-width: 480px) {{ .glassnet-wide {{ font-size: {TEXT_SIZES["compact"]}px; }} }}
.glassnet-picture text {{ fill: currentColor; }}
.glassnet-picture .grid {{ stroke: currentColor; opacity: 0.15; }}
.glassnet-picture .frame {{ fill: none; stroke: currentColor; opacity: 0.4; }}
.glassnet-picture .curve {{ fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linejoin: round; }}
.glassnet-picture .goal {{ stroke: {BLUE}; stroke-dasharray: 2 4; }}
.glassnet-picture .hit {{ fill: none; stroke: transparent; stroke-width: 24; pointer-events: stroke; }}
.glassnet-picture .marker {{ fill: {BLUE}; stroke: {WHITE}; stroke-width: 2; }}
</style>"""


def drawing(body: str, width: float, height: float, label: str, *, above: float = 0, grows: float = 1.2) -> Still:
    """Return a drawing that fills the available width; drawings side by side share it in proportion to their widths.

    Arguments:
        body: the content, as SVG.
        width, height: size of the drawing in its own units.
        label: alternative text: what the drawing shows.
        above: extra space above the drawing.
        grows: the largest factor by which it may be enlarged on the page.

    Raises:
        SettingError: the label is empty.
    """
    if not isinstance(label, str) or not label.strip():
        raise SettingError(f"label must describe the figure for readers who can't see it; got {label!r}.")
    # wide drawings shrink on a phone, where their text is larger
    kind = "glassnet-picture glassnet-wide" if width > 300 else "glassnet-picture"
    return Still(
        f'<svg class="{kind}" style="--wide: {width:g}; max-width: {grows * width:.0f}px" '
        f'viewBox="0 {0 - above:g} {width:g} {height + above:g}" role="img" '
        f'aria-label="{escape(label, quote=True)}">{STYLE}{body}</svg>'
    )


def words(x: float, y: float, content: str, anchor: str = "middle", *, turned: bool = False, kind: str = "") -> str:
    """Return a line of text; `turned` makes it read upwards."""
    turn = f' transform="rotate(-90 {x:.1f} {y:.1f})"' if turned else ""
    of_kind = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{turn}{of_kind}>{escape(content)}</text>'


def dot(x: float, y: float, radius: float, ink: str, kind: str = "dot") -> str:
    """Return a dot with a white outline."""
    rim = f'stroke="{WHITE}" stroke-width="1"'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{ink}" {rim} class="{kind}"/>'


def group(symbol: str, drawn: str) -> str:
    """Return SVG as a group; with a symbol, the group lights up with that symbol on a lesson's page."""
    return f'<g data-symbol="{symbol_name(symbol)}">{drawn}</g>' if symbol else f"<g>{drawn}</g>"


def minus(text: str) -> str:
    """Replace hyphens by minus signs.

    >>> minus("-0.5")
    '−0.5'
    """
    return text.replace("-", "−")


def rgb(ink: str) -> list[int]:
    """Return a colour "#rrggbb" as three numbers from 0 to 255.

    >>> rgb("#2a78d6")
    [42, 120, 214]
    """
    return list(bytes.fromhex(ink[1:]))
