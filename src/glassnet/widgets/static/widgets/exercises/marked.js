// widgets/exercises/marked.ts
import { make } from "../../dom/element.js";
var MARK = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;
function marked(text) {
  return text.split(MARK).filter(Boolean).map((piece) => {
    if (piece.length > 2 && piece.startsWith("`") && piece.endsWith("`")) return make("code", {}, piece.slice(1, -1));
    if (piece.length > 4 && piece.startsWith("**") && piece.endsWith("**")) return make("strong", {}, piece.slice(2, -2));
    if (MARK.test(piece) && piece.startsWith("*")) return make("em", {}, piece.slice(1, -1));
    return document.createTextNode(piece);
  });
}
export {
  marked
};
