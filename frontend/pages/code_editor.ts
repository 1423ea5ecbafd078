// The editor for Python: CodeMirror with what a short function needs. A module of its own, loaded only where there is code to write.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers, type DecorationSet } from "@codemirror/view";
import { classHighlighter } from "@lezer/highlight";
import type { CodeEditor, MakeCodeEditor } from "../widgets/exercises/code_editor.ts";

const markLine = StateEffect.define<number | null>();

/** The line in which the last run went wrong; whatever is typed next takes the mark away. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(markLine)) continue;
      const { value } = effect;
      if (value === null || value > state.doc.lines) return Decoration.none;
      return Decoration.set([Decoration.line({ class: "gn-wrong-line" }).range(state.doc.line(value).from)]);
    }
    return docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const theme = EditorView.theme({
  "&": { color: "var(--gn-ink)", background: "var(--gn-page)", border: "1px solid var(--gn-field)", borderRadius: "8px", fontSize: "var(--gn-text-text)" },
  "&.cm-focused": { outline: "3px solid var(--gn-accent)", outlineOffset: "1px" },
  ".cm-scroller": { fontFamily: 'ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace', lineHeight: "1.5", maxHeight: "28em", overflow: "auto" },
  ".cm-content": { caretColor: "var(--gn-ink)", padding: "8px 0" },
  ".cm-gutters": { color: "var(--gn-quiet)", background: "var(--gn-raised)", border: "0", borderRadius: "8px 0 0 8px" },
  ".cm-cursor": { borderLeftColor: "var(--gn-ink)" },
  ".cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground": { background: "var(--gn-lit)" },
  ".cm-matchingBracket": { background: "var(--gn-lit)", outline: "1px solid var(--gn-lit-line)" },
  ".gn-wrong-line": { background: "var(--gn-alert)", boxShadow: "inset 3px 0 var(--gn-mark)" },
  ".tok-keyword, .tok-operatorKeyword": { color: "var(--gn-accent)", fontWeight: "600" },
  ".tok-comment": { color: "var(--gn-quiet)", fontStyle: "italic" },
  ".tok-string, .tok-string2": { color: "var(--gn-positive)" },
  ".tok-number, .tok-bool": { color: "var(--gn-series-2)" },
});

const makeCodeEditor: MakeCodeEditor = ({ parent, text, label, onRun, onInput }): CodeEditor => {
  const run = (): boolean => {
    onRun();
    return true;
  };
  const view = new EditorView({
    parent,
    root: parent.getRootNode() as Document | ShadowRoot,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        indentUnit.of("    "),
        indentOnInput(),
        bracketMatching(),
        python(),
        syntaxHighlighting(classHighlighter),
        markedLine,
        theme,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false", autocapitalize: "off" }),
        EditorView.updateListener.of((update) => update.docChanged && onInput()),
        keymap.of([{ key: "Mod-Enter", run }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    markLine: (line) => view.dispatch({ effects: markLine.of(line) }),
    focus: () => view.focus(),
    close: () => view.destroy(),
  };
};

export default makeCodeEditor;
