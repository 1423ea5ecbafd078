// A custom activation: typed, typeset, differentiated, checked, and used to train a network.
import styles from "../../dom/formula.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/custom_activation.ts";
import { CustomActivation } from "./custom_activation.ts";

export default defineWidget<Wire>({ label: "Custom activation", name: "gn-own-activation", styles }, (shell, channel) => new CustomActivation(shell, channel));
