// pages/home.ts
import { mountHome } from "../widgets/home/index.js";
var place = document.querySelector("[data-glassnet=home]");
mountHome(place, { socketUrl: place.dataset["socket"] });
