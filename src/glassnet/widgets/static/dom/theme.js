// dom/theme.ts
import { FORCED_QUERY } from "./ink.js";
var DARK_QUERY = "(prefers-color-scheme: dark)";
function currentTheme() {
  if (matchMedia(FORCED_QUERY).matches) return systemTheme();
  const own = document.documentElement.dataset["theme"];
  if (own === "light" || own === "dark") return own;
  const { classList, dataset } = document.body;
  if (classList.contains("dark") || classList.contains("dark-theme")) return "dark";
  if (classList.contains("light") || classList.contains("light-theme")) return "light";
  if (dataset["jpThemeLight"]) return dataset["jpThemeLight"] === "false" ? "dark" : "light";
  return systemTheme();
}
function systemTheme() {
  return matchMedia(DARK_QUERY).matches ? "dark" : "light";
}
function watchTheme(callback) {
  let shown = "";
  const queries = [matchMedia(DARK_QUERY), matchMedia(FORCED_QUERY)];
  const look = () => {
    const theme = currentTheme();
    const now = `${theme} ${queries[1].matches}`;
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
function prefersReducedMotion() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
export {
  currentTheme,
  prefersReducedMotion,
  watchTheme
};
