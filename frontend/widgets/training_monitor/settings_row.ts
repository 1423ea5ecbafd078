// Settings that can be changed during training: update rule, learning rate, L2 penalty.
import { button, select, setEnabled, slider, type Control } from "../../dom/controls.ts";
import { make } from "../../dom/element.ts";
import { short } from "../../lib/numbers.ts";
import { fromLogSlider, toLogSlider } from "../../lib/scales.ts";
import type { SettingsView } from "../../wire/shared.ts";
import type { View } from "../../wire/training_monitor.ts";

const RATES = [0.0001, 100] as const;
const MIN_L2 = 0.00001;

export class SettingsRow {
  readonly element = make("div", { class: "gn-row gn-knobs" });
  private readonly rate: Control<number>;
  private readonly l2: Control<number>;
  private readonly undo: HTMLButtonElement;
  private readonly ruleSlot = make("div", { class: "gn-slot" });
  private rule: Control<string> | null = null;
  private rules = "";

  constructor(
    private readonly onChange: (change: Partial<SettingsView>) => void,
    onUndo: () => void,
  ) {
    this.rate = slider({
      label: "Learning rate",
      help: "Step size of each update",
      name: "learning_rate",
      min: 0,
      max: 1,
      step: 0.005,
      toValue: (place) => fromLogSlider(place, ...RATES),
      toPosition: (value) => toLogSlider(value, ...RATES),
      format: short,
      onInput: (learning_rate) => onChange({ learning_rate }),
    });
    this.l2 = slider({
      label: "L2 penalty",
      help: "How strongly weights are pulled towards 0",
      name: "l2",
      min: 0,
      max: 1,
      step: 0.02,
      toValue: (place) => (place === 0 ? 0 : fromLogSlider(place, MIN_L2, 1)),
      toPosition: (value) => (value === 0 ? 0 : toLogSlider(value, MIN_L2, 1)),
      format: short,
      onInput: (l2) => onChange({ l2 }),
    });
    this.undo = button({ name: "undo", label: "Undo the last change", text: "Undo change", onClick: onUndo });
    const more = make("details", {}, make("summary", {}, "More: other update rules, L2 penalty (lessons 10 and 12)"), make("div", { class: "gn-row" }, this.ruleSlot, this.l2.element));
    this.element.append(this.rate.element, this.undo, more);
  }

  show(settings: SettingsView, rules: View["rules"], canUndo: boolean): void {
    const key = JSON.stringify(rules);
    if (key !== this.rules) {
      this.rules = key;
      const options = rules.map(({ name, label }) => ({ value: name, label }));
      this.rule = select({ label: "Update rule", help: "How gradients update the parameters", name: "rule", options, onInput: (rule) => this.onChange({ rule }) });
      this.ruleSlot.replaceChildren(this.rule.element);
    }
    this.rule!.show(settings.rule);
    this.rate.show(settings.learning_rate);
    this.l2.element.hidden = settings.l2 === null;
    if (settings.l2 !== null) this.l2.show(settings.l2);
    setEnabled(this.undo, canUndo);
  }
}
