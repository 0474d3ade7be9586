"""Acts told by nouns: by whom and on whom they are, which are told apart, which are part of others."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Event

Found = Callable[[str], list[Event]]
QUARREL = "Ghana and Togo quarrelled over fish. "


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("Togolese support for Benin angered Ghana.", "SUPPORT", {"TGO"}, {"BEN"}),
        ("Despite the Togolese apology, Ghana demanded money.", "CONCEDE", {"TGO"}, {"GHA"}),
        ("The closure of the border by Togo cut Ghana off.", "COERCE", {"TGO"}, {"GHA"}),
        (QUARREL + "Talks with Togo went badly.", "CONSULT", {"GHA", "TGO"}, {"GHA", "TGO"}),
        (QUARREL + "The chief envoy's errand to Togo was wrecked by a leak.", "CONSULT", {"GHA"}, {"TGO"}),
        ("Ghana and Togo kept up their war of words.", "ACCUSE", {"GHA", "TGO"}, {"GHA", "TGO"}),
        ("Ghana announced the suspension of its raids on Togo.", "CONCEDE", {"GHA"}, {"TGO"}),
        ("The appeal of Ghana's government to Togo was in vain.", "REQUEST", {"GHA"}, {"TGO"}),
        ("Ghanaian demands of Togo were in vain.", "REQUEST", {"GHA"}, {"TGO"}),
        (QUARREL + "Clashes in October left two men dead.", "ASSAULT", {"GHA", "TGO"}, {"GHA", "TGO"}),
    ],
)
def test_whose_deed_a_noun_tells(
    events: Found, text: str, plover: str, actors: set[str], targets: set[str]
) -> None:
    told = [e for e in events(text) if e.plover == plover]
    sides = [(_states(e.actors), _states(e.targets)) for e in told if "quarrelled" not in e.quote]
    assert (actors, targets) in sides


@pytest.mark.parametrize(
    "text",
    [
        "Togo's note warning Ghana against the move was published.",
        "Statements by Togo's leaders warned Ghana against the move.",
        "Togo's letters, which warned Ghana against the move, came late.",
    ],
)
def test_what_a_letter_says_its_sender_says(events: Found, text: str) -> None:
    (told,) = (e for e in events(text) if e.plover == "THREATEN")
    assert (_states(told.actors), _states(told.targets)) == ({"TGO"}, {"GHA"})


def _states(codes: tuple[str, ...]) -> set[str]:
    return {code.split("/")[0] for code in codes}


def test_talks_that_began_and_were_suspended_are_two_acts(events: Found) -> None:
    told = events("Border talks between Ghana and Togo begin in Lomé but are suspended in May.")
    assert [e.plover for e in told] == ["CONSULT", "REJECT"]


def test_the_course_of_a_deed_is_told_once(events: Found) -> None:
    told = events("The resumption of talks between Ghana and Togo was hailed in Benin.")
    assert not any(e.quote.startswith("talks") for e in told)


def test_fighting_with_someone_or_without_two_states_is_left_alone(events: Found) -> None:
    for text in (QUARREL + "Clashes with rebels left two men dead.", "Clashes in Togo left two men dead."):
        assert not any(_states(e.actors) == {"GHA", "TGO"} and e.plover == "ASSAULT" for e in events(text))


def test_what_stands_before_a_verb_with_with_is_no_victim(events: Found) -> None:
    text = "With the French withdrawal in 1953, Ghana's army occupied a Togolese port."
    (seized,) = (e for e in events(text) if "occupied" in e.quote)
    assert _states(seized.targets) == {"TGO"}


def test_works_are_no_arming(events: Found) -> None:
    assert [e.plover for e in events("Ghana attacked oil installations of Togo.")] == ["ASSAULT"]
