// dom/timeline_bar.ts
import { whole } from "../lib/numbers.js";
import { button, setEnabled } from "./controls.js";
import { make, setAttribute, setText } from "./element.js";
var TimelineBar = class {
  /** `onGo` is called with the step to go to; `buttons` go beside the slider. */
  constructor(onGo, ...buttons) {
    this.onGo = onGo;
    const label = make("label", { class: "gn-control gn-line" }, make("span", { class: "gn-label" }, "Timeline", this.words), make("span", { class: "gn-track" }, this.slider, this.marks));
    this.element = make("div", { class: "gn-timeline" }, make("div", { class: "gn-row" }, this.previous, this.next, this.end, label, ...buttons), this.list);
  }
  onGo;
  element;
  shown = { first: 0, last: 0, at: 0, marks: [] };
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  marks = make("div", { class: "gn-marks", "aria-hidden": "true" });
  list = make("div", { class: "gn-changes", role: "group", "aria-label": "Changes" });
  slider = make("input", { type: "range", name: "timeline", min: 0, max: 0, step: 1, title: "Drag to any step of the run", oninput: () => this.go(this.slider.valueAsNumber) });
  previous = button({ name: "earlier", label: "Previous recorded step", text: "◀", onClick: () => this.go(this.shown.at - 1) });
  next = button({ name: "later", label: "Next recorded step", text: "▶", onClick: () => this.go(this.shown.at + 1) });
  end = button({ name: "end", label: "Go to the latest step", text: "▶▏", onClick: () => this.go(this.shown.last) });
  drawn = "";
  show(shown) {
    this.shown = shown;
    const { first, last, at } = shown;
    setAttribute(this.slider, "min", String(first));
    setAttribute(this.slider, "max", String(Math.max(last, first + 1)));
    if (this.slider.valueAsNumber !== at) this.slider.valueAsNumber = at;
    this.say(at);
    setEnabled(this.previous, at > first);
    setEnabled(this.next, at < last);
    setEnabled(this.end, at < last);
    this.mark();
  }
  go(step) {
    const { first, last, at } = this.shown;
    const target = Math.min(last, Math.max(first, Math.round(step)));
    if (target === at) this.show(this.shown);
    else {
      this.say(target);
      this.onGo(target);
    }
  }
  say(step) {
    const { last } = this.shown;
    const words = step === last ? `step ${whole(step)} (latest)` : `step ${whole(step)} of ${whole(last)}`;
    setText(this.words, words);
    setAttribute(this.slider, "aria-valuetext", words);
  }
  mark() {
    const { first, last, marks } = this.shown;
    const key = JSON.stringify(marks);
    if (key !== this.drawn) {
      this.drawn = key;
      const chips = marks.map(
        ({ step, text }) => make("button", { type: "button", class: "gn-button gn-chip-button", title: "Go to the step of this change", onclick: () => this.go(step) }, `▾ ${whole(step)}: ${text}`)
      );
      this.list.replaceChildren(...chips);
      this.marks.replaceChildren(...marks.map(() => make("span", {}, "▾")));
    }
    this.list.hidden = marks.length === 0;
    marks.forEach(({ step }, i) => {
      const fraction = Math.max(0, (step - first) / Math.max(1, last - first));
      this.marks.children[i].style.left = `calc(8px + ${fraction.toFixed(4)} * (100% - 16px))`;
    });
  }
};
export {
  TimelineBar
};
