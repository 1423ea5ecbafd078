// widgets/training_monitor/settings_row.ts
import { button, select, setEnabled, slider } from "../../dom/controls.js";
import { make } from "../../dom/element.js";
import { short } from "../../lib/numbers.js";
import { fromLogSlider, toLogSlider } from "../../lib/scales.js";
var RATES = [1e-4, 100];
var MIN_L2 = 1e-5;
var SettingsRow = class {
  constructor(onChange, onUndo) {
    this.onChange = onChange;
    this.rate = slider({
      label: "Learning rate",
      help: "Step size of each update",
      name: "learning_rate",
      min: 0,
      max: 1,
      step: 5e-3,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPosition: (value) => toLogSlider(value, ...RATES),
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
      toValue: (place) => place === 0 ? 0 : fromLogSlider(place, MIN_L2, 1),
      toPosition: (value) => value === 0 ? 0 : toLogSlider(value, MIN_L2, 1),
      format: short,
      onInput: (l2) => onChange({ l2 })
    });
    this.undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: onUndo });
    const more = make("details", {}, make("summary", {}, "More: other update rules, L2 penalty (lessons 10 and 12)"), make("div", { class: "gn-row" }, this.ruleSlot, this.l2.element));
    this.element.append(this.rate.element, this.undo, more);
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
    const key = JSON.stringify(rules);
    if (key !== this.rules) {
      this.rules = key;
      const options = rules.map(({ name, label }) => ({ value: name, label }));
      this.rule = select({ label: "Update rule", help: "How gradients update the parameters", name: "rule", options, onInput: (rule) => this.onChange({ rule }) });
      this.ruleSlot.replaceChildren(this.rule.element);
    }
    this.rule.show(settings.rule);
    this.rate.show(settings.learning_rate);
    this.l2.element.hidden = settings.l2 === null;
    if (settings.l2 !== null) this.l2.show(settings.l2);
    setEnabled(this.undo, canUndo);
  }
};
export {
  SettingsRow
};
