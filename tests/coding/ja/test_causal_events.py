"""Causal claims in what happens after what, on sentences of our own."""

from __future__ import annotations

import pytest
from japanese_texts import claims


def _claims(text: str) -> list[tuple[str, str, bool, str]]:
    """Rule, sign, whether denied, and the words of the cause."""
    return [
        (
            f.rule.removeprefix("ja.causal."),
            f.sign,
            f.negated,
            text[slice(*f.cause_span)] if f.cause_span else "",
        )
        for f in claims(text)
    ]


@pytest.mark.parametrize(
    ("text", "rule", "sign", "denied", "cause"),
    [
        ("隣国の威圧は小国を同盟の側に押しやっている。", "deed", "+", False, "隣国の威圧"),
        ("域内の分業が進み、経済に安定をもたらした。", "result", "+", False, "域内の分業が進み"),
        ("チリはペルーの要請に応じて医療団を派遣した。", "reply", "+", False, "ペルーの要請"),
        ("ケニアは国境を侵したソマリアに制裁を科した。", "offence", "+", False, "国境を侵したソマリア"),
        ("増税に反発した市民が議会を襲撃した。", "uptake", "+", False, "増税に反発した"),
        ("漁船が島に近づくと、海軍は警告した。", "trigger", "+", False, "漁船が島に近づく"),
        ("特使が往復したが、停戦には至らなかった。", "vain", "+", True, "特使が往復した"),
        ("主張の隔たりが大きく、妥結する見込みは乏しい。", "state", "-", False, "主張の隔たりが大きく"),
        ("同盟への疑念が強まったことも無視できない。", "weight", "+", False, "同盟への疑念が強まったこと"),
        (
            "背景には、資源の不足に対する住民の不安がある。",
            "noun.背景",
            "+",
            False,
            "資源の不足に対する住民の不安",
        ),
        ("タイは、財政の現状に鑑み、購入を見送った。", "uptake", "-", False, "財政の現状に鑑み"),
    ],
)
def test_what_follows_from_what(text: str, rule: str, sign: str, denied: bool, cause: str) -> None:
    assert (rule, sign, denied, cause) in _claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "両国の首脳会談は東京で行われた。",
        "ガーナは提案に対して反対した。",
        "代表団は首都に着くと、大使館に入った。",
        "交渉は難しいが、代表団は帰国していない。",
        "共同声明は協力の分野を示している。",
    ],
)
def test_what_only_stands_beside(text: str) -> None:
    assert _claims(text) == []


def test_a_cause_with_two_results_makes_two_claims() -> None:
    text = "洪水により、チリの鉱山が操業を止め、ペルーの工場は閉鎖された。"
    assert {claim.quote[-4:] for claim in claims(text)} == {"業を止め", "鎖された"}


def test_what_a_thing_gains_itself_is_no_effect() -> None:
    assert _claims("チリとペルーの関係は緊張を増した。") == []


def test_who_tells_of_it_is_no_cause() -> None:
    assert _claims("チリの政府筋によりますと、交渉は終わったということです。") == []
