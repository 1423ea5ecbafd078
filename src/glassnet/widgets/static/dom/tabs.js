// dom/tabs.ts
import { make } from "./element.js";
function makeTabs(label, tabs, onShow, first = tabs[0].name) {
  const buttons = tabs.map(
    ({ name, label: label2 }, i) => make("button", { type: "button", role: "tab", class: "gn-button", name, onclick: () => show(i) }, label2)
  );
  const show = (chosen) => {
    tabs.forEach(({ panel }, i) => {
      panel.hidden = i !== chosen;
      buttons[i].setAttribute("aria-selected", String(i === chosen));
      buttons[i].tabIndex = i === chosen ? 0 : -1;
    });
    onShow(tabs[chosen].name);
  };
  const press = (event) => {
    const now = buttons.findIndex((button) => button.getAttribute("aria-selected") === "true");
    const steps = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: -1 };
    const target = steps[event.key];
    if (target === void 0) return;
    event.preventDefault();
    const next = (target + buttons.length) % buttons.length;
    show(next);
    buttons[next].focus();
  };
  const list = make("div", { role: "tablist", "aria-label": label, class: "gn-tabs", onkeydown: press }, ...buttons);
  for (const { panel, label: label2 } of tabs) {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-label", label2);
  }
  show(tabs.findIndex(({ name }) => name === first));
  return make("div", {}, list, ...tabs.map(({ panel }) => panel));
}
export {
  makeTabs
};
