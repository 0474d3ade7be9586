"""What is a statement, a stand or an agreement and what only looks like one, on sentences of our own."""

from __future__ import annotations

import pytest
from japanese_texts import agreements, positions, statements


@pytest.mark.parametrize(
    "text",
    [
        "チリは再三、ペルーに漁船の操業を止めるよう求めてきた。",
        "チリは条約の改定をペルーに働きかけている。",
        "チリ首相が均衡を求めれば、ペルーにも得になる。",
        "チリ政府は、防衛白書でも示したように、太平洋との結び付きを外交の軸とし、隣国とも付き合ってきた。",
    ],
)
def test_conduct_over_time_and_mere_suppositions_are_no_statements(text: str) -> None:
    assert statements(text) == []


def test_a_demand_made_once_is_a_statement() -> None:
    (found,) = statements("チリは14日、ペルーに漁船の操業を止めるよう求めた。")
    assert found.speaker[0].startswith("CHL")


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (
            "チリ外務省は「軍は自制している」と述べ、発砲したのはペルーだと主張。",
            "発砲したのはペルーだと主張",
        ),
        (
            "チリ外務省は「軍は自制している」と述べた。いかなる問題も、話し合いで解決されるべきだとした。",
            "いかなる問題も、話し合いで解決されるべきだとした",
        ),
    ],
)
def test_what_is_said_next_belongs_to_whoever_spoke_before(text: str, last: str) -> None:
    found = statements(text)
    assert found[-1].quote == last
    assert found[-1].speaker[0].startswith("CHL")


def test_a_statement_begins_with_what_is_said() -> None:
    text = (
        "南米の古都で今月開かれた会合に初めて参加したチリ首相は記者団に対し、"
        "隣国との関係を大切にしていく方針を強調した。"
    )
    (found,) = statements(text)
    assert found.quote == "隣国との関係を大切にしていく方針を強調した"


@pytest.mark.parametrize(
    ("text", "stand"),
    [
        ("チリ政府はペルーへの圧力をさらに強める方針だ。", "ペルーへの圧力をさらに強める方針だ"),
        ("チリの外交文書は、ペルーを最大の脅威としている。", "ペルーを最大の脅威としている"),
        ("会合では、チリ代表団が同国の外相の指導の下、ペルーへの敬意を求めた。", "ペルーへの敬意を求めた"),
        ("チリ外相は記者会見で、ペルーの介入などあり得ないと述べた。", "あり得ないと述べた"),
    ],
)
def test_a_policy_a_judgement_and_a_demand_are_stands(text: str, stand: str) -> None:
    assert any(p.quote.endswith(stand) for p in positions(text))


@pytest.mark.parametrize(
    "text",
    [
        "チリ外相は、両国の間に法的な枠組みが存在することを強調した。",
        "チリ外務省は、ペルーの領事1名を国外退去処分とすることを通告した。",
        "チリ首相は、ペルーの選手団に祝意を伝えた。",
        "チリ首相は「ペルーは隣人だ」としたうえで、首都に戻った。",
    ],
)
def test_a_fact_an_announced_act_and_a_courtesy_are_no_stands(text: str) -> None:
    assert positions(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "チリは港の共同利用を受け入れることをペルーに提案した。",
        "チリとペルーは制裁の緩和を一致して求めている。",
        "欧州連合（EU）は首脳会議で、ペルーへの追加制裁で合意した。",
        "チリは超党派合意に基づく外交を目指した。",
        "チリは多国間の枠組みの創設を主張している。",
        "チリ首相は、ペルーとの間で拘束力のある合意を結ぶことが重要だと強調した。",
        "チリは、ダムの運用に関して協定を結ぶべく交渉を続けてきた。",
        "チリ首相は、ペルーと停戦を実現することが不可欠だと述べた。",
    ],
)
def test_what_is_asked_for_or_decided_alone_is_no_agreement(text: str) -> None:
    assert agreements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "チリとペルーの両外相は会談した。双方は、国境の開放に向け連携していくことを確認した。",
        "チリとペルーの両外相は会談した。双方は、秋に漁業交渉を再開することとした。",
        "1929年、チリ・ペルー両国間に協定が結ばれた。",
        "チリとペルーは会談した。川の水の配分を定めた二国間協定は停止されている。",
    ],
)
def test_what_both_sides_resolve_or_have_laid_down_is_an_agreement(text: str) -> None:
    assert len(agreements(text)) == 1


def test_the_ground_of_what_somebody_says_is_no_stand_of_the_author() -> None:
    text = "チリ外相は、航行の安全が重要で、境界を侵すことは許してはならないと指摘した。"
    assert "author" not in [p.actor for p in positions(text)]


def test_a_paper_named_before_speaks_for_itself() -> None:
    text = "共同声明では、チリの侵攻を最も強い言葉で改めて非難し、すべての軍を撤退させるよう求めている。"
    assert ["共同声明"] in [list(s.speaker) for s in statements(text)]


def test_what_a_joint_paper_is_about_is_not_its_party() -> None:
    text = "チリとペルーの両外相は、ボリビア軍の撤退を求める共同声明を発表した。"
    (paper,) = agreements(text)
    assert "BOL" not in paper.parties


def test_a_truce_told_of_again_is_the_same_agreement() -> None:
    text = (
        "チリとペルーは即時停戦で合意した。チリは停戦合意違反だと述べた。両国は7月に即時停戦で合意していた。"
    )
    assert len(agreements(text)) == 1


def test_a_truce_of_another_year_is_another_agreement() -> None:
    text = "チリとペルーは1929年に停戦で合意した。チリとペルーは1941年に再び停戦で合意した。"
    assert len(agreements(text)) == 2
