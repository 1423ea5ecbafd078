"""The book of answers, kept by several processes at once, as many lessons' processes keep it."""

import subprocess
import sys
from pathlib import Path

from glassnet.base.files import locked
from glassnet.lessons.exercises import Book

PROCESSES, EACH = 6, 100
PATIENCE_SECONDS = 300.0
KEEP = """
import sys
from pathlib import Path
from glassnet.lessons.exercises import Book

path, process, each = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
sys.stdin.readline()
for number in range(each):
    Book(path).record(f"06.{number % 20}", [process, number], True)
"""

HOLD = """
import sys, time
from pathlib import Path
from glassnet.base.files import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_no_answer_is_lost_when_several_processes_keep_answers_at_once(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    command = [sys.executable, "-c", KEEP, str(path)]
    keeping = [
        subprocess.Popen([*command, str(process), str(EACH)], stdin=subprocess.PIPE) for process in range(PROCESSES)
    ]
    for one in keeping:
        assert one.stdin
        one.stdin.write(b"go\n")
        one.stdin.close()
    assert [one.wait(PATIENCE_SECONDS) for one in keeping] == [0] * PROCESSES
    book = Book(path)
    kept = sorted(entry["answer"] for tries in book.entries.values() for entry in tries)
    assert kept == [[process, number] for process in range(PROCESSES) for number in range(EACH)]
    assert book.trouble == ""


def test_a_lock_is_free_again_when_its_holder_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "held\n"
        holder.kill()
        holder.wait(PATIENCE_SECONDS)
    with locked(path):
        pass
    Book(path).record("06.1", 0.5, True)
    assert Book(path).solved("06") == 1
