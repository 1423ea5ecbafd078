// The slope triangle: what a slope is.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/slope_triangle.ts";
import { TriangleView } from "./triangle.ts";
import styles from "./slope_triangle.css";

export default defineWidget<Wire>({ label: "Slope triangle", name: "gn-slope", styles }, (shell, channel) => new TriangleView(shell, channel));
