"""What the barometer's template may call: periods, numbers and models in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import numpy as np
from babel.numbers import format_decimal

from detente.barometer.counting import Counted
from detente.barometer.forecast import QUADS, model_names
from detente.barometer.period_cells import first_day
from detente.barometer.periods import Unit, later
from detente.barometer.series import Series
from detente.brief.dates import date_words, day_words
from detente.brief.gauge_chart import gauge_chart
from detente.brief.words import Words
from detente.ontology.plover import plover_type

_CODES = ("vc", "mc", "vx", "mx")


def barometer_functions(words: Words) -> dict[str, Callable[..., Any] | list[str]]:
    """The functions by their names in the template."""

    def told(first: date, unit: Unit) -> str:
        if unit is Unit.QUARTER:
            return words("period.quarter", year=str(first.year), quarter=str((first.month + 2) // 3))
        if unit is Unit.WEEK:
            return words("period.week", day=day_words(first, words))
        length = {Unit.YEAR: 4, Unit.MONTH: 7}.get(unit, 10)
        return date_words(first.isoformat()[:length], words)

    def period(series: Series | Counted, index: int, after: int = 0) -> str:
        return told(later(series.periods[index], series.unit, after), series.unit)

    def decimal(value: float, digits: int = 2) -> str:
        if value is None or np.isnan(value):
            return "–"
        return str(format_decimal(round(float(value), digits), locale=words.locale))

    return {
        "period_name": period,
        "period_of": lambda label, unit: told(first_day(label, "label"), unit),
        "next_period": lambda series: period(series, -1, 1),
        "decimal": decimal,
        "gauge_chart": gauge_chart,
        "models": model_names(),
        "by_quad": by_quad,
        "quad_code": quad_code,
        "plover": lambda code: plover_type(code).label[words.lang],
    }


def quad_code(name: str) -> str:
    """The briefing's short code of a quad class by its English name."""
    return _CODES[QUADS.index(name)]


def by_quad(records: Iterable[dict[str, Any]]) -> list[tuple[tuple[str, str], list[dict[str, Any]]]]:
    """Forecasts by dyad and class, each with one record a model, in the order of the models."""
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for record in records:
        rows.setdefault((record["dyad"], quad_code(record["quad"])), []).append(record)
    return list(rows.items())
