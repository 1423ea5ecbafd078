// What the network sees of a point: its coordinates, or what is computed from them.
import { make } from "../../dom/element.ts";
import type { Spec } from "../../lib/protocol.ts";
import { choicesOf } from "../../lib/settings.ts";
import { SETTINGS } from "../../wire/lab.ts";
import type { Panel } from "./scene.ts";

export function makeFeatures(current: () => Spec, change: (change: Partial<Spec>) => void): Panel {
  const boxes = choicesOf(SETTINGS.features).map(({ value, label }) => {
    const input = make("input", { type: "checkbox", name: `feature-${value}`, onchange: () => toggle(value, input) });
    return { value, input, element: make("label", { class: "gn-check" }, input, label) };
  });
  const toggle = (name: string, input: HTMLInputElement): void => {
    const { features } = current();
    const chosen = input.checked ? [...features, name] : features.filter((one) => one !== name);
    if (chosen.length === 0) input.checked = true; // without features there is nothing to learn from
    else change({ features: chosen });
  };
  return {
    element: make("fieldset", { class: "gn-features" }, make("legend", {}, "Features"), ...boxes.map(({ element }) => element)),
    draw({ spec }) {
      for (const { value, input } of boxes) input.checked = spec.features.includes(value);
    },
  };
}
