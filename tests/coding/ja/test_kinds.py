"""Statements, positions, agreements, disputes and outlooks by their mechanisms, on sentences of our own."""

from __future__ import annotations

import pytest
from japanese_texts import found

from detente.coding.ja.readings import romanised
from detente.findings import Agreement, CausalClaim, Dispute, Outlook, Position, Statement


@pytest.mark.parametrize(
    ("text", "speaker", "quote"),
    [
        (
            "インド外務省は、交渉を続けると改めて強調した。",
            "IND/Ministry of External Affairs",
            "交渉を続ける",
        ),
        ("チリは、提案を受け入れる立場を崩していない。", "CHL/Chile", "立場を崩していない"),
        ("ブラジル大統領は、合意は「紙切れ」だと批判した。", "BRA/president", "合意は「紙切れ」だと批判した"),
    ],
)
def test_a_statement_has_its_words_and_its_speaker(text: str, speaker: str, quote: str) -> None:
    (statement,) = found(text, Statement)
    assert isinstance(statement, Statement)
    assert quote in statement.quote
    assert statement.speaker == (speaker,)


def test_words_that_name_nobody_go_to_whoever_spoke_before() -> None:
    first, second = found("ノルウェー外相は「対話が要る」と語った。「制裁は解かない」とも述べた。", Statement)
    assert isinstance(first, Statement)
    assert isinstance(second, Statement)
    assert first.speaker == second.speaker != ()


def test_an_attempt_is_no_statement() -> None:
    assert found("ペルー政府は国境を閉ざそうとした。", Statement) == []


SPEECH = (
    "我が国は、海の安全を守ってまいりました。今後とも、我が国は沿岸国の支援に全力で取り組んでまいります。"
    "各国が力を合わせることが必要です。"
)


def test_the_sentences_of_a_speech_that_commit_are_statements_of_whoever_signs() -> None:
    said = found(f"{SPEECH}\n\n内閣総理大臣・小泉純一郎\n", Statement)
    assert [s.rule for s in said] == ["voice", "voice"]
    assert {s.speaker for s in said if isinstance(s, Statement)} == {("JPN/Koizumi",)}


def test_a_report_about_others_is_no_speech() -> None:
    text = "政府は支援を続けています。各国が力を合わせることが必要です。"
    assert [s for s in found(text, Statement) if s.rule == "voice"] == []


def test_an_announced_act_is_no_position_but_a_demand_is() -> None:
    assert found("ケニア政府は、国境を閉鎖すると発表した。", Position) == []
    (demand,) = found("ケニア政府は、国境を再び開くよう求めた。", Position)
    assert isinstance(demand, Position)
    assert demand.actor.startswith("KEN")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("ペルーとエクアドルは国境線をめぐり、砲火を交えた。", "over"),
        ("ガーナとトーゴの水をめぐる確執は続いた。", "strong"),
        ("ハンガリーは法律は適法だと主張する一方、スロバキアは条約違反だとしている。", "contrary"),
        ("マリ政府はフランスの大使を追放した。", "blow"),
        ("マリ政府はフランスの演習に強く抗議した。", "measure"),
    ],
)
def test_a_dispute_is_found_however_it_is_told(text: str, rule: str) -> None:
    disputes = found(text, Dispute)
    assert [d.rule for d in disputes] == [f"ja.dispute.{rule}"]
    assert all(len(d.parties) == 2 for d in disputes if isinstance(d, Dispute))


def test_a_measure_belongs_to_the_dispute_that_is_named_beside_it() -> None:
    text = "ペルーとエクアドルの国境紛争は長い。ペルーはエクアドルに厳しく抗議した。"
    assert [d.rule for d in found(text, Dispute)] == ["ja.dispute.strong"]


def test_talks_over_a_matter_are_no_dispute() -> None:
    assert found("タイとラオスは架橋をめぐり協議した。", Dispute) == []


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("両国は、2004年に結んだ航空協定を改める。", "2004"),
        ("スペインとモロッコは、2年以内に航路を開くことで合意した。", None),
        ("1867年の樺太仮規則は長続きしなかった。", "absent"),
    ],
)
def test_an_agreement_is_dated_by_its_making_alone(text: str, signed: str | None) -> None:
    made = [a.signed for a in found(text, Agreement) if isinstance(a, Agreement)]
    assert made == ([] if signed == "absent" else [signed])


