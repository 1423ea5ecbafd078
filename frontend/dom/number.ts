// A number that can be clicked for its explanation.
import { make } from "./element.ts";
import { decimal } from "../lib/numbers.ts";

export type Sign = "" | "value" | "gradient";

/** The focused element inside another; in a notebook the widget may be in a shadow tree of its own. */
export function focusWithin(element: HTMLElement): HTMLElement | null {
  const active = (element.getRootNode() as Document | ShadowRoot).activeElement;
  return active && element.contains(active) ? (active as HTMLElement) : null;
}

/** Replace what an element contains, and restore the focus to the same number after its button has been replaced. */
export function keepFocus(within: HTMLElement, replace: () => void): void {
  const reference = focusWithin(within)?.dataset["ref"];
  replace();
  if (reference) within.querySelector<HTMLElement>(`[data-ref="${reference}"]`)?.focus();
}

interface Settings {
  reference: string;
  symbol: string;
  value: number | null;
  digits: number;
  sign: Sign;
  text?: string | undefined;
  class?: string;
  onClick: (reference: string) => void;
}

export function show(value: number | null, digits: number): string {
  return decimal(value === null ? NaN : value === 0 ? 0 : value, digits);
}

/** A button with a symbol and its value; `sign` colours it as a value or as a gradient. */
export function numberButton(settings: Settings): HTMLButtonElement {
  const { reference, symbol, value, digits, sign, text } = settings;
  const shown = text ?? show(value, digits);
  return make(
    "button",
    {
      type: "button",
      class: `gn-num ${settings.class ?? ""}`,
      "data-ref": reference,
      "data-sign": sign ? `${sign}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}` : undefined,
      title: `Why is ${symbol} = ${shown}?`,
      "aria-label": `${symbol} = ${shown}`,
      onclick: () => settings.onClick(reference),
    },
    settings.class?.startsWith("gn-chip") ? null : make("span", { class: "gn-sym" }, symbol),
    make("span", {}, shown),
  );
}
