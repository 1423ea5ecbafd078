// dom/stage_player.ts
import { button, setEnabled } from "./controls.js";
import { make, setText } from "./element.js";
import { Recording } from "./recording.js";
var STAGE_MS = 1600;
var StagePlayer = class {
  constructor(settings) {
    this.settings = settings;
    const { phases, of, action = "Play", onMove } = settings;
    this.phases = phases.map(
      (name, phase) => button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.recording.go(this.stageOf(phase)) })
    );
    this.strip = make("div", { class: "gn-phases", role: "group", "aria-label": `Phases of the ${of}` }, ...this.phases);
    this.recording = new Recording({
      label: "Stage",
      place: "stage",
      action,
      everyMs: STAGE_MS,
      names: { slider: "stage", previous: "previous", next: "next" },
      onMove: () => {
        this.show();
        onMove();
      }
    });
    this.element = make("div", { class: "gn-player" }, this.recording.element, this.words);
  }
  settings;
  element;
  stages = [];
  words = make("p", { class: "gn-stage", role: "status" });
  recording;
  phases;
  /** The buttons of the phases, to be placed apart from play and slider. */
  strip;
  get stage() {
    return this.stages[this.recording.now];
  }
  get playing() {
    return this.recording.playing;
  }
  /** Whether a stage has been reached. */
  reached(key) {
    return this.stages.findIndex((stage) => stage.key === key) <= this.recording.now;
  }
  /** Load new stages; the position stays if their number is the same. */
  load(stages) {
    const same = stages.length === this.stages.length;
    this.stages = stages;
    if (!same) this.recording.record(stages.length - 1, this.settings.opens === "end" ? stages.length - 1 : 0);
    this.show();
  }
  stop() {
    this.recording.stop();
  }
  stageOf(phase) {
    const places = this.stages.flatMap((stage, i) => stage.phase === phase ? [i] : []);
    if (this.settings.leads === "end") return places.at(-1) ?? 0;
    return places.find((place) => place > this.recording.now) ?? places[0] ?? this.recording.now;
  }
  show() {
    const { stage } = this;
    if (stage) {
      setText(this.words, stage.words);
      const { slider, now } = this.recording;
      slider.setAttribute("aria-valuetext", `${this.settings.phases[stage.phase]}, stage ${now + 1} of ${this.stages.length}`);
    }
    this.phases.forEach((button2, phase) => {
      button2.setAttribute("aria-pressed", String(phase === stage?.phase));
      setEnabled(button2, this.stages.some((one) => one.phase === phase));
    });
    const shown = this.phases[stage?.phase ?? 0];
    this.strip.scrollLeft = shown.offsetLeft - (this.strip.clientWidth - shown.offsetWidth) / 2;
  }
};
export {
  StagePlayer
};
