// The data: which set of points, sampled how. The thumbnails show points sampled by Python.
import { make } from "../../dom/element.ts";
import { ink } from "../../dom/ink.ts";
import { Surface } from "../../dom/surface.ts";
import { CLASSES, rgb } from "../../dom/points.ts";
import { signedColor, type Theme } from "../../lib/colors.ts";
import type { Spec } from "../../lib/protocol.ts";
import { choicesOf } from "../../lib/settings.ts";
import { linearScale } from "../../lib/scales.ts";
import { button } from "../../dom/controls.ts";
import { controlsOf } from "../../dom/setting_controls.ts";
import { SETTINGS } from "../../wire/lab.ts";
import type { Panel } from "./scene.ts";

export type Thumbnails = Map<string, Float32Array>;
type Change = (change: Partial<Spec>) => void;

const DOT = 2.6;
/** Data sets whose points have values, not classes. */
const OF_VALUES = ["plane", "bumps", "curve"];

export function makeDataPicker(thumbnails: Thumbnails, change: Change, redraw: () => void): Panel {
  let painted: unknown[] = [];
  const repaint = (): void => {
    painted = [];
    redraw();
  };
  const choices = choicesOf(SETTINGS.data).map((choice) => makeChoice(choice, change, repaint));
  const element = make(
    "section",
    { class: "gn-picker" },
    make("h2", {}, "Data"),
    make("div", { class: "gn-choices", role: "radiogroup", "aria-label": "Data set" }, ...choices.map((choice) => choice.label)),
  );
  return {
    element,
    close: () => choices.forEach(({ surface }) => surface.close()),
    draw({ spec, look }) {
      for (const { name, input } of choices) if (input.checked !== (spec.data === name)) input.checked = spec.data === name;
      const now = [look, thumbnails.size];
      if (now.every((part, i) => part === painted[i])) return;
      painted = now;
      for (const { name, surface } of choices) paintThumbnail(surface, thumbnails.get(name), look.theme, OF_VALUES.includes(name));
    },
  };
}

export function makeDataSettings(change: Change, resample: () => void): Panel {
  const controls = controlsOf(SETTINGS, "data", change);
  const newPoints = button({
    name: "new-points",
    label: "New points",
    text: "New points",
    help: "Draw a new random sample of points",
    onClick: resample,
  });
  return {
    element: make("section", { class: "gn-settings", "aria-label": "Data settings" }, ...controls.elements, newPoints),
    draw({ spec }) {
      controls.show(spec);
      const own = spec.data === "own"; // they are not sampled
      for (const part of [controls.of.get("samples")!, controls.of.get("noise")!, newPoints]) part.hidden = own;
    },
  };
}

function makeChoice({ value: name, label }: { value: string; label: string }, change: Change, repaint: () => void) {
  const input = make("input", { type: "radio", name: "data", value: name, onchange: () => change({ data: name }) });
  const surface = new Surface(repaint);
  return { name, input, surface, label: make("label", { class: "gn-choice" }, input, surface.canvas, make("span", {}, label)) };
}

function paintThumbnail(surface: Surface, points: Float32Array | undefined, theme: Theme, ofValues: boolean): void {
  const context = surface.clear();
  const { canvas, width: side } = surface;
  canvas.hidden = !points;
  if (!points) return;
  const place = linearScale([-2, 2], [0, side]);
  const inks = CLASSES.map((name) => ink(name, theme));
  for (let i = 0; i < points.length; i += 4) {
    context.fillStyle = ofValues ? rgb(signedColor(points[i + 2]!, theme)) : inks[points[i + 2]!]!;
    context.fillRect(place(points[i]!) - DOT / 2, side - place(points[i + 1]!) - DOT / 2, DOT, DOT);
  }
}
