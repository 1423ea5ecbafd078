// Sound → waveform.
import { makeShell } from "../../dom/shell.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/sound_to_waveform.ts";
import { Listener } from "./listener.ts";
import styles from "./sound_to_waveform.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    let listener: Listener | null = null;
    const shell = makeShell(el, "Sound to waveform", styles, (theme) => listener?.retheme(theme));
    shell.root.classList.add("gn-sound");
    const channel = new Channel<Wire>(model, shell.say);
    listener = new Listener(channel, shell);
    return () => {
      listener.close();
      channel.close();
      shell.close();
    };
  },
};
