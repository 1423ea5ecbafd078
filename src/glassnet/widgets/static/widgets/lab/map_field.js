// widgets/lab/map_field.ts
import { make } from "../../dom/element.js";
import { linearScale } from "../../lib/scales.js";
var NUDGE = 0.1;
var LABELS = {
  look: "Decision map: arrow keys move a point; every unit shows its output there",
  choose: "Decision map: arrow keys move a mark; Enter chooses the data point nearest to it",
  draw: "Decision map: arrow keys move a mark; Enter draws a point there, Delete removes the nearest"
};
var HINTS = {
  look: "Point at the map to see the numbers there.",
  choose: "Click a point to see its numbers on their way through the network.",
  draw: "Click to draw a point, drag to draw many, drag a point to move it."
};
var MapField = class {
  constructor(settings) {
    this.settings = settings;
    const { drawing } = settings;
    this.element = make("button", {
      type: "button",
      class: "gn-field",
      name: "map",
      onpointermove: (event) => this.onMove(event),
      onpointerdown: (event) => this.onDown(event),
      onpointerup: () => drawing.end(),
      // what a finger has tapped stays when it is lifted; what it only scrolled past does not
      onpointerleave: (event) => event.pointerType !== "touch" && this.look(null),
      onpointercancel: () => {
        drawing.end();
        this.look(null);
      },
      onblur: () => this.look(null),
      onkeydown: (event) => this.onKey(event)
    });
  }
  settings;
  element;
  /** Where the pointer or the keys stand. */
  at = null;
  get label() {
    return LABELS[this.settings.mode()];
  }
  get hint() {
    return HINTS[this.settings.mode()];
  }
  onDown(event) {
    const place = this.placeOf(event);
    const mode = this.settings.mode();
    if (mode === "draw" && event.button === 0) {
      this.element.setPointerCapture(event.pointerId);
      this.settings.drawing.begin(place);
    } else if (mode === "choose") this.settings.choose(place);
    this.look(place);
  }
  onMove(event) {
    const place = this.placeOf(event);
    if (this.settings.mode() === "draw" && event.buttons & 1) this.settings.drawing.move(place);
    this.look(place);
  }
  onKey(event) {
    const move = MOVES[event.key];
    if (event.key === "Escape" && this.at) this.look(null);
    else if (move) this.look(this.at ? [clamp(this.at[0] + move[0]), clamp(this.at[1] + move[1])] : [0, 0]);
    else if (!this.at || !this.act(event.key, this.at)) return;
    event.preventDefault();
    event.stopPropagation();
  }
  /** What a key does at the mark; false if nothing. */
  act(key, at) {
    const { choose, drawing } = this.settings;
    const mode = this.settings.mode();
    if (mode === "choose" && key === "Enter") choose(at);
    else if (mode === "draw" && key === "Enter") drawing.add(at);
    else if (mode === "draw" && (key === "Delete" || key === "Backspace")) drawing.removeNearest(at);
    else return false;
    return true;
  }
  placeOf(event) {
    const box = this.element.getBoundingClientRect();
    const across = linearScale([box.left, box.right], [-2, 2])(event.clientX);
    const up = linearScale([box.bottom, box.top], [-2, 2])(event.clientY);
    return [clamp(across), clamp(up)];
  }
  look(x) {
    this.at = x;
    this.settings.look(x);
  }
};
var MOVES = {
  ArrowLeft: [-NUDGE, 0],
  ArrowRight: [NUDGE, 0],
  ArrowUp: [0, NUDGE],
  ArrowDown: [0, -NUDGE]
};
function clamp(value) {
  return Math.round(100 * Math.min(2, Math.max(-2, value))) / 100;
}
export {
  MapField
};
