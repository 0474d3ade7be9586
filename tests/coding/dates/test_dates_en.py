"""English dates: what is one, what it says, and what is none."""

from __future__ import annotations

import pytest

from detente.coding.dates import Kind, dates_in, find_dates

SAID = [
    ("They met on May 28, 2003.", ["2003-05-28"]),
    ("They met on Wednesday, 28 May 2003.", ["2003-05-28"]),
    ("JUNE 16, 2021", ["2021-06-16"]),
    ("in May 2003 and on 2003-05-28", ["2003-05", "2003-05-28"]),
    ("on 05/28/2003 and 28/05/2003", ["2003-05-28", "2003-05-28"]),
    ("on 24–27 September 2003", ["2003-09-24/2003-09-27"]),
    ("September 24-27, 2003", ["2003-09-24/2003-09-27"]),
    ("from September 24 to 27, 2003", ["2003-09-24/2003-09-27"]),
    ("on May 24 and 25, 2003", ["2003-05-24/2003-05-25"]),
    ("between March and May 2003", ["2003-03/2003-05"]),
    ("from December to January 2003", ["2002-12/2003-01"]),
    ("from 1993 to 1996", ["1993/1996"]),
    ("talks in 2001–03 and 1999-2004", ["2001/2003", "1999/2004"]),
    ("In 2025 and 2026 they met", ["2025/2026"]),
    ("in 1993 and 1996", ["1993", "1996"]),
    ("since 2003", ["2003/.."]),
    ("from 2003 onward", ["2003/.."]),
    ("until March 2003, by 2004 or no later than 31 May 2005", ["../2003-03", "../2004", "../2005-05-31"]),
    ("until the end of 2003", ["../2003"]),
    ("the world after 9/11", ["2001-09-11/.."]),
    ("since the September 11 attacks", ["2001-09-11/.."]),
    ("in the 1990s, the mid-1980s", ["199X", "198X"]),
    ("in the 1970s and 1980s", ["197X/198X"]),
    ("the nineteenth century and the 20th century", ["18XX", "19XX"]),
    ("the 19th and 20th centuries", ["18XX/19XX"]),
    ("in the spring of 2003 and Q3 2003", ["2003", "2003-07/2003-09"]),
    ("in fiscal year 2004", ["2004"]),
    ("around March 2003", ["2003-03"]),
    ("the concept of 2022 mentioned it", ["2022"]),
    ("in 2003 troops left", ["2003"]),
]


@pytest.mark.parametrize(("text", "values"), SAID)
def test_stated_dates(text: str, values: list[str]) -> None:
    assert [d.edtf for d in dates_in(text, "en")] == values


@pytest.mark.parametrize(
    ("text", "reference", "value"),
    [
        ("airstrikes in September", "1995-01", "1995-09"),
        ("the following month", "1994-11", "1994-12"),
        ("five months later", "1999-03", "1999-08"),
        ("two years earlier", "1999-03", "1997"),
        ("in the same year", "1999-03", "1999"),
        ("the following March", "1999-05", "2000-03"),
        ("the next day", "1999-02-28", "1999-03-01"),
        ("the May summit", "2003", "2003-05"),
        ("in December", None, None),
    ],
)
def test_dates_that_lean_on_the_last_one_said(text: str, reference: str | None, value: str | None) -> None:
    assert [d.edtf for d in dates_in(text, "en", reference=reference)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Tuesday", "2003-05-27"),
        ("last Tuesday", "2003-05-27"),
        ("next Tuesday", "2003-06-03"),
        ("yesterday", "2003-05-27"),
        ("last week", "2003-05-19/2003-05-25"),
        ("last month", "2003-04"),
        ("this year", "2003"),
        ("two years ago", "2001"),
        ("last July", "2002-07"),
        ("next March", "2004-03"),
        ("last summer", "2002"),
        ("by the end of the year", "../2003-12"),
        ("Since April", "2003-04/.."),
        ("on December 28", "2002-12-28"),
    ],
)
def test_dates_that_lean_on_the_document(text: str, value: str) -> None:
    assert [d.edtf for d in dates_in(text, "en", document_date="2003-05-28")] == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1441 and Resolution 1973",
        "2000 troops and 1,500 people",
        "He may go, and may March on.",
        "May I ask?",
        "for three days, 10 years of talks, within two years",
        "at 5:30 with 18% of $2003",
        "H.R. 2003 and 50 U.S.C. 1701",
        "over the next year",
        "05/06/2003",
        "the second half",
    ],
)
def test_no_dates(text: str) -> None:
    assert dates_in(text, "en", document_date="2003-05-28", reference="2003-05-28") == []


def test_the_year_of_a_law_is_a_title_and_is_not_leaned_on() -> None:
    text = "In 2003 the Trade Act of 1974 and the 1972 Anti-Ballistic Missile Treaty were debated in May"
    assert [m.kind for m in find_dates(text, "en")] == [Kind.PARTIAL, Kind.TITLE, Kind.TITLE, Kind.PARTIAL]
    assert dates_in(text, "en")[-1].edtf == "2003-05"
