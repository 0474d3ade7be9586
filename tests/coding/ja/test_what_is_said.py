"""What a saying, a message or an unnamed deed does between states, on sentences of our own."""

from __future__ import annotations

import pytest

from detente.coding import code
from detente.coding.ja.speech import speech_act
from detente.findings import Event, Statement
from detente.reading import from_text


def events(text: str) -> list[Event]:
    document = from_text(text, name="case", language="ja")
    return sorted((f for f in code(document) if isinstance(f, Event)), key=lambda f: f.start)


def statements(text: str) -> list[Statement]:
    document = from_text(text, name="case", language="ja")
    return sorted((f for f in code(document) if isinstance(f, Statement)), key=lambda f: f.start)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("危機の前の関係に戻し、さらに高めていく", "AGREE"),  # not the crisis
        ("協力の約束を全面的に信頼する", "SUPPORT"),  # not the promise
        ("違反行為に対処するよう求める", "REQUEST"),  # not the breach
        ("建設的でない", "ACCUSE"),
        ("譲歩はしない", "REJECT"),
        ("危機などない", "REJECT"),
        ("戦争は避けなければならない", "REQUEST"),
        ("申し訳ない", "CONCEDE"),
        ("裁判所の管轄には服さない", "REJECT"),
        ("そうは思わない", None),
        ("雪が降った", None),
    ],
)
def test_the_end_of_what_is_said_decides_and_its_denial_turns_it(words: str, kind: str | None) -> None:
    assert speech_act(f"「{words}」") == kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("チリ外相はペルーに対し「漁業協定を停止する」と述べた。", "REJECT"),
        ("チリはペルーとの国境交渉の中断を一方的に宣言した。", "REJECT"),
        ("チリはペルーに、秋の協議には参加しないと通知した。", "REJECT"),
        ("チリはペルーに、三十日以内に釣り場を空けるよう通告した。", "REQUEST"),
        ("チリ外相はペルー外相に、国境での発砲への懸念を伝達した。", "ACCUSE"),
        ("チリとペルーは二十年ぶりに国交を回復した。", "AGREE"),
        ("チリはペルーとの技術協力の枠を閉ざした。", "SANCTION"),
        ("チリは係争地から守備隊をすべて引き払った。", "RETREAT"),
        ("欧州連合（EU）の報道官は、ペルーについて「チリと固く連帯する」と述べた。", "SUPPORT"),
    ],
)
def test_what_is_declared_carried_or_undone_gives_the_type(text: str, kind: str) -> None:
    assert kind in [event.plover for event in events(text)]


def test_forces_that_stand_somewhere_and_mere_unrest_are_no_acts() -> None:
    assert events("チリの海軍の駐留と島での暴動は、長く議論の的になってきた。") == []


def test_any_verb_takes_a_whole_quoted_sentence_as_said() -> None:
    (statement,) = statements("チリ大統領は「ペルーの船は一隻も通さない」と吠えた。")
    assert statement.speaker == ("CHL/president",)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("チリ外相は、ペルーは大切な隣国であり、その役割が強まることを歓迎する旨述べました。", "CHL"),
        ("チリ外相は、ペルーとの交渉は「困難」だが、毎週続いていると述べた。", "CHL"),
        ("チリ外相ガルサは、ペルーに艦隊を退けるよう強く要求した。", "CHL/ガルサ"),
        ("チリ政府は、ペルーとの協定の停止も一方的に表明した。", "CHL"),
        ("チリは、ペルーに対して漁船を返すよう改めて求めた。", "CHL"),
    ],
)
def test_the_outer_topic_says_it(text: str, speaker: str) -> None:
    found = statements(text)
    assert [s.speaker[0].startswith(speaker) for s in found] == [True]


def test_what_two_sides_settle_is_no_statement_but_what_they_hold_is() -> None:
    assert statements("チリとペルーの両首脳は、共同で漁業を管理することを確認した。") == []
    assert len(statements("チリとペルーの両首脳は、互いに脅威ではないことを確認した。")) == 1
