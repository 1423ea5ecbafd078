// The home page: its moving picture.
import { mountHome } from "../widgets/home/index.ts";

mountHome(document.querySelector<HTMLElement>("[data-glassnet=home]")!, { socketUrl: "/lab/socket" });
