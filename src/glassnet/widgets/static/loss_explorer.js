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
function same(value) {
  return value;
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

// dom/swatch.ts
function swatch(ink, dash) {
  const line = makeSvg("path", { d: "M1 6H29", stroke: ink, "stroke-width": 2.5, "stroke-dasharray": dash, fill: "none" });
  return makeSvg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true", class: "gn-swatch" }, line);
}

// lib/series.ts
var DASHES = ["", "8 4", "2 4", "10 4 2 4", "5 5", "1 5"];
var INKS = {
  light: ["#0b4f9e", "#b34700", "#6d28d9", "#00694a", "#a0145a", "#3f4652"],
  dark: ["#8cc4ff", "#ffb27a", "#c9a8ff", "#6fd6a8", "#ff9cc8", "#c3cad4"]
};
function inkOf(place, theme) {
  return INKS[theme][place % INKS[theme].length];
}
function dashOf(place) {
  return DASHES[place % DASHES.length];
}

// widgets/loss_explorer/curves_tab.ts
var FIRST = {
  values: ["mean_squared_error", "mean_absolute_error", "huber"],
  probability: ["binary_cross_entropy", "mean_squared_error"],
  score: ["sigmoid_cross_entropy", "squared_after_sigmoid", "hinge"]
};
var TOP = { values: 5, probability: 5, score: 5 };
var SLOPES = { values: 4, probability: 10, score: 1.25 };
var CurvesTab = class {
  constructor(channel, theme) {
    this.channel = channel;
    this.theme = theme;
    channel.wish("families", {}, ({ head }) => {
      this.families = head.families;
      this.choose("values");
    });
  }
  channel;
  theme;
  panel = make("div", {});
  families = [];
  family = null;
  chosen = [];
  truth = 1;
  at = -0.5;
  delta = 1;
  answer = null;
  losses = new Plot("Loss of one example against the prediction", 270, () => this.draw());
  slopes = new Plot("Slope of the loss against the prediction", 270, () => this.draw());
  boxes = make("fieldset", {});
  knobs = make("div", { class: "gn-row" });
  body = make("tbody", {});
  where = make("th", { scope: "col" });
  probe = this.losses.addHandle({
    name: "probe",
    at: [-0.5, 0],
    words: (x) => `Prediction ${short(x)}`,
    hold: (x) => [x, 0],
    onMove: (x) => {
      this.at = x;
      this.ask();
    }
  });
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  close() {
    this.losses.close();
    this.slopes.close();
  }
  choose(name) {
    const family = this.families.find((one) => one.name === name);
    this.family = family;
    this.chosen = FIRST[name];
    this.truth = name === "values" ? 0.5 : 1;
    this.at = name === "values" ? -1 : name === "probability" ? 0.2 : -1.5;
    if (!this.panel.firstChild) this.build();
    const box = ({ name: loss, label: label2 }) => {
      const input = make("input", { type: "checkbox", name: loss, onchange: () => this.toggle(loss, input.checked) });
      input.checked = this.chosen.includes(loss);
      return make("label", { class: "gn-check" }, input, label2);
    };
    this.boxes.replaceChildren(...family.losses.map(box));
    this.knobs.replaceChildren(...this.makeKnobs(family));
    this.ask();
  }
  build() {
    const kinds = select({
      label: "What is predicted",
      help: "Losses for values, for probabilities or for scores",
      name: "family",
      options: [
        { value: "values", label: "a value" },
        { value: "probability", label: "a probability" },
        { value: "score", label: "a score" }
      ],
      onInput: (name) => this.choose(name)
    });
    this.boxes.setAttribute("aria-label", "Losses to show");
    const head = make("tr", {}, make("th", { scope: "col" }, "loss"), this.where, make("th", { scope: "col" }, "slope there"));
    const table2 = make("table", {}, make("thead", {}, head), this.body);
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element, this.knobs),
      this.boxes,
      make("div", { class: "gn-columns" }, this.losses.element, this.slopes.element),
      make("p", { class: "gn-note" }, "Drag the dot on the left picture to another prediction, or move it with the arrow keys."),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, table2)
    );
  }
  makeKnobs(family) {
    const classes = family.name !== "values";
    const truth = slider({
      label: classes ? "True class" : "Truth",
      help: "What the prediction should have been",
      name: "truth",
      min: family.truths[0],
      max: family.truths[1],
      step: classes ? 1 : 0.1,
      format: short,
      onInput: (value) => this.set({ truth: value })
    });
    truth.show(this.truth);
    if (classes) return [truth.element];
    const delta = slider({
      label: "Huber's δ",
      help: "From which error on Huber's loss grows in a straight line",
      name: "delta",
      min: 0.1,
      max: 3,
      step: 0.1,
      format: short,
      onInput: (value) => this.set({ delta: value })
    });
    delta.show(this.delta);
    return [truth.element, delta.element];
  }
  set(change) {
    Object.assign(this, change);
    this.ask();
  }
  toggle(loss, on) {
    const names = this.family.losses.map(({ name }) => name);
    this.chosen = names.filter((name) => name === loss ? on : this.chosen.includes(name));
    this.ask();
  }
  ask() {
    const { family, chosen: losses, truth, at, delta } = this;
    this.channel.wish("curves", { family: family.name, losses, truth, at, delta }, (answer) => {
      this.answer = answer;
      this.draw();
    });
  }
  draw() {
    const { answer, family, theme } = this;
    if (!answer || !family) return;
    const names = family.losses.map(({ name }) => name);
    const inks = answer.head.losses.map(({ name }) => [inkOf(names.indexOf(name), theme), dashOf(names.indexOf(name))]);
    const xs = answer.arrays[0];
    const lines = (from) => inks.map(([ink, dash], i) => ({ xs, ys: answer.arrays[from + 2 * i], ink, dash }));
    const markers = { xs: [answer.head.at, answer.head.at], ink: "var(--gn-accent)", thin: true };
    const [top, slope] = [TOP[family.name], SLOPES[family.name]];
    const truth = { xs: [answer.head.truth, answer.head.truth], ink: "var(--gn-quiet)", dash: "1 4", thin: true };
    const axes = { x: family.range, xLabel: family.prediction };
    const classes = family.name !== "values";
    const marks = (low, high) => [
      { ...markers, ys: [low, high] },
      ...classes ? [] : [{ ...truth, ys: [low, high] }]
    ];
    this.probe.at = [answer.head.at, 0];
    this.losses.draw({ ...axes, y: [0, top], yLabel: "loss" }, [...marks(0, top), ...lines(1)]);
    this.slopes.draw({ ...axes, y: [-slope, slope], yLabel: "slope of the loss" }, [...marks(-slope, slope), ...lines(2)]);
    setText(this.where, `at prediction ${decimal(answer.head.at, 2)}`);
    this.body.replaceChildren(
      ...answer.head.losses.map(
        ({ label: label2, loss, slope: slope2 }, i) => make(
          "tr",
          {},
          make("td", {}, swatch(...inks[i]), label2),
          make("td", {}, decimal(loss ?? Infinity)),
          make("td", {}, decimal(slope2 ?? NaN))
        )
      )
    );
    const root = this.panel.closest(".gn-root");
    if (root) Object.assign(root.dataset, { ready: "true", at: answer.head.at, loss: answer.head.losses[0]?.loss ?? "" });
  }
};

