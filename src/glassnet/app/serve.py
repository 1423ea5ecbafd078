"""`glassnet serve`: the web application in a browser."""

import asyncio
import contextlib
import os
import secrets
import signal
import socket
import webbrowser
from threading import Thread
from types import FrameType
from urllib.parse import urlencode

from rich.console import Console

from glassnet.app.guard import LOOPBACK, Access
from glassnet.app.lab_socket import MAX_REQUEST_LENGTH
from glassnet.app.listener import address, listen, network_address
from glassnet.app.site import make_site
from glassnet.base.errors import SettingError
from glassnet.lessons.exercises.own_code.key import allow_code

MIN_CODE_LENGTH = 6
CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH = 12
READY_POLL = 0.01
WARM_AFTER_SECONDS = 2.0
"""When the lessons are prepared: not immediately, so that the first page needn't wait for that."""


def run_server(*, host: str, port: int, code: str | None, open_browser: bool, code_exercises: bool = False) -> None:
    """Serve the web application until Ctrl-C or SIGTERM.

    Arguments:
        host: the address to listen on.
        port: the port; if it is in use, the next free one.
        code: an access code; without one, one is generated if other machines can connect.
        open_browser: whether to open the home page once the server is running.
        code_exercises: whether pages run learners' code even if other machines can connect.

    Raises:
        SettingError: the server cannot listen on the address, or the code is too short.
    """
    local = host.lower() in LOOPBACK
    if code is not None and len(code) < MIN_CODE_LENGTH:
        raise SettingError(
            f"--code needs at least {MIN_CODE_LENGTH} characters, or it is easily guessed; got {len(code)}."
        )
    if code is None and not local:
        code = "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))
    if not local:
        os.environ["GLASSNET_HOME"] = "none"  # many readers: their answers are not this machine's owner's
    allow_code(allowed=local or code_exercises)
    names = set() if local else {socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"}
    access = Access(LOOPBACK | names | {host.lower()}, any_address=not local, code=code)
    signal.signal(signal.SIGTERM, _leave)
    with contextlib.suppress(KeyboardInterrupt), listen(host, port) as listener:
        taken = listener.getsockname()[1]
        notes = _notes(host, port, taken, code)
        if code_exercises and not local:
            notes.append("Whoever has the access code can run code on this machine, with your rights (--allow-code).")
        asyncio.run(_serve(access, listener, _with_code(address(host, taken), code), notes, open_browser))


async def _serve(access: Access, listener: socket.socket, url: str, notes: list[str], open_browser: bool) -> None:
    import uvicorn  # here: it would cost the other commands a tenth of a second

    config = uvicorn.Config(
        make_site(access, warm_after=WARM_AFTER_SECONDS),
        log_level="warning",
        access_log=False,
        ws_max_size=4 * MAX_REQUEST_LENGTH,
        ws_per_message_deflate=False,  # images hardly shrink, and compressing them costs more than training
        timeout_graceful_shutdown=1,
        lifespan="on",
    )
    server = uvicorn.Server(config)
    serving = asyncio.ensure_future(server.serve(sockets=[listener]))
    while not server.started and not serving.done():
        await asyncio.sleep(READY_POLL)
    if server.started:
        console = Console()
        console.print(f"[bold]Glassnet[/bold] is at [link={url}]{url}[/link]", soft_wrap=True, highlight=False)
        for note in [*notes, "Press Ctrl-C to stop."]:
            console.print(note, soft_wrap=True, highlight=False, markup=False)
        if open_browser:
            Thread(target=webbrowser.open, args=(url,), daemon=True).start()  # some browsers keep the caller waiting
    await serving


def _notes(host: str, wanted: int, taken: int, code: str | None) -> list[str]:
    notes = [f"Port {wanted} is in use, so this one was chosen."] if wanted not in (0, taken) else []
    if host in ("0.0.0.0", "::"):
        name = network_address()
        notes += [f"From other machines: {_with_code(address(name, taken), code)}"] if name else []
    if code is not None:
        notes.append(f"Access code: {code}")
    return notes


def _with_code(url: str, code: str | None) -> str:
    return url if code is None else f"{url}?{urlencode({'code': code})}"


def _leave(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
