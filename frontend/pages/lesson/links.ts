// A lesson's links to other pages of the site, which know nothing of the path that the site is under.
import type { Site } from "./site.ts";

const LINKS = ":is(a[href^='/lessons/'], a[href^='/lab/']):not([data-complete])";

/** Let the links on the page, and those drawn later, lead to the site's own pages. */
export function completeLinks({ root }: Site): void {
  if (!root) return;
  const complete = (): void => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>(LINKS)) {
      link.setAttribute("href", root + link.getAttribute("href")!);
      link.dataset["complete"] = "";
    }
  };
  new MutationObserver(complete).observe(document.body, { subtree: true, childList: true });
  complete();
}
