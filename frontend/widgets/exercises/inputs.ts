// The inputs for an answer, one for each kind of exercise.
import { button } from "../../dom/controls.ts";
import { make } from "../../dom/element.ts";
import { Plot, type Axes } from "../../dom/plot.ts";
import { short } from "../../lib/numbers.ts";
import type { CardView as Card } from "../../wire/exercises.ts";
import { makeCodeInput } from "./code_input.ts";
import { marked } from "./marked.ts";

export interface Input {
  element: HTMLElement;
  show(answer: unknown, card: Card): void;
  redraw?(): void;
  close?(): void;
}

type Send = (answer: unknown) => void;

export function makeInput(card: Card, send: Send, run: (code: string, key: string) => void): Input {
  if (card.exercise === "code") return makeCodeInput(card, run);
  return { number, choice, order, place, goal }[card.exercise](card, send);
}

function check(text: string, onClick: () => void): HTMLButtonElement {
  return button({ name: "check", class: "gn-button gn-main", label: text, text, onClick });
}

function number(card: Card, send: Send): Input {
  // text, not a number field: that one makes 15 of "1,5", drops "3/2" and "−5", and changes when the wheel turns
  const input = make("input", { type: "text", inputmode: "decimal", name: "answer", "aria-label": "Your answer", required: true });
  input.autocomplete = "off";
  input.spellcheck = false;
  const changeSign = button({ name: "sign", class: "gn-button gn-touch-only", label: "Change sign", text: "±", onClick: () => {
    input.value = /^[-−]/.test(input.value) ? input.value.slice(1) : `−${input.value}`;
    input.focus();
  } });
  const answer = (event: Event): void => {
    event.preventDefault();
    send(input.value);
  };
  const form = make("form", { class: "gn-row", onsubmit: answer }, input, changeSign, submit(card.prediction ? "Predict" : "Check"));
  return {
    element: form,
    show(value) {
      if (value !== null && document.activeElement !== input) input.value = String(value);
    },
  };
}

function submit(text: string): HTMLElement {
  return make("button", { type: "submit", class: "gn-button gn-main", name: "check" }, text);
}

function choice(card: Card, send: Send): Input {
  const group = `gn-${card.name}-${Math.random()}`;
  const options = card.options ?? [];
  const inputs = options.map((option) => make("input", { type: "radio", name: group, value: option, onchange: () => send(option) }));
  const labels = options.map((option, i) => make("label", { class: "gn-check" }, inputs[i]!, make("span", {}, ...marked(option))));
  return {
    element: make("fieldset", { "aria-label": "Your answer" }, ...labels),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    },
  };
}

function order(card: Card, send: Send): Input {
  let now = [...(card.options ?? [])];
  const list = make("ol", { "aria-label": "Your order, first to last" });
  const move = (from: number, to: number): void => {
    [now[from], now[to]] = [now[to]!, now[from]!];
    draw();
    const name = to < from ? "earlier" : "later";
    const target = list.children[to]!.querySelector<HTMLButtonElement>(`[name=${name}]`)!;
    target.focus();
  };
  const draw = (): void => {
    list.replaceChildren(
      ...now.map((thing, i) => {
        const to = (name: string, sign: string, target: number): HTMLButtonElement => {
          const label = `Move “${thing}” ${name}`;
          const made = button({ name, label, text: sign, onClick: () => move(i, target) });
          if (target < 0 || target >= now.length) made.setAttribute("aria-disabled", "true");
          return made;
        };
        return make("li", {}, make("span", {}, `${i + 1}. `, ...marked(thing)), to("earlier", "↑", i - 1), to("later", "↓", i + 1));
      }),
    );
  };
  draw();
  return {
    element: make("div", {}, list, check("Check", () => send(now))),
    show(value) {
      if (!Array.isArray(value)) return;
      now = value.map(String);
      draw();
    },
  };
}

function place(card: Card, send: Send): Input {
  const { x_range, y_range, x_label, y_label, curves, points } = card.picture!;
  const axes: Axes = { x: x_range, y: y_range, xLabel: x_label, yLabel: y_label };
  const ink = "var(--gn-ink)";
  const redraw = (): void =>
    plot.draw(
      axes,
      curves.map((curve) => ({ xs: curve.map(([x]) => x), ys: curve.map(([, y]) => y), ink })),
      points.map(([x, y]) => ({ x, y, ink })),
    );
  const plot = new Plot(`${y_label} against ${x_label}`, 280, redraw);
  const mark = plot.addHandle({
    name: "mark",
    at: card.start!,
    words: (x, y) => `Mark at ${x_label} ${short(x)}, ${y_label} ${short(y)}`,
    onMove: () => {},
  });
  const element = make("div", {}, plot.element, check("Check", () => send(mark.at)));
  return {
    element,
    redraw,
    show(value) {
      if (Array.isArray(value)) mark.set([Number(value[0]), Number(value[1])]);
    },
    close: () => plot.close(),
  };
}

function goal(card: Card, send: Send): Input {
  const rules = make("ul", {}, ...(card.rules ?? []).map((rule) => make("li", {}, ...marked(rule))));
  return { element: make("div", {}, rules, check("Check the settings above", () => send(null))), show() {} };
}
