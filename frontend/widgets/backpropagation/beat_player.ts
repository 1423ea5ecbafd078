// Play, step, and scrub through the beats of a step.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Recording } from "../../dom/recording.ts";
import { PHASES, type Beat } from "./beats.ts";

const BEAT_MS = 1600;

export class BeatPlayer {
  readonly element: HTMLElement;
  private beats: Beat[] = [];
  private readonly words = make("p", { class: "gn-beat", role: "status" });
  private readonly recording: Recording;
  private readonly phases = PHASES.map((name, phase) =>
    button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.recording.go(this.lastOf(phase)) }),
  );

  constructor(onMove: () => void) {
    this.recording = new Recording({
      label: "Through the step",
      place: "beat",
      everyMs: BEAT_MS,
      names: { slider: "beat", back: "back", on: "on" },
      onMove: () => {
        this.show();
        onMove();
      },
    });
    this.element = make(
      "div",
      { class: "gn-player" },
      this.recording.element,
      make("div", { class: "gn-phases", role: "group", "aria-label": "Phases of the step" }, ...this.phases),
      this.words,
    );
  }

  get beat(): Beat | undefined {
    return this.beats[this.recording.now];
  }

  get playing(): boolean {
    return this.recording.playing;
  }

  /** Whether a beat has come. */
  reached(key: string): boolean {
    return this.beats.findIndex((beat) => beat.key === key) <= this.recording.now;
  }

  /** New beats; the place stays where it is if there are as many as before, else it is the end. */
  take(beats: Beat[]): void {
    const same = beats.length === this.beats.length;
    this.beats = beats;
    if (!same) this.recording.record(beats.length - 1);
    this.show();
  }

  stop(): void {
    this.recording.stop();
  }

  private lastOf(phase: number): number {
    return this.beats.reduce((found, beat, i) => (beat.phase === phase ? i : found), 0);
  }

  private show(): void {
    const { beat } = this;
    if (beat) {
      setText(this.words, beat.words);
      const { slider, now } = this.recording;
      slider.setAttribute("aria-valuetext", `${PHASES[beat.phase]}, beat ${now + 1} of ${this.beats.length}`);
    }
    this.phases.forEach((phase, i) => phase.setAttribute("aria-pressed", String(i === beat?.phase)));
  }
}
