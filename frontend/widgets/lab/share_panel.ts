// Keep and share: a link with the training, the run as a file, what is shown as pictures and as a table.
import { button } from "../../dom/controls.ts";
import { make } from "../../dom/element.ts";
import { download } from "../../lib/download.ts";
import type { History } from "../../lib/history.ts";
import type { Session } from "../../lib/session.ts";
import type { Panel } from "./scene.ts";

type Picture = () => Promise<Blob>;

interface Settings {
  session: Session;
  announce: (text: string) => void;
  /** Copy a link with the training; left out where there are no links. */
  onState?: () => void;
  pictures: { map: Picture; loss: Picture; network: Picture };
}

export function makeSharePanel({ session, announce, onState, pictures }: Settings): Panel {
  const give = (name: string, content: Blob): void => {
    download(name, content);
    announce(`Saved as ${name}`);
  };
  const action = (name: string, text: string, help: string, onClick: () => void): HTMLElement => button({ name, label: text, text, help, onClick });
  const save = async (): Promise<void> => {
    const file = await session.save();
    if (file) give(file.name, file.content);
  };
  const actions = [
    onState ? action("state-link", "Copy link with training", "A link that opens the Lab exactly as it is now: settings, step and weights", onState) : null,
    action("save-run", "Save the run", "All runs with their past as a .glass file, which glassnet.load reads too", () => void save()),
    makeOpen((file) => void session.load(file)),
    action("save-curves", "Loss as CSV", "Step, epoch, training and test loss as a table", () => give("loss.csv", new Blob([asCsv(session.history)], { type: "text/csv" }))),
    action("save-map", "Map as PNG", "The map with its points as a picture", () => void pictures.map().then((blob) => give("map.png", blob))),
    action("save-loss", "Loss as PNG", "The loss curves as a picture", () => void pictures.loss().then((blob) => give("loss.png", blob))),
    action("save-network", "Network as SVG", "The network with the image of every unit as a drawing", () => void pictures.network().then((blob) => give("network.svg", blob))),
  ];
  return {
    element: make("details", { class: "gn-share" }, make("summary", {}, "Keep and share"), make("div", { class: "gn-row" }, ...actions)),
    draw: () => undefined,
  };
}

/** The curves as a table: a heading, then one line for each step that is kept. */
export function asCsv({ samples }: History): string {
  const rows = samples.map(({ step, epoch, train, test }) => [step, epoch, train, test].join(","));
  return `${["step,epoch,training loss,test loss", ...rows].join("\n")}\n`;
}

function makeOpen(onFile: (file: File) => void): HTMLElement {
  const input = make("input", {
    type: "file", name: "run-file", accept: ".glass", hidden: true,
    onchange: () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) onFile(file);
    },
  });
  return make("span", {}, input, button({ name: "open-run", label: "Open a run…", text: "Open a run…", help: "Continue from a .glass file that the Lab has saved", onClick: () => input.click() }));
}
