// widgets/exercises/inputs.ts
import { button } from "../../dom/controls.js";
import { make } from "../../dom/element.js";
import { Plot } from "../../dom/plot.js";
import { short } from "../../lib/numbers.js";
import { makeCodeInput } from "./code_input.js";
import { marked } from "./marked.js";
function makeInput(card, send, run) {
  if (card.exercise === "code") return makeCodeInput(card, run);
  return { number, choice, order, place, goal }[card.exercise](card, send);
}
function check(text, onClick) {
  return button({ name: "check", class: "gn-button gn-main", label: text, text, onClick });
}
function number(card, send) {
  const input = make("input", { type: "text", inputmode: "decimal", name: "answer", "aria-label": "Your answer", required: true });
  input.autocomplete = "off";
  input.spellcheck = false;
  const changeSign = button({ name: "sign", class: "gn-button gn-touch-only", label: "Change sign", text: "±", onClick: () => {
    input.value = /^[-−]/.test(input.value) ? input.value.slice(1) : `−${input.value}`;
    input.focus();
  } });
  const answer = (event) => {
    event.preventDefault();
    send(input.value);
  };
  const form = make("form", { class: "gn-row", onsubmit: answer }, input, changeSign, submit(card.prediction ? "Predict" : "Check"));
  return {
    element: form,
    show(value) {
      if (value !== null && document.activeElement !== input) input.value = String(value);
    }
  };
}
function submit(text) {
  return make("button", { type: "submit", class: "gn-button gn-main", name: "check" }, text);
}
function choice(card, send) {
  const group = `gn-${card.name}-${Math.random()}`;
  const options = card.options ?? [];
  const inputs = options.map((option) => make("input", { type: "radio", name: group, value: option, onchange: () => send(option) }));
  const labels = options.map((option, i) => make("label", { class: "gn-check" }, inputs[i], make("span", {}, ...marked(option))));
  return {
    element: make("fieldset", { "aria-label": "Your answer" }, ...labels),
    show(value) {
      for (const input of inputs) input.checked = input.value === value;
    }
  };
}
function order(card, send) {
  let now = [...card.options ?? []];
  const list = make("ol", { "aria-label": "Your order, first to last" });
  const move = (from, to) => {
    [now[from], now[to]] = [now[to], now[from]];
    draw();
    const name = to < from ? "earlier" : "later";
    const target = list.children[to].querySelector(`[name=${name}]`);
    target.focus();
  };
  const draw = () => {
    list.replaceChildren(
      ...now.map((thing, i) => {
        const to = (name, sign, target) => {
          const label = `Move “${thing}” ${name}`;
          const made = button({ name, label, text: sign, onClick: () => move(i, target) });
          if (target < 0 || target >= now.length) made.setAttribute("aria-disabled", "true");
          return made;
        };
        return make("li", {}, make("span", {}, `${i + 1}. `, ...marked(thing)), to("earlier", "↑", i - 1), to("later", "↓", i + 1));
      })
    );
  };
  draw();
  return {
    element: make("div", {}, list, check("Check", () => send(now))),
    show(value) {
      if (!Array.isArray(value)) return;
      now = value.map(String);
      draw();
    }
  };
}
function place(card, send) {
  const { x_range, y_range, x_label, y_label, curves, points } = card.picture;
  const axes = { x: x_range, y: y_range, xLabel: x_label, yLabel: y_label };
  const ink = "var(--gn-ink)";
  const redraw = () => plot.draw(
    axes,
    curves.map((curve) => ({ xs: curve.map(([x]) => x), ys: curve.map(([, y]) => y), ink })),
    points.map(([x, y]) => ({ x, y, ink }))
  );
  const plot = new Plot(`${y_label} against ${x_label}`, 280, redraw);
  const mark = plot.addHandle({
    name: "mark",
    at: card.start,
    words: (x, y) => `Mark at ${x_label} ${short(x)}, ${y_label} ${short(y)}`,
    onMove: () => {
    }
  });
  const element = make("div", {}, plot.element, check("Check", () => send(mark.at)));
  return {
    element,
    redraw,
    show(value) {
      if (Array.isArray(value)) mark.set([Number(value[0]), Number(value[1])]);
    },
    close: () => plot.close()
  };
}
function goal(card, send) {
  const rules = make("ul", {}, ...(card.rules ?? []).map((rule) => make("li", {}, ...marked(rule))));
  return { element: make("div", {}, rules, check("Check the settings above", () => send(null))), show() {
  } };
}
export {
  makeInput
};
