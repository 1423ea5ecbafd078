// The home page's animation.
import { mountHome } from "../widgets/home/index.ts";

mountHome(document.querySelector<HTMLElement>("[data-glassnet=home]")!, { socketUrl: "/lab/socket" });
