"""REQUIRE turns a skip into a failure, and nothing less: shown on a small suite of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SETTINGS = """
[tool.pytest.ini_options]
markers = ["browser: needs Chromium", "reference: needs PyTorch"]
addopts = "--strict-markers"
"""
SUITE = """
import pytest

@pytest.mark.browser
def test_seen():
    {seen}

def test_plain():
    pytest.skip("no Node")

@pytest.mark.browser
@pytest.mark.xfail
def test_known_fault():
    assert False
"""


def run_suite(folder: Path, seen: str, require: str) -> subprocess.CompletedProcess[str]:
    (folder / "pyproject.toml").write_text(SETTINGS)
    (folder / "test_suite.py").write_text(SUITE.format(seen=seen))
    shutil.copy(Path(__file__).with_name("conftest.py"), folder)
    environment = {**os.environ, "REQUIRE": require}
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider"]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("seen", "require", "code", "word"),
    [
        ("pytest.skip('no Chromium')", "", 0, "2 skipped"),
        ("pytest.skip('no Chromium')", "browser", 1, "no Chromium (a browser test, which REQUIRE forbids to skip)"),
        ("assert True", "browser", 0, "1 passed, 1 skipped, 1 xfailed"),
        ("assert True", "browser,reference", 4, "REQUIRE=reference, but no test with that marker was selected"),
        ("assert True", "brwser", 4, "REQUIRE=brwser names no marker; known: "),
    ],
)
def test_require(tmp_path, seen, require, code, word):
    done = run_suite(tmp_path, seen, require)
    assert word in done.stdout + done.stderr
    assert done.returncode == code


def test_require_refuses_a_file_skipped_as_a_whole(tmp_path):
    (tmp_path / "test_whole.py").write_text("import pytest\npytest.importorskip('no_such_library')\n")
    assert run_suite(tmp_path, "assert True", "").returncode == 0
    done = run_suite(tmp_path, "assert True", "browser")
    assert "skip test by test instead" in done.stdout
    assert done.returncode != 0
