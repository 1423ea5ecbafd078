"""The short form of the campaigns that fork, for a process of its own: in the tests' process, JAX's threads may run.

python -m tests.campaign.short kill_trainings FOLDER
"""

import sys
from collections.abc import Callable
from pathlib import Path

from .disk import fail_books, fail_everywhere, power_failures
from .kills import kill_books, kill_trainings
from .outcome import Outcome


def damaged_files(folder: Path) -> Outcome:
    """Try mutated run files."""
    from .mutations import mutate  # what it imports exists on POSIX only

    return mutate(150, folder, seed=1)


SHORT: dict[str, Callable[[Path], Outcome]] = {
    "kill_trainings": lambda folder: kill_trainings(12, folder),
    "kill_books": lambda folder: kill_books(8, folder),
    "fail_everywhere": fail_everywhere,
    "fail_books": fail_books,
    "power_failures": power_failures,
    "damaged_files": damaged_files,
}


def main() -> int:
    """Run the campaign that is named; return 0 if everything held."""
    name, folder = sys.argv[1:]
    outcome = SHORT[name](Path(folder))
    print(f"{outcome.attempts} of {outcome.asked} attempts: {outcome.examples}")
    return 0 if outcome.holds and outcome.attempts else 1


if __name__ == "__main__":
    sys.exit(main())
