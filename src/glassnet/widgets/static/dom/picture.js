// dom/picture.ts
import { paint } from "../lib/colors.js";
var Picture = class {
  canvas = document.createElement("canvas");
  context = this.canvas.getContext("2d");
  image = null;
  pixels = new Uint32Array();
  constructor() {
    this.canvas.setAttribute("aria-hidden", "true");
  }
  draw(bytes, colors) {
    const side = Math.round(Math.sqrt(bytes.length));
    if (this.image?.width !== side) this.resize(side);
    paint(bytes, colors, this.pixels);
    this.context.putImageData(this.image, 0, 0);
  }
  /** Draw classes, each in the colours of its own table, by how sure each is. */
  drawClasses(sure, classes, tables) {
    const side = Math.round(Math.sqrt(sure.length));
    if (this.image?.width !== side) this.resize(side);
    for (let i = 0; i < sure.length; i++) this.pixels[i] = tables[classes[i]][sure[i]];
    this.context.putImageData(this.image, 0, 0);
  }
  resize(side) {
    this.canvas.width = this.canvas.height = side;
    this.image = this.context.createImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }
};
export {
  Picture
};
