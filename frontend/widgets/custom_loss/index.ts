// A loss of one's own: typed, typeset, differentiated, checked, and tried on a model.
import { makeShell } from "../../dom/shell.ts";
import type { Model } from "../../lib/anywidget.ts";
import { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/custom_loss.ts";
import { CustomLoss } from "./custom_loss.ts";
import styles from "./custom_loss.css";

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    let widget: CustomLoss | null = null;
    const shell = makeShell(el, "Custom loss", styles, (theme) => widget?.retheme(theme));
    const channel = new Channel<Wire>(model, shell.say);
    widget = new CustomLoss(shell, channel);
    return () => {
      widget.close();
      channel.close();
      shell.close();
    };
  },
};
