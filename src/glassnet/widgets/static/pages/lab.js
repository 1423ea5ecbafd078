// pages/lab.ts
import { mount } from "../widgets/lab/index.js";
var place = document.querySelector("[data-glassnet=lab]");
mount(place, { socketUrl: place.dataset["socket"] });
