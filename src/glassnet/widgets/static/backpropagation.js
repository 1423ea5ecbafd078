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

// dom/timeline_bar.css
var timeline_bar_default = ".gn-timeline .gn-row {\n  flex-wrap: nowrap;\n  align-items: end;\n  gap: 8px;\n}\n.gn-widget .gn-timeline .gn-line {\n  flex: 1 1 120px;\n}\n.gn-timeline .gn-label {\n  white-space: nowrap;\n}\n.gn-track {\n  position: relative;\n  display: block;\n  padding-top: 10px;\n}\n.gn-marks {\n  position: absolute;\n  inset: 0 0 auto;\n  height: 12px;\n  pointer-events: none;\n}\n.gn-marks span {\n  position: absolute;\n  top: -3px;\n  font-size: 14px;\n  line-height: 14px;\n  color: var(--gn-accent);\n  transform: translateX(-50%);\n}\n.gn-changes {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 6px;\n  margin-top: 6px;\n}\n.gn-widget .gn-chip-button {\n  min-height: max(28px, var(--gn-target));\n  padding: 0 10px;\n  border-radius: 14px;\n  font-size: 13px;\n}\n@container gn-root (max-width: 520px) {\n  .gn-timeline .gn-row {\n    flex-wrap: wrap;\n  }\n  .gn-widget .gn-timeline .gn-line {\n    flex-basis: 100%;\n    order: -1;\n  }\n}\n.gn-runs {\n  display: flex;\n  flex-direction: column;\n  gap: 8px;\n}\n.gn-runs > .gn-row {\n  align-items: end;\n}\n.gn-widget .gn-runs .gn-control:has(select) {\n  flex: 0 1 260px;\n}\n.gn-runs select {\n  width: 100%;\n}\n";

