// widgets/sound_to_waveform/controls.ts
import { select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { whole } from "../../lib/numbers.js";
var OWN = "own";
var Settled = class {
  sound;
  row;
  own = make("option", { value: OWN });
  rate;
  bits;
  filter;
  constructor(told, onChange) {
    const sounds = told.sounds.map(({ name, label }) => ({ value: name, label }));
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
    if (options.map(([, label]) => label).join() !== Array.from(this.rate.options, ({ text }) => text).join()) {
      this.rate.replaceChildren(...options.map(([value, label]) => make("option", { value }, label)));
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
export {
  OWN,
  Settled
};
