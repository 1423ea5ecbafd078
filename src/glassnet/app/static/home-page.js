import { mountHome } from "/static/home.js";

mountHome(document.querySelector("[data-glassnet=home]"), { socketUrl: "/lab/socket" });
