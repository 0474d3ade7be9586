"""Acts in words that no codebook entry lists, found by the trained model; the classes of words it goes by."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from detente.coding.codebook import PLOVER
from detente.coding.en import unlisted
from detente.coding.en.word_classes import NOUN, VERB, word_class
from detente.coding.linear import load
from detente.findings import Event, Finding

Found = Callable[[str], list[Event]]


def test_its_types_are_those_of_plover_and_its_traits_are_those_that_are_made(
    events: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    model, made = load("en"), set[str]()
    kept = unlisted.traits

    def noted(cast, i, over):  # type: ignore[no-untyped-def]
        made.update(kept(cast, i, over))
        return kept(cast, i, over)

    monkeypatch.setattr(unlisted, "traits", noted)
    events("German officials tore up the timetable. The Swiss minister walked to the port with friends.")
    assert set(model.types) <= set(PLOVER)
    known = sum(trait in model.number for trait in made)
    assert known / len(made) > 0.5  # else the weights were fitted to other traits than these


def test_it_speaks_only_where_no_entry_does(events: Found) -> None:
    told = events("Japan condemned China's move. The United States imposed sanctions on Iran.")
    assert [e.plover for e in told] == ["ACCUSE", "SANCTION"]
    assert not any("unlisted" in e.rule for e in told)


def test_what_it_finds_says_why_and_less_surely_than_an_entry(
    events: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlisted, "LEAST", 0.0)
    (event,) = (e for e in events("Ghana's fog blinded Togo's pilots.") if e.rule.startswith("unlisted."))
    (listed,) = events("Ghana condemned Togo.")
    assert event.rule.count(", ") == 2
    assert (event.actors, event.targets) == (("GHA",), ("TGO/pilots",))
    assert event.confidence < listed.confidence


def test_an_act_with_one_side_and_a_state_of_affairs_are_none(
    events: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlisted, "LEAST", 0.0)
    assert events("The song of Ghana's choir filled the hall.") == []
    assert events("Ghana is near Togo. Ghana resembles Togo.") == []
    assert events("The song of Ghana's choir soothed Togo.") != []


def test_no_dispute_rests_on_its_types(
    events: Found, found: Callable[[str, str], list[Finding]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlisted, "LEAST", 0.0)
    text = "The song of Ghana's choir soothed Togo."
    assert [e.plover for e in events(text)] == ["REJECT"]
    assert found(text, "dispute") == []


def test_conduct_without_a_type_gets_one(events: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ghana's foreign minister serenaded Togo's president."
    assert [e.rule.split("/")[0] for e in events(text)] == ["conduct." + events(text)[0].plover.lower()]
    monkeypatch.setattr("detente.coding.en.reading.unlisted", lambda cast, found: list(found))
    assert [(e.rule.split("/")[0], e.plover) for e in events(text)] == [("general", "NONE")]


@pytest.mark.parametrize(
    ("word", "part", "base"),
    [
        ("pummelled", VERB, "pummel"),
        ("hoped", VERB, "hope"),
        ("hopped", VERB, "hop"),
        ("flew", VERB, "fly"),
        ("embassies", NOUN, "embassy"),
        ("zzyzx", NOUN, "zzyzx"),
    ],
)
def test_a_word_is_found_under_its_base(word: str, part: str, base: str) -> None:
    assert word_class(word, part, word).base == base


def test_words_of_a_kind_share_classes_and_codebook_verbs_have_their_types() -> None:
    loot, ransack = (set(word_class(w, VERB, w).classes) for w in ("loot", "ransack"))
    assert {":possession", "take13"} <= loot & ransack
    assert "ASSAULT" in ransack
    assert word_class("zzyzx", NOUN, "zzyzx").classes == ()


def test_a_likely_act_that_names_nobody_is_one_of_the_texts_two_states(
    events: Found, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unlisted, "LEAST", 0.0)
    monkeypatch.setattr(unlisted, "ALONE", 0.0)
    deed, about_two = "The boatmen pelted the herring with gravel.", "Ghana condemned Togo over the quay. "
    (told,) = (e for e in events(about_two + deed) if "pelted" in e.quote)
    assert (told.actors, told.targets) == (("GHA",), ("TGO",))
    assert "+pair" in told.rule
    assert not any("pelted" in e.quote for e in events("The weather was fine. " + deed))
    monkeypatch.setattr(unlisted, "ALONE", 1.0)
    assert not any("pelted" in e.quote for e in events(about_two + deed))
