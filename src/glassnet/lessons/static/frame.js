// The lesson's frame: contents, what has been read, the lessons before and after, the Lab, edit mode and print.
// What has been read is kept in this browser only, and nothing of it leaves the machine.
"use strict";
(() => {
  const KEY = "glassnet-progress";
  const { lessons, shown } = window.glassnet;
  const number = location.pathname.match(/\/lessons\/(\d+)/)?.[1];
  const place = lessons.findIndex((lesson) => lesson.number === number);
  if (place < 0) return;
  const lesson = lessons[place];

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(KEY)) ?? {};
    } catch {
      return {}; // storage may be forbidden, or hold something else
    }
  };
  const progress = { read: [], last: "", ...read()[number] };
  const keep = () => {
    try {
      localStorage.setItem(KEY, JSON.stringify({ ...read(), [number]: progress }));
    } catch {
      // it is then remembered as long as the page is open
    }
  };

  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };
  const sheet = (title, ...content) => {
    const details = element("details", {}, element("summary", { textContent: title }), element("div", { className: "sheet" }, ...content));
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.firstElementChild.focus();
    });
    document.addEventListener("click", (event) => {
      if (!details.contains(event.target)) details.open = false;
    });
    return details;
  };

  // --- Contents: the headings that are on the page, in their order
  const list = element("ol", {});
  const contents = sheet("Contents", list);
  const going = element("button", { type: "button", hidden: true });
  const headings = () => [...shown().querySelectorAll("h2")];
  const words = (heading) => heading.textContent.trim();
  const go = (title) => {
    const heading = headings().find((one) => words(one) === title);
    if (!heading) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    heading.scrollIntoView({ behavior: still ? "auto" : "smooth", block: "start" });
    heading.tabIndex = -1;
    heading.focus({ preventScroll: true });
  };
  const open = (title) => {
    contents.open = false;
    going.hidden = true;
    go(title);
  };
  let listed = "";
  const draw = () => {
    const titles = headings().map(words);
    const now = JSON.stringify([titles, progress.read]);
    if (now === listed) return;
    listed = now;
    list.replaceChildren(
      ...titles.map((title) => {
        const item = element("li", {}, element("button", { type: "button", textContent: title, onclick: () => open(title) }));
        if (progress.read.includes(title)) item.dataset.read = "";
        return item;
      }),
    );
    if (going.hidden && !looked && titles.includes(started) && started !== titles[0]) {
      going.textContent = `Go on at “${started}”`;
      going.onclick = () => open(started);
      going.hidden = false;
    }
  };

  // --- Progress: a section has been read when its heading has been on the screen and the reader has moved on from it
  const started = progress.last;
  let looked = false;
  const watcher = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      if (isIntersecting) {
        progress.last = words(target);
        if (scrolled) looked = true;
      } else if (boundingClientRect.bottom < 120 && !progress.read.includes(words(target))) {
        progress.read.push(words(target));
      }
    }
    if (scrolled) keep();
    draw();
  });
  let scrolled = false;
  document.addEventListener("scroll", () => (scrolled = true), { capture: true, passive: true });
  const watched = new WeakSet();
  const look = () => {
    for (const heading of headings()) {
      if (watched.has(heading)) continue;
      watched.add(heading);
      watcher.observe(heading);
    }
    draw();
  };

  // --- Edit mode runs on the learner's own machine: the page can only say how
  const command = `glassnet edit ${number}`;
  const said = element("span", { role: "status" });
  const copy = element("button", {
    type: "button",
    textContent: "Copy",
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(command);
        said.textContent = " Copied.";
      } catch {
        said.textContent = " Select it and copy it.";
      }
    },
  });
  const edit = sheet(
    "Edit",
    element("p", { textContent: "To change this lesson, type this where you started Glassnet. It opens a copy of yours with all its code:" }),
    element("p", {}, element("code", { textContent: command }), " ", copy, said),
    element("p", { textContent: "Or take it to JupyterLab, VS Code or Colab, wherever Glassnet is installed:" }),
    element("p", {}, element("a", { href: `/lessons/${number}/notebook.ipynb`, download: "", textContent: "Download as a Jupyter notebook" })),
  );

  const link = (other, before, after) =>
    other
      ? [element("a", { href: `/lessons/${other.number}/` }, `${before}${other.number}`, element("span", { className: "title", textContent: ` ${other.title}` }), after)]
      : [];
  const bar = element(
    "nav",
    { className: "lesson-bar" },
    element("span", { textContent: `Lesson ${number} · about ${lesson.minutes} minutes` }),
    contents,
    going,
    ...(lesson.lab ? [element("a", { href: `/lab/#${lesson.lab}`, textContent: "Open in the Lab" })] : []),
    edit,
    element("button", { type: "button", className: "print", textContent: "Print", onclick: () => print() }),
    element("span", { className: "ends" }, ...link(lessons[place - 1], "← ", ""), ...link(lessons[place + 1], "", " →")),
  );
  bar.setAttribute("aria-label", "This lesson");
  document.querySelector(".site-header").after(bar);
  new MutationObserver(look).observe(document.body, { subtree: true, childList: true });
  look();
})();
