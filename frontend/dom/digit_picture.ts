// The 64 points of a digit, or 64 weights, as a small picture.
import { signedColor, type Theme } from "../lib/colors.ts";
import { make } from "./element.ts";

const SIDE = 8;

export function digitPicture(name: string): HTMLCanvasElement {
  return make("canvas", { class: name, width: SIDE, height: SIDE, "aria-hidden": "true" });
}

/** Paint numbers, of which the largest in size gets the strongest colour unless `most` says otherwise. */
export function paintDigit(canvas: HTMLCanvasElement, numbers: ArrayLike<number>, theme: Theme, most = largest(numbers)): void {
  const context = canvas.getContext("2d")!;
  const image = context.createImageData(SIDE, SIDE);
  for (let i = 0; i < SIDE * SIDE; i++) image.data.set([...signedColor(numbers[i]! / most, theme), 255], 4 * i);
  context.putImageData(image, 0, 0);
}

function largest(numbers: ArrayLike<number>): number {
  return Math.max(1e-9, ...Array.from(numbers, Math.abs));
}
