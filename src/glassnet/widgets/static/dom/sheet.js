// dom/sheet.ts
import { make } from "./element.js";
var STEP = 1 / 28;
var Sheet = class {
  /** `send` makes Python draw a line through the points; it resolves when the drawing is shown. */
  constructor(send) {
    this.send = send;
    this.pen = make("button", { type: "button", class: "gn-pen", name: "pen-place", onkeydown: (event) => this.press(event) });
    this.frame = make(
      "div",
      {
        class: "gn-sheet",
        onpointerdown: (event) => this.begin(event),
        onpointermove: (event) => {
          if (this.frame.hasPointerCapture(event.pointerId)) this.go(this.placeOf(event), true);
        }
      },
      this.image,
      this.pen
    );
    this.element = make("figure", {}, make("figcaption", { class: "gn-label" }, "Draw here"), this.frame);
    this.go(this.at, false);
  }
  send;
  element;
  image = make("img", { alt: "Your drawing", draggable: "false" });
  pen;
  frame;
  at = [0.5, 0.5];
  waiting = [];
  busy = false;
  show(address) {
    if (this.image.getAttribute("src") !== address) this.image.src = address;
  }
  begin(event) {
    event.preventDefault();
    this.frame.setPointerCapture(event.pointerId);
    this.pen.focus({ preventScroll: true });
    this.go(this.placeOf(event), false);
    this.draw([this.at]);
  }
  press(event) {
    const steps = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
    const step = steps[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (step) this.go([this.at[0] + step[0], this.at[1] + step[1]], event.shiftKey);
    else this.draw([this.at]);
  }
  go(to, drawing) {
    const from = this.at;
    this.at = [Math.min(1, Math.max(0, to[0])), Math.min(1, Math.max(0, to[1]))];
    const [left, top] = this.at.map((part) => Math.round(100 * part));
    Object.assign(this.pen.style, { left: `${100 * this.at[0]}%`, top: `${100 * this.at[1]}%` });
    this.pen.setAttribute(
      "aria-label",
      `Pen, ${left} % from the left, ${top} % from the top; arrow keys move it, Space draws a dot, Shift and arrow keys draw a line`
    );
    if (drawing) this.draw([from, this.at]);
  }
  placeOf(event) {
    const box = this.frame.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }
  // While Python draws one part of the line, the next part is collected.
  draw(points) {
    const [first] = points;
    const last = this.waiting.at(-1);
    const follows = last && first && last[0] === first[0] && last[1] === first[1];
    if (this.waiting.length && !follows) void this.flush();
    this.waiting.push(...follows ? points.slice(1) : points);
    if (!this.busy) void this.flush();
  }
  async flush() {
    this.busy = true;
    while (this.waiting.length) {
      const points = this.waiting.splice(0, 300);
      await this.send(points);
    }
    this.busy = false;
  }
};
export {
  Sheet
};
