// widgets/lab/build_panel.ts
import { make } from "../../dom/element.js";
import { controlsOf } from "../../dom/setting_controls.js";
import { brief } from "../../lib/numbers.js";
import { SETTINGS } from "../../wire/lab.js";
import { makeFeatures } from "./features_row.js";
import { makeLayersTable } from "./layers_table.js";
import { makeOwnData } from "./own_data.js";
function makeBuildPanel(current, change, drawing, redraw) {
  const parts = [makeData(current, change), makeOwnData(drawing, redraw), makeRecipe(change), makeLayersTable(current, change)];
  const advice = make("div", { class: "gn-advice", role: "status" });
  let said = "";
  const element = make("section", { class: "gn-build", "aria-label": "Build" }, advice, ...parts.map((part) => part.element));
  return {
    element,
    draw(scene) {
      element.hidden = scene.level !== "build";
      if (element.hidden) return;
      const words = JSON.stringify(scene.frame.advice);
      if (words !== said) {
        said = words;
        advice.replaceChildren(...scene.frame.advice.map((sentence) => make("p", {}, sentence)));
      }
      for (const part of parts) part.draw(scene);
    }
  };
}
function makeData(current, change) {
  const features = makeFeatures(current, change);
  const controls = controlsOf(SETTINGS, "points", change);
  return {
    element: make("section", { class: "gn-seen" }, make("h2", {}, "What the network sees"), features.element, ...controls.elements),
    draw(scene) {
      features.draw(scene);
      controls.show(scene.spec);
      controls.of.get("classes").hidden = scene.spec.data !== "blobs";
    }
  };
}
function makeRecipe(change) {
  const controls = controlsOf(SETTINGS, "recipe", change);
  const rate = make("p", { class: "gn-caption" });
  return {
    element: make("section", { class: "gn-recipe" }, make("h2", {}, "Recipe"), make("div", { class: "gn-recipe-controls" }, ...controls.elements), rate),
    draw(scene) {
      controls.show(scene.spec);
      hideUnused(controls.of, scene.spec);
      offerLosses(controls.of.get("loss"), scene);
      rate.textContent = `Learning rate of the next step: ${brief(scene.frame.rate)}`;
    }
  };
}
function hideUnused(controls, spec) {
  controls.get("momentum").hidden = spec.rule !== "sgd";
  controls.get("schedule_steps").hidden = spec.schedule === "constant" || spec.schedule === "reduce_on_plateau";
  controls.get("clip_limit").hidden = spec.clipping === "none";
}
function offerLosses(control, { frame }) {
  for (const option of control.querySelectorAll("option")) {
    const suits = option.value === "auto" || frame.task.losses.includes(option.value);
    if (option.disabled === suits) option.disabled = !suits;
  }
}
export {
  makeBuildPanel
};
