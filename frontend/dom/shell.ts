// The frame of every small widget: a root with style and theme, and a line for errors.
import type { Theme } from "../lib/colors.ts";
import { make, setText } from "./element.ts";
import panelStyles from "./panel.css";
import { rootStyles } from "./styles.ts";
import { watchTheme } from "./theme.ts";

export interface Shell {
  root: HTMLElement;
  theme: Theme;
  showError(message: string): void;
  close(): void;
}

/** Make the root; `label` names the widget as a region, `onTheme` is called now and when the theme changes. */
export function makeShell(parent: HTMLElement, label: string, styles: string, onTheme: (theme: Theme) => void): Shell {
  const error = make("p", { class: "gn-error", role: "alert" });
  // JupyterLab's shortcuts would take Enter and the arrow keys away from what is inside
  const root = make("section", { class: "gn-root gn-widget", "aria-label": label, "data-lm-suppress-shortcuts": "true" });
  root.append(make("style", {}, rootStyles, panelStyles, styles), error);
  root.addEventListener("keydown", submitForm);
  parent.append(root);
  const shell: Shell = {
    root,
    theme: "light",
    showError: (text) => setText(error, text),
    close() {
      unwatch();
      root.remove();
    },
  };
  const unwatch = watchTheme((theme) => {
    root.dataset["theme"] = shell.theme = theme;
    onTheme(theme);
  });
  return shell;
}

/** Submit the form of the field in which Enter was pressed: inside JupyterLab, browsers don't do so by themselves. */
function submitForm(event: KeyboardEvent): void {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement) || !field.form) return;
  event.preventDefault();
  field.form.requestSubmit();
}
