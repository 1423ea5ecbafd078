// The toolbar: play, one step, restart, undo and redo, the current step, and the speed.
import { make, setText } from "../../dom/element.ts";
import { decimal, whole } from "../../lib/numbers.ts";
import { SPEEDS, speedOf } from "../../lib/play.ts";
import type { Session } from "../../lib/session.ts";
import { button, select, setEnabled } from "../../dom/controls.ts";
import { icon, setIcon } from "../../dom/icons.ts";
import type { Panel, Scene } from "./scene.ts";

interface Actions {
  session: Session;
  /** The choice of how much is shown. */
  levels: HTMLElement;
  onLink: (() => void) | null;
  onHelp: () => void;
}

export function makeToolbar({ session, levels, onLink, onHelp }: Actions): Panel {
  const playIcon = icon("play");
  const play = button({
    class: "gn-play gn-main",
    name: "play",
    label: "Play",
    text: "Play",
    help: "Start or pause training (Space)",
    icon: playIcon,
    onClick: () => toggle(session),
  });
  const past = makePast(session);
  const place = makePlace();
  const speed = makeSpeed(session);
  const element = make(
    "div",
    { class: "gn-bar", role: "group", "aria-label": "Training" },
    play,
    make("div", { class: "gn-buttons" }, ...past.buttons),
    place.element,
    speed.element,
    levels,
    make("div", { class: "gn-buttons gn-end" }, onLink && linkButton(onLink), helpButton(onHelp)),
  );
  return {
    element,
    draw(scene) {
      const { playing } = session.player;
      setIcon(playIcon, playing ? "pause" : "play");
      setText(play.lastElementChild!, playing ? "Pause" : "Play");
      past.draw();
      place.draw(scene);
      speed.show(session.speed.name);
    },
  };
}

export function toggle(session: Session): void {
  if (session.player.playing) session.pause();
  else session.play();
}

function makePast(session: Session): { buttons: HTMLButtonElement[]; draw(): void } {
  const step = button({
    name: "step",
    label: "One step",
    text: "One step",
    help: "One update of the weights (→)",
    icon: icon("step"),
    onClick: () => void session.step(),
  });
  const restart = button({
    name: "restart",
    label: "Restart",
    text: "Restart",
    help: "Back to step 0 with the same initial weights (R)",
    icon: icon("restart"),
    onClick: () => void session.restart(),
  });
  const undo = button({ name: "undo", label: "Undo", icon: icon("undo"), onClick: () => void session.undo() });
  const redo = button({ name: "redo", label: "Redo", icon: icon("redo"), onClick: () => void session.redo() });
  return {
    buttons: [step, restart, undo, redo],
    draw() {
      const { past, future } = session.timeline;
      describe(undo, "Undo", past.at(-1)?.label, "Ctrl+Z");
      describe(redo, "Redo", future.at(-1)?.label, "Ctrl+Shift+Z");
    },
  };
}

function describe(element: HTMLButtonElement, verb: string, label: string | undefined, keys: string): void {
  setEnabled(element, label !== undefined);
  const text = label === undefined ? verb : `${verb}: ${label}`;
  if (element.getAttribute("aria-label") === text) return;
  element.setAttribute("aria-label", text);
  element.title = `${text} (${keys})`;
}

function makePlace(): { element: HTMLElement; draw(scene: Scene): void } {
  const step = make("dd", { class: "gn-count" });
  const epoch = make("dd", { class: "gn-count" });
  const element = make(
    "dl",
    { class: "gn-place" },
    make("div", { title: "Weight updates so far" }, make("dt", {}, "Step"), step),
    make("div", { title: "Passes through the training points so far" }, make("dt", {}, "Epoch"), epoch),
  );
  return {
    element,
    draw({ frame }) {
      setText(step, whole(frame.step));
      setText(epoch, frame.epoch < 1000 ? decimal(frame.epoch, 1) : whole(frame.epoch));
    },
  };
}

function makeSpeed(session: Session): ReturnType<typeof select> {
  return select({
    name: "speed",
    label: "Speed",
    help: "Training steps per frame",
    options: SPEEDS.map(({ name, label }) => ({ value: name, label })),
    onInput: (name) => (session.speed = speedOf(name)),
  });
}

function linkButton(onLink: () => void): HTMLButtonElement {
  return button({
    name: "link",
    label: "Copy link",
    text: "Copy link",
    help: "Copy a link that opens the Lab with these settings",
    icon: icon("link"),
    onClick: onLink,
  });
}

function helpButton(onHelp: () => void): HTMLButtonElement {
  return button({ name: "help", label: "Help", text: "Help", help: "Help and shortcuts (?)", onClick: onHelp });
}
