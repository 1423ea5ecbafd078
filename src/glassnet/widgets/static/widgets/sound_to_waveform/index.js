// widgets/sound_to_waveform/index.ts
import { makeShell } from "../../dom/shell.js";
import { Channel } from "../../lib/channel.js";
import { Listener } from "./listener.js";
import styles from "./sound_to_waveform.css.js";
var sound_to_waveform_default = {
  render({ model, el }) {
    let listener = null;
    const shell = makeShell(el, "Sound to waveform", styles, (theme) => listener?.retheme(theme));
    shell.root.classList.add("gn-sound");
    const channel = new Channel(model, shell.say);
    listener = new Listener(channel, shell);
    return () => {
      listener.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  sound_to_waveform_default as default
};
