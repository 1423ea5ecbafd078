import { mount } from "/static/lab.js";

mount(document.querySelector("[data-glassnet=lab]"), { socketUrl: "/lab/socket" });
