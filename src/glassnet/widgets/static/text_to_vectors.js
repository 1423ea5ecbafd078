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

// dom/tabs.ts
function makeTabs(label2, tabs, onShow) {
  const buttons = tabs.map(
    ({ name, label: label3 }, i) => make("button", { type: "button", role: "tab", class: "gn-button", name, onclick: () => show(i) }, label3)
  );
  const show = (chosen) => {
    tabs.forEach(({ panel }, i) => {
      panel.hidden = i !== chosen;
      buttons[i].setAttribute("aria-selected", String(i === chosen));
      buttons[i].tabIndex = i === chosen ? 0 : -1;
    });
    onShow(tabs[chosen].name);
  };
  const press = (event) => {
    const now = buttons.findIndex((button2) => button2.getAttribute("aria-selected") === "true");
    const steps = { ArrowLeft: now - 1, ArrowRight: now + 1, Home: 0, End: -1 };
    const target = steps[event.key];
    if (target === void 0) return;
    event.preventDefault();
    const next = (target + buttons.length) % buttons.length;
    show(next);
    buttons[next].focus();
  };
  const list = make("div", { role: "tablist", "aria-label": label2, class: "gn-tabs", onkeydown: press }, ...buttons);
  for (const { panel, label: label3 } of tabs) {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-label", label3);
  }
  show(0);
  return make("div", {}, list, ...tabs.map(({ panel }) => panel));
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
function select(settings) {
  const input = make(
    "select",
    { name: settings.name, title: settings.help, onchange: () => settings.onInput(input.value) },
    ...settings.options.map(({ value, label: label2 }) => make("option", { value }, label2))
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

// lib/upload.ts
var PIECE = 3 * 128 * 1024;
function refusal(file, { what, types, endings, mostBytes }) {
  const name = file.name || "The file";
  const ending = /\.([^.]*)$/.exec(file.name)?.[1]?.toLowerCase();
  const fits = types.some((type) => file.type.startsWith(type)) || ending !== void 0 && endings.includes(ending);
  if (!fits) return `${name} is no ${what}: choose a ${listed(endings.map((one) => one.toUpperCase()))} file.`;
  if (file.size === 0) return `${name} is empty: it holds 0 bytes. Choose another file.`;
  if (file.size > mostBytes) {
    return `${name} is too large: ${megabytes(file.size)} MB; at most ${megabytes(mostBytes)} MB can be read here.`;
  }
  return "";
}
function base64(bytes) {
  let text = "";
  for (let begin = 0; begin < bytes.length; begin += 8192) {
    text += String.fromCharCode(...bytes.subarray(begin, begin + 8192));
  }
  return btoa(text);
}
async function sendFile(channel, file, onPart) {
  for (let begin = 0; begin < file.size; begin += PIECE) {
    const piece = new Uint8Array(await file.slice(begin, begin + PIECE).arrayBuffer());
    await channel.ask("upload", { name: file.name, size: file.size, begin, data: base64(piece) });
    onPart(Math.min(1, (begin + PIECE) / file.size));
  }
}
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(bytes < 1e8 ? 1 : 0).replace(/\.0$/, "");
}
function listed(names) {
  return names.length < 2 ? names.join() : `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

// dom/file_picker.ts
var FilePicker = class {
  constructor(settings) {
    this.settings = settings;
    const { wanted, root } = settings;
    this.input = make("input", {
      type: "file",
      name: "file",
      hidden: true,
      accept: [...wanted.types.map((type) => `${type}*`), ...wanted.endings.map((one) => `.${one}`)].join(","),
      onchange: () => {
        const file = this.input.files?.[0];
        if (file) void this.take(file).then(() => this.input.value = "");
      }
    });
    const label2 = `Open a ${wanted.what}…`;
    this.button = button({ name: "open", label: label2, text: label2, help: `From a file on this machine; or drop one here`, onClick: () => this.input.click() });
    root.append(this.input);
    const { signal } = this.parts;
    root.addEventListener("dragover", this.over, { signal });
    root.addEventListener("dragleave", () => delete root.dataset["dropping"], { signal });
    root.addEventListener("drop", this.drop, { signal });
  }
  settings;
  /** Says what is on its way; screen readers hear it. */
  progress = make("span", { class: "gn-note", role: "status" });
  button;
  input;
  parts = new AbortController();
  busy = false;
  /** Look at a file, and send it where it can be read; what is shown stays until the new one has come. */
  async take(file) {
    const { channel, wanted, say, onTaken } = this.settings;
    const trouble = this.busy ? `Another file is still being read; open ${file.name} after it.` : refusal(file, wanted);
    say(trouble);
    if (trouble) return;
    this.busy = true;
    try {
      setText(this.progress, `Reading ${file.name} …`);
      await sendFile(channel, file, (share) => setText(this.progress, `Reading ${file.name}: ${Math.round(100 * share)} %`));
      onTaken();
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    } finally {
      this.busy = false;
      setText(this.progress, "");
    }
  }
  close() {
    this.parts.abort();
  }
  over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.settings.root.dataset["dropping"] = "true";
  };
  drop = (event) => {
    delete this.settings.root.dataset["dropping"];
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.take(file);
  };
};

// widgets/text_to_vectors/text_box.ts
var LARGEST = 2e5;
var TextBox = class {
  constructor(shell, channel, settings) {
    this.channel = channel;
    this.settings = settings;
    this.area = make("textarea", { name: settings.name, rows: settings.rows, spellcheck: "false", maxlength: LARGEST, oninput: settings.onText });
    this.area.value = settings.value;
    this.picker = new FilePicker({
      channel,
      wanted: { what: "text", types: ["text/"], endings: ["txt", "md", "csv"], mostBytes: LARGEST },
      root: this.element,
      say: shell.say,
      onTaken: () => this.read()
    });
    this.element.append(
      make("label", {}, make("span", { class: "gn-label" }, settings.label), this.area),
      make("div", { class: "gn-row" }, this.picker.button, this.picker.progress)
    );
  }
  channel;
  settings;
  element = make("div", { class: "gn-text-box" });
  area;
  picker;
  get text() {
    return this.area.value;
  }
  /** Put something beside the button that opens a file. */
  add(other) {
    this.picker.button.after(other);
  }
  close() {
    this.picker.close();
  }
  read() {
    this.channel.wish("text", {}, ({ head }) => {
      this.area.value = head.text;
      this.settings.onText();
    });
  }
};

// widgets/text_to_vectors/count_tab.ts
var ENCODINGS = [
  { value: "one_hot", label: "One-hot: the words of the first line" },
  { value: "counts", label: "Bag of words: a count for each word" },
  { value: "tf_idf", label: "TF-IDF: rare words count more" }
];
var SENTENCES = "The cat sat on the mat.\nThe dog sat on the cat.\nThe king rides a horse.\nA horse eats fresh grass.";
var CountTab = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.box = new TextBox(shell, channel, { label: "Sentences, up to twelve", name: "lines", rows: 5, value: SENTENCES, onText: () => this.ask() });
    const encoding = select({
      label: "As numbers",
      help: "What stands in the table",
      name: "encoding",
      options: ENCODINGS,
      onInput: (name) => {
        this.encoding = name;
        this.at = null;
        this.ask();
      }
    });
    encoding.show(this.encoding);
    this.alike.append(make("h3", {}, "How alike the lines are: the cosine of the angle between two rows"), scroll("Likeness of the lines", this.likeness));
    this.panel.append(
      this.box.element,
      make("div", { class: "gn-row" }, encoding.element),
      scroll("The table of numbers", this.table),
      this.reason,
      this.size,
      this.alike
    );
    this.ask();
  }
  shell;
  channel;
  panel = make("div", { class: "gn-stack" });
  encoding = "counts";
  /** The number whose reason is told; Python chooses one where there is none yet. */
  at = null;
  focused = false;
  box;
  table = make("table", { class: "gn-cells" });
  likeness = make("table", {});
  alike = make("div", {});
  reason = make("p", { class: "gn-reason", role: "status" });
  size = make("p", { class: "gn-note" });
  close() {
    this.box.close();
  }
  ask() {
    this.channel.wish("count", { text: this.box.text, encoding: this.encoding, at: this.at }, ({ head, arrays }) => {
      this.at = head.at;
      this.drawTable(head, arrays[0]);
      this.drawLikeness(head, arrays[1]);
      setText(this.reason, head.reason);
      const share = (100 * head.kept / head.numbers).toFixed(0);
      setText(
        this.size,
        `${whole(head.numbers)} numbers, ${whole(head.kept)} of them not 0 (${share} %). Dense, with every 0: ${whole(head.dense_bytes)} bytes. Sparse, only what is not 0 and where: ${whole(head.sparse_bytes)} bytes.`
      );
      Object.assign(this.shell.root.dataset, { counted: `${this.encoding} ${head.rows.length} ${head.columns.length}`, reason: head.reason });
    });
  }
  drawTable({ rows, columns, at }, values) {
    const top = make("tr", {}, make("th", { scope: "col" }, this.encoding === "one_hot" ? "word" : "line"), ...columns.map((word) => make("th", { scope: "col" }, word)));
    const digits = this.encoding === "tf_idf" ? 2 : 0;
    const body = rows.map((name, row) => {
      const title = this.encoding === "one_hot" ? name : `${row + 1}`;
      const cells = columns.map((word, column) => {
        const value = values[row * columns.length + column];
        return make("td", {}, value === 0 ? "0" : this.cell(row, column, decimal(value, digits), `${word}, ${title}`, at));
      });
      return make("tr", {}, make("th", { scope: "row", title: name }, title), ...cells);
    });
    this.table.replaceChildren(make("thead", {}, top), make("tbody", {}, ...body));
    if (this.focused) this.table.querySelector('[aria-pressed="true"]')?.focus();
    this.focused = false;
  }
  cell(row, column, text, name, at) {
    const press = () => {
      this.at = [row, column];
      this.focused = true;
      this.ask();
    };
    const chosen = String(at[0] === row && at[1] === column);
    return make("button", { type: "button", "aria-pressed": chosen, "aria-label": `${text}: ${name}. Why?`, onclick: press }, text);
  }
  drawLikeness({ rows }, values) {
    this.alike.hidden = this.encoding === "one_hot";
    const names = rows.map((_, i) => String(i + 1));
    const top = make("tr", {}, make("th", { scope: "col" }, "line"), ...names.map((name) => make("th", { scope: "col" }, name)));
    const body = rows.map(
      (line, i) => make("tr", {}, make("th", { scope: "row", title: line }, names[i]), ...names.map((_, j) => make("td", {}, decimal(values[i * rows.length + j], 2))))
    );
    this.likeness.replaceChildren(make("thead", {}, top), make("tbody", {}, ...body));
  }
};
function scroll(label2, ...inside) {
  return make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": label2 }, ...inside);
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

// widgets/text_to_vectors/told.ts
var [WIDE, HIGH] = [240, 64];
var Told = class {
  constructor(onPick) {
    this.onPick = onPick;
  }
  onPick;
  near = make("ol", { class: "gn-found" });
  cosine = make("p", {});
  sum = make("h3", {});
  found = make("ol", { class: "gn-found" });
  unfiltered = make("p", { class: "gn-note" });
  bars = makeSvg("svg", { viewBox: `0 0 ${WIDE} ${HIGH}`, class: "gn-bars", role: "img" });
  pair = make("p", { class: "gn-note" });
  parts([word, minus2, plus, other]) {
    const fold = make("details", {}, make("summary", {}, "The word’s numbers, and the latest pair"));
    const bars = make("div", {});
    bars.append(this.bars);
    fold.append(bars, this.pair);
    return [
      make("div", { class: "gn-row" }, word, other),
      this.cosine,
      make("div", {}, make("h3", {}, "Nearest words"), this.near),
      make("div", { class: "gn-row" }, minus2, plus),
      make("div", {}, this.sum, this.found, this.unfiltered),
      fold
    ];
  }
  draw(frame, vector, [word, minus2, plus, other]) {
    setText(this.cosine, `Cosine of the angle between “${word}” and “${other}”: ${decimal(frame.cosine, 2)}`);
    this.list(this.near, frame.near);
    setText(this.sum, `${word} − ${minus2} + ${plus} ≈`);
    this.list(this.found, frame.found);
    setText(this.unfiltered, `As is usual, the three words themselves are left out; with them, the nearest is “${frame.first_found}”.`);
    this.drawVector(word, vector);
    const { latest } = frame;
    const told = latest?.others.map(({ word: near, z, p }, i) => `${near}: z = ${decimal(z, 2)}, p = ${decimal(p, 2)}, should be ${i ? 0 : 1}`);
    setText(this.pair, latest ? `Beside “${latest.centre}”, the true neighbour first: ${told.join("; ")}.` : "No pair was looked at yet.");
  }
  list(holder, found) {
    const same = holder.children.length === found.length;
    if (!same) holder.replaceChildren(...found.map(() => this.entry()));
    found.forEach(({ word, cosine }, i) => {
      const item = holder.children[i];
      const [name, value] = [item.querySelector("button"), item.querySelector("span")];
      setText(name, word);
      setText(value, decimal(cosine, 2));
      item.style.setProperty("--gn-share", String(Math.max(0, cosine)));
    });
  }
  entry() {
    const name = make("button", { type: "button", onclick: () => this.onPick(name.textContent ?? "") });
    return make("li", {}, name, make("span", { class: "gn-number" }));
  }
  drawVector(word, vector) {
    const largest = Math.max(0.1, ...vector.map(Math.abs));
    const width = WIDE / vector.length;
    const bars = [...vector].map((value, i) => {
      const size = Math.abs(value) / largest * (HIGH / 2 - 2);
      const y = value < 0 ? HIGH / 2 : HIGH / 2 - size;
      const ink = value < 0 ? "var(--gn-negative)" : "var(--gn-positive)";
      return makeSvg("rect", { x: i * width + 1, y, width: width - 2, height: size, fill: ink });
    });
    const numbers = [...vector].map((value) => decimal(value, 2)).join(", ");
    this.bars.setAttribute("aria-label", `The ${vector.length} numbers of ${word}: ${numbers}`);
    this.bars.replaceChildren(...bars, makeSvg("path", { d: `M0 ${HIGH / 2}H${WIDE}`, stroke: "var(--gn-quiet)" }));
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
    const { left, top, right, bottom } = MARGIN;
    return { left, top, width: Math.max(1, this.width - left - right), height: this.height - top - bottom };
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

// lib/series.ts
var INKS = {
  light: ["#0b4f9e", "#b34700", "#6d28d9", "#00694a", "#a0145a", "#3f4652"],
  dark: ["#8cc4ff", "#ffb27a", "#c9a8ff", "#6fd6a8", "#ff9cc8", "#c3cad4"]
};
function inkOf(place, theme) {
  return INKS[theme][place % INKS[theme].length];
}

// widgets/text_to_vectors/word_map.ts
var HEIGHT = 380;
var LETTER = 6.6;
var LINE = 13;
var EDGE = 0.95;
var NEAR_ENOUGH = 30;
var WordMap = class {
  constructor(theme, onPick) {
    this.theme = theme;
    this.onPick = onPick;
    this.plot = new Plot("The words' vectors, seen in the two directions in which they differ most", HEIGHT, () => this.redraw());
    this.element = this.plot.element;
    this.element.classList.add("gn-word-map");
    this.element.append(this.names);
    this.element.addEventListener("click", (event) => this.pick(event));
  }
  theme;
  onPick;
  element;
  legend = make("p", { class: "gn-key" });
  plot;
  names = makeSvg("svg", { "aria-hidden": "true" });
  shown = null;
  kinds = "";
  retheme(theme) {
    this.theme = theme;
    this.kinds = "";
    this.redraw();
  }
  close() {
    this.plot.close();
  }
  draw(shown) {
    this.shown = shown;
    this.redraw();
  }
  redraw() {
    if (!this.shown || this.plot.width === 0) return;
    const { kinds, places, chosen, words } = this.shown;
    const dots = words.map((word, i) => {
      const at = { x: places[2 * i], y: places[2 * i + 1] };
      return { ...at, ink: this.ink(kinds[i]), square: this.place(kinds[i]) % 2 === 1, radius: chosen.includes(word) ? 6 : kinds[i] ? 4 : 2 };
    });
    const sides = [-EDGE, EDGE];
    this.plot.draw({ x: sides, y: sides, xLabel: "direction 1", yLabel: "direction 2" }, [], dots);
    this.drawNames();
    this.drawLegend();
  }
  // The kinds keep their order, so that each keeps its ink.
  order() {
    return [...new Set(this.shown?.kinds.filter(Boolean))].sort();
  }
  place(kind) {
    return this.order().indexOf(kind);
  }
  ink(kind) {
    return kind ? inkOf(this.place(kind), this.theme) : "var(--gn-quiet)";
  }
  drawNames() {
    const { words, kinds, places, chosen } = this.shown;
    const all = words.map((_, i) => i);
    const rank = (i) => chosen.includes(words[i]) ? chosen.indexOf(words[i]) : kinds[i] ? 100 : 200;
    const taken = [];
    const texts = [];
    for (const i of all.sort((a, b) => rank(a) - rank(b) || a - b)) {
      const picked = chosen.includes(words[i]);
      const width = LETTER * words[i].length + 4;
      const [x, y] = [this.plot.x(places[2 * i]), this.plot.y(places[2 * i + 1])];
      const boxes = this.boxesBeside(x, y, width, picked);
      const free = boxes.find((box2) => !taken.some((other) => overlap(box2, other)));
      if (!picked && !free) continue;
      const box = free ?? boxes[0];
      taken.push(box, [x - 5, y - 5, x + 5, y + 5]);
      const look = { x: box[0], y: box[1] + LINE / 2 + 4, class: picked ? "gn-picked" : "" };
      texts.push(makeSvg("text", look, words[i]));
    }
    this.names.setAttribute("viewBox", `0 0 ${this.plot.width} ${HEIGHT}`);
    this.names.replaceChildren(...texts);
  }
  // Where a name may stand, the best place first; only the chosen words may stand elsewhere than to the right.
  boxesBeside(x, y, width, anywhere) {
    const at = (left2, middle) => [left2, middle - LINE / 2, left2 + width, middle + LINE / 2];
    const [right, left] = [at(x + 8, y), at(x - 8 - width, y)];
    const sides = right[2] < this.plot.width ? [right, left] : [left];
    return anywhere ? [...sides, at(x - width / 2, y - 14), at(x - width / 2, y + 14)] : sides.slice(0, 1);
  }
  drawLegend() {
    const kinds = this.order();
    if (kinds.join() === this.kinds) return;
    this.kinds = kinds.join();
    const mark = (kind, i) => {
      const fill2 = { fill: this.ink(kind) };
      const shape = i % 2 ? makeSvg("rect", { x: 1, y: 1, width: 8, height: 8, ...fill2 }) : makeSvg("circle", { cx: 5, cy: 5, r: 4.5, ...fill2 });
      return makeSvg("svg", { width: 10, height: 10, "aria-hidden": "true" }, shape);
    };
    this.legend.replaceChildren(...kinds.map((kind, i) => make("span", {}, mark(kind, i), kind)));
  }
  pick(event) {
    if (!this.shown) return;
    const box = this.element.getBoundingClientRect();
    const { places, words } = this.shown;
    const far = words.map((_, i) => Math.hypot(this.plot.x(places[2 * i]) - (event.clientX - box.left), this.plot.y(places[2 * i + 1]) - (event.clientY - box.top)));
    const nearest = far.indexOf(Math.min(...far));
    if (far[nearest] < NEAR_ENOUGH) this.onPick(words[nearest]);
  }
};
function overlap(a, b) {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

// widgets/text_to_vectors/train_tab.ts
var STEPS_A_SLICE = 500;
var ROLES = ["word", "minus", "plus", "other"];
var LABELS = ["Word", "minus", "plus", "compared with"];
var OWN = "Type or paste some pages of text, or choose a file. The more often a word is used, the better its place is known.";
var TrainTab = class {
  constructor(shell, channel) {
    this.shell = shell;
    this.channel = channel;
    this.map = new WordMap(shell.theme, (word) => this.choose(0, word));
    const source = select({
      label: "Learn from",
      help: "The sentences whose neighbours are looked at",
      name: "source",
      options: [
        { value: "world", label: "5 000 short sentences made from templates" },
        { value: "own", label: "a text of your own" }
      ],
      onInput: (name) => this.chooseSource(name === "own")
    });
    this.box = new TextBox(shell, channel, { label: OWN, name: "own", rows: 6, value: "", onText: () => void 0 });
    const use = button({ name: "use", label: "Use this text", text: "Use this text", onClick: () => this.begin() });
    this.box.add(use);
    this.box.element.hidden = true;
    const again = button({ name: "again", label: "Begin again", help: "Other first vectors, and a new draw of everything that is random", text: "Begin again", onClick: () => this.again() });
    this.panel.append(
      make("div", { class: "gn-row" }, source.element, this.train, again),
      this.box.element,
      make("div", { class: "gn-progress" }, this.bar, this.state),
      make("div", { class: "gn-columns" }, make("div", {}, this.map.element, this.map.legend, this.share), make("div", { class: "gn-stack" }, ...this.told.parts(this.knobs)))
    );
    this.begin();
  }
  shell;
  channel;
  panel = make("div", { class: "gn-stack" });
  begun = null;
  frame = null;
  chosen = ["", "", "", ""];
  seed = 0;
  own = false;
  /** Whether training was asked for before there was anything to train. */
  eager = false;
  /** Counts beginnings: a slice that was asked for before the latest one comes too late. */
  beginnings = 0;
  map;
  told = new Told((word) => this.choose(0, word));
  knobs = ROLES.map(() => make("div", { class: "gn-slot" }));
  selects = [];
  bar = make("progress", { "aria-label": "Training", max: 1, value: 0 });
  state = make("p", { class: "gn-note" });
  share = make("p", { class: "gn-note" });
  box;
  train = button({ name: "train", label: "Train", text: "Train", class: "gn-button gn-main", onClick: () => this.toggle() });
  /** Two slices are out, so that Python trains on while the page draws. */
  loop = new PlayLoop({ turn: () => this.trainOn(), changed: () => this.label(), failed: (error) => this.shell.say(error.message) }, { depth: 2 });
  retheme(theme) {
    this.map.retheme(theme);
  }
  close() {
    this.loop.pause();
    this.box.close();
    this.map.close();
  }
  chooseSource(own) {
    this.own = own;
    this.box.element.hidden = !own;
    if (!own) this.begin();
  }
  again() {
    this.seed++;
    this.begin();
  }
  begin() {
    this.stop();
    this.beginnings++;
    const fields = { seed: this.seed, text: this.own ? this.box.text : null };
    this.channel.wish("begin", fields, (answer) => {
      this.begun = answer.head;
      this.chosen = answer.head.chosen;
      this.build(answer.head.words);
      this.take(answer);
      this.shell.root.dataset["ready"] = "true";
      if (this.eager) this.toggle();
      this.eager = false;
    });
  }
  build(words) {
    const options = [...words].sort((a, b) => a.localeCompare(b)).map((word) => ({ value: word, label: word }));
    this.selects = ROLES.map((name, role) => {
      const control = select({ label: LABELS[role], help: "Choose a word", name, options, onInput: (word) => this.choose(role, word) });
      control.show(this.chosen[role]);
      this.knobs[role].replaceChildren(control.element);
      return control;
    });
  }
  choose(role, word) {
    this.chosen = this.chosen.map((old, i) => i === role ? word : old);
    this.selects[role].show(word);
    if (!this.loop.playing) this.channel.wish("look", { chosen: this.chosen }, (answer) => this.take(answer));
  }
  toggle() {
    if (this.loop.playing) return this.stop();
    if (!this.begun) {
      this.eager = true;
      return;
    }
    if (this.frame?.head.done) return this.again();
    this.loop.play();
  }
  async trainOn() {
    const { beginnings } = this;
    const answer = await this.channel.ask("train", { steps: STEPS_A_SLICE, chosen: this.chosen });
    if (beginnings !== this.beginnings) return;
    this.take(answer);
    return !answer.head.done;
  }
  stop() {
    this.loop.pause();
  }
  label() {
    const rest = this.frame?.head.done ? "Train again" : this.frame?.head.step ? "Go on" : "Train";
    setText(this.train.firstElementChild, this.loop.playing && !this.frame?.head.done ? "Stop" : rest);
  }
  take(answer) {
    this.frame = answer;
    const { head, arrays } = answer;
    const { words, kinds, steps, sentences, pairs } = this.begun;
    this.bar.value = head.step / steps;
    const loss = head.latest ? `; loss ${decimal(head.latest.loss)}` : "";
    setText(this.state, `Step ${whole(head.step)} of ${whole(steps)}${loss}. ${whole(words.length)} words, ${whole(sentences)} sentences, ${whole(pairs)} pairs of neighbours.`);
    setText(this.share, `A flat picture of 24 dimensions: it shows ${percent(head.share)} of how the words differ. Click a word to choose it.`);
    this.told.draw(head, arrays[1], this.chosen);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches && this.loop.playing && !head.done;
    if (!still) this.map.draw({ words, kinds, places: arrays[0], chosen: this.chosen });
    this.label();
    Object.assign(this.shell.root.dataset, {
      step: head.step,
      done: String(head.done),
      words: words.length,
      near: head.near[0]?.word ?? "",
      found: head.found[0]?.word ?? "",
      cosine: head.cosine.toFixed(3)
    });
  }
};

// widgets/text_to_vectors/text_to_vectors.css
var text_to_vectors_default = '.gn-words .gn-stack {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr);\n  gap: 12px;\n  align-content: start;\n}\n.gn-text-box {\n  display: grid;\n  grid-template-columns: minmax(0, 1fr);\n  gap: 8px;\n}\n.gn-text-box label {\n  display: grid;\n  gap: 2px;\n}\n.gn-text-box textarea {\n  width: 100%;\n  padding: 6px 10px;\n  color: inherit;\n  font: inherit;\n  border: 1px solid var(--gn-quiet);\n  border-radius: 6px;\n  background: var(--gn-page);\n  resize: vertical;\n}\n.gn-words .gn-text-box[data-dropping="true"] {\n  outline: 3px dashed var(--gn-accent);\n  outline-offset: 4px;\n}\n.gn-words .gn-key svg {\n  display: inline-block;\n}\n.gn-widget .gn-cells th,\n.gn-widget .gn-cells td {\n  padding: 2px 4px;\n  text-align: center;\n  white-space: nowrap;\n}\n.gn-widget .gn-cells td {\n  color: var(--gn-quiet);\n}\n.gn-cells button {\n  min-width: max(28px, var(--gn-target));\n  padding: 0 4px;\n  color: var(--gn-ink);\n  border: 1px solid var(--gn-line);\n  border-radius: 6px;\n  background: color-mix(in srgb, var(--gn-positive) 14%, var(--gn-page));\n  cursor: pointer;\n}\n.gn-reason {\n  padding: 8px 12px;\n  border-radius: 8px;\n  background: var(--gn-raised);\n}\n.gn-progress progress {\n  width: 100%;\n  height: 10px;\n  border: 0;\n  border-radius: 5px;\n  overflow: hidden;\n  background: var(--gn-line);\n  appearance: none;\n}\n.gn-progress progress::-webkit-progress-bar {\n  background: var(--gn-line);\n}\n.gn-progress progress::-webkit-progress-value {\n  background: var(--gn-accent);\n}\n.gn-progress progress::-moz-progress-bar {\n  background: var(--gn-accent);\n}\n.gn-word-map {\n  cursor: pointer;\n}\n.gn-word-map text {\n  fill: var(--gn-ink);\n  paint-order: stroke;\n  stroke: var(--gn-page);\n  stroke-width: 3px;\n}\n.gn-word-map .gn-picked {\n  font-weight: 700;\n}\n.gn-slot {\n  display: flex;\n  flex: 1 1 140px;\n}\n.gn-widget .gn-slot .gn-control:has(select) {\n  flex: 1 1 140px;\n}\n.gn-slot select {\n  width: 100%;\n}\n.gn-found {\n  display: grid;\n  gap: 2px;\n  margin: 4px 0 0;\n  padding: 0;\n  list-style: none;\n}\n.gn-found li {\n  display: flex;\n  align-items: center;\n  justify-content: space-between;\n  gap: 8px;\n  padding-right: 8px;\n  border-radius: 4px;\n  background: linear-gradient(\n    to right,\n    color-mix(in srgb, var(--gn-positive) 22%, var(--gn-page)) calc(100% * var(--gn-share)),\n    transparent 0\n  );\n}\n.gn-found button {\n  flex: 1;\n  padding: 0 8px;\n  border: 0;\n  background: none;\n  text-align: left;\n  cursor: pointer;\n}\n.gn-found button:hover {\n  text-decoration: underline;\n}\n.gn-bars {\n  display: block;\n  width: 100%;\n  max-width: 420px;\n}\n.gn-words summary {\n  min-height: var(--gn-target);\n  cursor: pointer;\n}\n';

// widgets/text_to_vectors/index.ts
var text_to_vectors_default2 = {
  render({ model, el }) {
    let train = null;
    const shell = makeShell(el, "Text to vectors", text_to_vectors_default, (theme) => train?.retheme(theme));
    const channel = new Channel(model, shell.say);
    const count = new CountTab(shell, channel);
    train = new TrainTab(shell, channel);
    shell.root.classList.add("gn-words");
    const tabs = [
      { name: "count", label: "Counting", panel: count.panel },
      { name: "train", label: "Learning", panel: train.panel }
    ];
    shell.root.append(makeTabs("Ways from text to numbers", tabs, (name) => shell.root.dataset["tab"] = name));
    return () => {
      count.close();
      train?.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  text_to_vectors_default2 as default
};
