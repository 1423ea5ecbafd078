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

// lib/anywidget.ts
var PATIENCE_MS = 1e4;
var ModelTransport = class {
  constructor(model, viewId, patienceMs = PATIENCE_MS) {
    this.model = model;
    this.viewId = viewId;
    this.pending = new Pending(patienceMs);
    model.on("msg:custom", this.receive);
  }
  model;
  viewId;
  status = "open";
  pending;
  /** Ask once, or, with several `waits` (ms), again after each of them until there is a reply. */
  request(message, waits) {
    return this.pending.add(message, (numbered) => this.model.send({ ...numbered, view_id: this.viewId }), waits);
  }
  onStatus() {
  }
  reconnect() {
    this.pending.failAll("Asked again.");
  }
  close() {
    this.model.off("msg:custom", this.receive);
    this.pending.failAll("The picture was taken away.");
  }
  // A model's replies reach all its views; each picks its own.
  receive = (head, bufs) => {
    if (head.view_id === this.viewId) this.pending.settle({ head, bufs: bufs.map(asView) });
  };
};
function asView(buffer) {
  if (buffer instanceof DataView) return buffer;
  if (buffer instanceof ArrayBuffer) return new DataView(buffer);
  return new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
}

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
function percent(share) {
  if (share === null) return "not finite";
  return `${(100 * share).toFixed(1)} %`;
}
function subscript(value) {
  return [...String(value)].map((digit) => String.fromCharCode(8320 + Number(digit))).join("");
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

// lib/settings.ts
var FORMATS = { short, whole, percent, decimal: (value) => decimal(value, 2) };
function namesOf(settings) {
  return Object.keys(settings);
}
function changeWords(settings, before, change) {
  const changed = namesOf(settings).filter((name) => name in change);
  return changed.map((name) => {
    const { words, counter } = settings[name];
    return counter ? words : `${words} ${written(before[name])} → ${written(change[name])}`;
  }).join(", ");
}
function written(value) {
  if (Array.isArray(value)) return value.length ? value.join("-") : "none";
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? short(value) : String(value);
}

// lib/link.ts
function toHash(settings, values) {
  const fields = new URLSearchParams();
  for (const name of namesOf(settings)) {
    const value = values[name];
    fields.set(name, Array.isArray(value) ? value.join("-") : String(value));
  }
  return `#${fields}`;
}
function fromHash(settings, hash) {
  const fields = new URLSearchParams(hash.replace(/^#/, ""));
  const values = {};
  for (const name of namesOf(settings)) {
    const text = fields.get(name);
    const value = text === null ? void 0 : read(settings[name], text);
    if (value !== void 0) values[name] = value;
  }
  return values;
}
function read({ type }, text) {
  if (type === "choice") return text || void 0;
  if (type === "list") return text.split("-").filter(Boolean).map(Number);
  if (type === "flag") return text === "true" || text === "false" ? text === "true" : void 0;
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : void 0;
}

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

// lib/websocket.ts
var PATIENCE_MS2 = 5e3;
var FIRST_PAUSE_MS = 250;
var LONGEST_PAUSE_MS = 5e3;
var SocketTransport = class {
  constructor(url) {
    this.url = url;
    this.connect();
  }
  url;
  status = "connecting";
  pending = new Pending(PATIENCE_MS2);
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

// wire/lab.ts
var SETTINGS = {
  "data": {
    "type": "choice",
    "default": "moons",
    "label": "Data",
    "words": "data",
    "help": "Which points lie in the plane",
    "group": "",
    "counter": false,
    "choices": [
      {
        "value": "moons",
        "label": "Moons"
      },
      {
        "value": "circle",
        "label": "Circle"
      },
      {
        "value": "xor",
        "label": "XOR"
      },
      {
        "value": "gaussians",
        "label": "Gaussians"
      },
      {
        "value": "spiral",
        "label": "Spiral"
      }
    ]
  },
  "samples": {
    "type": "whole",
    "default": 500,
    "label": "Points",
    "words": "points",
    "help": "How many points in all, training and test",
    "group": "data",
    "counter": false,
    "min": 20,
    "max": 1e3,
    "step": 10,
    "stops": [],
    "scale": "linear",
    "shown": "whole"
  },
  "noise": {
    "type": "number",
    "default": 0.1,
    "label": "Noise",
    "words": "noise",
    "help": "Standard deviation of the normal noise added to both coordinates",
    "group": "data",
    "counter": false,
    "min": 0,
    "max": 0.5,
    "step": 0.01,
    "stops": [],
    "scale": "linear",
    "shown": "decimal"
  },
  "test": {
    "type": "number",
    "default": 0.3,
    "label": "Test share",
    "words": "test share",
    "help": "Share of the points that training never sees",
    "group": "data",
    "counter": false,
    "min": 0.1,
    "max": 0.9,
    "step": 0.05,
    "stops": [],
    "scale": "linear",
    "shown": "percent"
  },
  "data_seed": {
    "type": "whole",
    "default": 0,
    "label": "New points",
    "words": "new points",
    "help": "Which points are drawn",
    "group": "",
    "counter": true,
    "min": 0,
    "max": 4294967295,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "short"
  },
  "hidden": {
    "type": "list",
    "default": [
      4,
      4
    ],
    "label": "Hidden layers",
    "words": "hidden layers",
    "help": "Units of each hidden layer: add or remove with + and −; weights that still have a place are kept",
    "group": "",
    "counter": false,
    "min": 1,
    "max": 8,
    "most": 4
  },
  "activation": {
    "type": "choice",
    "default": "tanh",
    "label": "Activation",
    "words": "activation",
    "help": "What every hidden unit does with its sum; linear is nothing",
    "group": "network",
    "counter": false,
    "choices": [
      {
        "value": "tanh",
        "label": "tanh"
      },
      {
        "value": "relu",
        "label": "relu"
      },
      {
        "value": "sigmoid",
        "label": "sigmoid"
      },
      {
        "value": "linear",
        "label": "linear"
      }
    ]
  },
  "learning_rate": {
    "type": "number",
    "default": 0.1,
    "label": "Learning rate",
    "words": "learning rate",
    "help": "How far one step goes against the gradient; too far, and training breaks",
    "group": "network",
    "counter": false,
    "min": 1e-4,
    "max": 10,
    "step": 1,
    "stops": [],
    "scale": "log",
    "shown": "short"
  },
  "l2": {
    "type": "number",
    "default": 0,
    "label": "L2 penalty",
    "words": "L2 penalty",
    "help": "How strongly large weights are held back",
    "group": "network",
    "counter": false,
    "min": 0,
    "max": 1,
    "step": 1,
    "stops": [
      0,
      1e-4,
      3e-4,
      1e-3,
      3e-3,
      0.01,
      0.03,
      0.1,
      0.3,
      1
    ],
    "scale": "linear",
    "shown": "short"
  },
  "batch_size": {
    "type": "whole",
    "default": 10,
    "label": "Batch size",
    "words": "batch size",
    "help": "Points whose mean gradient makes one step",
    "group": "data",
    "counter": false,
    "min": 1,
    "max": 100,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "whole"
  },
  "seed": {
    "type": "whole",
    "default": 0,
    "label": "Seed",
    "words": "seed",
    "help": "Decides first weights and batches",
    "group": "",
    "counter": false,
    "min": 0,
    "max": 4294967295,
    "step": 1,
    "stops": [],
    "scale": "linear",
    "shown": "short"
  }
};

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

// lib/network.ts
function splitWeights(layers, flat) {
  let begin = 0;
  return layers.map((layer) => {
    const size = layer.inputs * layer.units;
    const weight = flat.subarray(begin, begin + size);
    const bias = flat.subarray(begin + size, begin + size + layer.units);
    begin += size + layer.units;
    return { layer, weight, bias };
  });
}
function weightOf(numbers, from, to) {
  return numbers.weight[from * numbers.layer.units + to];
}
function columnSizes(layers) {
  return layers.length ? [layers[0].inputs, ...layers.map((layer) => layer.units)] : [];
}
function withLayers(hidden, change) {
  return change > 0 ? [...hidden, hidden.at(-1) ?? 4] : hidden.slice(0, -1);
}
function withUnits(hidden, layer, change) {
  return hidden.map((units, i) => i === layer ? units + change : units);
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
    const same2 = name === this.gesture.name && now - this.gesture.at < ONE_GESTURE_MS;
    this.gesture = { name, at: now };
    this.label = { text: label, replaces: same2 };
    if (!same2) void this.guard(() => this.remember(label));
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
function toLogSlider(value, low, high) {
  return logScale([low, high], [0, 1])(value);
}
function fromLogSlider(place, low, high) {
  return Number((low * (high / low) ** place).toPrecision(2));
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

// dom/controls.ts
function slider(settings) {
  const { toValue = same, toPlace = same, format } = settings;
  const shown = make("span", { class: "gn-number", "aria-hidden": "true" });
  const input = make("input", {
    type: "range",
    name: settings.name,
    title: settings.help,
    min: settings.min,
    max: settings.max,
    step: settings.step,
    oninput: () => {
      const value = toValue(input.valueAsNumber);
      setText(shown, format(value));
      settings.onInput(value);
    }
  });
  const element = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, settings.label, shown), input);
  return {
    element,
    show(value) {
      if (toValue(input.valueAsNumber) !== value) input.valueAsNumber = toPlace(value);
      setText(shown, format(value));
      if (input.getAttribute("aria-valuetext") !== format(value)) input.setAttribute("aria-valuetext", format(value));
    }
  };
}
function select(settings) {
  const input = make(
    "select",
    { name: settings.name, title: settings.help, onchange: () => settings.onInput(input.value) },
    ...settings.options.map(({ value, label }) => make("option", { value }, label))
  );
  const element = make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, settings.label), input);
  return {
    element,
    show(value) {
      if (input.value !== value) input.value = value;
    }
  };
}
function button(settings) {
  const { text, icon: icon2 } = settings;
  const element = make(
    "button",
    {
      type: "button",
      name: settings.name,
      class: settings.class ?? "gn-button",
      "aria-label": text === settings.label ? void 0 : settings.label,
      title: settings.help ?? settings.label,
      onclick: () => element.getAttribute("aria-disabled") !== "true" && settings.onClick()
    },
    icon2 ?? null,
    text ? make("span", {}, text) : null
  );
  return element;
}
function setEnabled(element, enabled) {
  const off = String(!enabled);
  if (element.getAttribute("aria-disabled") !== off) element.setAttribute("aria-disabled", off);
}
function same(value) {
  return value;
}

// dom/setting_controls.ts
function controlsOf(settings, group, change) {
  const names = namesOf(settings).filter((name) => settings[name].group === group);
  const controls = names.map((name) => {
    const onInput = (value) => change({ [name]: value });
    return [name, controlOf(name, settings[name], onInput)];
  });
  return {
    elements: controls.map(([, { element }]) => element),
    show(values) {
      for (const [name, control] of controls) control.show(values[name]);
    }
  };
}
function controlOf(name, setting, onInput) {
  if (setting.type === "choice") return choiceControl(name, setting, onInput);
  if (setting.type === "flag") return flagControl(name, setting, onInput);
  if (setting.type === "list") return refuse(name, setting);
  return numberControl(name, setting, onInput);
}
function choiceControl(name, { label, help, choices }, onInput) {
  return select({ name, label, help, options: choices, onInput });
}
function flagControl(name, { label, help }, onInput) {
  const input = make("input", { type: "checkbox", name, onchange: () => onInput(input.checked) });
  return {
    element: make("label", { class: "gn-check", title: help }, input, label),
    show(value) {
      input.checked = value;
    }
  };
}
function numberControl(name, setting, onInput) {
  const { label, help, min, max, step, stops, scale, shown } = setting;
  const common = { name, label, help, format: FORMATS[shown], onInput };
  if (stops.length > 0) {
    return slider({
      ...common,
      min: 0,
      max: stops.length - 1,
      step: 1,
      toValue: (place) => stops[place],
      toPlace: (value) => stops.findIndex((stop) => stop >= value)
    });
  }
  if (scale === "linear") return slider({ ...common, min, max, step });
  return slider({ ...common, min: 0, max: 1, step: 0.01, toValue: (place) => fromLogSlider(place, min, max), toPlace: (value) => toLogSlider(value, min, max) });
}
function refuse(name, { label }) {
  throw new Error(`${label} (${name}) is a list: the page has to make its control; leave its group empty.`);
}

// widgets/lab/data_panel.ts
var THUMBNAIL = 96;
function makeDataPicker(thumbnails, change) {
  const choices = SETTINGS.data.choices.map((choice) => makeChoice(choice, change));
  const element = make(
    "section",
    { class: "gn-picker" },
    make("h2", {}, "Data"),
    make("div", { class: "gn-choices", role: "radiogroup", "aria-label": "Data set" }, ...choices.map((choice) => choice.label))
  );
  let painted = "";
  return {
    element,
    draw({ spec, look }) {
      for (const { name, input } of choices) if (input.checked !== (spec.data === name)) input.checked = spec.data === name;
      const state = `${look.theme} ${thumbnails.size}`;
      if (state === painted) return;
      painted = state;
      for (const { name, canvas } of choices) paintThumbnail(canvas, thumbnails.get(name), look.theme);
    }
  };
}
function makeDataSettings(change, drawAfresh) {
  const controls = controlsOf(SETTINGS, "data", change);
  const afresh = button({
    name: "new-points",
    label: "New points",
    text: "New points",
    help: "Draw other points of the same kind",
    onClick: drawAfresh
  });
  return {
    element: make("section", { class: "gn-settings", "aria-label": "Data settings" }, ...controls.elements, afresh),
    draw: ({ spec }) => controls.show(spec)
  };
}
function makeChoice({ value: name, label }, change) {
  const input = make("input", { type: "radio", name: "data", value: name, onchange: () => change({ data: name }) });
  const canvas = make("canvas", { width: THUMBNAIL, height: THUMBNAIL, "aria-hidden": "true" });
  return { name, input, canvas, label: make("label", { class: "gn-choice" }, input, canvas, make("span", {}, label)) };
}
function paintThumbnail(canvas, points, theme) {
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, THUMBNAIL, THUMBNAIL);
  canvas.hidden = !points;
  if (!points) return;
  const place = linearScale([-2, 2], [0, THUMBNAIL]);
  for (let i = 0; i < points.length; i += 4) {
    context.fillStyle = POINT_INKS[theme].classes[points[i + 2] > 0.5 ? 1 : 0];
    context.fillRect(place(points[i]) - 1.5, THUMBNAIL - place(points[i + 1]) - 1.5, 4, 4);
  }
}

// widgets/lab/help.ts
var PICTURE = [
  "Points of two classes lie in the plane. The network learns to tell from a point's place (x₁, x₂) which class it has.",
  "Each square is a unit; its picture shows what the unit computes at every place in the plane, orange below zero and blue above. Lines are weights: orange negative, blue positive, wide where they are large.",
  "The large map is the output: the network's belief that a place belongs to class 1. Filled points are trained on; rings are held out for testing.",
  "The curves are the loss, how wrong the network is, over training points (solid) and test points (dashed). Small triangles mark what you changed; Undo takes a change back, with the training since."
];
var KEYS = [
  ["Space", "play or pause"],
  ["→", "one step"],
  ["R", "restart"],
  ["Ctrl + Z", "undo"],
  ["Ctrl + Shift + Z", "redo"],
  ["Arrow keys on the map", "move the point that every unit shows its number for"],
  ["Escape", "let go of what was clicked"],
  ["?", "this help"]
];
function makeHelp() {
  const list = (pairs) => make("dl", {}, ...pairs.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
  const close = button({ name: "close-help", label: "Close", text: "Close", onClick: () => dialog.close() });
  const dialog = make(
    "dialog",
    { class: "gn-help", "aria-label": "Help" },
    make("h2", {}, "What you see"),
    ...PICTURE.map((text) => make("p", {}, text)),
    make("h2", {}, "What you can change"),
    list(namesOf(SETTINGS).map((name) => [SETTINGS[name].label, SETTINGS[name].help])),
    make("h2", {}, "Keys"),
    list(KEYS),
    close
  );
  return dialog;
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

// widgets/lab/toolbar.ts
function makeToolbar({ session, onLink, onHelp }) {
  const playIcon = icon("play");
  const play = button({
    class: "gn-play",
    name: "play",
    label: "Play",
    text: "Play",
    help: "Train, or pause (Space)",
    icon: playIcon,
    onClick: () => toggle(session)
  });
  const past = makePast(session);
  const place = makePlace();
  const speed = makeSpeed(session);
  const element = make(
    "div",
    { class: "gn-bar", role: "group", "aria-label": "Training" },
    play,
    make("div", { class: "gn-buttons" }, ...past.buttons),
    place.element,
    speed.element,
    make("div", { class: "gn-buttons gn-end" }, onLink && linkButton(onLink), helpButton(onHelp))
  );
  return {
    element,
    draw(scene) {
      const { playing } = session.player;
      setIcon(playIcon, playing ? "pause" : "play");
      setText(play.lastElementChild, playing ? "Pause" : "Play");
      past.draw();
      place.draw(scene);
      speed.show(session.speed.name);
    }
  };
}
function toggle(session) {
  if (session.player.playing) session.pause();
  else session.play();
}
function makePast(session) {
  const step = button({
    name: "step",
    label: "One step",
    text: "One step",
    help: "One update of the weights (→)",
    icon: icon("step"),
    onClick: () => void session.step()
  });
  const restart = button({
    name: "restart",
    label: "Restart",
    text: "Restart",
    help: "Back to step 0 with the same first weights (R)",
    icon: icon("restart"),
    onClick: () => void session.restart()
  });
  const undo = button({ name: "undo", label: "Undo", icon: icon("undo"), onClick: () => void session.undo() });
  const redo = button({ name: "redo", label: "Redo", icon: icon("redo"), onClick: () => void session.redo() });
  const { past, future } = session.timeline;
  return {
    buttons: [step, restart, undo, redo],
    draw() {
      describe(undo, "Undo", past.at(-1)?.label, "Ctrl+Z");
      describe(redo, "Redo", future.at(-1)?.label, "Ctrl+Shift+Z");
    }
  };
}
function describe(element, verb, label, keys) {
  setEnabled(element, label !== void 0);
  const text = label === void 0 ? verb : `${verb}: ${label}`;
  if (element.getAttribute("aria-label") === text) return;
  element.setAttribute("aria-label", text);
  element.title = `${text} (${keys})`;
}
function makePlace() {
  const step = make("dd", { class: "gn-count" });
  const epoch = make("dd", { class: "gn-count" });
  const element = make(
    "dl",
    { class: "gn-place" },
    make("div", { title: "Updates of the weights so far" }, make("dt", {}, "Step"), step),
    make("div", { title: "Passes through the training points so far" }, make("dt", {}, "Epoch"), epoch)
  );
  return {
    element,
    draw({ frame }) {
      setText(step, whole(frame.step));
      setText(epoch, frame.epoch < 1e3 ? decimal(frame.epoch, 1) : whole(frame.epoch));
    }
  };
}
function makeSpeed(session) {
  return select({
    name: "speed",
    label: "Speed",
    help: "How much is trained between two pictures",
    options: SPEEDS.map(({ name, label }) => ({ value: name, label })),
    onInput: (name) => session.speed = speedOf(name)
  });
}
function linkButton(onLink) {
  return button({
    name: "link",
    label: "Copy link",
    text: "Copy link",
    help: "Copy a link that opens the Lab with these settings",
    icon: icon("link"),
    onClick: onLink
  });
}
function helpButton(onHelp) {
  return button({ name: "help", label: "Help", text: "Help", help: "What is what, and the keys (?)", onClick: onHelp });
}

// widgets/lab/keys.ts
function handleKey(event, actions) {
  const action = actionFor(event, actions);
  if (!action || event.defaultPrevented) return;
  event.preventDefault();
  action();
}
function actionFor(event, { session, onHelp, onEscape }) {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input[type=text], textarea, dialog")) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") return () => void (event.shiftKey ? session.redo() : session.undo());
    return null;
  }
  if (event.altKey) return null;
  if (key === " ") return target?.closest("button, a, input, select, summary") ? null : () => toggle(session);
  if (key === "arrowright") return target?.closest("input, select") ? null : () => void session.step();
  if (key === "r") return event.repeat || target?.closest("select") ? null : () => void session.restart();
  if (key === "?") return onHelp;
  return key === "escape" ? onEscape : null;
}

// widgets/lab/lab.css
var lab_default = '/* the bar */\n.gn-bar {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 8px 16px;\n  padding: 8px 24px;\n  border-bottom: 1px solid var(--gn-line);\n}\n.gn-buttons {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 4px;\n}\n.gn-end {\n  margin-left: auto;\n}\n.gn-button {\n  display: inline-flex;\n  align-items: center;\n  gap: 6px;\n  min-width: var(--gn-target);\n  padding: 4px 10px;\n  border: 1px solid transparent;\n  border-radius: 8px;\n  background: none;\n  cursor: pointer;\n}\n.gn-root .gn-button {\n  min-height: max(36px, var(--gn-target));\n}\n.gn-button:hover {\n  background: var(--gn-raised);\n}\n.gn-settings .gn-button,\n.gn-notices .gn-button,\n.gn-help .gn-button {\n  border-color: var(--gn-line);\n}\n.gn-root button[aria-disabled="true"] {\n  opacity: 0.4;\n  cursor: default;\n}\n.gn-place {\n  display: flex;\n  gap: 20px;\n  margin: 0;\n}\n.gn-place dt {\n  font-size: 12px;\n  line-height: 16px;\n  color: var(--gn-quiet);\n}\n.gn-count {\n  margin: 0;\n  min-width: 4ch;\n  font-size: 19px;\n  font-weight: 600;\n  line-height: 24px;\n}\n.gn-bar .gn-control {\n  flex-direction: row;\n  align-items: center;\n  gap: 8px;\n}\n\n/* notices */\n.gn-alert:not(:empty),\n.gn-connection:not(:empty) {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 8px 12px;\n  padding: 8px 24px;\n  border-bottom: 1px solid var(--gn-line);\n  background: var(--gn-alert);\n}\n.gn-notices p {\n  margin: 0;\n  max-width: 76ch;\n}\n.gn-said {\n  position: absolute;\n  width: 1px;\n  height: 1px;\n  overflow: hidden;\n  clip-path: inset(50%);\n  white-space: nowrap;\n}\n\n/* the panels, narrow first */\n.gn-body {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr);\n  gap: 24px;\n  padding: 16px;\n}\n.gn-body > section {\n  min-width: 0;\n}\n.gn-row {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 4px 16px;\n}\n.gn-control {\n  display: flex;\n  flex-direction: column;\n  gap: 2px;\n  min-width: 0;\n}\n.gn-label {\n  display: flex;\n  justify-content: space-between;\n  gap: 8px;\n  font-size: 13px;\n  color: var(--gn-quiet);\n}\n.gn-number {\n  color: var(--gn-ink);\n}\n.gn-control input[type="range"] {\n  width: 100%;\n  min-height: max(24px, var(--gn-target));\n  margin: 0;\n  accent-color: var(--gn-accent);\n  cursor: pointer;\n}\n.gn-root select {\n  padding: 2px 8px;\n  border: 1px solid var(--gn-line);\n  border-radius: 6px;\n  background: var(--gn-page);\n}\n.gn-settings {\n  display: grid;\n  gap: 8px;\n  align-content: start;\n}\n.gn-settings .gn-button {\n  justify-self: start;\n  margin-top: 4px;\n}\n\n/* data */\n.gn-choices {\n  display: grid;\n  grid-template-columns: repeat(5, minmax(0, 1fr));\n  gap: 8px;\n}\n.gn-choice {\n  position: relative;\n  display: flex;\n  flex-direction: column;\n  align-items: center;\n  font-size: 12px;\n  line-height: 18px;\n  color: var(--gn-quiet);\n  cursor: pointer;\n}\n.gn-choice input {\n  position: absolute;\n  inset: 0;\n  margin: 0;\n  width: 100%;\n  height: 100%;\n  opacity: 0;\n  cursor: pointer;\n}\n.gn-choices:has(canvas[hidden]) {\n  display: flex;\n  flex-wrap: wrap;\n}\n.gn-choice:has(canvas[hidden]) {\n  justify-content: center;\n  min-height: var(--gn-target);\n  padding: 0 8px;\n  border: 1px solid var(--gn-line);\n  border-radius: 8px;\n}\n.gn-choice:has(canvas[hidden]):has(input:checked) {\n  border-color: var(--gn-accent);\n  box-shadow: 0 0 0 1px var(--gn-accent);\n}\n.gn-choice:has(canvas[hidden]):has(input:focus-visible) {\n  outline: 3px solid var(--gn-accent);\n  outline-offset: 2px;\n}\n.gn-choice canvas {\n  width: 100%;\n  max-width: 72px;\n  aspect-ratio: 1;\n  border: 2px solid var(--gn-line);\n  border-radius: 8px;\n}\n.gn-choice input:checked + canvas {\n  border-color: var(--gn-accent);\n  box-shadow: 0 0 0 1px var(--gn-accent);\n}\n.gn-choice input:checked ~ span {\n  color: var(--gn-ink);\n  font-weight: 600;\n}\n.gn-choice input:focus-visible + canvas {\n  outline: 3px solid var(--gn-accent);\n  outline-offset: 3px;\n}\n\n/* network */\n.gn-network {\n  display: flex;\n  flex-direction: column;\n}\n.gn-knobs {\n  align-items: end;\n  gap: 4px 24px;\n  margin-bottom: 8px;\n}\n.gn-knobs .gn-control {\n  flex: 1 1 120px;\n}\n.gn-stepper {\n  display: inline-flex;\n  align-items: center;\n  gap: 4px;\n}\n.gn-small {\n  width: var(--gn-target);\n  height: var(--gn-target);\n  padding: 0;\n  border: 1px solid var(--gn-line);\n  border-radius: 50%;\n  background: var(--gn-page);\n  line-height: 1;\n  cursor: pointer;\n}\n.gn-small:hover {\n  background: var(--gn-raised);\n}\n.gn-head-count {\n  min-width: 2ch;\n  text-align: center;\n  font-weight: 600;\n}\n.gn-diagram {\n  position: relative;\n  flex: 1 1 auto;\n  min-height: 320px;\n}\n.gn-edges {\n  position: absolute;\n  left: 0;\n  top: 0;\n  pointer-events: none;\n}\n.gn-looking .gn-edges path {\n  stroke-opacity: 0.22;\n}\n.gn-looking .gn-edges path.gn-lit {\n  stroke-opacity: 1;\n}\n.gn-heads {\n  position: absolute;\n  inset: 0 0 auto 0;\n}\n.gn-head {\n  position: absolute;\n  top: 0;\n  display: flex;\n  flex-direction: column;\n  align-items: center;\n  transform: translateX(-50%);\n  font-size: 13px;\n  line-height: 22px;\n  color: var(--gn-quiet);\n  white-space: nowrap;\n}\n.gn-head .gn-stepper {\n  color: var(--gn-ink);\n}\n.gn-upright .gn-stepper {\n  flex-direction: column-reverse;\n  gap: 0;\n}\n.gn-unit {\n  position: absolute;\n  left: 0;\n  top: 0;\n  width: var(--gn-side, 40px);\n  height: var(--gn-side, 40px);\n  padding: 0;\n  border: 1.5px solid var(--gn-quiet);\n  border-radius: 8px;\n  background: var(--gn-neutral);\n  cursor: pointer;\n}\n.gn-unit canvas {\n  display: block;\n  width: 100%;\n  height: 100%;\n  border-radius: 6px;\n}\n.gn-unit.gn-lit,\n.gn-unit[aria-pressed="true"] {\n  border-color: var(--gn-accent);\n  box-shadow: 0 0 0 2px var(--gn-accent);\n}\n.gn-value {\n  position: absolute;\n  left: 50%;\n  bottom: -7px;\n  transform: translateX(-50%);\n  padding: 0 4px;\n  border-radius: 6px;\n  background: var(--gn-page);\n  color: var(--gn-ink);\n  font-size: 11px;\n  line-height: 15px;\n  white-space: nowrap;\n  pointer-events: none;\n}\n.gn-value:empty {\n  display: none;\n}\n.gn-inspector {\n  flex: none;\n  height: 96px;\n  margin-top: 8px;\n  padding: 8px 12px;\n  overflow: auto;\n  border-radius: 8px;\n  background: var(--gn-raised);\n  font-size: 13px;\n}\n.gn-inspector p {\n  margin: 0;\n}\n.gn-inspector table,\n.gn-measures table {\n  border-collapse: collapse;\n}\n.gn-inspector th,\n.gn-inspector td,\n.gn-measures th,\n.gn-measures td {\n  padding: 0 16px 0 0;\n  font-weight: 400;\n  text-align: right;\n  white-space: nowrap;\n}\n.gn-inspector th:first-child,\n.gn-measures th:first-child {\n  text-align: left;\n}\n.gn-inspector thead,\n.gn-measures thead {\n  color: var(--gn-quiet);\n  font-size: 12px;\n}\n\n/* map */\n.gn-plot {\n  display: grid;\n  grid-template-columns: 28px minmax(0, 1fr);\n  grid-template-rows: auto 22px;\n}\n.gn-root .gn-field {\n  position: relative;\n  overflow: hidden;\n  width: 100%;\n  aspect-ratio: 1;\n  padding: 0;\n  border: 1px solid var(--gn-line);\n  border-radius: 4px;\n  background: var(--gn-neutral);\n  cursor: crosshair;\n  touch-action: none;\n}\n.gn-cross {\n  position: absolute;\n  width: 17px;\n  height: 17px;\n  margin: -8.5px 0 0 -8.5px;\n  border: 2px solid var(--gn-ink);\n  border-radius: 50%;\n  box-shadow: 0 0 0 2px var(--gn-page);\n  pointer-events: none;\n}\n.gn-axis {\n  position: relative;\n  display: flex;\n  justify-content: space-between;\n  font-size: 12px;\n  line-height: 12px;\n  color: var(--gn-quiet);\n}\n.gn-up {\n  flex-direction: column;\n  align-items: end;\n  padding-right: 6px;\n}\n.gn-across {\n  grid-column: 2;\n  padding-top: 6px;\n}\n.gn-axis em {\n  position: absolute;\n  font-style: italic;\n}\n.gn-up em {\n  left: 0;\n  top: calc(37.5% - 6px);\n}\n.gn-across em {\n  left: calc(62.5% - 6px);\n}\n.gn-legend {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 16px;\n  margin: 4px 0 0 28px;\n  font-size: 12px;\n  color: var(--gn-quiet);\n}\n.gn-ramp-row {\n  display: inline-flex;\n  align-items: center;\n  gap: 8px;\n  margin-left: auto;\n  font-size: 12px;\n  color: var(--gn-quiet);\n}\n.gn-ramp {\n  width: 64px;\n  height: 10px;\n  border-radius: 3px;\n  background: linear-gradient(to right in oklab, var(--gn-negative), var(--gn-neutral), var(--gn-positive));\n}\n.gn-key::before {\n  content: "";\n  display: inline-block;\n  width: 9px;\n  height: 9px;\n  margin-right: 4px;\n  border: 2px solid var(--gn-quiet);\n  border-radius: 50%;\n}\n.gn-key-0::before {\n  border-color: var(--gn-class-0);\n  background: var(--gn-class-0);\n}\n.gn-key-1::before {\n  border-color: var(--gn-class-1);\n  border-radius: 1px;\n  background: var(--gn-class-1);\n}\n.gn-key-train::before {\n  background: var(--gn-quiet);\n}\n.gn-map .gn-caption {\n  margin-left: 28px;\n  min-height: 19px;\n}\n\n/* loss */\n.gn-toggles {\n  display: inline-flex;\n  gap: 4px;\n  margin-left: auto;\n}\n.gn-toggle {\n  padding: 0 10px;\n  border: 1px solid var(--gn-line);\n  border-radius: 14px;\n  background: none;\n  font-size: 13px;\n  cursor: pointer;\n}\n.gn-root .gn-toggle {\n  font-size: 13px;\n}\n.gn-toggle[aria-pressed="true"] {\n  border-color: var(--gn-accent);\n  background: var(--gn-accent);\n}\n.gn-root .gn-toggle[aria-pressed="true"] {\n  color: var(--gn-on-accent);\n}\n.gn-measures {\n  font-size: 14px;\n}\n.gn-line {\n  display: inline-block;\n  width: 22px;\n  margin-right: 8px;\n  border-top: 2px solid var(--gn-train);\n  vertical-align: middle;\n}\n.gn-line-test {\n  border-top: 2px dashed var(--gn-test);\n}\n.gn-chart {\n  height: 150px;\n}\n.gn-chart canvas {\n  display: block;\n  width: 100%;\n  height: 100%;\n}\n.gn-changes {\n  font-size: 13px;\n  color: var(--gn-quiet);\n}\n.gn-changes summary {\n  min-height: var(--gn-target);\n  padding: 4px 0;\n  cursor: pointer;\n}\n.gn-changes ol {\n  max-height: 160px;\n  margin: 0;\n  padding-left: 20px;\n  overflow-y: auto;\n}\n\n/* help */\n.gn-help {\n  max-width: 640px;\n  max-height: 86vh;\n  padding: 24px 32px;\n  border: 1px solid var(--gn-line);\n  border-radius: 12px;\n  background: var(--gn-page);\n  color: var(--gn-ink);\n}\n.gn-help::backdrop {\n  background: rgb(10 14 20 / 0.5);\n}\n.gn-help dl {\n  display: grid;\n  grid-template-columns: max-content minmax(0, 1fr);\n  gap: 4px 16px;\n  margin: 8px 0 16px;\n}\n.gn-help dt {\n  font-weight: 600;\n}\n.gn-help dd {\n  margin: 0;\n}\n\n@container gn-root (min-width: 700px) {\n  .gn-body {\n    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);\n    grid-template-areas: "network map" "network loss" "picker settings";\n  }\n  .gn-picker {\n    grid-area: picker;\n  }\n  .gn-settings {\n    grid-area: settings;\n  }\n  .gn-network {\n    grid-area: network;\n  }\n  .gn-map {\n    grid-area: map;\n  }\n  .gn-loss {\n    grid-area: loss;\n  }\n}\n@container gn-root (min-width: 1080px) {\n  .gn-body {\n    grid-template-columns: 200px minmax(0, 1fr) minmax(300px, 336px);\n    grid-template-rows: auto auto 1fr;\n    grid-template-areas: "picker network map" "settings network map" "settings network loss";\n    gap: 12px 32px;\n    padding: 8px 24px;\n  }\n  .gn-chart {\n    height: 124px;\n  }\n  .gn-choices {\n    grid-template-columns: repeat(3, minmax(0, 1fr));\n  }\n}\n@container gn-root (max-width: 699px) {\n  .gn-bar {\n    gap: 4px 12px;\n    padding: 8px 16px;\n  }\n  .gn-bar .gn-place {\n    order: 1;\n    flex: 1;\n  }\n  .gn-bar .gn-buttons {\n    order: 2;\n  }\n  .gn-bar > .gn-control {\n    order: 3;\n  }\n  .gn-bar .gn-button svg + span {\n    display: none;\n  }\n  .gn-help dl {\n    grid-template-columns: minmax(0, 1fr);\n  }\n}\n';

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
  draw(history2, settings) {
    const { samples } = history2;
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
    for (const mark of history2.marks) drawMark(context, inks, this.across(mark[settings.across]), bottom);
    drawLine(context, samples, (sample) => this.across(sample[settings.across]), (sample) => loss.scale(sample.test), inks.test, [5, 3]);
    drawLine(context, samples, (sample) => this.across(sample[settings.across]), (sample) => loss.scale(sample.train), inks.train, []);
    if (settings.hovered) drawHair(context, inks, this.across(settings.hovered[settings.across]), bottom);
  }
  /** The sample nearest to a place across the chart. */
  sampleAt(history2, x, across) {
    let [best, distance] = [null, Infinity];
    for (const sample of history2.samples) {
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

// widgets/lab/loss_panel.ts
var AXIS_NOTE = { step: "step", epoch: "epoch" };
var LossPanel = class {
  element;
  chart;
  numbers = makeNumbers();
  note = make("p", { class: "gn-caption" });
  log = makeToggle("log-axis", "Log axis");
  epochs = makeToggle("epochs", "By epoch");
  changes = make("ol");
  summary = make("summary");
  details = make("details", { class: "gn-changes", hidden: true }, this.summary, this.changes);
  listed = "";
  hovered = null;
  pointer = null;
  constructor(redraw) {
    this.chart = new LossChart(redraw);
    for (const toggle2 of [this.log, this.epochs]) toggle2.addEventListener("click", () => press(toggle2, redraw));
    const look = (x) => {
      this.pointer = x;
      redraw();
    };
    this.chart.surface.canvas.addEventListener("pointermove", (event) => look(event.offsetX));
    this.chart.surface.canvas.addEventListener("pointerleave", () => look(null));
    this.element = make(
      "section",
      { class: "gn-loss" },
      make("div", { class: "gn-row" }, make("h2", {}, "Loss"), make("span", { class: "gn-toggles" }, this.log, this.epochs)),
      this.numbers.element,
      make("div", { class: "gn-chart" }, this.chart.surface.canvas),
      this.note,
      this.details
    );
  }
  draw(scene) {
    const { history: history2 } = scene.session;
    const across = pressed(this.epochs) ? "epoch" : "step";
    this.hovered = this.pointer === null ? null : this.chart.sampleAt(history2, this.pointer, across);
    this.chart.draw(history2, { log: pressed(this.log), across, theme: scene.look.theme, hovered: this.hovered });
    this.numbers.draw(scene);
    this.drawNote(across);
    this.drawChanges(scene);
  }
  close() {
    this.chart.close();
  }
  drawNote(across) {
    const { hovered } = this;
    const text = hovered ? `Step ${whole(hovered.step)}, epoch ${decimal(hovered.epoch, 1)}: training ${decimal(hovered.train)}, test ${decimal(hovered.test)} nats` : `Binary cross-entropy in nats, by ${AXIS_NOTE[across]}`;
    setText(this.note, text);
  }
  drawChanges({ session }) {
    const { marks } = session.history;
    const state = `${marks.length} ${marks.at(-1)?.label} ${marks.at(-1)?.step}`;
    if (state === this.listed) return;
    this.listed = state;
    this.details.hidden = marks.length === 0;
    setText(this.summary, marks.length === 1 ? "1 change" : `${marks.length} changes`);
    this.changes.replaceChildren(...marks.map((mark) => make("li", {}, `step ${whole(mark.step)}: ${mark.label}`)));
  }
};
function makeNumbers() {
  const cells = { train: makeCells(), test: makeCells() };
  const penalty = make("p", { class: "gn-caption", hidden: true });
  const head = make("tr", {}, make("td"), ...["loss, nats", "accuracy"].map((name) => make("th", { scope: "col" }, name)));
  const row = (kind, name) => make(
    "tr",
    {},
    make("th", { scope: "row" }, make("span", { class: `gn-line gn-line-${kind}` }), name),
    cells[kind].loss,
    cells[kind].accuracy
  );
  const table2 = make("table", {}, make("thead", {}, head), make("tbody", {}, row("train", "training"), row("test", "test")));
  return {
    element: make("div", { class: "gn-measures" }, table2, penalty),
    draw({ frame }) {
      for (const kind of ["train", "test"]) {
        setText(cells[kind].loss, decimal(frame[kind].loss));
        setText(cells[kind].accuracy, percent(frame[kind].accuracy));
      }
      penalty.hidden = frame.penalty === 0;
      setText(penalty, `L2 penalty, on top of the training loss: ${decimal(frame.penalty)}`);
    }
  };
}
function makeCells() {
  return { loss: make("td"), accuracy: make("td") };
}
function makeToggle(name, text) {
  return make("button", { type: "button", name, class: "gn-toggle", "aria-pressed": "false" }, text);
}
function press(toggle2, redraw) {
  toggle2.setAttribute("aria-pressed", String(!pressed(toggle2)));
  redraw();
}
function pressed(toggle2) {
  return toggle2.getAttribute("aria-pressed") === "true";
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
function signedTable(theme) {
  return table((byte) => signedColor((byte - 128) / 127, theme));
}
function probabilityTable(theme) {
  return table((byte) => signedColor(Math.max(0, (byte - 128) / 127) * 2 - 1, theme));
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

// widgets/lab/words.ts
function unitName(layers, column, unit) {
  if (column === 0) return `Input x${subscript(unit + 1)}`;
  if (column === layers.length) return "Output";
  return `Hidden layer ${column}, unit ${unit + 1}`;
}
function unitSymbol(layers, column, unit) {
  if (column === 0) return `x${subscript(unit + 1)}`;
  return column === layers.length ? "output" : `unit ${unit + 1}`;
}

// widgets/lab/map_panel.ts
var TICKS = [-2, -1, 0, 1, 2];
var NUDGE = 0.1;
var MapPanel = class {
  constructor(session, redraw) {
    this.session = session;
    this.plane = new Plane(redraw);
    this.field = this.makeField();
    this.element = make(
      "section",
      { class: "gn-map" },
      make("div", { class: "gn-row" }, this.title, make("span", { class: "gn-ramp-row" }, this.low, make("span", { class: "gn-ramp" }), this.high)),
      make("div", { class: "gn-plot" }, makeAxis("gn-up", "x₂", [...TICKS].reverse()), this.field, makeAxis("gn-across", "x₁", TICKS)),
      makeLegend(),
      this.caption
    );
  }
  session;
  element;
  plane;
  cross = make("span", { class: "gn-cross", hidden: true });
  field;
  title = make("h2", {}, "Output");
  low = make("span");
  high = make("span");
  caption = make("p", { class: "gn-caption" });
  at = null;
  draw(scene) {
    this.drawPicture(scene);
    if (scene.session.points) this.plane.drawPoints(scene.session.points, scene.frame.domain, scene.look.theme);
    this.drawCross(scene);
  }
  close() {
    this.plane.close();
  }
  drawPicture({ frame, focus, look }) {
    const sizes = columnSizes(frame.layers);
    const isOutput = focus?.kind === "unit" && focus.column === sizes.length - 1;
    const index = focus?.kind === "unit" ? unitIndex(sizes, focus.column, focus.unit) : -1;
    if (index >= 0 && frame.units && focus?.kind === "unit" && !isOutput) {
      const size = frame.units.length / frame.unit_scales.length;
      this.plane.drawPicture(frame.units.subarray(index * size, (index + 1) * size), look.signed);
      const scale = short(frame.unit_scales[index]);
      this.describe(unitName(frame.layers, focus.column, focus.unit), `−${scale}`, `+${scale}`);
    } else if (frame.map) {
      this.plane.drawPicture(frame.map, look.map);
      this.describe("Output", "class 0", "class 1");
    }
  }
  drawCross({ frame, session }) {
    const { probe } = session;
    this.cross.hidden = !this.at;
    if (this.at) {
      const place = linearScale(frame.domain, [0, 100]);
      setAttribute(this.cross, "style", `left: ${place(this.at[0])}%; top: ${100 - place(this.at[1])}%`);
    }
    const output = probe?.activations.at(-1)?.[0];
    const text = `x₁ = ${decimal(probe?.x[0] ?? 0, 2)}, x₂ = ${decimal(probe?.x[1] ?? 0, 2)}: output ${decimal(output ?? 0)}`;
    setText(this.caption, output === void 0 ? "Point at the map to see the numbers there." : text);
  }
  describe(title, low, high) {
    setText(this.title, title);
    setText(this.low, low);
    setText(this.high, high);
  }
  makeField() {
    return make(
      "button",
      {
        type: "button",
        class: "gn-field",
        name: "map",
        "aria-label": "Decision map: arrow keys move a point, every unit shows what it computes there",
        onpointermove: (event) => this.point(event),
        onpointerdown: (event) => this.point(event),
        onpointerleave: () => this.look(null),
        onblur: () => this.look(null),
        onkeydown: (event) => this.onKey(event)
      },
      this.plane.element,
      this.cross
    );
  }
  point(event) {
    const box = this.field.getBoundingClientRect();
    const across = linearScale([box.left, box.right], [-2, 2])(event.clientX);
    const up = linearScale([box.bottom, box.top], [-2, 2])(event.clientY);
    this.look([clamp(across), clamp(up)]);
  }
  onKey(event) {
    const moves = {
      ArrowLeft: [-NUDGE, 0],
      ArrowRight: [NUDGE, 0],
      ArrowUp: [0, NUDGE],
      ArrowDown: [0, -NUDGE]
    };
    const move = moves[event.key];
    if (event.key === "Escape" && this.at) this.look(null);
    else if (move) this.look(this.at ? [clamp(this.at[0] + move[0]), clamp(this.at[1] + move[1])] : [0, 0]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  look(x) {
    this.at = x;
    this.session.lookAt(x);
  }
};
function makeLegend() {
  const key = (kind, text) => make("span", { class: `gn-key gn-key-${kind}` }, text);
  return make("div", { class: "gn-legend" }, key("0", "class 0"), key("1", "class 1"), key("train", "training"), key("test", "test"));
}
function makeAxis(kind, name, values) {
  const labels = values.map((value) => make("span", {}, short(value)));
  return make("div", { class: `gn-axis ${kind}`, "aria-hidden": "true" }, ...labels, make("em", {}, name));
}
function unitIndex(columns, column, unit) {
  return columns.slice(0, column).reduce((sum, count) => sum + count, 0) + unit;
}
function clamp(value) {
  return Math.round(100 * Math.min(2, Math.max(-2, value))) / 100;
}

// lib/diagram.ts
function layOut(columns, measures) {
  const { width, smallest, top, gap } = measures;
  const tallest = Math.max(...columns);
  const height = Math.max(measures.height, top + tallest * (smallest + gap));
  const unit = unitSide(columns, { ...measures, height });
  const pitch = Math.min((height - top) / tallest, 1.7 * unit);
  const places = columnPlaces(columns.length, width, smallest);
  const units = columns.map(
    (count, column) => Array.from({ length: count }, (_, i) => ({
      x: places[column],
      y: top + (height - top) / 2 + (i - (count - 1) / 2) * pitch
    }))
  );
  return { unit, units, edges: connect(units, unit / 2), height };
}
function columnPlaces(columns, width, side) {
  const margin = side / 2 + Math.min(12, width / 60);
  const spread = (width - 2 * margin) / Math.max(1, columns - 1);
  return Array.from({ length: columns }, (_, column) => margin + column * spread);
}
function unitSide(columns, { width, height, top, gap, smallest, largest }) {
  const down = (height - top) / Math.max(...columns) - gap;
  const across = smallest + 2 * Math.min(12, width / 60);
  return Math.round(Math.max(smallest, Math.min(down, across, largest)));
}
function edgePath({ begin, end }) {
  const middle = (begin.x + end.x) / 2;
  return `M${round(begin.x)} ${round(begin.y)}C${round(middle)} ${round(begin.y)} ${round(middle)} ${round(end.y)} ${round(end.x)} ${round(end.y)}`;
}
function edgeHeight({ begin, end }, x) {
  const share = (x - begin.x) / (end.x - begin.x);
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const t = (low + high) / 2;
    if (t * (1.5 + t * (t - 1.5)) < share) low = t;
    else high = t;
  }
  return begin.y + (end.y - begin.y) * low * low * (3 - 2 * low);
}
function nearestEdge(edges, point, reach) {
  let [best, distance] = [-1, reach];
  edges.forEach((edge, i) => {
    if (point.x <= edge.begin.x || point.x >= edge.end.x) return;
    const away = Math.abs(edgeHeight(edge, point.x) - point.y);
    if (away < distance) [best, distance] = [i, away];
  });
  return best;
}
function edgeWidth(weight) {
  return round(Math.min(7, 0.6 + 2.2 * Math.sqrt(Math.abs(weight)) * Math.min(1, Math.abs(weight) + 0.3)));
}
function connect(units, half) {
  const edges = [];
  for (let column = 0; column + 1 < units.length; column++) {
    units[column].forEach(
      (source, from) => units[column + 1].forEach((target, to) => {
        const begin = { x: source.x + half, y: source.y };
        edges.push({ column, from, to, begin, end: { x: target.x - half, y: target.y } });
      })
    );
  }
  return edges;
}
function round(value) {
  return Math.round(value * 10) / 10;
}

// widgets/lab/column_heads.ts
var TITLE_HEIGHT = 24;
var ColumnHeads = class {
  constructor(changeUnits) {
    this.changeUnits = changeUnits;
    this.element.append(this.first, this.last);
  }
  changeUnits;
  element = make("div", { class: "gn-heads" });
  hidden = /* @__PURE__ */ new Map();
  first = make("span", { class: "gn-head gn-head-plain" }, "Inputs");
  last = make("span", { class: "gn-head gn-head-plain" }, "Output");
  /** Put a head over every column; returns the room they take. */
  place(columns, width, side) {
    const places = columnPlaces(columns.length, width, side);
    const spread = places[1] - places[0];
    const target = this.targetSize();
    const upright = spread < 2 * target + 28;
    this.element.classList.toggle("gn-upright", upright);
    const at = (element, column) => element.style.left = `${places[column]}px`;
    at(this.first, 0);
    at(this.last, columns.length - 1);
    const layers = columns.length - 2;
    for (let layer = 0; layer < layers; layer++) {
      const head = this.hidden.get(layer) ?? this.add(layer);
      at(head.element, layer + 1);
      this.describe(head, layer, columns[layer + 1], spread);
    }
    for (const [layer, head] of this.hidden) {
      if (layer < layers) continue;
      head.element.remove();
      this.hidden.delete(layer);
    }
    return TITLE_HEIGHT + (layers === 0 ? 0 : upright ? 2 * target + 26 : target) + 8;
  }
  targetSize() {
    return Number.parseFloat(getComputedStyle(this.element).getPropertyValue("--gn-target")) || 28;
  }
  describe(head, layer, units, spread) {
    setText(head.title, spread < 84 ? `L${layer + 1}` : `Hidden ${layer + 1}`);
    setText(head.count, String(units));
    setEnabled(head.more, units < SETTINGS.hidden.max);
    setEnabled(head.less, units > 1);
  }
  add(layer) {
    const less = this.button(layer, -1, "−", `Remove a unit from hidden layer ${layer + 1}`);
    const more = this.button(layer, 1, "+", `Add a unit to hidden layer ${layer + 1}`);
    const title = make("span", { class: "gn-head-title" });
    const count = make("span", { class: "gn-head-count" });
    const name = `Units of hidden layer ${layer + 1}`;
    const stepper = make("span", { class: "gn-stepper", role: "group", "aria-label": name }, less, count, more);
    const element = make("span", { class: "gn-head" }, title, stepper);
    const head = { element, title, count, more, less };
    this.hidden.set(layer, head);
    this.element.insertBefore(element, this.last);
    return head;
  }
  button(layer, change, text, label) {
    const name = `${change > 0 ? "more" : "less"}-units-${layer + 1}`;
    return button({ class: "gn-small", name, label, text, onClick: () => this.changeUnits(layer, change) });
  }
};

// widgets/lab/scene.ts
var Attention = class {
  constructor(changed) {
    this.changed = changed;
  }
  changed;
  hovered = null;
  pinned = null;
  get current() {
    return this.hovered ?? this.pinned;
  }
  isPinned(focus) {
    return sameFocus(this.pinned, focus);
  }
  hover(focus) {
    if (sameFocus(this.hovered, focus)) return;
    this.hovered = focus;
    this.changed();
  }
  pin(focus) {
    this.pinned = sameFocus(this.pinned, focus) ? null : focus;
    this.changed();
  }
  /** Forget what no longer exists in a network with these columns. */
  restrict(columns) {
    if (this.pinned && !exists(this.pinned, columns)) this.pinned = null;
    if (this.hovered && !exists(this.hovered, columns)) this.hovered = null;
  }
};
function makeLook(theme) {
  return { theme, signed: signedTable(theme), probability: probabilityTable(theme), map: mapTable(theme) };
}
function sameFocus(a, b) {
  if (!a || !b) return a === b;
  if (a.kind === "unit") return b.kind === "unit" && a.column === b.column && a.unit === b.unit;
  return b.kind === "edge" && a.column === b.column && a.from === b.from && a.to === b.to;
}
function exists(focus, columns) {
  if (focus.kind === "unit") return focus.unit < (columns[focus.column] ?? 0);
  return focus.from < (columns[focus.column] ?? 0) && focus.to < (columns[focus.column + 1] ?? 0);
}

// widgets/lab/diagram_view.ts
var REACH = 9;
var GAP = 10;
var LARGEST = 64;
var DiagramView = class {
  constructor(attention, changeUnits, redraw) {
    this.attention = attention;
    this.heads = new ColumnHeads(changeUnits);
    this.element = make(
      "div",
      { class: "gn-diagram", onpointermove: this.onPointer, onpointerleave: () => attention.hover(null), onclick: this.onClick },
      this.lines,
      this.heads.element
    );
    this.observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      if (width === this.width && height === this.height) return;
      [this.width, this.height] = [width, height];
      redraw();
    });
    this.observer.observe(this.element);
  }
  attention;
  element;
  lines = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
  units = /* @__PURE__ */ new Map();
  heads;
  observer;
  paths = [];
  diagram = null;
  laidOut = "";
  width = 0;
  height = 0;
  drawnFrame = null;
  drawnTheme = "";
  draw(scene) {
    const { frame, look } = scene;
    this.layOut(frame);
    if (frame !== this.drawnFrame || look.theme !== this.drawnTheme) {
      this.drawEdges(scene);
      this.drawUnits(scene);
      [this.drawnFrame, this.drawnTheme] = [frame, look.theme];
    }
    this.drawFocus(scene);
    this.drawValues(scene);
  }
  close() {
    this.observer.disconnect();
  }
  layOut(frame) {
    const columns = columnSizes(frame.layers);
    const state = `${columns} ${this.width} ${this.height}`;
    if (state === this.laidOut || this.width === 0) return;
    this.laidOut = state;
    this.drawnFrame = null;
    const side = Number.parseFloat(getComputedStyle(this.element).getPropertyValue("--gn-unit")) || 40;
    const top = this.heads.place(columns, this.width, side);
    const measures = { width: this.width, smallest: side, largest: LARGEST, top, gap: GAP, height: this.height };
    this.diagram = layOut(columns, measures);
    this.element.style.setProperty("--gn-side", `${this.diagram.unit}px`);
    this.element.style.minHeight = `${Math.ceil(this.diagram.height)}px`;
    this.placeUnits(frame);
    this.placeEdges();
  }
  placeUnits(frame) {
    const kept = /* @__PURE__ */ new Set();
    this.diagram.units.forEach(
      (column, c) => column.forEach(({ x, y }, u) => {
        const key = `${c},${u}`;
        kept.add(key);
        const { button: button2 } = this.units.get(key) ?? this.addUnit(key, { kind: "unit", column: c, unit: u });
        button2.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
        setAttribute(button2, "aria-label", unitName(frame.layers, c, u));
      })
    );
    for (const [key, { button: button2 }] of this.units) {
      if (kept.has(key)) continue;
      button2.remove();
      this.units.delete(key);
    }
    this.sortUnits();
  }
  addUnit(key, focus) {
    const picture = new Picture();
    const value = make("span", { class: "gn-value" });
    const button2 = make(
      "button",
      {
        type: "button",
        class: "gn-unit",
        "data-unit": key,
        "aria-pressed": "false",
        onfocus: () => this.attention.hover(focus),
        onblur: () => this.attention.hover(null),
        onclick: (event) => {
          event.stopPropagation();
          this.attention.pin(focus);
        }
      },
      picture.canvas,
      value
    );
    const unit = { button: button2, picture, value };
    this.units.set(key, unit);
    this.element.append(button2);
    return unit;
  }
  // The tab order is the order in which data flows; only what is out of place is moved, so that focus stays.
  sortUnits() {
    let before = this.heads.element;
    for (const key of [...this.units.keys()].sort()) {
      const { button: button2 } = this.units.get(key);
      if (before.nextElementSibling !== button2) before.after(button2);
      before = button2;
    }
  }
  placeEdges() {
    const { edges, height } = this.diagram;
    setAttribute(this.lines, "viewBox", `0 0 ${this.width} ${height}`);
    setAttribute(this.lines, "width", String(this.width));
    setAttribute(this.lines, "height", String(height));
    this.paths = edges.map((edge) => makeSvg("path", { d: edgePath(edge), fill: "none" }));
    this.lines.replaceChildren(...this.paths);
  }
  drawEdges({ frame, look }) {
    const layers = splitWeights(frame.layers, frame.weights);
    const { negative, positive } = PALETTES[look.theme];
    this.diagram?.edges.forEach(({ column, from, to }, i) => {
      const weight = weightOf(layers[column], from, to);
      setAttribute(this.paths[i], "stroke", weight < 0 ? negative : positive);
      setAttribute(this.paths[i], "stroke-width", String(edgeWidth(weight)));
    });
  }
  drawUnits({ frame, look, session }) {
    const pictures = frame.units;
    if (!pictures || !this.diagram) return;
    const size = pictures.length / frame.unit_scales.length;
    const output = this.diagram.units.length - 1;
    let index = 0;
    this.diagram.units.forEach(
      (column, c) => column.forEach((_, u) => {
        const bytes2 = pictures.subarray(index * size, ++index * size);
        const isStill = c === 0 && session.player.playing && this.drawnFrame && look.theme === this.drawnTheme;
        if (!isStill) this.units.get(`${c},${u}`)?.picture.draw(bytes2, c === output ? look.probability : look.signed);
      })
    );
  }
  drawFocus({ focus }) {
    for (const [key, { button: button2 }] of this.units) {
      const [column, unit] = key.split(",").map(Number);
      const here = { kind: "unit", column, unit };
      setAttribute(button2, "aria-pressed", String(this.attention.isPinned(here)));
      button2.classList.toggle("gn-lit", sameFocus(focus, here));
    }
    this.diagram?.edges.forEach((edge, i) => {
      const { column, from, to } = edge;
      const lit = focus?.kind === "edge" ? sameFocus(focus, { kind: "edge", column, from, to }) : focus?.kind === "unit" && focus.column === column + 1 && focus.unit === to;
      this.paths[i].classList.toggle("gn-lit", lit);
    });
    this.element.classList.toggle("gn-looking", focus !== null);
  }
  drawValues({ session }) {
    const { probe } = session;
    for (const [key, { value }] of this.units) {
      const [column, unit] = key.split(",").map(Number);
      const number = probe?.activations[column]?.[unit];
      setText(value, number === void 0 ? "" : decimal(number, 2));
    }
  }
  onPointer = (event) => {
    const button2 = event.target.closest("[data-unit]");
    if (button2) {
      const [column, unit] = button2.dataset["unit"].split(",").map(Number);
      this.attention.hover({ kind: "unit", column, unit });
    } else {
      this.attention.hover(this.edgeUnder(event));
    }
  };
  onClick = (event) => {
    const edge = this.edgeUnder(event);
    if (edge) this.attention.pin(edge);
  };
  edgeUnder(event) {
    if (!this.diagram || event.target.closest("button")) return null;
    const box = this.element.getBoundingClientRect();
    const point = { x: event.clientX - box.left, y: event.clientY - box.top };
    const edge = this.diagram.edges[nearestEdge(this.diagram.edges, point, REACH)];
    return edge ? { kind: "edge", column: edge.column, from: edge.from, to: edge.to } : null;
  }
};

// widgets/lab/inspector.ts
var INVITATION = "Point at a unit or a line to see its numbers; click to keep them here. Point at the map to see what every unit computes there.";
function makeInspector() {
  const element = make("div", { class: "gn-inspector", role: "region", "aria-label": "Numbers", tabindex: 0 });
  let shown = "";
  return {
    element,
    draw(scene) {
      const lines = describe2(scene);
      const text = JSON.stringify(lines);
      if (text === shown) return;
      shown = text;
      element.replaceChildren(...render(lines));
    }
  };
}
function describe2(scene) {
  const { focus, frame, session } = scene;
  if (!focus) return { title: "", text: session.probe ? atPoint(session.probe) : INVITATION, rows: [] };
  const layers = splitWeights(frame.layers, frame.weights);
  if (focus.kind === "edge") return describeEdge(scene, layers, focus);
  return focus.column === 0 ? describeInput(scene, focus.unit) : describeUnit(scene, layers, focus.column, focus.unit);
}
function describeEdge(scene, layers, focus) {
  const names = scene.frame.layers;
  const weight = decimal(weightOf(layers[focus.column], focus.from, focus.to), 4);
  const from = unitName(names, focus.column, focus.from);
  const to = unitName(names, focus.column + 1, focus.to);
  return { title: "Weight", text: `${from} → ${to}: ${weight}`, rows: [] };
}
function describeInput(scene, unit) {
  const value = scene.session.probe?.activations[0]?.[unit];
  const text = "A coordinate of a point, handed on as it is.";
  return { title: unitName(scene.frame.layers, 0, unit), text: value === void 0 ? text : `${text} Here: ${decimal(value)}.`, rows: [] };
}
function describeUnit({ frame, session }, layers, column, unit) {
  const numbers = layers[column - 1];
  const before = session.probe?.activations[column - 1];
  const here = session.probe?.activations[column]?.[unit];
  const inputs = Array.from({ length: numbers.layer.inputs }, (_, from) => from);
  const names = inputs.map((from) => unitSymbol(frame.layers, column - 1, from));
  const weights = inputs.map((from) => decimal(weightOf(numbers, from, unit)));
  const rows = [
    ["", ...names, "bias"],
    ["weight", ...weights, decimal(numbers.bias[unit])]
  ];
  if (before) rows.push(["input here", ...inputs.map((from) => decimal(before[from])), ""]);
  const result = here === void 0 ? "" : ` Here: ${decimal(here)}.`;
  const text = `${numbers.layer.activation}(sum of weight · input + bias).${result}`;
  return { title: unitName(frame.layers, column, unit), text, rows };
}
function atPoint({ x, activations }) {
  const output = activations.at(-1)[0];
  return `At x₁ = ${decimal(x[0], 2)}, x₂ = ${decimal(x[1], 2)} the output is ${decimal(output)}: class ${output > 0.5 ? 1 : 0}. Every unit shows what it computes there.`;
}
function render({ title, text, rows }) {
  const words = make("p", {}, title && make("strong", {}, `${title}. `), text);
  if (rows.length === 0) return [words];
  const [names, ...numbers] = rows;
  const head = make("tr", {}, make("td"), ...names.slice(1).map((name) => make("th", { scope: "col" }, name)));
  const body = numbers.map(
    ([name, ...values]) => make("tr", {}, make("th", { scope: "row" }, name), ...values.map((value) => make("td", {}, value)))
  );
  return [words, make("table", {}, make("thead", {}, head), make("tbody", {}, ...body))];
}

// widgets/lab/network_panel.ts
function makeNetworkPanel(session, attention, change, redraw) {
  const settings = makeSettings(change);
  const layers = makeLayerStepper((by) => change({ hidden: withLayers(session.spec.hidden, by) }));
  const changeUnits = (layer, by) => change({ hidden: withUnits(session.spec.hidden, layer, by) });
  const diagram = new DiagramView(attention, changeUnits, redraw);
  const inspector = makeInspector();
  const element = make(
    "section",
    { class: "gn-network" },
    make("div", { class: "gn-row" }, make("h2", {}, "Network"), layers.element),
    settings.element,
    diagram.element,
    inspector.element
  );
  return {
    element,
    draw(scene) {
      for (const panel of [layers, settings, diagram, inspector]) panel.draw(scene);
    },
    close: () => diagram.close()
  };
}
function makeSettings(change) {
  const controls = controlsOf(SETTINGS, "network", change);
  return {
    element: make("div", { class: "gn-row gn-knobs" }, ...controls.elements),
    draw: ({ spec }) => controls.show(spec)
  };
}
function makeLayerStepper(by) {
  const less = button({ class: "gn-small", name: "less-layers", label: "Remove the last hidden layer", text: "−", onClick: () => by(-1) });
  const more = button({ class: "gn-small", name: "more-layers", label: "Add a hidden layer", text: "+", onClick: () => by(1) });
  const count = make("span", { class: "gn-head-count" });
  const words = make("span", {}, "hidden layers");
  return {
    element: make("span", { class: "gn-stepper", role: "group", "aria-label": "Hidden layers" }, less, count, more, words),
    draw({ spec }) {
      setText(count, String(spec.hidden.length));
      setText(words, spec.hidden.length === 1 ? "hidden layer" : "hidden layers");
      setEnabled(less, spec.hidden.length > 0);
      setEnabled(more, spec.hidden.length < SETTINGS.hidden.most);
    }
  };
}

// widgets/lab/notices.ts
function makeNotices(session) {
  const alert = make("div", { class: "gn-alert", role: "alert" });
  const connection = make("div", { class: "gn-connection", role: "status" });
  const live = make("div", { class: "gn-said", role: "status" });
  let shown = null;
  return {
    element: make("div", { class: "gn-notices" }, alert, connection, live),
    draw() {
      setText(connection, connectionText(session));
      if (session.notice === shown) return;
      shown = session.notice;
      alert.replaceChildren(...shown ? describe3(shown, session) : []);
    },
    say: (text) => setText(live, text)
  };
}
function connectionText(session) {
  if (session.status === "lost") return "Connection lost. Connecting again by itself; your training is kept.";
  return session.status === "connecting" ? "Connecting…" : "";
}
function describe3(notice, session) {
  if (notice.kind === "stopped") return describeStop(notice, session);
  if (notice.kind === "error") {
    const close = button({ name: "dismiss", label: "Close", text: "Close", onClick: () => session.dismiss() });
    return [make("p", {}, notice.message), close];
  }
  return [
    make("p", {}, "Python has not answered five times in a row. Is it still running, or busy with something else?"),
    button({ name: "retry", label: "Try again", text: "Try again", onClick: () => session.retry() })
  ];
}
function describeStop(notice, session) {
  const words = make("p", {}, make("strong", {}, "Training has stopped. "), notice.message);
  if (!notice.back) return [words];
  const back = `Back to step ${whole(notice.back.step)}`;
  const smaller = "Try a learning rate ten times smaller";
  return [
    words,
    button({ name: "back", label: back, text: back, onClick: () => void session.recover(false) }),
    button({ name: "smaller", label: smaller, text: smaller, onClick: () => void session.recover(true) })
  ];
}

// widgets/lab/lab.ts
var VIEW = { map: 100, units: 32 };
var THUMBNAIL_POINTS = 160;
var Lab = class {
  constructor(element, settings) {
    this.settings = settings;
    const { save: save2 } = settings;
    this.session = new Session(settings.transport, {
      view: VIEW,
      changed: () => this.redraw(),
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => cancelAnimationFrame(handle),
      ...save2 ? { save: (saved) => save2(saved, this.session.frame.spec) } : {}
    });
    this.notices = makeNotices(this.session);
    this.panels = this.makePanels();
    const [toolbar, ...rest] = this.panels.map((panel) => panel.element);
    const body = make("div", { class: "gn-body" }, ...rest);
    this.root.append(make("style", {}, root_default, lab_default), toolbar, this.notices.element, body, this.help);
    element.append(this.root);
    this.unwatch = watchTheme((theme) => {
      this.root.dataset["theme"] = theme;
      this.look = makeLook(theme);
      this.redraw();
    });
    settings.keys.addEventListener("keydown", this.onKey, { signal: this.controller.signal });
    void this.begin();
  }
  settings;
  session;
  root = make("div", { class: "gn-root gn-lab", "data-lm-suppress-shortcuts": "true" });
  attention = new Attention(() => this.redraw());
  thumbnails = /* @__PURE__ */ new Map();
  notices;
  panels;
  help = makeHelp();
  unwatch;
  controller = new AbortController();
  look;
  scheduled = 0;
  wasPlaying = false;
  /** Change settings with the words for it. */
  change = (change) => {
    const before = this.session.spec;
    if (before) this.session.change(change, changeWords(SETTINGS, before, change));
  };
  close() {
    cancelAnimationFrame(this.scheduled);
    this.controller.abort();
    this.unwatch();
    this.session.close();
    for (const panel of this.panels) panel.close?.();
    this.root.remove();
  }
  makePanels() {
    const { session } = this;
    const redraw = () => this.redraw();
    return [
      makeToolbar({ session, onLink: this.settings.onLink ? () => void this.copyLink() : null, onHelp: () => this.help.showModal() }),
      makeDataPicker(this.thumbnails, this.change),
      new MapPanel(session, redraw),
      makeNetworkPanel(session, this.attention, this.change, redraw),
      new LossPanel(redraw),
      makeDataSettings(this.change, () => this.change({ data_seed: this.session.spec.data_seed + 1 }))
    ];
  }
  async begin() {
    try {
      await connected(this.settings.transport);
      await Promise.all([this.settings.thumbnails && this.loadThumbnails(), this.openFirst()]);
    } catch (error) {
      if (error instanceof NoReply) connected(this.settings.transport).then(() => this.begin(), console.error);
      else throw error;
    }
  }
  // Settings that Python refuses (an old link, a damaged checkpoint) are reported; the Lab opens without them.
  async openFirst() {
    try {
      await this.session.open(this.settings.begin);
    } catch (error) {
      if (error instanceof NoReply) throw error;
      await this.session.open({ spec: {} });
      this.session.notice = { kind: "error", message: error.message };
      this.redraw();
    }
  }
  // Sent ahead of the real opening: each asks for other data, and only its points are kept.
  async loadThumbnails() {
    const view = { map: 0, units: 0 };
    await Promise.all(
      SETTINGS.data.choices.map(async ({ value: data }) => {
        const message = { kind: "open", spec: { data, samples: THUMBNAIL_POINTS, hidden: [] }, view };
        const { points } = toFrame(await this.settings.transport.request(message));
        if (points) this.thumbnails.set(data, points);
      })
    );
    this.redraw();
  }
  redraw() {
    this.scheduled ||= requestAnimationFrame(() => {
      this.scheduled = 0;
      this.draw();
    });
  }
  draw() {
    const { session, look } = this;
    const { frame, spec } = session;
    this.notices.draw();
    this.root.dataset["status"] = session.status;
    if (!frame || !spec) return;
    this.attention.restrict(columnSizes(frame.layers));
    const scene = { session, frame, spec, look, focus: this.attention.current };
    for (const panel of this.panels) panel.draw(scene);
    this.announce();
    this.settings.onSpec?.(frame.spec);
    Object.assign(this.root.dataset, {
      ready: "true",
      step: frame.step,
      loss: frame.train.loss,
      testLoss: frame.test.loss,
      playing: !session.player.settled,
      updates: frame.updates,
      changes: session.changesShown,
      settings: toHash(SETTINGS, frame.spec)
    });
  }
  // While training runs a screen reader is left in peace; it hears where training stands when it pauses.
  announce() {
    const { player, frame } = this.session;
    const playing = !player.settled;
    if (playing !== this.wasPlaying) {
      const place = `Paused at step ${whole(frame.step)}, training loss ${decimal(frame.train.loss)}`;
      this.notices.say(playing ? "Training" : place);
    }
    this.wasPlaying = playing;
  }
  async copyLink() {
    this.notices.say(await this.settings.onLink(this.session.frame.spec));
  }
  onKey = (event) => {
    handleKey(event, { session: this.session, onHelp: () => this.help.showModal(), onEscape: () => this.attention.pin(null) });
  };
};
function connected(transport) {
  if (transport.status === "open") return Promise.resolve();
  return new Promise((resolve) => transport.onStatus((status) => status === "open" && resolve()));
}

// widgets/lab/storage.ts
var KEY = "glassnet-lab";
function readBegin() {
  const stored = read2();
  if (stored && (location.hash === "" || location.hash === stored.hash)) return { saved: stored };
  return { spec: fromHash(SETTINGS, location.hash) };
}
function save(saved, spec) {
  const stored = { ...saved, hash: toHash(SETTINGS, spec) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(stored));
  } catch {
  }
}
var AddressKeeper = class {
  timer;
  shown = "";
  keep(spec) {
    const hash = toHash(SETTINGS, spec);
    if (hash === this.shown) return;
    this.shown = hash;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 300);
  }
  flush() {
    clearTimeout(this.timer);
    if (this.shown && location.hash !== this.shown) history.replaceState(history.state, "", this.shown);
  }
};
function read2() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

// widgets/lab/index.ts
function mount(element, { socketUrl }) {
  const address = new AddressKeeper();
  const lab = new Lab(element, {
    transport: new SocketTransport(socketAddress(socketUrl, location)),
    keys: document,
    begin: readBegin(),
    thumbnails: true,
    save,
    onSpec: (spec) => address.keep(spec),
    onLink: copyLink
  });
  const onHash = () => lab.change(fromHash(SETTINGS, location.hash));
  const onHide = () => address.flush();
  addEventListener("hashchange", onHash);
  addEventListener("pagehide", onHide);
  return () => {
    removeEventListener("hashchange", onHash);
    removeEventListener("pagehide", onHide);
    lab.close();
  };
}
var lab_default2 = {
  render({ model, el }) {
    const transport = new ModelTransport(model, String(Math.random()).slice(2));
    const lab = new Lab(el, { transport, keys: el, begin: {}, thumbnails: false });
    const onSpec = () => {
      const known = JSON.stringify(lab.session.frame?.spec);
      if (known !== JSON.stringify(model.get("spec"))) void lab.session.refresh();
    };
    model.on("change:spec", onSpec);
    return () => {
      model.off("change:spec", onSpec);
      lab.close();
    };
  }
};
async function copyLink(spec) {
  const link = new URL(toHash(SETTINGS, spec), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    return "Link copied";
  } catch {
    return `The link is in the address bar: ${link}`;
  }
}
export {
  lab_default2 as default,
  mount
};
