// dom/file_picker.ts
import { rejection, sendFile } from "../lib/upload.js";
import { button } from "./controls.js";
import { make, setText } from "./element.js";
var FilePicker = class {
  constructor(settings) {
    this.settings = settings;
    const { wanted, root } = settings;
    this.input = make("input", {
      type: "file",
      name: "file",
      hidden: true,
      accept: [...wanted.types.map((type) => `${type}*`), ...wanted.endings.map((one) => `.${one}`)].join(","),
      onchange: () => {
        const file = this.input.files?.[0];
        if (file) void this.take(file).then(() => this.input.value = "");
      }
    });
    const label = `Open ${wanted.what} file…`;
    this.button = button({ name: "open", label, text: label, help: "Open a file from this computer, or drop one here", onClick: () => this.input.click() });
    root.append(this.input);
    const { signal } = this.parts;
    root.addEventListener("dragover", this.over, { signal });
    root.addEventListener("dragleave", () => delete root.dataset["dropping"], { signal });
    root.addEventListener("drop", this.drop, { signal });
  }
  settings;
  /** Shows the progress of an upload; announced by screen readers. */
  progress = make("span", { class: "gn-note", role: "status" });
  button;
  input;
  parts = new AbortController();
  busy = false;
  /** Check a file and send it to Python; what is shown stays until the new file has been read. */
  async take(file) {
    const { channel, wanted, showError, onTaken } = this.settings;
    const problem = this.busy ? `Another file is still being read. Open ${file.name} when it has finished.` : rejection(file, wanted);
    showError(problem);
    if (problem) return;
    this.busy = true;
    try {
      setText(this.progress, `Reading ${file.name}…`);
      await sendFile(channel, file, (fraction) => setText(this.progress, `Reading ${file.name}: ${Math.round(100 * fraction)} %`));
      onTaken();
    } catch (error) {
      showError(error instanceof Error ? error.message : String(error));
    } finally {
      this.busy = false;
      setText(this.progress, "");
    }
  }
  close() {
    this.parts.abort();
  }
  over = (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.settings.root.dataset["dropping"] = "true";
  };
  drop = (event) => {
    delete this.settings.root.dataset["dropping"];
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.take(file);
  };
};
export {
  FilePicker
};
