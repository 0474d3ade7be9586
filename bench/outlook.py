"""Time the outlook's models: rounds of the spatial model, draws of the default, exact power of a large body.

    python bench/outlook.py

KTAB's own time on 50 actors and one issue, 16.9 s to convergence, was measured on a machine of the same
kind and is not measured again here.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

import numpy as np

from detente.outlook.decision import Quantity, Sheet, forecasts
from detente.outlook.decision.spatial import spatial_course
from detente.outlook.voting import power, preset

KTAB_SECONDS = 16.9


def best(what: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of some runs."""
    took = []
    for _ in range(times):
        began = time.perf_counter()
        what()
        took.append(time.perf_counter() - began)
    return min(took)


def spatial(actors: int) -> tuple[float, int]:
    """Seconds to convergence and the number of states, one issue, random actors from a fixed seed."""
    rng = np.random.default_rng(1)
    inputs = rng.uniform(0, 100, (actors, 1)), rng.uniform(10, 90, (actors, 1)), rng.uniform(10, 200, actors)
    return best(lambda: spatial_course(*inputs)), len(spatial_course(*inputs).positions)


def sheet(actors: int) -> Sheet:
    """Actors all of whose inputs are uncertain."""

    def cell(k: int) -> tuple[Quantity]:
        return (Quantity("uniform", (float(k), float(k + 40))),)

    positions = tuple(cell(k) for k in range(actors))
    names = tuple(f"a{k}" for k in range(actors))
    capability = tuple(Quantity("normal", (50.0, 5.0)) for _ in range(actors))
    return Sheet(names, ("issue",), positions, positions, capability)


def main() -> None:
    """Print each measure beside what it is held against."""
    for actors in (50, 100):
        seconds, states = spatial(actors)
        beside = f"; KTAB {KTAB_SECONDS} s: {KTAB_SECONDS / seconds:.0f} times" if actors == 50 else ""
        print(f"spatial model, {actors} actors: {seconds:.2f} s for {states} states{beside}")
    thirty = sheet(30)
    print(f"10,000 draws of the default, 30 actors: {best(lambda: forecasts(thirty)):.3f} s (limit 0.2)")
    college = preset("us-electoral-college")
    print(f"Shapley-Shubik of 538 electors, exact: {best(lambda: power(college)):.3f} s (limit 1)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (limit 200)")


if __name__ == "__main__":
    main()
