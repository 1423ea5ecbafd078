// dom/element.ts
var SVG = "http://www.w3.org/2000/svg";
function make(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}
function makeSvg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}
function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
function setAttribute(element, name, value) {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== void 0 && value !== null) element.setAttribute(name, String(value));
  }
  element.append(...children.filter((child) => Boolean(child)));
  return element;
}

// dom/icons.ts
var PATHS = {
  play: "M7 4.5v15l13-7.5z",
  pause: "M6.5 4.5h4v15h-4zM13.5 4.5h4v15h-4z",
  step: "M5 4.5v15l10.5-7.5zM16.5 4.5h3v15h-3z",
  restart: "M12 4a8 8 0 1 0 7.7 5.8l-2.4.7A5.5 5.5 0 1 1 12 6.5V10l5.5-4.7L12 .6z",
  undo: "M9 4 2.5 10 9 16v-4h4.5a3.75 3.75 0 0 1 0 7.500H9V22h4.500a6.250 6.250 0 0 0 0-12.500H9z",
  redo: "M15 4l6.500 6-6.500 6v-4h-4.500a3.750 3.750 0 0 0 0 7.500H15V22h-4.500a6.250 6.250 0 0 1 0-12.500H15z",
  link: "M10 7H7a5 5 0 0 0 0 10h3v-2.500H7a2.500 2.500 0 0 1 0-5h3zM14 7h3a5 5 0 0 1 0 10h-3v-2.500h3a2.500 2.500 0 0 0 0-5h-3zM8 10.800h8v2.400H8z"
};
function icon(name) {
  const path = makeSvg("path", { d: PATHS[name], fill: "currentColor" });
  return makeSvg("svg", { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true", focusable: "false" }, path);
}
function setIcon(element, name) {
  const path = element.firstElementChild;
  if (path.getAttribute("d") !== PATHS[name]) path.setAttribute("d", PATHS[name]);
}

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
  /** Begin a drawing afresh. */
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

// lib/numbers.ts
function decimal(value, digits = 3) {
  if (value === null) return "not finite";
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "not a number" : `${value < 0 ? "−" : ""}∞`;
  const size = Math.abs(value);
  if (size >= 1e5 || size > 0 && size < 0.5 * 10 ** -digits) return power(value);
  return minus(value.toFixed(digits));
}
function short(value) {
  if (value === null) return "not finite";
  return minus(String(Number(value.toPrecision(3))));
}
function whole(value) {
  return minus(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " "));
}
function tickLabel(value) {
  const size = Math.abs(value);
  if (size >= 1e9 || size > 0 && size < 1e-4) return shortPower(value);
  if (size >= 1e6) return `${short(value / 1e6)}M`;
  if (size >= 1e4) return `${short(value / 1e3)}k`;
  return minus(String(value));
}
function power(value) {
  const [digits, exponent] = value.toExponential(2).split("e");
  return `${minus(digits)}·10${superscript(Number(exponent))}`;
}
function shortPower(value) {
  const [digits, exponent] = Number(value.toPrecision(3)).toExponential().split("e");
  const power2 = `10${superscript(Number(exponent))}`;
  return digits === "1" ? power2 : digits === "-1" ? `−${power2}` : `${minus(digits)}·${power2}`;
}
function superscript(value) {
  const digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  return (value < 0 ? "⁻" : "") + [...String(Math.abs(value))].map((digit) => digits[Number(digit)]).join("");
}
function minus(text) {
  return text.replace("-", "−");
}

// lib/scales.ts
function linearScale([low, high], [begin, end]) {
  const span = high - low || 1;
  return (value) => begin + (value - low) / span * (end - begin);
}
function logScale([low, high], range) {
  const inner = linearScale([Math.log(low), Math.log(high)], range);
  return (value) => inner(Math.log(Math.max(value, low)));
}
function ticks(low, high, count) {
  const step = roundStep((high - low) / count);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
function logTicks(low, high) {
  const powers = decades(low, high, [1]);
  return powers.length >= 2 ? powers : decades(low, high, [1, 2, 5]);
}
function roundStep(rough) {
  const power2 = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power2;
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power2;
}
function decades(low, high, multiples) {
  const found = [];
  for (let power2 = Math.floor(Math.log10(low)); 10 ** power2 <= high; power2++) {
    for (const multiple of multiples) {
      const value = Number((multiple * 10 ** power2).toPrecision(6));
      if (value >= low && value <= high) found.push(value);
    }
  }
  return found;
}

// dom/loss_chart.ts
var INKS = {
  light: { text: "#565b66", rule: "#e3e4e8", train: "#16181d", test: "#6d28d9", mark: "#8a8f9a" },
  dark: { text: "#a9aeb8", rule: "#33373f", train: "#f2f3f5", test: "#b794f6", mark: "#7d838f" }
};
var MARGIN = { left: 44, right: 10, top: 10, bottom: 22 };
var FONT = "11px system-ui, sans-serif";
var LossChart = class {
  surface;
  across = (value) => value;
  constructor(redraw) {
    this.surface = new Surface(redraw);
  }
  draw(history, settings) {
    const { samples } = history;
    const { width, height } = this.surface;
    if (samples.length === 0 || width === 0) return;
    const inks = INKS[settings.theme];
    const context = this.surface.clear();
    const right = width - MARGIN.right;
    const bottom = height - MARGIN.bottom;
    const end = Math.max(samples.at(-1)[settings.across], settings.across === "step" ? 10 : 1);
    this.across = linearScale([0, end], [MARGIN.left, right]);
    const loss = lossScale(samples, settings.log, bottom);
    context.font = FONT;
    context.lineWidth = 1;
    this.drawGrid(context, inks, loss.ticks, loss.scale, ticks(0, end, Math.max(2, width / 90)), bottom, right);
    for (const mark of history.marks) drawMark(context, inks, this.across(mark[settings.across]), bottom);
    drawLine(context, samples, (sample) => this.across(sample[settings.across]), (sample) => loss.scale(sample.test), inks.test, [5, 3]);
    drawLine(context, samples, (sample) => this.across(sample[settings.across]), (sample) => loss.scale(sample.train), inks.train, []);
    if (settings.hovered) drawHair(context, inks, this.across(settings.hovered[settings.across]), bottom);
  }
  /** The sample nearest to a place across the chart. */
  sampleAt(history, x, across) {
    let [best, distance] = [null, Infinity];
    for (const sample of history.samples) {
      const away = Math.abs(this.across(sample[across]) - x);
      if (away < distance) [best, distance] = [sample, away];
    }
    return best;
  }
  close() {
    this.surface.close();
  }
  drawGrid(context, inks, lossTicks, loss, acrossTicks, bottom, right) {
    context.strokeStyle = inks.rule;
    context.fillStyle = inks.text;
    context.textAlign = "right";
    context.textBaseline = "middle";
    for (const value of lossTicks) {
      const y = Math.round(loss(value)) + 0.5;
      line(context, MARGIN.left, y, right, y);
      context.fillText(tickLabel(value), MARGIN.left - 6, y);
    }
    context.textBaseline = "top";
    for (const value of acrossTicks) {
      const x = this.across(value);
      context.textAlign = x > right - 12 ? "right" : "center";
      context.fillText(tickLabel(value), x, bottom + 7);
    }
  }
};
function lossScale(samples, log, bottom) {
  let [low, high] = [Infinity, 0];
  for (const { train, test } of samples) {
    low = Math.min(low, train, test);
    high = Math.max(high, train, test);
  }
  if (!log) {
    const top = Math.max(high * 1.05, 1e-6);
    return { scale: linearScale([0, top], [bottom, MARGIN.top]), ticks: ticks(0, top, 4) };
  }
  const ends = [Math.max(low, 1e-9) / 1.2, Math.max(high, 1e-9) * 1.2];
  return { scale: logScale(ends, [bottom, MARGIN.top]), ticks: logTicks(...ends) };
}
function drawLine(context, samples, x, y, ink, dashes) {
  context.beginPath();
  for (const sample of samples) context.lineTo(x(sample), y(sample));
  context.strokeStyle = ink;
  context.lineWidth = 1.75;
  context.setLineDash(dashes);
  context.stroke();
  context.setLineDash([]);
  context.lineWidth = 1;
}
function drawMark(context, inks, x, bottom) {
  context.fillStyle = inks.mark;
  context.beginPath();
  context.moveTo(x, bottom - 7);
  context.lineTo(x - 4, bottom);
  context.lineTo(x + 4, bottom);
  context.fill();
  context.globalAlpha = 0.45;
  context.fillRect(x - 0.5, MARGIN.top, 1, bottom - MARGIN.top);
  context.globalAlpha = 1;
}
function drawHair(context, inks, x, bottom) {
  context.strokeStyle = inks.text;
  line(context, x, MARGIN.top, x, bottom);
}
function line(context, x1, y1, x2, y2) {
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}

// lib/colors.ts
var PALETTES = {
  light: { negative: "#d95f0e", neutral: "#f4f4f2", positive: "#1f6fc5" },
  dark: { negative: "#f08a3c", neutral: "#252c35", positive: "#4c9bec" }
};
var MAP_STRENGTH = 0.62;
function signedColor(value, theme) {
  const palette = PALETTES[theme];
  const pole = value < 0 ? palette.negative : palette.positive;
  return mix(parse(palette.neutral), parse(pole), Math.min(1, Math.abs(value)));
}
function mapTable(theme) {
  return table((byte) => signedColor((byte / 127.5 - 1) * MAP_STRENGTH, theme));
}
function paint(bytes2, colors, pixels) {
  for (let i = 0; i < pixels.length; i++) pixels[i] = colors[bytes2[i]];
}
function table(color) {
  const colors = new Uint32Array(256);
  for (let byte = 0; byte < 256; byte++) {
    const [red, green, blue] = color(byte);
    colors[byte] = (255 << 24 | blue << 16 | green << 8 | red) >>> 0;
  }
  return colors;
}
function parse(hex) {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, value >> 8 & 255, value & 255];
}
function mix(from, to, share) {
  const [a, b] = [toLab(from), toLab(to)];
  return fromLab([0, 1, 2].map((i) => a[i] + (b[i] - a[i]) * share));
}
function linear(byte) {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
function gamma(share) {
  const curved = share <= 31308e-7 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055;
  return Math.round(255 * Math.min(1, Math.max(0, curved)));
}
function toLab(color) {
  const [red, green, blue] = color.map(linear);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  ];
}
function fromLab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  ];
}

