// dom/element.ts
function make(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
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
function makeShell(parent, label, styles, onTheme) {
  const trouble = make("p", { class: "gn-trouble", role: "alert" });
  const root = make("section", { class: "gn-root gn-widget", "aria-label": label, "data-lm-suppress-shortcuts": "true" });
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
    const label = `Open a ${wanted.what}…`;
    this.button = button({ name: "open", label, text: label, help: `From a file on this machine; or drop one here`, onClick: () => this.input.click() });
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
function whole(value) {
  return minus(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " "));
}
function minus(text) {
  return text.replace("-", "−");
}

// lib/pixels.ts
var CHANNELS = { 1: ["grey"], 3: ["red", "green", "blue"] };
function channelColor(level, channel) {
  if (channel === "grey") return [level, level, level];
  return [channel === "red" ? level : 0, channel === "green" ? level : 0, channel === "blue" ? level : 0];
}
function inkOn(color) {
  const [red, green, blue] = color.map(linear);
  const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (light + 0.05) ** 2 > 1.05 * 0.05 ? "#000000" : "#ffffff";
}
function pixelColor(levels, pixel, channels) {
  const at = (channel) => levels[pixel * channels + Math.min(channel, channels - 1)];
  return [at(0), at(1), at(2)];
}
function css([red, green, blue]) {
  return `rgb(${red} ${green} ${blue})`;
}
function stepFrom(cell, side, key) {
  const [row, column] = [Math.floor(cell / side), cell % side];
  const held = (place) => Math.min(side - 1, Math.max(0, place));
  switch (key) {
    case "ArrowLeft":
      return row * side + held(column - 1);
    case "ArrowRight":
      return row * side + held(column + 1);
    case "ArrowUp":
      return held(row - 1) * side + column;
    case "ArrowDown":
      return held(row + 1) * side + column;
    case "Home":
      return row * side;
    case "End":
      return row * side + side - 1;
    default:
      return null;
  }
}
function linear(byte) {
  const share = byte / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

// widgets/image_to_numbers/written.ts
function written({ head, levels, values }, place) {
  return head.scale === "raw" ? String(levels[place]) : values[place].toFixed(2);
}
function placeWords(pixel, side) {
  return `row ${Math.floor(pixel / side) + 1}, column ${pixel % side + 1}`;
}

// widgets/image_to_numbers/number_grid.ts
var NumberGrid = class {
  constructor(channel, place, onHover, onPin) {
    this.channel = channel;
    this.place = place;
    this.onPin = onPin;
    const name = channel === "grey" ? "Its numbers" : `${channel[0].toUpperCase()}${channel.slice(1)}`;
    this.table = make("table", {
      role: "grid",
      "aria-label": channel === "grey" ? "Numbers of the picture" : `Numbers of the ${channel} channel`,
      onpointerover: (event) => onHover(this.pixelOf(event.target)),
      onpointerleave: () => onHover(null),
      onfocusin: (event) => this.focused(this.pixelOf(event.target)),
      onkeydown: (event) => this.press(event)
    });
    this.scroll = make("div", { class: "gn-scroll gn-numbers", role: "group", "aria-label": name }, this.table);
    this.element = make("figure", { class: "gn-channel" }, make("figcaption", { class: "gn-label" }, name), this.scroll);
  }
  channel;
  place;
  onPin;
  element;
  table;
  scroll;
  cells = [];
  numbers = null;
  lit = null;
  stop = 0;
  show(numbers) {
    const { head, levels } = numbers;
    const [rows, columns, channels] = head.shape;
    if (this.cells.length !== rows * columns) this.build(rows, columns);
    this.numbers = numbers;
    this.scroll.classList.toggle("gn-wide-numbers", head.scale === "normalised");
    this.cells.forEach((cell, pixel) => {
      const place = pixel * channels + this.place;
      const color = channelColor(levels[place], this.channel);
      setText(cell, written(numbers, place));
      setAttribute(cell, "style", `background:${css(color)};color:${inkOn(color)}`);
    });
    this.cells[this.stop].removeAttribute("aria-label");
  }
  /** Light one number up, and bring it into view within the grid's own box. */
  light(pixel, reveal) {
    this.lit?.classList.remove("gn-lit");
    this.lit = pixel === null ? null : this.cells[pixel] ?? null;
    this.lit?.classList.add("gn-lit");
    if (this.lit && reveal) this.reveal(this.lit);
  }
  build(rows, columns) {
    this.cells = [];
    this.lit = null;
    this.stop = 0;
    const lines = Array.from({ length: rows }, () => {
      const cells = Array.from({ length: columns }, () => make("td", { role: "gridcell", tabindex: "-1" }));
      this.cells.push(...cells);
      return make("tr", { role: "row" }, ...cells);
    });
    this.table.replaceChildren(make("tbody", { role: "rowgroup" }, ...lines));
    this.cells[0].tabIndex = 0;
    this.table.style.setProperty("--gn-columns", String(columns));
  }
  pixelOf(target) {
    const found = this.cells.indexOf(target);
    return found < 0 ? null : found;
  }
  focused(pixel) {
    if (pixel === null || !this.numbers) return;
    this.cells[this.stop].tabIndex = -1;
    this.cells[this.stop].removeAttribute("aria-label");
    this.cells[this.stop = pixel].tabIndex = 0;
    const [, side] = this.numbers.head.shape;
    this.cells[pixel].setAttribute("aria-label", `${this.cells[pixel].textContent}, ${placeWords(pixel, side)}`);
    this.onPin(pixel);
  }
  press(event) {
    const from = this.pixelOf(event.target);
    const next = from === null ? null : stepFrom(from, this.numbers.head.shape[1], event.key);
    if (next === null) return;
    event.preventDefault();
    event.stopPropagation();
    this.cells[next].focus();
  }
  reveal(cell) {
    const { scroll } = this;
    const [left, top] = [cell.offsetLeft, cell.offsetTop];
    if (left < scroll.scrollLeft) scroll.scrollLeft = left;
    if (top < scroll.scrollTop) scroll.scrollTop = top;
    scroll.scrollLeft = Math.max(scroll.scrollLeft, left + cell.offsetWidth - scroll.clientWidth);
    scroll.scrollTop = Math.max(scroll.scrollTop, top + cell.offsetHeight - scroll.clientHeight);
  }
};

// widgets/image_to_numbers/pixel_picture.ts
var PixelPicture = class {
  element;
  canvas = make("canvas", { role: "img" });
  mark = make("span", { class: "gn-pixel", hidden: true });
  caption = make("figcaption", { class: "gn-label" });
  side = 1;
  constructor(onHover, onPin) {
    const at = (event) => {
      const box = this.canvas.getBoundingClientRect();
      const cell = (place, begin, length) => Math.min(this.side - 1, Math.max(0, Math.floor((place - begin) / length * this.side)));
      return cell(event.clientY, box.top, box.height) * this.side + cell(event.clientX, box.left, box.width);
    };
    const frame = make(
      "div",
      {
        class: "gn-pixels",
        onpointermove: (event) => onHover(at(event)),
        onpointerdown: (event) => onPin(at(event)),
        onpointerleave: () => onHover(null)
      },
      this.canvas,
      this.mark
    );
    this.element = make("figure", {}, this.caption, frame);
  }
  show({ head, levels }) {
    const [side, , channels] = head.shape;
    this.side = side;
    this.canvas.width = this.canvas.height = side;
    const context = this.canvas.getContext("2d");
    const image = context.createImageData(side, side);
    for (let pixel = 0; pixel < side * side; pixel++) image.data.set([...pixelColor(levels, pixel, channels), 255], 4 * pixel);
    context.putImageData(image, 0, 0);
    this.canvas.setAttribute("aria-label", `${head.words}, in ${side} by ${side} pixels`);
    this.caption.textContent = `${side} × ${side} pixels`;
    this.element.style.setProperty("--gn-side", String(side));
  }
  light(pixel) {
    this.mark.hidden = pixel === null;
    if (pixel === null) return;
    this.mark.style.setProperty("--gn-row", String(Math.floor(pixel / this.side)));
    this.mark.style.setProperty("--gn-column", String(pixel % this.side));
  }
};

// widgets/image_to_numbers/sheet.ts
var STEP = 1 / 28;
var Sheet = class {
  /** `send` has Python draw a line through places, and ends when the drawing is shown. */
  constructor(send) {
    this.send = send;
    this.pen = make("button", { type: "button", class: "gn-pen", name: "pen-place", onkeydown: (event) => this.press(event) });
    this.frame = make(
      "div",
      {
        class: "gn-sheet",
        onpointerdown: (event) => this.begin(event),
        onpointermove: (event) => {
          if (this.frame.hasPointerCapture(event.pointerId)) this.go(this.placeOf(event), true);
        }
      },
      this.image,
      this.pen
    );
    this.element = make("figure", {}, make("figcaption", { class: "gn-label" }, "Draw here"), this.frame);
    this.go(this.at, false);
  }
  send;
  element;
  image = make("img", { alt: "Your drawing", draggable: "false" });
  pen;
  frame;
  at = [0.5, 0.5];
  waiting = [];
  busy = false;
  show(address) {
    if (this.image.getAttribute("src") !== address) this.image.src = address;
  }
  begin(event) {
    event.preventDefault();
    this.frame.setPointerCapture(event.pointerId);
    this.pen.focus({ preventScroll: true });
    this.go(this.placeOf(event), false);
    this.draw([this.at]);
  }
  press(event) {
    const steps = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
    const step = steps[event.key];
    if (!step && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (step) this.go([this.at[0] + step[0], this.at[1] + step[1]], event.shiftKey);
    else this.draw([this.at]);
  }
  go(to, drawing) {
    const from = this.at;
    this.at = [Math.min(1, Math.max(0, to[0])), Math.min(1, Math.max(0, to[1]))];
    const [left, top] = this.at.map((part) => Math.round(100 * part));
    Object.assign(this.pen.style, { left: `${100 * this.at[0]}%`, top: `${100 * this.at[1]}%` });
    this.pen.setAttribute(
      "aria-label",
      `Pen, ${left} % from the left, ${top} % from the top; arrow keys move it, Space draws a dot, Shift and arrow keys draw a line`
    );
    if (drawing) this.draw([from, this.at]);
  }
  placeOf(event) {
    const box = this.frame.getBoundingClientRect();
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  }
  // While Python draws one piece of the line, the next one gathers.
  draw(points) {
    const [first] = points;
    const last = this.waiting.at(-1);
    const follows = last && first && last[0] === first[0] && last[1] === first[1];
    if (this.waiting.length && !follows) void this.flush();
    this.waiting.push(...follows ? points.slice(1) : points);
    if (!this.busy) void this.flush();
  }
  async flush() {
    this.busy = true;
    while (this.waiting.length) {
      const points = this.waiting.splice(0, 300);
      await this.send(points);
    }
    this.busy = false;
  }
};

// widgets/image_to_numbers/viewer.ts
var OWN = "own";
var DRAWING = "drawing";
var Viewer = class {
  constructor(channel, shell) {
    this.channel = channel;
    this.shell = shell;
    channel.wish("pictures", {}, ({ head }) => this.build(head));
  }
  channel;
  shell;
  settings;
  numbers = null;
  grids = [];
  made = /* @__PURE__ */ new Map();
  fullOf = "";
  hovered = null;
  pinned = null;
  pen = "black";
  picker = null;
  picture;
  own = make("option", { value: OWN });
  full = make("img", { class: "gn-full", alt: "" });
  words = make("p", { role: "status" });
  readout = make("p", { class: "gn-note" });
  drawing = make("div", { class: "gn-row", hidden: true });
  channels = make("div", { class: "gn-channels" });
  pixels = new PixelPicture((pixel) => this.hover(pixel, true), (pixel) => this.pin(pixel));
  sheet = new Sheet((points) => this.draw(points));
  close() {
    this.picker?.close();
  }
  build(told) {
    const { root, say } = this.shell;
    this.settings = told.settings;
    const wanted = { what: "picture", types: told.formats.map((name) => `image/${name}`), endings: [...told.formats, "jpg"], mostBytes: told.most_bytes };
    this.picker = new FilePicker({ channel: this.channel, wanted, root, say, onTaken: () => this.choose(OWN) });
    const choices = this.makeControls(told);
    if (told.own) this.offerOwn(told.own);
    this.drawing.append(
      select({ label: "Pen", help: "The colour that it draws in", name: "pen", options: told.pens.map((name) => ({ value: name, label: name })), onInput: (name) => this.pen = name }).element,
      button({ name: "clear", label: "Begin anew", text: "Begin anew", onClick: () => void this.draw([]) })
    );
    root.append(
      make("div", { class: "gn-row" }, this.picture.element, this.picker.button, this.picker.progress),
      make("div", { class: "gn-row" }, ...choices),
      this.drawing,
      make("div", { class: "gn-told" }, this.full, make("div", {}, this.words, this.readout)),
      make("div", { class: "gn-views" }, this.sheet.element, this.pixels.element, this.channels)
    );
    this.ask();
  }
  makeControls(told) {
    const { settings } = this;
    const options = [...told.pictures.map(({ name, label }) => ({ value: name, label })), { value: DRAWING, label: "a drawing of your own" }];
    this.picture = select({ label: "Picture", help: "What is turned into numbers", name: "picture", options, onInput: (name) => this.choose(name) });
    const size = slider({ label: "Pixels a side", help: "How finely the picture is cut into pixels", name: "size", min: told.sizes[0], max: told.sizes[1], step: 1, format: String, onInput: (value) => this.change({ size: value }) });
    const colours = [{ value: "grey", label: "grey: 1 channel" }, { value: "rgb", label: "RGB: 3 channels" }];
    const colour = select({ label: "Colour", help: "One number a pixel, or three", name: "colour", options: colours, onInput: (value) => this.change({ colour: value }) });
    const scales = told.scales.map(({ name, label }) => ({ value: name, label }));
    const scale = select({ label: "Numbers", help: "As they are stored, or divided by 255", name: "scale", options: scales, onInput: (value) => this.change({ scale: value }) });
    size.show(settings.size);
    colour.show(settings.colour);
    scale.show(settings.scale);
    return [size.element, colour.element, scale.element];
  }
  change(changed) {
    this.settings = { ...this.settings, ...changed };
    this.ask();
  }
  choose(picture) {
    if (picture === OWN) this.fullOf = "";
    this.change({ picture });
  }
  ask() {
    const { settings } = this;
    const full = settings.picture === DRAWING || settings.picture !== this.fullOf;
    this.channel.wish("show", { ...settings, full }, (answer) => this.take(answer));
  }
  async draw(points) {
    try {
      const answer = await this.channel.ask("draw", { ...this.settings, points, pen: this.pen });
      this.shell.say("");
      this.take(answer);
    } catch (error) {
      this.shell.say(error.message);
    }
  }
  /** Show an answer, unless something else has been chosen since it was asked for. */
  take({ head, arrays: [levels, values] }) {
    const { settings } = this;
    if (head.picture !== settings.picture || head.size !== settings.size || head.colour !== settings.colour || head.scale !== settings.scale) return;
    const sides = this.numbers?.head.size;
    this.numbers = { head, levels, values };
    if (sides !== head.size) this.pinned = this.hovered = null;
    this.showFull(head);
    this.showGrids(CHANNELS[head.shape[2]]);
    this.pixels.show(this.numbers);
    const [rows, columns, channels] = head.shape;
    setText(this.words, `${head.picture === OWN ? head.words : capital(head.words)}. ${rows} × ${columns} pixels × ${channels} ${channels === 1 ? "channel" : "channels"} = ${whole(head.count)} numbers.`);
    this.light(false);
    Object.assign(this.shell.root.dataset, { ready: "true", picture: head.picture, shape: head.shape.join(" "), scale: head.scale, first: levels[0] });
  }
  showFull(head) {
    const drawing = head.picture === DRAWING;
    this.drawing.hidden = this.sheet.element.hidden = !drawing;
    this.full.hidden = drawing;
    if (head.picture === OWN) this.offerOwn(head.words);
    this.picture.show(head.picture);
    if (!head.full) return;
    this.fullOf = head.picture;
    if (drawing) this.sheet.show(head.full);
    else this.full.src = head.full;
  }
  // Once a file has been read it is one of the choices; not every browser hides a choice that isn't there yet.
  offerOwn(words) {
    setText(this.own, words);
    if (!this.own.parentElement) this.picture.element.querySelector("select").append(this.own);
  }
  showGrids(names) {
    if (this.grids.length !== names.length) {
      this.grids = names.map((name, i) => this.gridOf(name, i));
      this.channels.replaceChildren(...this.grids.map(({ element }) => element));
    }
    for (const grid of this.grids) grid.show(this.numbers);
  }
  // A grid of hundreds of cells is made once and used again.
  gridOf(name, place) {
    const made = this.made.get(name) ?? new NumberGrid(name, place, (pixel) => this.hover(pixel, false), (pixel) => this.pin(pixel));
    this.made.set(name, made);
    return made;
  }
  hover(pixel, reveal) {
    if (pixel === this.hovered) return;
    this.hovered = pixel;
    this.light(reveal);
  }
  pin(pixel) {
    this.pinned = this.hovered = pixel;
    this.light(true);
  }
  light(reveal) {
    const pixel = this.hovered ?? this.pinned;
    this.pixels.light(pixel);
    for (const grid of this.grids) grid.light(pixel, reveal);
    setText(this.readout, pixel === null ? this.invitation() : this.tell(pixel));
    this.shell.root.dataset["lit"] = pixel === null ? "" : String(pixel);
  }
  invitation() {
    const { head } = this.numbers;
    const [red, green, blue] = head.grey_weights;
    const grey = head.colour === "grey" ? ` Grey is ${red} · red + ${green} · green + ${blue} · blue.` : "";
    return `0 is black, the largest number is full light.${grey} Point at a pixel or at a number.`;
  }
  tell(pixel) {
    const { head, levels, values } = this.numbers;
    const [, side, channels] = head.shape;
    const parts = CHANNELS[channels].map((name, i) => {
      const place = pixel * channels + i;
      return `${name} ${levels[place]} of 255, that is ${values[place].toFixed(3)}`;
    });
    return `${capital(placeWords(pixel, side))}: ${parts.join("; ")}.`;
  }
};
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// widgets/image_to_numbers/image_to_numbers.css
var image_to_numbers_default = '.gn-image .gn-told {\n  display: flex;\n  align-items: center;\n  gap: 8px 16px;\n  margin: 12px 0;\n  min-height: 72px;\n}\n.gn-image .gn-full {\n  flex: none;\n  width: 72px;\n  height: 72px;\n  border: 1px solid var(--gn-line);\n  border-radius: 6px;\n}\n.gn-image .gn-row + .gn-row {\n  margin-top: 8px;\n}\n.gn-image .gn-views {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: flex-start;\n  gap: 16px 20px;\n}\n.gn-image .gn-channels {\n  display: contents;\n}\n.gn-image figure {\n  margin: 0;\n  min-width: 0;\n  max-width: 100%;\n}\n.gn-image figcaption {\n  margin-bottom: 4px;\n}\n.gn-pixels,\n.gn-sheet {\n  position: relative;\n  width: 312px;\n  max-width: calc(100cqi - 36px);\n  aspect-ratio: 1;\n  outline: 1px solid var(--gn-line);\n}\n.gn-pixels canvas {\n  display: block;\n  width: 100%;\n  height: 100%;\n  image-rendering: pixelated;\n}\n.gn-pixel {\n  position: absolute;\n  left: calc(100% / var(--gn-side) * var(--gn-column));\n  top: calc(100% / var(--gn-side) * var(--gn-row));\n  width: calc(100% / var(--gn-side));\n  height: calc(100% / var(--gn-side));\n  outline: 2px solid #ffffff;\n  box-shadow: 0 0 0 4px #0b4f9e;\n  pointer-events: none;\n}\n.gn-sheet {\n  cursor: crosshair;\n  touch-action: none;\n}\n.gn-sheet img {\n  display: block;\n  width: 100%;\n  height: 100%;\n  user-select: none;\n}\n.gn-widget .gn-pen {\n  position: absolute;\n  width: var(--gn-target);\n  height: var(--gn-target);\n  padding: 0;\n  border: 0;\n  border-radius: 50%;\n  background: none;\n  transform: translate(-50%, -50%);\n  pointer-events: none;\n}\n.gn-widget .gn-pen:focus-visible {\n  outline: 2px dashed #0b4f9e;\n  outline-offset: -4px;\n}\n.gn-numbers {\n  position: relative;\n  max-height: 520px;\n  overflow: auto;\n  contain: content;\n  outline: 1px solid var(--gn-line);\n}\n.gn-widget .gn-numbers table {\n  --gn-cell: 26px;\n  table-layout: fixed;\n  width: calc(var(--gn-cell) * var(--gn-columns));\n  font-size: 12px;\n}\n.gn-widget .gn-wide-numbers table {\n  --gn-cell: 32px;\n}\n.gn-widget .gn-numbers td {\n  height: 26px;\n  padding: 0;\n  text-align: center;\n  white-space: nowrap;\n  font-size: 12px;\n  cursor: default;\n}\n.gn-widget .gn-numbers td.gn-lit {\n  position: relative;\n  outline: 2px solid #ffffff;\n  outline-offset: -2px;\n  box-shadow: 0 0 0 3px #0b4f9e;\n  z-index: 1;\n}\n.gn-image[data-dropping="true"] {\n  outline: 3px dashed var(--gn-accent);\n  outline-offset: 4px;\n}\n@media (pointer: coarse) {\n  .gn-widget .gn-numbers td {\n    height: 34px;\n  }\n}\n';

// widgets/image_to_numbers/index.ts
var image_to_numbers_default2 = {
  render({ model, el }) {
    const shell = makeShell(el, "Image to numbers", image_to_numbers_default, () => {
    });
    shell.root.classList.add("gn-image");
    const channel = new Channel(model, shell.say);
    const viewer = new Viewer(channel, shell);
    return () => {
      viewer.close();
      channel.close();
      shell.close();
    };
  }
};
export {
  image_to_numbers_default2 as default
};
