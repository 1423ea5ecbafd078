// widgets/sound_to_waveform/controls.ts
import { select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { whole } from "../../lib/numbers.js";
var OWN = "own";
var SoundControls = class {
  sound;
  row;
  own = make("option", { value: OWN });
  rate;
  bits;
  filter;
  constructor(view, onChange) {
    const sounds = view.sounds.map(({ name, label }) => ({ value: name, label }));
    this.sound = select({ label: "Sound", help: "Sound to convert to numbers", name: "sound", options: sounds, onInput: (sound) => onChange({ sound }) });
    if (view.own) this.offerOwn(view.own);
    const rate = select({ label: "Sample rate", help: "Samples kept per second", name: "keep_every", options: [], onInput: (value) => onChange({ keep_every: Number(value) }) });
    this.rate = rate.element.querySelector("select");
    this.bits = slider({ label: "Bits per sample", help: "Precision of each sample", name: "bits", min: view.bits[0], max: view.bits[1], step: 1, format: String, onInput: (bits) => onChange({ bits }) });
    this.filter = make("input", { type: "checkbox", name: "filter_first", onchange: () => onChange({ filter_first: this.filter.checked }) });
    const check = make("label", { class: "gn-check", title: "Remove frequencies above half the new sample rate before downsampling" }, this.filter, "Filter first");
    this.row = make("div", { class: "gn-row" }, rate.element, this.bits.element, check);
  }
  show(wave) {
    if (wave.sound === OWN) this.offerOwn(wave.words);
    this.sound.show(wave.sound);
    const options = wave.rates.map(({ keep_every, rate }) => [String(keep_every), `${whole(rate)} per second${keep_every === 1 ? " (all)" : ""}`]);
    if (options.map(([, label]) => label).join() !== Array.from(this.rate.options, ({ text }) => text).join()) {
      this.rate.replaceChildren(...options.map(([value, label]) => make("option", { value }, label)));
    }
    this.rate.value = String(wave.keep_every);
    this.bits.show(wave.bits);
    this.filter.checked = wave.filter_first;
  }
  // A file becomes one of the choices once it has been read; not every browser can hide an option.
  offerOwn(words) {
    setText(this.own, words);
    if (!this.own.parentElement) this.sound.element.querySelector("select").append(this.own);
  }
};
export {
  OWN,
  SoundControls
};
