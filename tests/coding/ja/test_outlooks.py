"""Outlooks: what looks forward and what does not, and which condition is stated."""

from __future__ import annotations

import pytest

from detente.coding.ja.draft import Draft
from detente.coding.ja.outlooks import outlooks
from detente.coding.ja.sentence import parse_sentence


def found(text: str) -> list[Draft]:
    return outlooks(parse_sentence(text))


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("国境で再び衝突が起きる可能性がある。", False),
        ("両国の協議が年内に再開されるとは考えにくい。", False),
        ("漁業交渉が決裂する恐れがある。", False),
        ("捕虜の引き渡しのめどは立っていない。", False),
        ("合意が守られるという保証はない。", False),
        ("今後も両国の摩擦は続くであろう。", False),
        ("両国はいずれ国交を回復する。", False),
        ("輸出規制が解除されれば、両国の貿易は拡大する見通しだ。", True),
        ("相手国が査察を受け入れない限り、制裁は解除されないだろう。", True),
        ("その際、両国は新たな軍拡競争に陥るかもしれない。", True),
        ("外相は、挑発が続けば断固たる措置を取ると警告した。", True),
        ("景気の減速が長引けば、チリは隣国との安定を優先せざるを得なくなるだろう。", True),
        ("侵攻が始まれば、国民が反発し過激化することが懸念された。", True),
        ("そうなれば、両国は核実験に踏み切る可能性がある。", True),
        ("チリだけが権利を主張すると、指導性が疑われる可能性がある。", True),
        ("両国の立場を考慮すれば、交渉が決裂する恐れがある。", False),
        ("漁業交渉の妥結には時間がかかりそうです。", False),
        ("両国の関係は冷え込みそうだ。", False),
        ("両国軍が衝突する恐れも指摘された。", False),
        ("首脳会談は9日か10日に行われる。", False),
    ],
)
def test_what_looks_forward_is_found(text: str, conditional: bool) -> None:
    assert [d.fields["conditional"] for d in found(text)] == [conditional]


@pytest.mark.parametrize(
    "text",
    [
        "両国は1972年に国交を正常化した。",
        "首相は昨日、大使と会談した。",
        "外務省は、工作員が事件に関与した可能性が高いと指摘した。",
        "国連が役割を十分に果たしているとは言い難い。",
        "両国は長い国境線で接している。",
        "議会は条約を批准した。",
        "いずれにせよ、チリはペルーと協議した。",
        "チリ外相は、協議を続けると約束した。",
        "チリは引き続き難民を受け入れる。",
        "国境の部隊がにらみ合いを続け、今後の見通しもないまますでに半年近く経つ。",
        "チリ首相は関係を強化したいとの意向を示した。",
    ],
)
def test_what_does_not_look_forward_is_left(text: str) -> None:
    assert found(text) == []


def test_the_span_reaches_from_the_condition_to_the_consequence() -> None:
    text = "輸出規制が解除されれば、両国の貿易は拡大する見通しだ。"
    (outlook,) = found(text)
    assert outlook.start == 0
    begin, end = outlook.fields["condition_span"]
    assert text[begin:end].startswith("輸出規制が解除されれ")


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("最悪の場合、両国は軍事衝突に至る。", True),
        ("第一のシナリオでは、政権が倒れ、反政府勢力が首都を掌握する。", True),
        ("有力なシナリオは、紛争の凍結である。", False),
        ("仮に停戦が実現しても、領土問題は残る。", True),
        ("停戦が実現したとしても、戦闘の再燃は避けられない。", True),
        ("短期的には輸出国が優位に立つ。", False),
        ("報告書は、戦争で艦船の半数が失われると試算した。", False),
        ("両国関係の悪化は避けられない。", False),
        ("制裁の強化は必至だ。", False),
        ("和平の実現は難しいだろう。", False),
    ],
)
def test_what_happens_in_a_case_or_is_sure_to_come_is_an_outlook(text: str, conditional: bool) -> None:
    assert [d.fields["conditional"] for d in found(text)] == [conditional]


@pytest.mark.parametrize(
    "text",
    [
        "侵攻の際に、隣国は住民を受け入れ、国境を閉ざした。",
        "演習では、両軍が補給の手順を確認した。",
        "当時の交渉は困難だ。",
    ],
)
def test_a_case_of_the_past_and_a_bare_judgement_are_no_outlook(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text", ["チリは隣国の動きを注視しなければなりません。", "チリは隣国の動きを注視せねばなりません。"]
)
def test_a_polite_duty_states_no_condition(text: str) -> None:
    assert not found(text)


@pytest.mark.parametrize(
    "text", ["首脳会談は毎年9月に行われる。", "輸出規制への懸念が強まる中、チリは融和を説いた。"]
)
def test_what_comes_every_year_or_is_feared_meanwhile_is_none(text: str) -> None:
    assert not found(text)
