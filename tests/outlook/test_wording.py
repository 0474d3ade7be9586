"""What a concept of the causal map is called."""

from __future__ import annotations

import pytest

from detente.findings import CausalClaim
from detente.outlook import causes
from detente.outlook.causes.wording import concept


@pytest.mark.parametrize(
    ("words", "quote", "name"),
    [
        ("Because the harvest failed", "Because the harvest failed, prices rose", "the harvest failed"),
        ("unless the ferries sail", "prices rise unless the ferries sail", "the ferries sail"),
        ("Since 1990", "Since 1990 prices rose", "1990"),
        ("Sinceridad", "Sinceridad", "Sinceridad"),
        ("協定が失効すれ", "協定が失効すれば、漁が始まる", "協定が失効する"),
        ("START Iが失効すれ", "START I が失効すれば", "START Iが失効する"),
        ("対立が起きなけれ", "対立が起きなければ", "対立が起きない"),
        ("圧力を強めていけ", "圧力を強めていけば", "圧力を強めていく"),
        ("圧力が高けれ", "圧力が高ければ", "圧力が高い"),
        ("として、その維持を求めた", "基礎であるとして、その維持を求めた", "その維持を求めた"),
    ],
)
def test_conjunctions_are_no_part_of_a_concept(words: str, quote: str, name: str) -> None:
    assert concept(words, quote) == name


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("漁業協定の批准を延期していた", "漁業協定の批准"),
        ("両国の信頼を著しく損なう", "両国の信頼"),
        ("往来が減少した", "往来"),
        ("隣国の方針に反する", "隣国の方針"),
        ("隣国に対抗して艦隊を増強する", "隣国に対抗して艦隊を増強する"),
        ("to end the boycott of wine", "the boycott of wine"),
        ("damaged their alliance", "their alliance"),
        ("they may damage the alliance", "they may damage the alliance"),
    ],
)
def test_what_is_lowered_is_named_without_the_lowering(words: str, name: str) -> None:
    """Else the arrow would say twice that it goes down: the war lowers "delayed the treaty"."""
    assert concept(words, words, lowered=True) == name
    assert concept(words, words) == words


def test_the_links_of_claims_bear_these_names() -> None:
    claim = CausalClaim(
        document="d" * 64, start=0, end=9, quote="戦争を理由に協定の批准を延期した", sign="-",
        cause="戦争", effect="協定の批准を延期した",
    )  # fmt: skip
    (link,) = causes.links_of([claim])
    assert (link.cause, link.sign, link.effect) == ("戦争", "-", "協定の批准")
