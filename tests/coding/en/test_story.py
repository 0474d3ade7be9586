"""The side that a text leaves to its story: the last partner, the state just named, the last measure."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.findings import Event
from detente.reading import from_text


def states(codes: tuple[str, ...]) -> set[str]:
    return {code.split("/")[0] for code in codes}


def last(text: str, plover: str) -> tuple[set[str], set[str]]:
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    told = [f for f in found if isinstance(f, Event) and f.plover == plover]
    return states(told[-1].actors), states(told[-1].targets)


ABOUT_TWO = "Chile and Peru trade much. Peru sells ore to Chile. Chile sells wine to Peru.\n\n"


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        (
            ABOUT_TWO + "Kenya expelled a Sudanese envoy. Nairobi then imposed a ban on flights.",
            "SANCTION",
            "KEN",
            "SDN",
        ),
        (ABOUT_TWO + "Kenya accused Sudan of spying. Khartoum apologised.", "CONCEDE", "SDN", "KEN"),
        ("Chad asked Niger for an inquiry. The request was turned down.", "REJECT", "NER", "TCD"),
        ("Chad asked Niger for an inquiry. Hamidou Oumarou gave in.", "CONCEDE", "NER", "TCD"),
        (ABOUT_TWO + "Chile thanked Brazil. Peru protested.", "PROTEST", "PER", "CHL"),
        (
            "Norway imposed tariffs on Icelandic fish. In May the tariffs were lifted.",
            "CONCEDE",
            "NOR",
            "ISL",
        ),
        ("Mali invaded Niger. Chad left the talks. Togo condemned the invasion.", "ACCUSE", "TGO", "MLI"),
        (
            "Japan quarrelled with the Soviet Union. Gorbachev's visit marked a thaw.",
            "CONSULT",
            "USSR",
            "JPN",
        ),
        ("Mali invaded Niger. The Security Council imposed sanctions.", "SANCTION", "UNSC", "MLI"),
        ("Mali expelled Niger's envoy. Niamey protested. Airspace was closed.", "COERCE", "MLI", "NER"),
        ("Mali accused Niger of smuggling. Talks resumed in June.", "CONSULT", "MLI NER", "MLI NER"),
    ],
)
def test_an_unsaid_side_is_taken_from_the_story(text: str, plover: str, actors: str, targets: str) -> None:
    assert last(text, plover) == (set(actors.split()), set(targets.split()))


@pytest.mark.parametrize(
    "text",
    [
        "Talks resumed in June.",
        "Mali accused Niger of smuggling.\n\nTrade followed the flag.",
    ],
)
def test_what_no_story_tells_stays_unsaid(text: str) -> None:
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    assert [f.plover for f in found if isinstance(f, Event)] in ([], ["ACCUSE"])
