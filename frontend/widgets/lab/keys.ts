// Keyboard shortcuts for the whole Lab. A key that the focused control uses is left to it.
import type { Session } from "../../lib/session.ts";
import { toggle } from "./toolbar.ts";

interface Actions {
  session: Session;
  onHelp: () => void;
  onEscape: () => void;
}

export function handleKey(event: KeyboardEvent, actions: Actions): void {
  const action = actionFor(event, actions);
  if (!action || event.defaultPrevented) return;
  event.preventDefault();
  action();
}

function actionFor(event: KeyboardEvent, { session, onHelp, onEscape }: Actions): (() => void) | null {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("input[type=text], textarea, dialog")) return null;
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (key === "z") return () => void (event.shiftKey ? session.redo() : session.undo());
    return null;
  }
  if (event.altKey) return null;
  if (key === " ") return target?.closest("button, a, input, select, summary") ? null : () => toggle(session);
  if (key === "arrowright") return target?.closest("input, select") ? null : () => void session.step();
  if (key === "r") return event.repeat || target?.closest("select") ? null : () => void session.restart();
  if (key === "?") return onHelp;
  return key === "escape" ? onEscape : null;
}
