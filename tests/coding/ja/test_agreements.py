"""Agreements by their mechanisms, on sentences of our own: how they are named, taken up, made and by whom."""

from __future__ import annotations

import pytest
from japanese_texts import agreements

from detente.findings import Agreement


def steps(agreement: Agreement) -> list[str]:
    return [step.event for step in agreement.status_events]


def test_a_name_repeated_by_its_end_is_the_same_agreement() -> None:
    (deal,) = agreements("チリとペルーは2011年に海洋漁業協定を締結した。ペルーはこの漁業協定から離脱した。")
    assert deal.signed == "2011"
    assert "ended" in steps(deal)


def test_a_treaty_set_apart_from_the_one_before_is_another() -> None:
    text = "チリとペルーは2011年に友好漁業協定を締結した。チリは個別の漁業協定に署名した。"
    assert len(agreements(text)) == 2


def test_what_is_done_on_the_ground_of_an_agreement_is_no_step_of_it() -> None:
    found = agreements("タイとラオスは、ノンカイ合意に基づき、2004年5月に国境条約を締結した。")
    assert {a.name: a.signed for a in found} == {"ノンカイ合意": None, "国境条約": "2004-05"}


def test_a_date_that_runs_into_a_name_is_no_part_of_it() -> None:
    (treaty,) = agreements("両国の合意は翌年3月チリ・ペルー平和条約として結実した。")
    assert treaty.quote == treaty.name == "チリ・ペルー平和条約"


def test_a_clause_before_the_states_of_a_treaty_tells_when_it_was_made() -> None:
    (treaty,) = agreements("2月に調印されたタイとラオスの国境条約は、両国を近づけた。")
    assert "signed" in steps(treaty)


@pytest.mark.parametrize("text", ["チリは、ACSAを破棄した。", "チリとペルーはACSAに署名した。"])
def test_letters_name_an_agreement_whose_fate_is_told(text: str) -> None:
    (known,) = agreements(text)
    assert known.name == "ACSA"


def test_negotiation_about_a_treaty_makes_none() -> None:
    assert agreements("チリとペルーの平和条約交渉は難航した。") == []


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("チリ外相はペルー外相と会談し、国境の地雷を撤去することで一致した。", {"CHL", "PER"}),
        ("タイとラオスが戦った国境で、12月、休戦となった。", {"THA", "LAO"}),
    ],
)
def test_a_commitment_has_both_sides(text: str, parties: set[str]) -> None:
    (commitment,) = agreements(text)
    assert set(commitment.parties) == parties


def test_a_declaration_as_the_ground_of_a_commitment_leaves_it_standing() -> None:
    text = "チリとペルーの両首脳は、1998年のリマ共同宣言を基礎として国境を開くことで合意した。"
    assert any("合意した" in a.quote for a in agreements(text))
