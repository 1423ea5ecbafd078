// Two entry points: `mount` for Glassnet's own page, the default export for notebooks (anywidget).
import { ModelTransport, type Model } from "../../lib/anywidget.ts";
import { levelIn, type Level } from "../../lib/level.ts";
import { fromHash } from "../../lib/link.ts";
import type { Spec } from "../../lib/protocol.ts";
import { SocketTransport, socketAddress } from "../../lib/websocket.ts";
import { SETTINGS } from "../../wire/lab.ts";
import { Lab } from "./lab.ts";
import { AddressKeeper, linkTo, linkToState, readBegin, readLevel, save, stateIn } from "./storage.ts";

export function mount(element: HTMLElement, { socketUrl }: { socketUrl: string }): () => void {
  const address = new AddressKeeper();
  const lab = new Lab(element, {
    transport: new SocketTransport(socketAddress(socketUrl, location)),
    keys: document,
    begin: readBegin(),
    thumbnails: true,
    level: readLevel(),
    save,
    onAddress: (spec, level) => address.keep(spec, level),
    onLink: copyLink,
  });
  // A link pasted into this tab is a change like any other: it can be undone.
  const onHash = (): void => {
    lab.setLevel(levelIn(location.hash));
    const checkpoint = stateIn(location.hash);
    if (checkpoint !== null) void lab.session.visit(checkpoint);
    else lab.change(fromHash(SETTINGS, location.hash));
  };
  const onHide = (): void => address.flush();
  addEventListener("hashchange", onHash);
  addEventListener("pagehide", onHide);
  return () => {
    removeEventListener("hashchange", onHash);
    removeEventListener("pagehide", onHide);
    lab.close();
  };
}

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): () => void {
    const transport = new ModelTransport(model, String(Math.random()).slice(2));
    const lab = new Lab(el, { transport, keys: el, begin: {}, thumbnails: false, level: "play" });
    const onSpec = (): void => {
      const known = JSON.stringify(lab.session.frame?.spec);
      if (known !== JSON.stringify(model.get("spec"))) void lab.session.refresh();
    };
    model.on("change:spec", onSpec);
    return () => {
      model.off("change:spec", onSpec);
      lab.close();
    };
  },
};

async function copyLink(spec: Spec, level: Level, checkpoint: string | null): Promise<string> {
  const link = checkpoint === null ? linkTo(spec, level) : linkToState(checkpoint, level);
  try {
    await navigator.clipboard.writeText(link);
    return "Link copied";
  } catch {
    return `The link is: ${link}`;
  }
}
