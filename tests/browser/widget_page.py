"""A page with one notebook widget in it, and the Python that answers it: the smallest host there is."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from time import sleep

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from glassnet.widgets.frames import pack
from glassnet.widgets.host import HostedWidget
from glassnet.widgets.linking import STATIC
from glassnet.widgets.turns import TURN

from .server import free_port

PAGE = """<!doctype html>
<html lang="en">
<head><title>Widget</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body style="margin: 0; padding: 8px; background: Canvas; color: CanvasText; color-scheme: light dark">
<main><h1>One widget</h1><h2>By itself</h2><div id="place"></div></main>
<script type="module">
import widget from "./widget.js";
const listeners = new Set();
const model = {
  get() {},
  on(event, listener) { if (event === "msg:custom") listeners.add(listener); },
  off(_, listener) { listeners.delete(listener); },
  async send(message) {
    const reply = await fetch("./ask", { method: "POST", body: JSON.stringify(message) });
    const view = new DataView(await reply.arrayBuffer());
    const size = view.getUint32(0, true);
    const head = JSON.parse(new TextDecoder().decode(new Uint8Array(view.buffer, 4, size)));
    const count = view.getUint32(4 + size, true);
    let begin = 8 + size + 4 * count;
    const buffers = Array.from({ length: count }, (_, i) => {
      const length = view.getUint32(8 + size + 4 * i, true);
      begin += length;
      return new DataView(view.buffer, begin - length, length);
    });
    for (const listener of listeners) listener(head, buffers);
  },
};
widget.render({ model, el: document.querySelector("#place") });
</script>
</body>
</html>
"""

EDITOR = STATIC / "pages" / "code_editor.js"


@contextmanager
def hosted(widget: HostedWidget) -> Iterator[str]:
    """Serve a page with the widget; it keeps what it knows while pages come and go, as in a notebook's kernel."""

    async def ask(request: Request) -> Response:
        asked = await request.json()
        with TURN:
            head, buffers = widget.answer(asked)
        return Response(pack({**head, "view_id": asked["view_id"]}, buffers))

    routes = [
        Route("/", lambda _: HTMLResponse(PAGE)),
        Route("/widget.js", lambda _: Response(str(widget._esm), media_type="text/javascript")),
        Route("/code_editor.js", lambda _: Response(EDITOR.read_text("utf-8"), media_type="text/javascript")),
        Route("/ask", ask, methods=["POST"]),
    ]
    port = free_port()
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the widget's server did not start"
        sleep(0.01)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.should_exit = True
        thread.join()
