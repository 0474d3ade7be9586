"""Acts in words that no codebook lists, found by the trained model."""

from __future__ import annotations

import pytest
from japanese_texts import events

from detente.coding.codebook import PLOVER
from detente.coding.ja import unlisted
from detente.coding.linear import load


def unlisted_in(text: str) -> list[str]:
    return [event.quote for event in events(text) if event.rule.startswith("unlisted.")]


def test_its_types_are_those_of_plover_and_its_traits_are_those_that_are_made() -> None:
    model, made = load("ja"), set[str]()
    assert set(model.types) <= set(PLOVER)
    kept = unlisted.clause_traits

    def noted(clause, actors):  # type: ignore[no-untyped-def]
        made.update(kept(clause, actors))
        return kept(clause, actors)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unlisted, "clause_traits", noted)
        events("5日、ドイツとスイスの国境に霧が立ち込め、フランスの首相はパリの港で友人と語り明かした。")
    known = sum(trait in model.number for trait in made)
    assert known / len(made) > 0.7  # else the weights were fitted to other traits than these


def test_it_speaks_only_where_no_rule_does() -> None:
    told = events("日本は中国の措置を批判した。米国はイランに制裁を科した。")
    assert [e.plover for e in told] == ["ACCUSE", "SANCTION"]
    assert not any(e.rule.startswith("unlisted.") for e in told)


def test_what_it_finds_says_why_and_how_surely(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlisted, "LEAST", 0.0)
    (event,) = (e for e in events("スイスとオーストリアの国境に霧が立ち込めた。") if "clause" in e.rule)
    assert ": " in event.rule
    assert event.confidence < 0.8


def test_a_mere_verb_and_a_description_are_none() -> None:
    assert unlisted_in("チリはペルーの主張に食ってかかった。") == []
    assert unlisted_in("両国の国境は山に沿って南北に延びている。") == []


def test_conditions_and_denials_are_not_told_as_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unlisted, "LEAST", 0.05)
    text = (
        "ブラジルがボリビアの頭を押さえ込めば、隣国は身構えるだろう。ブラジルは隣国の港を踏み荒らさなかった。"
    )
    assert [e.actual for e in events(text) if "unlisted" in e.rule] == [False, False]


def test_conduct_in_words_that_suggest_no_type_has_one_by_the_model() -> None:
    (event,) = events("ペルーはチリの港の荷を横から掠め取った。")
    assert event.rule.startswith("conduct.")
    assert event.plover != "NONE"


def test_what_is_announced_as_done_is_told_once() -> None:
    told = events("ノルウェー当局はペルーの業者から銅の輸入を停止したと発表した。")
    assert [e.plover for e in told] == ["SANCTION"]