// widgets/backpropagation/backpropagation.css
var backpropagation_default = '.gn-backprop {\n  --gn-minus: #7b3294;\n  --gn-plus: #1b7837;\n  --gn-made: #fff1c2;\n}\n.gn-backprop[data-theme="dark"] {\n  --gn-minus: #d3a4e8;\n  --gn-plus: #7fd39a;\n  --gn-made: #4a3d12;\n}\n.gn-knobs,\n.gn-backprop .gn-runs,\n.gn-player .gn-row {\n  margin-bottom: 8px;\n}\n.gn-backprop .gn-timeline {\n  margin-bottom: 16px;\n}\n@container gn-root (max-width: 780px) {\n  .gn-backprop .gn-timeline .gn-row {\n    flex-wrap: wrap; /* two wide buttons leave the slider too little room */\n  }\n  .gn-widget.gn-backprop .gn-timeline .gn-line {\n    flex-basis: 100%;\n    order: -1;\n  }\n}\n.gn-backprop > .gn-note {\n  margin-bottom: 8px;\n}\n.gn-backprop .gn-knobs .gn-control {\n  flex: 0 1 auto;\n}\n.gn-backprop .gn-knobs .gn-control:first-child {\n  flex: 1 1 220px;\n}\n.gn-backprop .gn-knobs {\n  align-items: end;\n}\n.gn-phases {\n  display: flex;\n  flex-wrap: wrap;\n  gap: 6px;\n  margin-bottom: 8px;\n}\n.gn-backprop .gn-phases .gn-button {\n  padding: 2px 7px;\n  font-size: 14px;\n}\n.gn-beat {\n  min-height: 3em;\n  padding-bottom: 8px;\n}\n.gn-net {\n  position: relative;\n  margin: 4px 2px 12px;\n}\n.gn-edges {\n  position: absolute;\n  inset: 0;\n  width: 100%;\n  height: 100%;\n  overflow: visible;\n  pointer-events: none;\n}\n.gn-edge {\n  stroke: var(--gn-quiet);\n}\n.gn-edge.gn-plain {\n  stroke: var(--gn-line);\n  stroke-width: 1.5;\n}\n.gn-edge[data-sign="value-minus"] {\n  stroke: var(--gn-negative);\n}\n.gn-edge[data-sign="value-plus"] {\n  stroke: var(--gn-positive);\n}\n.gn-edge[data-sign="gradient-minus"] {\n  stroke: var(--gn-minus);\n}\n.gn-edge[data-sign="gradient-plus"] {\n  stroke: var(--gn-plus);\n}\n.gn-edge.gn-lit {\n  stroke: var(--gn-accent);\n  stroke-width: 5;\n}\n.gn-forth,\n.gn-back {\n  stroke-dasharray: 10 8;\n  animation: gn-flow 0.8s linear infinite;\n}\n.gn-back {\n  animation-direction: reverse;\n}\n@keyframes gn-flow {\n  from {\n    stroke-dashoffset: 18;\n  }\n  to {\n    stroke-dashoffset: 0;\n  }\n}\n.gn-box {\n  position: absolute;\n  padding: 3px;\n  border: 1px solid var(--gn-quiet);\n  border-radius: 8px;\n  background: var(--gn-page);\n}\n.gn-widget .gn-name {\n  height: 24px;\n  overflow: hidden;\n  font-size: 13px;\n  font-weight: 600;\n  line-height: 24px;\n  text-align: center;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n}\n.gn-num[data-sign="value-minus"] span:last-child {\n  color: var(--gn-class-0);\n}\n.gn-num[data-sign="value-plus"] span:last-child {\n  color: var(--gn-class-1);\n}\n.gn-num[data-sign="gradient-minus"] span:last-child,\n.gn-num[data-sign="gradient-minus"] .gn-sym {\n  color: var(--gn-minus);\n}\n.gn-num[data-sign="gradient-plus"] span:last-child,\n.gn-num[data-sign="gradient-plus"] .gn-sym {\n  color: var(--gn-plus);\n}\n.gn-widget .gn-num.gn-chip {\n  position: absolute;\n  width: auto;\n  padding: 0 6px;\n  border: 1px solid var(--gn-line);\n  background: var(--gn-page);\n  transform: translate(-50%, -50%);\n}\n.gn-widget .gn-num.gn-chip.gn-flat {\n  position: static;\n  transform: none;\n  min-height: max(28px, var(--gn-target));\n}\n.gn-widget .gn-num.gn-inline {\n  display: inline-flex;\n  padding: 0 2px;\n  border: 0;\n  background: none;\n  text-decoration: underline dotted var(--gn-quiet);\n  text-underline-offset: 3px;\n}\n.gn-widget .gn-num.gn-made-from {\n  background: var(--gn-made);\n}\n.gn-widget .gn-num.gn-made-from span {\n  color: var(--gn-ink);\n}\n.gn-updates {\n  margin-bottom: 12px;\n}\n.gn-widget .gn-updates th,\n.gn-widget .gn-updates td {\n  padding: 2px 10px 2px 0;\n  white-space: nowrap;\n}\n@container gn-root (max-width: 480px) {\n  .gn-widget .gn-updates th,\n  .gn-widget .gn-updates td {\n    padding-right: 5px;\n    font-size: 12px;\n  }\n}\n.gn-links {\n  margin: 4px 0 0;\n  padding-left: 24px;\n  overflow-wrap: anywhere;\n}\n.gn-why summary {\n  min-height: max(24px, var(--gn-target));\n  cursor: pointer;\n}\n.gn-widget .gn-paths td {\n  text-align: left;\n}\n.gn-widget .gn-paths td:last-child {\n  text-align: right;\n}\n.gn-widget .gn-total > * {\n  border-top: 1px solid var(--gn-quiet);\n  font-weight: 600;\n}\n.gn-widget .gn-node {\n  position: absolute;\n  display: flex;\n  flex-direction: column;\n  align-items: center;\n  justify-content: space-between;\n  padding: 2px;\n  border: 1px solid var(--gn-quiet);\n  border-radius: 8px;\n  background: var(--gn-page);\n  font-size: 13px;\n  line-height: 20px;\n  cursor: pointer;\n}\n.gn-widget .gn-node[data-kind="given"] {\n  border-style: dashed;\n}\n.gn-widget .gn-node[data-kind="loss"] {\n  border-width: 2px;\n}\n.gn-op {\n  max-width: 100%;\n  overflow: hidden;\n  text-overflow: ellipsis;\n  white-space: nowrap;\n  font-weight: 600;\n}\n.gn-up {\n  color: var(--gn-class-1);\n}\n.gn-down {\n  color: var(--gn-minus);\n}\n.gn-slope {\n  position: absolute;\n  padding: 0 3px;\n  border-radius: 3px;\n  background: var(--gn-made);\n  font-size: 12px;\n  line-height: 18px;\n  transform: translate(-50%, -50%);\n  pointer-events: none;\n  white-space: nowrap;\n}\n';

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
function whole(value) {
  return minus(String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " "));
}
function subscript(value) {
  return [...String(value)].map((digit) => String.fromCharCode(8320 + Number(digit))).join("");
}
function power(value) {
  const [digits, exponent] = value.toExponential(2).split("e");
  return `${minus(digits)}·10${superscript(Number(exponent))}`;
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
function referencesOf(expression) {
  const found = /* @__PURE__ */ new Map();
  const walk = (term) => {
    if (term.reference && !term.operands) found.set(term.reference.text, term);
    term.operands?.forEach(walk);
  };
  walk(expression);
  return found;
}

// lib/series.ts
var INKS = {
  light: ["#0b4f9e", "#b34700", "#6d28d9", "#00694a", "#a0145a", "#3f4652"],
  dark: ["#8cc4ff", "#ffb27a", "#c9a8ff", "#6fd6a8", "#ff9cc8", "#c3cad4"]
};
function inkOf(place, theme) {
  return INKS[theme][place % INKS[theme].length];
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
    const other = select({ label: "Compare with", help: "How far have the two drifted apart?", name: "other", options: others.map(({ name, label }) => ({ value: name, label })), onInput: (name) => this.wishes.compare(name) });
    const chosen = tracks.find(({ name }) => name === now);
    const gone = chosen.parent && !tracks.some(({ parent }) => parent === now) ? button({ name: "forget", label: `Forget ${chosen.label}`, text: `Forget ${chosen.label}`, onClick: () => this.wishes.forget(now) }) : null;
    this.row.replaceChildren(other.element, ...gone ? [gone] : []);
  }
  chooser({ name, label, branched_at, parent }, place, chosen, theme) {
    const from = parent && branched_at !== null ? `, from step ${whole(branched_at)}` : "";
    const element = button({ name, label: `${label}${from}`, text: `${label}${from}`, onClick: () => this.wishes.choose(name) });
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

// dom/tabs.ts
function makeTabs(label, tabs, onShow) {
  const buttons = tabs.map(
    ({ name, label: label2 }, i) => make("button", { type: "button", role: "tab", class: "gn-button", name, onclick: () => show2(i) }, label2)
  );
  const show2 = (chosen) => {
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
    show2(next);
    buttons[next].focus();
  };
  const list = make("div", { role: "tablist", "aria-label": label, class: "gn-tabs", onkeydown: press }, ...buttons);
  for (const { panel, label: label2 } of tabs) {
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-label", label2);
  }
  show2(0);
  return make("div", {}, list, ...tabs.map(({ panel }) => panel));
}

// dom/timeline_bar.ts
var TimelineBar = class {
  /** `onGo` is called with the step that was dragged to; `buttons` stand beside the slider. */
  constructor(onGo, ...buttons) {
    this.onGo = onGo;
    const label = make("label", { class: "gn-control gn-line" }, make("span", { class: "gn-label" }, "Timeline", this.words), make("span", { class: "gn-track" }, this.slider, this.marks));
    this.element = make("div", { class: "gn-timeline" }, make("div", { class: "gn-row" }, this.back, this.on, this.end, label, ...buttons), this.list);
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
    const words2 = at === last ? `step ${whole(at)}, where the run stands` : `step ${whole(at)} of ${whole(last)}`;
    setText(this.words, words2);
    setAttribute(this.slider, "aria-valuetext", words2);
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

// lib/scales.ts
function linearScale([low, high], [begin, end]) {
  const span = high - low || 1;
  return (value) => begin + (value - low) / span * (end - begin);
}
function logScale([low, high], range) {
  const inner = linearScale([Math.log(low), Math.log(high)], range);
  return (value) => inner(Math.log(Math.max(value, low)));
}
function toLogSlider(value, low, high) {
  return logScale([low, high], [0, 1])(value);
}
function fromLogSlider(place, low, high) {
  return Number((low * (high / low) ** place).toPrecision(2));
}

// lib/tracks.ts
function marksOf({ branched_at, parent, changes }) {
  const began = branched_at !== null && parent ? [{ step: branched_at, text: "branched off" }] : [];
  return [...began, ...changes];
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

// dom/recording.ts
var Recording = class {
  constructor(settings) {
    this.settings = settings;
    const { label, place, names } = settings;
    this.slider = make("input", { type: "range", name: names.slider, min: 0, max: 0, step: 1, oninput: () => this.go(this.slider.valueAsNumber) });
    this.back = button({ name: names.back, label: `One ${place} back`, text: "◀", onClick: () => this.go(this.now - 1) });
    this.on = button({ name: names.on, label: `One ${place} on`, text: "▶", onClick: () => this.go(this.now + 1) });
    const head = make("span", { class: "gn-label" }, label, settings.words ? this.words : null);
    this.element = make("div", { class: "gn-row" }, this.play, this.back, this.on, make("label", { class: "gn-control gn-time" }, head, this.slider));
  }
  settings;
  now = 0;
  last = 0;
  element;
  slider;
  words = make("span", { class: "gn-number", "aria-hidden": "true" });
  play = button({ name: "play", label: "Play", text: "Play", class: "gn-button gn-main", onClick: () => this.toggle() });
  back;
  on;
  loop = new PlayLoop({ turn: (now) => this.follow(now), changed: () => this.onChange() });
  from = 0;
  began = null;
  get playing() {
    return this.loop.playing;
  }
  /** A new recording; what is shown is `now`, its end unless told. */
  record(last, now = last) {
    this.stop();
    this.last = last;
    this.slider.max = String(last);
    this.now = now;
    this.show();
  }
  stop() {
    this.loop.pause();
  }
  go(place) {
    this.stop();
    this.move(place);
  }
  toggle() {
    if (this.playing) return this.stop();
    this.from = this.now >= this.last ? 0 : this.now + 1;
    this.began = null;
    this.loop.play();
  }
  follow(now) {
    this.began ??= now;
    const place = this.from + Math.floor((now - this.began) / this.settings.everyMs);
    if (place !== this.now) this.move(place);
    return this.now < this.last && this.element.isConnected;
  }
  move(place) {
    this.now = Math.min(this.last, Math.max(0, Math.round(place)));
    this.show();
    this.settings.onMove();
  }
  onChange() {
    this.show();
    this.settings.onMove();
  }
  show() {
    this.slider.valueAsNumber = this.now;
    if (this.settings.words) setText(this.words, this.settings.words(this.now, this.last));
    setText(this.play.firstElementChild, this.playing ? "Pause" : "Play");
    this.play.setAttribute("aria-label", this.playing ? "Pause" : "Play");
    setEnabled(this.back, this.now > 0);
    setEnabled(this.on, this.now < this.last);
  }
};

// widgets/backpropagation/beats.ts
var PHASES = ["Forward", "Loss", "Chain rule", "Back to hidden", "Back to input", "Update"];
function beatsOf(moment) {
  const last = moment.layers.length - 1;
  const beat = (phase, key, layer, back, words2) => ({ phase, key, layer, back, words: words2 });
  const beats = moment.layers.map(
    (layer, i) => beat(0, `f${i}`, i, false, `${naming(i, last)} adds up its inputs times its weights, and its bias: z. Then ${words(layer.activation)} makes a of it.`)
  );
  beats.push(beat(1, "loss", -1, false, "The loss compares the prediction a with the truth t: one number that says how wrong it was."));
  beats.push(beat(2, "da", -1, true, "How much would the loss change if the prediction moved a little? That slope is ∂L/∂a."));
  beats.push(beat(2, "dz", -1, true, "The chain rule takes it through the activation: ∂L/∂z = ∂L/∂a · g′(z). This is the error signal δ of the last layer."));
  for (let i = last; i > 0; i--) {
    beats.push(beat(3, `g${i}`, i, true, "Each weight's gradient is what came in along it times the δ at its end. The bias's is δ itself."));
    beats.push(beat(3, `d${i - 1}`, i, true, "δ goes back along the same weights: each hidden unit adds up w · δ of everything it fed, and takes it through its own slope g′(z)."));
  }
  if (last === 0) beats.push(beat(3, "none", -1, true, "There is no hidden layer here, so δ has nowhere to go but to the weights."));
  beats.push(beat(4, "g0", 0, true, "Back at the input: the first weights get their gradients, input times δ. The inputs themselves are data and stay as they are."));
  beats.push(beat(5, "update", -1, false, updateWords(moment)));
  return beats;
}
function updateWords({ plain, rule }) {
  if (plain) return "Every parameter steps against its gradient, all at once: w_new = w − η · g.";
  return `${rule} makes a step of every gradient, all at once: w_new = w + step. Click a step to see how it was made.`;
}
function naming(place, last) {
  if (place === last) return "The output layer";
  return last === 1 ? "The hidden layer" : `Hidden layer ${place + 1}`;
}
function words(activation) {
  return activation === "linear" ? "nothing more happens: the activation is linear, and" : `the activation (${activation === "relu" ? "ReLU" : activation})`;
}

// widgets/backpropagation/beat_player.ts
var BEAT_MS = 1600;
var BeatPlayer = class {
  element;
  beats = [];
  words = make("p", { class: "gn-beat", role: "status" });
  recording;
  phases = PHASES.map(
    (name, phase) => button({ name: `phase-${phase}`, label: `${phase + 1}. ${name}`, text: `${phase + 1}. ${name}`, onClick: () => this.recording.go(this.lastOf(phase)) })
  );
  constructor(onMove) {
    this.recording = new Recording({
      label: "Through the step",
      place: "beat",
      everyMs: BEAT_MS,
      names: { slider: "beat", back: "back", on: "on" },
      onMove: () => {
        this.show();
        onMove();
      }
    });
    this.element = make(
      "div",
      { class: "gn-player" },
      this.recording.element,
      make("div", { class: "gn-phases", role: "group", "aria-label": "Phases of the step" }, ...this.phases),
      this.words
    );
  }
  get beat() {
    return this.beats[this.recording.now];
  }
  get playing() {
    return this.recording.playing;
  }
  /** Whether a beat has come. */
  reached(key) {
    return this.beats.findIndex((beat) => beat.key === key) <= this.recording.now;
  }
  /** New beats; the place stays where it is if there are as many as before, else it is the end. */
  take(beats) {
    const same2 = beats.length === this.beats.length;
    this.beats = beats;
    if (!same2) this.recording.record(beats.length - 1);
    this.show();
  }
  stop() {
    this.recording.stop();
  }
  lastOf(phase) {
    return this.beats.reduce((found, beat, i) => beat.phase === phase ? i : found, 0);
  }
  show() {
    const { beat } = this;
    if (beat) {
      setText(this.words, beat.words);
      const { slider: slider2, now } = this.recording;
      slider2.setAttribute("aria-valuetext", `${PHASES[beat.phase]}, beat ${now + 1} of ${this.beats.length}`);
    }
    this.phases.forEach((phase, i) => phase.setAttribute("aria-pressed", String(i === beat?.phase)));
  }
};

// widgets/backpropagation/graph_view.ts
var [BOX, HIGH, GAP, ROW] = [74, 66, 30, 76];
var GraphView = class {
  canvas = make("div", { class: "gn-net" });
  words = make("div", { class: "gn-why", role: "status" });
  element = make(
    "div",
    {},
    make("p", { class: "gn-note" }, "Above each operation its value, on the way forward; below it the gradient that came back. Choose a node to see how the two were made."),
    make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "The computational graph" }, this.canvas),
    this.words
  );
  told = null;
  chosen = -1;
  draw(told) {
    if (told.nodes.length !== this.told?.nodes.length) this.chosen = -1;
    this.told = told;
    const places = layOut(told.nodes, told.layers);
    const svg = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
    const labels = [];
    told.nodes.forEach(
      (node, at) => node.inputs.forEach((from, i) => {
        const [begin, end] = [places[from], places[at]];
        const lit = this.chosen === at || this.chosen === from;
        svg.append(makeSvg("line", { x1: begin.x + BOX, y1: begin.y + HIGH / 2, x2: end.x, y2: end.y + HIGH / 2, class: `gn-edge${lit ? " gn-lit" : " gn-plain"}` }));
        if (lit) labels.push(slopeLabel(begin, end, node.slopes[i], told.digits));
      })
    );
    const focused = focusWithin(this.canvas) ? this.chosen : -1;
    const boxes = told.nodes.map((node, at) => this.box(node, at, places[at]));
    this.canvas.replaceChildren(svg, ...boxes, ...labels);
    const size = { width: Math.max(...places.map(({ x }) => x)) + BOX, height: Math.max(...places.map(({ y }) => y)) + HIGH };
    this.canvas.style.width = `${size.width}px`;
    this.canvas.style.height = `${size.height}px`;
    if (focused >= 0) boxes[focused].focus();
    this.explain();
  }
  box(node, at, { x, y }) {
    const { digits } = this.told;
    const name = this.name(node);
    return make(
      "button",
      {
        type: "button",
        class: "gn-node",
        "data-kind": ["input", "weight", "bias"].includes(node.kind) ? "given" : node.kind === "loss" ? "loss" : "made",
        "data-node": at,
        style: `left:${x}px;top:${y}px;width:${BOX}px;height:${HIGH}px`,
        "aria-pressed": String(this.chosen === at),
        "aria-label": `${name}: value ${show(node.value, digits)}, gradient ${show(node.gradient, digits)}`,
        onclick: () => {
          this.chosen = at;
          this.draw(this.told);
        }
      },
      make("span", { class: "gn-up" }, show(node.value, digits)),
      make("span", { class: "gn-op" }, name),
      make("span", { class: "gn-down" }, show(node.gradient, digits))
    );
  }
  name({ kind, place: [layer, source, unit] }) {
    const { symbols, example } = this.told;
    const mark = layer >= 0 && kind !== "loss" ? symbols.layer(layer) : "";
    if (kind === "input") return example.inputs[unit];
    if (kind === "weight") return `w${subscript(source + 1)}${subscript(unit + 1)}${mark}`;
    if (kind === "bias") return `b${subscript(unit + 1)}${mark}`;
    return { times: "×", plus: "+", relu: "ReLU", linear: "same" }[kind] ?? kind;
  }
  explain() {
    const { told, chosen } = this;
    const node = told?.nodes[chosen];
    if (!told || !node) return this.words.replaceChildren();
    const { digits, nodes, symbols } = told;
    const back = nodes.flatMap((next, at) => next.inputs.flatMap((from, i) => from === chosen ? [{ next, slope: next.slopes[i], at }] : []));
    const terms = back.map(({ next, slope }) => `${signed(next.gradient, digits)} · ${signed(slope, digits)}`).join(" + ");
    const forward = node.inputs.map((from) => `${this.name(nodes[from])} = ${show(nodes[from].value, digits)}`).join(", ");
    const lines = [
      node.inputs.length ? `Forward: from ${forward} it makes ${show(node.value, digits)}.` : `Forward: ${show(node.value, digits)} is given.`,
      back.length ? `Back: gradient behind it times slope of that operation${back.length > 1 ? ", added up over everything that uses it" : ""}: ${terms} = ${show(node.gradient, digits)}.` : node.gradient === 1 ? "Back: it begins here, with ∂L/∂L = 1." : `Back: it begins here. In a mean over the batch, this sample's loss has the share ${show(node.gradient, digits)}.`
    ];
    const engine = [node.reference, node.d_reference].filter(Boolean).map((reference) => {
      const symbol = symbols.reference(reference);
      return make("button", { type: "button", class: "gn-button", name: "engine", "data-ref": reference, onclick: () => told.ask(reference) }, `What the engine says of ${symbol}`);
    });
    this.words.replaceChildren(make("h3", {}, `${this.name(node)}`), ...lines.map((text) => make("p", {}, text)), make("div", { class: "gn-row" }, ...engine));
  }
};
function layOut(nodes, layers) {
  const spots = nodes.map(() => ({ x: 0, y: 0 }));
  const column = { weight: 1, bias: 2, times: 2, plus: 3 };
  const rows = Array.from({ length: layers }, (_, layer) => nodes.filter(({ kind, place }) => place[0] === layer && (kind === "times" || kind === "bias")).length);
  const tall = Math.max(...rows) * ROW;
  const counts = Array.from({ length: layers }, () => 0);
  nodes.forEach((node, at) => {
    const [layer] = node.place;
    const x = (within) => (4 * Math.max(0, layer) + within) * (BOX + GAP);
    if (node.kind === "times" || node.kind === "bias") {
      const y = (counts[layer]++ + 0.5) * tall / rows[layer] - HIGH / 2;
      spots[at] = { x: x(column[node.kind]), y };
      for (const from of node.inputs) if (nodes[from].kind === "weight") spots[from] = { x: x(1), y };
    }
  });
  nodes.forEach((node, at) => {
    if (node.kind === "times" || node.kind === "bias" || node.kind === "weight") return;
    const among = node.inputs.map((from) => spots[from].y);
    const x = node.kind === "input" ? 0 : Math.max(...node.inputs.map((from) => spots[from].x)) + BOX + GAP;
    spots[at] = { x, y: among.length ? (Math.min(...among) + Math.max(...among)) / 2 : 0 };
  });
  const inputs = nodes.flatMap(({ kind }, at) => kind === "input" ? [at] : []);
  inputs.forEach((at, i) => spots[at].y = (i + 0.5) * tall / inputs.length - HIGH / 2);
  return spots;
}
function slopeLabel(begin, end, slope, digits) {
  const style = `left:${begin.x + BOX + (end.x - begin.x - BOX) * 0.5}px;top:${(begin.y + end.y + HIGH) / 2}px`;
  return make("span", { class: "gn-slope", style }, `· ${show(slope, digits)}`);
}
function signed(value, digits) {
  const text = show(value, digits);
  return text.startsWith("−") ? `(${text})` : text;
}

// widgets/backpropagation/network_view.ts
var [INPUT_BOX, BOX2, LOSS_BOX] = [92, 122, 108];
var [ROW2, TOUCH_ROW] = [26, 44];
var [PAD, NAME] = [8, 24];
var ROOM = 14;
var [LEAST_GAP, LOSS_GAP] = [100, 24];
var NetworkView = class {
  canvas = make("div", { class: "gn-net" });
  element = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "The network with its numbers" }, this.canvas);
  observer = new ResizeObserver(() => this.redraw());
  picture = null;
  width = 0;
  constructor() {
    this.observer.observe(this.element);
  }
  close() {
    this.observer.disconnect();
  }
  draw(picture) {
    this.picture = picture;
    const focused = focusWithin(this.canvas)?.dataset["ref"];
    const spots = this.places(picture.moment);
    const [edges, chips] = drawEdges(picture, spots);
    this.canvas.replaceChildren(edges, ...drawUnits(picture, spots), ...chips);
    if (focused) this.canvas.querySelector(`[data-ref="${focused}"]`)?.focus();
  }
  redraw() {
    if (this.picture && this.element.clientWidth !== this.width) this.draw(this.picture);
  }
  // Columns: the inputs, every layer, the loss. Boxes of one column stand apart evenly, columns centred on each other.
  places({ x, layers, targets }) {
    const columns = [x.length, ...layers.map(({ z }) => z.length), 1];
    const heights = [1, ...layers.map(() => 5), 3 + targets.length].map((rows) => NAME + rows * rowHeight() + PAD);
    const tall = Math.max(...columns.map((count, i) => count * (heights[i] + ROOM))) + 4;
    this.width = this.element.clientWidth;
    const widths = [INPUT_BOX, ...layers.map(() => BOX2), LOSS_BOX];
    const taken = widths.reduce((sum, width) => sum + width) + LOSS_GAP + 4;
    const gap = Math.max(LEAST_GAP, (this.width - taken) / layers.length);
    this.canvas.style.width = `${taken - 4 + gap * layers.length}px`;
    this.canvas.style.height = `${tall}px`;
    this.canvas.style.setProperty("--gn-row", `${rowHeight()}px`);
    let left = 0;
    return columns.map((count, i) => {
      const x2 = left;
      left += widths[i] + (i === layers.length ? LOSS_GAP : gap);
      return Array.from({ length: count }, (_, unit) => ({ x: x2, y: tall * (unit + 0.5) / count - heights[i] / 2, width: widths[i], height: heights[i] }));
    });
  }
};
function rowHeight() {
  return matchMedia("(pointer: coarse)").matches ? TOUCH_ROW : ROW2;
}
function drawUnits(picture, spots) {
  const { moment, example, player } = picture;
  const at = moment.place;
  const boxes = moment.x.map(
    (value, i) => box(spots[0][i], example.inputs[i], [number(picture, `data.x[${at}, ${i}]`, `x${subscript(i + 1)}`, value, "value")])
  );
  const last = moment.layers.length - 1;
  moment.layers.forEach((layer, l) => {
    layer.z.forEach((_, j) => {
      const name = l === last ? example.outputs[j] : `hidden ${last > 1 ? `${l + 1}.` : ""}${j + 1}`;
      boxes.push(box(spots[l + 1][j], name, unitRows(picture, l, j), layer.activation === "relu" && layer.a[j] === 0 && player.reached(`f${l}`)));
    });
  });
  boxes.push(box(spots.at(-1)[0], "loss", lossRows(picture), false));
  return boxes;
}
function unitRows(picture, l, j) {
  const { moment, player, symbols } = picture;
  const { name, bias, d_bias, bias_after, z, a, d_a, d_z } = moment.layers[l];
  const last = moment.layers.length - 1;
  const mark = subscript(j + 1);
  const ref = (part) => `${name}.${part}[${moment.place}, ${j}]`;
  const forward = player.reached(`f${l}`);
  const [sees_a, sees_z] = l === last ? [player.reached("da"), player.reached("dz")] : [player.reached(`d${l}`), player.reached(`d${l}`)];
  const raised2 = symbols.layer(l);
  const own = player.reached("update") ? number(picture, `${name}.bias_after[${j}]`, `b′${mark}`, bias_after[j], "value") : player.reached(`g${l}`) ? number(picture, `${name}.d_bias[${j}]`, `∂L/∂b${mark}`, d_bias[j], "gradient") : number(picture, `${name}.bias[${j}]`, `b${mark}`, bias[j], "value");
  own.setAttribute("data-layer", raised2);
  return [
    own,
    forward ? number(picture, ref("z"), `z${mark}`, z[j], "value") : null,
    forward ? number(picture, ref("a"), `a${mark}`, a[j], "value") : null,
    sees_a ? number(picture, ref("d_a"), `∂L/∂a${mark}`, d_a[j], "gradient") : null,
    sees_z ? number(picture, ref("d_z"), `∂L/∂z${mark}`, d_z[j], "gradient") : null
  ];
}
function lossRows(picture) {
  const { moment, player } = picture;
  if (!player.reached("loss")) return [];
  const several = moment.targets.length > 1;
  const rows = [
    ...moment.targets.map(({ reference, value }, i) => number(picture, reference, several ? `t${subscript(i + 1)}` : "t", value, "", value === null ? void 0 : short(value))),
    number(picture, `loss.value[${moment.place}]`, "L", moment.sample_loss, "")
  ];
  if (moment.samples.length > 1) rows.push(number(picture, "loss.mean", "mean L", moment.loss, ""));
  if (player.reached("update")) rows.push(number(picture, "afterwards.mean", "after", moment.loss_after, ""));
  return rows;
}
function number({ digits, ask }, reference, symbol, value, sign, text) {
  return numberButton({ reference, symbol, value, digits, sign, text, onClick: ask });
}
function box({ x, y, width, height }, name, rows, off = false) {
  const style = `left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
  return make("div", { class: "gn-box", style, role: "group", "aria-label": name }, make("p", { class: "gn-name" }, name, off ? " (off)" : ""), ...rows);
}
function drawEdges(picture, spots) {
  const { moment, player, symbols, digits, ask } = picture;
  const svg = makeSvg("svg", { class: "gn-edges", "aria-hidden": "true" });
  const chips = [];
  moment.layers.forEach((layer, l) => {
    const [graded, updated] = [player.reached(`g${l}`), player.reached("update")];
    const values = updated ? layer.weight_after : graded ? layer.d_weight : layer.weight;
    const kind = graded && !updated ? "gradient" : "value";
    const part = updated ? "weight_after" : graded ? "d_weight" : "weight";
    const most = Math.max(...values.flat().map((value) => Math.abs(value ?? 0)), 1e-12);
    const busy = player.playing && player.beat?.layer === l ? player.beat.back ? " gn-back" : " gn-forth" : "";
    const edges = values.flatMap((row, i) => row.map((value, j) => ({ i, j, value, ...ends(spots[l][i], spots[l + 1][j]) })));
    for (const { i, j, value, begin, end } of edges) {
      const sign = `${kind}${value === null || value === 0 ? "" : value < 0 ? "-minus" : "-plus"}`;
      const width = 1 + 4 * (Math.abs(value ?? 0) / most);
      svg.append(makeSvg("line", { x1: begin.x, y1: begin.y, x2: end.x, y2: end.y, class: `gn-edge${busy}`, "data-sign": sign, "stroke-width": width, "data-edge": `${l}-${i}-${j}` }));
      const reference = `${layer.name}.${part}[${i}, ${j}]`;
      chips.push(numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: kind, class: "gn-chip", onClick: ask }));
    }
    placeChips(edges, chips.slice(-edges.length));
  });
  const [lastColumn, loss] = [spots.at(-2), spots.at(-1)[0]];
  for (const from of lastColumn) {
    svg.prepend(makeSvg("line", { x1: from.x + from.width, y1: from.y + from.height / 2, x2: loss.x, y2: loss.y + loss.height / 2, class: "gn-edge gn-plain" }));
  }
  return [svg, chips];
}
function ends(from, to) {
  return { begin: { x: from.x + from.width, y: from.y + from.height / 2 }, end: { x: to.x, y: to.y + to.height / 2 } };
}
function placeChips(edges, chips) {
  const placed = [];
  const steepness = ({ begin, end }) => Math.abs(end.y - begin.y);
  for (const edge of [...edges].sort((a, b) => steepness(a) - steepness(b))) {
    const chip2 = chips[edges.indexOf(edge)];
    const spot = freeSpot(edge, 16 + 8 * (chip2.textContent ?? "").length, placed);
    placed.push(spot);
    chip2.style.left = `${spot.x}px`;
    chip2.style.top = `${spot.y}px`;
  }
}
function freeSpot({ begin, end }, width, placed) {
  const room = Math.max(0, 0.5 - (width / 2 + 2) / (end.x - begin.x));
  const tries = Array.from({ length: 25 }, (_, i) => {
    const along = 0.5 + (i % 2 ? 1 : -1) * Math.ceil(i / 2) * (room / 12);
    const spot = { x: begin.x + along * (end.x - begin.x), y: begin.y + along * (end.y - begin.y), width };
    const apart = placed.map((other) => Math.max(Math.abs(spot.x - other.x) / ((width + other.width) / 2), Math.abs(spot.y - other.y) / (rowHeight() + 2)));
    return { spot, apart: Math.min(1, ...apart) };
  });
  return tries.reduce((best, each) => each.apart > best.apart + 0.01 ? each : best).spot;
}

// widgets/backpropagation/symbols.ts
var SHORT = { weight: "w", bias: "b", prediction: "p", mean: "mean L", value: "L" };
var NAME2 = /(?:([A-Za-z]\w*)\.)?(?:([A-Za-z]\w*)\/)?([A-Za-z]\w*)\[(\d+(?:, \d+)*)\]/g;
var Symbols = class {
  constructor(layers, samples) {
    this.layers = layers;
    this.samples = samples;
  }
  layers;
  samples;
  /** Every name in a line of arithmetic, written short; `layer` is the one that names without a layer belong to. */
  line(text, layer) {
    return text.replace(NAME2, (whole2, owner = layer, path, part, index) => this.named(whole2, owner, path, part, index.split(", ").map(Number))).replaceAll("afterwards.mean", "mean L′").replaceAll("loss.mean", "mean L").replaceAll("optimizer.learning_rate", "η").replaceAll("data.class", "class");
  }
  reference(text) {
    return this.line(text, "");
  }
  layer(place) {
    return this.layers.length > 1 ? raised(place + 1) : "";
  }
  // afterwards.dense_1/a[0, 0] is a′₁⁽¹⁾, slope.dense_1[0, 0] is g′(z₁⁽¹⁾); other paths are left as they are.
  named(whole2, owner, path, part, index) {
    if (owner === "afterwards") return this.one(path ?? "loss", `${part}_after`, index);
    if (owner === "slope" && this.layers.includes(part)) return `g′(${this.one(part, "z", index)})`;
    return path === void 0 ? this.one(owner, part, index) : whole2;
  }
  one(owner, part, index) {
    const after = part.endsWith("_after");
    const bare = after ? part.slice(0, -6) : part;
    const slope = bare.startsWith("d_");
    const change = bare.endsWith("_change") ? "Δ" : "";
    const name = (slope ? bare.slice(2) : bare).replace(/_change$/, "");
    const [letter, place, units, sample] = this.place(owner, name, index);
    const symbol = `${change}${letter}${after ? "′" : ""}${units.map((unit) => subscript(unit + 1)).join(units.some((unit) => unit > 8) ? "," : "")}${place < 0 ? "" : this.layer(place)}`;
    const whose = sample !== null && this.samples.length > 1 ? ` (sample ${this.samples[sample] + 1})` : "";
    return `${slope ? `∂L/∂${symbol}` : symbol}${whose}`;
  }
  // A layer's input is what the layer before put out, and is called so.
  place(owner, name, index) {
    const at = this.layers.indexOf(owner);
    const kept = /^(\w+_)?(weight|bias)$/.exec(name);
    if (kept) return [`${kept[1]?.replace("_", " of ") ?? ""}${SHORT[kept[2]]}`, at, index, null];
    const [sample, ...units] = index;
    if (name === "prediction") return ["a", this.layers.length - 1, units, sample];
    if (name === "x" && at > 0) return ["a", at - 1, units, sample];
    if (owner === "data") return [name === "y" ? "t" : name, -1, units, sample];
    return [SHORT[name] ?? name, at, units, sample];
  }
};
function sameAs(reference, layers) {
  const match = /^(\w+)\.(\w+)\[(.*)\]$/.exec(reference);
  if (!match) return reference;
  const [, owner, part, index] = match;
  const at = layers.indexOf(owner);
  if (owner === "loss" && part === "d_prediction") return `${layers.at(-1)}.d_a[${index}]`;
  if (part === "d_x" && at > 0) return `${layers[at - 1]}.d_a[${index}]`;
  if (part === "x" && at === 0) return `data.x[${index}]`;
  if (part === "x" && at > 0) return `${layers[at - 1]}.a[${index}]`;
  return reference;
}
function raised(value) {
  return `⁽${"⁰¹²³⁴⁵⁶⁷⁸⁹"[value]}⁾`;
}

// widgets/backpropagation/updates.ts
function updatesTable({ moment, symbols, digits, ask }) {
  const rows = moment.layers.flatMap((layer) => [
    ...layer.weight.flatMap((row, i) => row.map((w, j) => line(`${layer.name}.weight`, `[${i}, ${j}]`, w, layer.d_weight[i][j], layer.weight_after[i][j]))),
    ...layer.bias.map((b, j) => line(`${layer.name}.bias`, `[${j}]`, b, layer.d_bias[j], layer.bias_after[j]))
  ]);
  function line(name, index, before, gradient, after) {
    const [layer, part] = name.split(".");
    const asked = (reference, value, sign) => numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign, class: "gn-chip gn-flat", onClick: ask });
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, symbols.reference(name + index)),
      make("td", {}, asked(`${name}_after${index}`, after, "value")),
      make("td", {}, "= "),
      make("td", {}, asked(name + index, before, "value")),
      make("td", {}, moment.plain ? `− ${short(moment.learning_rate)} ·` : asked(`${name}_change${index}`, before === null || after === null ? null : after - before, "value")),
      make("td", {}, asked(`${layer}.d_${part}${index}`, gradient, "gradient"))
    );
  }
  const head = ["parameter", "w_new", "", "w", moment.plain ? "− η ·" : `+ step of ${moment.rule}`, "gradient g"].map((text) => make(text ? "th" : "td", text ? { scope: "col" } : {}, text));
  return make("table", { class: "gn-updates" }, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
}

// widgets/backpropagation/why_panel.ts
function whyPanel(asked) {
  const { told, symbols, digits } = asked;
  const { explanation } = told;
  const reference = explanation.reference.text;
  const layer = reference.split(".")[0];
  const value = typeof explanation.value === "number" ? explanation.value : null;
  const name = symbols.reference(reference);
  const parts = [make("h3", {}, `Why is ${name} = ${show(value, digits)}?`)];
  if (told.track !== asked.track) parts.push(make("p", {}, `A number of ${told.track.replace("_", " ")}, not of the run that is shown.`));
  if (told.step !== asked.step) parts.push(make("p", {}, `It is of step ${whole(told.step)}, not of the step that is shown.`));
  if (explanation.note) parts.push(make("p", {}, `It was not computed in this step: ${explanation.note}.`), earlier(asked));
  else {
    const right = (text) => text.slice(text.indexOf(" = ") + 3);
    parts.push(
      make(
        "div",
        { class: "gn-sum" },
        make("p", {}, `${name} = ${symbols.line(right(explanation.formula), layer)}`),
        make("p", {}, `= ${right(explanation.numbers)}`),
        make("p", {}, `= ${show(value, Math.max(6, digits))}`)
      )
    );
    parts.push(ingredients(asked));
  }
  parts.push(towards(asked), paths(asked));
  if (layer !== "distance") {
    parts.push(make("p", { class: "gn-note" }, "In Python: ", make("code", {}, `${told.track === "run" ? "run" : "branch"}.at(${told.step}).explain("${reference}")`)));
  }
  return parts.filter((part) => part !== null);
}
function ingredients({ told, symbols, digits, ask }) {
  const found = referencesOf(told.explanation.expression);
  if (found.size === 0) return null;
  const buttons = [...found].map(
    ([reference, term]) => numberButton({ reference, symbol: symbols.reference(reference), value: typeof term.value === "number" ? term.value : null, digits, sign: "", onClick: ask })
  );
  return make("div", { class: "gn-from", role: "group", "aria-label": "Numbers that it is made from" }, make("span", { class: "gn-note" }, "made from"), ...buttons);
}
function earlier({ told, track, symbols, back }) {
  const found = told.explanation.earlier;
  if (!found || told.track !== track) return null;
  const { step, reference } = found;
  return make("div", { class: "gn-from" }, make("button", { type: "button", class: "gn-num", name: "earlier-number", onclick: () => back(step, reference.text) }, `${symbols.reference(reference.text)} of step ${whole(step)}`));
}
function towards({ told, symbols, digits, ask }) {
  if (told.rests_on.length === 0) return null;
  const lines = told.rests_on.map(({ reference, formula, numbers, value }) => {
    const layer = reference.split(".")[0];
    const text = formula.slice(formula.indexOf(" = ") + 3);
    return make("li", {}, `${symbols.reference(reference)} = ${symbols.line(text, layer)} = ${numbers} = `, chip(reference, symbols, value, digits, ask, false));
  });
  return make("details", {}, make("summary", {}, `Link by link to the loss: ${lines.length} gradient${lines.length > 1 ? "s" : ""} that it rests on`), make("ol", { class: "gn-links" }, ...lines));
}
function paths(asked) {
  const { told, digits, samples } = asked;
  if (told.paths.length === 0) return null;
  const rows = told.paths.map(
    ({ sample, factors, product }) => make(
      "tr",
      {},
      samples.length > 1 ? make("td", {}, `sample ${samples[sample] + 1}`) : null,
      make("td", {}, factors.map((factor) => symbolOf(factor, asked.symbols)).join(" · ")),
      make("td", {}, ...factors.flatMap(({ reference, value }, i) => [i ? " · " : "", chip(reference, asked.symbols, value, digits, asked.ask)])),
      make("td", {}, show(product, digits))
    )
  );
  const more = told.more_paths;
  if (more) rows.push(make("tr", {}, make("td", { colspan: samples.length > 1 ? 3 : 2 }, `${more.count} smaller ones`), make("td", {}, show(more.sum, digits))));
  const sum = told.paths.reduce((total2, { product }) => total2 + (product ?? 0), more?.sum ?? 0);
  const total = make("tr", { class: "gn-total", "data-sum": String(sum) }, make("th", { scope: "row", colspan: samples.length > 1 ? 3 : 2 }, rows.length > 1 ? "they add up to" : "the only path, so it is"), make("td", {}, show(sum, digits)));
  return make(
    "div",
    {},
    make("h4", {}, rows.length > 1 ? "The chain rule, path by path: multiply along each, add them up" : "The chain rule as one product, from here to the loss"),
    make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Paths to the loss" }, make("table", { class: "gn-paths" }, make("tbody", {}, ...rows, total)))
  );
}
function symbolOf({ kind, layer, source, unit }, symbols) {
  const mark = symbols.layer(layer);
  if (kind === "input") return layer === 0 ? `x${subscript(source + 1)}` : `a${subscript(source + 1)}${symbols.layer(layer - 1)}`;
  if (kind === "slope") return `g′(z${subscript(unit + 1)}${mark})`;
  if (kind === "weight") return `w${subscript(source + 1)}${subscript(unit + 1)}${mark}`;
  return `∂L/∂z${subscript(unit + 1)}${mark}`;
}
function chip(reference, symbols, value, digits, ask, factor = true) {
  const text = show(value, digits);
  return numberButton({ reference, symbol: symbols.reference(reference), value, digits, sign: "", text: factor && text.startsWith("−") ? `(${text})` : text, class: "gn-chip gn-flat gn-inline", onClick: ask });
}

// widgets/backpropagation/visualiser.ts
var RATES = [0.01, 10];
var Visualiser = class {
  constructor(model, shell) {
    this.shell = shell;
    this.channel = new Channel(model, shell.say);
    this.runs = new RunsView({
      choose: (track) => this.go("choose", { track }),
      forget: (track) => this.go("forget", { track }),
      compare: (track) => this.compare(track),
      explain: (reference, step) => this.ask(reference, step)
    });
    this.channel.wish("examples", {}, ({ head }) => this.build(head));
  }
  shell;
  channel;
  examples = [];
  settings = { example: "", step: 0, sample: 0 };
  /** A learning rate on its way to Python, or, in the past, for a branch that may begin there; null where there is none. */
  wished = null;
  changes = 0;
  digits = 3;
  moment = null;
  asked = "";
  told = null;
  nodes = [];
  comparison = null;
  words = make("p", { class: "gn-note" });
  knobs = make("div", { class: "gn-row gn-knobs" });
  network = new NetworkView();
  graph = new GraphView();
  player = new BeatPlayer(() => this.draw());
  updates = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Every update with its numbers" });
  why = make("div", { class: "gn-why", role: "status", "aria-label": "Why this number" });
  on = button({ name: "step-on", label: "Make this update and look at the next", text: "Make this update ▶", onClick: () => this.open({ step: this.settings.step + 1 }) });
  branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "The same past up to this step, another future", onClick: () => this.branchHere() });
  undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: () => this.go("undo", {}) });
  timeline = new TimelineBar((step) => this.open({ step }), this.on, this.branch);
  runs;
  rate = null;
  sample = null;
  close() {
    this.player.stop();
    this.network.close();
    this.channel.close();
  }
  get example() {
    return this.examples.find(({ name }) => name === this.settings.example);
  }
  build({ examples, shown }) {
    this.examples = examples;
    const options = examples.map(({ name, label }) => ({ value: name, label }));
    const kinds = select({ label: "Network", help: "Which network to look at", name: "example", options, onInput: (name) => this.choose(name) });
    this.rate = slider({
      label: "Learning rate η",
      help: "How far each update goes",
      name: "rate",
      min: 0,
      max: 1,
      step: 0.01,
      toValue: (place) => Number(fromLogSlider(place, ...RATES).toPrecision(2)),
      toPlace: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (rate) => this.setRate(rate)
    });
    const digits = select({
      label: "Digits",
      help: "Digits after the point",
      name: "digits",
      options: ["2", "3", "5"].map((value) => ({ value, label: value })),
      onInput: (value) => {
        this.digits = Number(value);
        this.drawAll();
      }
    });
    digits.show("3");
    this.knobs.append(...examples.length > 1 ? [kinds.element] : [], this.rate.element, this.undo, digits.element);
    const panel = make("div", {}, this.player.element, this.network.element, this.updates, this.why);
    const tabs = [
      { name: "network", label: "Step by step", panel },
      { name: "graph", label: "As a graph", panel: this.graph.element }
    ];
    const show2 = (name) => {
      this.shell.root.dataset["tab"] = name;
      if (name === "graph") this.player.stop();
    };
    this.shell.root.append(this.knobs, this.words, this.timeline.element, this.runs.element, makeTabs("Ways to look at the step", tabs, show2));
    kinds.show(shown.example);
    this.choose(shown.example, shown);
  }
  choose(name, { step, sample } = { step: 0, sample: 0 }) {
    const example = this.examples.find((one) => one.name === name);
    setText(this.words, example.words);
    this.asked = "";
    this.told = null;
    this.open({ example: name, step, sample });
  }
  open(change) {
    const next = { ...this.settings, ...change };
    next.step = Math.min(this.moment?.example === next.example ? this.moment.most : next.step, Math.max(0, next.step));
    this.settings = next;
    this.go("open", next);
  }
  /** Ask for what leaves another step to look at: another place on the timeline, a change, a branch. */
  go(kind, fields, answered = () => {
  }) {
    this.channel.wish(kind, fields, ({ head }) => {
      answered();
      if (kind === "open" && head.example !== this.settings.example) return;
      const before = this.moment;
      this.moment = head;
      this.settings.step = head.step;
      if (before && (before.now !== head.now || before.example !== head.example)) this.wished = null;
      this.player.take(beatsOf(head));
      this.showSamples(head);
      this.draw();
      this.askGraph();
      if (this.asked && !this.asked.startsWith("distance.")) this.ask(this.moved(this.asked, head));
      this.compareAgain(head);
    });
  }
  get track() {
    const { tracks, now } = this.moment;
    return tracks.find(({ name }) => name === now);
  }
  // The example's runs go on with another rate where they stand; in the past, and on a reader's own run, only a branch can.
  setRate(rate) {
    const { track } = this;
    this.wished = rate;
    if (this.settings.step !== track.step || !(this.examples.length > 1 || track.parent)) return this.draw();
    const number2 = ++this.changes;
    this.go("change", { learning_rate: rate }, () => {
      if (number2 === this.changes) this.wished = null;
    });
  }
  branchHere() {
    const learning_rate = this.wished;
    this.wished = null;
    this.go("branch", { step: this.settings.step, learning_rate });
  }
  compare(track) {
    this.channel.wish("compare", { track }, ({ head }) => {
      if (head.now !== this.moment.now) return;
      this.comparison = head;
      this.runs.compare(head);
      this.shell.root.dataset["apart"] = String(head.first_difference ?? "");
      this.askDistance(`distance.${head.now}/${head.track}/`, head.steps.at(-1));
    });
  }
  // A distance that is explained stays the one that is shown.
  askDistance(beginning, step) {
    if (!this.asked.startsWith("distance.")) return;
    if (step !== void 0 && this.asked.startsWith(beginning)) return this.ask(this.asked, step);
    this.asked = "";
    this.told = null;
    this.draw();
  }
  compareAgain({ tracks, now }) {
    const others = tracks.filter(({ name }) => name !== now).map(({ name }) => name);
    if (others.length > 0) return this.compare(others.includes(this.comparison?.track ?? "") ? this.comparison.track : this.track.parent || others[0]);
    this.comparison = null;
    this.runs.compare(null);
  }
  redraw() {
    this.draw();
  }
  // The same number of another step; a batch may be in another order there.
  moved(reference, { place, layers }) {
    const [layer, part] = [reference.split(".")[0], reference.split(".")[1]];
    const perSample = layer === "data" || layer === "loss" || layers.some(({ name }) => name === layer) && !/weight|bias/.test(part);
    return perSample ? reference.replace(/\[\d+/, `[${place}`) : reference;
  }
  showSamples({ samples }) {
    this.sample?.remove();
    this.sample = null;
    if (samples.length < 2) return;
    const options = [...samples].sort((a, b) => a - b).map((sample) => ({ value: String(sample), label: `${sample + 1}` }));
    const chooser = select({ label: "Sample", help: "Whose numbers the units show", name: "sample", options, onInput: (value) => this.open({ sample: Number(value) }) });
    const place = this.moment.samples[this.moment.place];
    chooser.show(String(place));
    this.sample = chooser.element;
    this.knobs.append(this.sample);
  }
  askGraph() {
    this.channel.wish("graph", { sample: this.settings.sample }, ({ head }) => {
      this.nodes = head.nodes;
      this.drawGraph();
    });
  }
  ask = (reference, step) => {
    this.player.stop();
    this.asked = reference;
    this.channel.wish("explain", { reference, step }, ({ head }) => {
      this.told = head;
      this.draw();
    });
  };
  // The number that an earlier step left is looked at in that step.
  back = (step, reference) => {
    this.asked = reference;
    this.open({ step });
  };
  symbols() {
    return new Symbols(this.moment.layers.map(({ name }) => name), this.moment.samples);
  }
  drawAll() {
    this.draw();
    this.drawGraph();
  }
  draw() {
    const { moment, player, shell } = this;
    if (!moment) return;
    const picture = { moment, example: this.example, symbols: this.symbols(), digits: this.digits, player, ask: this.ask };
    this.network.draw(picture);
    this.updates.hidden = !player.reached("update");
    if (!this.updates.hidden) keepFocus(this.updates, () => this.updates.replaceChildren(updatesTable(picture)));
    const { track } = this;
    this.timeline.show({ first: track.first, last: track.step, at: moment.step, marks: marksOf(track) });
    this.runs.draw(moment.tracks, moment.now, shell.theme);
    this.rate?.show(this.wished ?? moment.learning_rate);
    setEnabled(this.on, moment.step < moment.most);
    setEnabled(this.undo, track.can_undo && moment.step === track.step);
    this.drawWhy(moment);
    const { example } = this.settings;
    Object.assign(shell.root.dataset, { ready: "true", example, step: moment.step, loss: moment.loss, beat: player.beat?.key, phase: player.beat?.phase, playing: player.playing, track: moment.now, tracks: moment.tracks.length, asked: this.told?.explanation.reference.text ?? "" });
  }
  drawWhy(moment) {
    if (!this.told) return this.why.replaceChildren(make("p", { class: "gn-note" }, "Click any number to see what made it."));
    const layers = moment.layers.map(({ name }) => name);
    const asked = { told: this.told, symbols: this.symbols(), layers, track: moment.now, samples: moment.samples, step: moment.step, digits: this.digits, ask: (reference) => this.ask(reference, this.told.step), back: this.back };
    const open = this.why.querySelector("details")?.open ?? false;
    keepFocus(this.why, () => this.why.replaceChildren(...whyPanel(asked)));
    const details = this.why.querySelector("details");
    if (details) details.open = open;
    this.mark(layers);
  }
  /** The number that was asked for, and those that it is made from, stand out in the picture. */
  mark(layers) {
    const { told } = this;
    if (!told || told.track !== this.moment.now || told.step !== this.moment.step) return;
    const from = new Set([...referencesOf(told.explanation.expression).keys()].map((reference) => sameAs(reference, layers)));
    const own = sameAs(told.explanation.reference.text, layers);
    for (const element of this.network.element.querySelectorAll("[data-ref]")) {
      const reference = element.dataset["ref"];
      element.setAttribute("aria-pressed", String(reference === own));
      element.classList.toggle("gn-made-from", reference !== own && from.has(reference));
    }
    const ways = new Set(told.paths.flatMap(({ factors }) => factors.filter(({ kind }) => kind === "weight" || kind === "input").map(({ layer, source, unit }) => `${layer}-${source}-${unit}`)));
    for (const edge of this.network.element.querySelectorAll("[data-edge]")) edge.classList.toggle("gn-lit", ways.has(edge.dataset["edge"]));
  }
  drawGraph() {
    if (!this.moment || this.nodes.length === 0) return;
    const ask = (reference) => {
      this.ask(reference);
      this.shell.root.querySelector("[role=tab][name=network]")?.click();
      this.why.scrollIntoView({ block: "nearest" });
    };
    this.graph.draw({ nodes: this.nodes, example: this.example, symbols: this.symbols(), digits: this.digits, layers: this.moment.layers.length, ask });
  }
};
function keepFocus(within, replace) {
  const reference = focusWithin(within)?.dataset["ref"];
  replace();
  if (reference) within.querySelector(`[data-ref="${reference}"]`)?.focus();
}

// widgets/backpropagation/index.ts
var backpropagation_default2 = {
  render({ model, el }) {
    const parts = [];
    const shell = makeShell(el, "Backpropagation", explanation_default + timeline_bar_default + backpropagation_default, () => parts.forEach((part) => part.redraw()));
    shell.root.classList.add("gn-backprop");
    const visualiser = new Visualiser(model, shell);
    parts.push(visualiser);
    return () => {
      visualiser.close();
      shell.close();
    };
  }
};
export {
  backpropagation_default2 as default
};
