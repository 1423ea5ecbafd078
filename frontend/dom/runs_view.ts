// The run and its branches: choose one, compare it with another, delete a branch.
import type { Theme } from "../lib/colors.ts";
import { whole } from "../lib/numbers.ts";
import { inkOf } from "../lib/series.ts";
import type { Comparison, TrackView } from "../wire/shared.ts";
import { button, select } from "./controls.ts";
import { make, setText } from "./element.ts";
import { swatch } from "./swatch.ts";

export interface RunActions {
  choose: (track: string) => void;
  forget: (track: string) => void;
  compare: (track: string) => void;
  explain: (reference: string, step: number) => void;
}

export class RunsView {
  readonly element = make("div", { class: "gn-runs", hidden: true });
  private readonly buttons = make("div", { class: "gn-row", role: "group", "aria-label": "Runs" });
  private readonly row = make("div", { class: "gn-row" });
  private readonly words = make("p", { role: "status" });
  private readonly distances = make("div", { class: "gn-from", role: "group", "aria-label": "Distance between the parameters" });
  private form = "";

  constructor(private readonly actions: RunActions) {
    this.element.append(make("h3", {}, "Branches"), this.buttons, this.row, this.words, this.distances);
  }

  draw(tracks: readonly TrackView[], now: string, theme: Theme): void {
    this.element.hidden = tracks.length < 2;
    const form = JSON.stringify([tracks.map(({ name, branched_at, parent }) => [name, branched_at, parent]), now, theme]);
    if (form === this.form) return;
    this.form = form;
    const focused = (this.buttons.getRootNode() as Document | ShadowRoot).activeElement?.getAttribute("name");
    this.buttons.replaceChildren(...tracks.map((track, i) => this.chooser(track, i, track.name === now, theme)));
    if (focused) this.buttons.querySelector<HTMLElement>(`[name="${focused}"]`)?.focus();
    const others = tracks.filter(({ name }) => name !== now);
    const other = select({ label: "Compare with", help: "Compare this run with another one", name: "other", options: others.map(({ name, label }) => ({ value: name, label })), onInput: (name) => this.actions.compare(name) });
    const chosen = tracks.find(({ name }) => name === now)!;
    const gone = chosen.parent && !tracks.some(({ parent }) => parent === now) ? button({ name: "forget", label: `Delete ${chosen.label}`, text: `Delete ${chosen.label}`, onClick: () => this.actions.forget(now) }) : null;
    this.row.replaceChildren(other.element, ...(gone ? [gone] : []));
  }

  private chooser({ name, label, branched_at, parent }: TrackView, place: number, chosen: boolean, theme: Theme): HTMLElement {
    const from = parent && branched_at !== null ? `, from step ${whole(branched_at)}` : "";
    const element = button({ name, label: `${label}${from}`, text: `${label}${from}`, onClick: () => this.actions.choose(name) });
    element.prepend(swatch(inkOf(place, theme), ""));
    element.setAttribute("aria-pressed", String(chosen));
    return element;
  }

  compare(comparison: Comparison | null): void {
    setText(this.words, comparison ? capital(comparison.words) : "");
    this.distances.replaceChildren();
    if (!comparison || comparison.steps.length === 0) return;
    const step = comparison.steps.at(-1)!;
    const cells = Object.entries(comparison.distances).map(([layer, row]) => {
      const reference = `distance.${comparison.now}/${comparison.track}/${layer}`;
      const shown = (row.at(-1) ?? NaN).toPrecision(4);
      return make("button", { type: "button", class: "gn-num", "data-ref": reference, "aria-label": `Distance, ${layer === "all" ? "all layers" : layer}: ${shown}`, onclick: () => this.actions.explain(reference, step) }, make("span", { class: "gn-sym" }, layer === "all" ? "all layers" : layer), make("span", {}, shown));
    });
    this.distances.append(make("span", { class: "gn-note" }, `‖difference of the parameters‖ at step ${whole(step)}`), ...cells);
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
