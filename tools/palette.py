"""Write the files made from the palette (src/glassnet/figures/palette.py): style sheets, TypeScript, the icon."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from glassnet.figures.palette import COLORS, SPACES, TEXT_SIZES, Color

ROOT = Path(__file__).resolve().parent.parent
HEADING = "Written by `make generate` from src/glassnet/figures/palette.py: change it there."
PAGES = ROOT / "src/glassnet/app/static/palette.css"
WIDGETS = ROOT / "frontend/dom/palette.css"
SCRIPTS = ROOT / "frontend/lib/palette.ts"
ICON = ROOT / "src/glassnet/app/static/favicon.svg"


def written() -> dict[Path, str]:
    """Return every file that follows from the palette, with its text."""
    return {PAGES: page_style(), WIDGETS: widget_style(), SCRIPTS: scripts(), ICON: icon()}


def page_style() -> str:
    """Return the style sheet of pages: their root says which theme the reader chose, or leaves it to the system."""
    dark = rule(':root:not([data-theme="light"])', "color-scheme: dark;", *colors(lambda color: color.dark))
    return sheet(
        rule(":root", "color-scheme: light;", *colors(lambda color: color.light), *sizes()),
        rule(':root[data-theme="dark"]', "color-scheme: dark;", *colors(lambda color: color.dark)),
        media("prefers-color-scheme: dark", dark),
        media("forced-colors: active", rule(":root:root", *forced())),
    )


def widget_style() -> str:
    """Return the style sheet of widgets: what they stand in may have a theme of its own."""
    return sheet(
        rule(".gn-root", "color-scheme: light;", *colors(lambda color: color.light), *sizes()),
        rule('.gn-root[data-theme="dark"]', "color-scheme: dark;", *colors(lambda color: color.dark)),
        media("forced-colors: active", rule(".gn-root.gn-root", *forced())),
    )


def scripts() -> str:
    """Return the palette as TypeScript."""
    both = {name: {"light": color.light, "dark": color.dark} for name, color in COLORS.items()}
    system = {name: color.forced for name, color in COLORS.items() if color.forced}
    return "\n".join(
        [
            f"// {HEADING}",
            "",
            'export type Theme = "light" | "dark";',
            "export type ColorName = keyof typeof COLORS;",
            "",
            f"export const COLORS = {table(both)} as const;",
            "",
            "/** What the system's colours stand in for where the reader forces colours. */",
            f"export const FORCED: Partial<Record<ColorName, string>> = {table(system)};",
            "",
            "/** Gaps and margins in pixels; the name says how many times four. */",
            f"export const SPACES = {json.dumps(dict(SPACES))} as const;",
            "",
            "/** Sizes of type in pixels. */",
            f"export const TEXT_SIZES = {json.dumps(dict(TEXT_SIZES))} as const;",
            "",
        ]
    )


def icon() -> str:
    """Return the site's icon: a network of two inputs, three units and one output."""
    white = COLORS["white"].light
    lines = "M8 10 17 7M8 10l9 9M8 22 17 7M8 22l9-3M8 22l9 5M8 10l9 17M17 7l8 9M17 19l8-3M17 27l8-11"
    hidden = "".join(f'<circle cx="17" cy="{y}" r="3"/>' for y in (7, 19, 27))
    ends = "".join(f'<circle cx="{x}" cy="{y}" r="3"/>' for x, y in ((8, 10), (8, 22), (25, 16)))
    return "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">',
            f'  <rect width="32" height="32" rx="7" fill="{COLORS["accent"].light}"/>',
            f'  <g stroke="{white}" stroke-width="1.5" stroke-opacity=".7"><path d="{lines}"/></g>',
            f'  <g fill="{white}">{ends}</g>',
            f'  <g fill="{COLORS["spark"].light}">{hidden}</g>',
            "</svg>",
            "",
        ]
    )


def colors(look: Callable[[Color], str]) -> list[str]:
    """Return the declarations of all colours under one theme."""
    return [f"--gn-{name}: {look(color)};" for name, color in COLORS.items()]


def forced() -> list[str]:
    """Return the declarations of what the system's colours stand in for."""
    return [f"--gn-{name}: {color.forced};" for name, color in COLORS.items() if color.forced]


def sizes() -> list[str]:
    """Return the declarations of spaces and sizes of type."""
    spaces = [f"--gn-space-{name}: {pixels}px;" for name, pixels in SPACES.items()]
    return spaces + [f"--gn-text-{name}: {pixels}px;" for name, pixels in TEXT_SIZES.items()]


def rule(selector: str, *declarations: str) -> str:
    """Return one rule of a style sheet."""
    return "\n".join([f"{selector} {{", *(f"  {line}" for line in declarations), "}"])


def media(query: str, inside: str) -> str:
    """Return a rule that holds under a condition."""
    return "\n".join([f"@media ({query}) {{", *(f"  {line}" for line in inside.splitlines()), "}"])


def sheet(*rules: str) -> str:
    """Return a style sheet."""
    return "\n".join([f"/* {HEADING} */", *rules, ""])


def table(rows: Mapping[str, object]) -> str:
    """Return an object of TypeScript, one row a line."""
    return "\n".join(["{", *(f"  {json.dumps(name)}: {json.dumps(row)}," for name, row in rows.items()), "}"])