// dom/picture.ts
var Picture = class {
  canvas = document.createElement("canvas");
  context = this.canvas.getContext("2d");
  image = null;
  pixels = new Uint32Array();
  constructor() {
    this.canvas.setAttribute("aria-hidden", "true");
  }
  draw(bytes2, colors) {
    const side = Math.round(Math.sqrt(bytes2.length));
    if (this.image?.width !== side) this.resize(side);
    paint(bytes2, colors, this.pixels);
    this.context.putImageData(this.image, 0, 0);
  }
  resize(side) {
    this.canvas.width = this.canvas.height = side;
    this.image = this.context.createImageData(side, side);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }
};

// dom/points.ts
var POINT_INKS = {
  light: { classes: ["#b34700", "#0b4f9e"], edge: "#ffffff" },
  dark: { classes: ["#ffb27a", "#8cc4ff"], edge: "#11161c" }
};
var FULL_TURN = 2 * Math.PI;
function drawPoints(context, points, size, domain, theme, radius) {
  const across = linearScale(domain, [0, size]);
  const up = linearScale(domain, [size, 0]);
  const inks = POINT_INKS[theme];
  for (let i = 0; i < points.length; i += 4) {
    const ink = inks.classes[points[i + 2] > 0.5 ? 1 : 0];
    trace(context, across(points[i]), up(points[i + 1]), radius, points[i + 2] > 0.5);
    if (points[i + 3] > 0.5) ring(context, ink, inks.edge, radius);
    else dot(context, ink, inks.edge);
  }
}
function trace(context, x, y, radius, square) {
  const half = radius * 0.886;
  context.beginPath();
  if (square) context.rect(x - half, y - half, 2 * half, 2 * half);
  else context.arc(x, y, radius, 0, FULL_TURN);
}
function dot(context, ink, edge) {
  context.fillStyle = ink;
  context.strokeStyle = edge;
  context.lineWidth = 1;
  context.fill();
  context.stroke();
}
function ring(context, ink, edge, radius) {
  context.strokeStyle = edge;
  context.lineWidth = radius * 1.1;
  context.stroke();
  context.strokeStyle = ink;
  context.lineWidth = Math.max(1.2, radius * 0.5);
  context.stroke();
}

