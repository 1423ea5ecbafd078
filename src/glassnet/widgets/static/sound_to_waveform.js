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

// widgets/sound_to_waveform/controls.ts
var OWN = "own";
var Settled = class {
  sound;
  row;
  own = make("option", { value: OWN });
  rate;
  bits;
  filter;
  constructor(told, onChange) {
    const sounds = told.sounds.map(({ name, label: label2 }) => ({ value: name, label: label2 }));
    this.sound = select({ label: "Sound", help: "What is turned into numbers", name: "sound", options: sounds, onInput: (sound) => onChange({ sound }) });
    if (told.own) this.offerOwn(told.own);
    const rate = select({ label: "Sample rate", help: "How many numbers a second are kept", name: "keep_every", options: [], onInput: (value) => onChange({ keep_every: Number(value) }) });
    this.rate = rate.element.querySelector("select");
    this.bits = slider({ label: "Bits for each sample", help: "How finely each number is rounded", name: "bits", min: told.bits[0], max: told.bits[1], step: 1, format: String, onInput: (bits) => onChange({ bits }) });
    this.filter = make("input", { type: "checkbox", name: "filter_first", onchange: () => onChange({ filter_first: this.filter.checked }) });
    const check = make("label", { class: "gn-check", title: "Take out what swings too fast for the new rate, before samples are left out" }, this.filter, "Filter first");
    this.row = make("div", { class: "gn-row" }, rate.element, this.bits.element, check);
  }
  show(wave) {
    if (wave.sound === OWN) this.offerOwn(wave.words);
    this.sound.show(wave.sound);
    const options = wave.rates.map(({ keep_every, rate }) => [String(keep_every), `${whole(rate)} a second${keep_every === 1 ? ", all" : ""}`]);
    if (options.map(([, label2]) => label2).join() !== Array.from(this.rate.options, ({ text }) => text).join()) {
      this.rate.replaceChildren(...options.map(([value, label2]) => make("option", { value }, label2)));
    }
    this.rate.value = String(wave.keep_every);
    this.bits.show(wave.bits);
    this.filter.checked = wave.filter_first;
  }
  // Once a file has been read it is one of the choices; not every browser hides a choice that isn't there yet.
  offerOwn(words) {
    setText(this.own, words);
    if (!this.own.parentElement) this.sound.element.querySelector("select").append(this.own);
  }
};

