"""Time the outlook's models: rounds of the spatial model, draws of the default, exact power of a large body.

    python bench/outlook.py

The times of KTAB (50 actors, one issue: 16.9 s to convergence) and of PyCIB's exact solver (15 descriptors of
3 states: 1.4 s) were measured on a machine of the same kind and are not measured again here.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Callable

import numpy as np

from detente.outlook.decision import Quantity, Sheet, forecasts
from detente.outlook.decision.spatial import spatial_course
from detente.outlook.scenarios import Matrix, consistent, matrix
from detente.outlook.voting import power, preset

KTAB_SECONDS = 16.9
PYCIB_SECONDS = 1.4


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


def random_matrix(descriptors: int, states: int, seed: int) -> Matrix:
    """Judgements from -3 to 3, all alike."""
    names = {f"d{i}": [f"d{i}s{k}" for k in range(states)] for i in range(descriptors)}
    size = descriptors * states
    return matrix(names, np.random.default_rng(seed).integers(-3, 4, (size, size)).astype(float))


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
    for seed in range(3):
        made = random_matrix(15, 3, seed)
        seconds = best(lambda made=made: consistent(made))
        found = len(consistent(made))
        print(
            f"{found} consistent of {made.combinations:,} scenarios: {seconds:.2f} s (limit 0.5); "
            f"PyCIB {PYCIB_SECONDS} s: {PYCIB_SECONDS / seconds:.0f} times"
        )
    small = random_matrix(6, 3, 0)
    print(f"{small.combinations} scenarios: {best(lambda: consistent(small)) * 1000:.1f} ms (limit 5)")
    print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (limit 200)")


if __name__ == "__main__":
    main()
