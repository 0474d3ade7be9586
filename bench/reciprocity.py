"""How often the two models of reciprocity see an answer, in made-up counts with and without one.

    python bench/reciprocity.py [--series 300]

Both sides are negative binomial and follow their own last period; the second answers the first after one
period with a weight of 0 (what is seen then is a false alarm), 0.3 or 0.5. Prints the share of series in
which the test of one lag, not adjusted for two directions, is below .05.
"""

from __future__ import annotations

import argparse

import numpy as np

from detente.barometer.reciprocity import counts, var
from detente.barometer.reciprocity.counts import CountModel
from detente.barometer.series import Floats

CASES = (
    (0.15, 0.01, 80, 0.5),
    (0.3, 1.0, 120, 0.5),
    (1.0, 0.5, 120, 0.3),
    (2.0, 0.3, 120, 0.3),
    (20.0, 0.3, 120, 0.3),
)
_WARMING = 50


def made(model: CountModel, n: int, chance: np.random.Generator) -> Floats:
    """Counts [period, side] of a model with one lag."""
    found = np.zeros((n + _WARMING, 2))
    for t in range(1, len(found)):
        found[t] = counts._drawn(model, model.means(found[t - 1 : t]), chance)
    return found[_WARMING:]


def model_of(mean: float, alpha: float, answer: float) -> CountModel:
    """Both sides have about this mean, whatever the answer."""
    base = np.log(mean) - 0.3 * np.log1p(mean)
    weights = np.array([[base, 0.3, 0.0], [base - answer * np.log1p(mean), answer, 0.3]])
    return CountModel(weights, np.full(2, alpha), np.ones(2), 1e5)


def main() -> None:
    """Parse the options, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--series", type=int, default=300)
    args = parser.parse_args()
    print(f"{'mean':>6}{'alpha':>7}{'periods':>9}{'weight':>8}{'counts':>8}{'var':>8}")
    for mean, alpha, n, weight in CASES:
        for answer in (0.0, weight):
            chance = np.random.default_rng(0)
            drawn = [made(model_of(mean, alpha, answer), n, chance) for _ in range(args.series)]
            drawn = [data for data in drawn if (np.ptp(data[1:-1], axis=0) > 0).all()]
            by_counts = np.mean([counts._no_answer(data, 1, 1) < 0.05 for data in drawn])
            by_var = np.mean([var._granger(var._fitted(np.log1p(data), 1), 1, 0) < 0.05 for data in drawn])
            print(f"{mean:6g}{alpha:7g}{n:9}{answer:8g}{by_counts:8.3f}{by_var:8.3f}", flush=True)


if __name__ == "__main__":
    main()
