// dom/explanation.css
var explanation_default = ".gn-widget .gn-num,\n.gn-widget .gn-fact {\n  display: flex;\n  justify-content: space-between;\n  align-items: center;\n  gap: 6px;\n  width: 100%;\n  min-height: var(--gn-row, 26px);\n  padding: 0 5px;\n  border: 0;\n  border-radius: 4px;\n  background: none;\n  font-size: 13px;\n  white-space: nowrap;\n  cursor: pointer;\n}\n.gn-widget .gn-fact {\n  cursor: default;\n}\n.gn-widget .gn-num:hover {\n  background: var(--gn-raised);\n}\n.gn-sym {\n  color: var(--gn-quiet);\n}\n.gn-why > * {\n  margin: 0 0 8px;\n}\n.gn-why:not(:empty) {\n  padding: 10px 14px;\n  border-radius: 8px;\n  background: var(--gn-raised);\n}\n.gn-sum p {\n  overflow-wrap: anywhere;\n}\n.gn-sum[tabindex] {\n  max-height: 240px;\n  overflow-y: auto;\n}\n.gn-from {\n  max-height: 240px;\n  overflow-y: auto;\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 6px;\n}\n.gn-widget .gn-from .gn-num {\n  max-width: 100%;\n  white-space: normal;\n  overflow-wrap: anywhere;\n  text-align: left;\n  width: auto;\n  min-height: max(28px, var(--gn-target));\n  padding: 0 10px;\n  border: 1px solid var(--gn-line);\n  background: var(--gn-page);\n}\n.gn-widget .gn-from .gn-num span:last-child:not(:only-child) {\n  flex: none;\n}\n.gn-why .gn-note,\n.gn-why .gn-sym {\n  color: var(--gn-ink);\n}\n.gn-why code {\n  overflow-wrap: anywhere;\n}\n";

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

