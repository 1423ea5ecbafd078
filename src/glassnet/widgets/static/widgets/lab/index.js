// widgets/lab/index.ts
import { ModelTransport } from "../../lib/anywidget.js";
import { fromHash, toHash } from "../../lib/link.js";
import { SocketTransport, socketAddress } from "../../lib/websocket.js";
import { SETTINGS } from "../../wire/lab.js";
import { Lab } from "./lab.js";
import { AddressKeeper, readBegin, save } from "./storage.js";
function mount(element, { socketUrl }) {
  const address = new AddressKeeper();
  const lab = new Lab(element, {
    transport: new SocketTransport(socketAddress(socketUrl, location)),
    keys: document,
    begin: readBegin(),
    thumbnails: true,
    save,
    onSpec: (spec) => address.keep(spec),
    onLink: copyLink
  });
  const onHash = () => lab.change(fromHash(SETTINGS, location.hash));
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
    const lab = new Lab(el, { transport, keys: el, begin: {}, thumbnails: false });
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
async function copyLink(spec) {
  const link = new URL(toHash(SETTINGS, spec), location.href).href;
  try {
    await navigator.clipboard.writeText(link);
    return "Link copied";
  } catch {
    return `The link is in the address bar: ${link}`;
  }
}
export {
  lab_default as default,
  mount
};
