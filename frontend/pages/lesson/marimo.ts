// What we rely on in marimo's page: where it draws the notebook, and the names of its parts.

/** Where marimo draws the notebook. */
export function notebookPlace(): HTMLElement {
  return document.getElementById("root")!;
}

/** The notebook's scrolling element; null until marimo has drawn it. */
export function notebookScroller(): HTMLElement | null {
  return document.getElementById("App");
}

/** The lesson's preview; null once the notebook has replaced it. */
export function previewElement(): HTMLElement | null {
  return document.getElementById("lesson-preview");
}

/** What the reader sees: the preview, and later the notebook. */
export function shown(): HTMLElement {
  return previewElement() ?? notebookPlace();
}

/** The non-empty outputs of cells, in order. */
export function outputs(page: HTMLElement): Element[] {
  return [...page.querySelectorAll(".output-area")].filter((output) => output.firstElementChild);
}

/** What the reader sees, and the shadow roots in which marimo typesets formulas. */
export function symbolRoots(): (HTMLElement | ShadowRoot)[] {
  const formulas = [...shown().querySelectorAll("marimo-tex")].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
  return [shown(), ...formulas];
}

/** marimo's exact media query for the reader's preferred theme. */
export const THEME_QUERY = "(prefers-color-scheme: dark)";