// dom/plane.ts
var Plane = class {
  element;
  picture = new Picture();
  surface;
  drawn = [];
  constructor(redraw) {
    this.surface = new Surface(redraw);
    this.element = make("span", { class: "gn-plane" }, this.picture.canvas, this.surface.canvas);
  }
  drawPicture(bytes2, colors) {
    this.picture.draw(bytes2, colors);
    setAttribute(this.picture.canvas, "style", `--gn-pixels: ${this.picture.canvas.width}`);
  }
  /** Draw the points, if they are others than before or are seen differently. */
  drawPoints(points, domain, theme) {
    const size = this.surface.width;
    const now = [points, theme, size];
    if (size === 0 || now.every((value, i) => value === this.drawn[i])) return;
    this.drawn = now;
    drawPoints(this.surface.clear(), points, size, domain, theme, size > 260 ? 3.4 : 2.8);
  }
  close() {
    this.surface.close();
  }
};

// dom/root.css
var root_default = '.gn-root {\n  --gn-page: #ffffff;\n  --gn-raised: #f5f7fa;\n  --gn-ink: #17202b;\n  --gn-quiet: #556372;\n  --gn-line: #d8dee6;\n  --gn-accent: #1b4f9c;\n  --gn-on-accent: #ffffff;\n  --gn-negative: #d95f0e;\n  --gn-neutral: #f4f4f2;\n  --gn-positive: #1f6fc5;\n  --gn-class-0: #b34700;\n  --gn-class-1: #0b4f9e;\n  --gn-train: #16181d;\n  --gn-test: #6d28d9;\n  --gn-alert: #fff4e5;\n  --gn-target: 28px;\n  --gn-unit: 40px;\n  color-scheme: light;\n  container: gn-root / inline-size;\n  color: var(--gn-ink);\n  background: var(--gn-page);\n  font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;\n  font-variant-numeric: tabular-nums;\n  text-align: left;\n}\n.gn-root[data-theme="dark"] {\n  --gn-page: #11161c;\n  --gn-raised: #1a212a;\n  --gn-ink: #e8edf3;\n  --gn-quiet: #a3b0bf;\n  --gn-line: #313c49;\n  --gn-accent: #8ab8ff;\n  --gn-on-accent: #0c1622;\n  --gn-negative: #f08a3c;\n  --gn-neutral: #252c35;\n  --gn-positive: #4c9bec;\n  --gn-class-0: #ffb27a;\n  --gn-class-1: #8cc4ff;\n  --gn-train: #f2f3f5;\n  --gn-test: #b794f6;\n  --gn-alert: #33240f;\n  color-scheme: dark;\n}\n.gn-root *,\n.gn-root *::before {\n  box-sizing: border-box;\n}\n.gn-root [hidden] {\n  display: none !important;\n}\n.gn-root :focus-visible {\n  outline: 3px solid var(--gn-accent);\n  outline-offset: 2px;\n}\n.gn-root h2 {\n  margin: 0;\n  font-size: 15px;\n  font-weight: 650;\n  line-height: 28px;\n}\n.gn-root button,\n.gn-root select {\n  font: inherit;\n  color: inherit;\n  min-height: var(--gn-target);\n}\n\n.gn-play {\n  display: inline-flex;\n  align-items: center;\n  justify-content: center;\n  gap: 8px;\n  min-width: 124px;\n  padding: 0 20px 0 16px;\n  border: 0;\n  border-radius: 24px;\n  background: var(--gn-accent);\n  cursor: pointer;\n}\n.gn-root .gn-play {\n  min-height: 48px;\n  color: var(--gn-on-accent);\n  font-size: 17px;\n  font-weight: 650;\n}\n.gn-play:hover {\n  filter: brightness(1.1);\n}\n.gn-plane {\n  position: absolute;\n  inset: 0;\n  overflow: hidden;\n  border-radius: inherit;\n  background: var(--gn-neutral);\n}\n.gn-plane canvas {\n  position: absolute;\n  left: 0;\n  top: 0;\n  width: 100%;\n  height: 100%;\n}\n.gn-plane canvas:first-child {\n  --gn-over: calc(100% / (var(--gn-pixels) - 1));\n  left: calc(var(--gn-over) / -2);\n  top: calc(var(--gn-over) / -2);\n  width: calc(100% + var(--gn-over));\n  height: calc(100% + var(--gn-over));\n}\n.gn-caption {\n  margin: 2px 0 0;\n  font-size: 13px;\n  color: var(--gn-quiet);\n}\n@media (pointer: coarse) {\n  .gn-root {\n    --gn-target: 44px;\n    --gn-unit: 44px;\n  }\n}\n@media (prefers-reduced-motion: reduce) {\n  .gn-root * {\n    transition: none !important;\n    animation: none !important;\n    scroll-behavior: auto !important;\n  }\n}\n';

