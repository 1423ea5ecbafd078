// The Markdown that exercise texts may use: `code`, *emphasis*, **strong emphasis**. Everything else is plain text.
import { make } from "../../dom/element.ts";

const MARK = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/;

export function marked(text: string): Node[] {
  return text
    .split(MARK)
    .filter(Boolean)
    .map((piece) => {
      if (piece.length > 2 && piece.startsWith("`") && piece.endsWith("`")) return make("code", {}, piece.slice(1, -1));
      if (piece.length > 4 && piece.startsWith("**") && piece.endsWith("**")) return make("strong", {}, piece.slice(2, -2));
      if (MARK.test(piece) && piece.startsWith("*")) return make("em", {}, piece.slice(1, -1));
      return document.createTextNode(piece);
    });
}
