"""Acts told without a date take the day of their statement, and dates keep to their own act."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.reading import from_text

NEWS = "2021-03-05"
FIRST = "France expelled two German diplomats on Thursday. "


def acts(text: str, date: str | None = None) -> dict[str, str | None]:
    """The PLOVER type of each event and its date; of several of a type the last."""
    found = code(from_text(text, name="carried", language="en", date=date))
    return {f.as_dict()["plover"]: f.as_dict()["date"] for f in found if f.kind == "event"}


@pytest.mark.parametrize(
    ("later", "kind", "date"),
    [
        ("Germany condemned the move.", "ACCUSE", None),
        ("Germany had earlier condemned French raids.", "ACCUSE", None),
        ("Germany has repeatedly condemned French raids.", "ACCUSE", None),
    ],
)
def test_news_does_not_carry_its_day(later: str, kind: str, date: str | None) -> None:
    assert acts(FIRST + later, NEWS)[kind] == date


def test_a_study_does_not_carry_its_dates() -> None:
    text = "In July 1911 France expelled two German diplomats. Germany condemned the move."
    assert acts(text)["ACCUSE"] is None


def test_a_communique_is_of_the_last_day_of_the_visit() -> None:
    text = (
        "JOINT COMMUNIQUE\n\nThe President of France paid a visit to Germany on 12-13 August 2001.\n\n"
        "The two leaders agreed to hold joint exercises in 2003.\n\nThey welcomed the cooperation of Poland."
    )
    found = acts(text)
    assert (found["AGREE"], found["SUPPORT"]) == ("2001-08-13", "2001-08-13")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("France expelled two diplomats on Monday after Germany had condemned its raids.", "ACCUSE"),
        ("France imposed sanctions on Germany under the Trade Act of 1974.", "SANCTION"),
        ("Germany has condemned France and expelled two of its diplomats in 2015.", "ACCUSE"),
    ],
)
def test_the_date_of_another_act_or_of_a_law_is_not_taken(text: str, kind: str) -> None:
    assert acts(text)[kind] is None


def test_verbs_of_one_tense_share_their_date() -> None:
    assert (
        acts("Germany condemned France and expelled two diplomats on Monday.", NEWS)["ACCUSE"] == "2021-03-01"
    )


@pytest.mark.parametrize(
    ("said", "date"), [("October of last year", "2020-10"), ("January this year", "2021-01")]
)
def test_a_month_of_a_year_counted_from_the_document(said: str, date: str) -> None:
    assert acts(f"The French president visited Berlin in {said}.", NEWS)["CONSULT"] == date


def test_a_visit_after_the_day_of_the_text_is_planned() -> None:
    text = "The French president travels to Berlin on March 12."
    (found,) = [f for f in code(from_text(text, name="x", language="en", date=NEWS)) if f.kind == "event"]
    assert (found.as_dict()["date"], found.as_dict()["actual"]) == ("2021-03-12", False)
