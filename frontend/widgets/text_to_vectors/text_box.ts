// A box for text of one's own: typed, or read from a file.
import { make } from "../../dom/element.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";

/** The most bytes that Python takes; larger files are not even sent. */
const LARGEST = 200_000;

interface TextBoxSettings {
  label: string;
  name: string;
  rows: number;
  value: string;
  onText: () => void;
}

export class TextBox {
  readonly element: HTMLElement;
  private readonly area: HTMLTextAreaElement;

  constructor(
    private readonly shell: Shell,
    private readonly channel: Channel,
    private readonly settings: TextBoxSettings,
  ) {
    this.area = make("textarea", { name: settings.name, rows: settings.rows, spellcheck: "false", maxlength: LARGEST, oninput: settings.onText });
    this.area.value = settings.value;
    const file: HTMLInputElement = make("input", {
      type: "file",
      name: `${settings.name}-file`,
      accept: ".txt,.md,text/plain",
      onchange: () => {
        const [chosen] = file.files ?? [];
        if (chosen) void this.read(chosen);
        file.value = ""; // so that the same file can be chosen again
      },
    });
    this.element = make(
      "div",
      { class: "gn-text-box" },
      make("label", {}, make("span", { class: "gn-label" }, settings.label), this.area),
      make("label", { class: "gn-file" }, make("span", { class: "gn-label" }, "Or a text file, at most 200 kB"), file),
    );
  }

  get text(): string {
    return this.area.value;
  }

  private async read(file: File): Promise<void> {
    if (file.size > LARGEST) return this.shell.say(`${file.name} is too large: ${Math.ceil(file.size / 1000)} kB; at most ${LARGEST / 1000} kB.`);
    try {
      const content = base64(new Uint8Array(await file.arrayBuffer()));
      const { head } = await this.channel.ask<{ text: string }>("file", { name: file.name, content });
      this.area.value = head.text;
      this.shell.say("");
      this.settings.onText();
    } catch (error) {
      this.shell.say((error as Error).message);
    }
  }
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
