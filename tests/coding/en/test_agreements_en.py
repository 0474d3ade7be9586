"""Agreements: how an instrument is named, what only says the same of it, and the steps of its life."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.findings import Agreement
from detente.reading import from_text


def agreements(text: str) -> list[Agreement]:
    found = code(from_text(text, name="x", language="en"), kinds=["agreement"])
    return [f for f in found if isinstance(f, Agreement)]


def names(text: str) -> list[str]:
    return [found.name for found in agreements(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile and Peru signed the Arica Accords in 1999.", ["Arica Accords"]),
        ("Peru quit the Convention on the Law of the Lake.", ["Convention on the Law of the Lake"]),
        ("The return of Chile to the Arica Protocol pleased Peru.", ["Arica Protocol"]),
        ("Chile accepted the Treaty of Tacna.", ["Treaty of Tacna"]),
        ("Chile and Peru signed the Holy Week agreement in 1998.", ["Holy Week agreement"]),
        ("Peru signed the Tacna Treaty (also known as the Tacna Pact).", ["Tacna Treaty"]),
        ("The Tacna Treaty was a landmark pact between Chile and Peru.", ["Tacna Treaty"]),
        ("There was a lack of agreement between Chile and Peru on fishing.", []),
        ("Chile wished to reach an agreement with Peru.", []),
        ("Peru spoke for the settlement of disputes between Chile and Peru.", []),
    ],
)
def test_what_names_an_instrument(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_a_pact_and_a_named_treaty_signed_together_are_two() -> None:
    found = names("Chile and Peru signed a pact on crime and the Tacna Fishing Treaty.")
    assert found == ["pact on crime", "Tacna Fishing Treaty"]


def test_the_deal_of_a_year_is_taken_up_by_that_year() -> None:
    text = "Chile and Peru reached a deal in 2015. The 2015 deal was suspended in 2018."
    (found,) = agreements(text)
    assert [(step.event, step.date) for step in found.status_events] == [
        ("reached", "2015"),
        ("suspended", "2018"),
    ]


@pytest.mark.parametrize(
    ("told", "step"),
    [
        ("came into force in 2001", "in force"),
        ("was put in abeyance in 2001", "suspended"),
        ("expired in 2001", "expired"),
        ("was torn up in 2001", "cancelled"),
        ("was revoked in 2001", "abrogated"),
    ],
)
def test_the_steps_of_a_treaty(told: str, step: str) -> None:
    (found,) = agreements(f"The Tacna Treaty {told}.")
    assert [(event.event, event.date) for event in found.status_events] == [(step, "2001")]


def test_a_noun_tells_a_step_too() -> None:
    (found,) = agreements("The withdrawal of Peru from the Tacna Treaty in May 2004 angered Chile.")
    assert [event.event for event in found.status_events] == ["withdrawn from"]


def test_the_date_on_the_signature_goes_before_other_years_of_the_clause() -> None:
    text = "In the aftermath of the 1971 war, the Tacna Treaty was signed in July 1972 by Chile and Peru."
    assert [found.signed for found in agreements(text)] == ["1972-07"]


def test_both_of_two_joined_states_are_parties() -> None:
    (found,) = agreements("The pact between Chile and Peru concerning the lake was signed.")
    assert set(found.parties) == {"CHL", "PER"}


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("After the Treaty of Bogotá in 1861, trade grew.", "1861"),
        ("The Treaty of Lausanne (1923) drew the border.", "1923"),
        ("Jordan criticised the Camp David Accords in 1978.", None),
        ("The Sinai Treaty was abandoned in 2019.", None),
    ],
)
def test_the_year_right_after_a_name(text: str, signed: str | None) -> None:
    assert [a.signed for a in agreements(text)] == [signed]


def test_the_place_in_a_name_is_no_party_by_an_act() -> None:
    (accord,) = agreements("The Algiers Accord in 1975 ended the quarrel between Iran and Iraq.")
    assert "DZA" not in accord.parties


@pytest.mark.parametrize(
    ("text", "parties", "signed"),
    [
        ("Turkey joined NATO in 1952.", {"TUR", "NATO"}, "1952"),
        ("Sweden became a member of the European Union in 1995.", {"SWE", "EU"}, "1995"),
        ("Poland and Ukraine reestablished diplomatic relations in 1992.", {"POL", "UKR"}, "1992"),
        ("Chile promised Bolivia access to the port of Arica.", {"CHL", "BOL"}, None),
        ("The leaders of Japan and India issued a joint statement on fishing.", {"JPN", "IND"}, None),
        ("Japan and Mexico have had a free trade agreement for years.", {"JPN", "MEX"}, None),
        ("Laos and Vietnam are bound by a treaty of friendship.", {"LAO", "VNM"}, None),
    ],
)
def test_commitments_that_no_instrument_is_named_for(text: str, parties: set[str], signed: str) -> None:
    (agreement,) = agreements(text)
    assert (set(agreement.parties), agreement.signed) == (parties, signed)


@pytest.mark.parametrize(
    "text",
    [
        "Finland and Sweden applied to join NATO.",
        "Japan and Mexico do not have a free trade agreement.",
        "China promised Peru that nothing would change.",
    ],
)
def test_what_is_not_yet_agreed(text: str) -> None:
    assert agreements(text) == []


def test_what_a_summit_brought_is_an_agreement_where_it_is_carried_out() -> None:
    assert names("Paris and Berlin worked to implement the commitments from the Meseberg summit.") == [
        "commitments from the Meseberg summit"
    ]
    assert names("The results of the Meseberg summit were modest.") == []


def test_instruments_in_a_list_are_each_one() -> None:
    text = "The summit brought a trade pact, the Lima Declaration, and the Cusco Protocol."
    assert {"Lima Declaration", "Cusco Protocol"} <= {f.quote for f in agreements(text)}


def test_a_government_of_accord_is_no_agreement() -> None:
    assert not agreements("Turkey backed the Government of National Accord in Libya.")


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("An 1881 treaty between Argentina and Chile drew the border.", "1881"),
        ("By June 2000, Ethiopia and Eritrea had signed the Lima Accord.", "2000-06"),
    ],
)
def test_a_year_after_an_article_and_a_last_day_date_an_agreement(text: str, signed: str) -> None:
    (agreement,) = agreements(text)
    assert agreement.signed == signed


def test_a_pact_told_again_by_its_place_is_one() -> None:
    text = "Peru and Chile signed the Lima Peace Agreement. "
    text += "Six years after they signed a peace agreement in Lima, "
    assert len(agreements(text + "the dispute goes on.")) == 1


def test_what_was_agreed_upon_is_the_agreement() -> None:
    text = "Peru and Chile met. Both sides kept to the terms of the truce agreed upon during the meeting."
    assert [f.quote for f in agreements(text)] == ["the terms of the truce agreed upon during the meeting"]