// dom/theme.ts
function currentTheme() {
  const own = document.documentElement.dataset["theme"];
  if (own === "light" || own === "dark") return own;
  const { classList, dataset } = document.body;
  if (classList.contains("dark") || classList.contains("dark-theme")) return "dark";
  if (classList.contains("light") || classList.contains("light-theme")) return "light";
  if (dataset["jpThemeLight"]) return dataset["jpThemeLight"] === "false" ? "dark" : "light";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
function watchTheme(callback) {
  let shown = null;
  const look = () => {
    const theme = currentTheme();
    if (theme !== shown) callback(shown = theme);
  };
  const observer = new MutationObserver(look);
  for (const element of [document.documentElement, document.body]) {
    observer.observe(element, { attributes: true, attributeFilter: ["class", "data-theme", "data-jp-theme-light"] });
  }
  const query = matchMedia("(prefers-color-scheme: dark)");
  query.addEventListener("change", look);
  look();
  return () => {
    observer.disconnect();
    query.removeEventListener("change", look);
  };
}
function prefersStillness() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// lib/changes.ts
var ChangeQueue = class {
  constructor(send) {
    this.send = send;
  }
  send;
  waiting = null;
  out = null;
  get busy() {
    return this.out !== null;
  }
  push(change) {
    this.waiting = { ...this.waiting, ...change };
    if (!this.out) void this.pump();
  }
  /** What the controls should show: the settings in force, overlaid with what is on its way. */
  overlay(spec) {
    return { ...spec, ...this.out, ...this.waiting };
  }
  clear() {
    this.waiting = null;
  }
  async pump() {
    while (this.waiting) {
      this.out = this.waiting;
      this.waiting = null;
      try {
        await this.send(this.out);
      } finally {
        this.out = null;
      }
    }
  }
};

// lib/history.ts
var MOST_SAMPLES = 600;
var MOST_MARKS = 100;
var History = class _History {
  constructor(samples = [], marks = [], apart = 1) {
    this.samples = samples;
    this.marks = marks;
    this.apart = apart;
  }
  samples;
  marks;
  apart;
  /** Take in a frame. The newest sample is always kept, so that the curve ends where training stands. */
  add(sample) {
    const last = this.samples.at(-1);
    if (last && sample.step < last.step) this.forgetAfter(sample.step - 1);
    const before = this.samples.at(-2);
    if (before && this.samples.at(-1).step - before.step < this.apart) this.samples.pop();
    if (this.samples.at(-1)?.step === sample.step) this.samples.pop();
    this.samples.push(sample);
    if (this.samples.length > MOST_SAMPLES) this.thin();
  }
  mark(mark, replaceLast) {
    if (replaceLast) this.marks.pop();
    this.marks.push(mark);
    if (this.marks.length > MOST_MARKS) this.marks.shift();
  }
  forgetAfter(step) {
    while (this.samples.length && this.samples.at(-1).step > step) this.samples.pop();
    while (this.marks.length && this.marks.at(-1).step > step) this.marks.pop();
  }
  toRecord() {
    return { samples: [...this.samples], marks: [...this.marks], apart: this.apart };
  }
  static from(record) {
    return new _History([...record.samples], [...record.marks], record.apart);
  }
  thin() {
    const last = this.samples.at(-1);
    const kept = this.samples.filter((_, i) => i % 2 === 0);
    if (kept.at(-1) !== last) kept.push(last);
    this.samples.splice(0, this.samples.length, ...kept);
    this.apart = Math.max(1, Math.ceil((last.step - kept[0].step) / (MOST_SAMPLES / 2)));
  }
};

// lib/protocol.ts
var Refused = class extends Error {
};
var NoReply = class extends Error {
};
function accepted({ head }) {
  if (isError(head)) throw new Refused(head.message);
  return head;
}
function toFrame(reply) {
  const head = accepted(reply);
  if (head.kind !== "frame") throw new Refused(`Expected a frame, got ${String(head.kind)}.`);
  const named = new Map(head.buffers.map((name, i) => [name, reply.bufs[i]]));
  return {
    ...head,
    weights: floats(named.get("weights")) ?? new Float32Array(),
    map: bytes(named.get("map")),
    units: bytes(named.get("units")),
    points: floats(named.get("points"))
  };
}
function isError(head) {
  return head.kind === "error";
}
function bytes(view) {
  return view ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength) : null;
}
function floats(view) {
  return view ? new Float32Array(bytes(view).slice().buffer) : null;
}

