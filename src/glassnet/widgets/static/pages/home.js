// pages/home.ts
import { mountHome } from "../widgets/home/index.js";
import { showProgress } from "./course.js";
var place = document.querySelector("[data-glassnet=home]");
mountHome(place, { socketUrl: place.dataset["socket"] });
showProgress();
