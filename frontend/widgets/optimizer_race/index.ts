// The optimiser race: update rules on a landscape and on a real network at once.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/optimizer_race.ts";
import { OptimizerRace } from "./race.ts";
import styles from "./optimizer_race.css";

export default defineWidget<Wire>({ label: "Optimiser race", name: "gn-race", styles }, (shell, channel) => new OptimizerRace(shell, channel));