// lib/play.ts
var SPEEDS = [
  { name: "slow", label: "5 steps a second", amount: { steps: 1 }, everyMs: 200 },
  { name: "single", label: "1 step a picture", amount: { steps: 1 }, everyMs: 0 },
  { name: "normal", label: "10 steps a picture", amount: { steps: 10 }, everyMs: 0 },
  { name: "full", label: "As fast as it can", amount: { budget_ms: 14 }, everyMs: 0 }
];
function speedOf(name) {
  return SPEEDS.find((speed) => speed.name === name) ?? SPEEDS[2];
}
var SLACK_MS = 8;
var PlayLoop = class {
  constructor(host, { depth = 1, mostLost = 1, requestFrame = (callback) => requestAnimationFrame(callback), cancelFrame = (handle) => cancelAnimationFrame(handle) } = {}) {
    this.host = host;
    this.depth = depth;
    this.mostLost = mostLost;
    this.requestFrame = requestFrame;
    this.cancelFrame = cancelFrame;
  }
  host;
  /** Least time between two turns. */
  everyMs = 0;
  handle = null;
  out = 0;
  lost = 0;
  last = -Infinity;
  /** Counts presses of play: a turn of an earlier play must not end a later one. */
  plays = 0;
  depth;
  mostLost;
  requestFrame;
  cancelFrame;
  get playing() {
    return this.handle !== null;
  }
  /** No turn will come and none is under way: what is shown now stays. */
  get settled() {
    return !this.playing && this.out === 0;
  }
  play() {
    if (this.playing) return;
    this.lost = 0;
    this.last = -Infinity;
    this.plays++;
    this.handle = this.requestFrame(this.look);
    this.host.changed();
  }
  pause() {
    if (this.handle === null) return;
    this.cancelFrame(this.handle);
    this.handle = null;
    this.host.changed();
  }
  toggle() {
    if (this.playing) this.pause();
    else this.play();
  }
  look = (now) => {
    this.handle = this.requestFrame(this.look);
    const due = now - this.last >= this.everyMs - SLACK_MS;
    if (due && this.out < this.depth && (this.host.ready?.() ?? true)) void this.take(now);
  };
  async take(now) {
    const { plays } = this;
    this.last = now;
    this.out++;
    try {
      const turn = this.host.turn(now);
      const goOn = turn instanceof Promise ? await turn : turn;
      this.lost = 0;
      if (goOn === false && plays === this.plays) this.pause();
    } catch (error) {
      if (plays === this.plays) this.fail(error);
    } finally {
      this.out--;
      if (this.settled) this.host.changed();
    }
  }
  fail(error) {
    if (error instanceof NoReply && ++this.lost < this.mostLost) return;
    const wasPlaying = this.playing;
    this.pause();
    if (wasPlaying || !(error instanceof NoReply)) this.host.failed?.(error);
  }
};

// lib/timeline.ts
var MOST_MOMENTS = 40;
var MOST_RECENT = 10;
var Timeline = class {
  past = [];
  future = [];
  recent = [];
  /** A moment before something new: what had been undone is forgotten. */
  push(moment) {
    this.past.push(moment);
    if (this.past.length > MOST_MOMENTS) this.past.shift();
    this.future.length = 0;
  }
  /** Of the checkpoints since the last change, the first is kept for good and the others for a while. */
  keep(kept) {
    this.recent.push(kept);
    if (this.recent.length > MOST_RECENT) this.recent.splice(1, 1);
  }
  /** Of these checkpoints, the one with the smallest loss. */
  best() {
    return this.recent.reduce((best, kept) => best && best.loss <= kept.loss ? best : kept, null);
  }
  /** Training goes on from another place or with other settings: what was kept lately is not its past. */
  forgetRecent() {
    this.recent = [];
  }
};

