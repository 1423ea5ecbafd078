// The Lab's page.
import { mount } from "../widgets/lab/index.ts";

mount(document.querySelector<HTMLElement>("[data-glassnet=lab]")!, { socketUrl: "/lab/socket" });
