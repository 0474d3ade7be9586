"""Turning points on simulated counts with known breaks, beside PELT of ruptures on the same series.

    python bench/turning.py [--series 100] [--lengths 60 120 240] [--only breaks|alarms]

Prints, for Poisson and over-dispersed counts of several lengths and sizes of break: the share of breaks
found (within two periods), false breaks a series, the mean error of the dates of those found in periods,
and how often the 90 % interval holds the true date; then the share of series without a break in which one
was found.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np
import ruptures

from detente.barometer.periods import Unit, later
from detente.barometer.series import Floats, Kind, Series
from detente.barometer.turning import turning_points
from detente.barometer.turning.noise import negative_binomial

NEAR = 2
LENGTHS = (60, 120, 240)
CASES = [
    (length, mean, ratio, alpha)
    for length in LENGTHS
    for mean, ratio in ((4, 2.0), (30, 1.5), (30, 2.0), (200, 1.5))
    for alpha in (0.0, 0.2)
]
QUIET = [(n, mean, alpha) for n in LENGTHS for mean in (2, 30, 200) for alpha in (0.0, 0.2, 0.5)]
Finder = Callable[[Floats], tuple[list[int], list[tuple[int, int]]]]


def ours(values: Floats) -> tuple[list[int], list[tuple[int, int]]]:
    """Breaks and intervals as détente finds them."""
    start = date(1990, 1, 1)
    periods = tuple(later(start, Unit.MONTH, i) for i in range(len(values)))
    series = Series("simulated", "n", Unit.MONTH, periods, values, Kind.COUNT)
    found = turning_points(series, shuffles=0).points
    return [p.index for p in found], [(p.first, p.last) for p in found]


def pelt(values: Floats, transformed: bool, times: float = 1.0) -> tuple[list[int], list[tuple[int, int]]]:
    """PELT of ruptures, squared error, every period a candidate, penalty 2 s^2 log n (BIC) times `times`."""
    signal = 2 * np.sqrt(values + 3 / 8) if transformed else values
    spread = np.median(np.abs(np.diff(signal))) / 0.6745 / np.sqrt(2)
    penalty = times * 2 * max(spread**2, 1e-6) * np.log(len(signal))
    found = ruptures.Pelt(model="l2", min_size=2, jump=1).fit(signal.reshape(-1, 1)).predict(pen=penalty)
    return found[:-1], []


FINDERS: dict[str, Finder] = {
    "détente": ours,
    "ruptures PELT": lambda values: pelt(values, False),
    "ruptures PELT, roots": lambda values: pelt(values, True),
    "ruptures PELT, roots, x1.3": lambda values: pelt(values, True, 1.3),
}


def simulated(
    chance: np.random.Generator, length: int, mean: float, ratio: float, alpha: float
) -> tuple[Floats, list[int]]:
    """Counts with two breaks: up by `ratio` and down again, at places drawn from the middle of each third."""
    third = length // 3
    first, second = (third * k + int(chance.integers(-third // 3, third // 3 + 1)) for k in (1, 2))
    means = np.full(length, mean, dtype=float)
    means[first:second] *= ratio
    return negative_binomial(chance, means, alpha), [first, second]


class Tally:
    """What a finder did on a set of series."""

    def __init__(self) -> None:
        self.true = self.hit = self.false = self.held = 0
        self.errors: list[int] = []
        self.series = 0

    def add(self, breaks: Sequence[int], found: Sequence[int], intervals: Sequence[tuple[int, int]]) -> None:
        """Match each true break with the nearest found one within two periods."""
        free = list(range(len(found)))
        self.series += 1
        self.true += len(breaks)
        for true in breaks:
            near = min(free, key=lambda i: abs(found[i] - true), default=None)
            if near is not None and abs(found[near] - true) <= NEAR * 3:
                free.remove(near)
                self.errors.append(abs(found[near] - true))
                self.hit += abs(found[near] - true) <= NEAR
                if intervals:
                    self.held += intervals[near][0] <= true <= intervals[near][1]
        self.false += len(free)

    def row(self) -> str:
        """recall, false breaks a series, mean date error, share of intervals that hold the date."""
        matched = max(len(self.errors), 1)
        held = f"{self.held / matched:8.2f}" if self.held else "       –"
        error = float(np.sum(self.errors)) / matched
        return f"{self.hit / self.true:8.2f}{self.false / self.series:8.2f}{error:8.2f}{held}"


def breaks(series: int, seed: int, lengths: Sequence[int]) -> None:
    """Print recall and date errors."""
    head = f"{'length':>6} {'mean':>5} {'ratio':>5} {'alpha':>5}  {'finder':<28}"
    print(f"{head}{'recall':>8}{'false':>8}{'error':>8}{'held':>8}")
    totals = {name: Tally() for name in FINDERS}
    for length, mean, ratio, alpha in (case for case in CASES if case[0] in lengths):
        chance = np.random.default_rng(seed)
        drawn = [simulated(chance, length, mean, ratio, alpha) for _ in range(series)]
        for name, finder in FINDERS.items():
            tally = Tally()
            for values, true in drawn:
                found, intervals = finder(values)
                tally.add(true, found, intervals)
                totals[name].add(true, found, intervals)
            print(f"{length:6} {mean:5} {ratio:5} {alpha:5}  {name:<28}{tally.row()}", flush=True)
    for name, tally in totals.items():
        print(f"{'all':>24}  {name:<28}{tally.row()}")


def alarms(series: int, seed: int, lengths: Sequence[int]) -> None:
    """Print the share of series without a break in which one was found."""
    print(f"\n{'length':>6} {'mean':>5} {'alpha':>5}" + "".join(f"{name:>30}" for name in FINDERS))
    totals = dict.fromkeys(FINDERS, 0)
    cases = [case for case in QUIET if case[0] in lengths]
    for length, mean, alpha in cases:
        chance = np.random.default_rng(seed + 1)
        drawn = [negative_binomial(chance, np.full(length, mean), alpha) for _ in range(series)]
        shares = []
        for name, finder in FINDERS.items():
            hits = sum(bool(finder(values)[0]) for values in drawn)
            totals[name] += hits
            shares.append(hits / series)
        print(f"{length:6} {mean:5} {alpha:5}" + "".join(f"{share:30.3f}" for share in shares), flush=True)
    whole = series * len(cases)
    print(f"{'all':>18}" + "".join(f"{hits / whole:30.3f}" for hits in totals.values()))


def main() -> None:
    """Parse the options, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--series", type=int, default=100, help="simulated series a case")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lengths", type=int, nargs="+", choices=LENGTHS, default=LENGTHS)
    parser.add_argument("--only", choices=("breaks", "alarms"), help="else both")
    args = parser.parse_args()
    start = time.perf_counter()
    for part in (breaks, alarms):
        if args.only in (None, part.__name__):
            part(args.series, args.seed, args.lengths)
    print(f"\n{args.series} series a case, seed {args.seed}, {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
