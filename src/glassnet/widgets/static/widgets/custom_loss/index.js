// widgets/custom_loss/index.ts
import { makeShell } from "../../dom/shell.js";
import { Channel } from "../../lib/channel.js";
import { CustomLoss } from "./custom_loss.js";
import styles from "./custom_loss.css.js";
var custom_loss_default = {
  render({ model, el }) {
    let widget = null;
    const shell = makeShell(el, "Custom loss", styles, (theme) => widget?.retheme(theme));
    const channel = new Channel(model, shell.say);
    widget = new CustomLoss(shell, channel);
    return () => {
      widget.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  custom_loss_default as default
};
