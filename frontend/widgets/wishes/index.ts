// The wishes: a digit that is read wrongly, and what each output wishes the layer before it to change.
import outputStyles from "../../dom/digit_outputs.css";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/wishes.ts";
import { Wishes } from "./wishes.ts";
import styles from "./wishes.css";

export default defineWidget<Wire>({ label: "Wishes of the outputs", name: "gn-wishes", styles: outputStyles + styles }, (shell, channel) => new Wishes(shell, channel));
