// The timeline of the run under everything, and its branches.
import { button } from "../../dom/controls.ts";
import { make, setText } from "../../dom/element.ts";
import { RunsView } from "../../dom/runs_view.ts";
import { TimelineBar } from "../../dom/timeline_bar.ts";
import { whole } from "../../lib/numbers.ts";
import type { Session } from "../../lib/session.ts";
import type { Panel, Scene } from "./scene.ts";

export class PastPanel implements Panel {
  readonly element: HTMLElement;
  private readonly branch = button({ name: "branch", label: "Branch here", text: "Branch here", help: "Start another run from this step: same past, other future", onClick: () => void this.session.branch() });
  private readonly bar: TimelineBar;
  private readonly words = make("p", { class: "gn-caption", role: "status" });
  private readonly runs: RunsView;
  private compared = "";

  constructor(
    private readonly session: Session,
    onExplain: (reference: string, step: number) => void,
  ) {
    this.bar = new TimelineBar((step) => session.lookBack(step), this.branch);
    this.runs = new RunsView({
      choose: (track) => void session.choose(track),
      forget: (track) => void session.forget(track),
      compare: (track) => void this.compare(track),
      explain: onExplain,
    });
    this.element = make("section", { class: "gn-past gn-widget", "aria-label": "Timeline" }, this.bar.element, this.words, this.runs.element);
  }

  draw({ frame, session, look }: Scene): void {
    const { first, latest, step, track } = frame;
    const marks = session.history.marks.map((mark) => ({ step: mark.step, text: mark.label }));
    this.bar.show({ first, last: latest, at: step, marks });
    setText(this.words, step < latest ? `You are looking at step ${whole(step)} of ${whole(latest)}. Whatever you do goes on from here; Undo brings back what followed.` : "");
    const { all } = session.tracks;
    this.runs.draw(all, track, look.theme);
    const parent = all.find(({ name }) => name === track)?.parent || all.find(({ name }) => name !== track)?.name;
    const key = JSON.stringify([track, all.map(({ name }) => name)]);
    if (key === this.compared) return;
    this.compared = key;
    if (all.length > 1 && parent) void this.compare(parent);
    else this.runs.compare(null);
  }

  private async compare(track: string): Promise<void> {
    this.runs.compare(await this.session.question("compare", { track }));
  }
}
