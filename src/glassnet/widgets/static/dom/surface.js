// dom/surface.ts
var Surface = class {
  canvas = document.createElement("canvas");
  context = this.canvas.getContext("2d");
  width = 0;
  height = 0;
  observer;
  constructor(onResize) {
    this.canvas.setAttribute("aria-hidden", "true");
    this.observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width === 0 || width === this.width && height === this.height) return;
      this.resize(width, height);
      onResize();
    });
    this.observer.observe(this.canvas);
  }
  /** Clear the canvas. */
  clear() {
    this.context.clearRect(0, 0, this.width, this.height);
    return this.context;
  }
  close() {
    this.observer.disconnect();
  }
  resize(width, height) {
    const ratio = devicePixelRatio || 1;
    [this.width, this.height] = [width, height];
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }
};
export {
  Surface
};