// lib/session.ts
var MOST_LOST = 5;
var CHECKPOINT_EVERY_MS = 400;
var ONE_GESTURE_MS = 1e3;
var SMALLEST_RATE = 1e-4;
var Session = class {
  constructor(transport, host) {
    this.transport = transport;
    this.host = host;
    const { requestFrame, cancelFrame } = host;
    this.player = new PlayLoop(
      {
        turn: (now) => this.trainOn(now),
        ready: () => this.opened && !this.changes.busy && this.restoring === 0,
        changed: () => host.changed(),
        failed: (error) => this.tell(error instanceof NoReply ? { kind: "silent" } : { kind: "error", message: error.message })
      },
      { depth: 2, mostLost: MOST_LOST, requestFrame, cancelFrame }
    );
    transport.onStatus((status) => this.onStatus(status));
  }
  transport;
  host;
  frame = null;
  points = null;
  probe = null;
  notice = null;
  history = new History();
  changesShown = 0;
  timeline = new Timeline();
  player;
  pace = speedOf("normal");
  lastCheckpoint = -Infinity;
  changes = new ChangeQueue((change) => this.sendChange(change));
  latest = null;
  gesture = { name: "", at: -Infinity };
  label = { text: "", replaces: false };
  restoring = 0;
  journey = Promise.resolve();
  opened = false;
  probing = false;
  wanted = null;
  get status() {
    return this.transport.status;
  }
  get speed() {
    return this.pace;
  }
  set speed(speed) {
    this.pace = speed;
    this.player.everyMs = speed.everyMs;
  }
  /** The settings that the controls should show: in force, or on their way. */
  get spec() {
    return this.frame && this.changes.overlay(this.frame.spec);
  }
  /** Begin, or come back after a lost connection: from a checkpoint where there is one. */
  async open(begin) {
    const { saved, spec } = begin;
    const first = saved ? { checkpoint: saved.checkpoint } : spec ? { spec } : {};
    const frame = await this.request({ kind: "open", view: this.host.view, ...first });
    this.history = saved ? History.from(saved.history) : new History();
    this.opened = true;
    this.accept(frame);
    await this.capture();
  }
  /** Python may have gone on by itself, as a notebook's cell can make it: show where it stands. */
  refresh() {
    if (this.changes.busy) return Promise.resolve();
    return this.guard(async () => void await this.ask({ kind: "open" }));
  }
  play() {
    this.notice = null;
    this.player.play();
  }
  pause() {
    this.player.pause();
    void this.guard(async () => void await this.capture());
  }
  step() {
    this.player.pause();
    return this.advance(1);
  }
  /** Train on without showing what lies between. */
  advance(steps) {
    return this.guard(async () => void await this.ask({ kind: "advance", steps, checkpoint: true }));
  }
  restart(seed) {
    return this.guard(async () => {
      await this.remember(seed === void 0 ? "restart" : "new first weights");
      const frame = await this.request({ kind: "restart", checkpoint: true, ...seed === void 0 ? {} : { seed } });
      this.history = new History();
      this.timeline.forgetRecent();
      this.accept(frame);
    });
  }
  /** Change settings while training goes on. Changes of the same setting in quick succession count as one. */
  change(change, label) {
    const name = Object.keys(change).join();
    const now = this.host.now();
    const same = name === this.gesture.name && now - this.gesture.at < ONE_GESTURE_MS;
    this.gesture = { name, at: now };
    this.label = { text: label, replaces: same };
    if (!same) void this.guard(() => this.remember(label));
    this.changes.push(change);
    this.host.changed();
  }
  undo() {
    return this.travel(this.timeline.past, this.timeline.future);
  }
  redo() {
    return this.travel(this.timeline.future, this.timeline.past);
  }
  /** After a number stopped being finite: go back, and on request with a smaller learning rate. */
  recover(smallerRate) {
    const notice = this.notice;
    if (notice?.kind !== "stopped" || !notice.back) return Promise.resolve();
    const { back, rate } = notice;
    return this.guard(async () => {
      this.history.forgetAfter(back.step);
      await this.restore({ checkpoint: back.checkpoint, history: this.history.toRecord() });
      const smaller = Math.max(SMALLEST_RATE, Number((rate / 10).toPrecision(2)));
      if (smallerRate) this.change({ learning_rate: smaller }, `learning rate → ${smaller}`);
    });
  }
  retry() {
    this.notice = null;
    this.transport.reconnect();
    this.play();
  }
  dismiss() {
    this.notice = null;
    this.host.changed();
  }
  /** Ask what every neuron computes at a point, again with every new frame, until asked for another or none. */
  lookAt(x) {
    this.wanted = x;
    if (!x) this.probe = null;
    else if (!this.probing) void this.pumpProbe();
    this.host.changed();
  }
  close() {
    this.player.pause();
    this.transport.close();
  }
  async trainOn(now) {
    const checkpoint = now - this.lastCheckpoint >= CHECKPOINT_EVERY_MS;
    if (checkpoint) this.lastCheckpoint = now;
    await this.ask({ kind: "advance", ...this.pace.amount, checkpoint });
  }
  async ask(message) {
    const frame = await this.request(message);
    this.accept(frame);
    return frame;
  }
  async request(message) {
    return toFrame(await this.transport.request(message));
  }
  accept(frame) {
    this.frame = frame;
    if (frame.points) this.points = frame.points;
    const { step, epoch, train, test } = frame;
    this.history.add({ step, epoch, train: train.loss ?? NaN, test: test.loss ?? NaN });
    if (frame.stopped) this.stop(frame, frame.stopped.message);
    else if (frame.checkpoint) this.keep(frame.checkpoint, frame);
    if (this.wanted && !this.probing) void this.pumpProbe();
    this.host.changed();
  }
  keep(checkpoint, frame) {
    this.latest = { checkpoint, step: frame.step, loss: frame.train.loss ?? Infinity };
    this.timeline.keep(this.latest);
    this.host.save?.({ checkpoint, history: this.history.toRecord() });
  }
  stop(frame, message) {
    this.player.pause();
    this.notice = { kind: "stopped", message, back: this.timeline.best(), rate: frame.spec.learning_rate };
  }
  async capture() {
    const frame = await this.ask({ kind: "pause", checkpoint: true });
    return { checkpoint: frame.checkpoint, history: this.history.toRecord(), label: "" };
  }
  async remember(label) {
    this.timeline.push({ ...await this.capture(), label });
  }
  async sendChange(change) {
    const { text: label, replaces } = this.label;
    await this.guard(async () => {
      this.notice = null;
      const frame = await this.request({ kind: "change", spec: change, checkpoint: true });
      this.timeline.forgetRecent();
      this.accept(frame);
      this.history.mark({ step: frame.step, epoch: frame.epoch, label }, replaces);
      this.changesShown++;
    });
  }
  // One after another: a key pressed while the last journey is under way is not lost.
  travel(from, to) {
    this.journey = this.journey.then(
      () => this.guard(async () => {
        const target = from.at(-1);
        if (!target) return;
        const here = await this.capture();
        from.pop();
        to.push({ ...here, label: target.label });
        await this.restore(target);
      })
    );
    return this.journey;
  }
  async restore(saved) {
    this.restoring++;
    this.changes.clear();
    this.gesture.name = "";
    this.notice = null;
    this.timeline.forgetRecent();
    try {
      await this.open({ saved });
    } finally {
      this.restoring--;
    }
  }
  async pumpProbe() {
    this.probing = true;
    const x = this.wanted;
    try {
      const message = { kind: "probe", x };
      const { activations } = accepted(await this.transport.request(message));
      if (this.wanted) this.probe = { x, activations };
    } catch (error) {
      if (!(error instanceof NoReply || error instanceof Refused)) throw error;
    }
    this.probing = false;
    this.host.changed();
    if (this.wanted && this.wanted !== x) void this.pumpProbe();
  }
  onStatus(status) {
    if (status === "open") {
      const saved = this.latest && { checkpoint: this.latest.checkpoint, history: this.historyUpTo(this.latest.step) };
      if (saved) void this.guard(() => this.open({ saved }));
    } else {
      this.opened = false;
    }
    this.host.changed();
  }
  historyUpTo(step) {
    this.history.forgetAfter(step);
    return this.history.toRecord();
  }
  // What goes wrong is said on the page; a lost connection says so by itself.
  async guard(work) {
    try {
      await work();
    } catch (error) {
      if (error instanceof NoReply) return;
      this.tell({ kind: "error", message: error.message });
    }
  }
  tell(notice) {
    this.notice = notice;
    this.host.changed();
  }
};

