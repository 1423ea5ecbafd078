"""What this machine's owner keeps to themselves: planted everywhere, and looked for in every answer."""

import re
import signal
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from websockets.sync.client import connect

from glassnet.lessons import LESSONS

from .running import PATIENCE, serving

SECRET = "sk-planted-0123456789"
CONFIGURATION = f"""
[ai.open_ai]
api_key = "{SECRET}"
base_url = "http://{SECRET}.example"
[server]
browser = "{SECRET}"
[runtime]
dotenv = ["/{SECRET}/.env"]
pythonpath = ["/{SECRET}"]
[display]
custom_css = ["/{SECRET}.css"]
[snippets]
custom_paths = ["/{SECRET}"]
"""
PROJECT = CONFIGURATION.replace("[", "[tool.marimo.").replace('[tool.marimo."', '["')
LOOSE = [
    "",
    "lab/",
    "lessons/",
    "nowhere",
    "static/site.css",
    "static/../pyproject.toml",
    "lessons/07/notebook.ipynb",
    "lessons/07/api/status",
    "lessons/07/api/version",
    "lessons/07/api/usage",
    "lessons/07/health",
    "lessons/07/@file/1-x",
    "lessons/07/public/a",
    "lessons/07/api/secrets/keys",
    "lessons/07/og/thumbnail",
    "lessons/07/?file=/etc/passwd",
]


@pytest.fixture
def planted(tmp_path: Path) -> dict[str, str]:
    """A home folder, a project and an environment with secrets; returns the environment."""
    home = tmp_path / "home"
    for place in (home / ".config/marimo/marimo.toml", home / ".marimo.toml"):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(CONFIGURATION)
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    for name in (tmp_path / ".env", home / ".env"):
        name.write_text(f"KEY={SECRET}\n")
    variables = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "GLASSNET_CACHE": str(home / "cache"),
        "PWD": str(tmp_path),
    }
    return {**variables, "OPENAI_API_KEY": SECRET, "MARIMO_TOKEN": SECRET, "AWS_SECRET_ACCESS_KEY": SECRET}


def answer(url: str, body: bytes | None = None) -> str:
    """Return head and body of an answer."""
    request = urllib.request.Request(
        url, data=body, headers={"marimo-session-id": "reader", "content-type": "application/json"}
    )
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as reply:
            return f"{reply.headers}{reply.read().decode('utf-8', 'replace')}"
    except urllib.error.HTTPError as error:
        with error:
            return f"{error.headers}{error.read().decode('utf-8', 'replace')}"


def messages(url: str) -> str:
    """Return all that a reader's notebook says until it has run."""
    said = ""
    with connect(f"{url.replace('http', 'ws')}ws?session_id=reader", max_size=None) as page:
        while not (message := str(page.recv(timeout=PATIENCE))).startswith('{"op": "completed-run"'):
            said += message
    return said


def test_no_answer_has_a_secret_or_a_path_of_this_machine(planted: dict[str, str], tmp_path: Path) -> None:
    with serving("--port", "0", cwd=tmp_path, **planted) as server:
        said = {path: answer(server.url + path) for path in LOOSE}
        for lesson in LESSONS:
            said[lesson.number] = answer(f"{server.url}lessons/{lesson.number}/")
            assert "__MARIMO_MOUNT_CONFIG__" in said[lesson.number]
        said["socket"] = messages(f"{server.url}lessons/07/")
        assert len(said["socket"]) > 10_000
        for name in ("set_ui_element_value", "set_model_value", "function_call", "run"):
            for body in (b"{}", b"[", b'{"modelId": 3}', b'{"objectIds": ["x"], "values": [1]}'):
                said[f"{name} {body!r}"] = answer(f"{server.url}lessons/07/api/kernel/{name}", body)
        server.stop(signal.SIGINT)
    folders = "|".join(re.escape(str(folder)) for folder in (tmp_path, Path(__file__).parents[2], Path.home()))
    paths = re.compile(rf"{folders}|/usr/lib|site-packages".replace("/", "(?:/|%2F|\\\\/)"))
    for path, text in said.items():
        assert SECRET not in text, path
        found = paths.search(text)
        assert not found, (path, text[max(0, found.start() - 100) : found.end() + 100])
    assert not (Path(planted["HOME"]) / ".local/state/marimo").exists()
