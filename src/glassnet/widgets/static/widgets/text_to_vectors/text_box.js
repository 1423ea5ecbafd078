// widgets/text_to_vectors/text_box.ts
import { make } from "../../dom/element.js";
import { FilePicker } from "../../dom/file_picker.js";
var MAX_SIZE = 2e5;
var TextBox = class {
  constructor(shell, channel, settings) {
    this.channel = channel;
    this.settings = settings;
    this.area = make("textarea", { name: settings.name, rows: settings.rows, spellcheck: "false", maxlength: MAX_SIZE, oninput: settings.onText });
    this.area.value = settings.value;
    this.picker = new FilePicker({
      channel,
      wanted: { what: "text", types: ["text/"], endings: ["txt", "md", "csv"], maxBytes: MAX_SIZE },
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
  get text() {
    return this.area.value;
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
  TextBox
};
