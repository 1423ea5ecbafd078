// widgets/sound_to_waveform/index.ts
import { defineWidget } from "../../dom/widget.js";
import { Listener } from "./listener.js";
import styles from "./sound_to_waveform.css.js";
var sound_to_waveform_default = defineWidget({ label: "Sound to waveform", name: "gn-sound", styles }, (shell, channel) => new Listener(channel, shell));
export {
  sound_to_waveform_default as default
};
