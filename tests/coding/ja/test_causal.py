"""Causal claims: one sentence a rule, and sentences that hold none."""

from __future__ import annotations

import pytest

from detente.coding.ja.causal import causal_claims
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.draft import Draft
from detente.coding.ja.sentence import parse_sentence

ACTORS = ("政府", "首相", "大統領", "インド", "中国", "日本", "韓国", "英国", "両国", "政権", "軍")


def is_actor(chunk: Chunk) -> bool:
    return chunk.text.endswith(ACTORS)


def claims(text: str) -> list[Draft]:
    return causal_claims(parse_sentence(text), is_actor)


@pytest.mark.parametrize(
    ("text", "rule", "sign"),
    [
        ("国境での衝突が両国関係の悪化をもたらした。", "verb", "+"),
        ("関税の引き上げは両国の貿易を阻害している。", "verb", "-"),
        ("金融危機は中国の対印政策を一変させた。", "causative", "+"),
        ("1962年の戦争は、両国の不信の原因となった。", "noun.原因", "+"),
        ("核実験は地域の安定に深刻な影響を与えた。", "noun.影響", "+"),
        ("領土問題が条約交渉の障害となっている。", "noun.障害", "-"),
        ("燃料費の高騰により、両国の協議が再開された。", "case.よって", "+"),
        ("インドは安全保障を理由に中国企業の投資を制限した。", "case.理由に", "+"),
        ("韓国側が謝罪を求めたため、会談は延期された。", "link.ため", "-"),
        ("英国は、合意が守られていないとして協議を打ち切った。", "ground", "+"),
        ("政府は、報復として外交官10人を追放した。", "return", None),
        ("追加の挑発があれば、両国関係は後戻りできなくなるかもしれない。", "condition", None),
        ("このため、首脳会談は見送られた。", "opener", "-"),
        ("相互の信頼は、国境地帯の安定に不可欠である。", "need", "+"),
    ],
)
def test_each_rule_finds_its_sentence(text: str, rule: str, sign: str | None) -> None:
    found = claims(text)
    if rule == "return":  # 報復 without what it answers states no cause
        assert found == []
        return
    assert [d for d in found if d.rule.startswith(f"ja.causal.{rule}")], [d.rule for d in found]
    if sign is not None:
        assert {d.fields["sign"] for d in found} == {sign}


def test_an_act_of_return_names_what_it_answers() -> None:
    (found,) = claims("英国は、制裁への報復として、外交官10人を追放した。")
    assert found.rule == "ja.causal.return"


@pytest.mark.parametrize(
    "text",
    [
        "インドと中国は国境を接する。",
        "両国は協力関係を強化した。",
        "首相は今月中にも訪中する。",
        "評価は論者によって異なる。",
        "日本政府は外交ルートを通じて抗議した。",
        "両国は、査察団を受け入れることで合意した。",
        "首相は平和が重要だと述べた。",
        "この都市は古くから貿易で栄えた。",
    ],
)
def test_no_claim_is_found_where_none_is_made(text: str) -> None:
    assert claims(text) == []


def test_a_denied_link_keeps_its_sign() -> None:
    (found,) = claims("この事件は両国関係の悪化をもたらすものではない。")
    assert (found.fields["negated"], found.fields["sign"]) == (True, "+")


def test_a_cause_that_keeps_something_from_happening_has_the_sign_minus() -> None:
    (found,) = claims("両国の対立により、合意は成立しなかった。")
    assert (found.fields["negated"], found.fields["sign"]) == (False, "-")


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("国境での衝突が両国関係の悪化をもたらすかもしれない。", True),
        ("国境での衝突が両国関係の悪化をもたらすとの見方がある。", True),
        ("国境での衝突が両国関係の悪化をもたらした。", False),
    ],
)
def test_hedges_reach_the_claim(text: str, hedged: bool) -> None:
    assert [d.fields["hedged"] for d in claims(text)] == [hedged]


def test_spans_lie_in_the_sentence_and_offsets_move_with_it() -> None:
    text = "関税の引き上げは両国の貿易を阻害している。"
    here, there = claims(text), causal_claims(parse_sentence(text, 100), is_actor)
    assert [(d.start + 100, d.end + 100) for d in here] == [(d.start, d.end) for d in there]
    assert all(0 <= d.start < d.end <= len(text) for d in here)
