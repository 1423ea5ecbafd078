"""Get uv, the installer: from PATH, or else into .tools with pip, or else from its wheel on the package index.

The last way needs only Python's standard library: Debian's Python comes without pip and ensurepip.
"""

import base64
import hashlib
import platform
import re
import shutil
import ssl
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import List, Optional, Tuple

from indexes import index_url, pip_setting
from programs import program

VERSION = "0.13.8"
MIN_VERSION = (0, 6, 0)  # an older uv on PATH is ignored
ACCEPT = "application/vnd.pypi.simple.v1+html, text/html;q=0.9"


class SetupError(Exception):
    """What went wrong, in one line."""


def runs(uv: Path) -> bool:
    """Whether this is a uv that runs and is new enough."""
    try:
        done = subprocess.run([str(uv), "--version"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    found = re.match(r"uv (\d+)\.(\d+)\.(\d+)", done.stdout)
    return done.returncode == 0 and found is not None and tuple(int(part) for part in found.groups()) >= MIN_VERSION


def with_pip(tools: Path) -> bool:
    """Create a small environment and install uv with its pip; False if Python has no ensurepip, or pip fails."""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    install = ["-m", "pip", "install", "--quiet", "--retries", "1", f"uv=={VERSION}"]
    commands = ([sys.executable, "-m", "venv", str(tools)], [str(program(tools, "python")), *install])
    try:
        return all(subprocess.run(command, check=False, **quiet).returncode == 0 for command in commands)  # type: ignore[call-overload]
    except OSError:
        return False


class Links(HTMLParser):
    """The links of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: List[str] = []

    def handle_starttag(self, tag: str, attrs: List[Tuple[str, Optional[str]]]) -> None:
        """Keep the address of every link."""
        if tag == "a":
            self.found += [value for name, value in attrs if name == "href" and value]


def fetch(address: str) -> bytes:
    """Download from an address; a user name and password in it are used as in pip."""
    parts = urllib.parse.urlsplit(address)
    headers = {"Accept": ACCEPT, "User-Agent": "glassnet-setup"}
    if parts.username:
        secret = f"{urllib.parse.unquote(parts.username)}:{urllib.parse.unquote(parts.password or '')}"
        headers["Authorization"] = "Basic " + base64.b64encode(secret.encode()).decode()
    bare = parts._replace(netloc=parts.netloc.rpartition("@")[2])
    context = ssl.create_default_context(cafile=pip_setting("cert") or None)
    request = urllib.request.Request(bare.geturl(), headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=60, context=context) as answer:
            return bytes(answer.read())
    except (urllib.error.URLError, OSError) as problem:
        reason = getattr(problem, "reason", problem)
        message = (
            f"cannot reach the package index at {bare.hostname} ({reason}); check the network, or set PIP_INDEX_URL"
        )
        raise SetupError(message) from None


def fits(tag: str) -> bool:
    """Whether a wheel with this platform tag runs here."""
    machine = platform.machine().lower()
    if sys.platform == "win32":
        return tag == {"x86": "win32"}.get(machine, "win_" + machine)
    if sys.platform == "darwin":
        return tag.startswith("macosx_") and tag.endswith("_" + machine)
    library, version = platform.libc_ver()
    wanted = re.match(r"(many|musl)linux_(\d+)_(\d+)_(.+)$", tag)
    if wanted is None or wanted.group(4) != machine:
        return False
    if library != "glibc":
        return wanted.group(1) == "musl"
    here = tuple(int(part) for part in version.split(".")[:2])
    return wanted.group(1) == "many" and (int(wanted.group(2)), int(wanted.group(3))) <= here


def wheel_link(links: List[str]) -> Tuple[str, str]:
    """Return address and SHA-256 of the wheel for this machine."""
    for link in links:
        address, _, mark = link.partition("#")
        name = urllib.parse.unquote(address.rpartition("/")[2])
        if not name.startswith(f"uv-{VERSION}-") or not name.endswith(".whl") or not mark.startswith("sha256="):
            continue
        if any(fits(tag) for tag in name[: -len(".whl")].split("-")[-1].split(".")):
            return address, mark[len("sha256=") :].split("&")[0]
    here = f"{sys.platform} on {platform.machine()}"
    raise SetupError(f"the package index has no uv {VERSION} for {here}; install uv by hand and try again")


def from_index(tools: Path) -> None:
    """Fetch uv's wheel, check its SHA-256, and unpack the program."""
    page = index_url().rstrip("/") + "/uv/"
    links = Links()
    links.feed(fetch(page).decode("utf-8", "replace"))
    address, expected = wheel_link(links.found)
    content = fetch(urllib.parse.urljoin(page, address))
    if hashlib.sha256(content).hexdigest() != expected:
        raise SetupError("uv's wheel was damaged in transit (its SHA-256 differs from the index's); try again")
    with zipfile.ZipFile(BytesIO(content)) as wheel:
        uv = program(tools, "uv")
        member = next(name for name in wheel.namelist() if name.endswith(".data/scripts/" + uv.name))
        uv.parent.mkdir(parents=True, exist_ok=True)
        part = uv.with_name("uv.part")
        part.write_bytes(wheel.read(member))
    part.chmod(0o755)
    part.replace(uv)


def get_uv(tools: Path) -> Path:
    """Return a uv that runs; install one into `tools` if there is none."""
    own = program(tools, "uv")
    for uv in (Path(shutil.which("uv") or own), own):
        if runs(uv):
            return uv
    print(f"setup: installing uv {VERSION} into {tools.name}/", flush=True)
    shutil.rmtree(str(tools), ignore_errors=True)
    if not (with_pip(tools) and runs(own)):
        shutil.rmtree(str(tools), ignore_errors=True)
        from_index(tools)
    if not runs(own):
        raise SetupError(f"uv {VERSION} was installed but does not run here; install uv by hand and try again")
    return own