// widgets/loss_explorer/fit_tab.ts
var POINTS = [
  [0.5, 0.9],
  [1.3, 1.2],
  [2.2, 1.5],
  [3.1, 2.3],
  [4, 2.4],
  [4.8, 3.1],
  [5.7, 3.3],
  [6.5, 4.1],
  [7.4, 4.3],
  [8.5, 5.1]
];
var OUTLIER = [8.5, 0.4];
var AXES = { x: [0, 9], y: [0, 6], xLabel: "x", yLabel: "y" };
var FitTab = class {
  constructor(channel, theme) {
    this.channel = channel;
    this.theme = theme;
    const delta = slider({
      label: "Huber's δ",
      help: "From which error on Huber's loss grows in a straight line",
      name: "fit-delta",
      min: 0.1,
      max: 3,
      step: 0.1,
      format: short,
      onInput: (value) => {
        this.delta = value;
        this.ask();
      }
    });
    delta.show(this.delta);
    const outlier = "Make the last point an outlier";
    const back = "Put all points back";
    const head = ["loss", "slope", "intercept", "mean loss"].map((text) => make("th", { scope: "col" }, text));
    this.panel.append(
      this.plot.element,
      make("p", { class: "gn-note" }, "Every point can be dragged, or moved with the arrow keys."),
      make(
        "div",
        { class: "gn-row" },
        button({ name: "outlier", label: outlier, text: outlier, onClick: () => this.move(9, OUTLIER) }),
        button({ name: "back", label: back, text: back, onClick: () => POINTS.forEach((at, i) => this.move(i, [...at])) }),
        delta.element
      ),
      make("div", { class: "gn-scroll", tabindex: "0", role: "group", "aria-label": "Numbers" }, make("table", {}, make("thead", {}, make("tr", {}, ...head)), this.body))
    );
    this.ask();
  }
  channel;
  theme;
  panel = make("div", {});
  points = POINTS.map(([x, y]) => [x, y]);
  delta = 0.5;
  fits = null;
  plot = new Plot("Ten points, and the best straight line under each loss", 320, () => this.draw());
  body = make("tbody", {});
  handles = this.points.map(
    (at, i) => this.plot.addHandle({
      name: `point-${i + 1}`,
      at,
      ink: "var(--gn-ink)",
      words: (x, y) => `Point ${i + 1} at x ${short(x)}, y ${short(y)}`,
      onMove: (x, y) => this.move(i, [x, y])
    })
  );
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  close() {
    this.plot.close();
  }
  move(i, at) {
    this.points[i] = at;
    this.handles[i].set(at);
    this.ask();
  }
  ask() {
    this.channel.wish("fit", { points: this.points, delta: this.delta }, ({ head }) => {
      this.fits = head;
      this.draw();
    });
  }
  draw() {
    const { fits, theme } = this;
    if (!fits) return;
    const [low, high] = AXES.x;
    this.plot.draw(
      AXES,
      fits.lines.map(({ slope, intercept }, i) => ({
        xs: [low, high],
        ys: [slope * low + intercept, slope * high + intercept],
        ink: inkOf(i, theme),
        dash: dashOf(i)
      }))
    );
    this.body.replaceChildren(
      ...fits.lines.map(
        ({ label: label2, slope, intercept, loss }, i) => make(
          "tr",
          {},
          make("td", {}, swatch(inkOf(i, theme), dashOf(i)), label2),
          ...[slope, intercept, loss].map((value) => make("td", {}, decimal(value)))
        )
      )
    );
    const root = this.panel.closest(".gn-root");
    if (root) root.dataset["slopes"] = fits.lines.map(({ slope }) => slope.toFixed(4)).join(" ");
  }
};

