// The timeline of a run: a slider over all of its steps, with a marker for every change and for the step where it branched off.
import { whole } from "../lib/numbers.ts";
import { button, setEnabled } from "./controls.ts";
import { make, setAttribute, setText } from "./element.ts";

export interface Mark {
  step: number;
  text: string;
}

export interface Shown {
  first: number;
  /** The run's latest step. */
  last: number;
  at: number;
  marks: readonly Mark[];
}

export class TimelineBar {
  readonly element: HTMLElement;
  private shown: Shown = { first: 0, last: 0, at: 0, marks: [] };
  private readonly words = make("span", { class: "gn-number", "aria-hidden": "true" });
  private readonly marks = make("div", { class: "gn-marks", "aria-hidden": "true" });
  private readonly list = make("div", { class: "gn-changes", role: "group", "aria-label": "Changes" });
  private readonly slider = make("input", { type: "range", name: "timeline", min: 0, max: 0, step: 1, title: "Drag to any step of the run", oninput: () => this.go(this.slider.valueAsNumber) });
  private readonly previous = button({ name: "earlier", label: "Previous recorded step", text: "◀", onClick: () => this.go(this.shown.at - 1) });
  private readonly next = button({ name: "later", label: "Next recorded step", text: "▶", onClick: () => this.go(this.shown.at + 1) });
  private readonly end = button({ name: "end", label: "Go to the latest step", text: "▶▏", onClick: () => this.go(this.shown.last) });
  private drawn = "";

  /** `onGo` is called with the step to go to; `buttons` go beside the slider. */
  constructor(
    private readonly onGo: (step: number) => void,
    ...buttons: HTMLElement[]
  ) {
    const label = make("label", { class: "gn-control gn-line" }, make("span", { class: "gn-label" }, "Timeline", this.words), make("span", { class: "gn-track" }, this.slider, this.marks));
    this.element = make("div", { class: "gn-timeline" }, make("div", { class: "gn-row" }, this.previous, this.next, this.end, label, ...buttons), this.list);
  }

  show(shown: Shown): void {
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

  private go(step: number): void {
    const { first, last, at } = this.shown;
    const target = Math.min(last, Math.max(first, Math.round(step)));
    if (target === at) this.show(this.shown);
    else {
      this.say(target); // while it moves, not only once Python has answered
      this.onGo(target);
    }
  }

  private say(step: number): void {
    const { last } = this.shown;
    const words = step === last ? `step ${whole(step)} (latest)` : `step ${whole(step)} of ${whole(last)}`;
    setText(this.words, words);
    setAttribute(this.slider, "aria-valuetext", words);
  }

  private mark(): void {
    const { first, last, marks } = this.shown;
    const key = JSON.stringify(marks);
    if (key !== this.drawn) {
      this.drawn = key;
      const chips = marks.map(({ step, text }) =>
        make("button", { type: "button", class: "gn-button gn-chip-button", title: "Go to the step of this change", onclick: () => this.go(step) }, `▾ ${whole(step)}: ${text}`),
      );
      this.list.replaceChildren(...chips);
      this.marks.replaceChildren(...marks.map(() => make("span", {}, "▾")));
    }
    this.list.hidden = marks.length === 0;
    marks.forEach(({ step }, i) => {
      const fraction = Math.max(0, (step - first) / Math.max(1, last - first)); // what is no longer known stands at the start
      (this.marks.children[i] as HTMLElement).style.left = `calc(8px + ${fraction.toFixed(4)} * (100% - 16px))`;
    });
  }
}
