"""Documents hold: every link leads somewhere, and no file tells of the machine that it was written on."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)[^)]*\)|(?:src|href)=\"([^\"]+)\"")
FENCE = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`[^`\n]*`")
# Written in pieces, so that this file passes its own check.
PRIVATE = re.compile(
    "|".join(
        [
            r"(?<![\w.~-])/" + r"(?:work|root|home|Users|opt)/[\w.]",
            r"(?<![\w.])/tm" + r"p/\w",
            r"\.\./sha" + "red",
            r"files\.python" + r"hosted\.org",
            r"https?://(?:localhost|127\.0\.0\.1|[\w.-]+):\d+/(?:simple|npm|repository)",
        ]
    )
)


def tracked() -> list[Path]:
    """Every file that git keeps; without git, every file of the usual folders."""
    if shutil.which("git") and (ROOT / ".git").exists():
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return [file for name in done.stdout.split("\0") if name and (file := ROOT / name).is_file()]
    folders = ("src", "tests", "docs", "tools", "benchmarks", "frontend", "requirements")
    found = [file for folder in folders for file in (ROOT / folder).rglob("*") if file.is_file()]
    return [*ROOT.glob("*.*"), *(file for file in found if not {"node_modules", "__pycache__"} & set(file.parts))]


def documents() -> list[Path]:
    return [file for file in tracked() if file.suffix == ".md"]


def anchors(text: str) -> set[str]:
    """The names that a page's headings can be linked by, made as GitHub makes them."""
    titles = re.findall(r"^#+\s+(.*)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def dead_links(file: Path, root: Path) -> list[str]:
    """Relative links of a page that lead nowhere, or out of the project."""
    text = file.read_text(encoding="utf-8")
    dead = []
    for match in LINK.finditer(INLINE.sub("", FENCE.sub("", text))):
        link = match.group(1) or match.group(2)
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (file.parent / path).resolve() if path else file.resolve()
        inside = target.is_relative_to(root.resolve()) and target.exists()
        if inside and anchor and target.suffix == ".md":
            inside = anchor in anchors(target.read_text(encoding="utf-8"))
        if not inside:
            dead.append(link)
    return dead


def private_words(file: Path) -> list[str]:
    """Words of a text file that only make sense on one machine; other files have none to find."""
    try:
        text = file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return [match.group() for match in PRIVATE.finditer(text)]


def test_every_link_leads_somewhere():
    assert len(documents()) > 4
    assert {file.name: links for file in documents() if (links := dead_links(file, ROOT))} == {}


def test_no_file_tells_of_the_machine_it_was_written_on():
    assert len(tracked()) > 100
    found = {str(file.relative_to(ROOT)): words for file in tracked() if (words := private_words(file))}
    assert found == {}


@pytest.mark.parametrize("link", ["missing.md", "page.md#nowhere", "#nowhere", "../page.md", "folder/x.png"])
def test_a_dead_link_is_found(tmp_path, link):
    page = tmp_path / "page.md"
    page.write_text(f"# Here\n[a](page.md#here) [b](#here) [c](https://example.org/x) `[d](none.md)`\n[e]({link})\n")
    assert dead_links(page, tmp_path) == [link]


@pytest.mark.parametrize(
    "word", ["/wo" + "rk/main", "see /tm" + "p/x", "../sha" + "red/x", "http://mirror:81/sim" + "ple/"]
)
def test_a_private_word_is_found(tmp_path, word):
    page = tmp_path / "page.md"
    page.write_text(f"The file {word} holds it, and src/work/x and https://example.org/work/x do not.\n")
    assert len(private_words(page)) == 1
