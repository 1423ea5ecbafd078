// pages/lab.ts
import { mount } from "../widgets/lab/index.js";
mount(document.querySelector("[data-glassnet=lab]"), { socketUrl: "/lab/socket" });
