// Which theme the page around the widget wears, and when that changes.
import type { Theme } from "../lib/colors.ts";

/** Our own `data-theme`, then marimo's and JupyterLab's ways of saying it, then the system's wish. */
export function currentTheme(): Theme {
  const own = document.documentElement.dataset["theme"];
  if (own === "light" || own === "dark") return own;
  const { classList, dataset } = document.body;
  if (classList.contains("dark") || classList.contains("dark-theme")) return "dark";
  if (classList.contains("light") || classList.contains("light-theme")) return "light";
  if (dataset["jpThemeLight"]) return dataset["jpThemeLight"] === "false" ? "dark" : "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Call back with the theme now and whenever it changes; returns how to stop. */
export function watchTheme(callback: (theme: Theme) => void): () => void {
  let shown: Theme | null = null;
  const look = (): void => {
    const theme = currentTheme();
    if (theme !== shown) callback((shown = theme));
  };
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "data-theme", "data-jp-theme-light"] });
  }
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", look);
  look();
  return () => {
    observer.disconnect();
    query.removeEventListener("change", look);
  };
}

export function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