// lib/colors.ts
var PALETTES = {
  light: { negative: "#d95f0e", neutral: "#f4f4f2", positive: "#1f6fc5" },
  dark: { negative: "#f08a3c", neutral: "#252c35", positive: "#4c9bec" }
};
function signedColor(value, theme) {
  const palette = PALETTES[theme];
  const pole = value < 0 ? palette.negative : palette.positive;
  return mix2(parse(palette.neutral), parse(pole), Math.min(1, Math.abs(value)));
}
function shareTable(theme, strength = 1) {
  return table((byte) => signedColor(byte / 255 * strength, theme));
}
function byteOf(share) {
  return Math.round(255 * Math.min(1, Math.max(0, share)));
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
function mix2(from, to, share) {
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

// lib/grid.ts
function heights(values, bend) {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const span = high - low || 1;
  const share = (value) => {
    const part = Math.min(1, Math.max(0, (value - low) / span));
    return bend > 0 ? Math.log1p(bend * part) / Math.log1p(bend) : part;
  };
  return { low, high, bend, share };
}
function heightAt(grid, x, y) {
  const along2 = ([low, high], value) => Math.min(grid.side - 1, Math.max(0, (value - low) / (high - low) * (grid.side - 1)));
  const [across, up] = [along2(grid.x, x), along2(grid.y, y)];
  const [column, row] = [Math.min(grid.side - 2, Math.floor(across)), Math.min(grid.side - 2, Math.floor(up))];
  const [fx, fy] = [across - column, up - row];
  const at = (r, c) => grid.values[r * grid.side + c];
  const below = at(row, column) * (1 - fx) + at(row, column + 1) * fx;
  const above = at(row + 1, column) * (1 - fx) + at(row + 1, column + 1) * fx;
  return below * (1 - fy) + above * fy;
}
function contour(values, side, level) {
  const pieces = [];
  for (let row = 0; row < side - 1; row++) {
    for (let column = 0; column < side - 1; column++) {
      const crossings = cellCrossings(values, side, row, column, level);
      for (let i = 0; i + 3 < crossings.length; i += 4) pieces.push(...crossings.slice(i, i + 4));
    }
  }
  return pieces;
}
var CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1]
];
function cellCrossings(values, side, row, column, level) {
  const found = [];
  for (let i = 0; i < 4; i++) {
    const [x1, y1] = CORNERS[i];
    const [x2, y2] = CORNERS[(i + 1) % 4];
    const from = values[(row + y1) * side + column + x1];
    const to = values[(row + y2) * side + column + x2];
    if (from < level === to < level) continue;
    const share = (level - from) / (to - from);
    found.push(column + x1 + share * (x2 - x1), row + y1 + share * (y2 - y1));
  }
  return found;
}

