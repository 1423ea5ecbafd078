// The hillside: a walk down a curve in the fog.
import { make } from "../../dom/element.ts";
import { defineWidget } from "../../dom/widget.ts";
import type { Wire } from "../../wire/hillside.ts";
import styles from "./hillside.css";
import { WalkView } from "./walk_view.ts";

export default defineWidget<Wire>({ label: "Hillside", name: "gn-hillside", styles }, ({ root, theme }, channel) => {
  let now = theme;
  let view: WalkView | null = null;
  const place = make("div", {});
  root.append(place);
  channel.request("open", {}, ({ head, arrays }) => {
    const half = arrays[0]!.length / 2;
    view?.close();
    view = new WalkView(root, place, channel, { head, xs: arrays[0]!.subarray(0, half), ys: arrays[0]!.subarray(half) }, now);
  });
  return {
    retheme(theme) {
      now = theme;
      view?.retheme(theme);
    },
    close: () => view?.close(),
  };
});
