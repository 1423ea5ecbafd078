"""The user's folders: the system's default, the user's override, or none at all."""

import sys
from pathlib import Path

import pytest

from glassnet.base.folders import VARIABLES, user_folder


@pytest.fixture(autouse=True)
def _unnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in [*VARIABLES.values(), "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"]:
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's convention")
@pytest.mark.parametrize(
    ("kind", "variable", "usual"),
    [
        ("data", "XDG_DATA_HOME", ".local/share"),
        ("config", "XDG_CONFIG_HOME", ".config"),
        ("cache", "XDG_CACHE_HOME", ".cache"),
    ],
)
def test_linux_follows_its_convention_for_each_kind(
    kind: str, variable: str, usual: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_folder(kind) == tmp_path / usual / "glassnet"
    monkeypatch.setenv(variable, "/elsewhere")
    assert user_folder(kind) == Path("/elsewhere/glassnet")


@pytest.mark.parametrize("kind", VARIABLES)
def test_a_variable_overrides_a_folder_or_disables_it(
    kind: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLES[kind], str(tmp_path))
    assert user_folder(kind) == tmp_path
    monkeypatch.setenv(VARIABLES[kind], "none")
    assert user_folder(kind) is None
    others = set(VARIABLES) - {kind}
    assert all(user_folder(other) not in (None, tmp_path) for other in others)


@pytest.mark.parametrize(("kind", "base"), [("data", "APPDATA"), ("config", "APPDATA"), ("cache", "LOCALAPPDATA")])
def test_windows_roams_answers_but_not_caches(kind: str, base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    windows = pytest.importorskip("platformdirs.windows")
    asked = []

    def folder(name: str) -> str:
        asked.append(name)
        return f"/windows/{name}"

    monkeypatch.setattr(windows, "get_win_folder", folder)
    monkeypatch.setattr("platformdirs.PlatformDirs", windows.Windows)
    found = user_folder(kind)
    assert found is not None
    assert found.as_posix().startswith(f"/windows/CSIDL_{base.replace('LOCALAPPDATA', 'LOCAL_APPDATA')}/glassnet")
    assert len(asked) == 1
