// widgets/lab/index.ts
import { ModelTransport } from "../../lib/anywidget.js";
import { levelIn } from "../../lib/level.js";
import { fromHash } from "../../lib/link.js";
import { SocketTransport, socketAddress } from "../../lib/websocket.js";
import { SETTINGS } from "../../wire/lab.js";
import { Lab } from "./lab.js";
import { AddressKeeper, linkTo, linkToState, readBegin, readLevel, save, stateIn } from "./storage.js";
function mount(element, { socketUrl }) {
  const address = new AddressKeeper();
  const lab = new Lab(element, {
    transport: new SocketTransport(socketAddress(socketUrl, location)),
    keys: document,
    begin: readBegin(),
    thumbnails: true,
    level: readLevel(),
    save,
    onAddress: (spec, level) => address.keep(spec, level),
    onLink: copyLink
  });
  const onHash = () => {
    lab.setLevel(levelIn(location.hash));
    const checkpoint = stateIn(location.hash);
    if (checkpoint !== null) void lab.session.visit(checkpoint);
    else lab.change(fromHash(SETTINGS, location.hash));
  };
  const onHide = () => address.flush();
  addEventListener("hashchange", onHash);
  addEventListener("pagehide", onHide);
  return () => {
    removeEventListener("hashchange", onHash);
    removeEventListener("pagehide", onHide);
    lab.close();
  };
}
var lab_default = {
  render({ model, el }) {
    const transport = new ModelTransport(model, String(Math.random()).slice(2));
    const lab = new Lab(el, { transport, keys: el, begin: {}, thumbnails: false, level: "play" });
    const onSpec = () => {
      const known = JSON.stringify(lab.session.frame?.spec);
      if (known !== JSON.stringify(model.get("spec"))) void lab.session.refresh();
    };
    model.on("change:spec", onSpec);
    return () => {
      model.off("change:spec", onSpec);
      lab.close();
    };
  }
};
async function copyLink(spec, level, checkpoint) {
  const link = checkpoint === null ? linkTo(spec, level) : linkToState(checkpoint, level);
  try {
    await navigator.clipboard.writeText(link);
    return "Link copied";
  } catch {
    return `The link is: ${link}`;
  }
}
export {
  lab_default as default,
  mount
};
