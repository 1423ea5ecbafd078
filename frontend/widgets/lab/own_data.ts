// Points of one's own as a table, to edit or to paste; they are drawn on the map.
import { button } from "../../dom/controls.ts";
import { isFocused, make, setText } from "../../dom/element.ts";
import { formatPoints, parsePoints } from "../../lib/own_points.ts";
import { guessColumns, parseTable, toPoints, type Columns, type PastedTable } from "../../lib/pasted_table.ts";
import type { Drawing } from "./drawing.ts";
import type { Panel } from "./scene.ts";

export function makeOwnData(drawing: Drawing, redraw: () => void): Panel {
  const table = makeTable(drawing, redraw);
  const element = make("section", { class: "gn-own" }, make("h2", {}, "Your own points"), table.element);
  return {
    element,
    draw(scene) {
      element.hidden = scene.spec.data !== "own";
      if (!element.hidden) table.draw(scene);
    },
  };
}

function makeTable(drawing: Drawing, redraw: () => void): Panel {
  const text = make("textarea", { name: "own-table", rows: 8, spellcheck: "false", "aria-label": "Points: x₁, x₂ and class of each, one a line" });
  const words = make("p", { class: "gn-caption", role: "status" });
  const columns = makeColumns();
  const use = button({ name: "use-table", label: "Use this table", text: "Use this table", onClick: () => apply() });
  const open = makeFileButton((content) => {
    text.value = content;
    read();
    apply();
  });
  let shown = "";
  let pasted: PastedTable | null = null;
  const read = (): void => {
    pasted = parseTable(text.value);
    columns.offer(pasted);
  };
  const apply = (): void => {
    pasted ??= parseTable(text.value);
    try {
      const points = toPoints(pasted!, columns.chosen());
      shown = formatPoints(points); // the table stays as it was pasted, so that other columns can be chosen
      drawing.set(points);
      setText(words, `${points.length} points.`);
    } catch (error) {
      setText(words, (error as Error).message);
    }
  };
  const stand = (): void => {
    drawing.row = isFocused(text) ? text.value.slice(0, text.selectionStart).split("\n").length - 1 : -1;
    redraw();
  };
  for (const kind of ["keyup", "click", "focus", "blur"]) text.addEventListener(kind, stand);
  text.addEventListener("input", () => read());
  return {
    element: make("div", {}, text, columns.element, make("div", { class: "gn-row" }, use, open), words),
    draw({ spec }) {
      if (spec.points === shown || (isFocused(text) && shown !== "")) return;
      shown = spec.points;
      text.value = formatPoints(parsePoints(spec.points), "\n");
      columns.offer(parseTable(text.value));
    },
  };
}

/** Which column is what; shown only where there is something to choose. */
function makeColumns(): { element: HTMLElement; offer(table: PastedTable): void; chosen(): Columns } {
  const names = ["x", "y", "label"] as const;
  const labels = { x: "x₁", y: "x₂", label: "Class" };
  const inputs = names.map((name) => make("select", { name: `column-${name}` }));
  const element = make("div", { class: "gn-row", hidden: true }, ...names.map((name, i) => make("label", { class: "gn-control" }, make("span", { class: "gn-label" }, labels[name]), inputs[i]!)));
  let offered = "";
  return {
    element,
    offer(table) {
      const key = JSON.stringify(table.names);
      const guessed = guessColumns(table);
      element.hidden = table.names.length <= 3 && guessed.x === 0 && guessed.y === 1;
      if (key === offered) return;
      offered = key;
      inputs.forEach((input, i) => {
        input.replaceChildren(...table.names.map((name, value) => make("option", { value }, name)));
        input.value = String(guessed[names[i]!]);
      });
    },
    chosen: () => ({ x: Number(inputs[0]!.value), y: Number(inputs[1]!.value), label: Number(inputs[2]!.value) }),
  };
}

function makeFileButton(onText: (content: string) => void): HTMLElement {
  const input = make("input", {
    type: "file", name: "csv-file", accept: ".csv,.tsv,.txt,text/csv", hidden: true,
    onchange: () => void input.files?.[0]?.text().then((content) => {
      input.value = "";
      onText(content);
    }),
  });
  return make("span", {}, input, button({ name: "open-csv", label: "Open a CSV file…", text: "Open a CSV file…", onClick: () => input.click() }));
}
