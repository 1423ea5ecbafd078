// widgets/text_to_vectors/text_box.ts
import { make } from "../../dom/element.js";
import { FilePicker } from "../../dom/file_picker.js";
function splitting(byCharacter) {
  return byCharacter ? " Chinese, Japanese and other scripts without blanks between words are split by character." : "";
}
var TextBox = class {
  constructor(shell, channel, settings) {
    this.channel = channel;
    this.settings = settings;
    this.area = make("textarea", { name: settings.name, rows: settings.rows, spellcheck: "false", oninput: settings.onText });
    this.area.value = settings.value;
    this.picker = new FilePicker({
      channel,
      wanted: this.wanted,
      root: this.element,
      showError: shell.showError,
      onTaken: () => this.read()
    });
    this.element.append(
      make("label", {}, make("span", { class: "gn-label" }, settings.label), this.area),
      make("div", { class: "gn-row" }, this.picker.button, this.picker.progress)
    );
  }
  channel;
  settings;
  element = make("div", { class: "gn-text-box" });
  area;
  picker;
  /** The limit is Python's, and comes with its first answer. */
  wanted = { what: "text", types: ["text/"], endings: ["txt", "md", "csv"], maxBytes: Infinity };
  get text() {
    return this.area.value;
  }
  /** The maximum length of a text in characters, and of a file in bytes. */
  limit(size) {
    this.area.maxLength = this.wanted.maxBytes = size;
  }
  /** Add an element after the button that opens a file. */
  add(other) {
    this.picker.button.after(other);
  }
  close() {
    this.picker.close();
  }
  read() {
    this.channel.request("text", {}, ({ head }) => {
      this.area.value = head.text;
      this.settings.onText();
    });
  }
};
export {
  TextBox,
  splitting
};
