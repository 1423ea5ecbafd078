// widgets/lab/share_panel.ts
import { button } from "../../dom/controls.js";
import { make } from "../../dom/element.js";
import { download } from "../../lib/download.js";
function makeSharePanel({ session, announce, onState, pictures }) {
  const give = (name, content) => {
    download(name, content);
    announce(`Saved as ${name}`);
  };
  const action = (name, text, help, onClick) => button({ name, label: text, text, help, onClick });
  const save = async () => {
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
    action("save-network", "Network as SVG", "The network with the image of every unit as a drawing", () => void pictures.network().then((blob) => give("network.svg", blob)))
  ];
  return {
    element: make("details", { class: "gn-share" }, make("summary", {}, "Keep and share"), make("div", { class: "gn-row" }, ...actions)),
    draw: () => void 0
  };
}
function asCsv({ samples }) {
  const rows = samples.map(({ step, epoch, train, test }) => [step, epoch, train, test].join(","));
  return `${["step,epoch,training loss,test loss", ...rows].join("\n")}
`;
}
function makeOpen(onFile) {
  const input = make("input", {
    type: "file",
    name: "run-file",
    accept: ".glass",
    hidden: true,
    onchange: () => {
      const file = input.files?.[0];
      input.value = "";
      if (file) onFile(file);
    }
  });
  return make("span", {}, input, button({ name: "open-run", label: "Open a run…", text: "Open a run…", help: "Continue from a .glass file that the Lab has saved", onClick: () => input.click() }));
}
export {
  asCsv,
  makeSharePanel
};
