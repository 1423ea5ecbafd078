// widgets/backpropagation/beat_player.ts
import { button } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Recording } from "../../dom/recording.js";
import { PHASES } from "./beats.js";
var BEAT_MS = 1600;
var BeatPlayer = class {
  element;
  beats = [];
  words = make("p", { class: "gn-beat", role: "status" });
  recording;
  phases = PHASES.map(
    (name, phase) => button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.recording.go(this.lastOf(phase)) })
  );
  constructor(onMove) {
    this.recording = new Recording({
      label: "Through the step",
      place: "beat",
      everyMs: BEAT_MS,
      names: { slider: "beat", back: "back", on: "on" },
      onMove: () => {
        this.show();
        onMove();
      }
    });
    this.element = make(
      "div",
      { class: "gn-player" },
      this.recording.element,
      make("div", { class: "gn-phases", role: "group", "aria-label": "Phases of the step" }, ...this.phases),
      this.words
    );
  }
  get beat() {
    return this.beats[this.recording.now];
  }
  get playing() {
    return this.recording.playing;
  }
  /** Whether a beat has come. */
  reached(key) {
    return this.beats.findIndex((beat) => beat.key === key) <= this.recording.now;
  }
  /** New beats; the place stays where it is if there are as many as before, else it is the end. */
  take(beats) {
    const same = beats.length === this.beats.length;
    this.beats = beats;
    if (!same) this.recording.record(beats.length - 1);
    this.show();
  }
  stop() {
    this.recording.stop();
  }
  lastOf(phase) {
    return this.beats.reduce((found, beat, i) => beat.phase === phase ? i : found, 0);
  }
  show() {
    const { beat } = this;
    if (beat) {
      setText(this.words, beat.words);
      const { slider, now } = this.recording;
      slider.setAttribute("aria-valuetext", `${PHASES[beat.phase]}, beat ${now + 1} of ${this.beats.length}`);
    }
    this.phases.forEach((phase, i) => phase.setAttribute("aria-pressed", String(i === beat?.phase)));
  }
};
export {
  BeatPlayer
};
