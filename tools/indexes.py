"""Where this machine gets its packages: pip's settings, read as pip reads them and passed on to uv."""

import os
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Dict, List, Mapping

DEFAULT = "https://pypi.org/simple"


def pip_setting(name: str) -> str:
    """Return one of pip's settings, from its files or PIP_… variables; "" without pip or the setting."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "config", "get", f"global.{name}"]
    variable = os.environ.get("PIP_" + name.upper().replace("-", "_"), "")
    if variable:
        return variable
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


def index_url() -> str:
    """Return the address of the package index: uv's own setting, or else pip's, or else the public one."""
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL"):
        if os.environ.get(name):
            return os.environ[name]
    return pip_setting("index-url") or DEFAULT


def usable_links(text: str) -> List[str]:
    """Return the links that can be opened: pip ignores a missing folder of wheels, but uv stops at it."""
    return [link for link in text.split() if "://" in link or Path(link).exists()]


def system_trusts() -> bool:
    """Whether the machine has its own certificates (a bare container has none, and uv then uses its own)."""
    paths = ssl.get_default_verify_paths()
    folder = Path(paths.capath) if paths.capath else None
    return sys.platform in ("darwin", "win32") or bool(paths.cafile) or (folder is not None and any(folder.iterdir()))


def certificates(environment: Mapping[str, str]) -> Dict[str, str]:
    """Return the variables that make uv trust the same certificates as pip and this machine."""
    if "SSL_CERT_FILE" in environment:
        return {}
    file = pip_setting("cert")
    if file and Path(file).exists():
        return {"SSL_CERT_FILE": file}
    # Older versions of uv use the second name.
    return {"UV_SYSTEM_CERTS": "true", "UV_NATIVE_TLS": "true"} if system_trusts() else {}


def uv_environment(environment: Mapping[str, str]) -> Dict[str, str]:
    """Return the variables for uv: the given ones, and pip's under uv's names unless uv has its own."""
    settings = dict(environment)
    if not {"UV_DEFAULT_INDEX", "UV_INDEX_URL"} & set(settings):
        settings["UV_DEFAULT_INDEX"] = index_url()
    extra = settings.get("PIP_EXTRA_INDEX_URL", "").split()
    if extra and not {"UV_INDEX", "UV_EXTRA_INDEX_URL"} & set(settings):
        settings["UV_EXTRA_INDEX_URL"] = " ".join(extra)
        settings.setdefault("UV_INDEX_STRATEGY", "unsafe-best-match")  # as in pip, all indexes count as one
    links = usable_links(settings.get("PIP_FIND_LINKS", ""))
    if links and "UV_FIND_LINKS" not in settings:
        settings["UV_FIND_LINKS"] = ",".join(links)
    if settings.get("PIP_NO_INDEX"):
        settings.setdefault("UV_NO_INDEX", settings["PIP_NO_INDEX"])
    return {**certificates(settings), **settings}
