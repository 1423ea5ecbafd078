// widgets/training_monitor/bars.ts
import { make, setAttribute, setText } from "../../dom/element.js";
import { brief, whole } from "../../lib/numbers.js";
var Bars = class {
  constructor(reference, count, what, sign, ask) {
    this.ask = ask;
    this.bars = Array.from({ length: count }, (_, place) => {
      const fill = make("span", {});
      const button = make("button", { type: "button", class: "gn-bar", tabindex: place === 0 ? 0 : -1, "data-ref": `${reference}[${place}]`, onfocus: () => this.point(place), onblur: () => this.rest() }, fill);
      return { button, fill };
    });
    this.element = make(
      "div",
      {
        class: "gn-bars",
        role: "group",
        "aria-label": count ? `Histogram of the ${what}; arrow keys move from bar to bar` : `No histogram of the ${what}: none of the values is finite`,
        "data-sign": sign,
        onpointerdown: (event) => event.button === 0 && this.element.setPointerCapture(event.pointerId),
        onpointermove: (event) => this.point(this.under(event)),
        onpointerup: (event) => this.element.hasPointerCapture(event.pointerId) && this.choose(this.under(event)),
        onpointerleave: () => this.rest(),
        onkeydown: (event) => this.press(event),
        // Enter, Space and assistive technology click without a pointer; pointers are handled above.
        onclick: (event) => event.detail === 0 && this.choose(this.bars.findIndex(({ button }) => button === event.target))
      },
      ...this.bars.map(({ button }) => button)
    );
  }
  ask;
  /** High enough for a finger, whatever the counts: every bar is a full-height button. */
  element;
  /** Describes the bar under the pointer. */
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  bars;
  histogram = null;
  pointed = -1;
  draw(histogram) {
    this.histogram = histogram;
    const most = Math.max(1, ...histogram.counts);
    this.bars.forEach(({ button, fill }, place) => {
      const count = histogram.counts[place];
      const height = `${count ? Math.max(3, 100 * count / most).toFixed(2) : 0}%`;
      if (fill.style.height !== height) fill.style.height = height;
      setAttribute(button, "aria-label", `bar ${place + 1} of ${histogram.counts.length}: ${this.describe(place)}`);
    });
    this.point(this.pointed);
  }
  /** Highlight the bar that is explained. */
  mark(reference) {
    for (const { button } of this.bars) setAttribute(button, "aria-pressed", String(button.dataset["ref"] === reference));
  }
  describe(place) {
    const { counts, edges } = this.histogram;
    return `${whole(counts[place])} from ${brief(edges[place])} to ${brief(edges[place + 1])}`;
  }
  under({ clientX }) {
    const { left, width } = this.element.getBoundingClientRect();
    const place = Math.floor((clientX - left) / width * this.bars.length);
    return Math.min(this.bars.length - 1, Math.max(0, place));
  }
  point(place) {
    this.bars[this.pointed]?.button.classList.remove("gn-pointed");
    this.bars[place]?.button.classList.add("gn-pointed");
    this.pointed = place;
    setText(this.words, place < 0 ? "" : this.describe(place));
  }
  // Without a pointer, the focused bar is described.
  rest() {
    this.point(this.bars.findIndex(({ button }) => button.matches(":focus")));
  }
  choose(place) {
    const bar = this.bars[place];
    if (!bar) return;
    this.goTo(place);
    this.ask(bar.button.dataset["ref"]);
  }
  /** The group is a single tab stop: the bar that was last used. */
  goTo(place) {
    this.bars.forEach(({ button }, each) => setAttribute(button, "tabindex", each === place ? "0" : "-1"));
    this.bars[place].button.focus();
  }
  press(event) {
    const at = this.bars.findIndex(({ button }) => button === event.target);
    const last = this.bars.length - 1;
    const goals = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last };
    const goal = goals[event.key];
    if (at < 0 || goal === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.goTo(goal);
  }
};
export {
  Bars
};
