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

// dom/timeline_bar.css
var timeline_bar_default = ".gn-timeline .gn-row {\n  flex-wrap: nowrap;\n  align-items: end;\n  gap: 8px;\n}\n.gn-widget .gn-timeline .gn-line {\n  flex: 1 1 120px;\n}\n.gn-timeline .gn-label {\n  white-space: nowrap;\n}\n.gn-track {\n  position: relative;\n  display: block;\n  padding-top: 10px;\n}\n.gn-marks {\n  position: absolute;\n  inset: 0 0 auto;\n  height: 12px;\n  pointer-events: none;\n}\n.gn-marks span {\n  position: absolute;\n  top: -3px;\n  font-size: 14px;\n  line-height: 14px;\n  color: var(--gn-accent);\n  transform: translateX(-50%);\n}\n.gn-changes {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 6px;\n  margin-top: 6px;\n}\n.gn-widget .gn-chip-button {\n  min-height: max(28px, var(--gn-target));\n  padding: 0 10px;\n  border-radius: 14px;\n  font-size: 13px;\n}\n@container gn-root (max-width: 520px) {\n  .gn-timeline .gn-row {\n    flex-wrap: wrap;\n  }\n  .gn-widget .gn-timeline .gn-line {\n    flex-basis: 100%;\n    order: -1;\n  }\n}\n.gn-runs {\n  display: flex;\n  flex-direction: column;\n  gap: 8px;\n}\n.gn-runs > .gn-row {\n  align-items: end;\n}\n.gn-widget .gn-runs .gn-control:has(select) {\n  flex: 0 1 260px;\n}\n.gn-runs select {\n  width: 100%;\n}\n";

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
function setEnabled(element, enabled) {
  const off = String(!enabled);
  if (element.getAttribute("aria-disabled") !== off) element.setAttribute("aria-disabled", off);
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
function brief(value) {
  if (value === null) return "not finite";
  const size = Math.abs(value);
  if (size >= 1e3 || Number.isInteger(value) && size < 1e6) return whole(value);
  if (size > 0 && size < 1e-4) return minus(value.toExponential(1)).replace("-", "−");
  return short(value);
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

// dom/swatch.ts
function swatch(ink, dash) {
  const line = makeSvg("path", { d: "M1 6H29", stroke: ink, "stroke-width": 2.5, "stroke-dasharray": dash, fill: "none" });
  return makeSvg("svg", { viewBox: "0 0 30 12", width: 30, height: 12, "aria-hidden": "true", class: "gn-swatch" }, line);
}

// dom/runs_view.ts
var RunsView = class {
  constructor(wishes) {
    this.wishes = wishes;
    this.element.append(make("h3", {}, "Branches"), this.buttons, this.row, this.words, this.distances);
  }
  wishes;
  element = make("div", { class: "gn-runs", hidden: true });
  buttons = make("div", { class: "gn-row", role: "group", "aria-label": "Runs" });
  row = make("div", { class: "gn-row" });
  words = make("p", { role: "status" });
  distances = make("div", { class: "gn-from", role: "group", "aria-label": "Distance of the parameters" });
  form = "";
  draw(tracks, now, theme) {
    this.element.hidden = tracks.length < 2;
    const form = JSON.stringify([tracks.map(({ name, branched_at, parent }) => [name, branched_at, parent]), now, theme]);
    if (form === this.form) return;
    this.form = form;
    const focused = this.buttons.getRootNode().activeElement?.getAttribute("name");
    this.buttons.replaceChildren(...tracks.map((track, i) => this.chooser(track, i, track.name === now, theme)));
    if (focused) this.buttons.querySelector(`[name="${focused}"]`)?.focus();
    const others = tracks.filter(({ name }) => name !== now);
    const other = select({ label: "Compare with", help: "How far have the two drifted apart?", name: "other", options: others.map(({ name, label: label2 }) => ({ value: name, label: label2 })), onInput: (name) => this.wishes.compare(name) });
    const chosen = tracks.find(({ name }) => name === now);
    const gone = chosen.parent && !tracks.some(({ parent }) => parent === now) ? button({ name: "forget", label: `Forget ${chosen.label}`, text: `Forget ${chosen.label}`, onClick: () => this.wishes.forget(now) }) : null;
    this.row.replaceChildren(other.element, ...gone ? [gone] : []);
  }
  chooser({ name, label: label2, branched_at, parent }, place, chosen, theme) {
    const from = parent && branched_at !== null ? `, from step ${whole(branched_at)}` : "";
    const element = button({ name, label: `${label2}${from}`, text: `${label2}${from}`, onClick: () => this.wishes.choose(name) });
    element.prepend(swatch(inkOf(place, theme), ""));
    element.setAttribute("aria-pressed", String(chosen));
    return element;
  }
  compare(comparison) {
    setText(this.words, comparison ? capital(comparison.words) : "");
    this.distances.replaceChildren();
    if (!comparison || comparison.steps.length === 0) return;
    const step = comparison.steps.at(-1);
    const cells = Object.entries(comparison.distances).map(([layer, row]) => {
      const reference = `distance.${comparison.now}/${comparison.track}/${layer}`;
      const shown = (row.at(-1) ?? NaN).toPrecision(4);
      return make("button", { type: "button", class: "gn-num", "data-ref": reference, "aria-label": `Distance, ${layer === "all" ? "all layers" : layer}: ${shown}`, onclick: () => this.wishes.explain(reference, step) }, make("span", { class: "gn-sym" }, layer === "all" ? "all layers" : layer), make("span", {}, shown));
    });
    this.distances.append(make("span", { class: "gn-note" }, `‖parameters − the other's‖ at step ${whole(step)}`), ...cells);
  }
};
function capital(text) {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

// dom/timeline_bar.ts
var TimelineBar = class {
  /** `onGo` is called with the step that was dragged to; `buttons` stand beside the slider. */
  constructor(onGo, ...buttons) {
    this.onGo = onGo;
    const label2 = make("label", { class: "gn-control gn-line" }, make("span", { class: "gn-label" }, "Timeline", this.words), make("span", { class: "gn-track" }, this.slider, this.marks));
    this.element = make("div", { class: "gn-timeline" }, make("div", { class: "gn-row" }, this.back, this.on, this.end, label2, ...buttons), this.list);
  }
  onGo;
  element;
  shown = { first: 0, last: 0, at: 0, marks: [] };
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  marks = make("div", { class: "gn-marks", "aria-hidden": "true" });
  list = make("div", { class: "gn-changes", role: "group", "aria-label": "Changes on the way" });
  slider = make("input", { type: "range", name: "timeline", min: 0, max: 0, step: 1, title: "Drag back to any step of the run", oninput: () => this.go(this.slider.valueAsNumber) });
  back = button({ name: "earlier", label: "One step back", text: "◀", onClick: () => this.go(this.shown.at - 1) });
  on = button({ name: "later", label: "One step on, as it was", text: "▶", onClick: () => this.go(this.shown.at + 1) });
  end = button({ name: "end", label: "To where the run stands", text: "▶▏", onClick: () => this.go(this.shown.last) });
  told = "";
  show(shown) {
    this.shown = shown;
    const { first, last, at } = shown;
    setAttribute(this.slider, "min", String(first));
    setAttribute(this.slider, "max", String(Math.max(last, first + 1)));
    if (this.slider.valueAsNumber !== at) this.slider.valueAsNumber = at;
    const words = at === last ? `step ${whole(at)}, where the run stands` : `step ${whole(at)} of ${whole(last)}`;
    setText(this.words, words);
    setAttribute(this.slider, "aria-valuetext", words);
    setEnabled(this.back, at > first);
    setEnabled(this.on, at < last);
    setEnabled(this.end, at < last);
    this.mark();
  }
  go(step) {
    const { first, last, at } = this.shown;
    const wished = Math.min(last, Math.max(first, Math.round(step)));
    if (wished === at) this.show(this.shown);
    else this.onGo(wished);
  }
  mark() {
    const { first, last, marks } = this.shown;
    const told = JSON.stringify(marks);
    if (told !== this.told) {
      this.told = told;
      const chips = marks.map(
        ({ step, text }) => make("button", { type: "button", class: "gn-button gn-chip-button", title: "Look at the step where it was made", onclick: () => this.go(step) }, `▾ ${whole(step)}: ${text}`)
      );
      this.list.replaceChildren(...chips);
      this.marks.replaceChildren(...marks.map(() => make("span", {}, "▾")));
    }
    this.list.hidden = marks.length === 0;
    marks.forEach(({ step }, i) => {
      const share = (step - first) / Math.max(1, last - first);
      this.marks.children[i].style.left = `calc(8px + ${share.toFixed(4)} * (100% - 16px))`;
    });
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

// lib/tracks.ts
function marksOf({ branched_at, parent, changes }) {
  const began = branched_at !== null && parent ? [{ step: branched_at, text: "branched off" }] : [];
  return [...began, ...changes];
}

// lib/scales.ts
function linearScale([low, high], [begin, end]) {
  const span = high - low || 1;
  return (value) => begin + (value - low) / span * (end - begin);
}
function logScale([low, high], range2) {
  const inner = linearScale([Math.log(low), Math.log(high)], range2);
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
    const moved = (value, range2, share) => mix(range2, hold((value - range2[0]) / (range2[1] - range2[0]) + share));
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

// widgets/training_monitor/table.ts
function toTable(names, rows) {
  const count = rows.length / names.length;
  return Object.fromEntries(names.map((name, i) => [name, Float32Array.from({ length: count }, (_, row) => rows[row * names.length + i])]));
}

// widgets/training_monitor/charts.ts
var DASHED = "6 4";
var HEIGHT = 220;
var Charts = class {
  element = make("div", { class: "gn-columns" });
  shown = null;
  log = false;
  measure = "layers";
  loss = new Plot("Loss against steps", HEIGHT, () => this.redraw());
  other = new Plot("Another measure against steps", HEIGHT, () => this.redraw());
  keys = [make("div", { class: "gn-key" }), make("div", { class: "gn-key" })];
  handle;
  logButton = button({ name: "log", label: "Log scale for the loss", text: "log scale", onClick: () => this.toggle() });
  choice = make("div", {});
  chooser = null;
  options = "";
  constructor(onGo) {
    this.handle = this.loss.addHandle({
      name: "at",
      at: [0, 0],
      words: (x) => `Step ${whole(x)} on the timeline`,
      onMove: (x) => onGo(Math.round(x)),
      hold: (x) => [Math.round(x), this.floor]
    });
    this.logButton.setAttribute("aria-pressed", "false");
    this.element.append(
      make("div", {}, make("div", { class: "gn-row gn-head" }, make("h3", {}, "Loss"), this.logButton), this.loss.element, this.keys[0]),
      make("div", {}, make("div", { class: "gn-row gn-head" }, this.choice), this.other.element, this.keys[1])
    );
  }
  draw(shown) {
    this.shown = shown;
    this.offer(shown);
    this.redraw();
  }
  close() {
    this.loss.close();
    this.other.close();
  }
  floor = 0;
  toggle() {
    this.log = !this.log;
    this.logButton.setAttribute("aria-pressed", String(this.log));
    this.redraw();
  }
  /** What the second chart can show: it depends on the run. */
  offer({ curves, now, comparison }) {
    const epochs = Object.keys(curves.get(now)?.["epochs"] ?? {}).filter((name) => !["step", "loss", "validation_loss"].includes(name));
    const seen = epochs.filter((name) => [...curves.get(now)["epochs"][name]].some(Number.isFinite));
    const options = [
      { value: "layers", label: "Gradient norm of each layer" },
      ...seen.map((name) => ({ value: name, label: name.replaceAll("_", " ") })),
      { value: "learning_rate", label: "Learning rate" },
      ...comparison ? [{ value: "distance", label: "Distance between the parameters of two runs" }] : []
    ];
    const told = JSON.stringify(options);
    if (told === this.options) return;
    this.options = told;
    if (!options.some(({ value }) => value === this.measure)) this.measure = "layers";
    this.chooser = select({
      label: "Also shown",
      help: "What the second chart shows",
      name: "measure",
      options,
      onInput: (value) => {
        this.measure = value;
        this.redraw();
      }
    });
    this.chooser.show(this.measure);
    this.choice.replaceChildren(this.chooser.element);
  }
  /** Show the distance of two runs as soon as it is known. */
  showDistance() {
    this.measure = "distance";
    this.chooser?.show(this.measure);
    this.redraw();
  }
  redraw() {
    const { shown } = this;
    if (!shown) return;
    const first = Math.min(...shown.tracks.map((track) => track.first));
    const across = [first, Math.max(first + 1, ...shown.tracks.map((track) => track.step))];
    this.drawOne(this.loss, this.keys[0], this.lossCurves(shown), across, "loss", this.log);
    const { curves, label: label2, log } = this.otherCurves(shown);
    this.other.relabel(`${label2} against steps`);
    this.drawOne(this.other, this.keys[1], curves, across, label2, log);
  }
  drawOne(plot, key, curves, x, yLabel, log) {
    const values = curves.flatMap(({ ys }) => [...ys]).filter((value) => Number.isFinite(value) && (!log || value > 0));
    const y = range(values, log);
    const { at } = this.shown;
    const now = { xs: [at, at], ys: y, ink: "var(--gn-accent)", thin: true };
    if (plot === this.loss) {
      this.floor = y[0];
      this.handle.at = [at, y[0]];
    }
    plot.draw({ x, y, xLabel: "step", yLabel, log }, [...curves, now]);
    const told = curves.map(({ label: label2, ink, dash }) => `${label2}|${ink}|${dash ?? ""}`).join("\n");
    if (key.dataset["told"] === told) return;
    key.dataset["told"] = told;
    key.replaceChildren(...curves.map(({ label: label2, ink, dash }) => make("span", {}, swatch(ink, dash ?? ""), label2)));
  }
  lossCurves({ tracks, curves, theme, now }) {
    return tracks.flatMap((track, i) => {
      const known = curves.get(track.name);
      if (!known) return [];
      const [steps, epochs] = [known["steps"], known["epochs"]];
      const whose = tracks.length > 1 ? `${track.label}: ` : "";
      const ink = inkOf(i, theme);
      const held = [...epochs["validation_loss"]].some(Number.isFinite);
      const training = { xs: steps["step"], ys: steps["loss"], label: `${whose}training, each batch`, ink, thin: true };
      const validation = { xs: epochs["step"], ys: epochs["validation_loss"], label: `${whose}validation`, dash: DASHED, ink, thin: track.name !== now };
      return held ? [training, validation] : [training];
    });
  }
  otherCurves(shown) {
    const { tracks, curves, now, theme, comparison } = shown;
    const { measure } = this;
    if (measure === "distance" && comparison) {
      const names = Object.keys(comparison.distances);
      const lines2 = names.map((name, i) => ({ xs: comparison.steps, ys: Float32Array.from(comparison.distances[name], (value) => value ?? NaN), ink: inkOf(i, theme), dash: dashOf(i), label: name === "all" ? "all layers" : name }));
      return { curves: lines2, label: "distance", log: false };
    }
    if (measure === "layers") {
      const { step, learning_rate: _, ...layers } = curves.get(now)?.["layers"] ?? {};
      const lines2 = Object.entries(layers).map(([name, ys], i) => ({ xs: step, ys, ink: inkOf(i, theme), dash: dashOf(i), label: name }));
      return { curves: lines2, label: "gradient norm", log: true };
    }
    const table2 = measure === "learning_rate" ? "layers" : "epochs";
    const lines = tracks.flatMap((track, i) => {
      const known = curves.get(track.name)?.[table2];
      const ys = known?.[measure];
      return ys ? [{ xs: known["step"], ys, ink: inkOf(i, theme), dash: dashOf(i), label: track.label, thin: track.name !== now }] : [];
    });
    return { curves: lines, label: measure.replaceAll("_", " "), log: measure === "learning_rate" };
  }
};
function range(values, log) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return log ? [0.1, 1] : [0, 1];
  if (log) return [low / 1.3, high * 1.3];
  return [Math.min(0, low), high + 0.05 * (high - Math.min(0, low) || 1)];
}

// widgets/training_monitor/bars.ts
var Bars = class {
  constructor(reference, count, what, sign, ask) {
    this.ask = ask;
    this.bars = Array.from({ length: count }, (_, place) => {
      const fill2 = make("span", {});
      const button2 = make("button", { type: "button", class: "gn-bar", tabindex: place === 0 ? 0 : -1, "data-ref": `${reference}[${place}]`, onfocus: () => this.point(place), onblur: () => this.rest() }, fill2);
      return { button: button2, fill: fill2 };
    });
    this.element = make(
      "div",
      {
        class: "gn-bars",
        role: "group",
        "aria-label": count ? `Histogram of the ${what}; arrow keys go from bar to bar` : `No histogram of the ${what}: none is finite`,
        "data-sign": sign,
        onpointerdown: (event) => event.button === 0 && this.element.setPointerCapture(event.pointerId),
        onpointermove: (event) => this.point(this.under(event)),
        onpointerup: (event) => this.element.hasPointerCapture(event.pointerId) && this.choose(this.under(event)),
        onpointerleave: () => this.rest(),
        onkeydown: (event) => this.press(event),
        // Enter, Space and assistive technology click without a pointer; a pointer has chosen already.
        onclick: (event) => event.detail === 0 && this.choose(this.bars.findIndex(({ button: button2 }) => button2 === event.target))
      },
      ...this.bars.map(({ button: button2 }) => button2)
    );
  }
  ask;
  /** As high as a finger needs, whatever the counts: every bar is a button from top to bottom. */
  element;
  /** What the bar says that is pointed at. */
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  bars;
  told = null;
  pointed = -1;
  draw(told) {
    this.told = told;
    const most = Math.max(1, ...told.counts);
    this.bars.forEach(({ button: button2, fill: fill2 }, place) => {
      const count = told.counts[place];
      const height = `${count ? Math.max(3, 100 * count / most).toFixed(2) : 0}%`;
      if (fill2.style.height !== height) fill2.style.height = height;
      setAttribute(button2, "aria-label", `bar ${place + 1} of ${told.counts.length}: ${this.say(place)}`);
    });
    this.point(this.pointed);
  }
  /** The bar that is explained stands out. */
  mark(reference) {
    for (const { button: button2 } of this.bars) setAttribute(button2, "aria-pressed", String(button2.dataset["ref"] === reference));
  }
  say(place) {
    const { counts, edges } = this.told;
    return `${whole(counts[place])} from ${brief(edges[place])} to ${brief(edges[place + 1])}`;
  }
  under({ clientX }) {
    const { left, width } = this.element.getBoundingClientRect();
    const place = Math.floor((clientX - left) / width * this.bars.length);
    return Math.min(this.bars.length - 1, Math.max(0, place));
  }
  point(place) {
    this.bars[this.pointed]?.button.classList.remove("gn-pointed");
    this.bars[place]?.button.classList.add("gn-pointed");
    this.pointed = place;
    setText(this.words, place < 0 ? "" : this.say(place));
  }
  // Without a pointer it is the focused bar that says what it is.
  rest() {
    this.point(this.bars.findIndex(({ button: button2 }) => button2.matches(":focus")));
  }
  choose(place) {
    const bar = this.bars[place];
    if (!bar) return;
    this.goTo(place);
    this.ask(bar.button.dataset["ref"]);
  }
  /** The group is one stop of the Tab key: the bar that was last used. */
  goTo(place) {
    this.bars.forEach(({ button: button2 }, each) => setAttribute(button2, "tabindex", each === place ? "0" : "-1"));
    this.bars[place].button.focus();
  }
  press(event) {
    const at = this.bars.findIndex(({ button: button2 }) => button2 === event.target);
    const last = this.bars.length - 1;
    const goals = { ArrowLeft: Math.max(0, at - 1), ArrowRight: Math.min(last, at + 1), Home: 0, End: last };
    const goal = goals[event.key];
    if (at < 0 || goal === void 0) return;
    event.preventDefault();
    event.stopPropagation();
    this.goTo(goal);
  }
};

// widgets/training_monitor/numbers_view.ts
var NAMES = {
  gradient_norm: "gradient norm",
  weight_norm: "weight norm",
  update_ratio: "update / weights",
  dead_units: "dead units",
  saturated: "saturated",
  r_squared: "r²",
  f1: "F1"
};
var KINDS = { weight: "weights", activation: "activations", gradient: "gradients" };
var ROLES = { weight: "value", activation: "value", gradient: "gradient" };
var COLUMNS = ["gradient_norm", "weight_norm", "update_ratio", "dead_units", "saturated"];
function wordsOf(name) {
  return NAMES[name] ?? name.replaceAll("_", " ");
}
var NumbersView = class {
  constructor(ask) {
    this.ask = ask;
  }
  ask;
  element = make("div", {});
  cells = /* @__PURE__ */ new Map();
  bars = /* @__PURE__ */ new Map();
  title = make("h3", {});
  form = "";
  draw(look, speed) {
    const form = JSON.stringify([look.measures.map(({ name, batch, validation }) => [name, !!batch, !!validation]), look.layers.map(({ name, what, numbers, histograms }) => [name, what, Object.keys(numbers), Object.entries(histograms).map(([kind, { counts, not_finite }]) => [kind, counts.length, !!not_finite])]), Object.keys(speed), !!look.dead_units]);
    if (form !== this.form) {
      this.form = form;
      this.build(look, speed);
    }
    setText(this.title, `Step ${whole(look.step)}, in epoch ${whole(look.epoch + 1)}`);
    for (const told of numbersOf(look, speed)) this.fill(told);
    for (const { histograms } of look.layers) for (const told of Object.values(histograms)) this.bars.get(told.reference).draw(told);
  }
  build(look, speed) {
    this.cells.clear();
    this.bars.clear();
    this.element.replaceChildren(
      this.title,
      make("div", { class: "gn-columns gn-tables" }, this.measures(look), this.pace(look, speed)),
      make("h3", {}, "Layer by layer"),
      this.layers(look.layers),
      make("div", { class: "gn-histograms" }, ...look.layers.map((layer) => this.histograms(layer)))
    );
  }
  measures({ measures, batch, held_out }) {
    const head = ["", `this batch (${whole(batch)})`, ...held_out ? [`validation (${whole(held_out)})`] : []];
    const rows = measures.map(
      ({ name, batch: batch2, validation }) => make("tr", {}, make("th", { scope: "row" }, wordsOf(name)), this.td(batch2, `${wordsOf(name)} of this batch`), ...held_out ? [this.td(validation, `${wordsOf(name)} on the validation samples`)] : [])
    );
    return table("Loss and metrics", head, rows);
  }
  pace({ learning_rate, dead_units }, speed) {
    const rows = [
      ["learning rate", learning_rate],
      ...Object.entries(speed).map(([name, told]) => [name.replaceAll("_", " "), told]),
      ...dead_units ? [["dead units in all", dead_units]] : []
    ];
    return table("Pace", [], rows.map(([name, told]) => make("tr", {}, make("th", { scope: "row" }, name), this.td(told, name))));
  }
  layers(layers) {
    const columns = COLUMNS.filter((name) => layers.some(({ numbers }) => numbers[name]));
    const rows = layers.map(
      ({ name, what, numbers }) => make("tr", {}, make("th", { scope: "row" }, name, make("span", { class: "gn-note" }, ` ${what}`)), ...columns.map((column) => this.td(numbers[column] ?? null, `${wordsOf(column)} of ${name}`)))
    );
    return table("Numbers of every layer", ["layer", ...columns.map(wordsOf)], rows);
  }
  histograms({ name, histograms }) {
    const parts = Object.entries(histograms).map(([kind, { reference, counts, spread, not_finite }]) => {
      const what = `${KINDS[kind]} of ${name}`;
      const bars = new Bars(reference, counts.length, what, ROLES[kind], this.ask);
      this.bars.set(reference, bars);
      const number = (part, words) => this.cell(spread[part], `${words} of the ${what}`);
      const ends = make("div", { class: "gn-ends" }, number("smallest", "smallest"), number("largest", "largest"));
      const middle = make("div", { class: "gn-spread" }, make("span", { class: "gn-note" }, "mean"), number("mean", "mean"), make("span", { class: "gn-note" }, "deviation"), number("deviation", "standard deviation"));
      const bad = not_finite && make("div", { class: "gn-spread" }, make("span", { class: "gn-note" }, "not finite"), this.cell(not_finite, `number of ${what} that are not finite`));
      return make("figure", { class: "gn-histogram" }, make("figcaption", {}, KINDS[kind], bars.words), bars.element, ends, middle, bad);
    });
    return make("div", { class: "gn-layer", role: "group", "aria-label": `Histograms of ${name}` }, make("h4", {}, name), make("div", { class: "gn-three" }, ...parts));
  }
  td(told, label2) {
    return make("td", {}, told ? this.cell(told, label2) : "");
  }
  cell(told, label2) {
    if (!told) return make("span", {});
    const { reference } = told;
    const cell = make("button", { type: "button", class: "gn-num", "data-ref": reference, "data-label": label2, onclick: () => this.ask(reference) });
    this.cells.set(reference, cell);
    return cell;
  }
  fill({ reference, value }) {
    const cell = this.cells.get(reference);
    if (!cell) return;
    const text = brief(value);
    if (cell.textContent === text) return;
    setText(cell, text);
    setAttribute(cell, "aria-label", `${cell.dataset["label"]}: ${text}`);
    setAttribute(cell, "title", `Why is the ${cell.dataset["label"]} ${text}?`);
  }
  /** The number that is explained stands out. */
  mark(reference) {
    for (const [own, cell] of this.cells) setAttribute(cell, "aria-pressed", String(own === reference));
    for (const bars of this.bars.values()) bars.mark(reference);
  }
};
function* numbersOf(look, speed) {
  yield look.learning_rate;
  yield* Object.values(speed);
  if (look.dead_units) yield look.dead_units;
  for (const { batch, validation } of look.measures) {
    if (batch) yield batch;
    if (validation) yield validation;
  }
  for (const { numbers, histograms } of look.layers) {
    yield* Object.values(numbers);
    for (const { spread, not_finite } of Object.values(histograms)) {
      yield* Object.values(spread);
      if (not_finite) yield not_finite;
    }
  }
}
function table(label2, head, rows) {
  const top = head.length ? make("thead", {}, make("tr", {}, ...head.map((text) => text ? make("th", { scope: "col" }, text) : make("td", {})))) : null;
  return make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": label2 }, make("table", {}, top, make("tbody", {}, ...rows)));
}

// widgets/training_monitor/settings_row.ts
var RATES = [1e-4, 100];
var L2_LEAST = 1e-5;
var SettingsRow = class {
  constructor(onChange, onUndo) {
    this.onChange = onChange;
    this.rate = slider({
      label: "Learning rate",
      help: "How far each update goes",
      name: "learning_rate",
      min: 0,
      max: 1,
      step: 5e-3,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPlace: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (learning_rate) => onChange({ learning_rate })
    });
    this.l2 = slider({
      label: "L2 penalty",
      help: "How strongly weights are pulled towards 0",
      name: "l2",
      min: 0,
      max: 1,
      step: 0.02,
      toValue: (place) => place === 0 ? 0 : fromLogSlider(place, L2_LEAST, 1),
      toPlace: (value) => value === 0 ? 0 : toLogSlider(value, L2_LEAST, 1),
      format: short,
      onInput: (l2) => onChange({ l2 })
    });
    this.undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: onUndo });
    this.element.append(this.ruleSlot, this.rate.element, this.l2.element, this.undo);
  }
  onChange;
  element = make("div", { class: "gn-row gn-knobs" });
  rate;
  l2;
  undo;
  ruleSlot = make("div", { class: "gn-slot" });
  rule = null;
  rules = "";
  show(settings, rules, canUndo) {
    const told = JSON.stringify(rules);
    if (told !== this.rules) {
      this.rules = told;
      const options = rules.map(({ name, label: label2 }) => ({ value: name, label: label2 }));
      this.rule = select({ label: "Update rule", help: "How gradients change parameters", name: "rule", options, onInput: (rule) => this.onChange({ rule }) });
      this.ruleSlot.replaceChildren(this.rule.element);
    }
    this.rule.show(settings.rule);
    this.rate.show(settings.learning_rate);
    this.l2.element.hidden = settings.l2 === null;
    if (settings.l2 !== null) this.l2.show(settings.l2);
    setEnabled(this.undo, canUndo);
  }
};

// widgets/training_monitor/monitor.ts
var Monitor = class {
  constructor(model, shell) {
    this.shell = shell;
    this.channel = new Channel(model, shell.say);
    this.runs = new RunsView({
      choose: (track) => this.ask("choose", { track }),
      forget: (track) => this.ask("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.explain({ reference, step, track: this.view.now })
    });
    this.why = new ExplanationPanel({
      ask: (asked) => this.channel.wish("explain", asked, ({ head }) => this.showWhy(head)),
      tracks: () => this.view?.tracks ?? [],
      digits: 4,
      code: ({ reference, step, track }) => /^(clock|distance)\./.test(reference) ? "" : `${track === "run" ? "run" : "branch"}.at(${step}).explain("${reference}")`
    });
    const speed = select({ label: "Speed", help: "How much is trained between two pictures", name: "speed", options: SPEEDS.filter(({ name }) => name !== "single").map(({ name, label: label2 }) => ({ value: name, label: label2 })), onInput: (name) => this.pace(speedOf(name)) });
    speed.show(this.speed.name);
    shell.root.append(
      make("div", { class: "gn-row gn-knobs" }, this.play, this.step, speed.element, this.example),
      this.words,
      this.settings.element,
      this.timeline.element,
      this.state,
      this.charts.element,
      this.runs.element,
      this.why.element,
      this.numbers.element
    );
    this.ask("open", {});
  }
  shell;
  channel;
  view = null;
  comparison = null;
  curves = /* @__PURE__ */ new Map();
  /** Settings that are not in force yet: on their way to Python, or, in the past, for a branch that may begin there. */
  wished = {};
  changes = 0;
  speed = speedOf("normal");
  loop = new PlayLoop({ turn: () => this.advance(this.speed.amount), changed: () => this.draw(), failed: (error) => this.shell.say(error.message) });
  example = make("div", { class: "gn-slot" });
  words = make("p", { class: "gn-note" });
  state = make("p", { class: "gn-state", role: "status" });
  play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  step = button({ name: "step", label: "One update", text: "One step", onClick: () => this.advanceOnce() });
  branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "The same past up to this step, another future", onClick: () => this.branchHere() });
  settings = new SettingsRow((change) => this.set(change), () => this.ask("undo", {}));
  timeline = new TimelineBar((step) => this.go(step), this.branch);
  charts = new Charts((step) => this.go(step));
  runs;
  numbers = new NumbersView((reference) => this.explain({ reference, step: this.view.at, track: this.view.now }));
  why;
  close() {
    this.loop.pause();
    this.charts.close();
    this.channel.close();
  }
  redraw() {
    this.draw();
  }
  get track() {
    const { tracks, now } = this.view;
    return tracks.find(({ name }) => name === now);
  }
  get past() {
    return this.view.at < this.track.step;
  }
  pace(speed) {
    this.speed = speed;
    this.loop.everyMs = speed.everyMs;
  }
  ask(kind, fields) {
    this.channel.wish(kind, fields, (answer) => this.take(answer));
  }
  take({ head, arrays }) {
    const before = this.view;
    if (before && (before.example !== head.example || before.now !== head.now)) this.wished = {};
    if (before && before.example !== head.example) this.curves.clear();
    this.view = head;
    let place = 0;
    for (const { track, columns } of head.curves) {
      this.curves.set(track, Object.fromEntries(Object.entries(columns).map(([name, names]) => [name, toTable(names, arrays[place++])])));
    }
    for (const name of this.curves.keys()) if (!head.tracks.some((track) => track.name === name)) this.curves.delete(name);
    this.keepComparison(before);
    this.draw();
    if (!head.complete && !this.loop.playing) this.ask("look", this.past ? { step: head.at } : {});
  }
  // A comparison holds while both runs stand where they stood; else it is asked for again.
  keepComparison(before) {
    const { comparison, view } = this;
    if (view.tracks.length < 2) {
      this.comparison = null;
      this.runs.compare(null);
      return;
    }
    const stood = (told) => JSON.stringify(told?.tracks.map(({ name, step, changes }) => [name, step, changes.length]));
    if (stood(before) === stood(view) && before?.now === view.now && comparison) return;
    const others = view.tracks.filter(({ name }) => name !== view.now).map(({ name }) => name);
    const wanted = comparison && others.includes(comparison.track) ? comparison.track : this.track.parent || others[0];
    if (!this.loop.playing) this.compare(wanted, false);
  }
  compare(track, show2 = true) {
    this.channel.wish("compare", { track }, ({ head }) => {
      if (head.now !== this.view.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.draw();
      if (show2) this.charts.showDistance();
    });
  }
  async advance(amount) {
    const answer = await this.channel.ask("advance", amount);
    this.shell.say("");
    this.take(answer);
    return !this.track.stopped;
  }
  advanceOnce() {
    this.loop.pause();
    this.advance({ steps: 1 }).catch((error) => this.shell.say(error.message));
  }
  toggle() {
    this.loop.toggle();
    if (!this.loop.playing) this.ask("look", {});
  }
  go(step) {
    this.loop.pause();
    this.ask("look", step === this.track.step ? {} : { step });
  }
  set(change) {
    this.wished = { ...this.wished, ...change };
    if (this.past) return this.draw();
    const number = ++this.changes;
    this.channel.wish("change", this.wished, (answer) => {
      if (number === this.changes) this.wished = {};
      this.take(answer);
    });
  }
  branchHere() {
    this.loop.pause();
    const { wished } = this;
    this.wished = {};
    this.ask("branch", { step: this.view.at, ...wished });
  }
  explain(asked) {
    this.loop.pause();
    this.why.begin(asked);
  }
  showWhy({ explanation }) {
    this.why.show(explanation);
    this.draw();
  }
  draw() {
    const { view, loop, shell } = this;
    if (!view) return;
    const { track } = this;
    this.offerExamples(view);
    setText(this.play.firstElementChild, loop.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", loop.playing ? "Pause" : "Play");
    this.settings.show({ ...track.settings, ...this.wished }, view.rules, track.can_undo && !this.past);
    this.timeline.show({ first: track.first, last: track.step, at: view.at, marks: marksOf(track) });
    setText(this.state, this.say(view, track));
    setEnabled(this.step, true);
    this.charts.draw({ tracks: view.tracks, now: view.now, at: view.at, curves: this.curves, comparison: this.comparison, theme: shell.theme });
    this.runs.draw(view.tracks, view.now, shell.theme);
    this.numbers.draw(view.look, view.speed);
    const asked = this.why.asked;
    this.numbers.mark(asked && asked.step === view.at && asked.track === view.now ? asked.reference : "");
    Object.assign(shell.root.dataset, {
      ready: "true",
      example: view.example,
      track: view.now,
      tracks: view.tracks.length,
      at: view.at,
      step: track.step,
      loss: view.look.measures[0].batch.value,
      playing: loop.playing,
      settled: loop.settled,
      stopped: track.stopped !== null,
      asked: asked?.reference ?? "",
      changes: track.changes.length,
      apart: this.comparison?.first_difference ?? ""
    });
  }
  say({ at }, { step, stopped, label: label2 }) {
    if (stopped && at === step) return `${stopped} Drag the timeline back, choose a smaller learning rate, and branch there.`;
    if (at < step) return `You look at step ${whole(at)} of ${whole(step)}. Settings chosen now are those of the branch that begins here; Play goes on from the end of ${label2}.`;
    return "";
  }
  offerExamples({ examples, example }) {
    if (examples.length < 2) return;
    if (!this.example.firstElementChild) {
      const options = examples.map(({ name, label: label2 }) => ({ value: name, label: label2 }));
      const kinds = select({ label: "Example", help: "Which network on which data", name: "example", options, onInput: (name) => this.choose(name) });
      kinds.show(example);
      this.example.append(kinds.element);
    }
    setText(this.words, examples.find(({ name }) => name === example).words);
  }
  choose(example) {
    this.loop.pause();
    this.ask("open", { example });
  }
};

// widgets/training_monitor/training_monitor.css
var training_monitor_default = '.gn-monitor > * + * {\n  margin-top: 12px;\n}\n.gn-monitor .gn-knobs {\n  align-items: end;\n}\n.gn-slot {\n  flex: 1.3 1 180px;\n}\n.gn-slot:empty {\n  display: none;\n}\n.gn-monitor .gn-knobs .gn-control:has(select) {\n  flex: 1 1 150px;\n}\n.gn-state:empty {\n  display: none;\n}\n.gn-state {\n  padding: 8px 12px;\n  border-radius: 8px;\n  background: var(--gn-raised);\n}\n.gn-monitor[data-stopped="true"] .gn-state {\n  background: var(--gn-alert);\n}\n.gn-head {\n  justify-content: space-between;\n  min-height: 58px;\n}\n.gn-head > div {\n  flex: 1 1 0;\n  min-width: 0;\n}\n.gn-monitor select {\n  width: 100%;\n  min-width: 0;\n}\n.gn-histograms {\n  margin-top: 16px;\n}\n.gn-tables {\n  margin: 4px 0 12px;\n}\n.gn-widget tbody th {\n  text-align: left;\n}\n.gn-widget td .gn-num {\n  display: inline-flex;\n  justify-content: flex-end;\n  width: auto;\n  min-width: 56px;\n}\n.gn-monitor .gn-num {\n  --gn-row: max(26px, var(--gn-target));\n  text-decoration: underline dotted var(--gn-quiet);\n  text-underline-offset: 3px;\n}\n.gn-histograms > * + * {\n  margin-top: 12px;\n}\n.gn-three {\n  display: grid;\n  grid-template-columns: repeat(auto-fit, minmax(180px, 1fr));\n  gap: 12px 24px;\n}\n.gn-histogram {\n  margin: 0;\n}\n.gn-histogram figcaption {\n  display: flex;\n  justify-content: space-between;\n  gap: 8px;\n  font-size: 13px;\n  color: var(--gn-quiet);\n}\n.gn-bars {\n  display: flex;\n  height: 64px;\n  border-bottom: 1px solid var(--gn-quiet);\n  touch-action: pan-y;\n}\n.gn-widget .gn-bar {\n  position: relative;\n  flex: 1 1 0;\n  min-width: 0;\n  height: 100%;\n  padding: 0;\n  border: 0;\n  border-radius: 2px 2px 0 0;\n  background: none;\n  cursor: pointer;\n}\n.gn-widget .gn-bar:focus-visible {\n  z-index: 1;\n  outline-width: 2px;\n  outline-offset: 1px;\n}\n.gn-widget .gn-bar.gn-pointed {\n  background: var(--gn-line);\n}\n.gn-bar span {\n  position: absolute;\n  inset: auto 8% 0;\n  background: var(--gn-positive);\n  pointer-events: none;\n}\n.gn-bars[data-sign="gradient"] .gn-bar span {\n  background: #1b7837;\n}\n.gn-monitor[data-theme="dark"] .gn-bars[data-sign="gradient"] .gn-bar span {\n  background: #7fd39a;\n}\n.gn-ends {\n  display: flex;\n  justify-content: space-between;\n}\n.gn-widget .gn-ends .gn-num,\n.gn-widget .gn-spread .gn-num {\n  width: auto;\n}\n.gn-spread {\n  display: flex;\n  flex-wrap: wrap;\n  align-items: center;\n  justify-content: center;\n}\n.gn-widget .gn-spread .gn-num {\n  padding: 0 3px;\n}\n';

// widgets/training_monitor/index.ts
var training_monitor_default2 = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Training monitor", explanation_default + timeline_bar_default + training_monitor_default, () => parts.forEach((part) => part.redraw()));
    shell.root.classList.add("gn-monitor");
    const monitor = new Monitor(model, shell);
    parts.push(monitor);
    return () => {
      monitor.close();
      shell.close();
    };
  }
};
export {
  training_monitor_default2 as default
};
