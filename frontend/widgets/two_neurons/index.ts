// A nerve cell and an artificial neuron side by side.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/two_neurons.ts";
import styles from "./two_neurons.css";
import { TwoNeurons } from "./two_neurons.ts";

export default defineWidget<Wire>({ label: "Two neurons", name: "gn-two-neurons", styles }, (shell, channel) => new TwoNeurons(shell, channel));
