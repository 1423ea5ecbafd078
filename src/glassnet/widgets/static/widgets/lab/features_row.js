// widgets/lab/features_row.ts
import { make } from "../../dom/element.js";
import { choicesOf } from "../../lib/settings.js";
import { SETTINGS } from "../../wire/lab.js";
function makeFeatures(current, change) {
  const boxes = choicesOf(SETTINGS.features).map(({ value, label }) => {
    const input = make("input", { type: "checkbox", name: `feature-${value}`, onchange: () => toggle(value, input) });
    return { value, input, element: make("label", { class: "gn-check" }, input, label) };
  });
  const toggle = (name, input) => {
    const { features } = current();
    const chosen = input.checked ? [...features, name] : features.filter((one) => one !== name);
    if (chosen.length === 0) input.checked = true;
    else change({ features: chosen });
  };
  return {
    element: make("fieldset", { class: "gn-features" }, make("legend", {}, "Features"), ...boxes.map(({ element }) => element)),
    draw({ spec }) {
      for (const { value, input } of boxes) input.checked = spec.features.includes(value);
    }
  };
}
export {
  makeFeatures
};
