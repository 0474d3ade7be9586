"""The side for which most speaks where the text leaves it open, and names that are no side at all."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.coding.salience import heaviest
from detente.findings import Event
from detente.reading import from_text


def sides(text: str, plover: str) -> tuple[set[str], set[str]]:
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    told = [f for f in found if isinstance(f, Event) and f.plover == plover]
    by, on = told[-1].actors, told[-1].targets
    return {code.split("/")[0] for code in by}, {code.split("/")[0] for code in on}


def test_the_heaviest_of_equals_is_the_first_and_unknown_signs_weigh_nothing() -> None:
    weights = {"near": 1.0, "far": -1.0}
    assert heaviest([("A", [("far", 1.0)]), ("B", [("odd", 9.0)]), ("C", [])], weights) == "B"
    assert heaviest([("A", [("near", 0.5)]), ("B", [("near", 1.0), ("far", 1.0)])], weights) == "A"
    assert heaviest([], weights) is None


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("Kenya jailed a Ugandan pilot. Uganda moved a brigade to the frontier.", "MOBILIZE", "UGA", "KEN"),
        ("Kenya and Uganda met. Kenya is to raise its defence budget.", "MOBILIZE", "KEN", ""),
        (
            "Peru closed its frontier with Bolivia. Bolivia protested. Paraguay moved two battalions up.",
            "MOBILIZE",
            "PRY",
            "BOL",
        ),
        ("Uganda told Kenya's envoy to leave. Mwesigwa then rejected the note.", "REJECT", "UGA", "KEN"),
        ("Benin has quarrelled with Togo. Togolese soldiers killed three officers.", "ASSAULT", "TGO", "BEN"),
        ("Benin has quarrelled with Togo. Togolese soldiers killed three protesters.", "ASSAULT", "TGO", ""),
        ("Chad shelled a Sudanese post. Sudan complained to the Security Council.", "ACCUSE", "SDN", "TCD"),
        ("Chad is at odds with the UN. Chad condemned the UN.", "ACCUSE", "TCD", "UN"),
        ("Chad met Togo. Chad suspended all trade, to the dismay of Ghana.", "SANCTION", "TCD", "TGO"),
        ("Norway jailed two Danish pilots. Denmark summoned its ambassador.", "PROTEST", "DNK", "NOR"),
        ("Oslo added six Danish firms to its list; it condemned the court.", "ACCUSE", "NOR", "DNK"),
    ],
)
def test_the_open_side(text: str, plover: str, actors: str, targets: str) -> None:
    assert sides(text, plover) == ({actors} - {""}, {targets} - {""})


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("Xi Jinping is the first Chinese leader to go to Oslo since 1990.", "CONSULT", "CHN", "NOR"),
        ("Fiji is at odds with China. Canberra's demand for talks was made in May.", "REQUEST", "AUS", ""),
        ("Kenya fell out with Brussels. Brussels condemned Kenya.", "ACCUSE", "EU", "KEN"),
        ("The Belgian premier flew home. Brussels condemned Kenya.", "ACCUSE", "BEL", "KEN"),
        ("Tanzania broke with Uganda. Tanzanian troops took Kampala in April.", "ASSAULT", "TZA", "UGA"),
        ("Russian and Armenian troops met. The contingent of Russia was deployed.", "MOBILIZE", "RUS", "ARM"),
    ],
)
def test_who_acts(text: str, plover: str, actors: str, targets: str) -> None:
    by, on = sides(text, plover)
    assert by == {actors}
    assert not targets or on == {targets}
