// What is what, and the keys.
import { make } from "../../dom/element.ts";
import { button } from "../../dom/controls.ts";
import { namesOf } from "../../lib/settings.ts";
import { SETTINGS } from "../../wire/lab.ts";

const PICTURE = [
  "Points of two classes lie in the plane. The network learns to tell from a point's place (x₁, x₂) which class it has.",
  "Each square is a unit; its picture shows what the unit computes at every place in the plane, orange below zero and blue above. Lines are weights: orange negative, blue positive, wide where they are large.",
  "The large map is the output: the network's belief that a place belongs to class 1. Filled points are trained on; rings are held out for testing.",
  "The curves are the loss, how wrong the network is, over training points (solid) and test points (dashed). Small triangles mark what you changed; Undo takes a change back, with the training since.",
];

const KEYS: [string, string][] = [
  ["Space", "play or pause"],
  ["→", "one step"],
  ["R", "restart"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["Arrow keys on the map", "move the point that every unit shows its number for"],
  ["Escape", "let go of what was clicked"],
  ["?", "this help"],
];

export function makeHelp(): HTMLDialogElement {
  const list = (pairs: readonly [string, string][]) =>
    make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
  const close = button({ name: "close-help", label: "Close", text: "Close", onClick: () => dialog.close() });
  const dialog: HTMLDialogElement = make(
    "dialog",
    { class: "gn-help", "aria-label": "Help" },
    make("h2", { tabindex: "-1", autofocus: true }, "What you see"), // or focus, and with it the view, would go to the button below
    ...PICTURE.map((text) => make("p", {}, text)),
    make("h2", {}, "What you can change"),
    list(namesOf(SETTINGS).map((name) => [SETTINGS[name].label, SETTINGS[name].help])),
    make("h2", {}, "Keys"),
    list(KEYS),
    close,
  );
  return dialog;
}
