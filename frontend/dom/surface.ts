// A canvas in CSS pixels, sharp on any screen: sized by the page, drawn at the screen's own resolution.
import { pixelRatio, watchPixelRatio } from "./pixel_ratio.ts";

export class Surface {
  readonly canvas = document.createElement("canvas");
  readonly context = this.canvas.getContext("2d")!;
  width = 0;
  height = 0;
  private readonly observer: ResizeObserver;
  private readonly unwatch: () => void;

  constructor(onResize: () => void) {
    this.canvas.setAttribute("aria-hidden", "true");
    this.observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      if (width === 0 || (width === this.width && height === this.height)) return;
      this.resize(width, height);
      onResize();
    });
    this.observer.observe(this.canvas);
    this.unwatch = watchPixelRatio(() => {
      if (this.width === 0) return;
      this.resize(this.width, this.height);
      onResize();
    });
  }

  /** Clear the canvas. */
  clear(): CanvasRenderingContext2D {
    this.context.clearRect(0, 0, this.width, this.height);
    return this.context;
  }

  close(): void {
    this.observer.disconnect();
    this.unwatch();
  }

  private resize(width: number, height: number): void {
    const ratio = pixelRatio();
    [this.width, this.height] = [width, height];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
}
