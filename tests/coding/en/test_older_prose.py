"""Turns of older prose: upon for on, forces moved by no one named, rare verbs, a complaint with someone."""

import pytest

from detente.coding import code
from detente.findings import Event
from detente.reading import from_text

SENTENCES = [
    ("Austria imposed tariffs upon Serbia.", "SANCTION", ("AUT",), ("SRB",)),
    ("Four Italian divisions were moved up to the Austrian border.", "MOBILIZE", ("ITA",), ("AUT",)),
    ("Peru gave the Chilean consul two days to leave the country.", "SANCTION", ("PER",), ("CHL/consul",)),
    ("Mexico lodged a complaint with the Cuban embassy.", "PROTEST", ("MEX",), ("CUB/embassy",)),
    ("Greek crews struck the wares of Albania off their list.", "SANCTION", ("GRC/crews",), ("ALB",)),
    ("Bolivia upbraided Chile.", "ACCUSE", ("BOL",), ("CHL",)),
]


@pytest.mark.parametrize(("text", "plover", "actors", "targets"), SENTENCES)
def test_acts_in_older_words(
    text: str, plover: str, actors: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    found = code(from_text(text, name="x", language="en"), kinds=["event"])
    acts = [(f.plover, f.actors, f.targets) for f in found if isinstance(f, Event)]
    assert (plover, actors, targets) in acts
