"""Messages to every widget: a request that the page would send, with something wrong in it; each has an answer."""

import copy
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from glassnet.widgets.frames import pack, unpack
from glassnet.widgets.wire import Session

from ..wire_samples import GIVEN, SAMPLES
from .mutations import JUNK, at, places
from .outcome import Outcome

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))
import wire

MESSAGES_OF_A_SESSION = 200


def send(count: int, seed: int = 0) -> Outcome:
    """Send mutated requests to the sessions of all widgets in turn."""
    outcome, rng = Outcome("messages to widgets", count), np.random.default_rng(seed)
    widgets = [widget for widget in wire.widgets_found() if widget.folder in SAMPLES]
    sessions: dict[str, Session] = {}
    answered = {"answered": 0, "refused": 0}
    for widget in widgets:  # what is loaded on first use
        session = _made(widget)
        for sample in SAMPLES[widget.folder]:
            session.handle({"id": 1} | sample)
    for number in range(count):
        if outcome.is_over:
            break
        widget = widgets[number % len(widgets)]
        if number // len(widgets) % MESSAGES_OF_A_SESSION == 0:
            sessions[widget.folder] = _made(widget)
        samples = SAMPLES[widget.folder]
        request, what = changed({"id": 1} | samples[int(rng.integers(len(samples)))], rng)
        with outcome.attempt(f"{widget.folder}: {what}"):
            try:
                head, buffers = sessions[widget.folder].handle(request)
                if unpack(pack(head, buffers)) != (json.loads(json.dumps(head, allow_nan=False)), buffers):
                    outcome.blame(f"{widget.folder}: the answer to {what} can't be sent")
                answered["refused" if head["kind"] == "error" else "answered"] += 1
            except Exception as error:
                outcome.blame(f"{widget.folder}: {what}: {type(error).__name__}: {error!s:.200}")
    outcome.notes.append(f"{len(widgets)} widgets; {answered['answered']} answered, {answered['refused']} refused")
    return outcome


def _made(widget: wire.Widget) -> Session:
    return GIVEN.get(widget.folder, lambda session: session())(widget.session)


def changed(request: dict[str, Any], rng: np.random.Generator) -> tuple[Any, str]:
    """Return a request of which a part is junk, missing or scaled; or junk instead of it; or the request itself."""
    request = copy.deepcopy(request)
    paths = [path for path in places(request) if path]
    path, kind = paths[int(rng.integers(len(paths)))], int(rng.integers(6))
    junk = JUNK[int(rng.integers(len(JUNK)))]
    parent, key = at(request, path[:-1]), path[-1]
    if kind == 0:
        return request, str(request["kind"])
    if kind == 1 and rng.random() < 0.1:
        return junk, "junk"
    if kind == 2:
        del parent[key]
    elif kind == 3 and type(parent[key]) in (int, float):
        parent[key] = parent[key] * [-1, 2, 10, 1000, 10**6, 0][int(rng.integers(6))]
    else:
        parent[key] = copy.deepcopy(junk)
    return request, f"{'/'.join(map(str, path))} of {request.get('kind')!r:.80}"
