// pages/theme.ts
import { keepChoice, keptChoice, onChoiceElsewhere } from "../lib/theme_choice.js";
function apply(choice) {
  const { dataset } = document.documentElement;
  if (choice === "auto") delete dataset["theme"];
  else dataset["theme"] = choice;
}
apply(keptChoice());
addEventListener("DOMContentLoaded", () => {
  for (const control of document.querySelectorAll("select[data-theme-switch]")) {
    control.value = keptChoice();
    control.addEventListener("change", () => {
      apply(control.value);
      keepChoice(control.value);
    });
  }
});
onChoiceElsewhere(() => apply(keptChoice()));
