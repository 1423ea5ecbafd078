// Play, step and scrub through the stages of a pass, which belong to named phases.
import { button, setEnabled } from "./controls.ts";
import { make, setText } from "./element.ts";
import { Recording } from "./recording.ts";

const STAGE_MS = 1600;

export interface Stage {
  phase: number;
  /** What this stage makes visible; unique among the stages. */
  key: string;
  /** The layer whose edges are animated, or −1, and the direction of the animation. */
  layer: number;
  back: boolean;
  words: string;
}

interface PlayerSettings {
  phases: readonly string[];
  /** What the phases are of: "step", "pass". */
  of: string;
  /** What the main button says while nothing is played. */
  action?: string;
  /** Where new stages are shown first, and where a phase leads: "end" to its last stage, "turn" to its next one after the stage shown. */
  opens: "begin" | "end";
  leads: "end" | "turn";
  onMove: () => void;
}

export class StagePlayer {
  readonly element: HTMLElement;
  private stages: Stage[] = [];
  private readonly words = make("p", { class: "gn-stage", role: "status" });
  private readonly recording: Recording;
  private readonly phases: HTMLButtonElement[];
  /** The buttons of the phases, to be placed apart from play and slider. */
  readonly strip: HTMLElement;

  constructor(private readonly settings: PlayerSettings) {
    const { phases, of, action = "Play", onMove } = settings;
    this.phases = phases.map((name, phase) =>
      button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.recording.go(this.stageOf(phase)) }),
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
      },
    });
    this.element = make("div", { class: "gn-player" }, this.recording.element, this.words);
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

  /** Load new stages; the position stays if their number is the same. */
  load(stages: Stage[]): void {
    const same = stages.length === this.stages.length;
    this.stages = stages;
    if (!same) this.recording.record(stages.length - 1, this.settings.opens === "end" ? stages.length - 1 : 0);
    this.show();
  }

  stop(): void {
    this.recording.stop();
  }

  private stageOf(phase: number): number {
    const places = this.stages.flatMap((stage, i) => (stage.phase === phase ? [i] : []));
    if (this.settings.leads === "end") return places.at(-1) ?? 0;
    return places.find((place) => place > this.recording.now) ?? places[0] ?? this.recording.now;
  }

  private show(): void {
    const { stage } = this;
    if (stage) {
      setText(this.words, stage.words);
      const { slider, now } = this.recording;
      slider.setAttribute("aria-valuetext", `${this.settings.phases[stage.phase]}, stage ${now + 1} of ${this.stages.length}`);
    }
    this.phases.forEach((button, phase) => {
      button.setAttribute("aria-pressed", String(phase === stage?.phase));
      setEnabled(button, this.stages.some((one) => one.phase === phase));
    });
    const shown = this.phases[stage?.phase ?? 0]!;
    this.strip.scrollLeft = shown.offsetLeft - (this.strip.clientWidth - shown.offsetWidth) / 2;
  }
}
