// The surface of the map, by pointer and keys: to look at a place, to choose a point, or to draw points.
import { make } from "../../dom/element.ts";
import { linearScale } from "../../lib/scales.ts";
import type { Drawing } from "./drawing.ts";

export type MapMode = "look" | "choose" | "draw";

const NUDGE = 0.1;
const LABELS: Record<MapMode, string> = {
  look: "Decision map: arrow keys move a point; every unit shows its output there",
  choose: "Decision map: arrow keys move a mark; Enter chooses the data point nearest to it",
  draw: "Decision map: arrow keys move a mark; Enter draws a point there, Delete removes the nearest",
};
const HINTS: Record<MapMode, string> = {
  look: "Point at the map to see the numbers there.",
  choose: "Click a point to see its numbers on their way through the network.",
  draw: "Click to draw a point, drag to draw many, drag a point to move it.",
};

interface Settings {
  look: (x: [number, number] | null) => void;
  mode: () => MapMode;
  choose: (place: [number, number]) => void;
  drawing: Drawing;
}

export class MapField {
  readonly element: HTMLButtonElement;
  /** Where the pointer or the keys stand. */
  at: [number, number] | null = null;

  constructor(private readonly settings: Settings) {
    const { drawing } = settings;
    this.element = make("button", {
      type: "button",
      class: "gn-field",
      name: "map",
      onpointermove: (event: PointerEvent) => this.onMove(event),
      onpointerdown: (event: PointerEvent) => this.onDown(event),
      onpointerup: () => drawing.end(),
      // what a finger has tapped stays when it is lifted; what it only scrolled past does not
      onpointerleave: (event: PointerEvent) => event.pointerType !== "touch" && this.look(null),
      onpointercancel: () => {
        drawing.end();
        this.look(null);
      },
      onblur: () => this.look(null),
      onkeydown: (event: KeyboardEvent) => this.onKey(event),
    });
  }

  get label(): string {
    return LABELS[this.settings.mode()];
  }

  get hint(): string {
    return HINTS[this.settings.mode()];
  }

  private onDown(event: PointerEvent): void {
    const place = this.placeOf(event);
    const mode = this.settings.mode();
    if (mode === "draw" && event.button === 0) {
      this.element.setPointerCapture(event.pointerId);
      this.settings.drawing.begin(place);
    } else if (mode === "choose") this.settings.choose(place);
    this.look(place);
  }

  private onMove(event: PointerEvent): void {
    const place = this.placeOf(event);
    if (this.settings.mode() === "draw" && event.buttons & 1) this.settings.drawing.move(place);
    this.look(place);
  }

  private onKey(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (event.key === "Escape" && this.at) this.look(null);
    else if (move) this.look(this.at ? [clamp(this.at[0] + move[0]), clamp(this.at[1] + move[1])] : [0, 0]);
    else if (!this.at || !this.act(event.key, this.at)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What a key does at the mark; false if nothing. */
  private act(key: string, at: [number, number]): boolean {
    const { choose, drawing } = this.settings;
    const mode = this.settings.mode();
    if (mode === "choose" && key === "Enter") choose(at);
    else if (mode === "draw" && key === "Enter") drawing.add(at);
    else if (mode === "draw" && (key === "Delete" || key === "Backspace")) drawing.removeNearest(at);
    else return false;
    return true;
  }

  private placeOf(event: PointerEvent): [number, number] {
    const box = this.element.getBoundingClientRect();
    const across = linearScale([box.left, box.right], [-2, 2])(event.clientX);
    const up = linearScale([box.bottom, box.top], [-2, 2])(event.clientY);
    return [clamp(across), clamp(up)];
  }

  private look(x: [number, number] | null): void {
    this.at = x;
    this.settings.look(x);
  }
}

const MOVES: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, NUDGE],
  ArrowDown: [0, -NUDGE],
};

function clamp(value: number): number {
  return Math.round(100 * Math.min(2, Math.max(-2, value))) / 100;
}
