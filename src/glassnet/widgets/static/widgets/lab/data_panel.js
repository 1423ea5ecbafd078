// widgets/lab/data_panel.ts
import { make } from "../../dom/element.js";
import { ink } from "../../dom/ink.js";
import { Surface } from "../../dom/surface.js";
import { CLASSES } from "../../dom/points.js";
import { linearScale } from "../../lib/scales.js";
import { button } from "../../dom/controls.js";
import { controlsOf } from "../../dom/setting_controls.js";
import { SETTINGS } from "../../wire/lab.js";
var DOT = 2.6;
function makeDataPicker(thumbnails, change, redraw) {
  let painted = [];
  const repaint = () => {
    painted = [];
    redraw();
  };
  const choices = SETTINGS.data.choices.map((choice) => makeChoice(choice, change, repaint));
  const element = make(
    "section",
    { class: "gn-picker" },
    make("h2", {}, "Data"),
    make("div", { class: "gn-choices", role: "radiogroup", "aria-label": "Data set" }, ...choices.map((choice) => choice.label))
  );
  return {
    element,
    close: () => choices.forEach(({ surface }) => surface.close()),
    draw({ spec, look }) {
      for (const { name, input } of choices) if (input.checked !== (spec.data === name)) input.checked = spec.data === name;
      const now = [look, thumbnails.size];
      if (now.every((part, i) => part === painted[i])) return;
      painted = now;
      for (const { name, surface } of choices) paintThumbnail(surface, thumbnails.get(name), look.theme);
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
function makeChoice({ value: name, label }, change, repaint) {
  const input = make("input", { type: "radio", name: "data", value: name, onchange: () => change({ data: name }) });
  const surface = new Surface(repaint);
  return { name, input, surface, label: make("label", { class: "gn-choice" }, input, surface.canvas, make("span", {}, label)) };
}
function paintThumbnail(surface, points, theme) {
  const context = surface.clear();
  const { canvas, width: side } = surface;
  canvas.hidden = !points;
  if (!points) return;
  const place = linearScale([-2, 2], [0, side]);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    context.fillStyle = inks[points[i + 2] > 0.5 ? 1 : 0];
    context.fillRect(place(points[i]) - DOT / 2, side - place(points[i + 1]) - DOT / 2, DOT, DOT);
  }
}
export {
  makeDataPicker,
  makeDataSettings
};
