// A sheet for drawing with pointer, finger or keyboard. Python draws; the page only sends the pen's path.
import { make } from "./element.ts";

type Place = [number, number];

const STEP = 1 / 28;

export class Sheet {
  readonly element: HTMLElement;
  private readonly image = make("img", { alt: "Your drawing", draggable: "false" });
  private readonly pen: HTMLButtonElement;
  private readonly frame: HTMLElement;
  private at: Place = [0.5, 0.5];
  private waiting: Place[] = [];
  private busy = false;

  /** `send` makes Python draw a line through the points; it resolves when the drawing is shown. */
  constructor(private readonly send: (points: Place[]) => Promise<void>) {
    this.pen = make("button", { type: "button", class: "gn-pen", name: "pen-place", onkeydown: (event: KeyboardEvent) => this.press(event) });
    this.frame = make(
      "div",
      {
        class: "gn-sheet",
        onpointerdown: (event: PointerEvent) => this.begin(event),
        onpointermove: (event: PointerEvent) => {
          if (this.frame.hasPointerCapture(event.pointerId)) this.go(this.placeOf(event), true);
        },
      },
      this.image,
      this.pen,
    );
    this.element = make("figure", {}, make("figcaption", { class: "gn-label" }, "Draw here"), this.frame);
    this.go(this.at, false);
  }

  show(address: string): void {
    if (this.image.getAttribute("src") !== address) this.image.src = address;
  }

  private begin(event: PointerEvent): void {
    event.preventDefault();
    this.frame.setPointerCapture(event.pointerId);
    this.pen.focus({ preventScroll: true });
    this.go(this.placeOf(event), false);
    this.draw([this.at]);
  }

  private press(event: KeyboardEvent): void {
    const steps: Record<string, Place> = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
    const step = steps[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (step) this.go([this.at[0] + step[0], this.at[1] + step[1]], event.shiftKey);
    else this.draw([this.at]);
  }

  private go(to: Place, drawing: boolean): void {
    const from = this.at;
    this.at = [Math.min(1, Math.max(0, to[0])), Math.min(1, Math.max(0, to[1]))];
    const [left, top] = this.at.map((part) => Math.round(100 * part));
    Object.assign(this.pen.style, { left: `${100 * this.at[0]}%`, top: `${100 * this.at[1]}%` });
    this.pen.setAttribute(
      "aria-label",
      `Pen, ${left} % from the left, ${top} % from the top; arrow keys move it, Space draws a dot, Shift and arrow keys draw a line`,
    );
    if (drawing) this.draw([from, this.at]);
  }

  private placeOf(event: PointerEvent): Place {
    const box = this.frame.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }

  // While Python draws one part of the line, the next part is collected.
  private draw(points: Place[]): void {
    const [first] = points;
    const last = this.waiting.at(-1);
    const follows = last && first && last[0] === first[0] && last[1] === first[1];
    if (this.waiting.length && !follows) void this.flush();
    this.waiting.push(...(follows ? points.slice(1) : points));
    if (!this.busy) void this.flush();
  }

  private async flush(): Promise<void> {
    this.busy = true;
    while (this.waiting.length) {
      const points = this.waiting.splice(0, 300);
      await this.send(points);
    }
    this.busy = false;
  }
}
