"""What is one stand and what several, what only describes a thing, and stands that a noun tells."""

from __future__ import annotations

import pytest
from japanese_texts import positions, statements


def test_what_is_said_in_one_breath_is_one_stand() -> None:
    text = "チリ外相はペルーの軍拡に懸念を表明し、国境に重火器を置かないよう求めた。"
    assert len(positions(text)) == 1


def test_what_is_told_after_plain_words_is_another_stand() -> None:
    text = "チリ外相は「協定は違法だ」と述べ、撤回を求める考えを示した。"
    assert len(positions(text)) == 2


def test_of_two_sayings_the_one_that_takes_a_stand_by_its_verb_stays() -> None:
    text = "チリ首相は「忌まわしい行為だ」と非難し、国境を全面的に閉鎖するよう警察に命じた。"
    (stand,) = positions(text)
    assert "忌まわしい" in stand.quote


def test_a_protest_made_again_over_the_same_things_is_one_stand() -> None:
    again = "チリ政府は漁船の拿捕と船員の拘束に抗議した。翌年も、チリ政府は漁船の拿捕と船員の拘束に抗議した。"
    assert len(positions(again)) == 1
    other = "チリ政府は漁船の拿捕に抗議した。翌年、チリ政府は国境の灯台建設に抗議した。"
    assert len(positions(other)) == 2


@pytest.mark.parametrize(
    "text",
    ["チリの主張する領海で漁船が拿捕された。", "議題は、チリが追求する二国間関係だった。"],
)
def test_what_only_describes_a_thing_is_no_stand(text: str) -> None:
    assert positions(text) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("地域の安全に対する疑念がチリ政府内で強まっていた。", "CHL"),
        ("チリには隣国を牽制する狙いがある。", "CHL"),
        ("チリはペルーとの関係を強めるのが狙いだ。", "CHL"),
        ("チリは銅の値下げを求めるペルーに不満を募らせている。", "CHL"),
        ("チリはボリビアの反政府勢力を支援している。", "CHL"),
        ("チリとペルーの両首脳は、航行の安全を守ることが重要だとの認識で一致した。", "PER+CHL"),
        ("チリは国境での衝突が起こり得るとの見方を強めている。", "CHL"),
        ("輸出業者からは政府に関係の改善を求める声が相次いだ。", "unnamed"),
        ("隣国との協力の重要性が増している。", "author"),
        ("配備を決めたことに反発するチリは、交流を止めた。", "CHL"),
        ("チリ国防省はこうした動きを否定する声明を発表した。", "CHL/Ministry of Defence"),
        ("チリの外交報告は、ペルーを通信の安全に欠かせないパートナーとしている。", "CHL"),
    ],
)
def test_who_stands_for_what_by_a_noun_or_by_what_lasts(text: str, actor: str) -> None:
    assert actor in [p.actor for p in positions(text)]


def test_haste_that_is_over_is_no_stand() -> None:
    assert positions("チリ首相は交渉の妥結を急いだ。") == []


def test_a_few_words_in_quotation_marks_stand_with_what_they_are_said_of() -> None:
    (stand,) = positions("チリ外務省は「重大な過ちだ」と制裁を非難した。")
    assert stand.quote == "「重大な過ちだ」と制裁を非難した"


def test_a_stand_begins_after_whoever_takes_it() -> None:
    (stand,) = positions("チリ政府のロハス報道官は、停戦につながる取り組みなら歓迎するとした。")
    assert stand.quote.startswith("停戦につながる")


def test_what_a_state_as_a_whole_does_with_a_bare_noun_is_no_statement() -> None:
    assert statements("チリは国境会談の開催を提案した。") == []
    assert len(statements("チリ外相は国境会談の開催を提案した。")) == 1
    assert len(statements("チリはペルーに懸念を表明した。")) == 1


def test_states_by_their_first_letters_stand_with_others() -> None:
    (told,) = statements("チリと英・仏・露・中は合意を維持していくと表明した。")
    assert [s.partition("/")[0] for s in told.speaker] == ["CHL", "GBR", "FRA", "RUS", "CHN"]


def test_whose_doing_is_spoken_of_past_a_pause_is_not_who_speaks() -> None:
    text = (
        "チリ外務省報道官は15日、ペルー外相が漁業問題をめぐり、チリを強く批判したことに対し、"
        "「危険な発言だ」と非難した。"
    )
    told = {s.quote: s.speaker[0].partition("/")[0] for s in statements(text)}
    assert told["「危険な発言だ」"] == "CHL"
    assert told["ペルー外相が漁業問題をめぐり、チリを強く批判した"] == "PER"


def test_a_demand_without_a_subject_is_that_of_whoever_spoke() -> None:
    text = (
        "チリ外相は「結束が重要だ」と強調した。さらに「責任がある」として、ペルー政府に慎重な対応を求めた。"
    )
    assert [s.speaker[0].partition("/")[0] for s in statements(text)] == ["CHL", "CHL"]


@pytest.mark.parametrize("said", ["一貫している", "揺るぎないものだ", "変わらない"])
def test_a_standing_that_does_not_change_is_a_stand(said: str) -> None:
    assert [p.actor for p in positions(f"国境問題でのチリの立場は{said}。")] == ["CHL"]