// lib/framing.ts
function unpack(message) {
  const view = new DataView(message);
  const size = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(message, 4, size)));
  const count = view.getUint32(4 + size, true);
  const bufs = [];
  let begin = 8 + size + 4 * count;
  for (let i = 0; i < count; i++) {
    const length = view.getUint32(8 + size + 4 * i, true);
    bufs.push(new DataView(message, begin, length));
    begin += length;
  }
  return { head, bufs };
}

// lib/transport.ts
var Pending = class {
  constructor(patienceMs) {
    this.patienceMs = patienceMs;
  }
  patienceMs;
  waiting = /* @__PURE__ */ new Map();
  next = 1;
  /**
   * Hand a numbered message to `send`, and promise its reply. After each of `waits` (ms) but the last, the same message
   * goes out again: the first reply counts, further ones are dropped.
   */
  add(message, send, waits = [this.patienceMs]) {
    const id = this.next++;
    const left = waits[Symbol.iterator]();
    return new Promise((resolve, reject) => {
      const waiting = { resolve, reject };
      this.waiting.set(id, waiting);
      const ask = () => {
        const wait = left.next();
        if (wait.done) return this.fail(id, "Python has not answered in time.");
        waiting.timer = setTimeout(ask, wait.value);
        try {
          send({ ...message, id });
        } catch (error) {
          this.take(id)?.reject(error);
        }
      };
      ask();
    });
  }
  settle(reply) {
    this.take(reply.head.id)?.resolve(reply);
  }
  failAll(reason) {
    for (const id of [...this.waiting.keys()]) this.fail(id, reason);
  }
  fail(id, reason) {
    this.take(id)?.reject(new NoReply(reason));
  }
  take(id) {
    const found = this.waiting.get(id);
    if (found) clearTimeout(found.timer);
    this.waiting.delete(id);
    return found;
  }
};

