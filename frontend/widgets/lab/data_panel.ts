// The data: which points, drawn how. Every picture here is made of points that Python drew.
import { make } from "../../dom/element.ts";
import { ink } from "../../dom/ink.ts";
import { CLASSES } from "../../dom/points.ts";
import type { Theme } from "../../lib/colors.ts";
import { decimal, percent, whole } from "../../lib/numbers.ts";
import { DATA_NAMES, type DataName, type Spec } from "../../lib/protocol.ts";
import { linearScale } from "../../lib/scales.ts";
import { button, slider } from "../../dom/controls.ts";
import type { Panel } from "./scene.ts";

export type Thumbnails = Map<DataName, Float32Array>;
type Change = (change: Partial<Spec>) => void;

const TITLES: Record<DataName, string> = {
  moons: "Moons",
  circle: "Circle",
  xor: "XOR",
  gaussians: "Gaussians",
  spiral: "Spiral",
};
const THUMBNAIL = 96;

export function makeDataPicker(thumbnails: Thumbnails, change: Change): Panel {
  const choices = DATA_NAMES.map((name) => makeChoice(name, change));
  const element = make(
    "section",
    { class: "gn-picker" },
    make("h2", {}, "Data"),
    make("div", { class: "gn-choices", role: "radiogroup", "aria-label": "Data set" }, ...choices.map((choice) => choice.label)),
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
    },
  };
}

export function makeDataSettings(change: Change, drawAfresh: () => void): Panel {
  const sliders = {
    noise: slider({
      name: "noise",
      label: "Noise",
      help: "Standard deviation of the normal noise added to both coordinates",
      min: 0,
      max: 0.5,
      step: 0.01,
      format: (value) => decimal(value, 2),
      onInput: (noise) => change({ noise }),
    }),
    samples: slider({
      name: "samples",
      label: "Points",
      help: "How many points in all, training and test",
      min: 20,
      max: 1000,
      step: 10,
      format: whole,
      onInput: (samples) => change({ samples }),
    }),
    test: slider({
      name: "test",
      label: "Test share",
      help: "Share of the points that training never sees",
      min: 0.1,
      max: 0.9,
      step: 0.05,
      format: percent,
      onInput: (test) => change({ test }),
    }),
    batch_size: slider({
      name: "batch_size",
      label: "Batch size",
      help: "Points whose mean gradient makes one step",
      min: 1,
      max: 100,
      step: 1,
      format: whole,
      onInput: (batch_size) => change({ batch_size }),
    }),
  };
  const afresh = button({
    name: "new-points",
    label: "New points",
    text: "New points",
    help: "Draw other points of the same kind",
    onClick: drawAfresh,
  });
  const all = Object.values(sliders).map((one) => one.element);
  return {
    element: make("section", { class: "gn-settings", "aria-label": "Data settings" }, ...all, afresh),
    draw({ spec }) {
      for (const [name, one] of Object.entries(sliders)) one.show(spec[name as keyof typeof sliders]);
    },
  };
}

function makeChoice(name: DataName, change: Change) {
  const input = make("input", { type: "radio", name: "data", value: name, onchange: () => change({ data: name }) });
  const canvas = make("canvas", { width: THUMBNAIL, height: THUMBNAIL, "aria-hidden": "true" });
  return { name, input, canvas, label: make("label", { class: "gn-choice" }, input, canvas, make("span", {}, TITLES[name])) };
}

function paintThumbnail(canvas: HTMLCanvasElement, points: Float32Array | undefined, theme: Theme): void {
  const context = canvas.getContext("2d")!;
  context.clearRect(0, 0, THUMBNAIL, THUMBNAIL);
  canvas.hidden = !points;
  if (!points) return;
  const place = linearScale([-2, 2], [0, THUMBNAIL]);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    context.fillStyle = inks[points[i + 2]! > 0.5 ? 1 : 0]!;
    context.fillRect(place(points[i]!) - 1.5, THUMBNAIL - place(points[i + 1]!) - 1.5, 4, 4);
  }
}
