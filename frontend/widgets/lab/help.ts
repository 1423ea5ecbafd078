// Help and shortcuts.
import { make } from "../../dom/element.ts";
import { button } from "../../dom/controls.ts";
import { namesOf } from "../../lib/settings.ts";
import { SETTINGS } from "../../wire/lab.ts";

const OVERVIEW = [
  "The data are points in the plane, each with a class or a value. The network learns to predict it from the coordinates (x₁, x₂).",
  "Each square is a unit; its image shows the unit's output at every point of the plane, orange below zero and blue above. Lines are weights: orange negative, blue positive, thicker the larger they are.",
  "The large map is the output at every point: the probability of class 1, the class of several, or the value. Filled points are training data; rings are test data.",
  "The curves show the loss, a measure of how wrong the network is, on training points (solid) and test points (dashed). Small triangles mark your changes; Undo reverts the last one, and the training since.",
  "The timeline goes back to any step. Whatever you do there goes on from that step; Undo brings back what followed, and Branch here keeps both.",
  "Build shows everything that can be chosen, and draws points of your own. Look inside shows the numbers of a unit, a line or a point in the next step, and how each was computed.",
];

const KEYS: [string, string][] = [
  ["Space", "play or pause"],
  ["→", "one step"],
  ["R", "restart"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["Arrow keys on the map", "move a mark; every unit shows its output there"],
  ["Enter on the map", "draw a point there (Build, your own points) or choose the nearest (Look inside)"],
  ["Delete on the map", "remove the nearest of your own points"],
  ["Escape", "clear the selection"],
  ["?", "this help"],
];

export function makeHelp(): HTMLDialogElement {
  const list = (pairs: readonly [string, string][]) =>
    make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
  const close = button({ name: "close-help", label: "Close", text: "Close", onClick: () => dialog.close() });
  const dialog: HTMLDialogElement = make(
    "dialog",
    { class: "gn-help", "aria-label": "Help" },
    make("h2", { tabindex: "-1", autofocus: true }, "What you see"), // otherwise the dialog would focus the button below and scroll to it
    ...OVERVIEW.map((text) => make("p", {}, text)),
    make("h2", {}, "What you can change"),
    list(namesOf(SETTINGS).map((name) => [SETTINGS[name].label, SETTINGS[name].help])),
    make("h2", {}, "Keyboard shortcuts"),
    list(KEYS),
    close,
  );
  return dialog;
}