// dom/panel.css
var panel_default = '.gn-widget {\n  padding: 16px;\n  border: 1px solid var(--gn-line);\n  border-radius: 12px;\n}\n.gn-widget p {\n  margin: 0;\n}\n.gn-widget h3,\n.gn-widget h4 {\n  margin: 0;\n  font-size: 15px;\n  font-weight: 650;\n  line-height: 24px;\n}\n.gn-trouble:not(:empty) {\n  padding: 8px 12px;\n  margin-bottom: 12px;\n  border-radius: 8px;\n  background: var(--gn-alert);\n}\n.gn-row {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 8px 16px;\n}\n.gn-row > * {\n  min-width: 0;\n}\n.gn-row > [role="status"]:empty {\n  position: absolute; /* takes no room, and yet is there when it has something to say */\n}\n.gn-row:has(> .gn-control) {\n  align-items: end;\n}\n.gn-row:has(> .gn-control) > .gn-check,\n.gn-widget .gn-row input[type="range"] {\n  min-height: max(36px, var(--gn-target)); /* as high as the buttons and choices beside it, so that all stand on one line */\n}\n.gn-columns {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr);\n  gap: 16px 24px;\n}\n@container gn-root (min-width: 640px) {\n  .gn-columns {\n    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);\n  }\n}\n.gn-widget .gn-button {\n  display: inline-flex;\n  align-items: center;\n  justify-content: center;\n  gap: 6px;\n  min-width: var(--gn-target);\n  min-height: max(36px, var(--gn-target));\n  padding: 4px 14px;\n  border: 1px solid var(--gn-line);\n  border-radius: 8px;\n  background: var(--gn-page);\n  cursor: pointer;\n}\n.gn-widget .gn-button:hover {\n  background: var(--gn-raised);\n}\n.gn-widget .gn-main {\n  border-color: var(--gn-accent);\n  background: var(--gn-accent);\n  color: var(--gn-on-accent);\n  font-weight: 600;\n}\n.gn-widget .gn-main:hover {\n  background: var(--gn-accent);\n  filter: brightness(1.1);\n}\n.gn-widget button[aria-disabled="true"] {\n  opacity: 0.45;\n  cursor: default;\n}\n.gn-widget button[aria-pressed="true"],\n.gn-widget [role="tab"][aria-selected="true"] {\n  border-color: var(--gn-accent);\n  box-shadow: inset 0 0 0 1px var(--gn-accent);\n  font-weight: 600;\n}\n.gn-control {\n  display: flex;\n  flex-direction: column;\n  gap: 2px;\n  min-width: 0;\n}\n.gn-label {\n  display: flex;\n  justify-content: space-between;\n  gap: 8px;\n  font-size: 13px;\n  color: var(--gn-quiet);\n}\n.gn-number {\n  color: var(--gn-ink);\n}\n.gn-widget .gn-control {\n  flex: 1 1 150px;\n}\n.gn-widget .gn-control:has(select) {\n  flex: 2 1 240px;\n}\n.gn-control input[type="range"] {\n  width: 100%;\n  min-height: max(24px, var(--gn-target));\n  margin: 0;\n  accent-color: var(--gn-accent);\n  cursor: pointer;\n}\n.gn-widget select,\n.gn-widget input[type="text"],\n.gn-widget input[type="number"] {\n  font: inherit;\n  min-height: max(36px, var(--gn-target));\n  padding: 2px 10px;\n  color: inherit;\n  border: 1px solid var(--gn-quiet);\n  border-radius: 6px;\n  background: var(--gn-page);\n}\n.gn-check {\n  display: inline-flex;\n  align-items: center;\n  gap: 8px;\n  min-height: max(28px, var(--gn-target));\n  cursor: pointer;\n}\n.gn-check input {\n  flex: none;\n  width: 18px;\n  height: 18px;\n  margin: 3px;\n  accent-color: var(--gn-accent);\n}\n.gn-widget table {\n  border-collapse: collapse;\n  font-size: 14px;\n}\n.gn-widget th,\n.gn-widget td {\n  padding: 3px 16px 3px 0;\n  font-weight: 400;\n  text-align: right;\n  white-space: nowrap;\n}\n.gn-widget th:first-child,\n.gn-widget td:first-child {\n  text-align: left;\n}\n.gn-widget thead th {\n  white-space: normal;\n  vertical-align: bottom;\n  font-size: 13px;\n  color: var(--gn-quiet);\n  border-bottom: 1px solid var(--gn-line);\n}\n.gn-scroll {\n  overflow-x: auto;\n}\n.gn-tabs {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 8px;\n  margin-bottom: 16px;\n}\n.gn-note {\n  font-size: 13px;\n  color: var(--gn-quiet);\n}\n.gn-verdict:not(:empty) {\n  padding: 8px 14px;\n  border-left: 4px solid var(--gn-class-0);\n  border-radius: 4px;\n  background: var(--gn-raised);\n}\n.gn-verdict[data-right="true"] {\n  border-left-color: var(--gn-class-1);\n}\n\n@container gn-root (max-width: 480px) {\n  .gn-widget th,\n  .gn-widget td {\n    padding-right: 8px;\n    font-size: 13px;\n  }\n  .gn-widget td {\n    white-space: normal;\n  }\n}\n\n/* plots */\n.gn-plot {\n  position: relative;\n  width: 100%;\n  touch-action: pan-y;\n}\n.gn-plot canvas {\n  position: absolute;\n  pointer-events: none;\n}\n.gn-plot svg {\n  position: absolute;\n  inset: 0;\n  overflow: visible;\n  pointer-events: none;\n}\n.gn-plot text {\n  font: 12px system-ui, sans-serif;\n  fill: var(--gn-quiet);\n}\n.gn-plot .gn-grid {\n  stroke: var(--gn-line);\n  stroke-width: 1;\n}\n.gn-plot .gn-axis {\n  stroke: var(--gn-quiet);\n  stroke-width: 1;\n}\n.gn-plot .gn-line {\n  fill: none;\n  stroke-width: 2.2;\n  stroke-linejoin: round;\n  stroke-linecap: round;\n}\n.gn-handle {\n  position: absolute;\n  width: max(24px, var(--gn-target));\n  height: max(24px, var(--gn-target));\n  min-height: 0 !important;\n  padding: 0;\n  border: 0;\n  border-radius: 50%;\n  background: none;\n  transform: translate(-50%, -50%);\n  cursor: grab;\n  touch-action: none;\n}\n.gn-handle:active {\n  cursor: grabbing;\n}\n.gn-handle::before {\n  content: "";\n  position: absolute;\n  inset: calc(50% - 7px);\n  border: 2px solid var(--gn-page);\n  border-radius: 50%;\n  background: var(--gn-handle, var(--gn-accent));\n  box-shadow: 0 0 0 1.5px var(--gn-handle, var(--gn-accent));\n}\n.gn-key {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 2px 16px;\n  font-size: 13px;\n}\n.gn-key svg {\n  margin-right: 6px;\n  vertical-align: middle;\n}\n.gn-swatch {\n  display: inline-block;\n  margin-right: 8px;\n  vertical-align: middle;\n}\n.gn-widget td:has(> .gn-swatch) {\n  padding-left: 38px; /* a name of two lines stands beside its line */\n  text-indent: -38px;\n}\n';

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

