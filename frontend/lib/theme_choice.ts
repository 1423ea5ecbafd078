// The reader's choice of theme, kept in this browser only. "auto" follows the system.

const KEY = "glassnet-theme";
const CHOICES = ["auto", "light", "dark"] as const;

export type Choice = (typeof CHOICES)[number];

export function keptChoice(): Choice {
  try {
    const kept = localStorage.getItem(KEY);
    return CHOICES.find((choice) => choice === kept) ?? "auto";
  } catch {
    return "auto"; // storage may be forbidden
  }
}

export function keepChoice(choice: string): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // the choice then lasts as long as the page
  }
}

/** Call back when the choice changes in another tab. */
export function onChoiceElsewhere(callback: () => void): void {
  addEventListener("storage", (event) => {
    if (event.key === KEY) callback();
  });
}
