// Sets the theme before anything is drawn, and makes the switch in the header work.
import { keepChoice, keptChoice, onChoiceElsewhere } from "../lib/theme_choice.ts";

function apply(choice: string): void {
  const { dataset } = document.documentElement;
  if (choice === "auto") delete dataset["theme"];
  else dataset["theme"] = choice;
}

apply(keptChoice());
addEventListener("DOMContentLoaded", () => {
  for (const control of document.querySelectorAll<HTMLSelectElement>("select[data-theme-switch]")) {
    control.value = keptChoice();
    control.addEventListener("change", () => {
      apply(control.value);
      keepChoice(control.value);
    });
  }
});
onChoiceElsewhere(() => apply(keptChoice()));
