// A square image made from bytes: one look-up per pixel, one putImageData per image.
import { paint } from "../lib/colors.ts";

export class Picture {
  readonly canvas = document.createElement("canvas");
  private readonly context = this.canvas.getContext("2d")!;
  private image: ImageData | null = null;
  private pixels = new Uint32Array();

  constructor() {
    this.canvas.setAttribute("aria-hidden", "true");
  }

  draw(bytes: Uint8Array, colors: Uint32Array): void {
    const side = Math.round(Math.sqrt(bytes.length));
    if (this.image?.width !== side) this.resize(side);
    paint(bytes, colors, this.pixels);
    this.context.putImageData(this.image!, 0, 0);
  }

  /** Draw classes, each in the colours of its own table, by how sure each is. */
  drawClasses(sure: Uint8Array, classes: Uint8Array, tables: readonly Uint32Array[]): void {
    const side = Math.round(Math.sqrt(sure.length));
    if (this.image?.width !== side) this.resize(side);
    for (let i = 0; i < sure.length; i++) this.pixels[i] = tables[classes[i]!]![sure[i]!]!;
    this.context.putImageData(this.image!, 0, 0);
  }

  private resize(side: number): void {
    this.canvas.width = this.canvas.height = side;
    this.image = this.context.createImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }
}
