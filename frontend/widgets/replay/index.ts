// The replay: a training that is over, with its loss curve and the decision map at every epoch.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/replay.ts";
import styles from "./replay.css";
import { Replay } from "./replay.ts";

export default defineWidget<Wire>({ label: "Replay of a training", name: "gn-replay", styles }, (shell, channel) => new Replay(shell, channel));
