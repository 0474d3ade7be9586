"""Forecasts of ICEWS dyad-years: trained on 2002-2008, tested on 2009 and 2010.

    python bench/forecast.py [--table FILE] [--select]

Prints for each model and quad class the root mean squared error of log(1 + count), CRPS and the coverage of
80 % intervals. The weights of every model are fitted on periods to 2008 and held for both years; each year is
forecast from the one before. With --select the same is done one step earlier (fitted to 2006, tested on 2007
and 2008), which is where features and shrinkage were chosen.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np

from detente.barometer.forecast import MODELS, panel_of_table
from detente.barometer.forecast.backtest import _scored
from detente.barometer.forecast.features import past_of
from detente.barometer.forecast.predict import SHARE, calibrated
from detente.barometer.plain_file import plain_table

TABLE = Path(__file__).resolve().parents[2] / "shared/data/icews_dyadyear/icews_dyadyear_2002_2010.parquet"


def main() -> None:
    """Parse the options, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--table", type=Path, default=TABLE, help="ICEWS dyad-years")
    parser.add_argument("--select", action="store_true", help="test on 2007 and 2008, for choices")
    args = parser.parse_args()
    start = time.perf_counter()
    panel = panel_of_table(plain_table(args.table))
    years = [period.year for period in panel.periods]
    last = years.index(2006 if args.select else 2008)
    past, dyads = past_of(panel), np.arange(len(panel.dyads))
    rmse = {}
    print(f"{'model':9}{'quad':22}{'rmse':>8}{'crps':>8}{'covered':>9}{'ties':>7}{'10+':>7}{'n 10+':>7}")
    for model in MODELS:
        fitted = calibrated(model, past, last, 1)
        parts = [
            (fitted.predict(past, o)[dyads], fitted.draws(past, o, dyads), past.logs[o + 1])
            for o in (last, last + 1)
        ]
        for score in _scored(model.name, 1, parts, SHARE):
            rmse[model.name, score.quad] = score.rmse
            print(
                f"{model.name:9}{score.quad:22}{score.rmse:8.4f}{score.crps:8.4f}{score.coverage:9.3f}"
                f"{score.coverage_over_ties:7.3f}{score.coverage_active:7.3f}{score.n_active:7}"
            )
    for quad in {quad: None for _, quad in rmse}:
        ratio = rmse["pooled", quad] / rmse["ols", quad]
        print(f"pooled / ols, rmse, {quad}: {ratio:.3f}")
    print(f"{len(panel.dyads)} directed dyads; {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
