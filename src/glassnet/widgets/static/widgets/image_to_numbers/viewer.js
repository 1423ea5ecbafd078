// widgets/image_to_numbers/viewer.ts
import { button, select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { FilePicker } from "../../dom/file_picker.js";
import { whole } from "../../lib/numbers.js";
import { CHANNELS } from "../../lib/pixels.js";
import { NumberGrid } from "./number_grid.js";
import { PixelPicture } from "./pixel_picture.js";
import { Sheet } from "./sheet.js";
import { placeWords } from "./written.js";
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
export {
  Viewer
};
