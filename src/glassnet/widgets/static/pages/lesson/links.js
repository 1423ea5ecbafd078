// pages/lesson/links.ts
var LINKS = ":is(a[href^='/lessons/'], a[href^='/lab/']):not([data-complete])";
function completeLinks({ root }) {
  if (!root) return;
  const complete = () => {
    for (const link of document.querySelectorAll(LINKS)) {
      link.setAttribute("href", root + link.getAttribute("href"));
      link.dataset["complete"] = "";
    }
  };
  new MutationObserver(complete).observe(document.body, { subtree: true, childList: true });
  complete();
}
export {
  completeLinks
};
