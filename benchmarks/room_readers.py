"""Readers who open one lesson at the same moment: clients that speak marimo's protocol as its page does.

    python benchmarks/room_readers.py HOST PORT LESSON READERS SECONDS

Each loads the page, connects its notebook, fetches every widget's script and asks every widget for its first picture;
then it stays until `SECONDS` have passed since the start. Prints one line of JSON: for each reader the seconds until
its text was there, and until its whole notebook was.
"""

import asyncio
import json
import re
import sys
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from room_http import Place, ask

SCRIPT = re.compile(r"@file/[\w.-]+")
TOKEN = re.compile(r'"serverToken": "([^"]*)"')
PATIENCE_SECONDS = 300.0
LEFT_THE_PAGE = 1001
"""The code with which browsers close the sockets of a page that is closed."""


@dataclass
class Reader:
    """One reader and what happened to them: seconds from the start, None until it has happened."""

    place: Place
    lesson: str
    name: str
    text: float | None = None
    live: float | None = None
    trouble: str = ""
    _models: set[str] = field(default_factory=set)
    _answered: set[str] = field(default_factory=set)
    _scripts: set[str] = field(default_factory=set)
    _tasks: list["asyncio.Task[None]"] = field(default_factory=list)
    _token: str = ""

    @property
    def path(self) -> str:
        """The lesson's address."""
        return f"/lessons/{self.lesson}/"

    async def read(self, begin: float, leave: asyncio.Event) -> None:
        """Open the lesson, wait until all of it is there, and stay until it is time to leave."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                await self._open_page(begin)
                address = self.place.socket(f"{self.path}ws?session_id={self.name}")
                async with connect(address, origin=self.place.origin, compression=None, max_size=None) as socket:
                    await self._until_live(socket)
                    self.live = perf_counter() - begin
                    while not leave.is_set():
                        await self._next(socket, 0.5)
                    await socket.close(LEFT_THE_PAGE)
        except Exception as error:
            self.trouble = repr(error)[:200]

    async def _open_page(self, begin: float) -> None:
        status, page = await ask(self.place, self.path)
        text = page.decode()
        if status != 200 or 'id="lesson-preview"' not in text:
            raise RuntimeError(f"the page has no text (status {status})")
        found = TOKEN.search(text)
        self._token = found[1] if found else ""
        self.text = perf_counter() - begin

    async def _until_live(self, socket: ClientConnection) -> None:
        """Return once every cell has run, every script has been fetched, and every widget has answered."""
        ran = False
        while not (ran and self._models <= self._answered and all(task.done() for task in self._tasks)):
            ran |= await self._next(socket, 0.05)
        for task in self._tasks:
            task.result()
        if not self._models:
            raise RuntimeError("the notebook has no widgets")

    async def _next(self, socket: ClientConnection, seconds: float) -> bool:
        """Take in one message, if one comes; return whether it says that all cells have run."""
        try:
            async with asyncio.timeout(seconds):
                message = await socket.recv()
        except TimeoutError:
            return False
        assert isinstance(message, str)
        for script in set(SCRIPT.findall(message)) - self._scripts:
            self._scripts.add(script)
            self._tasks.append(asyncio.create_task(self._fetch(script)))
        operation = message[8 : message.find('"', 8)]
        if operation == "model-lifecycle":
            self._take_model(json.loads(message)["data"])
        return operation == "completed-run"

    def _take_model(self, data: dict[str, Any]) -> None:
        model, method = data["model_id"], data["message"]["method"]
        if method == "open" and "_anywidget_id" in data["message"]["state"]:
            self._models.add(model)
            self._tasks.append(asyncio.create_task(self._ask_widget(model)))
        elif method == "custom":
            self._answered.add(model)

    async def _fetch(self, script: str) -> None:
        status, body = await ask(self.place, self.path + script)
        if status != 200 or not body:
            raise RuntimeError(f"{script}: status {status}")

    async def _ask_widget(self, model: str) -> None:
        content = {"kind": "open", "id": 1, "view_id": "1"}
        body = {"modelId": model, "message": {"method": "custom", "content": content}, "buffers": []}
        headers = {"marimo-session-id": self.name, "marimo-server-token": self._token}
        address = f"{self.path}api/kernel/set_model_value"
        status, text = await ask(self.place, address, body=json.dumps(body).encode(), headers=headers)
        if status != 200:
            raise RuntimeError(f"a widget was not asked: status {status}, {text[:100]!r}")


async def read_together(place: Place, lesson: str, readers: int, seconds: float) -> list[Reader]:
    """Have so many readers open a lesson at once, and leave after so many seconds, or when all have it."""
    begin, leave = perf_counter(), asyncio.Event()
    made = [Reader(place, lesson, f"s_{number:02d}{int(begin * 1000) % 10**6:06d}") for number in range(readers)]
    reading = [asyncio.create_task(reader.read(begin, leave)) for reader in made]
    while any(one.live is None and not task.done() for one, task in zip(made, reading, strict=True)):
        await asyncio.sleep(0.1)
    await asyncio.sleep(max(0.0, begin + seconds - perf_counter()))
    leave.set()
    await asyncio.gather(*reading)
    return made


def main(host: str, port: str, lesson: str, readers: str, seconds: str) -> None:
    """Run and print."""
    made = asyncio.run(read_together(Place(host, int(port)), lesson, int(readers), float(seconds)))
    print(json.dumps([{"text": one.text, "live": one.live, "trouble": one.trouble} for one in made]))


if __name__ == "__main__":
    main(*sys.argv[1:])
