// pages/lesson.ts
import { addBar } from "./lesson/bar.js";
import { addFrame } from "./lesson/frame.js";
import { showTerms } from "./lesson/glossary.js";
import { completeLinks } from "./lesson/links.js";
import { swapWhenReady } from "./lesson/preview.js";
import { giveWay, keepPlace, scrollByKeys } from "./lesson/scrolling.js";
import { linkSymbols } from "./lesson/symbols.js";
addBar(window.glassnet);
addFrame(window.glassnet);
completeLinks(window.glassnet);
linkSymbols();
showTerms(window.glassnet);
scrollByKeys();
giveWay();
keepPlace();
swapWhenReady();
