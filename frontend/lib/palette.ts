// Written by `make generate` from src/glassnet/figures/palette.py: change it there.

export type Theme = "light" | "dark";
export type ColorName = keyof typeof COLORS;

export const COLORS = {
  "page": {"light": "#ffffff", "dark": "#11161c"},
  "raised": {"light": "#f5f7fa", "dark": "#1a212a"},
  "ink": {"light": "#17202b", "dark": "#e8edf3"},
  "quiet": {"light": "#556372", "dark": "#a3b0bf"},
  "line": {"light": "#d8dee6", "dark": "#313c49"},
  "field": {"light": "#767f8a", "dark": "#8d97a3"},
  "accent": {"light": "#1b4f9c", "dark": "#8ab8ff"},
  "on-accent": {"light": "#ffffff", "dark": "#0c1622"},
  "alert": {"light": "#fff4e5", "dark": "#33240f"},
  "made": {"light": "#fff1c2", "dark": "#4a3d12"},
  "lit": {"light": "#ffd54a", "dark": "#ffd54a"},
  "on-lit": {"light": "#17202b", "dark": "#17202b"},
  "lit-line": {"light": "#17202b", "dark": "#ffffff"},
  "underline": {"light": "#8b97a5", "dark": "#8b97a5"},
  "spark": {"light": "#ffb25e", "dark": "#ffb25e"},
  "veil": {"light": "#0a0e1480", "dark": "#0a0e1480"},
  "shadow": {"light": "#00000040", "dark": "#00000040"},
  "white": {"light": "#ffffff", "dark": "#ffffff"},
  "black": {"light": "#000000", "dark": "#000000"},
  "negative": {"light": "#d95f0e", "dark": "#f08a3c"},
  "neutral": {"light": "#f4f4f2", "dark": "#252c35"},
  "positive": {"light": "#1f6fc5", "dark": "#4c9bec"},
  "minus": {"light": "#7b3294", "dark": "#d3a4e8"},
  "plus": {"light": "#1b7837", "dark": "#7fd39a"},
  "contour": {"light": "#17202b66", "dark": "#e8edf373"},
  "class-0": {"light": "#b34700", "dark": "#ffb27a"},
  "class-1": {"light": "#0b4f9e", "dark": "#8cc4ff"},
  "spot": {"light": "#0b4f9e", "dark": "#0b4f9e"},
  "train": {"light": "#16181d", "dark": "#f2f3f5"},
  "test": {"light": "#6d28d9", "dark": "#b794f6"},
  "mark": {"light": "#8a8f9a", "dark": "#7d838f"},
  "series-1": {"light": "#0b4f9e", "dark": "#8cc4ff"},
  "series-2": {"light": "#b34700", "dark": "#ffb27a"},
  "series-3": {"light": "#6d28d9", "dark": "#c9a8ff"},
  "series-4": {"light": "#00694a", "dark": "#6fd6a8"},
  "series-5": {"light": "#a0145a", "dark": "#ff9cc8"},
  "series-6": {"light": "#3f4652", "dark": "#c3cad4"},
} as const;

/** What the system's colours stand in for where the reader forces colours. */
export const FORCED: Partial<Record<ColorName, string>> = {
  "page": "Canvas",
  "raised": "Canvas",
  "ink": "CanvasText",
  "quiet": "CanvasText",
  "line": "CanvasText",
  "field": "CanvasText",
  "accent": "Highlight",
  "on-accent": "HighlightText",
  "alert": "Canvas",
  "made": "Canvas",
  "lit": "Highlight",
  "on-lit": "HighlightText",
  "lit-line": "CanvasText",
  "underline": "CanvasText",
  "train": "CanvasText",
  "test": "LinkText",
  "mark": "CanvasText",
};

/** Gaps and margins in pixels; the name says how many times four. */
export const SPACES = {"half": 2, "1": 4, "1-half": 6, "2": 8, "2-half": 10, "3": 12, "3-half": 14, "4": 16, "5": 20, "6": 24, "8": 32, "12": 48} as const;

/** Sizes of type in pixels. */
export const TEXT_SIZES = {"tiny": 11, "label": 12, "small": 13, "compact": 14, "text": 15, "question": 16, "lead": 17, "title": 19} as const;