// dom/shell.ts
function makeShell(parent, label2, styles, onTheme) {
  const trouble = make("p", { class: "gn-trouble", role: "alert" });
  const root = make("section", { class: "gn-root gn-widget", "aria-label": label2, "data-lm-suppress-shortcuts": "true" });
  root.append(make("style", {}, root_default, panel_default, styles), trouble);
  root.addEventListener("keydown", sendForm);
  parent.append(root);
  const shell = {
    root,
    theme: "light",
    say: (text) => setText(trouble, text),
    close() {
      unwatch();
      root.remove();
    }
  };
  const unwatch = watchTheme((theme) => {
    root.dataset["theme"] = shell.theme = theme;
    onTheme(theme);
  });
  return shell;
}
function sendForm(event) {
  const field = event.target;
  if (event.key !== "Enter" || !(field instanceof HTMLInputElement) || !field.form) return;
  event.preventDefault();
  field.form.requestSubmit();
}

// lib/protocol.ts
var Refused = class extends Error {
};
var NoReply = class extends Error {
};
function accepted({ head }) {
  if (isError(head)) throw new Refused(head.message);
  return head;
}
function isError(head) {
  return head.kind === "error";
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

// lib/channel.ts
var PATIENCE_MS2 = 3e4;
var FIRST_PAUSE_MS = 1e4;
var LONGEST_PAUSE_MS = 3e5;
var Channel = class {
  constructor(model, onTrouble) {
    this.onTrouble = onTrouble;
    this.transport = new ModelTransport(model, String(Math.random()).slice(2), PATIENCE_MS2);
  }
  onTrouble;
  transport;
  waiting = /* @__PURE__ */ new Map();
  out = /* @__PURE__ */ new Map();
  /** The page is still beginning: what it asks for now was not asked for by its reader. */
  beginning = true;
  closed = false;
  /** Ask once; a refusal or silence is an error. */
  ask(kind, fields) {
    return this.request(kind, fields);
  }
  /**
   * Ask for what is wished now: never more than one of a kind is out, and wishes in between are passed over.
   *
   * What a page begins with (all it wishes before its first answer, and what those answers' readers wish in turn) is asked
   * again until it is answered, or the page would stay empty. Later wishes are not: asked twice, an undo would undo twice.
   */
  wish(kind, fields, use) {
    const lasting = this.beginning || (this.out.get(kind)?.lasting ?? false);
    this.waiting.set(kind, { fields, use, lasting });
    if (!this.out.has(kind)) void this.pump(kind);
  }
  close() {
    this.closed = true;
    this.waiting.clear();
    this.transport.close();
  }
  async request(kind, fields, waits) {
    const reply = await this.transport.request({ kind, ...fields }, waits);
    this.beginning = false;
    return { head: accepted(reply), arrays: reply.bufs.map(floats) };
  }
  async pump(kind) {
    for (let wish = this.take(kind); wish; wish = this.take(kind)) {
      this.out.set(kind, wish);
      try {
        const answer = await this.request(kind, wish.fields, wish.lasting ? this.pauses(kind) : void 0);
        this.onTrouble("");
        this.use(wish, answer);
      } catch (error) {
        if (!this.closed) this.onTrouble(error instanceof Error ? error.message : String(error));
      }
    }
    this.out.delete(kind);
  }
  use(wish, answer) {
    this.beginning = wish.lasting;
    try {
      wish.use(answer);
    } finally {
      this.beginning = false;
    }
  }
  /** How long to wait each time before asking again; it ends when something newer of the kind is to be asked. */
  *pauses(kind) {
    let silent = 0;
    for (let pause = FIRST_PAUSE_MS; !this.waiting.has(kind); pause = Math.min(2 * pause, LONGEST_PAUSE_MS)) {
      if (silent >= PATIENCE_MS2) this.onTrouble(silence(silent));
      yield pause;
      silent += pause;
    }
  }
  take(kind) {
    const wish = this.waiting.get(kind);
    this.waiting.delete(kind);
    return wish;
  }
};
function silence(ms) {
  const told = ms < 12e4 ? `${ms / 1e3} seconds` : `${Math.round(ms / 6e4)} minutes`;
  return `Python has not answered for ${told}: it may be busy, or it may have stopped. This page goes on asking.`;
}
function floats(view) {
  return new Float32Array(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));
}

