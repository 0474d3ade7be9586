"""Views told without a plain verb of saying, and whose they are."""

from __future__ import annotations

import pytest
from japanese_texts import statements


def said(text: str) -> list[tuple[str, str]]:
    return [(f.quote, f.speaker[0][:3] if f.speaker else "") for f in statements(text)]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("エチオピア側は、ダムの貯水は自国の権利だとする立場だ。", "ETH"),
        ("オーストラリアの国防白書は、中国の軍備増強を最大の課題としている。", "AUS"),
        ("ギリシャ政府によれば、調査船は大陸棚を侵犯したという。", "GRC"),
        ("制裁は効果がないというのがイランの論理である。", "IRN"),
        ("スーダンには、水量が減るとの危機感がある。", "SDN"),
        ("カタール政府は、封鎖は国際法違反だと反発を強めている。", "QAT"),
        ("エストニア首相は「隣国は変わらない」と警戒感をあらわにした。", "EST"),
        ("攻撃は外国によるものと考えているイランは、姿勢を硬化させた。", "IRN"),
    ],
)
def test_a_view_belongs_to_the_one_it_is_told_of(text: str, state: str) -> None:
    assert [who for _, who in said(text)] == [state]


def test_a_paper_speaks_for_who_issued_it_though_its_words_name_another() -> None:
    text = "ノルウェーの『防衛レビュー』は、ロシアが北極で影響力を広げ、航路の支配を目指しているとした。"
    assert [who for _, who in said(text)] == ["NOR"]


def test_what_a_thing_is_made_into_is_no_view() -> None:
    assert said("ノルウェーは石油を財政の柱としている。") == []


def test_the_press_as_source_is_no_side() -> None:
    assert said("地元紙によれば、調査船は大陸棚を侵犯したという。") == []


def test_a_view_without_a_subject_goes_on_with_whoever_spoke_before() -> None:
    text = "チリ外相は交渉を続けると述べた。関係の改善につながるとの認識を示した。"
    assert [who for _, who in said(text)] == ["CHL", "CHL"]


@pytest.mark.parametrize(
    "text",
    [
        "「我々は屈しない」。キューバ大統領はこう訴えた。",
        "キューバ大統領は次のように述べた。「我々は屈しない」。",
        "「我々は屈しない」――。キューバ大統領はこう言い切った。",
        "「我々は屈しない」（キューバ外務省報道官）との声が上がる。",
    ],
)
def test_a_quotation_that_stands_alone_has_its_speaker_beside_it(text: str) -> None:
    assert said(text)[0][1] == "CUB"


def test_a_view_on_a_thing_goes_on_with_whoever_spoke_before() -> None:
    text = "チリ外相は交渉を続けると述べた。隣国の立場は信用できないとした。"
    assert said(text)[1] == ("隣国の立場は信用できないとした", "CHL")


def test_a_person_whom_no_gazetteer_knows_speaks_for_himself() -> None:
    text = "インドは反発した。アクバル外務担当国務相は会見し、「発言は未熟だ」と指摘した。"
    assert [f.speaker for f in statements(text) if f.direct] == [("アクバル外務担当国務相",)]