// lib/websocket.ts
var PATIENCE_MS = 5e3;
var FIRST_PAUSE_MS = 250;
var LONGEST_PAUSE_MS = 5e3;
var SocketTransport = class {
  constructor(url) {
    this.url = url;
    this.connect();
  }
  url;
  status = "connecting";
  pending = new Pending(PATIENCE_MS);
  listeners = [];
  socket = null;
  timer;
  pauseMs = FIRST_PAUSE_MS;
  closed = false;
  request(message) {
    if (this.status !== "open") return Promise.reject(new NoReply("Not connected to Python."));
    return this.pending.add(message, (numbered) => this.socket?.send(JSON.stringify(numbered)));
  }
  onStatus(listener) {
    this.listeners.push(listener);
  }
  reconnect() {
    clearTimeout(this.timer);
    this.pauseMs = FIRST_PAUSE_MS;
    this.detach();
    this.connect();
  }
  close() {
    this.closed = true;
    clearTimeout(this.timer);
    this.detach();
    this.pending.failAll("The page has closed the connection.");
  }
  connect() {
    const socket = new WebSocket(this.url);
    socket.binaryType = "arraybuffer";
    socket.onopen = () => {
      this.pauseMs = FIRST_PAUSE_MS;
      this.tell("open");
    };
    socket.onmessage = (event) => this.pending.settle(unpack(event.data));
    socket.onclose = () => this.lost();
    this.socket = socket;
  }
  // Pauses double up to five seconds, so that a server that comes back is not run over by its own pages.
  lost() {
    this.detach();
    if (this.closed) return;
    this.timer = setTimeout(() => this.connect(), this.pauseMs);
    this.pauseMs = Math.min(2 * this.pauseMs, LONGEST_PAUSE_MS);
    this.tell("lost");
  }
  detach() {
    const socket = this.socket;
    this.socket = null;
    if (socket) {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    }
    this.pending.failAll("The connection to Python is lost.");
  }
  tell(status) {
    this.status = status;
    for (const listener of this.listeners) listener(status);
  }
};
function socketAddress(path, location2) {
  const address = new URL(path, location2.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}

// widgets/home/home.css
var home_default = ".gn-home {\n  display: grid;\n  gap: 12px;\n  max-width: 480px;\n  margin: 0 auto;\n}\n.gn-home .gn-screen {\n  position: relative;\n  aspect-ratio: 1;\n  border: 1px solid var(--gn-line);\n  border-radius: 12px;\n}\n.gn-home .gn-chart {\n  height: 96px;\n}\n.gn-home .gn-chart canvas {\n  display: block;\n  width: 100%;\n  height: 100%;\n}\n.gn-home .gn-under {\n  display: flex;\n  align-items: center;\n  gap: 16px;\n}\n.gn-home .gn-caption {\n  margin: 0;\n  font-size: 15px;\n}\n.gn-root .gn-play {\n  min-width: 116px;\n}\n";

// widgets/home/index.ts
var SPEC = { data: "spiral", noise: 0.03, hidden: [8, 8], learning_rate: 0.3, seed: 1 };
var LEARNT = 0.01;
var MOST_STEPS = 12e3;
var STILL_STEPS = 2e3;
var STILL_TURNS = 4;
function mountHome(element, { socketUrl }) {
  const home = new Home(element, socketUrl);
  return () => home.close();
}
var Home = class {
  session;
  root = make("div", { class: "gn-root gn-home" });
  plane = new Plane(() => this.redraw());
  chart = new LossChart(() => this.redraw());
  icon = icon("pause");
  button = make("button", { type: "button", class: "gn-play", name: "play", onclick: () => this.press() }, this.icon, make("span"));
  caption = make("p", { class: "gn-caption" });
  unwatch;
  theme = "light";
  colors = mapTable("light");
  scheduled = 0;
  constructor(element, socketUrl) {
    const transport = new SocketTransport(socketAddress(socketUrl, location));
    this.session = new Session(transport, {
      view: { map: 100, units: 0 },
      changed: () => this.redraw(),
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle)
    });
    const label = "A network of two layers of eight units learns to tell the two arms of a spiral apart";
    this.root.append(
      make("style", {}, root_default, home_default),
      make("div", { class: "gn-screen", role: "img", "aria-label": label }, this.plane.element),
      make("div", { class: "gn-chart" }, this.chart.surface.canvas),
      make("div", { class: "gn-under" }, this.button, this.caption)
    );
    element.append(this.root);
    this.unwatch = watchTheme((theme) => {
      [this.theme, this.colors] = [theme, mapTable(theme)];
      this.root.dataset["theme"] = theme;
      this.redraw();
    });
    transport.onStatus((status) => {
      if (status === "open" && !this.session.frame) void this.begin();
    });
  }
  close() {
    cancelAnimationFrame(this.scheduled);
    this.unwatch();
    this.session.close();
    this.plane.close();
    this.chart.close();
    this.root.remove();
  }
  // Who wants little motion gets the finished picture at once, standing still.
  async begin() {
    await this.session.open({ spec: SPEC });
    if (!prefersStillness()) return this.session.play();
    for (let turn = 0; turn < STILL_TURNS; turn++) await this.session.advance(STILL_STEPS);
  }
  async press() {
    const { session } = this;
    if (session.player.playing) return session.pause();
    if (this.learnt) await session.restart();
    session.play();
  }
  get learnt() {
    const { frame } = this.session;
    return frame !== null && ((frame.train.loss ?? Infinity) < LEARNT || frame.step >= MOST_STEPS);
  }
  redraw() {
    this.scheduled ||= requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }
  draw() {
    const { session, theme } = this;
    const { frame, points, player } = session;
    if (!frame?.map || !points) return;
    if (player.playing && this.learnt) session.pause();
    this.plane.drawPicture(frame.map, this.colors);
    this.plane.drawPoints(points, frame.domain, theme);
    this.chart.draw(session.history, { log: false, across: "step", theme, hovered: null });
    setIcon(this.icon, player.playing ? "pause" : this.learnt ? "restart" : "play");
    setText(this.button.lastElementChild, player.playing ? "Pause" : this.learnt ? "Again" : "Play");
    const connection = session.status === "open" ? "" : " Connection lost; connecting again.";
    setText(this.caption, `Step ${whole(frame.step)}: loss ${decimal(frame.train.loss)} nats.${connection}`);
    Object.assign(this.root.dataset, { ready: "true", step: frame.step, loss: frame.train.loss, playing: !player.settled });
  }
};
export {
  mountHome
};
