// widgets/sure_and_wrong/index.ts
import { defineWidget } from "../../dom/widget.js";
import { NeuronRace } from "./race.js";
import styles from "./sure_and_wrong.css.js";
var sure_and_wrong_default = defineWidget({ label: "Sure and wrong", name: "gn-sure", styles }, (shell, channel) => new NeuronRace(shell, channel));
export {
  sure_and_wrong_default as default
};
