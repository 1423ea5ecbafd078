"""Work of one training step, read eagerly, beside PyTorch eager: ratios from one run.

    python benchmarks/eager.py [--rounds 9] [--threads 1] [--only LSTM] [--json FILE] [--markdown FILE]

Every round times each side once, one after the other, so that a busy machine is busy for both; the
median of the rounds' ratios is what counts. Before that, both sides start from the same weights and have
to reach the same numbers. The arrays are random: the time of a step does not depend on what they hold.
"""

import argparse
import json
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from eager_cases import Case, cases
from recording import recording

TOLERANCE = 1e-3
"""The largest relative difference between both sides' losses (float32, 20 steps) or gradients."""


def microseconds(train: Callable[[int], Any], steps: int) -> float:
    """Return the time of one step."""
    begin = time.perf_counter()
    train(steps)
    return (time.perf_counter() - begin) / steps * 1e6


def measure(case: Case, rounds: int) -> dict[str, float | str]:
    """Return the medians of both sides and of their ratio (above 1: ours is faster)."""
    difference = case.difference()
    if not difference < TOLERANCE:
        raise SystemExit(f"{case.name}: the two sides differ by {difference:.2g}")
    case.ours(max(case.steps // 5, 1))
    case.theirs(max(case.steps // 5, 1))
    pairs = [(microseconds(case.ours, case.steps), microseconds(case.theirs, case.steps)) for _ in range(rounds)]
    ratios = sorted(theirs / ours for ours, theirs in pairs)
    return {
        "case": case.name,
        "glassnet_us": round(statistics.median(ours for ours, _ in pairs), 1),
        "torch_us": round(statistics.median(theirs for _, theirs in pairs), 1),
        "torch_over_glassnet": round(statistics.median(ratios), 2),
        "lowest": round(ratios[0], 2),
        "highest": round(ratios[-1], 2),
        "difference": float(f"{difference:.1e}"),
    }


def table(rows: list[dict[str, Any]], title: str) -> str:
    """Return the rows as a Markdown table under a line on the machine."""
    lines = [
        title,
        "",
        "| | Glassnet µs | PyTorch µs | PyTorch ÷ Glassnet (lowest … highest) | difference |",
        "|---|---:|---:|---:|---:|",
    ]
    for row in rows:
        spread = f"**{row['torch_over_glassnet']:.2f}** ({row['lowest']:.2f} … {row['highest']:.2f})"
        cells = [
            row["case"],
            f"{row['glassnet_us']:,.1f}",
            f"{row['torch_us']:,.1f}",
            spread,
            f"{row['difference']:.0e}",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def main() -> None:
    """Measure every case and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--threads", type=int, help="of both sides (their own choice by default)")
    parser.add_argument("--only", default="", help="only cases whose name holds this")
    parser.add_argument("--json", type=Path, help="write the figures there as well")
    parser.add_argument("--markdown", type=Path, help="append the tables to that file")
    options = parser.parse_args()
    import torch  # the peer, in the reference group

    if options.threads:
        torch.set_num_threads(options.threads)
    with threadpool_limits(options.threads):
        rows = [measure(case, options.rounds) for case in cases(torch) if options.only in case.name]
        kept = recording(options.rounds) if not options.only else []
    threads = f"{torch.get_num_threads()} thread" + "s" * (torch.get_num_threads() > 1)
    title = (
        f"PyTorch {torch.__version__}, NumPy {np.__version__}, Python {platform.python_version()}, "
        f"{platform.machine()}, {threads}; medians of {options.rounds} rounds:"
    )
    text = "\n\n".join([table(rows, title), *kept])
    print(text)
    if options.json:
        options.json.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n")
    if options.markdown:
        with options.markdown.open("a") as file:
            file.write(f"\n{text}\n")


if __name__ == "__main__":
    main()
