// The Lab's page.
import { mount } from "../widgets/lab/index.ts";

const place = document.querySelector<HTMLElement>("[data-glassnet=lab]")!;
mount(place, { socketUrl: place.dataset["socket"]! });
