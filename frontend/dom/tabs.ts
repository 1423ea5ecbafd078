// Tabs: arrow keys move from one to the next, and only the selected one's panel is shown.
import { make } from "./element.ts";

export interface Tab {
  name: string;
  label: string;
  panel: HTMLElement;
}

/** Make a row of tabs over their panels, with the one named `first` selected; `onShow` is called when one is selected. */
export function makeTabs(label: string, tabs: readonly Tab[], onShow: (name: string) => void, first = tabs[0]!.name): HTMLElement {
  const buttons = tabs.map(({ name, label }, i) =>
    make("button", { type: "button", role: "tab", class: "gn-button", name, onclick: () => show(i) }, label),
  );
  const show = (chosen: number): void => {
    tabs.forEach(({ panel }, i) => {
      panel.hidden = i !== chosen;
      buttons[i]!.setAttribute("aria-selected", String(i === chosen));
      buttons[i]!.tabIndex = i === chosen ? 0 : -1;
    });
    onShow(tabs[chosen]!.name);
  };
  const press = (event: KeyboardEvent): void => {
    const now = buttons.findIndex((button) => button.getAttribute("aria-selected") === "true");
    const steps: Record<string, number> = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: -1 };
    const target = steps[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = (target + buttons.length) % buttons.length;
    show(next);
    buttons[next]!.focus();
  };
  const list = make("div", { role: "tablist", "aria-label": label, class: "gn-tabs", onkeydown: press }, ...buttons);
  for (const { panel, label } of tabs) {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-label", label);
  }
  show(tabs.findIndex(({ name }) => name === first));
  return make("div", {}, list, ...tabs.map(({ panel }) => panel));
}
