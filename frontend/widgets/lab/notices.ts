// Errors on the page, with what can be done about them.
import { make, setText } from "../../dom/element.ts";
import { whole } from "../../lib/numbers.ts";
import type { Session } from "../../lib/session.ts";
import type { Notice } from "../../lib/session_host.ts";
import { button } from "../../dom/controls.ts";

export interface Notices {
  element: HTMLElement;
  draw(): void;
  /** Announce something to screen readers. */
  announce(text: string): void;
}

export function makeNotices(session: Session): Notices {
  const alert = make("div", { class: "gn-alert", role: "alert" });
  const connection = make("div", { class: "gn-connection", role: "status" });
  const live = make("div", { class: "gn-announced", role: "status" });
  let shown: Notice | null = null;
  return {
    element: make("div", { class: "gn-notices" }, alert, connection, live),
    draw() {
      setText(connection, connectionText(session));
      if (session.notice === shown) return;
      shown = session.notice;
      alert.replaceChildren(...(shown ? describe(shown, session) : []));
    },
    announce: (text) => setText(live, text),
  };
}

function connectionText(session: Session): string {
  if (session.status === "lost") return "Connection lost. Reconnecting automatically; your training is kept.";
  return session.status === "connecting" ? "Connecting…" : "";
}

function describe(notice: Notice, session: Session): Node[] {
  if (notice.kind === "stopped") return describeStop(notice, session);
  if (notice.kind === "error") {
    const close = button({ name: "dismiss", label: "Close", text: "Close", onClick: () => session.dismiss() });
    return [make("p", {}, notice.message), close];
  }
  return [
    make("p", {}, "Python has not answered for ten seconds. Is it still running, or is it busy?"),
    button({ name: "retry", label: "Try again", text: "Try again", onClick: () => session.retry() }),
  ];
}

function describeStop(notice: Notice & { kind: "stopped" }, session: Session): Node[] {
  const words = make("p", {}, make("strong", {}, "Training has stopped. "), notice.message);
  if (!notice.back) return [words];
  const back = `Go back to step ${whole(notice.back.step)}`;
  const smaller = "Try a learning rate ten times smaller";
  return [
    words,
    button({ name: "back", label: back, text: back, onClick: () => void session.recover(false) }),
    button({ name: "smaller", label: smaller, text: smaller, onClick: () => void session.recover(true) }),
  ];
}
