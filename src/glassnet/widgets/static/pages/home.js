// pages/home.ts
import { mountHome } from "../widgets/home/index.js";
mountHome(document.querySelector("[data-glassnet=home]"), { socketUrl: "/lab/socket" });
