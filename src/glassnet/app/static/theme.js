// Sets the theme before anything is drawn, and makes the switch in the header work.
// "auto" follows the system; the choice is kept in this browser only.
(() => {
  const KEY = "glassnet-theme";
  const choices = ["auto", "light", "dark"];

  const read = () => {
    try {
      const kept = localStorage.getItem(KEY);
      return choices.includes(kept) ? kept : "auto";
    } catch {
      return "auto"; // storage may be forbidden
    }
  };
  const apply = (choice) => {
    if (choice === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = choice;
  };
  const keep = (choice) => {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // the page looks right all the same, until it is left
    }
  };

  apply(read());
  addEventListener("DOMContentLoaded", () => {
    for (const control of document.querySelectorAll("select[data-theme-switch]")) {
      control.value = read();
      control.addEventListener("change", () => {
        apply(control.value);
        keep(control.value);
      });
    }
  });
  addEventListener("storage", (event) => {
    if (event.key === KEY) apply(read());
  });
})();
