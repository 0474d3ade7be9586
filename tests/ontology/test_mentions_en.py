"""Actors in English text."""

from __future__ import annotations

import pytest

from detente.ontology import mentions


def found(text: str, date: str | None = None) -> list[tuple[str, tuple[str, ...], str]]:
    return [(text[m.start : m.end], m.actors, m.kind) for m in mentions(text, "en", date)]


@pytest.mark.parametrize(
    "text",
    [
        "Let us go.",
        "They polish the car.",
        "We ate turkey.",
        "The Korean War ended.",
        "He plays American football.",
        "Chad Smith plays drums.",
        "Michael Jordan scored.",
        "They signed the Moscow Treaty.",
        "The one-China policy stands.",
        "It may rain.",
        "The Middle East is far.",
        "Rice exports rose.",
        "Georgia beat Alabama in Atlanta.",
    ],
)
def test_words_that_only_look_like_actors(text: str) -> None:
    assert not [f for f in found(text) if f[2] != "place"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Niger agreed.", "NER"),
        ("Nigeria agreed.", "NGA"),
        ("The US agreed.", "USA"),
        ("The U.S. agreed.", "USA"),
        ("Guinea-Bissau agreed.", "GNB"),
        ("Papua New Guinea agreed.", "PNG"),
        ("Georgia agreed.", "GEO"),
        ("Jordan agreed.", "JOR"),
        ("Chad agreed.", "TCD"),
        ("Turkey agreed.", "TUR"),
        ("Polish troops left.", "POL/army"),
        ("North Korea agreed.", "PRK"),
        ("The Duma agreed.", "RUS/State Duma"),
        ("The West agreed.", "West"),
        ("The Kremlin agreed.", "RUS/Kremlin"),
        ("Moscow agreed.", "RUS"),
        ("The Security Council met.", "UNSC"),
        ("The U.S. State Department said so.", "USA/State Department"),
        ("Hezbollah agreed.", "Hezbollah"),
        ("The government of Iraq agreed.", "IRQ/government"),
        ("Japan's Foreign Ministry said so.", "JPN/Foreign Ministry"),
        ("The Trump Administration agreed.", "USA/Trump Administration"),
        ("Xinhua said so.", "CHN/Xinhua"),
    ],
)
def test_names_and_organs(text: str, code: str) -> None:
    assert found(text)[0][1] == (code,)


@pytest.mark.parametrize(
    ("text", "date", "surface", "code"),
    [
        ("Russian President Vladimir Putin spoke.", "2003", "Russian President Vladimir Putin", "RUS/Putin"),
        ("U.S. Secretary of State Powell spoke.", "2003", "U.S. Secretary of State Powell", "USA/Powell"),
        ("Russia's foreign minister spoke.", "2003", "Russia's foreign minister", "RUS/Ivanov"),
        ("The president of Chile spoke.", None, "president of Chile", "CHL/president"),
        (
            "The president of the United States spoke.",
            "1995",
            "president of the United States",
            "USA/Clinton",
        ),
        ("Foreign Minister Ivanov spoke.", "2003", "Foreign Minister Ivanov", "RUS/Ivanov"),
        (
            "Polish Foreign Minister Jan Zielony spoke.",
            None,
            "Polish Foreign Minister Jan Zielony",
            "POL/Zielony",
        ),
        ("Gorbachev spoke.", None, "Gorbachev", "USSR/Gorbachev"),
    ],
)
def test_office_holders(text: str, date: str | None, surface: str, code: str) -> None:
    assert found(text, date)[0] == (surface, (code,), "person")


def test_an_unlisted_name_takes_its_state_from_the_apposition() -> None:
    assert found("Jan Zielony, the Polish foreign minister, spoke.")[0] == (
        "Jan Zielony",
        ("POL/Zielony",),
        "person",
    )


def test_another_mans_surname_is_not_taken() -> None:
    assert found("Viktor Ivanov left.", "2003") == []


def test_a_capital_is_a_state_or_a_place() -> None:
    assert [k for _, _, k in found("Moscow objected. They met in Moscow. The Prague summit opened.")] == [
        "state",
        "place",
        "place",
    ]


def test_against_a_state() -> None:
    (mention,) = mentions("They voiced anti-American feelings.", "en")
    assert (mention.actors, mention.role) == (("USA",), "object")


def test_a_line_break_inside_a_name() -> None:
    assert found("The United\nStates agreed.")[0][1] == ("USA",)


def test_combining_forms_and_coordinated_offices() -> None:
    assert [a for _, a, _ in found("The Sino-Soviet split.")] == [("CHN",), ("USSR",)]
    assert [a for _, a, _ in found("The Indo-Pakistani border.")] == [("IND",), ("PAK",)]
    assert found("Rubber from Indo-China.") == []
    assert found("the leaders of France and Germany", "2013")[0][1] == ("FRA/Hollande", "DEU/Merkel")


def test_a_posting_is_not_the_ambassadors_state() -> None:
    assert found("U.S. Ambassador to Russia Michael McFaul left.")[0][1] == ("USA/McFaul",)


def test_a_parliament_is_called_by_its_own_name() -> None:
    assert found("The American parliament voted.")[0][1] == ("USA/Congress",)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("U.S. Deputy Assistant Secretary of State Jane Fox left.", "USA/Fox"),
        ("U.S. Principal Deputy Assistant Secretary of Defense Ann Lee left.", "USA/Lee"),
        ("Japanese Senior Deputy Foreign Minister Kenji Oda left.", "JPN/Oda"),
        ("Russian Deputy Ivan Petrov left.", "RUS/Petrov"),
        ("De Gaulle left.", "FRA/de Gaulle"),
    ],
)
def test_ranks_before_an_office_and_particles_keep_the_state(text: str, code: str) -> None:
    assert [actors for _, actors, _ in found(text)] == [(code,)]


def test_statesmen_of_earlier_times_stand_for_their_states() -> None:
    found = mentions("Delcassé promised Sonnino support; Mr. Root wrote to Komura.", "en")
    assert [m.actors[0].split("/")[0] for m in found] == ["FRA", "ITA", "USA", "JPN"]


def test_a_bare_surname_that_is_a_word_is_no_person() -> None:
    assert mentions("The root of the matter was a home by the bay.", "en") == []


def test_names_of_capitals_and_parties_within_a_persons_name_are_his() -> None:
    assert {m.actors for m in mentions("Arnulfo Arias Madrid met Abdel Fatah al-Sissi.", "en")} == {
        ("PAN/Arnulfo Arias",),
        ("EGY/Sisi",),
    }


def test_a_listed_surname_before_another_name_is_a_given_name() -> None:
    assert all(
        "ISR" not in code for m in mentions("President Levy Mwanawasa spoke.", "en") for code in m.actors
    )
