// The map of customers, coloured by group; the reader chooses how many groups, and is a customer too.
import { slider, type Control } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { Plot, type Dot } from "../../dom/plot.ts";
import { swatch } from "../../dom/swatch.ts";
import type { Answer } from "../../lib/channel.ts";
import { whole } from "../../lib/numbers.ts";
import { inkOf } from "../../lib/series.ts";
import type { GroupsView } from "../../wire/application.ts";
import type { Host, UseView } from "./use.ts";

const FEWEST = 2;
const MOST = 6;

export class CustomersView implements UseView {
  readonly element: HTMLElement;
  private latest: Answer<GroupsView> | null = null;
  private groups = 4;
  private own = [4, 40, 60, 30];
  private sliders: Control<number>[] = [];
  private readonly habits = make("div", { class: "gn-row", role: "group", "aria-label": "Your own habits" });
  private readonly plot = new Plot("Map of the customers", 280, () => this.redraw());
  private readonly head = make("thead", {});
  private readonly body = make("tbody", {});
  private readonly words = make("p", { role: "status" });

  constructor(private readonly host: Host) {
    const groups = slider({ label: "Groups", help: "How many groups to look for", name: "groups", min: FEWEST, max: MOST, step: 1, format: whole, onInput: (count) => this.change(() => (this.groups = count)) });
    groups.show(this.groups);
    const table = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "The groups" }, make("table", {}, this.head, this.body));
    this.element = make("div", {}, make("div", { class: "gn-row" }, groups.element), this.plot.element, table, make("h4", {}, "Which group would you be in?"), this.habits, this.words);
  }

  refresh(): void {
    this.host.channel.request("group_customers", { groups: this.groups, own: this.own }, (answer) => this.show(answer));
  }

  retheme(): void {
    if (this.latest) this.show(this.latest);
  }

  close(): void {
    this.plot.close();
  }

  private change(apply: () => void): void {
    apply();
    this.refresh();
  }

  private show(answer: Answer<GroupsView>): void {
    this.latest = answer;
    const { habits, groups, group, low, high } = answer.head;
    if (this.sliders.length === 0) this.build(habits, low, high);
    const { theme } = this.host.shell;
    this.head.replaceChildren(make("tr", {}, ...["group", "customers", ...habits].map((text) => make("th", { scope: "col" }, text))));
    this.body.replaceChildren(...groups.map(({ count, habits: means }, i) => make("tr", { "data-own": String(i === group) }, make("th", { scope: "row" }, swatch(inkOf(i, theme), ""), String(i + 1)), make("td", {}, whole(count)), ...means.map((mean) => make("td", {}, whole(mean))))));
    setText(this.words, `You would be in group ${group + 1} of ${groups.length}.`);
    this.redraw();
    Object.assign(this.host.shell.root.dataset, { groups: groups.length, group: group + 1, counts: groups.map(({ count }) => count).join(" ") });
  }

  private build(habits: string[], low: number[], high: number[]): void {
    this.sliders = habits.map((label, i) => slider({ label, help: `Your own: ${label}`, name: `habit-${i}`, min: low[i]!, max: high[i]!, step: 1, format: whole, onInput: (value) => this.change(() => (this.own = this.own.map((old, at) => (at === i ? value : old)))) }));
    this.sliders.forEach((one, i) => one.show(this.own[i]!));
    this.habits.append(...this.sliders.map(({ element }) => element));
  }

  private redraw(): void {
    if (!this.latest) return;
    const { head, arrays } = this.latest;
    const [places, groups] = [arrays[0]!, arrays[1]!];
    const xs = [...places.filter((_, i) => i % 2 === 0), head.own[0]];
    const ys = [...places.filter((_, i) => i % 2 === 1), head.own[1]];
    const { theme } = this.host.shell;
    const dots: Dot[] = Array.from(groups, (group, i) => ({ x: xs[i]!, y: ys[i]!, ink: inkOf(group, theme), radius: 3 }));
    const around = (values: number[]): [number, number] => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const room = 0.05 * (high - low) || 1;
      return [low - room, high + room];
    };
    this.plot.relabel(`Map of ${groups.length} customers in ${head.groups.length} groups; you are the square, in group ${head.group + 1}`);
    this.plot.draw({ x: around(xs), y: around(ys), xLabel: "first number in the middle of the network", yLabel: "second number" }, [], [...dots, { x: head.own[0], y: head.own[1], ink: "var(--gn-ink)", square: true, radius: 7 }]);
  }
}
