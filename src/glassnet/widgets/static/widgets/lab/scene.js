// widgets/lab/scene.ts
import { CLASSES } from "../../dom/points.js";
import { classTable, mapTable, probabilityTable, signedTable } from "../../lib/colors.js";
var Attention = class {
  constructor(changed) {
    this.changed = changed;
  }
  changed;
  hovered = null;
  pinned = null;
  get current() {
    return this.hovered ?? this.pinned;
  }
  get chosen() {
    return this.pinned;
  }
  isPinned(focus) {
    return sameFocus(this.pinned, focus);
  }
  hover(focus) {
    if (sameFocus(this.hovered, focus)) return;
    this.hovered = focus;
    this.changed();
  }
  pin(focus) {
    this.pinned = sameFocus(this.pinned, focus) ? null : focus;
    this.changed();
  }
  /** Deselect what no longer exists in a network with these columns. */
  restrict(columns) {
    if (this.pinned && !exists(this.pinned, columns)) this.pinned = null;
    if (this.hovered && !exists(this.hovered, columns)) this.hovered = null;
  }
};
function makeLook(theme) {
  const classes = CLASSES.map((name) => classTable(name, theme));
  return { theme, signed: signedTable(theme), probability: probabilityTable(theme), map: mapTable(theme), classes };
}
function sameFocus(a, b) {
  if (!a || !b) return a === b;
  if (a.kind === "unit") return b.kind === "unit" && a.column === b.column && a.unit === b.unit;
  return b.kind === "edge" && a.column === b.column && a.from === b.from && a.to === b.to;
}
function exists(focus, columns) {
  if (focus.kind === "unit") return focus.unit < (columns[focus.column] ?? 0);
  return focus.from < (columns[focus.column] ?? 0) && focus.to < (columns[focus.column + 1] ?? 0);
}
export {
  Attention,
  makeLook,
  sameFocus
};
