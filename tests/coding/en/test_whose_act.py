"""Whose act it is where grammar leaves the doer to a modifier, an owner or the other state of the pair."""

from __future__ import annotations

import pytest

from detente import coding, reading

CONTEXT = "Relations between Norway and Denmark worsened in 1982. "


def _sides(text: str) -> list[tuple[set[str], set[str]]]:
    document = reading.from_text(CONTEXT + text, name="x", language="en", date="1983")
    found = [e.as_dict() for e in coding.code(document, kinds=["event"]) if e.start >= len(CONTEXT)]
    return [(_states(e["actors"]), _states(e["targets"])) for e in found]


def _states(codes: list[str]) -> set[str]:
    return {code.split("/")[0] for code in codes}


@pytest.mark.parametrize(
    ("text", "actor", "target"),
    [
        ("After Denmark's protests and Norwegian threats, the talks ended.", "NOR", "DNK"),
        ("Norwegian aid to Denmark was suspended.", "NOR", "DNK"),
        ("A visit by the Danish foreign minister to Oslo was cancelled.", "DNK", "NOR"),
        ("Danish fishermen were arrested.", "NOR", "DNK"),
        ("Norway was the first to recognise the new government in Copenhagen.", "NOR", "DNK"),
        ("Copenhagen's answer was to expel two diplomats.", "DNK", "NOR"),
        ("The Swedish-brokered ceasefire was violated by Denmark.", "DNK", "NOR"),
        ("The assault on the Norwegian embassy in Copenhagen went on for hours.", "DNK", "NOR"),
        ("Protesters stormed the Danish embassy.", "NOR", "DNK"),
        (
            "All Danish diplomats were withdrawn from Oslo and Norwegian journalists were expelled.",
            "DNK",
            "NOR",
        ),
        (
            "Olsen, the Norwegian minister, announced that the talks with Denmark were suspended.",
            "NOR",
            "DNK",
        ),
        ("Norway imposed sanctions on Denmark because of its refusal to sign.", "DNK", "NOR"),
        ("Danish troops were withdrawn.", "DNK", "NOR"),
        ("Denmark supported US-backed rebels in Syria.", "DNK", "SYR"),
    ],
)
def test_the_doer_is_found(text: str, actor: str, target: str) -> None:
    assert ({actor}, {target}) in _sides(text)


def test_what_two_agree_to_with_a_third_states_help_is_agreed_between_them() -> None:
    both = {"NOR", "DNK"}
    assert (both, both) in _sides("Norway and Denmark agreed to Swedish mediation.")


def test_an_accord_with_the_name_of_a_capital_makes_its_state_no_party() -> None:
    sides = _sides("Under the Madrid accords, Norway pledged to respect the border.")
    assert all("ESP" not in actors | targets for actors, targets in sides)


def test_the_place_and_the_patron_of_an_agreement_are_no_parties_to_it() -> None:
    both = {"NOR", "DNK"}
    assert (both, both) in _sides("Norway and Denmark agreed to settle their differences in Finland.")


def test_an_outsiders_act_goes_to_the_state_that_the_text_is_about() -> None:
    text = "Norway sank a Danish trawler. Norway was rebuked by Sweden. Finland recalled its ambassador."
    assert ({"FIN"}, {"NOR"}) in _sides(text)


def test_two_together_speak_of_the_third_named_before_them_not_of_the_doer_after() -> None:
    text = "Norway had bombed the port. Chile and Peru called home their envoys, Spain shrugged."
    assert ({"CHL", "PER"}, {"NOR"}) in _sides(text)


def test_two_who_arm_at_once_arm_against_each_other() -> None:
    both = {"NOR", "DNK"}
    assert (both, both) in _sides("Both countries began to prepare for war.")
