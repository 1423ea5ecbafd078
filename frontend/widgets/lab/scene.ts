// What every panel of the Lab is given to draw, and what the reader has selected.
import { CLASSES } from "../../dom/points.ts";
import { classTable, mapTable, probabilityTable, signedTable, type Theme } from "../../lib/colors.ts";
import type { Level } from "../../lib/level.ts";
import type { Frame, Spec } from "../../lib/protocol.ts";
import type { Session } from "../../lib/session.ts";

export interface Look {
  theme: Theme;
  signed: Uint32Array;
  probability: Uint32Array;
  map: Uint32Array;
  /** One table for each class, if there are more than two. */
  classes: Uint32Array[];
}

export interface Scene {
  session: Session;
  frame: Frame;
  /** The settings that controls show: those in force, or those on their way. */
  spec: Spec;
  look: Look;
  level: Level;
  /** What is pointed at, or else pinned. */
  focus: Focus | null;
  pinned: Focus | null;
}

export interface Panel {
  element: HTMLElement;
  draw(scene: Scene): void;
  close?(): void;
}

/** A unit (column 0 holds the inputs) or the weight between two units. */
export type Focus = { kind: "unit"; column: number; unit: number } | { kind: "edge"; column: number; from: number; to: number };

/** Hovering or focusing previews; clicking pins, until the same is clicked again or Escape is pressed. */
export class Attention {
  private hovered: Focus | null = null;
  private pinned: Focus | null = null;

  constructor(private readonly changed: () => void) {}

  get current(): Focus | null {
    return this.hovered ?? this.pinned;
  }

  get chosen(): Focus | null {
    return this.pinned;
  }

  isPinned(focus: Focus): boolean {
    return sameFocus(this.pinned, focus);
  }

  hover(focus: Focus | null): void {
    if (sameFocus(this.hovered, focus)) return;
    this.hovered = focus;
    this.changed();
  }

  pin(focus: Focus | null): void {
    this.pinned = sameFocus(this.pinned, focus) ? null : focus;
    this.changed();
  }

  /** Deselect what no longer exists in a network with these columns. */
  restrict(columns: number[]): void {
    if (this.pinned && !exists(this.pinned, columns)) this.pinned = null;
    if (this.hovered && !exists(this.hovered, columns)) this.hovered = null;
  }
}

export function makeLook(theme: Theme): Look {
  const classes = CLASSES.map((name) => classTable(name, theme));
  return { theme, signed: signedTable(theme), probability: probabilityTable(theme), map: mapTable(theme), classes };
}

export function sameFocus(a: Focus | null, b: Focus | null): boolean {
  if (!a || !b) return a === b;
  if (a.kind === "unit") return b.kind === "unit" && a.column === b.column && a.unit === b.unit;
  return b.kind === "edge" && a.column === b.column && a.from === b.from && a.to === b.to;
}

function exists(focus: Focus, columns: number[]): boolean {
  if (focus.kind === "unit") return focus.unit < (columns[focus.column] ?? 0);
  return focus.from < (columns[focus.column] ?? 0) && focus.to < (columns[focus.column + 1] ?? 0);
}
