// widgets/exercises/index.ts
import { make, setText } from "../../dom/element.js";
import { makeShell } from "../../dom/shell.js";
import { Channel } from "../../lib/channel.js";
import { makeInput } from "./inputs.js";
import { marked } from "./marked.js";
import styles from "./exercise.css.js";
var exercises_default = {
  render({ model, el }) {
    let input = null;
    const shell = makeShell(el, "Exercise", styles, () => input?.redraw?.());
    const channel = new Channel(model, shell.showError);
    const { root } = shell;
    const kind = make("span", {});
    const tries = make("span", {});
    const question = make("p", { class: "gn-question" });
    const place = make("div", {});
    const verdict = make("div", { class: "gn-verdict", role: "status" });
    const help = make("div", {});
    root.classList.add("gn-exercise");
    root.append(make("div", { class: "gn-head-line" }, kind, tries), question, place, verdict, help);
    const send = async (asked, words) => {
      root.dataset["busy"] = "true";
      setText(verdict, words);
      delete verdict.dataset["right"];
      try {
        show((await asked()).head);
        shell.showError("");
      } catch (error) {
        setText(verdict, "");
        shell.showError(error.message);
      }
      root.dataset["busy"] = "false";
    };
    const show = (card) => {
      if (!input) {
        root.setAttribute("aria-label", `Exercise ${Number(card.name.split(".")[1])}`);
        question.replaceChildren(...marked(card.question));
        input = makeInput(
          card,
          (answer) => void send(() => channel.ask("answer", { answer }), "Checking…"),
          (code, key) => void send(() => channel.ask("run", { code, key }), "Running…")
        );
        place.replaceChildren(input.element);
      }
      setText(kind, `Exercise ${Number(card.name.split(".")[1])}${card.prediction ? " · predict first, then check" : ""}`);
      setText(tries, card.tries ? `${card.tries} ${card.tries === 1 ? "try" : "tries"}` : "");
      input.show(card.answer, card);
      const feedback = card.right === null ? [] : [make("strong", {}, card.right ? "Right. " : "Not yet. "), ...marked(card.message)];
      verdict.replaceChildren(...feedback);
      verdict.dataset["right"] = String(card.right);
      help.replaceChildren(...helpFor(card));
      if (card.trouble) shell.showError(card.trouble);
      Object.assign(root.dataset, { ready: "true", tries: card.tries, right: String(card.right) });
    };
    channel.request("open", {}, ({ head }) => show(head));
    return () => {
      channel.close();
      shell.close();
      input?.close?.();
    };
  }
};
function helpFor(card) {
  const parts = (card.hints ?? []).map((hint, i) => make("p", { class: "gn-note" }, `Hint ${i + 1}: `, ...marked(hint)));
  if (card.solution) {
    parts.push(make("details", {}, make("summary", {}, "Solution"), make("pre", { tabindex: "0" }, card.solution)));
  }
  return parts;
}
export {
  exercises_default as default
};
