// The home page's animation.
import { mountHome } from "../widgets/home/index.ts";

const place = document.querySelector<HTMLElement>("[data-glassnet=home]")!;
mountHome(place, { socketUrl: place.dataset["socket"]! });
