// dom/digit_picture.ts
import { signedColor } from "../lib/colors.js";
import { make } from "./element.js";
var SIDE = 8;
function digitPicture(name) {
  return make("canvas", { class: name, width: SIDE, height: SIDE, "aria-hidden": "true" });
}
function paintDigit(canvas, numbers, theme, most = largest(numbers)) {
  const context = canvas.getContext("2d");
  const image = context.createImageData(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) image.data.set([...signedColor(numbers[i] / most, theme), 255], 4 * i);
  context.putImageData(image, 0, 0);
}
function largest(numbers) {
  return Math.max(1e-9, ...Array.from(numbers, Math.abs));
}
export {
  digitPicture,
  paintDigit
};
