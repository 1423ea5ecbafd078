// pages/lesson.ts
import { addBar } from "./lesson/bar.js";
import { addFrame } from "./lesson/frame.js";
import { giveWay } from "./lesson/reading.js";
import { lightUp } from "./lesson/symbols.js";
addBar(window.glassnet);
addFrame(window.glassnet);
lightUp();
giveWay();
