"""The command line: help that is good to read, mistakes in one line."""

import subprocess
import sys
from pathlib import Path

import pytest

GLASSNET = str(Path(sys.executable).with_name("glassnet"))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([GLASSNET, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_help_names_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert "serve" in done.stdout
    assert "see through" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--port", "70000"], "port must be a whole number from 0 (any free one) to 65535; got 70000."),
        (["--host", "no.such.host.invalid"], "There is no address 'no.such.host.invalid' on this machine"),
        (["--allow-host", "http://hub.example/"], "--allow-host takes a name without scheme, port and path"),
        (["--code", "abc"], "--code needs at least 6 characters"),
    ],
)
def test_a_mistake_is_one_line(arguments: list[str], words: str) -> None:
    done = run("serve", "--no-browser", *arguments)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.startswith("glassnet: ")
    assert words in done.stderr
    assert done.stderr.count("\n") == 1
