// widgets/optimizer_race/index.ts
import { defineWidget } from "../../dom/widget.js";
import { OptimizerRace } from "./race.js";
import styles from "./optimizer_race.css.js";
var optimizer_race_default = defineWidget({ label: "Optimiser race", name: "gn-race", styles }, (shell, channel) => new OptimizerRace(shell, channel));
export {
  optimizer_race_default as default
};
