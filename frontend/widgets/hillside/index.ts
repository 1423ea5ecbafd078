// The hillside: a walk down a curve in the fog, or a small triangle on it that shows what a slope is.
import { make } from "../../dom/element.ts";
import { defineWidget, type Content } from "../../dom/widget.ts";
import type { Wire } from "../../wire/hillside.ts";
import styles from "./hillside.css";
import { NudgeView } from "./nudge_view.ts";
import { WalkView } from "./walk_view.ts";

export default defineWidget<Wire>({ label: "Hillside", name: "gn-hillside", styles }, ({ root, theme }, channel) => {
  let now = theme;
  let view: Content | null = null;
  const place = make("div", {});
  root.append(place);
  channel.request("open", {}, ({ head, arrays }) => {
    const curve = { head, xs: arrays[0]!.subarray(0, arrays[0]!.length / 2), ys: arrays[0]!.subarray(arrays[0]!.length / 2) };
    root.setAttribute("aria-label", head.view === "walk" ? "Hillside" : "Hillside, close up"); // a page may have both
    view?.close();
    view = head.view === "walk" ? new WalkView(root, place, channel, curve, now) : new NudgeView(root, place, channel, curve, now);
  });
  return {
    retheme(theme) {
      now = theme;
      view?.retheme(theme);
    },
    close: () => view?.close(),
  };
});
