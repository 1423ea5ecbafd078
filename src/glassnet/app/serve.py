"""`glassnet serve`: the web application in a browser."""

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import webbrowser
from threading import Thread
from urllib.parse import urlencode

from rich.console import Console
from rich.style import Style
from rich.text import Text

from glassnet.app.listener import address, listen, network_address
from glassnet.app.log import keep_the_log_short
from glassnet.app.place import Place
from glassnet.app.site import make_site
from glassnet.app.terminal import end_at_once_when_asked_twice
from glassnet.app.web_server import WebServer
from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.own_code.key import allow_code

MIN_CODE_LENGTH = 6
CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 12
READY_POLL = 0.01
WARM_AFTER_SECONDS = 2.0
"""When the lessons are prepared: not immediately, so that the first page needn't wait for that."""


def run_server(place: Place, *, code: str | None, open_browser: bool, code_exercises: bool = False) -> None:
    """Serve the web application until Ctrl-C or SIGTERM.

    Arguments:
        place: where the server is found.
        code: an access code; without one, one is generated if other machines can connect.
        open_browser: whether to open the home page once the server is running.
        code_exercises: whether pages run learners' code even if other machines can connect.

    Raises:
        SettingError: the server cannot listen on the address, or the code is too short.
    """
    if code is not None and len(code) < MIN_CODE_LENGTH:
        raise SettingError(
            f"--code needs at least {MIN_CODE_LENGTH} characters, or it is easily guessed; got {len(code)}."
        )
    if code is None and not place.is_local:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    if not place.is_local:
        os.environ["GLASSNET_HOME"] = "none"  # many readers: their answers are not this machine's owner's
    allow_code(allowed=code_exercises or not place.is_shared)
    end_at_once_when_asked_twice(signal.SIGINT, signal.SIGTERM)
    keep_the_log_short()
    with contextlib.suppress(KeyboardInterrupt), listen(place.host, place.port) as listener:
        taken = listener.getsockname()[1]
        url = _with_code(address(place.host, taken), code)
        notes = _notes(place, taken, code)
        if code_exercises and place.is_shared:
            notes.append("Whoever can open its pages can run code on this machine, with your rights (--allow-code).")
        asyncio.run(_serve(place, code, listener, url, notes, open_browser))


async def _serve(
    place: Place, code: str | None, listener: socket.socket, url: str, notes: list[str], open_browser: bool
) -> None:
    site = make_site(place.access(code), root_path=place.root_path, warm_after=WARM_AFTER_SECONDS)
    server = WebServer(site)
    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(READY_POLL)
    if server.started:
        console = Console()
        console.print(Text.assemble(("Glassnet", "bold"), " is at ", (url, Style(link=url))), soft_wrap=True)
        for note in [*notes, "Press Ctrl-C to stop."]:
            console.print(note, soft_wrap=True, highlight=False, markup=False)
        if open_browser:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()  # some browsers keep the caller waiting
    await serving


def _notes(place: Place, taken: int, code: str | None) -> list[str]:
    notes = [f"Port {place.port} is in use, so this one was chosen."] if place.port not in (0, taken) else []
    if place.host in ("0.0.0.0", "::"):
        name = network_address()
        notes += [f"From other machines: {_with_code(address(name, taken), code)}"] if name else []
    if code is not None:
        notes.append(f"Access code: {code}")
    return notes


def _with_code(url: str, code: str | None) -> str:
    return url if code is None else f"{url}?{urlencode({'code': code})}"
