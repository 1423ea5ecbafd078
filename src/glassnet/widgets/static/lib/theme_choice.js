// lib/theme_choice.ts
var KEY = "glassnet-theme";
var CHOICES = ["auto", "light", "dark"];
function keptChoice() {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === kept) ?? "auto";
  } catch {
    return "auto";
  }
}
function keepChoice(choice) {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
  }
}
function onChoiceElsewhere(callback) {
  addEventListener("storage", (event) => {
    if (event.key === KEY) callback();
  });
}
export {
  keepChoice,
  keptChoice,
  onChoiceElsewhere
};
