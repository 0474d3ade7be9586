"""Unlisted names beside an office in English, and listed surnames that someone else bears."""

from __future__ import annotations

import pytest

from detente.ontology import mentions


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("the Bulgarian prime minister, Ivan Stanev, wrote.", "BGR/Stanev"),
        ("Togo leader, Kofi Abalo on Monday spoke.", "TGO/Abalo"),
        ("Togo's chief negotiator Kofi Abalo spoke.", "TGO/Abalo"),
        ("Togo's Home Affairs and Law Minister K. Abalo spoke.", "TGO/Abalo"),
        ("Foreign Minister Gonzalo Rivas (Peru) came.", "PER/Rivas"),
        ("the Sudan president, Omar Al Bashir, came.", "SDN/Bashir"),
        ("the Nazi foreign minister came.", "DEU/foreign minister"),
    ],
)
def test_a_name_takes_the_state_of_its_office(text: str, code: str) -> None:
    assert code in [actor for mention in mentions(text, "en") for actor in mention.actors]


@pytest.mark.parametrize(
    "text",
    [
        "General Collins was feted.",
        "Attorney-General Lucien Wong came.",
        "They threw Molotov cocktails.",
    ],
)
def test_a_surname_is_not_enough(text: str) -> None:
    assert not [actor for mention in mentions(text, "en") for actor in mention.actors]


def test_what_follows_an_office_after_a_comma_may_be_others() -> None:
    found = mentions("The French president, Western European officials said, agreed.", "en")
    assert [mention.actors for mention in found] == [("FRA/president",)]
