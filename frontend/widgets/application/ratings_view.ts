// Rate a few films: the network says how many stars you would give the others.
import { make, setAttribute, setText } from "../../dom/element.ts";
import type { RatingsView as View } from "../../wire/application.ts";
import type { Host, UseView } from "./use.ts";

const MOST = 5;

export class RatingsView implements UseView {
  readonly element: HTMLElement;
  private stars: number[] = [];
  private rows: HTMLTableRowElement[] = [];
  private readonly body = make("tbody", {});
  private readonly words = make("p", { role: "status" });

  constructor(private readonly host: Host) {
    const head = ["film", "your stars", "expected"].map((text) => make("th", { scope: "col" }, text));
    const table = make("table", { class: "gn-films" }, make("thead", {}, make("tr", {}, ...head)), this.body);
    this.element = make("div", {}, make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "Films" }, table), this.words);
  }

  refresh(): void {
    const stars = this.stars.length ? this.stars : new Array<number>(12).fill(0);
    this.host.channel.request("rate", { stars }, ({ head }) => this.show(head));
  }

  retheme(): void {}

  close(): void {}

  private show(view: View): void {
    if (this.rows.length === 0) this.build(view);
    view.expected.forEach((expected, i) => {
      const cell = this.rows[i]!.lastElementChild as HTMLElement;
      setText(cell.lastElementChild!, expected.toFixed(1));
      (cell.firstElementChild!.firstElementChild as HTMLElement).style.width = `${(100 * expected) / MOST}%`;
      setAttribute(this.rows[i]!, "data-best", String(view.rated > 0 && i === view.best));
    });
    setText(this.words, view.rated ? `From your ${view.rated} ${view.rated === 1 ? "rating" : "ratings"}, it recommends “${view.films[view.best]!}”.` : "You haven't rated anything yet: it expects the same of you as of anybody. Give some stars.");
    Object.assign(this.host.shell.root.dataset, { rated: view.rated, best: view.best, expected: view.expected.map((value) => value.toFixed(1)).join(" ") });
  }

  private build({ films, kinds }: View): void {
    this.stars = films.map(() => 0);
    this.rows = films.map((film, i) => {
      const input = make("select", { name: `stars-${i}`, "aria-label": `Your stars for ${film}`, onchange: () => this.rate(i, Number(input.value)) }, make("option", { value: 0 }, "not seen"), ...Array.from({ length: MOST }, (_, star) => make("option", { value: star + 1 }, "★".repeat(star + 1))));
      const bar = make("span", { class: "gn-bar-room", "aria-hidden": "true" }, make("span", { class: "gn-bar-fill" }));
      return make("tr", {}, make("th", { scope: "row" }, film, make("span", { class: "gn-note" }, ` ${kinds[i]!}`)), make("td", {}, input), make("td", { class: "gn-expected" }, bar, make("span", { class: "gn-share" })));
    });
    this.body.append(...this.rows);
  }

  private rate(film: number, stars: number): void {
    this.stars = this.stars.map((old, i) => (i === film ? stars : old));
    this.refresh();
  }
}
