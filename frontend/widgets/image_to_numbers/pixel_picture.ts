// The image in pixels: pointing at one highlights its value.
import { make } from "../../dom/element.ts";
import { pixelColor } from "../../lib/pixels.ts";
import type { Numbers } from "./written.ts";

export class PixelPicture {
  readonly element: HTMLElement;
  private readonly canvas = make("canvas", { role: "img" });
  private readonly mark = make("span", { class: "gn-pixel", hidden: true });
  private readonly caption = make("figcaption", { class: "gn-label" });
  private side = 1;

  constructor(
    onHover: (pixel: number | null) => void,
    onPin: (pixel: number) => void,
  ) {
    const at = (event: PointerEvent): number => {
      const box = this.canvas.getBoundingClientRect();
      const cell = (place: number, begin: number, length: number): number =>
        Math.min(this.side - 1, Math.max(0, Math.floor(((place - begin) / length) * this.side)));
      return cell(event.clientY, box.top, box.height) * this.side + cell(event.clientX, box.left, box.width);
    };
    const frame = make(
      "div",
      {
        class: "gn-pixels",
        onpointermove: (event: PointerEvent) => onHover(at(event)),
        onpointerdown: (event: PointerEvent) => onPin(at(event)),
        onpointerleave: () => onHover(null),
      },
      this.canvas,
      this.mark,
    );
    this.element = make("figure", {}, this.caption, frame);
  }

  show({ head, levels }: Numbers): void {
    const [side, , channels] = head.shape;
    this.side = side;
    this.canvas.width = this.canvas.height = side;
    const context = this.canvas.getContext("2d")!;
    const image = context.createImageData(side, side);
    for (let pixel = 0; pixel < side * side; pixel++) image.data.set([...pixelColor(levels, pixel, channels), 255], 4 * pixel);
    context.putImageData(image, 0, 0);
    this.canvas.setAttribute("aria-label", `${head.words}, in ${side} by ${side} pixels`);
    this.caption.textContent = `${side} × ${side} pixels`;
    this.element.style.setProperty("--gn-side", String(side));
  }

  light(pixel: number | null): void {
    this.mark.hidden = pixel === null;
    if (pixel === null) return;
    this.mark.style.setProperty("--gn-row", String(Math.floor(pixel / this.side)));
    this.mark.style.setProperty("--gn-column", String(pixel % this.side));
  }
}
