// widgets/application/customers_view.ts
import { slider } from "../../dom/controls.js";
import { make, setText } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { swatch } from "../../dom/swatch.js";
import { whole } from "../../lib/numbers.js";
import { inkOf } from "../../lib/series.js";
var FEWEST = 2;
var MOST = 6;
var CustomersView = class {
  constructor(host) {
    this.host = host;
    const groups = slider({ label: "Groups", help: "How many groups to look for", name: "groups", min: FEWEST, max: MOST, step: 1, format: whole, onInput: (count) => this.change(() => this.groups = count) });
    groups.show(this.groups);
    const table = make("div", { class: "gn-scroll", tabindex: 0, role: "region", "aria-label": "The groups" }, make("table", {}, this.head, this.body));
    this.element = make("div", {}, make("div", { class: "gn-row" }, groups.element), this.plot.element, table, make("h4", {}, "Which group would you be in?"), this.habits, this.words);
  }
  host;
  element;
  latest = null;
  groups = 4;
  own = [4, 40, 60, 30];
  sliders = [];
  habits = make("div", { class: "gn-row", role: "group", "aria-label": "Your own habits" });
  plot = new Plot("Map of the customers", 280, () => this.redraw());
  head = make("thead", {});
  body = make("tbody", {});
  words = make("p", { role: "status" });
  refresh() {
    this.host.channel.request("group_customers", { groups: this.groups, own: this.own }, (answer) => this.show(answer));
  }
  retheme() {
    if (this.latest) this.show(this.latest);
  }
  close() {
    this.plot.close();
  }
  change(apply) {
    apply();
    this.refresh();
  }
  show(answer) {
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
  build(habits, low, high) {
    this.sliders = habits.map((label, i) => slider({ label, help: `Your own: ${label}`, name: `habit-${i}`, min: low[i], max: high[i], step: 1, format: whole, onInput: (value) => this.change(() => this.own = this.own.map((old, at) => at === i ? value : old)) }));
    this.sliders.forEach((one, i) => one.show(this.own[i]));
    this.habits.append(...this.sliders.map(({ element }) => element));
  }
  redraw() {
    if (!this.latest) return;
    const { head, arrays } = this.latest;
    const [places, groups] = [arrays[0], arrays[1]];
    const xs = [...places.filter((_, i) => i % 2 === 0), head.own[0]];
    const ys = [...places.filter((_, i) => i % 2 === 1), head.own[1]];
    const { theme } = this.host.shell;
    const dots = Array.from(groups, (group, i) => ({ x: xs[i], y: ys[i], ink: inkOf(group, theme), radius: 3 }));
    const around = (values) => {
      const [low, high] = [Math.min(...values), Math.max(...values)];
      const room = 0.05 * (high - low) || 1;
      return [low - room, high + room];
    };
    this.plot.relabel(`Map of ${groups.length} customers in ${head.groups.length} groups; you are the square, in group ${head.group + 1}`);
    this.plot.draw({ x: around(xs), y: around(ys), xLabel: "first number in the middle of the network", yLabel: "second number" }, [], [...dots, { x: head.own[0], y: head.own[1], ink: "var(--gn-ink)", square: true, radius: 7 }]);
  }
};
export {
  CustomersView
};
