// widgets/image_to_numbers/viewer.ts
import { button, select, slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { FilePicker } from "../../dom/file_picker.js";
import { whole } from "../../lib/numbers.js";
import { CHANNELS } from "../../lib/pixels.js";
import { NumberGrid } from "./number_grid.js";
import { PixelPicture } from "./pixel_picture.js";
import { Sheet } from "../../dom/sheet.js";
import { placeWords } from "./written.js";
var OWN = "own";
var DRAWING = "drawing";
var Viewer = class {
  constructor(channel, shell) {
    this.channel = channel;
    this.shell = shell;
    channel.request("pictures", {}, ({ head }) => this.build(head));
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
  retheme() {
  }
  close() {
    this.picker?.close();
  }
  build(view) {
    const { root, showError } = this.shell;
    this.settings = view.settings;
    const wanted = { what: "image", types: view.formats.map((name) => `image/${name}`), endings: [...view.formats, "jpg"], maxBytes: view.max_bytes };
    this.picker = new FilePicker({ channel: this.channel, wanted, root, showError, onTaken: () => this.choose(OWN) });
    const choices = this.makeControls(view);
    if (view.own) this.offerOwn(view.own);
    this.drawing.append(
      select({ label: "Pen", help: "Pen colour", name: "pen", options: view.pens.map((name) => ({ value: name, label: name })), onInput: (name) => this.pen = name }).element,
      button({ name: "clear", label: "Clear", text: "Clear", onClick: () => void this.draw([]) })
    );
    root.append(
      make("div", { class: "gn-row" }, this.picture.element, this.picker.button, this.picker.progress),
      make("div", { class: "gn-row" }, ...choices),
      this.drawing,
      make("div", { class: "gn-summary" }, this.full, make("div", {}, this.words, this.readout)),
      make("div", { class: "gn-views" }, this.sheet.element, this.pixels.element, this.channels)
    );
    this.ask();
  }
  makeControls(view) {
    const { settings } = this;
    const options = [...view.pictures.map(({ name, label }) => ({ value: name, label })), { value: DRAWING, label: "your own drawing" }];
    this.picture = select({ label: "Image", help: "Image to convert to numbers", name: "picture", options, onInput: (name) => this.choose(name) });
    const size = slider({ label: "Pixels per side", help: "Resolution of the image", name: "size", min: view.sizes[0], max: view.sizes[1], step: 1, format: String, onInput: (value) => this.change({ size: value }) });
    const colours = [{ value: "grey", label: "grey: 1 channel" }, { value: "rgb", label: "RGB: 3 channels" }];
    const colour = select({ label: "Colour", help: "One number per pixel, or three", name: "colour", options: colours, onInput: (value) => this.change({ colour: value }) });
    const scales = view.scales.map(({ name, label }) => ({ value: name, label }));
    const scale = select({ label: "Numbers", help: "Values as stored, or divided by 255", name: "scale", options: scales, onInput: (value) => this.change({ scale: value }) });
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
    this.channel.request("show", { ...settings, full }, (answer) => this.take(answer));
  }
  async draw(points) {
    try {
      const answer = await this.channel.ask("draw", { ...this.settings, points, pen: this.pen });
      this.shell.showError("");
      this.take(answer);
    } catch (error) {
      this.shell.showError(error.message);
    }
  }
  /** Show an answer, unless something else has been chosen since the request. */
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
  // A file becomes one of the choices once it has been read; not every browser can hide an option.
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
  // A grid of hundreds of cells is built once and reused.
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
    setText(this.readout, pixel === null ? this.hint() : this.describe(pixel));
    this.shell.root.dataset["lit"] = pixel === null ? "" : String(pixel);
  }
  hint() {
    const { head } = this.numbers;
    const [red, green, blue] = head.grey_weights;
    const grey = head.colour === "grey" ? ` Grey = ${red} · red + ${green} · green + ${blue} · blue.` : "";
    return `0 is black, the maximum is full brightness.${grey} Point at a pixel or a number.`;
  }
  describe(pixel) {
    const { head, levels, values } = this.numbers;
    const [, side, channels] = head.shape;
    const parts = CHANNELS[channels].map((name, i) => {
      const place = pixel * channels + i;
      return `${name} ${levels[place]} of 255 (${values[place].toFixed(3)})`;
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
