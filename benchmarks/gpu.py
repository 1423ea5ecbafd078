"""What holds on a GPU, in one run of a few minutes: right numbers, MNIST to 99 %, and speed beside PyTorch.

    PYTHONPATH=src python benchmarks/gpu.py [--device gpu] [--turns 5] [--limit 230] [--out benchmarks/results-gpu.md]

Needs NumPy, JAX and PyTorch alone. GLASSNET_DATA names the folder with MNIST's IDX files. Parts that would begin after
`--limit` seconds are left out, and the report says so. `--small` tries everything on little data (with --device cpu).
"""

import argparse
import os
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("XLA_PYTHON_CLIENT_PREALLOCATE", "false")  # PyTorch needs room on the same card
os.environ.setdefault("GLASSNET_CACHE", "none")  # so that times to compile are those of a first start

import jax
import torch

from gpu_contest import contest
from gpu_digits import digits_to_99
from gpu_right import right_numbers


def main() -> None:
    """Measure, print and write the report after each part."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--device", default="gpu", choices=["gpu", "cpu"])
    parser.add_argument("--turns", type=int, default=5, help="turns of each contestant (default 5)")
    parser.add_argument("--limit", type=float, default=230.0, help="seconds after which no part begins (default 230)")
    parser.add_argument("--small", action="store_true", help="little data and few steps, to try the run itself")
    parser.add_argument("--out", type=Path, default=Path(__file__).with_name("results-gpu.md"))
    options = parser.parse_args()
    begin = time.perf_counter()
    lines = heading(options.device)
    parts: dict[str, Callable[[], list[str]]] = {
        "right numbers": lambda: right_numbers(options.device),
        **{
            f"contest ({key})": lambda key=key: contest(key, options.device, options.turns, small=options.small)
            for key in ("b", "c", "c2")
        },
        "MNIST to 99 %": lambda: digits_to_99(options.device, small=options.small),
    }
    print("\n".join(lines), flush=True)
    for name, part in parts.items():
        gone = time.perf_counter() - begin
        section = part() if gone < options.limit else [f"## {name}: left out, {gone:.0f} s had gone", ""]
        section.append(f"({time.perf_counter() - begin - gone:.0f} s)\n")
        print("\n".join(section), flush=True)
        lines += section
        options.out.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def heading(device: str) -> list[str]:
    """Return the lines about the machine."""
    found = jax.devices(device)[0]
    card = torch.cuda.get_device_name(0) if torch.cuda.is_available() else "no card for PyTorch"
    return [
        "# On a GPU",
        "",
        "Written by `python benchmarks/gpu.py`. Turns are taken alternately; times are medians, ratios medians of the",
        "turns' ratios. Data lie on the card for both sides, in the same order. Compiling is not in the times.",
        "",
        f"- JAX {jax.__version__} on {found.device_kind}; PyTorch {torch.__version__} on {card}",
        "",
    ]


if __name__ == "__main__":
    main()
