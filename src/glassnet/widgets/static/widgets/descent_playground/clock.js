// widgets/descent_playground/clock.ts
import { button, setEnabled } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { whole } from "../../lib/numbers.js";
var STEPS_A_SECOND = 30;
var Clock = class {
  constructor(onMove) {
    this.onMove = onMove;
    this.slider = make("input", { type: "range", name: "step-slider", min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
    const label = make("label", { class: "gn-control gn-time" }, make("span", { class: "gn-label" }, "Step", this.words), this.slider);
    this.element = make("div", { class: "gn-row" }, this.play, this.back, this.on, label);
  }
  onMove;
  now = 0;
  last = 0;
  element;
  timer = 0;
  slider;
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  back = button({ name: "step-back", label: "One step back", text: "◀", onClick: () => this.go(this.now - 1) });
  on = button({ name: "step", label: "One step on", text: "▶", onClick: () => this.go(this.now + 1) });
  get playing() {
    return this.timer !== 0;
  }
  /** A new record of so many steps; what is shown is its end. */
  record(last) {
    this.stop();
    this.last = last;
    this.slider.max = String(last);
    this.now = last;
    this.show();
  }
  stop() {
    cancelAnimationFrame(this.timer);
    this.timer = 0;
    this.show();
  }
  go(step) {
    this.stop();
    this.move(step);
  }
  move(step) {
    this.now = Math.min(this.last, Math.max(0, Math.round(step)));
    this.show();
    this.onMove();
  }
  toggle() {
    if (this.playing) return this.stop();
    const from = this.now >= this.last ? 0 : this.now;
    let begin = 0;
    const tick = (time) => {
      begin ||= time;
      this.move(from + (time - begin) / 1e3 * STEPS_A_SECOND);
      if (this.now >= this.last || !this.element.isConnected) return this.stop();
      this.timer = requestAnimationFrame(tick);
    };
    this.timer = requestAnimationFrame(tick);
    this.show();
  }
  show() {
    this.slider.valueAsNumber = this.now;
    setText(this.words, `${whole(this.now)} of ${whole(this.last)}`);
    setText(this.play.firstElementChild, this.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    setEnabled(this.back, this.now > 0);
    setEnabled(this.on, this.now < this.last);
  }
};
export {
  Clock
};
