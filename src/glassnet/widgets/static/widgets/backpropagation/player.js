// widgets/backpropagation/player.ts
import { button, setEnabled } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { PHASES } from "./beats.js";
var BEAT_MS = 1600;
var Player = class {
  constructor(onMove) {
    this.onMove = onMove;
    const label = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, "Through the step"), this.slider);
    this.element = make(
      "div",
      { class: "gn-player" },
      make("div", { class: "gn-row" }, this.play, this.back, this.on, label),
      make("div", { class: "gn-phases", role: "group", "aria-label": "Phases of the step" }, ...this.phases),
      this.words
    );
  }
  onMove;
  element;
  now = 0;
  beats = [];
  timer = 0;
  words = make("p", { class: "gn-beat", role: "status" });
  slider = make("input", { type: "range", name: "beat", min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
  play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  back = button({ name: "back", label: "One beat back", text: "◀", onClick: () => this.go(this.now - 1) });
  on = button({ name: "on", label: "One beat on", text: "▶", onClick: () => this.go(this.now + 1) });
  phases = PHASES.map(
    (name, phase) => button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.go(this.lastOf(phase)) })
  );
  get beat() {
    return this.beats[this.now];
  }
  get playing() {
    return this.timer !== 0;
  }
  /** Whether a beat has come. */
  reached(key) {
    return this.beats.findIndex((beat) => beat.key === key) <= this.now;
  }
  /** New beats; the place stays where it is if there are as many as before, else it is the end. */
  take(beats) {
    const same = beats.length === this.beats.length;
    this.beats = beats;
    this.slider.max = String(beats.length - 1);
    if (!same) this.now = beats.length - 1;
    this.show();
  }
  stop() {
    if (!this.playing) return;
    clearInterval(this.timer);
    this.timer = 0;
    this.show();
    this.onMove();
  }
  lastOf(phase) {
    return this.beats.reduce((found, beat, i) => beat.phase === phase ? i : found, 0);
  }
  go(to) {
    this.stop();
    this.move(to);
  }
  move(to) {
    this.now = Math.max(0, Math.min(this.beats.length - 1, to));
    this.show();
    this.onMove();
  }
  toggle() {
    if (this.playing) return this.stop();
    this.timer = window.setInterval(() => {
      this.move(this.now + 1);
      if (this.now >= this.beats.length - 1 || !this.element.isConnected) this.stop();
    }, BEAT_MS);
    this.move(this.now >= this.beats.length - 1 ? 0 : this.now + 1);
  }
  show() {
    const beat = this.beat;
    this.slider.valueAsNumber = this.now;
    if (beat) {
      setText(this.words, beat.words);
      this.slider.setAttribute("aria-valuetext", `${PHASES[beat.phase]}, beat ${this.now + 1} of ${this.beats.length}`);
    }
    this.phases.forEach((phase, i) => phase.setAttribute("aria-pressed", String(i === beat?.phase)));
    setText(this.play.firstElementChild, this.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    setEnabled(this.back, this.now > 0);
    setEnabled(this.on, this.now < this.beats.length - 1);
  }
};
export {
  Player
};
