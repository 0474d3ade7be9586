"""Sides that a text about two states leaves to the reader: unknown names, acts without a codebook word."""

from __future__ import annotations

from detente import coding, reading


def _sides(text: str, date: str) -> list[tuple[set[str], set[str]]]:
    document = reading.from_text(text, name="x", language="en", date=date)
    found = [event.as_dict() for event in coding.code(document, kinds=["event"])]
    return [(_states(e["actors"]), _states(e["targets"])) for e in found]


def _states(codes: list[str]) -> set[str]:
    return {code.split("/")[0] for code in codes}


def test_moscow_is_the_soviet_unions_in_a_document_of_its_years() -> None:
    text = "Moscow called on Beijing to withdraw its troops."
    assert ({"USSR"}, {"CHN"}) in _sides(text, "1979")
    assert ({"RUS"}, {"CHN"}) in _sides(text, "2004")


def test_one_of_an_unknown_name_acts_for_the_other_state() -> None:
    text = "Norway and Denmark quarrelled over fish. Skaugvik accused Denmark of bad faith."
    assert ({"NOR"}, {"DNK"}) in _sides(text, "1990")
