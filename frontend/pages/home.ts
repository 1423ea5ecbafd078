// The home page: its animation, and what has been read of the course.
import { mountHome } from "../widgets/home/index.ts";
import { showProgress } from "./course.ts";

const place = document.querySelector<HTMLElement>("[data-glassnet=home]")!;
mountHome(place, { socketUrl: place.dataset["socket"]! });
showProgress();
