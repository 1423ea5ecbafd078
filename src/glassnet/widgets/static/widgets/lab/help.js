// widgets/lab/help.ts
import { make } from "../../dom/element.js";
import { button } from "../../dom/controls.js";
import { namesOf } from "../../lib/settings.js";
import { SETTINGS } from "../../wire/lab.js";
var PICTURE = [
  "Points of two classes lie in the plane. The network learns to tell from a point's place (x₁, x₂) which class it has.",
  "Each square is a unit; its picture shows what the unit computes at every place in the plane, orange below zero and blue above. Lines are weights: orange negative, blue positive, wide where they are large.",
  "The large map is the output: the network's belief that a place belongs to class 1. Filled points are trained on; rings are held out for testing.",
  "The curves are the loss, how wrong the network is, over training points (solid) and test points (dashed). Small triangles mark what you changed; Undo takes a change back, with the training since."
];
var KEYS = [
  ["Space", "play or pause"],
  ["→", "one step"],
  ["R", "restart"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["Arrow keys on the map", "move the point that every unit shows its number for"],
  ["Escape", "let go of what was clicked"],
  ["?", "this help"]
];
function makeHelp() {
  const list = (pairs) => make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
  const close = button({ name: "close-help", label: "Close", text: "Close", onClick: () => dialog.close() });
  const dialog = make(
    "dialog",
    { class: "gn-help", "aria-label": "Help" },
    make("h2", { tabindex: "-1", autofocus: true }, "What you see"),
    ...PICTURE.map((text) => make("p", {}, text)),
    make("h2", {}, "What you can change"),
    list(namesOf(SETTINGS).map((name) => [SETTINGS[name].label, SETTINGS[name].help])),
    make("h2", {}, "Keys"),
    list(KEYS),
    close
  );
  return dialog;
}
export {
  makeHelp
};
