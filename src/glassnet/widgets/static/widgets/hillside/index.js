// widgets/hillside/index.ts
import { make } from "../../dom/element.js";
import { defineWidget } from "../../dom/widget.js";
import styles from "./hillside.css.js";
import { WalkView } from "./walk_view.js";
var hillside_default = defineWidget({ label: "Hillside", name: "gn-hillside", styles }, ({ root, theme }, channel) => {
  let now = theme;
  let view = null;
  const place = make("div", {});
  root.append(place);
  channel.request("open", {}, ({ head, arrays }) => {
    const half = arrays[0].length / 2;
    view?.close();
    view = new WalkView(root, place, channel, { head, xs: arrays[0].subarray(0, half), ys: arrays[0].subarray(half) }, now);
  });
  return {
    retheme(theme2) {
      now = theme2;
      view?.retheme(theme2);
    },
    close: () => view?.close()
  };
});
export {
  hillside_default as default
};
