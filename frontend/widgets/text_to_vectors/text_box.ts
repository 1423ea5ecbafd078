// A box for the reader's own text: typed, or read from a file.
import { make } from "../../dom/element.ts";
import { FilePicker } from "../../dom/file_picker.ts";
import type { Shell } from "../../dom/shell.ts";
import type { Channel } from "../../lib/channel.ts";
import type { Wire } from "../../wire/text_to_vectors.ts";

/** What the page says of a text in a script without blanks between words; empty for other texts. */
export function splitting(byCharacter: boolean): string {
  return byCharacter ? " Chinese, Japanese and other scripts without blanks between words are split by character." : "";
}

interface TextBoxSettings {
  label: string;
  name: string;
  rows: number;
  value: string;
  onText: () => void;
}

export class TextBox {
  readonly element = make("div", { class: "gn-text-box" });
  private readonly area: HTMLTextAreaElement;
  private readonly picker: FilePicker;
  /** The limit is Python's, and comes with its first answer. */
  private readonly wanted = { what: "text", types: ["text/"], endings: ["txt", "md", "csv"], maxBytes: Infinity };

  constructor(
    shell: Shell,
    private readonly channel: Channel<Wire>,
    private readonly settings: TextBoxSettings,
  ) {
    this.area = make("textarea", { name: settings.name, rows: settings.rows, spellcheck: "false", oninput: settings.onText });
    this.area.value = settings.value;
    this.picker = new FilePicker({
      channel,
      wanted: this.wanted,
      root: this.element,
      showError: shell.showError,
      onTaken: () => this.read(),
    });
    this.element.append(
      make("label", {}, make("span", { class: "gn-label" }, settings.label), this.area),
      make("div", { class: "gn-row" }, this.picker.button, this.picker.progress),
    );
  }

  get text(): string {
    return this.area.value;
  }

  /** The maximum length of a text in characters, and of a file in bytes. */
  limit(size: number): void {
    this.area.maxLength = this.wanted.maxBytes = size;
  }

  /** Add an element after the button that opens a file. */
  add(other: HTMLElement): void {
    this.picker.button.after(other);
  }

  close(): void {
    this.picker.close();
  }

  private read(): void {
    this.channel.request("text", {}, ({ head }) => {
      this.area.value = head.text;
      this.settings.onText();
    });
  }
}
