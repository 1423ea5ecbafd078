// widgets/exercises/code_editor.ts
import { make } from "../../dom/element.js";
var makePlainEditor = ({ parent, text, label, onRun, onInput }) => {
  const area = make("textarea", { class: "gn-code", "aria-label": label, spellcheck: "false", autocapitalize: "off" });
  const fit = () => void (area.rows = Math.min(20, area.value.split("\n").length + 1));
  const set = (next) => {
    area.value = next;
    fit();
  };
  area.addEventListener("input", () => {
    fit();
    onInput();
  });
  area.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onRun();
  });
  set(text);
  parent.append(area);
  return { text: () => area.value, setText: set, markLine() {
  }, focus: () => area.focus(), close: () => area.remove() };
};
export {
  makePlainEditor
};
