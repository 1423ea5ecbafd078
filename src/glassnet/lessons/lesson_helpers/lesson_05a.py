"""The figures of lesson 05a, Everything becomes numbers."""

import numpy as np

import glassnet as gn
from glassnet.figures import Still


def longest_rides(rides, tries) -> Still:
    """Draw each cyclist's longest ride over the tries, up to a number of them; rides are (habits, seconds) by seed."""
    seen = {seed: seconds[: tries + 1] for seed, (_, seconds) in rides.items()}
    longest = ", ".join(f"{seconds[-1]:.1f}" for seconds in seen.values())
    return gn.figures.line_graph(
        [gn.figures.Line(f"cyclist {seed}", np.arange(tries + 1), seconds) for seed, seconds in seen.items()],
        label=f"Longest ride so far against tries, for three cyclists: after {tries} tries {longest} seconds.",
        across="tries",
        up="longest ride so far, seconds",
        x=(0, 100),
        y=(0, 16),
    )


def strongest_pitch(hertz, rate):
    """Sample a tone for a second and return the pitch of the strongest wave in its samples, in hertz."""
    samples = np.sin(2 * np.pi * hertz * np.arange(rate) / rate + 0.3)
    return int(np.abs(np.fft.rfft(samples)).argmax())
