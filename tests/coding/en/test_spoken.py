"""Talks told in the first person, and whom "you", "he" and "they" mean there."""

from __future__ import annotations

from detente.coding import code
from detente.coding.en.voice import addressees
from detente.findings import Event
from detente.reading import from_text

HEAD = "Remarks by Prime Minister Mark Rutte in Press Conference\n\n"


def events(text: str) -> list[Event]:
    found = code(from_text(HEAD + text, name="x", language="en", date="2019-05-02"), kinds=["event"])
    return [f for f in found if isinstance(f, Event)]


def sides(event: Event) -> set[str]:
    return {c.split("/")[0] for c in event.actors} & {c.split("/")[0] for c in event.targets}


def test_we_discussed_is_a_talk_of_both_sides() -> None:
    told = events("I received Chancellor Merkel of Germany. We discussed the harbour.")
    assert any("discussed" in e.quote and sides(e) == {"NLD", "DEU"} for e in told)


def test_we_without_a_partner_named_before_talks_with_no_one() -> None:
    assert not events("We talked about the harbour.")


def test_telling_someone_of_another_state_goes_to_him() -> None:
    told = events("I met President Macron of France. I told him that the dike holds. I told my wife.")
    found = [e for e in told if e.rule.startswith("spoken-tell")]
    assert [(e.plover, e.actors, e.targets) for e in found] == [("CONSULT", ("NLD/Rutte",), ("FRA/Macron",))]


def test_he_is_never_who_speaks() -> None:
    told = events("I met President Macron of France. PRIME MINISTER RUTTE: He invited me to Paris.")
    assert any("invited" in e.quote and e.actors == ("FRA/Macron",) for e in told)


def test_a_refusal_in_the_first_person_is_one() -> None:
    told = events("President Macron of France wrote to me. We will not support France on this.")
    assert any(e.plover == "REJECT" and e.actors == ("NLD",) and e.targets == ("FRA",) for e in told)


def test_you_is_the_other_speaker_and_whoever_answers_a_question() -> None:
    rutte, macron = ("NLD/Rutte",), ("FRA/Macron",)
    texts = ["RUTTE: Welcome.", "MACRON: I thank you.", "Q Will you go?", "MACRON: You know."]
    assert addressees(texts, [rutte, macron, (), macron]) == [macron, rutte, macron, ()]


def test_my_own_subject_says_nothing_of_who_i_am() -> None:
    assert not events('Question: And security? Answer: "My kids thought every family had a gunner."')
