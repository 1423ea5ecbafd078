// What we rely on in marimo's page: where it draws the notebook, and what its parts are called.

/** Where marimo draws the notebook. */
export function notebookPlace(): HTMLElement {
  return document.getElementById("root")!;
}

/** The part of the notebook that scrolls; it isn't there before marimo has drawn it. */
export function notebookScroller(): HTMLElement | null {
  return document.getElementById("App");
}

/** The lesson's text as it was sent, until the notebook has taken its place. */
export function preview(): HTMLElement | null {
  return document.getElementById("lesson-preview");
}

/** What is being read: the text as it was sent, and once the notebook stands in its place, that. */
export function shown(): HTMLElement {
  return preview() ?? notebookPlace();
}

/** The outputs of cells, in their order, that hold something. */
export function outputs(page: HTMLElement): Element[] {
  return [...page.querySelectorAll(".output-area")].filter((output) => output.firstElementChild);
}

/** What is being read, and the shadow roots in which marimo sets formulas. */
export function symbolRoots(): (HTMLElement | ShadowRoot)[] {
  const formulas = [...shown().querySelectorAll("marimo-tex")].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : []));
  return [shown(), ...formulas];
}

/** Marimo asks the browser which theme the reader prefers, in these very words. */
export const THEME_QUERY = "(prefers-color-scheme: dark)";
