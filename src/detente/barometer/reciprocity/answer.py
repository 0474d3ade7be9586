"""What a model of reciprocity says: how one side's acts follow the other's, and what the model is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from detente.barometer.series import Floats, rounded


@dataclass(frozen=True)
class Answer:
    """How one side's acts follow the other's.

    Parameters
    ----------
    to, by : the series that is answered and the one that answers, for instance "USA>RUS" and "RUS>USA".
    p_value : of the test that the past of `to` adds nothing to the forecast of `by` (Granger 1969), adjusted
        for the two directions after Holm.
    lag : periods after which the response is greatest in size.
    response, low, high : the response of `by` 0, 1, ... periods after a surprise of one standard deviation
        in `to`, in standard deviations of `by`'s own surprises, with its 90 % interval; 0 at lag 0 by
        construction, because what happens in one period cannot be told apart by order.
    total, total_low, total_high : the responses summed.
    """

    to: str
    by: str
    p_value: float
    lag: int
    response: Floats
    low: Floats
    high: Floats
    total: float
    total_low: float
    total_high: float

    @property
    def verdict(self) -> str:
        """One of: answers in kind, answers the other way, no answer seen (p >= .05, or the sum may be 0)."""
        if self.p_value >= 0.05 or self.total_low <= 0 <= self.total_high:
            return "no answer seen"
        return "answers in kind" if self.total > 0 else "answers the other way"


@dataclass(frozen=True)
class Reciprocity:
    """Both directions of one measure, and what the model is.

    Parameters
    ----------
    model : its name, "var" or "counts".
    measure, periods, lags : of the model; lags chosen by the criterion of Schwarz (BIC).
    same_period : correlation of the surprises of both sides in one period; it has no direction.
    answers : both directions.
    whiteness : p of a Portmanteau test; a small one says that the lags do not catch all there is.
    """

    model: str
    measure: str
    periods: int
    lags: int
    same_period: float
    answers: tuple[Answer, Answer]
    whiteness: float

    def as_records(self) -> list[dict[str, Any]]:
        """One record a direction and lag, keys in fixed order."""
        return [
            {
                "answered": answer.to,
                "by": answer.by,
                "measure": self.measure,
                "lag": lag,
                "response": rounded(answer.response[lag]),
                "low": rounded(answer.low[lag]),
                "high": rounded(answer.high[lag]),
            }
            for answer in self.answers
            for lag in range(len(answer.response))
        ]

    def as_summary(self) -> list[dict[str, Any]]:
        """One record a direction."""
        return [
            {
                "answered": answer.to,
                "by": answer.by,
                "measure": self.measure,
                "verdict": answer.verdict,
                "greatest_at_lag": answer.lag,
                "sum_of_responses": rounded(answer.total),
                "low": rounded(answer.total_low),
                "high": rounded(answer.total_high),
                "granger_p": rounded(answer.p_value),
                "model": self.model,
                "periods": self.periods,
                "lags": self.lags,
                "same_period_correlation": rounded(self.same_period),
                "portmanteau_p": rounded(self.whiteness),
            }
            for answer in self.answers
        ]


def both_answers(
    names: tuple[str, str], p_values: tuple[float, float], responses: Floats, drawn: Floats
) -> tuple[Answer, Answer]:
    """The answers of side 0 to side 1 and of side 1 to side 0.

    Parameters
    ----------
    names : of the sides.
    p_values : of the tests that side 1 foretells nothing of 0, and 0 nothing of 1; not adjusted yet.
    responses : [lag, responding side, surprised side].
    drawn : the same of bootstraps, [draw, lag, responding side, surprised side].
    """
    first, second = holm(list(p_values))
    return (
        _answer(names[1], names[0], first, responses[:, 0, 1], drawn[:, :, 0, 1]),
        _answer(names[0], names[1], second, responses[:, 1, 0], drawn[:, :, 1, 0]),
    )


def _answer(to: str, by: str, p_value: float, response: Floats, drawn: Floats) -> Answer:
    low, high = np.quantile(drawn, (0.05, 0.95), axis=0)
    sums = np.quantile(drawn.sum(axis=1), (0.05, 0.95))
    lag = int(np.argmax(np.abs(response[1:]))) + 1
    return Answer(
        to, by, p_value, lag, response, low, high, float(response.sum()), float(sums[0]), float(sums[1])
    )


def holm(p_values: list[float]) -> list[float]:
    """Two p-values adjusted after Holm (1979)."""
    smaller = min(p_values)
    return [min(2 * smaller, 1.0) if p == smaller else min(max(2 * smaller, p), 1.0) for p in p_values]
