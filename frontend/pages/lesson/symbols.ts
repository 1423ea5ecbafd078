// A symbol in a formula, its number in a figure and its line of code light up together: all elements with the same
// data-symbol in a section. Hover and focus light it up while they last; a click or a tap keeps it lit.
import { notebookPlace, shown, symbolRoots } from "./marimo.ts";

type Mark = HTMLElement | SVGElement;
type Trigger = "hovered" | "focused" | "kept";

export function linkSymbols(): void {
  const wanted: Record<Trigger, string | undefined> = { hovered: undefined, focused: undefined, kept: undefined };
  let lit: string | undefined;
  const draw = (): void => {
    const key = wanted.hovered ?? wanted.focused ?? wanted.kept;
    for (const mark of marks()) {
      const own = key || mark.localName === "button" ? keyOf(mark) : undefined;
      mark.toggleAttribute("data-lit", key !== undefined && own === key);
      if (mark.localName === "button") mark.setAttribute("aria-pressed", String(own === wanted.kept));
    }
    lit = key;
  };
  const want = (how: Trigger, key: string | undefined): void => {
    if (wanted[how] === key) return;
    wanted[how] = key;
    draw();
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "mouse") want("hovered", keyOf(markOf(event)));
  });
  document.addEventListener("focusin", (event) => {
    const mark = markOf(event);
    want("focused", mark?.matches(":focus-visible") ? keyOf(mark) : undefined);
  });
  document.addEventListener("focusout", () => want("focused", undefined));
  document.addEventListener("click", (event) => {
    const key = keyOf(markOf(event));
    want("kept", key === wanted.kept ? undefined : key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && lit) want("kept", undefined);
  });
  // a cell that ran again has new marks
  new MutationObserver((changes) => {
    if (lit && changes.some(bringsMarks)) draw();
  }).observe(notebookPlace(), { subtree: true, childList: true });
}

function marks(): Mark[] {
  return symbolRoots().flatMap((root) => [...root.querySelectorAll<Mark>("[data-symbol]")]);
}

function markOf(event: Event): Mark | undefined {
  return (event.composedPath() as Partial<Mark>[]).find((target): target is Mark => Boolean(target.dataset?.["symbol"]));
}

function keyOf(mark: Mark | undefined): string | undefined {
  return mark && `${sectionOf(mark)} ${mark.dataset["symbol"]}`;
}

function sectionOf(mark: Mark): number {
  const root = mark.getRootNode();
  const host = root instanceof ShadowRoot ? root.host : mark; // formulas are in shadow roots
  const isBefore = (heading: Element): boolean => Boolean(host.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_PRECEDING);
  return [...shown().querySelectorAll("h2")].filter(isBefore).length;
}

function bringsMarks({ addedNodes }: MutationRecord): boolean {
  return [...addedNodes].some((node) => node instanceof Element && node.querySelector("[data-symbol], marimo-tex"));
}
