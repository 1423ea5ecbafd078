// Wines and their nearest neighbours, before and after scaling.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/feature_scaling.ts";
import { WinesView } from "./wines.ts";
import styles from "./feature_scaling.css";

export default defineWidget<Wire>({ label: "Feature scaling", name: "gn-wines", styles }, (shell, channel) => new WinesView(shell, channel));
