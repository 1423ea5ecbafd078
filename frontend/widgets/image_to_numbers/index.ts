// Image → numbers.
import { makeShell } from "../../dom/shell.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/image_to_numbers.ts";
import { Viewer } from "./viewer.ts";
import styles from "./image_to_numbers.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const shell = makeShell(el, "Image to numbers", styles, () => {});
    shell.root.classList.add("gn-image");
    const channel = new Channel<Wire>(model, shell.say);
    const viewer = new Viewer(channel, shell);
    return () => {
      viewer.close();
      channel.close();
      shell.close();
    };
  },
};
