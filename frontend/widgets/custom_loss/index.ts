// A custom loss: typed, typeset, differentiated, checked, and used to train a model.
import styles from "../../dom/formula.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/custom_loss.ts";
import { CustomLoss } from "./custom_loss.ts";

export default defineWidget<Wire>({ label: "Custom loss", name: "gn-custom", styles }, (shell, channel) => new CustomLoss(shell, channel));
