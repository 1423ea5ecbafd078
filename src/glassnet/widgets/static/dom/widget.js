// dom/widget.ts
import { Channel } from "../lib/channel.js";
import { makeShell } from "./shell.js";
function defineWidget({ label, name, styles }, build) {
  return {
    render({ model, el }) {
      let content = null;
      const shell = makeShell(el, label, styles, (theme) => content?.retheme(theme));
      shell.root.classList.add(name);
      const channel = new Channel(model, shell.showError);
      content = build(shell, channel);
      return () => {
        content.close();
        channel.close();
        shell.close();
      };
    }
  };
}
function together(...parts) {
  return {
    retheme: (theme) => parts.forEach((part) => part.retheme(theme)),
    close: () => parts.forEach((part) => part.close())
  };
}
export {
  defineWidget,
  together
};
