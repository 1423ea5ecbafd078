// dom/recording.ts
import { PlayLoop } from "../lib/play.js";
import { button, setEnabled } from "./controls.js";
import { make, setText } from "./element.js";
var Recording = class {
  constructor(settings) {
    this.settings = settings;
    const { label, place, names, action = "Play" } = settings;
    this.everyMs = settings.everyMs;
    this.action = action;
    this.play = button({ name: "play", label: action, text: action, class: "gn-button gn-main", onClick: () => this.toggle() });
    this.slider = make("input", { type: "range", name: names.slider, min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
    this.previous = button({ name: names.previous, label: `Previous ${place}`, text: "◀", onClick: () => this.go(this.now - 1) });
    this.next = button({ name: names.next, label: `Next ${place}`, text: "▶", onClick: () => this.go(this.now + 1) });
    const head = make("span", { class: "gn-label" }, label, settings.words ? this.words : null);
    this.element = make("div", { class: "gn-row" }, this.play, this.previous, this.next, make("label", { class: "gn-control gn-time" }, head, this.slider));
  }
  settings;
  now = 0;
  last = 0;
  element;
  slider;
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  action;
  play;
  previous;
  next;
  loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.onChange() });
  from = 0;
  began = null;
  everyMs;
  get playing() {
    return this.loop.playing;
  }
  /** Load a new recording at position `now`, by default its end; `everyMs` is its own pace. */
  record(last, now = last, everyMs = this.settings.everyMs) {
    this.stop();
    this.everyMs = everyMs;
    this.last = last;
    this.slider.max = String(last);
    this.now = now;
    this.show();
  }
  stop() {
    this.loop.pause();
  }
  go(place) {
    this.stop();
    this.move(place);
  }
  toggle() {
    if (this.playing) return this.stop();
    this.from = this.now >= this.last ? 0 : this.now + 1;
    this.began = null;
    this.loop.play();
  }
  follow(now) {
    this.began ??= now;
    const place = this.from + Math.floor((now - this.began) / this.everyMs);
    if (place !== this.now) this.move(place);
    return this.now < this.last && this.element.isConnected;
  }
  move(place) {
    this.now = Math.min(this.last, Math.max(0, Math.round(place)));
    this.show();
    this.settings.onMove();
  }
  onChange() {
    this.show();
    this.settings.onMove();
  }
  show() {
    this.slider.valueAsNumber = this.now;
    if (this.settings.words) {
      const words = this.settings.words(this.now, this.last);
      setText(this.words, words);
      this.slider.setAttribute("aria-valuetext", `${this.settings.label} ${words}`);
    }
    const word = this.playing ? "Pause" : this.action;
    setText(this.play.firstElementChild, word);
    this.play.setAttribute("aria-label", word);
    setEnabled(this.previous, this.now > 0);
    setEnabled(this.next, this.now < this.last);
  }
};
export {
  Recording
};
