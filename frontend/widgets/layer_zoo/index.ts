// The layer zoo: twelve kinds of layers in miniature.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/layer_zoo.ts";
import styles from "./layer_zoo.css";
import { LayerZoo } from "./layer_zoo.ts";

export default defineWidget<Wire>({ label: "Layer zoo", name: "gn-zoo", styles }, (shell, channel) => new LayerZoo(shell, channel));
