// Runs as soon as the text of a lesson stands on the page.
import { addBar } from "./lesson/bar.ts";
import { addFrame } from "./lesson/frame.ts";
import { giveWay } from "./lesson/reading.ts";
import { lightUp } from "./lesson/symbols.ts";

addBar(window.glassnet);
addFrame(window.glassnet);
lightUp();
giveWay();
