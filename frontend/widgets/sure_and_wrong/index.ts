// A neuron that is sure and wrong, corrected by two losses.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/sure_and_wrong.ts";
import { NeuronRace } from "./race.ts";
import styles from "./sure_and_wrong.css";

export default defineWidget<Wire>({ label: "Sure and wrong", name: "gn-sure", styles }, (shell, channel) => new NeuronRace(shell, channel));
