// pages/lesson.ts
import { addBar } from "./lesson/bar.js";
import { addFrame } from "./lesson/frame.js";
import { showTerms } from "./lesson/glossary.js";
import { completeLinks } from "./lesson/links.js";
import { swapWhenReady } from "./lesson/preview.js";
import { linkSymbols } from "./lesson/symbols.js";
addBar(window.glassnet);
addFrame(window.glassnet);
completeLinks(window.glassnet);
linkSymbols();
showTerms(window.glassnet);
swapWhenReady();
