// widgets/hillside/index.ts
import { make } from "../../dom/element.js";
import { defineWidget } from "../../dom/widget.js";
import styles from "./hillside.css.js";
import { NudgeView } from "./nudge_view.js";
import { WalkView } from "./walk_view.js";
var hillside_default = defineWidget({ label: "Hillside", name: "gn-hillside", styles }, ({ root, theme }, channel) => {
  let now = theme;
  let view = null;
  const place = make("div", {});
  root.append(place);
  channel.request("open", {}, ({ head, arrays }) => {
    const curve = { head, xs: arrays[0].subarray(0, arrays[0].length / 2), ys: arrays[0].subarray(arrays[0].length / 2) };
    root.setAttribute("aria-label", head.view === "walk" ? "Hillside" : "Hillside, close up");
    view?.close();
    view = head.view === "walk" ? new WalkView(root, place, channel, curve, now) : new NudgeView(root, place, channel, curve, now);
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
