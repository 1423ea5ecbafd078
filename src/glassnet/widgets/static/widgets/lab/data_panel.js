// widgets/lab/data_panel.ts
import { make } from "../../dom/element.js";
import { ink } from "../../dom/ink.js";
import { CLASSES } from "../../dom/points.js";
import { linearScale } from "../../lib/scales.js";
import { button } from "../../dom/controls.js";
import { controlsOf } from "../../dom/setting_controls.js";
import { SETTINGS } from "../../wire/lab.js";
var THUMBNAIL = 96;
function makeDataPicker(thumbnails, change) {
  const choices = SETTINGS.data.choices.map((choice) => makeChoice(choice, change));
  const element = make(
    "section",
    { class: "gn-picker" },
    make("h2", {}, "Data"),
    make("div", { class: "gn-choices", role: "radiogroup", "aria-label": "Data set" }, ...choices.map((choice) => choice.label))
  );
  let painted = "";
  return {
    element,
    draw({ spec, look }) {
      for (const { name, input } of choices) if (input.checked !== (spec.data === name)) input.checked = spec.data === name;
      const state = `${look.theme} ${thumbnails.size}`;
      if (state === painted) return;
      painted = state;
      for (const { name, canvas } of choices) paintThumbnail(canvas, thumbnails.get(name), look.theme);
    }
  };
}
function makeDataSettings(change, resample) {
  const controls = controlsOf(SETTINGS, "data", change);
  const newPoints = button({
    name: "new-points",
    label: "New points",
    text: "New points",
    help: "Draw a new random sample of points",
    onClick: resample
  });
  return {
    element: make("section", { class: "gn-settings", "aria-label": "Data settings" }, ...controls.elements, newPoints),
    draw: ({ spec }) => controls.show(spec)
  };
}
function makeChoice({ value: name, label }, change) {
  const input = make("input", { type: "radio", name: "data", value: name, onchange: () => change({ data: name }) });
  const canvas = make("canvas", { width: THUMBNAIL, height: THUMBNAIL, "aria-hidden": "true" });
  return { name, input, canvas, label: make("label", { class: "gn-choice" }, input, canvas, make("span", {}, label)) };
}
function paintThumbnail(canvas, points, theme) {
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, THUMBNAIL, THUMBNAIL);
  canvas.hidden = !points;
  if (!points) return;
  const place = linearScale([-2, 2], [0, THUMBNAIL]);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    context.fillStyle = inks[points[i + 2] > 0.5 ? 1 : 0];
    context.fillRect(place(points[i]) - 1.5, THUMBNAIL - place(points[i + 1]) - 1.5, 4, 4);
  }
}
export {
  makeDataPicker,
  makeDataSettings
};
