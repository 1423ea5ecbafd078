// dom/shell.ts
import { make, setText } from "./element.js";
import panelStyles from "./panel.css.js";
import { rootStyles } from "./styles.js";
import { watchTheme } from "./theme.js";
function makeShell(parent, label, styles, onTheme) {
  const error = make("p", { class: "gn-error", role: "alert" });
  const root = make("section", { class: "gn-root gn-widget", "aria-label": label, "data-lm-suppress-shortcuts": "true" });
  root.append(make("style", {}, rootStyles, panelStyles, styles), error);
  root.addEventListener("keydown", submitForm);
  parent.append(root);
  const shell = {
    root,
    theme: "light",
    showError: (text) => setText(error, text),
    close() {
      unwatch();
      root.remove();
    }
  };
  const unwatch = watchTheme((theme) => {
    root.dataset["theme"] = shell.theme = theme;
    onTheme(theme);
  });
  return shell;
}
function submitForm(event) {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement) || !field.form) return;
  event.preventDefault();
  field.form.requestSubmit();
}
export {
  makeShell
};
