// widgets/replay/index.ts
import { defineWidget } from "../../dom/widget.js";
import styles from "./replay.css.js";
import { Replay } from "./replay.js";
var replay_default = defineWidget({ label: "Replay of a training", name: "gn-replay", styles }, (shell, channel) => new Replay(shell, channel));
export {
  replay_default as default
};