// dom/heat.ts
var LEVELS = 14;
var STRENGTH = 0.75;
function heightColors(theme) {
  return shareTable(theme, STRENGTH);
}
function coverArea({ canvas, area }) {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(area.width * ratio);
  canvas.height = Math.round(area.height * ratio);
  Object.assign(canvas.style, {
    left: `${area.left}px`,
    top: `${area.top}px`,
    width: `${area.width}px`,
    height: `${area.height}px`
  });
  return ratio;
}
function paintHeat(plot, grid, shown, theme) {
  const { canvas } = plot;
  const ratio = coverArea(plot);
  const context = canvas.getContext("2d");
  const [over, up] = [canvas.width / (grid.side - 1), canvas.height / (grid.side - 1)];
  context.imageSmoothingQuality = "high";
  context.drawImage(picture(grid, shown, theme), -over / 2, -up / 2, canvas.width + over, canvas.height + up);
  context.strokeStyle = theme === "dark" ? "rgb(232 237 243 / 45%)" : "rgb(23 32 43 / 40%)";
  context.lineWidth = ratio;
  context.beginPath();
  const bent = Float32Array.from(grid.values, shown.share);
  for (let level = 1; level < LEVELS; level++) {
    const pieces = contour(bent, grid.side, level / LEVELS);
    for (let i = 0; i < pieces.length; i += 4) {
      context.moveTo(pieces[i] * over, canvas.height - pieces[i + 1] * up);
      context.lineTo(pieces[i + 2] * over, canvas.height - pieces[i + 3] * up);
    }
  }
  context.stroke();
}
function picture({ values, side }, { share }, theme) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d");
  const image = context.createImageData(side, side);
  const [pixels, colors] = [new Uint32Array(image.data.buffer), heightColors(theme)];
  for (let row = 0; row < side; row++) {
    const begin = (side - 1 - row) * side;
    for (let column = 0; column < side; column++) pixels[begin + column] = colors[byteOf(share(values[row * side + column]))];
  }
  context.putImageData(image, 0, 0);
  return canvas;
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

