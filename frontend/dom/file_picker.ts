// A button that opens a file, and a drop target for files.
import { rejection, sendFile, type Wanted, type FileChannel } from "../lib/upload.ts";
import { button } from "./controls.ts";
import { make, setText } from "./element.ts";

interface PickerSettings {
  channel: FileChannel;
  wanted: Wanted;
  /** The whole widget: a file can be dropped anywhere on it. */
  root: HTMLElement;
  showError: (message: string) => void;
  onTaken: () => void;
}

export class FilePicker {
  /** Shows the progress of an upload; announced by screen readers. */
  readonly progress = make("span", { class: "gn-note", role: "status" });
  readonly button: HTMLButtonElement;
  private readonly input: HTMLInputElement;
  private readonly parts: AbortController = new AbortController();
  private busy = false;

  constructor(private readonly settings: PickerSettings) {
    const { wanted, root } = settings;
    this.input = make("input", {
      type: "file",
      name: "file",
      hidden: true,
      accept: [...wanted.types.map((type) => `${type}*`), ...wanted.endings.map((one) => `.${one}`)].join(","),
      onchange: () => {
        const file = this.input.files?.[0];
        if (file) void this.take(file).then(() => (this.input.value = ""));
      },
    });
    const label = `Open ${wanted.what} file…`;
    this.button = button({ name: "open", label, text: label, help: "Open a file from this computer, or drop one here", onClick: () => this.input.click() });
    root.append(this.input);
    const { signal } = this.parts;
    root.addEventListener("dragover", this.over, { signal });
    root.addEventListener("dragleave", () => delete root.dataset["dropping"], { signal });
    root.addEventListener("drop", this.drop, { signal });
  }

  /** Check a file and send it to Python; what is shown stays until the new file has been read. */
  async take(file: File): Promise<void> {
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

  close(): void {
    this.parts.abort();
  }

  private readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.settings.root.dataset["dropping"] = "true";
  };

  private readonly drop = (event: DragEvent): void => {
    delete this.settings.root.dataset["dropping"];
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    void this.take(file);
  };
}
