"""Causal claims as a reader sees them: which words are the cause, which the effect, and what is neither."""

from __future__ import annotations

import pytest
from japanese_texts import claims


def causes(text: str) -> list[tuple[str, str]]:
    return [(f.cause, f.effect) for f in claims(text)]


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("関係の悪化につれて、両国の貿易は細った。", "関係の悪化につれ", "両国の貿易は細った"),
        ("対立が深まれば深まるほど、和平の可能性は減じる。", "対立が深まれば深まる", "和平の可能性は減じる"),
        ("交渉で解決できなければ、暴力が拡大する。", "交渉で解決できなけれ", "暴力が拡大する"),
        (
            "首相は、交渉が決裂したのではないとして責任を否定した。",
            "交渉が決裂したのではない",
            "責任を否定した",
        ),
        ("ガス供給の停止で、工場は閉鎖に追い込まれた。", "ガス供給の停止", "工場は閉鎖に追い込まれた"),
        ("対立の火種となってきた飛び地を訪れた。", "飛び地", "対立の火種となってきた"),
    ],
)
def test_cause_and_effect_are_told_apart(text: str, cause: str, effect: str) -> None:
    assert (cause, effect) in causes(text)


@pytest.mark.parametrize(
    "text",
    [
        "モロッコにしてみれば、砂漠の帰属は譲れない問題だ。",
        "会議は早ければ今月末に開かれる。",
        "国民は希望を失った。",
        "約束は守らなければならない。",
        "大国間の関係が改善する可能性も否定できない。",
    ],
)
def test_what_only_looks_like_a_cause_is_none(text: str) -> None:
    assert causes(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("チリは港を結ぶための新しい鉄道を敷いた。", "港を結ぶための新しい鉄道"),
        ("両国は漁場を守るための三つの措置を取った。", "漁場を守るための三つの措置"),
    ],
)
def test_a_means_is_named_behind_its_adjective(text: str, quote: str) -> None:
    assert [f.quote for f in claims(text)] == [quote]


def test_what_may_well_come_is_not_denied() -> None:
    (found,) = claims("査察が続けば、合意は崩壊しかねません。")
    assert not found.negated
