"""Turning points of ten pairs of states in a daily GDELT graph, 2018-2020.

    python bench/turning_gdelt.py [--unit day|week|month] [--table FILE]

Prints for each pair the turning points of the daily score (sum of Goldstein scores with small weights),
the surest first: interval, means before and after, the greatest multiple of the penalty each survives, and
the share of shuffled series with a break. What happened at these dates is for the reader to say.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from detente.barometer.periods import Unit
from detente.barometer.plain_file import plain_table
from detente.barometer.turning import turning_points

TABLE = Path(__file__).resolve().parents[2] / "shared/data/gdelt_daily/gdelt_daily_dyads_2018_2020.parquet"
DYADS = (
    "USA-IRN",
    "USA-RUS",
    "RUS-UKR",
    "IND-PAK",
    "IND-CHN",
    "USA-CHN",
    "JPN-KOR",
    "USA-PRK",
    "KOR-PRK",
    "TUR-GRC",
)


def main() -> None:
    """Parse the options, search, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--unit", type=Unit, default=Unit.WEEK, choices=list(Unit))
    parser.add_argument("--table", type=Path, default=TABLE)
    args = parser.parse_args()
    table = plain_table(args.table)
    for name in DYADS:
        a, b = name.split("-")
        series = table.series("score", (a, b), absent_is_zero=True, unit=args.unit)
        found = turning_points(series, shuffles=50)
        print(
            f"\n{name}: {len(found.points)} turning points in {len(found.series)} periods; autocorrelation "
            f"{found.noise.correlation:.2f}, shuffled with a break {found.shuffled_with_breaks:.2f}"
        )
        for record in sorted(found.as_records(), key=lambda r: -r["survives_penalty_times"]):
            dated = f"{record['period']}  [{record['from']} to {record['to']}]"
            means = f"{record['mean_before']:.0f} -> {record['mean_after']:.0f}"
            sure = f"x{record['survives_penalty_times']:g}  Bayes {record['bayes_probability']}"
            print(f"  {dated}  {means}  {sure}")


if __name__ == "__main__":
    main()
