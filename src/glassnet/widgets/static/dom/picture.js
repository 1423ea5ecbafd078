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
  resize(side) {
    this.canvas.width = this.canvas.height = side;
    this.image = this.context.createImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }
};
export {
  Picture
};