// lib/microphone.ts
function microphoneTrouble(error) {
  switch (error instanceof Error || error instanceof DOMException ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "The microphone was refused. Allow it for this page in the browser's address bar, then record again.";
    case "NotFoundError":
    case "OverconstrainedError":
      return "No microphone was found. Plug one in, then record again.";
    case "NotReadableError":
    case "AbortError":
      return "The microphone is there but gives no sound: perhaps another program holds it. Close that, then record again.";
    default:
      return `Recording failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}
function recordingTrouble(page) {
  if (!page.isSecureContext) {
    return "This page was not sent securely, so the browser keeps the microphone from it. Open it through https, or on the machine that serves it as http://localhost.";
  }
  return page.mediaDevices && page.mediaRecorder ? "" : "This browser cannot record. Use a newer one, or open a sound file.";
}

// lib/wav.ts
var HEADER = 44;
var FLOATS = 3;
function wavFile(samples, rate) {
  const bytes = new Uint8Array(HEADER + 4 * samples.length);
  const view = new DataView(bytes.buffer);
  const word = (place, text) => bytes.set([...text].map((letter) => letter.charCodeAt(0)), place);
  word(0, "RIFF");
  view.setUint32(4, HEADER - 8 + 4 * samples.length, true);
  word(8, "WAVE");
  word(12, "fmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, FLOATS, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 4 * rate, true);
  view.setUint16(32, 4, true);
  view.setUint16(34, 32, true);
  word(36, "data");
  view.setUint32(40, 4 * samples.length, true);
  samples.forEach((sample, i) => view.setFloat32(HEADER + 4 * i, sample, true));
  return bytes;
}

// widgets/sound_to_waveform/recorder.ts
var AS_IT_IS = { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false };
var Recorder = class {
  recorder = null;
  stream = null;
  asking = false;
  get recording() {
    return this.recorder !== null;
  }
  /** Begin; `onDone` gets the recording as a WAV file when `stop` is called. An error's message is for the reader. */
  async begin(onDone, onTrouble) {
    const { mediaDevices } = navigator;
    const trouble = recordingTrouble({ isSecureContext, mediaDevices, mediaRecorder: "MediaRecorder" in globalThis });
    if (trouble || this.asking || this.recorder) {
      if (trouble) onTrouble(trouble);
      return;
    }
    this.asking = true;
    try {
      this.stream = await mediaDevices.getUserMedia({ audio: AS_IT_IS });
      const parts = [];
      const recorder = new MediaRecorder(this.stream, { audioBitsPerSecond: 256e3 });
      recorder.ondataavailable = ({ data }) => parts.push(data);
      recorder.onstop = () => {
        this.letGo();
        decoded(parts).then(onDone, (error) => onTrouble(microphoneTrouble(error)));
      };
      recorder.start();
      this.recorder = recorder;
    } catch (error) {
      this.letGo();
      onTrouble(microphoneTrouble(error));
    } finally {
      this.asking = false;
    }
  }
  stop() {
    const { recorder } = this;
    this.recorder = null;
    if (recorder?.state === "recording") recorder.stop();
  }
  close() {
    if (this.recorder) this.recorder.onstop = null;
    this.stop();
    this.letGo();
  }
  letGo() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
  }
};
async function decoded(parts) {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await new Blob(parts).arrayBuffer());
    return new File([wavFile(sound.getChannelData(0), sound.sampleRate)], "recording.wav", { type: "audio/wav" });
  } finally {
    void context.close();
  }
}

// widgets/sound_to_waveform/sample_table.ts
var ROWS = [
  { head: "sample", text: ({ place }) => whole(place) },
  { head: "time in s", text: ({ time }) => time.toFixed(5) },
  { head: "value", text: ({ value }) => decimal(value, 4) },
  { head: "stored as", text: ({ stored }) => whole(stored) }
];
var SampleTable = class {
  note = make("p", { class: "gn-note" });
  body = make("tbody", {});
  scroll = make("div", { class: "gn-scroll gn-samples", role: "group", tabindex: "0", "aria-label": "Samples in numbers" }, make("table", {}, this.body));
  element = make("div", {}, this.note, this.scroll);
  show({ listed: listed2, few, at }) {
    setText(this.note, few ? "The samples in view:" : "The samples around the mark; zoom in until they show in the picture:");
    this.body.replaceChildren(
      ...ROWS.map(
        ({ head, text }) => make(
          "tr",
          {},
          make("th", { scope: "row" }, head),
          ...listed2.map((sample) => make("td", { class: sample.place === at.place ? "gn-lit" : void 0 }, text(sample)))
        )
      )
    );
    this.reveal();
  }
  // The marked sample stays near the middle of the box while the mark is moved; no column begins half under the heads.
  reveal() {
    const lit = this.body.querySelector(".gn-lit");
    if (!lit) return;
    const [head, ...cells] = Array.from(lit.parentElement.children);
    const room = this.scroll.clientWidth - head.offsetWidth;
    const first = cells.find((cell) => cell.offsetLeft >= lit.offsetLeft + (lit.offsetWidth - room) / 2) ?? lit;
    this.scroll.scrollLeft = first.offsetLeft - head.offsetWidth;
  }
};

// widgets/sound_to_waveform/speaker.ts
var LOUDNESS = 0.5;
var Speaker = class {
  constructor(onChange) {
    this.onChange = onChange;
  }
  onChange;
  context = null;
  source = null;
  began = 0;
  get playing() {
    return this.source !== null;
  }
  /** Seconds of the sound that have been heard; null while nothing plays. */
  get time() {
    return this.source && this.context ? this.context.currentTime - this.began : null;
  }
  async play(samples, rate) {
    this.stop();
    this.context ??= new AudioContext();
    await this.context.resume();
    const buffer = this.context.createBuffer(1, samples.length, rate);
    buffer.copyToChannel(samples, 0);
    const source = new AudioBufferSourceNode(this.context, { buffer });
    source.connect(new GainNode(this.context, { gain: LOUDNESS })).connect(this.context.destination);
    source.onended = () => {
      if (this.source === source) this.stop();
    };
    this.source = source;
    this.began = this.context.currentTime;
    source.start();
    this.onChange();
  }
  stop() {
    const { source } = this;
    this.source = null;
    source?.stop();
    if (source) this.onChange();
  }
  close() {
    this.source = null;
    void this.context?.close();
    this.context = null;
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
  return mix(parse(palette.neutral), parse(pole), Math.min(1, Math.abs(value)));
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

// dom/heat.ts
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
    return [mix2(this.axes.x, hold(across)), mix2(this.axes.y, hold(up))];
  }
  /** Move a place by a share of the axes, held inside them. */
  nudge([x, y], across, up) {
    const { x: xs, y: ys } = this.axes;
    const moved = (value, range, share) => mix2(range, hold((value - range[0]) / (range[1] - range[0]) + share));
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
function mix2([low, high], share) {
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
var INKS = {
  light: ["#0b4f9e", "#b34700", "#6d28d9", "#00694a", "#a0145a", "#3f4652"],
  dark: ["#8cc4ff", "#ffb27a", "#c9a8ff", "#6fd6a8", "#ff9cc8", "#c3cad4"]
};
function inkOf(place, theme) {
  return INKS[theme][place % INKS[theme].length];
}

// widgets/sound_to_waveform/spectrogram_view.ts
var HERTZ = 1e3;
var SpectrogramView = class {
  constructor(theme) {
    this.theme = theme;
    const scale = make("p", { class: "gn-note gn-decibels" }, this.lowest, make("span", { class: "gn-ramp", "aria-hidden": "true" }), "0 dB: a sine as loud as can be stored");
    this.element = make("div", {}, this.plot.element, this.half, scale);
  }
  theme;
  element;
  plot = new Plot("Spectrogram", 260, () => this.draw());
  lowest = make("span", {});
  half = make("p", { class: "gn-key" });
  told = null;
  seen = [0, 0];
  show(head, decibels) {
    this.told = { head, decibels };
    this.lowest.textContent = `${whole(head.lowest_db)} dB or less`;
    this.draw();
  }
  /** Mark the stretch that the waveform shows. */
  mark(begin, end) {
    this.seen = [begin, end];
    this.drawLines();
  }
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  close() {
    this.plot.close();
  }
  draw() {
    if (!this.told || this.plot.width === 0) return;
    coverArea(this.plot);
    this.paint(this.told.head, this.told.decibels);
    this.drawLines();
  }
  paint({ rows, columns, top, axis_top, lowest_db }, decibels) {
    const cells = document.createElement("canvas");
    cells.width = columns;
    cells.height = rows;
    const own = cells.getContext("2d");
    const image = own.createImageData(columns, rows);
    const [pixels, colors] = [new Uint32Array(image.data.buffer), shareTable(this.theme)];
    for (let row = 0; row < rows; row++) {
      const begin = (rows - 1 - row) * columns;
      for (let column = 0; column < columns; column++) {
        pixels[begin + column] = colors[byteOf(1 - decibels[row * columns + column] / lowest_db)];
      }
    }
    own.putImageData(image, 0, 0);
    const { canvas } = this.plot;
    const context = canvas.getContext("2d");
    const height = top / axis_top * canvas.height;
    context.drawImage(cells, 0, canvas.height - height, canvas.width, height);
  }
  drawLines() {
    if (!this.told) return;
    const { seconds, axis_top, half_rate } = this.told.head;
    const top = axis_top / HERTZ;
    const lines = [];
    const [begin, end] = this.seen;
    const ink = inkOf(2, this.theme);
    if (begin > 0 || end < seconds) {
      for (const time of this.seen) lines.push({ xs: [time, time], ys: [0, top], ink, thin: true });
    }
    const half = { xs: [0, seconds], ys: [half_rate / HERTZ, half_rate / HERTZ], ink: inkOf(1, this.theme), dash: "8 4" };
    this.half.hidden = half_rate >= axis_top;
    if (!this.half.hidden) lines.push(half);
    this.half.replaceChildren(make("span", {}, swatch(half.ink, half.dash), `half the sample rate, ${whole(half_rate)} hertz: what is faster comes out slower, below this line`));
    this.plot.relabel(`Spectrogram up to ${whole(Math.min(half_rate, axis_top))} hertz over ${seconds.toFixed(2)} seconds`);
    this.plot.draw({ x: [0, seconds], y: [0, top], xLabel: "time in seconds", yLabel: "frequency in kHz" }, lines);
  }
};

// widgets/sound_to_waveform/wave_view.ts
var ORIGINAL_DASH = "5 4";
var WaveView = class {
  constructor(theme, onProbe) {
    this.theme = theme;
    this.onProbe = onProbe;
    this.plot.element.append(this.cursor);
    this.element = make("div", {}, this.plot.element, this.key);
  }
  theme;
  onProbe;
  wave = null;
  arrays = [];
  cursor = make("span", { class: "gn-cursor", hidden: true });
  key = make("p", { class: "gn-key" });
  element;
  plot = new Plot("Waveform", 230, () => this.draw());
  probe = this.plot.addHandle({
    name: "probe",
    at: [0, 0],
    words: () => this.wave ? `Sample ${whole(this.wave.at.place)} at ${decimal(this.wave.at.time, 5)} s, value ${decimal(this.wave.at.value)}` : "",
    hold: (x) => [x, this.wave?.at.value ?? 0],
    onMove: (x) => this.onProbe(x)
  });
  show(wave, arrays) {
    this.wave = wave;
    this.arrays = arrays;
    this.plot.relabel(`Waveform of ${wave.words}, from ${decimal(wave.begin)} to ${decimal(wave.end)} seconds`);
    this.draw();
  }
  retheme(theme) {
    this.theme = theme;
    this.draw();
  }
  /** Show where the sound is playing; null where it is not. */
  playAt(time) {
    const shown = time !== null && this.wave && time >= this.wave.begin && time <= this.wave.end;
    this.cursor.hidden = !shown;
    if (shown) this.cursor.style.left = `${this.plot.x(time)}px`;
  }
  close() {
    this.plot.close();
  }
  draw() {
    const { wave, theme, arrays } = this;
    if (!wave) return;
    const ink = inkOf(0, theme);
    const [xs, ys, originalXs, originalYs] = arrays;
    const lines = [{ xs: [wave.begin, wave.end], ys: [0, 0], ink: "var(--gn-quiet)", thin: true }];
    if (originalXs) lines.push({ xs: originalXs, ys: originalYs, ink: inkOf(1, theme), dash: ORIGINAL_DASH, thin: true });
    lines.push({ xs, ys, ink, thin: true });
    const dots = wave.few ? wave.listed.map(({ time, value }) => ({ x: time, y: value, ink })) : [];
    this.showKey(originalXs !== void 0);
    this.probe.at = [wave.at.time, wave.at.value];
    this.probe.paint(inkOf(2, theme));
    this.plot.draw({ x: [wave.begin, wave.end], y: [-1.05, 1.05], xLabel: "time in seconds", yLabel: "value" }, lines, dots);
  }
  showKey(original) {
    const entry = (place, dash, words) => make("span", {}, swatch(inkOf(place, this.theme), dash), words);
    this.key.replaceChildren(
      entry(0, "", this.wave.few ? "what is heard, and the samples that it is made of" : "what is heard"),
      ...original ? [entry(1, ORIGINAL_DASH, "the original")] : []
    );
  }
};

// widgets/sound_to_waveform/listener.ts
var CLOSEST = 16;
var WHOLE = { begin: 0, end: null, at: null };
var Listener = class {
  constructor(channel, shell) {
    this.channel = channel;
    this.shell = shell;
    this.waveView = new WaveView(shell.theme, (time) => this.see({ ...this.window, at: time }));
    this.spectrogram = new SpectrogramView(shell.theme);
    channel.wish("sounds", {}, ({ head }) => this.build(head));
  }
  channel;
  shell;
  settings;
  settled = null;
  picker = null;
  wave = null;
  window = WHOLE;
  drawnSpectrogram = "";
  recordSeconds = 0;
  recordTimer = 0;
  waveView;
  spectrogram;
  table = new SampleTable();
  words = make("p", { role: "status" });
  speaker = new Speaker(() => this.showPlaying());
  recorder = new Recorder();
  playButton = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle(false) });
  originalButton = button({ name: "play-original", label: "Play the original", text: "Play the original", onClick: () => this.toggle(true) });
  recordButton = button({ name: "record", label: "Record", text: "Record", class: "gn-button gn-record", help: "From the microphone", onClick: () => this.record() });
  zoom = slider({
    label: "Zoom",
    help: "How much of the sound is in view",
    name: "zoom",
    min: 0,
    max: 1,
    step: 5e-3,
    toValue: (place) => this.longest * (this.closest / this.longest) ** place,
    toPlace: (view) => Math.log(view / this.longest) / Math.log(this.closest / this.longest),
    format: (view) => view < 0.1 ? `${decimal(1e3 * view, 2)} ms in view` : `${decimal(view, 2)} s in view`,
    onInput: (view) => this.look(view, this.wave.at.time)
  });
  retheme(theme) {
    this.waveView.retheme(theme);
    this.spectrogram.retheme(theme);
  }
  close() {
    clearTimeout(this.recordTimer);
    for (const part of [this.picker, this.waveView, this.spectrogram, this.speaker, this.recorder]) part?.close();
  }
  get longest() {
    return this.wave?.seconds ?? 1;
  }
  get closest() {
    return Math.min(this.longest / 2, CLOSEST / (this.wave?.rate ?? 48e3));
  }
  build(told) {
    const { root, say } = this.shell;
    this.settings = told.settings;
    this.recordSeconds = told.record_seconds;
    this.settled = new Settled(told, (changed) => this.change(changed));
    const wanted = { what: "sound", types: ["audio/"], endings: [...told.formats, "aif"], mostBytes: told.most_bytes };
    this.picker = new FilePicker({ channel: this.channel, wanted, root, say, onTaken: () => this.takeOwn() });
    const step = (name, label2, onClick) => button({ name, label: label2, text: label2, onClick });
    root.append(
      make("div", { class: "gn-row" }, this.settled.sound.element, this.picker.button, this.recordButton, this.picker.progress),
      this.settled.row,
      make("div", { class: "gn-row" }, this.playButton, this.originalButton),
      this.words,
      this.waveView.element,
      make(
        "div",
        { class: "gn-row" },
        this.zoom.element,
        make("div", { class: "gn-row" }, step("earlier", "Earlier", () => this.pan(-0.5)), step("later", "Later", () => this.pan(0.5)), step("whole", "Whole sound", () => this.see(WHOLE)))
      ),
      this.table.element,
      make("h3", {}, "Which frequencies sound when"),
      this.spectrogram.element
    );
    this.ask();
  }
  change(changed) {
    this.speaker.stop();
    this.settings = { ...this.settings, ...changed };
    if (changed.sound) {
      this.window = WHOLE;
      this.settings.keep_every = 1;
    }
    this.ask();
  }
  takeOwn() {
    this.drawnSpectrogram = "";
    this.change({ sound: OWN });
  }
  see(window2) {
    this.window = window2;
    this.ask();
  }
  look(view, around) {
    const begin = Math.min(Math.max(0, around - view / 2), this.longest - view);
    this.see({ begin, end: begin + view, at: around });
  }
  pan(share) {
    const { begin, end, at } = this.wave;
    const view = end - begin;
    this.look(view, Math.min(this.longest, Math.max(0, Math.max(view / 2, Math.min(this.longest - view / 2, at.time)) + share * view)));
  }
  ask() {
    const { begin, end, at } = this.window;
    const fields = { ...this.settings, begin, ...end === null ? {} : { end }, ...at === null ? {} : { at } };
    this.channel.wish("wave", fields, (answer) => this.take(answer));
  }
  take({ head, arrays }) {
    this.wave = head;
    if (head.end - head.begin < 0.99 * this.closest) return this.look(this.closest, head.at.time);
    this.settled.show(head);
    this.waveView.show(head, arrays);
    this.table.show(head);
    this.zoom.show(head.end - head.begin);
    this.spectrogram.mark(head.begin, head.end);
    const name = head.sound === OWN ? head.words : head.words.charAt(0).toUpperCase() + head.words.slice(1);
    setText(this.words, `${name}: ${whole(head.count)} samples of ${head.bits} bits = ${whole(head.bytes)} bytes.${noiseWords(head)}`);
    this.askSpectrogram();
    Object.assign(this.shell.root.dataset, {
      ready: "true",
      sound: head.sound,
      rate: head.rate,
      bits: head.bits,
      count: head.count,
      few: head.few,
      begin: head.begin,
      end: head.end,
      place: head.at.place,
      filtered: head.filter_first
    });
  }
  askSpectrogram() {
    const key = JSON.stringify(this.settings);
    if (key === this.drawnSpectrogram) return;
    this.drawnSpectrogram = key;
    this.channel.wish("spectrogram", this.settings, ({ head, arrays }) => {
      this.spectrogram.show(head, arrays[0]);
      Object.assign(this.shell.root.dataset, { halfRate: head.half_rate, spectrogram: `${head.rows} × ${head.columns}` });
    });
  }
  toggle(original) {
    if (this.speaker.playing) this.speaker.stop();
    else void this.play(original);
  }
  async play(original) {
    try {
      const { head, arrays } = await this.channel.ask("listen", { ...this.settings, original });
      await this.speaker.play(arrays[0], head.rate);
      this.follow();
    } catch (error) {
      this.shell.say(error.message);
    }
  }
  follow() {
    const { time } = this.speaker;
    this.waveView.playAt(time);
    if (time !== null) requestAnimationFrame(() => this.follow());
  }
  showPlaying() {
    const { playing } = this.speaker;
    setText(this.playButton.firstElementChild, playing ? "Stop" : "Play");
    this.shell.root.dataset["playing"] = String(playing);
    if (!playing) this.waveView.playAt(null);
  }
  record() {
    if (this.recorder.recording) return this.endRecording();
    this.speaker.stop();
    const done = (file) => void this.picker.take(file);
    void this.recorder.begin(done, (trouble) => this.shell.say(trouble)).then(() => {
      if (!this.recorder.recording) return;
      this.shell.say("");
      this.recordTimer = window.setTimeout(() => this.endRecording(), 1e3 * this.recordSeconds);
      this.showRecording();
    });
  }
  endRecording() {
    clearTimeout(this.recordTimer);
    this.recorder.stop();
    this.showRecording();
  }
  showRecording() {
    const { recording } = this.recorder;
    setText(this.recordButton.firstElementChild, recording ? "Stop recording" : "Record");
    this.recordButton.setAttribute("aria-label", recording ? "Stop recording" : "Record");
    setText(this.picker.progress, recording ? `Recording, for ${this.recordSeconds} seconds at most …` : "");
    this.shell.root.dataset["recording"] = String(recording);
  }
};
function noiseWords({ noise_db, bits }) {
  return noise_db === null ? "" : ` Rounding to ${bits} bits adds noise, ${decimal(noise_db, 1)} dB below the sound.`;
}

// widgets/sound_to_waveform/sound_to_waveform.css
var sound_to_waveform_default = '.gn-sound .gn-row {\n  margin-bottom: 8px;\n}\n.gn-sound .gn-row .gn-row {\n  margin: 0;\n}\n.gn-sound .gn-key {\n  margin-bottom: 12px;\n}\n.gn-sound h3 {\n  margin-top: 12px;\n}\n.gn-cursor {\n  position: absolute;\n  top: 10px;\n  bottom: 40px;\n  width: 2px;\n  margin-left: -1px;\n  background: var(--gn-ink);\n  pointer-events: none;\n}\n.gn-sound .gn-samples {\n  position: relative;\n  margin-bottom: 8px;\n}\n.gn-sound .gn-samples td {\n  min-width: 64px;\n}\n.gn-sound .gn-samples td.gn-lit {\n  background: var(--gn-raised);\n  box-shadow: inset 0 -2px var(--gn-accent);\n}\n.gn-sound .gn-samples th {\n  position: sticky;\n  left: 0;\n  color: var(--gn-quiet);\n  background: var(--gn-page);\n}\n.gn-decibels {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  gap: 4px 8px;\n}\n.gn-ramp {\n  width: 120px;\n  height: 12px;\n  border: 1px solid var(--gn-line);\n  background: linear-gradient(to right in oklab, var(--gn-neutral), var(--gn-positive));\n}\n.gn-sound .gn-record[aria-pressed="true"] {\n  border-color: var(--gn-class-0);\n}\n.gn-sound[data-dropping="true"] {\n  outline: 3px dashed var(--gn-accent);\n  outline-offset: 4px;\n}\n';

// widgets/sound_to_waveform/index.ts
var sound_to_waveform_default2 = {
  render({ model, el }) {
    let listener = null;
    const shell = makeShell(el, "Sound to waveform", sound_to_waveform_default, (theme) => listener?.retheme(theme));
    shell.root.classList.add("gn-sound");
    const channel = new Channel(model, shell.say);
    listener = new Listener(channel, shell);
    return () => {
      listener.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  sound_to_waveform_default2 as default
};
