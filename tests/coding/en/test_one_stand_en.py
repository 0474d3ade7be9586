"""What is one stand, what is none, and what a thing is to someone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.findings import Finding, Position, Statement

Found = Callable[[str, str], list[Finding]]


def _stands(found: Found, text: str) -> list[Position]:
    return [f for f in found(text, "position") if isinstance(f, Position)]


def _said(found: Found, text: str) -> list[Statement]:
    return [f for f in found(text, "statement") if isinstance(f, Statement)]


def test_what_stands_within_a_stand_of_the_same_holder_is_a_part_of_it(found: Found) -> None:
    (stand,) = _stands(found, "Chile argues that the waters are its own and opposes any drilling there.")
    assert stand.quote.startswith("Chile argues")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("For Chile, control of the strait is a red line.", "CHL"),
        ("A Peruvian base on the island is unacceptable to Chile.", "CHL"),
        ("Chile's priority is the lifting of the tariffs.", "CHL"),
        ("Chile was outraged by the seizure of the ships.", "CHL"),
        ("Chile remains unconvinced that the deal would work.", "CHL"),
        ("Chile's condemnation of the raid surprised its neighbours.", "CHL"),
        ("Some critics have criticised Chile for not doing more.", "critics"),
    ],
)
def test_stands_by_what_something_is_to_someone(found: Found, text: str, actor: str) -> None:
    assert actor in [stand.actor for stand in _stands(found, text)]


@pytest.mark.parametrize(
    "text",
    [
        "In March Chile encouraged migrants to leave for Peru.",
        "Chile and Peru failed to reach an agreement on the islands.",
        "The president said: I welcome the occasion.",
    ],
)
def test_what_takes_no_stand(found: Found, text: str) -> None:
    assert [s for s in _stands(found, text) if s.rule.startswith("stance/")] == []


def test_straight_single_marks_quote(found: Found) -> None:
    text = "The minister said: 'Chile's ships will not yield an inch of the bay.' The leaders' talks went on."
    (said,) = (s for s in _said(found, text) if s.direct)
    assert said.quote == "'Chile's ships will not yield an inch of the bay.'"


def test_a_name_in_marks_within_what_is_said_is_no_quotation(found: Found) -> None:
    (said,) = _said(found, 'Boric said on Friday that Chile had adopted a "red line policy" for the bay.')
    assert not said.direct
    assert said.quote.startswith("Boric said")


def test_what_a_state_does_by_a_word_is_no_statement(found: Found) -> None:
    assert _said(found, "Chile rejected the award on narrow grounds.") == []
    assert len(_said(found, "Chile denied that its ships had crossed the line.")) == 1


def test_a_view_in_eyes_of_someone(found: Found) -> None:
    text = "In Chile's view, the treaty was void because it had never been ratified."
    (said,) = _said(found, text)
    assert said.quote == text.rstrip(".")
    assert "the treaty was void" in [stand.quote for stand in _stands(found, text)]


def test_a_relative_clause_led_by_a_preposition_belongs_to_its_noun(found: Found) -> None:
    text = "The minister believes that there are areas in which Chile has proved useful to Peru."
    (said,) = _said(found, text)
    assert said.quote.endswith("useful to Peru")


def test_who_disagrees_takes_a_stand(found: Found) -> None:
    assert [s.actor for s in _stands(found, "Chile disagreed with the proposal of a joint patrol.")] == [
        "CHL"
    ]


def test_what_should_be_done_may_be_said_second(found: Found) -> None:
    text = "Boric told Peru that the dispute is a reality and should be taken seriously."
    assert any(s.rule.startswith("said-stand") for s in _stands(found, text))
