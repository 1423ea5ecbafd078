// Image → numbers: an image, its pixels and the grid of their values.
import { button, select, slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { FilePicker } from "../../dom/file_picker.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Answer, Channel } from "../../lib/channel.ts";
import { whole } from "../../lib/numbers.ts";
import { CHANNELS, type ChannelName } from "../../lib/pixels.ts";
import type { ImageSettings, PicturesView, Shown, Wire } from "../../wire/image_to_numbers.ts";
import { NumberGrid } from "./number_grid.ts";
import { PixelPicture } from "./pixel_picture.ts";
import { Sheet } from "../../dom/sheet.ts";
import { placeWords, type Numbers } from "./written.ts";

const OWN = "own";
const DRAWING = "drawing";

export class Viewer {
  private settings!: ImageSettings;
  private numbers: Numbers | null = null;
  private grids: NumberGrid[] = [];
  private readonly made = new Map<ChannelName, NumberGrid>();
  private fullOf = "";
  private hovered: number | null = null;
  private pinned: number | null = null;
  private pen = "black";
  private picker: FilePicker | null = null;
  private picture!: Control<string>;
  private readonly own = make("option", { value: OWN });
  private readonly full = make("img", { class: "gn-full", alt: "" });
  private readonly words = make("p", { role: "status" });
  private readonly readout = make("p", { class: "gn-note" });
  private readonly drawing = make("div", { class: "gn-row", hidden: true });
  private readonly channels = make("div", { class: "gn-channels" });
  private readonly pixels = new PixelPicture((pixel) => this.hover(pixel, true), (pixel) => this.pin(pixel));
  private readonly sheet = new Sheet((points) => this.draw(points));

  constructor(
    private readonly channel: Channel<Wire>,
    private readonly shell: Shell,
  ) {
    channel.request("pictures", {}, ({ head }) => this.build(head));
  }

  retheme(): void {}

  close(): void {
    this.picker?.close();
  }

  private build(view: PicturesView): void {
    const { root, showError } = this.shell;
    this.settings = view.settings;
    const wanted = { what: "image", types: view.formats.map((name) => `image/${name}`), endings: [...view.formats, "jpg"], maxBytes: view.max_bytes };
    this.picker = new FilePicker({ channel: this.channel, wanted, root, showError, onTaken: () => this.choose(OWN) });
    const choices = this.makeControls(view);
    if (view.own) this.offerOwn(view.own);
    this.drawing.append(
      select({ label: "Pen", help: "Pen colour", name: "pen", options: view.pens.map((name) => ({ value: name, label: name })), onInput: (name) => (this.pen = name) }).element,
      button({ name: "clear", label: "Clear", text: "Clear", onClick: () => void this.draw([]) }),
    );
    root.append(
      make("div", { class: "gn-row" }, this.picture.element, this.picker.button, this.picker.progress),
      make("div", { class: "gn-row" }, ...choices),
      this.drawing,
      make("div", { class: "gn-summary" }, this.full, make("div", {}, this.words, this.readout)),
      make("div", { class: "gn-views" }, this.sheet.element, this.pixels.element, this.channels),
    );
    this.ask();
  }

  private makeControls(view: PicturesView): HTMLElement[] {
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

  private change(changed: Partial<ImageSettings>): void {
    this.settings = { ...this.settings, ...changed };
    this.ask();
  }

  private choose(picture: string): void {
    if (picture === OWN) this.fullOf = "";
    this.change({ picture });
  }

  private ask(): void {
    const { settings } = this;
    const full = settings.picture === DRAWING || settings.picture !== this.fullOf;
    this.channel.request("show", { ...settings, full }, (answer) => this.take(answer));
  }

  private async draw(points: [number, number][]): Promise<void> {
    try {
      const answer = await this.channel.ask("draw", { ...this.settings, points, pen: this.pen });
      this.shell.showError("");
      this.take(answer);
    } catch (error) {
      this.shell.showError((error as Error).message);
    }
  }

  /** Show an answer, unless something else has been chosen since the request. */
  private take({ head, arrays: [levels, values] }: Answer<Shown>): void {
    const { settings } = this;
    if (head.picture !== settings.picture || head.size !== settings.size || head.colour !== settings.colour || head.scale !== settings.scale) return;
    const sides = this.numbers?.head.size;
    this.numbers = { head, levels: levels!, values: values! };
    if (sides !== head.size) this.pinned = this.hovered = null;
    this.showFull(head);
    this.showGrids(CHANNELS[head.shape[2]]!);
    this.pixels.show(this.numbers);
    const [rows, columns, channels] = head.shape;
    setText(this.words, `${head.picture === OWN ? head.words : capital(head.words)}. ${rows} × ${columns} pixels × ${channels} ${channels === 1 ? "channel" : "channels"} = ${whole(head.count)} numbers.`);
    this.light(false);
    Object.assign(this.shell.root.dataset, { ready: "true", picture: head.picture, shape: head.shape.join(" "), scale: head.scale, first: levels![0] });
  }

  private showFull(head: Shown): void {
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
  private offerOwn(words: string): void {
    setText(this.own, words);
    if (!this.own.parentElement) this.picture.element.querySelector("select")!.append(this.own);
  }

  private showGrids(names: readonly ChannelName[]): void {
    if (this.grids.length !== names.length) {
      this.grids = names.map((name, i) => this.gridOf(name, i));
      this.channels.replaceChildren(...this.grids.map(({ element }) => element));
    }
    for (const grid of this.grids) grid.show(this.numbers!);
  }

  // A grid of hundreds of cells is built once and reused.
  private gridOf(name: ChannelName, place: number): NumberGrid {
    const made = this.made.get(name) ?? new NumberGrid(name, place, (pixel) => this.hover(pixel, false), (pixel) => this.pin(pixel));
    this.made.set(name, made);
    return made;
  }

  private hover(pixel: number | null, reveal: boolean): void {
    if (pixel === this.hovered) return;
    this.hovered = pixel;
    this.light(reveal);
  }

  private pin(pixel: number): void {
    this.pinned = this.hovered = pixel;
    this.light(true);
  }

  private light(reveal: boolean): void {
    const pixel = this.hovered ?? this.pinned;
    this.pixels.light(pixel);
    for (const grid of this.grids) grid.light(pixel, reveal);
    setText(this.readout, pixel === null ? this.hint() : this.describe(pixel));
    this.shell.root.dataset["lit"] = pixel === null ? "" : String(pixel);
  }

  private hint(): string {
    const { head } = this.numbers!;
    const [red, green, blue] = head.grey_weights;
    const grey = head.colour === "grey" ? ` Grey = ${red} · red + ${green} · green + ${blue} · blue.` : "";
    return `0 is black, the maximum is full brightness.${grey} Point at a pixel or a number.`;
  }

  private describe(pixel: number): string {
    const { head, levels, values } = this.numbers!;
    const [, side, channels] = head.shape;
    const parts = CHANNELS[channels]!.map((name, i) => {
      const place = pixel * channels + i;
      return `${name} ${levels[place]} of 255 (${values[place]!.toFixed(3)})`;
    });
    return `${capital(placeWords(pixel, side))}: ${parts.join("; ")}.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
