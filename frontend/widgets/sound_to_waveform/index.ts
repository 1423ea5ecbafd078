// Sound → waveform.
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/sound_to_waveform.ts";
import { Listener } from "./listener.ts";
import styles from "./sound_to_waveform.css";

export default defineWidget<Wire>({ label: "Sound to waveform", name: "gn-sound", styles }, (shell, channel) => new Listener(channel, shell));
