"""Sides that a phrase tells in passing: who came, who is asked, who shares a deed, whose land it is."""

from __future__ import annotations

from japanese_texts import events, statements

from detente.coding.codes import states_of
from detente.findings import Event


def act(text: str, kind: str) -> Event:
    return next(e for e in events(text) if e.plover == kind)


def test_who_wrote_the_piece_is_no_party_to_it() -> None:
    text = "【ハノイ＝岩田智雄】ベトナムの首相が5日、日本との協定に署名した。日本の支援を歓迎した。"
    welcome = act(text, "SUPPORT")
    assert states_of(welcome.actors) == ("VNM",)
    assert states_of(welcome.targets) == ("JPN",)


def test_a_visitor_told_before_his_office_made_the_visit() -> None:
    visit = next(e for e in events("タイの外相は、訪米したラオスの首相を批判した。") if e.plover == "CONSULT")
    assert states_of(visit.actors) == ("LAO",)
    assert states_of(visit.targets) == ("USA",)


def test_who_is_to_do_what_is_asked_is_asked_it() -> None:
    text = "チリの大統領は、バンコクとハノイを結ぶ鉄道計画の入札に日本が参加するよう申し入れた。"
    assert states_of(act(text, "REQUEST").targets) == ("JPN",)


def test_a_doer_named_once_did_all_that_is_listed() -> None:
    text = "タイは、トルコによるキプロスの占領やリビア西部における民兵への支援を指摘した。"
    assert states_of(act(text, "AID").actors) == ("TUR",)


def test_an_act_against_a_place_is_against_its_state() -> None:
    assert states_of(act("トルコは、ロシアによるクリミア併合を認めない。", "ASSAULT").targets) == ("UKR",)


def test_what_an_asker_wants_a_force_against_is_not_asked() -> None:
    text = "ポーランドは、対ロ抑止力としての米軍の駐留を要請している。"
    assert states_of(act(text, "REQUEST").targets) == ("USA",)


def test_a_meeting_that_there_was_not_is_no_fact() -> None:
    assert not act("タイの首相とラオスの首相との会談はなかった。", "CONSULT").actual


def test_weight_laid_on_relations_is_one_sides_act() -> None:
    weighed = act("モンゴルの大統領は、カナダとの関係を重視する方針を示した。", "SUPPORT")
    assert states_of(weighed.actors) == ("MNG",)
    assert states_of(weighed.targets) == ("CAN",)


def test_an_adjective_turns_a_stance_round() -> None:
    assert act("ドイツはトルコとの関税同盟の拡大に慎重な姿勢を示した。", "REJECT").targets == ("TUR",)
    assert act("ベトナムはフランスとの共同演習に前向きな考えを示した。", "AGREE").targets == ("FRA",)


def test_the_title_of_a_paper_that_is_published_is_no_saying() -> None:
    assert not [
        s for s in statements("ペルー国防省は『基地の恒久的な受け入れに関する提案』を発表した。") if s.direct
    ]
