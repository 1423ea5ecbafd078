// dom/timeline_bar.ts
import { whole } from "../lib/numbers.js";
import { button, setEnabled } from "./controls.js";
import { make, setAttribute, setText } from "./element.js";
var TimelineBar = class {
  /** `onGo` is called with the step that was dragged to; `buttons` stand beside the slider. */
  constructor(onGo, ...buttons) {
    this.onGo = onGo;
    const label = make("label", { class: "gn-control gn-line" }, make("span", { class: "gn-label" }, "Timeline", this.words), make("span", { class: "gn-track" }, this.slider, this.marks));
    this.element = make("div", { class: "gn-timeline" }, make("div", { class: "gn-row" }, this.back, this.on, this.end, label, ...buttons), this.list);
  }
  onGo;
  element;
  shown = { first: 0, last: 0, at: 0, marks: [] };
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  marks = make("div", { class: "gn-marks", "aria-hidden": "true" });
  list = make("div", { class: "gn-changes", role: "group", "aria-label": "Changes on the way" });
  slider = make("input", { type: "range", name: "timeline", min: 0, max: 0, step: 1, title: "Drag back to any step of the run", oninput: () => this.go(this.slider.valueAsNumber) });
  back = button({ name: "earlier", label: "One step back", text: "◀", onClick: () => this.go(this.shown.at - 1) });
  on = button({ name: "later", label: "One step on, as it was", text: "▶", onClick: () => this.go(this.shown.at + 1) });
  end = button({ name: "end", label: "To where the run stands", text: "▶▏", onClick: () => this.go(this.shown.last) });
  told = "";
  show(shown) {
    this.shown = shown;
    const { first, last, at } = shown;
    setAttribute(this.slider, "min", String(first));
    setAttribute(this.slider, "max", String(Math.max(last, first + 1)));
    if (this.slider.valueAsNumber !== at) this.slider.valueAsNumber = at;
    const words = at === last ? `step ${whole(at)}, where the run stands` : `step ${whole(at)} of ${whole(last)}`;
    setText(this.words, words);
    setAttribute(this.slider, "aria-valuetext", words);
    setEnabled(this.back, at > first);
    setEnabled(this.on, at < last);
    setEnabled(this.end, at < last);
    this.mark();
  }
  go(step) {
    const { first, last, at } = this.shown;
    const wished = Math.min(last, Math.max(first, Math.round(step)));
    if (wished === at) this.show(this.shown);
    else this.onGo(wished);
  }
  mark() {
    const { first, last, marks } = this.shown;
    const told = JSON.stringify(marks);
    if (told !== this.told) {
      this.told = told;
      const chips = marks.map(
        ({ step, text }) => make("button", { type: "button", class: "gn-button gn-chip-button", title: "Look at the step where it was made", onclick: () => this.go(step) }, `▾ ${whole(step)}: ${text}`)
      );
      this.list.replaceChildren(...chips);
      this.marks.replaceChildren(...marks.map(() => make("span", {}, "▾")));
    }
    this.list.hidden = marks.length === 0;
    marks.forEach(({ step }, i) => {
      const share = (step - first) / Math.max(1, last - first);
      this.marks.children[i].style.left = `calc(8px + ${share.toFixed(4)} * (100% - 16px))`;
    });
  }
};
export {
  TimelineBar
};
