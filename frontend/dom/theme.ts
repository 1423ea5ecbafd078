// The theme of the page around the widget, and changes to it.
import type { Theme } from "../lib/palette.ts";
import { FORCED_QUERY } from "./ink.ts";

const DARK_QUERY = "(prefers-color-scheme: dark)";

/**
 * Our own `data-theme`, then marimo's and JupyterLab's conventions, then the system's preference. In forced-colours mode
 * only the system's preference counts: it says whether the canvas is light or dark.
 */
export function currentTheme(): Theme {
  if (matchMedia(FORCED_QUERY).matches) return systemTheme();
  const own = document.documentElement.dataset["theme"];
  if (own === "light" || own === "dark") return own;
  const { classList, dataset } = document.body;
  if (classList.contains("dark") || classList.contains("dark-theme")) return "dark";
  if (classList.contains("light") || classList.contains("light-theme")) return "light";
  if (dataset["jpThemeLight"]) return dataset["jpThemeLight"] === "false" ? "dark" : "light";
  return systemTheme();
}

function systemTheme(): Theme {
  return matchMedia(DARK_QUERY).matches ? "dark" : "light";
}

/** Call back with the theme now and whenever it changes; returns a function that stops it. */
export function watchTheme(callback: (theme: Theme) => void): () => void {
  let shown = "";
  const queries = [matchMedia(DARK_QUERY), matchMedia(FORCED_QUERY)];
  const look = (): void => {
    const theme = currentTheme();
    const now = `${theme} ${queries[1]!.matches}`;
    if (now === shown) return;
    shown = now;
    callback(theme);
  };
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "data-theme", "data-jp-theme-light"] });
  }
  for (const query of queries) query.addEventListener("change", look);
  look();
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener("change", look);
  };
}

export function prefersReducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