@pytest.mark.parametrize(
    ("text", "cause", "effect"),
    [
        ("橋は落ちた。このため、両国の貿易は止まった。", "橋は落ちた", "両国の貿易は止まった"),
        ("交渉は決裂した。これは双方の不信が深かったためだ。", "双方の不信が深かった", "交渉は決裂した"),
        ("英国が退いたのは、財政が苦しかったからだ。", "財政が苦しかった", "英国が退いたの"),
    ],
)
def test_cause_and_effect_are_told_also_where_another_clause_tells_them(
    text: str, cause: str, effect: str
) -> None:
    claims = [c for c in found(text, CausalClaim) if isinstance(c, CausalClaim)]
    assert (cause, effect) in {(c.cause, c.effect) for c in claims}


def test_a_condition_holds_across_a_relative_clause() -> None:
    (outlook,) = found("対立が長引けば、来月に予定される会談は開けない可能性がある。", Outlook)
    assert isinstance(outlook, Outlook)
    assert outlook.conditional
    assert outlook.condition == "対立が長引けば"


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("若泉敬", "Wakaizumi (若泉敬)"),
        ("坂本氏", "Sakamoto (坂本氏)"),
        ("呉謙", "呉謙"),
        ("グロッシ", "グロッシ"),
    ],
)
def test_only_japanese_names_are_romanised(name: str, latin: str) -> None:
    assert romanised(name) == latin


@pytest.mark.parametrize(
    "text",
    [
        "チリ大統領は鉱山への対応を巡り、ペルーとの協力が「大切だ」と指摘した。",
        "鉱山をめぐっては、チリとペルーの首脳会談が行われた。",
        "チリとペルーの鉱山提携に関する交渉が進められていた。",
    ],
)
def test_talk_of_a_matter_is_no_dispute(text: str) -> None:
    assert found(text, Dispute) == []


def test_a_few_words_of_standing_apart_take_in_what_they_sum_up() -> None:
    (dispute,) = found("チリ外相は自国の領土だとペルーに反論し、平行線となった。", Dispute)
    assert dispute.quote.startswith("チリ外相")


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("エチオピアと、下流で水源を頼るエジプトが対立している問題で、外相が会談した。", {"ETH", "EGY"}),
        (
            "飛び地を巡り対立してきたアゼルバイジャンとアルメニアが、米国の仲介で和平に向けて前進した。",
            {"AZE", "ARM"},
        ),
        ("漁業権がガーナとトーゴの火種となっている。", {"GHA", "TGO"}),
    ],
)
def test_the_sides_of_a_dispute_are_found_though_told_apart(text: str, parties: set[str]) -> None:
    assert {p for f in found(text, Dispute) if isinstance(f, Dispute) for p in f.parties} == parties


def test_a_sentence_tells_one_dispute_of_a_pair() -> None:
    text = "水利を巡る交渉が長期化するなかで、スーダンとエチオピアは激しく対立してきた。"
    assert [f.rule for f in found(text, Dispute)] == ["ja.dispute.verb"]


def test_a_worry_is_no_dispute() -> None:
    assert found("チリ外相は、ペルーで暴力が拡大すると懸念を表明した。", Dispute) == []


@pytest.mark.parametrize(
    ("text", "signed"),
    [
        ("ポーランドとウクライナは、善隣条約（1992年5月）締結以降、良好な関係を築いてきた。", "1992-05"),
        ("両国は2018年、印パ通商条約締結40周年の節目を迎えた。", "1978"),
        ("トーゴは2030年までにガーナと漁業協定の締結を目標としている。", None),
        ("ガーナとトーゴは2020年3月5日に首都で行われた首脳会談で停戦に合意した。", "2020-03-05"),
        ("ガーナとトーゴは、国境からの部隊の引き離しに合意した。", None),
    ],
)
def test_when_an_agreement_was_made_is_read_beside_its_name(text: str, signed: str | None) -> None:
    assert [f.signed for f in found(text, Agreement) if isinstance(f, Agreement)] == [signed]


def test_a_meeting_to_be_held_is_arranged_not_agreed_on() -> None:
    assert found("ガーナとトーゴは、翌年に首脳会談を開くことで合意した。", Agreement) == []


def test_an_act_that_leaves_its_matter_open_shows_no_dispute() -> None:
    assert found("チリはペルーと交渉した。ペルー外相などは反対する。", Dispute) == []
