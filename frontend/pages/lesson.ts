// Runs as soon as a lesson's text is on the page.
import { addBar } from "./lesson/bar.ts";
import { addFrame } from "./lesson/frame.ts";
import { showTerms } from "./lesson/glossary.ts";
import { completeLinks } from "./lesson/links.ts";
import { swapWhenReady } from "./lesson/preview.ts";
import { giveWay, keepPlace, scrollByKeys } from "./lesson/scrolling.ts";
import { linkSymbols } from "./lesson/symbols.ts";

addBar(window.glassnet);
addFrame(window.glassnet);
completeLinks(window.glassnet);
linkSymbols();
showTerms(window.glassnet);
scrollByKeys();
giveWay();
keepPlace();
swapWhenReady();
