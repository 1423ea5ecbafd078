// widgets/image_to_numbers/index.ts
import { makeShell } from "../../dom/shell.js";
import { Channel } from "../../lib/channel.js";
import { Viewer } from "./viewer.js";
import styles from "./image_to_numbers.css.js";
var image_to_numbers_default = {
  render({ model, el }) {
    const shell = makeShell(el, "Image to numbers", styles, () => {
    });
    shell.root.classList.add("gn-image");
    const channel = new Channel(model, shell.say);
    const viewer = new Viewer(channel, shell);
    return () => {
      viewer.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  image_to_numbers_default as default
};