// dom/controls.ts
function button(settings) {
  const { text, icon } = settings;
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
    icon ?? null,
    text ? make("span", {}, text) : null
  );
  return element;
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

// dom/number.ts
function focusWithin(element) {
  const active = element.getRootNode().activeElement;
  return active && element.contains(active) ? active : null;
}
function show(value, digits) {
  return decimal(value === null ? NaN : value === 0 ? 0 : value, digits);
}
function numberButton(settings) {
  const { reference, symbol, value, digits, sign, text } = settings;
  const shown = text ?? show(value, digits);
  return make(
    "button",
    {
      type: "button",
      class: `gn-num ${settings.class ?? ""}`,
      "data-ref": reference,
      "data-sign": sign ? `${sign}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}` : void 0,
      title: `Why is ${symbol} ${shown}?`,
      "aria-label": `${symbol} = ${shown}`,
      onclick: () => settings.onClick(reference)
    },
    settings.class?.startsWith("gn-chip") ? null : make("span", { class: "gn-sym" }, symbol),
    make("span", {}, shown)
  );
}

// dom/explanation.ts
var MOST_TERMS = 400;
var ExplanationPanel = class {
  constructor(settings) {
    this.settings = settings;
    this.element.append(make("p", { class: "gn-note" }, "Click any number, or press Enter on it, to see what made it."));
  }
  settings;
  element = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  way = [];
  /** The number that is explained now. */
  get asked() {
    return this.way.at(-1);
  }
  /** Begin with a number of the picture. */
  begin(asked) {
    this.way.length = 0;
    this.go(asked);
  }
  /** Show the answer to the last question. */
  show(explanation) {
    const { asked } = this;
    if (!asked || explanation.reference.text !== asked.reference) return;
    const focused = focusWithin(this.element);
    this.element.replaceChildren(...this.parts(asked, explanation));
    if (focused) this.element.querySelector("button")?.focus();
    this.element.scrollIntoView({ block: "nearest" });
  }
  go(asked) {
    this.way.push(asked);
    this.settings.ask(asked);
  }
  back() {
    this.way.pop();
    if (this.asked) this.settings.ask(this.asked);
  }
  parts(asked, explanation) {
    const { digits } = this.settings;
    const value = typeof explanation.value === "number" ? explanation.value : null;
    const shown = value === null ? String(explanation.value) : Number.isInteger(value) ? whole(value) : show(value, Math.max(6, digits));
    const parts = [];
    if (this.way.length > 1) {
      const before = this.way.at(-2);
      parts.push(button({ name: "why-back", label: `Back to ${before.reference}`, text: `← ${before.reference}`, onClick: () => this.back() }));
    }
    const whose = this.settings.tracks().length > 1 ? `, ${this.label(asked.track)}` : "";
    parts.push(make("h3", {}, `Why is ${asked.reference} ${shown}?`), make("p", { class: "gn-note" }, `Step ${whole(asked.step)}${whose}`));
    if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`));
    else {
      const long = asked.terms ? { tabindex: 0, role: "region", "aria-label": "The arithmetic, at length" } : {};
      parts.push(make("div", { class: "gn-sum", ...long }, make("p", {}, explanation.formula), make("p", {}, `= ${right(explanation.numbers)}`), make("p", {}, `= ${shown}`)));
    }
    const leaves = this.leaves(asked, explanation);
    if (leaves) parts.push(leaves);
    const more = this.more(asked, explanation.expression);
    if (more) parts.push(more);
    const code = this.settings.code(asked);
    if (code) parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, code)));
    return parts;
  }
  more(asked, expression) {
    let [shown, left] = [0, 0];
    const walk = ({ operands = [], folded }) => {
      if (folded && folded.terms > left) [shown, left] = [operands.length, folded.terms];
      operands.forEach(walk);
    };
    walk(expression);
    const terms = Math.min(MOST_TERMS, shown + left, Math.max(24, 4 * shown));
    if (terms <= shown) return null;
    const text = `Show ${whole(terms - shown)} more of ${whole(shown + left)} terms`;
    return button({
      name: "more-terms",
      label: text,
      text,
      onClick: () => {
        this.way.pop();
        this.go({ ...asked, terms });
      }
    });
  }
  label(track) {
    return this.settings.tracks().find(({ name }) => name === track)?.label ?? track;
  }
  leaves(asked, { expression, earlier }) {
    const found = referencesOf(expression);
    found.delete(asked.reference);
    const buttons = [...found].map(
      ([reference, { value }]) => numberButton({ reference, symbol: reference, value: typeof value === "number" ? value : null, text: Number.isInteger(value) ? whole(Number(value)) : void 0, digits: this.settings.digits, sign: "", onClick: () => this.go(this.leaf(reference, asked)) })
    );
    if (earlier) {
      const { step, reference } = earlier;
      buttons.push(make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => this.go({ track: asked.track, step, reference: reference.text }) }, `step ${whole(step)}, which left it`));
    }
    if (buttons.length === 0) return null;
    const words = found.size > 0 ? "made from" : "made in";
    return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers that it is made from" }, make("span", { class: "gn-note" }, words), ...buttons);
  }
  // run.dense_1/weight[0, 1] is dense_1.weight[0, 1] of the run of that name.
  leaf(reference, { step, track }) {
    const asked = { step, track };
    const [owner, rest] = [reference.slice(0, reference.indexOf(".")), reference.slice(reference.indexOf(".") + 1)];
    if (!this.settings.tracks().some(({ name }) => name === owner)) return { ...asked, reference };
    return { ...asked, track: owner, reference: rest.replace("/", ".") };
  }
};
function referencesOf(expression) {
  const found = /* @__PURE__ */ new Map();
  const walk = (term) => {
    if (term.reference && !term.operands) found.set(term.reference.text, term);
    term.operands?.forEach(walk);
  };
  walk(expression);
  return found;
}
function right(text) {
  return text.slice(text.indexOf(" = ") + 3);
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

// dom/plot.ts
var MARGIN = { left: 54, right: 12, top: 10, bottom: 40 };
var Plot = class {
  /** `label` says what the plot shows; `redraw` is called when its size has changed. */
  constructor(label2, height, redraw) {
    this.height = height;
    this.svg = makeSvg("svg", { role: "img", "aria-label": label2 });
    this.canvas.setAttribute("aria-hidden", "true");
    this.element = make("div", { class: "gn-plot", style: `height: ${height}px` }, this.canvas, this.svg);
    this.observer = new ResizeObserver(([entry]) => {
      const { width } = entry.contentRect;
      if (width === 0 || width === this.width) return;
      this.width = width;
      redraw();
    });
    this.observer.observe(this.element);
  }
  height;
  element;
  canvas = document.createElement("canvas");
  width = 0;
  x = (value) => value;
  y = (value) => value;
  axes = { x: [0, 1], y: [0, 1], xLabel: "", yLabel: "" };
  svg;
  observer;
  handles = [];
  get area() {
    const { left, top, right: right2, bottom } = MARGIN;
    return { left, top, width: Math.max(1, this.width - left - right2), height: this.height - top - bottom };
  }
  relabel(label2) {
    setAttribute(this.svg, "aria-label", label2);
  }
  draw(axes, lines, dots = []) {
    if (this.width === 0) return;
    this.axes = axes;
    const { left, top, width, height } = this.area;
    this.x = linearScale(axes.x, [left, left + width]);
    this.y = (axes.log ? logScale : linearScale)(axes.y, [top + height, top]);
    const body = [...this.grid(), ...lines.map((line) => this.line(line)), ...dots.map((dot) => this.dot(dot))];
    setAttribute(this.svg, "viewBox", `0 0 ${this.width} ${this.height}`);
    this.svg.replaceChildren(...body);
    for (const handle of this.handles) handle.place(this);
  }
  /** Add a mark that can be dragged; places are in the plot's own units. */
  addHandle(settings) {
    const handle = new Handle(settings, this);
    this.handles.push(handle);
    this.element.append(handle.button);
    return handle;
  }
  removeHandle(handle) {
    this.handles.splice(this.handles.indexOf(handle), 1);
    handle.button.remove();
  }
  /** The place under a pointer, held inside the axes. */
  placeAt(event) {
    const box = this.element.getBoundingClientRect();
    const { left, top, width, height } = this.area;
    const across = (event.clientX - box.left - left) / width;
    const up = 1 - (event.clientY - box.top - top) / height;
    return [mix(this.axes.x, hold(across)), mix(this.axes.y, hold(up))];
  }
  /** Move a place by a share of the axes, held inside them. */
  nudge([x, y], across, up) {
    const { x: xs, y: ys } = this.axes;
    const moved = (value, range, share) => mix(range, hold((value - range[0]) / (range[1] - range[0]) + share));
    return [moved(x, xs, across), moved(y, ys, up)];
  }
  close() {
    this.observer.disconnect();
  }
  grid() {
    const { left, top, width, height } = this.area;
    const { axes } = this;
    const parts = [];
    for (const tick of ticks(axes.x[0], axes.x[1], Math.max(3, width / 70))) {
      const x = this.x(tick);
      parts.push(path(`M${x} ${top}V${top + height}`, "gn-grid"), label(x, top + height + 17, tickLabel(tick), "middle"));
    }
    for (const tick of axes.log ? logTicks(...axes.y) : ticks(axes.y[0], axes.y[1], Math.max(3, height / 50))) {
      const y = this.y(tick);
      parts.push(path(`M${left} ${y}H${left + width}`, "gn-grid"), label(left - 7, y + 4, tickLabel(tick), "end"));
    }
    parts.push(label(left + width / 2, this.height - 5, axes.xLabel, "middle"));
    const turned = label(12, top + height / 2, axes.yLabel, "middle");
    turned.setAttribute("transform", `rotate(-90 12 ${top + height / 2})`);
    return [...parts, turned];
  }
  line({ xs, ys, ink, dash = "", thin }) {
    const [low, high] = [-this.height, 2 * this.height];
    let text = "";
    let pen = "M";
    for (let i = 0; i < xs.length; i++) {
      const y = this.y(ys[i]);
      if (!Number.isFinite(y)) {
        pen = "M";
        continue;
      }
      text += `${pen}${this.x(xs[i]).toFixed(1)} ${Math.min(high, Math.max(low, y)).toFixed(1)}`;
      pen = "L";
    }
    const { left, top, width, height } = this.area;
    const clip = `polygon(${left}px ${top}px, ${left + width}px ${top}px, ${left + width}px ${top + height}px, ${left}px ${top + height}px)`;
    return makeSvg("path", {
      d: text,
      class: "gn-line",
      stroke: ink,
      "stroke-dasharray": dash,
      style: `clip-path: view-box ${clip};${thin ? " stroke-width: 1.4" : ""}`
    });
  }
  dot({ x, y, ink, square, radius = 4 }) {
    const [cx, cy] = [this.x(x), this.y(y)];
    const paint = { fill: ink, stroke: "var(--gn-page)", "stroke-width": 1 };
    if (!square) return makeSvg("circle", { cx, cy, r: radius, ...paint });
    return makeSvg("rect", { x: cx - radius, y: cy - radius, width: 2 * radius, height: 2 * radius, ...paint });
  }
};
var Handle = class {
  constructor(settings, plot) {
    this.settings = settings;
    this.plot = plot;
    this.at = settings.at;
    this.button = make("button", {
      type: "button",
      class: "gn-handle",
      name: settings.name,
      style: settings.ink ? `--gn-handle: ${settings.ink}` : void 0,
      onpointerdown: (event) => {
        this.button.setPointerCapture(event.pointerId);
        this.button.focus();
        event.preventDefault();
      },
      onpointermove: (event) => {
        if (this.button.hasPointerCapture(event.pointerId)) this.move(plot.placeAt(event));
      },
      onkeydown: (event) => this.press(event)
    });
  }
  settings;
  plot;
  button;
  at;
  /** Put it somewhere without telling. */
  set(at) {
    this.at = at;
    this.place(this.plot);
  }
  paint(ink) {
    this.button.style.setProperty("--gn-handle", ink);
  }
  place(plot) {
    const [x, y] = this.at;
    this.button.style.left = `${plot.x(x)}px`;
    this.button.style.top = `${plot.y(y)}px`;
    const { words } = this.settings;
    setAttribute(this.button, "aria-label", `${words(x, y)}; arrow keys move it`);
  }
  move([x, y]) {
    this.set(this.settings.hold?.(x, y) ?? [x, y]);
    this.settings.onMove(...this.at);
  }
  press(event) {
    const step = event.shiftKey ? 0.1 : 0.02;
    const moves = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, step],
      ArrowDown: [0, -step]
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(this.plot.nudge(this.at, ...move));
  }
};
function hold(share) {
  return Math.min(1, Math.max(0, share));
}
function mix([low, high], share) {
  return low + share * (high - low);
}
function path(d, name) {
  return makeSvg("path", { d, class: name });
}
function label(x, y, text, anchor) {
  return makeSvg("text", { x, y, "text-anchor": anchor }, text);
}

// dom/swatch.ts
function swatch(ink, dash) {
  const line = makeSvg("path", { d: "M1 6H29", stroke: ink, "stroke-width": 2.5, "stroke-dasharray": dash, fill: "none" });
  return makeSvg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true", class: "gn-swatch" }, line);
}

// lib/play.ts
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

// widgets/training_progress/training_progress.ts
var BUDGET_MS = 40;
var COLUMNS = 4;
var DASHED = "6 4";
var TRAIN = "var(--gn-train)";
var TEST = "var(--gn-test)";
var TrainingProgress = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    const key = make("div", { class: "gn-key" }, make("span", {}, swatch(TRAIN, ""), "training"), make("span", {}, swatch(TEST, DASHED), "validation"));
    this.why = new ExplanationPanel({
      ask: (asked) => channel.wish("explain", asked, ({ head }) => this.why.show(head.explanation)),
      tracks: () => [],
      digits: 4,
      code: ({ reference, step }) => reference.startsWith("clock.") ? "" : `run.at(${step}).explain("${reference}")`
    });
    const told = make("p", { class: "gn-told" }, this.words, this.reasons.speed.element, this.reasons.loss.element);
    shell.root.append(make("div", { class: "gn-row" }, this.button, told), this.bar, this.plot.element, key, this.accuracy, this.why.element);
    channel.wish("open", {}, (answer) => this.show(answer));
  }
  shell;
  channel;
  told = null;
  closed = false;
  /** Training has stopped, and Python has not yet heard of it. */
  stopping = false;
  failed = false;
  button = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.onChange(), failed: (error) => this.fail(error) });
  bar = make("progress", { "aria-label": "Training", max: 1, value: 0 });
  words = make("span", {});
  after = make("span", {});
  reasons = {
    speed: new Reason("updates a second", whole, (number) => this.explain(number)),
    loss: new Reason("loss of the last batch", decimal, (number) => this.explain(number)),
    validation_loss: new Reason("validation loss", decimal, (number) => this.explain(number)),
    validation_accuracy: new Reason("right for", percent, (number) => this.explain(number))
  };
  accuracy = make("p", { class: "gn-note gn-told", role: "status", hidden: true }, this.after, this.reasons.validation_loss.element, this.reasons.validation_accuracy.element);
  why;
  plot = new Plot("Loss against epochs", 220, () => this.redraw());
  redraw() {
    if (!this.told) return;
    const { head, arrays } = this.told;
    const [epochs, training, validation] = columns(arrays[0]);
    const losses = [...training, ...validation].filter((value) => value > 0);
    const y = losses.length ? [Math.min(...losses) / 1.3, Math.max(...losses) * 1.3] : [0.01, 1];
    const lines = [
      { xs: epochs, ys: training, ink: TRAIN },
      { xs: epochs, ys: validation, ink: TEST, dash: DASHED }
    ];
    this.plot.draw({ x: [0, head.epochs], y, xLabel: "epoch", yLabel: "loss", log: true }, lines);
  }
  close() {
    this.closed = true;
    this.loop.pause();
    this.plot.close();
  }
  explain({ reference, step }) {
    this.loop.pause();
    this.why.begin({ reference, step, track: "run" });
  }
  toggle() {
    if (this.loop.playing) this.loop.pause();
    else if (this.told && !this.told.head.done) {
      this.failed = false;
      this.loop.play();
    }
  }
  /** A little training in step with the screen: a page that is not looked at trains nothing. */
  async trainOn() {
    this.shell.say("");
    const answer = await this.channel.ask("advance", { budget_ms: BUDGET_MS });
    this.show(answer);
    return !answer.head.done;
  }
  /** When training has come to rest, Python hears of it. */
  onChange() {
    const { closed, failed, loop } = this;
    if (loop.settled && !closed && !failed) {
      this.stopping = true;
      this.channel.wish("rest", {}, (answer) => {
        this.stopping = false;
        this.show(answer);
      });
    }
    this.name();
  }
  fail(error) {
    this.failed = true;
    this.shell.say(error.message);
  }
  show(answer) {
    const before = this.told?.arrays[0].length;
    this.told = answer;
    const { head, arrays } = answer;
    this.bar.max = head.steps;
    this.bar.value = head.step;
    setText(this.words, `Epoch ${head.epoch} of ${head.epochs} · ${whole(head.step)} updates in ${head.seconds.toFixed(1)} s`);
    for (const [name, reason] of Object.entries(this.reasons)) reason.show(head.numbers[name]);
    if (before !== arrays[0].length) {
      this.accuracy.hidden = !head.numbers["validation_loss"];
      setText(this.after, `After epoch ${head.epoch}`);
      this.redraw();
    }
    this.name();
    Object.assign(this.shell.root.dataset, { ready: "true", step: head.step, epoch: head.epoch, done: String(head.done) });
  }
  name() {
    const done = this.told?.head.done ?? false;
    const text = done ? "Done" : this.loop.playing ? "Stop" : this.told?.head.step ? "Go on" : "Train";
    setText(this.button.firstElementChild, text);
    this.button.setAttribute("aria-label", text);
    this.button.setAttribute("aria-disabled", String(done));
    this.shell.root.dataset["running"] = String(this.stopping || !this.loop.settled);
  }
};
var Reason = class {
  constructor(words, format, ask) {
    this.words = words;
    this.format = format;
    this.button = make("button", { type: "button", class: "gn-num", onclick: () => this.told && ask(this.told) });
    const behind = format === whole;
    this.element = make("span", { class: "gn-reason", hidden: true }, "· ", behind ? null : `${words} `, this.button, behind ? ` ${words}` : null);
  }
  words;
  format;
  told = null;
  button;
  element;
  show(told) {
    this.told = told ?? null;
    this.element.hidden = !told;
    if (!told) return;
    const text = told.value === null ? "not finite" : this.format(told.value);
    setText(this.button, text);
    setAttribute(this.button, "data-ref", told.reference);
    setAttribute(this.button, "aria-label", `${this.words}: ${text}`);
    setAttribute(this.button, "title", `Why ${text}?`);
  }
};
function columns(table) {
  return Array.from({ length: COLUMNS }, (_, column) => table.filter((_value, i) => i % COLUMNS === column));
}

// widgets/training_progress/training_progress.css
var training_progress_default = ".gn-widget progress {\n  width: 100%;\n  height: 12px;\n  margin: 12px 0;\n  accent-color: var(--gn-accent);\n}\n.gn-widget .gn-told {\n  min-height: 24px;\n}\n.gn-told,\n.gn-reason {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 0 6px;\n}\n.gn-widget .gn-reason .gn-num {\n  width: auto;\n  min-height: max(24px, var(--gn-target));\n  padding: 0 2px;\n  text-decoration: underline dotted var(--gn-quiet);\n  text-underline-offset: 3px;\n}\n.gn-why {\n  margin-top: 12px;\n}\n";

// widgets/training_progress/index.ts
var training_progress_default2 = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Training progress", explanation_default + training_progress_default, () => parts.forEach((part) => part.redraw()));
    const channel = new Channel(model, shell.say);
    const progress = new TrainingProgress(shell, channel);
    parts.push(progress);
    return () => {
      progress.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  training_progress_default2 as default
};