// dom/relief.ts
var TURN = 0.12;
var HEIGHT = 0.7;
var Relief = class {
  element;
  surface;
  turn = -0.6;
  tilt = 0.85;
  scene = null;
  /** The surface without trails as it was last painted: while walkers move, it stays. */
  painted = document.createElement("canvas");
  paintedAs = [];
  constructor(label2, height) {
    this.surface = new Surface(() => this.redraw());
    this.surface.canvas.style.cssText = "display: block; width: 100%; height: 100%; position: static";
    this.element = make(
      "div",
      {
        class: "gn-relief",
        role: "img",
        tabindex: "0",
        "aria-label": `${label2}; arrow keys turn it`,
        style: `height: ${height}px; touch-action: pan-y; cursor: grab`,
        onpointerdown: (event) => this.element.setPointerCapture(event.pointerId),
        onpointermove: (event) => {
          if (this.element.hasPointerCapture(event.pointerId)) this.rotate(event.movementX / 120, event.movementY / 160);
        },
        onkeydown: (event) => this.press(event)
      },
      this.surface.canvas
    );
  }
  draw(scene) {
    this.scene = scene;
    this.redraw();
  }
  close() {
    this.surface.close();
  }
  press(event) {
    const turns = { ArrowLeft: [-TURN, 0], ArrowRight: [TURN, 0], ArrowUp: [0, -TURN], ArrowDown: [0, TURN] };
    const turn = turns[event.key];
    if (!turn) return;
    event.preventDefault();
    event.stopPropagation();
    this.rotate(...turn);
  }
  rotate(turn, tilt) {
    this.turn += turn;
    this.tilt = Math.min(1.45, Math.max(0.1, this.tilt + tilt));
    this.redraw();
  }
  redraw() {
    const { scene, surface } = this;
    if (!scene || surface.width === 0) return;
    const context = surface.clear();
    this.paintSurface(scene);
    context.drawImage(this.painted, 0, 0, surface.width, surface.height);
    for (const trail of scene.trails) this.drawTrail(context, scene, trail);
  }
  paintSurface(scene) {
    const { canvas, width } = this.surface;
    const as = [scene.grid, scene.shown.bend, scene.theme, this.turn, this.tilt, canvas.width, canvas.height];
    if (as.every((part, i) => part === this.paintedAs[i])) return;
    this.paintedAs = as;
    [this.painted.width, this.painted.height] = [canvas.width, canvas.height];
    const context = this.painted.getContext("2d");
    context.scale(canvas.width / width, canvas.width / width);
    this.drawSurface(context, scene);
  }
  // From shares of the three axes (each 0 to 1) to the canvas.
  project(x, y, z) {
    const { width, height } = this.surface;
    const size = Math.min(width / 1.5, height / 1.25);
    const [sin, cos] = [Math.sin(this.turn), Math.cos(this.turn)];
    const [across, away] = [(x - 0.5) * cos - (y - 0.5) * sin, (x - 0.5) * sin + (y - 0.5) * cos];
    const up = away * Math.sin(this.tilt) + (z - 0.5) * HEIGHT * Math.cos(this.tilt);
    return [width / 2 + size * across, height / 2 - size * up];
  }
  drawSurface(context, { grid, shown, theme }) {
    const { side, values } = grid;
    const share = Float32Array.from(values, shown.share);
    const spots = Array.from(share, (z, i) => this.project(i % side / (side - 1), Math.floor(i / side) / (side - 1), z));
    const rows = order(side - 1, Math.cos(this.turn) > 0);
    const columns = order(side - 1, Math.sin(this.turn) > 0);
    context.lineWidth = 0.6;
    const colors = heightColors(theme);
    for (const row of rows) {
      for (const column of columns) {
        const corner = row * side + column;
        const [a, b, c, d] = [corner, corner + 1, corner + side + 1, corner + side];
        const mean = (share[a] + share[b] + share[c] + share[d]) / 4;
        const lean = Math.max(-1, Math.min(1, (share[b] + share[c] - share[a] - share[d]) * side * 0.06));
        const color = colors[byteOf(0.12 + 0.88 * mean)];
        const light = 1 - 0.16 * lean - 0.05;
        context.fillStyle = context.strokeStyle = `rgb(${(color & 255) * light} ${(color >> 8 & 255) * light} ${(color >> 16 & 255) * light})`;
        context.beginPath();
        for (const i of [a, b, c, d]) context.lineTo(...spots[i]);
        context.closePath();
        context.fill();
        context.stroke();
      }
    }
  }
  drawTrail(context, { grid, shown, theme }, { xs, ys, ink }) {
    const place = (x, y) => this.project(along(grid.x, x), along(grid.y, y), shown.share(heightAt(grid, x, y)) + 0.012);
    const inside = [];
    for (let i = 0; i < xs.length; i++) {
      if (isIn(grid.x, xs[i]) && isIn(grid.y, ys[i])) inside.push(place(xs[i], ys[i]));
    }
    const halo = theme === "dark" ? "#11161c" : "#ffffff";
    for (const [stroke, width] of [[halo, 4.5], [ink, 2.2]]) {
      context.beginPath();
      for (const spot of inside) context.lineTo(...spot);
      context.strokeStyle = stroke;
      context.lineWidth = width;
      context.lineJoin = "round";
      context.stroke();
    }
    const last = inside.at(-1);
    if (!last) return;
    context.beginPath();
    context.arc(...last, 6, 0, 2 * Math.PI);
    context.fillStyle = ink;
    context.strokeStyle = halo;
    context.lineWidth = 2;
    context.fill();
    context.stroke();
  }
};
function order(count, backwards) {
  const all = Array.from({ length: count }, (_, i) => i);
  return backwards ? all.reverse() : all;
}
function along([low, high], value) {
  return (value - low) / (high - low);
}
function isIn([low, high], value) {
  return value >= low && value <= high;
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

// widgets/loss_explorer/surface_tab.ts
var BEND = 30;
var LONGEST_TRAIL = 2e3;
var RATES = [0.01, 20];
var STILL = 1e-4;
var SurfaceTab = class {
  constructor(channel, theme) {
    this.channel = channel;
    this.theme = theme;
    channel.wish("models", {}, ({ head }) => this.build(head.models));
  }
  channel;
  theme;
  panel = make("div", {});
  model = "line_squared";
  rate = 0.3;
  head = null;
  grid = null;
  points = null;
  ball = null;
  curve = null;
  trail = [];
  /** Counts what the reader did to the ball: a step that was asked for before comes too late. */
  moves = 0;
  map = new Plot("The loss over both parameters, seen from above", 300, () => this.drawAll());
  data = new Plot("The data, and what the model predicts with these parameters", 240, () => this.draw());
  relief = new Relief("The loss over both parameters, as a surface in space", 300);
  numbers = make("p", { "aria-live": "off" });
  roll = button({ name: "roll", label: "Roll", text: "Roll", class: "gn-button gn-main", onClick: () => this.loop.toggle() });
  loop = new PlayLoop({
    turn: () => this.step(),
    changed: () => setText(this.roll.firstElementChild, this.loop.playing ? "Stop" : "Roll"),
    failed: (error) => setText(this.numbers, error.message)
  });
  handle = this.map.addHandle({
    name: "ball",
    at: [0, 0],
    words: (w, b) => `Ball at w ${short(w)}, b ${short(b)}`,
    onMove: (w, b) => this.place([w, b])
  });
  retheme(theme) {
    this.theme = theme;
    this.drawAll();
  }
  close() {
    this.loop.pause();
    for (const part of [this.map, this.data, this.relief]) part.close();
  }
  drawAll() {
    if (!this.grid || this.map.width === 0) return;
    paintHeat(this.map, this.grid, heights(this.grid.values, BEND), this.theme);
    this.draw();
  }
  build(models) {
    const kinds = select({
      label: "Model and loss",
      help: "What predicts, and what judges it",
      name: "model",
      options: models.map(({ name, label: label2 }) => ({ value: name, label: label2 })),
      onInput: (name) => this.choose(name)
    });
    const rate = slider({
      label: "Learning rate",
      help: "How far one step goes for a given slope",
      name: "rate",
      min: 0,
      max: 1,
      step: 0.01,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPlace: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (value) => this.rate = value
    });
    rate.show(this.rate);
    const step = button({ name: "one-step", label: "One step", text: "One step", onClick: () => void this.step().catch((error) => setText(this.numbers, error.message)) });
    this.panel.append(
      make("div", { class: "gn-row" }, kinds.element, rate.element, make("div", { class: "gn-row" }, this.roll, step)),
      make("div", { class: "gn-columns" }, this.map.element, this.relief.element, this.data.element, this.numbers),
      make("p", { class: "gn-note" }, "Drag the ball on the map, or move it with the arrow keys; drag the surface to turn it.")
    );
    this.choose(this.model);
  }
  choose(model) {
    this.model = model;
    this.stop();
    this.channel.wish("surface", { model }, ({ head, arrays }) => {
      this.head = head;
      this.grid = { values: arrays[0], side: head.grid, x: head.w_range, y: head.b_range };
      this.points = [arrays[1], arrays[2]];
      this.place(head.start);
    });
  }
  place(at) {
    this.stop();
    this.moves++;
    this.trail = [];
    this.channel.wish("ball", { model: this.model, at }, ({ head, arrays }) => {
      this.take(head, arrays);
      this.drawAll();
    });
  }
  stop() {
    this.loop.pause();
  }
  /** Make a step downhill; say whether it moves on. */
  async step() {
    if (!this.ball) return false;
    const { moves } = this;
    const fields = { model: this.model, at: this.ball.at, learning_rate: this.rate, steps: 1 };
    const { head, arrays } = await this.channel.ask("roll", fields);
    if (moves !== this.moves) return false;
    this.take(head, arrays);
    this.draw();
    return Math.hypot(head.d_w ?? NaN, head.d_b ?? NaN) > STILL && this.trail.length < LONGEST_TRAIL;
  }
  take(head, arrays) {
    this.ball = head;
    this.curve = [arrays[0], arrays[1]];
    this.trail.push(head.at);
  }
  draw() {
    const { grid, head, ball, points, curve, theme, trail } = this;
    if (!grid || !head || !ball || !points || !curve) return;
    const ink = inkOf(1, theme);
    const [xs, ys] = [trail.map(([w]) => w), trail.map(([, b]) => b)];
    this.handle.paint(ink);
    this.handle.at = ball.at;
    const axes = { x: head.w_range, y: head.b_range, xLabel: "weight w", yLabel: "bias b" };
    this.map.draw(axes, [{ xs, ys, ink }]);
    this.relief.draw({ grid, shown: heights(grid.values, 0), theme, trails: [{ xs, ys, ink }] });
    const classes = this.model.startsWith("class");
    const dots = Array.from(points[0], (x, i) => {
      const one = classes && points[1][i] > 0.5;
      return { x, y: points[1][i], ink: `var(--gn-${one ? "class-1" : classes ? "class-0" : "ink"})`, square: one };
    });
    const y = classes ? [-0.1, 1.1] : [-2.5, 2.5];
    this.data.draw({ x: [-2.5, 2.5], y, xLabel: "x", yLabel: classes ? "probability" : "y" }, [{ xs: curve[0], ys: curve[1], ink }], dots);
    setText(
      this.numbers,
      `w = ${decimal(ball.at[0])}, b = ${decimal(ball.at[1])}. Loss ${decimal(ball.loss, 4)}. Slope along w ${decimal(ball.d_w)}, along b ${decimal(ball.d_b)}. Steps: ${trail.length - 1}.`
    );
    const root = this.panel.closest(".gn-root");
    if (root) Object.assign(root.dataset, { ball: ball.at.map((value) => value.toFixed(4)).join(" "), ballLoss: ball.loss, steps: trail.length - 1 });
  }
};

// widgets/loss_explorer/loss_explorer.css
var loss_explorer_default = ".gn-losses table {\n  margin-top: 8px;\n}\n.gn-losses .gn-row {\n  margin-bottom: 8px;\n}\n.gn-losses .gn-row .gn-row {\n  margin: 0;\n}\n.gn-losses .gn-note + .gn-row {\n  margin-top: 8px;\n}\n.gn-losses fieldset {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 0 16px;\n  margin: 0 0 8px;\n  padding: 0;\n  border: 0;\n  min-width: 0;\n}\n";

// widgets/loss_explorer/index.ts
var loss_explorer_default2 = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Loss explorer", loss_explorer_default, (theme) => parts.forEach((part) => part.retheme(theme)));
    const channel = new Channel(model, shell.say);
    const curves = new CurvesTab(channel, shell.theme);
    const fit = new FitTab(channel, shell.theme);
    const surface = new SurfaceTab(channel, shell.theme);
    parts.push(curves, fit, surface);
    shell.root.classList.add("gn-losses");
    const tabs = [
      { name: "curves", label: "Curves", panel: curves.panel },
      { name: "fit", label: "Outliers", panel: fit.panel },
      { name: "surface", label: "Surface", panel: surface.panel }
    ];
    shell.root.append(makeTabs("Ways to look at a loss", tabs, (name) => shell.root.dataset["tab"] = name));
    return () => {
      for (const part of parts) part.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  loss_explorer_default2 as default
};
