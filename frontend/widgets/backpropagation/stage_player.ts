// Play, step and scrub through the stages of a training step.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Recording } from "../../dom/recording.ts";
import { PHASES, type Stage } from "./stages.ts";

const STAGE_MS = 1600;

export class StagePlayer {
  readonly element: HTMLElement;
  private stages: Stage[] = [];
  private readonly words = make("p", { class: "gn-stage", role: "status" });
  private readonly recording: Recording;
  private readonly phases = PHASES.map((name, phase) =>
    button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.recording.go(this.lastOf(phase)) }),
  );

  constructor(onMove: () => void) {
    this.recording = new Recording({
      label: "Stage",
      place: "stage",
      everyMs: STAGE_MS,
      names: { slider: "stage", previous: "previous", next: "next" },
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

  get stage(): Stage | undefined {
    return this.stages[this.recording.now];
  }

  get playing(): boolean {
    return this.recording.playing;
  }

  /** Whether a stage has been reached. */
  reached(key: string): boolean {
    return this.stages.findIndex((stage) => stage.key === key) <= this.recording.now;
  }

  /** Load new stages; the position stays if their number is the same, otherwise it moves to the end. */
  load(stages: Stage[]): void {
    const same = stages.length === this.stages.length;
    this.stages = stages;
    if (!same) this.recording.record(stages.length - 1);
    this.show();
  }

  stop(): void {
    this.recording.stop();
  }

  private lastOf(phase: number): number {
    return this.stages.reduce((found, stage, i) => (stage.phase === phase ? i : found), 0);
  }

  private show(): void {
    const { stage } = this;
    if (stage) {
      setText(this.words, stage.words);
      const { slider, now } = this.recording;
      slider.setAttribute("aria-valuetext", `${PHASES[stage.phase]}, stage ${now + 1} of ${this.stages.length}`);
    }
    this.phases.forEach((phase, i) => phase.setAttribute("aria-pressed", String(i === stage?.phase)));
  }
}
