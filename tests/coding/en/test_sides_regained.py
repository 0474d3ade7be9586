"""Sides that the grammar or an earlier sentence gives: participles, pronouns, names brought in once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding import code
from detente.coding.codes import states_of
from detente.findings import Event
from detente.reading import from_text


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("In May Chad expelled two Libyan envoys.", "SANCTION", {"TCD"}, {"LBY"}),
        ("Chad hit out at Niger's new premier after talks in Oslo failed.", "ACCUSE", {"TCD"}, {"NER"}),
        ("A letter from the Togolese president accused Ghana of lying.", "ACCUSE", {"TGO"}, {"GHA"}),
        ("Togo handed over a note complaining of Ghanaian raids.", "ACCUSE", {"TGO"}, {"GHA"}),
        ("Ghana backed the UN-recognized government of Libya.", "SUPPORT", {"GHA"}, {"LBY"}),
        ("Norway backs the principles of the Geneva Agreements on Laos.", "SUPPORT", {"NOR"}, {"LAO"}),
        ("In Iran, protesters threw stones at the Saudi embassy.", "PROTEST", {"IRN"}, {"SAU"}),
    ],
)
def test_sides_in_one_sentence(
    event: Callable[[str, str], Event], text: str, plover: str, actors: set[str], targets: set[str]
) -> None:
    told = event(text, plover)
    assert (set(states_of(told.actors)), set(states_of(told.targets))) == (actors, targets)


@pytest.mark.parametrize(
    ("text", "quote", "actors", "targets"),
    [
        ("Greece lashed out at Turkey for alleging that Greece arms rebels.", "alleging", {"TUR"}, {"GRC"}),
        ("Togo lost oil, which pays its army, after accusing Ghana of theft.", "accusing", {"TGO"}, {"GHA"}),
        (
            "Togo met Ghana. Ghana's envoys left. Ghana said Togo had not responded to its request.",
            "its request",
            {"GHA"},
            {"TGO"},
        ),
        (
            "Togo and Ghana quarrelled. Togo was angry with Ghana. It accused Togo's envoy of spying.",
            "It accused",
            {"GHA"},
            {"TGO"},
        ),
        (
            "Britain and France attacked Egypt. A week later Britain and France landed troops.",
            "landed troops",
            {"GBR", "FRA"},
            {"EGY"},
        ),
        (
            "Chad attacked Niger. The talks went on. He said the attack in Niger was planned.",
            "the attack",
            {"TCD"},
            {"NER"},
        ),
        (
            "Togo and Ghana talked. Togo left Ghana. US President Ford called on the two countries to stop.",
            "called on",
            {"USA"},
            {"TGO", "GHA"},
        ),
        (
            "Togo met Ghana. The Ghanaian envoy was declared persona non grata and forced to leave.",
            "forced",
            {"TGO"},
            {"GHA"},
        ),
        (
            "Togo's Ministry of Foreign Affairs (MFA) wrote to Ghana. Then the MFA accused Ghana of fraud.",
            "accused",
            {"TGO"},
            {"GHA"},
        ),
        (
            "A Togolese adviser, Kofi Abalo, flew to Accra in Ghana. There Abalo accused Ghana of fraud.",
            "accused",
            {"TGO"},
            {"GHA"},
        ),
        (
            "Togo's opposition leader Ada Abalo spoke. She called on the government to answer Ghana.",
            "called on",
            {"TGO"},
            {"TGO"},
        ),
        (
            "Togo's president, Kofi Abalo, and Ghana's president, Ama Ofori, signed it in Mali's capital.",
            "signed",
            {"TGO", "GHA"},
            {"TGO", "GHA"},
        ),
        (
            "Chile met Bolivia. After the pact of Peru and Bolivia, Chile declared war on both countries.",
            "both countries",
            {"CHL"},
            {"PER", "BOL"},
        ),
        (
            "Sudan left Cairo. Egypt had bombed Khartoum. Crowds stormed the Egyptian embassy.",
            "Crowds",
            {"SDN"},
            {"EGY"},
        ),
        (
            "Bill Clinton liked Boris Yeltsin. President Clinton wrote. Bill and Boris met often.",
            "met often",
            {"USA", "RUS"},
            {"USA", "RUS"},
        ),
        (
            "Iraq threatened Kuwait. Saudi Arabia and Egypt tried to mediate.",
            "mediate",
            {"SAU", "EGY"},
            {"IRQ", "KWT"},
        ),
        (
            "Togo expelled two Ghanaians. Ghana began a crackdown on Togolese traders and smugglers.",
            "crackdown",
            {"GHA"},
            {"TGO"},
        ),
        (
            "Oman and Qatar quarrelled. Qatar asked for help. Iran sent arms to the emirate on Friday.",
            "sent arms",
            {"IRN"},
            {"QAT"},
        ),
        (
            "Morocco wrote to Algeria. Algeria backed the Rachad movement, founded in London.",
            "backed",
            {"DZA"},
            set(),
        ),
    ],
)
def test_sides_from_what_stands_before(text: str, quote: str, actors: set[str], targets: set[str]) -> None:
    told = [f for f in code(from_text(text, name="x", language="en")) if isinstance(f, Event)]
    found = [f for f in told if quote in f.quote]
    assert any((set(states_of(f.actors)), set(states_of(f.targets))) == (actors, targets) for f in found)


def test_a_meeting_chaired_hosted_and_attended_has_one_host() -> None:
    text = "The Togo-Ghana meeting was chaired, hosted and witnessed by Mali."
    told = [f for f in code(from_text(text, name="x", language="en")) if isinstance(f, Event)]
    assert any("MLI" in states_of(f.actors) for f in told)


def test_what_an_envoy_is_ordered_to_do_is_no_act_of_his() -> None:
    text = "Saudi Arabia ordered the Iranian ambassador to leave the kingdom."
    told = [f for f in code(from_text(text, name="x", language="en")) if isinstance(f, Event)]
    assert [f.plover for f in told] == ["SANCTION"]
