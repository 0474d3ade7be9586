"""Japanese events: whose act it is and on whom it falls where another name stands nearer."""

from __future__ import annotations

import pytest
from japanese_texts import Told, act, events, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # of two subjects before a quotation the first says it, the second is what it is about
        (
            "ペルー外務省の報道官は、チリが国境条約の「精神を踏みにじった」と非難した。",
            act("ACCUSE", "PER", "CHL"),
        ),
        ("ペルー外務省は、チリは「約束を破った」と非難。", act("ACCUSE", "PER", "CHL")),
        # a subject before an adjective is the verb's
        ("ケニアがウガンダに厳しい制裁を科した。", act("SANCTION", "KEN", "UGA")),
        ("ウガンダは、ケニアが強い懸念を表明したことに抗議した。", act("PROTEST", "UGA", "KEN")),
        # after what goes on another begins to speak
        (
            "ケニアはウガンダの演習を批判しており、ルワンダは合意を守ると約束した。",
            act("AGREE", "RWA", "KEN"),
        ),
        # a clause that runs on shares the subject told last
        (
            "チリはペルーの提案を拒み、ボリビアがチリ産品に高関税をかけるなどして圧力を強めていた。",
            act("COERCE", "BOL", "CHL"),
        ),
        # a relative clause that lacks its object tells of the one it falls on
        ("カタールは、昨年断交したバーレーンとの国交を回復した。", act("SANCTION", "QAT", "BHR")),
        # a day set off by a comma between a subject and its verb
        ("ケニアが9日、ウガンダに侵攻したことについて、ルワンダは抗議した。", act("PROTEST", "RWA", "KEN")),
        # a measure falls on whoever did what it answers
        ("ケニアが条約を破棄したことを受け、ウガンダは新たな制裁を科した。", act("SANCTION", "UGA", "KEN")),
        # whose deed is judged, before all others named in the phrase
        (
            "チリは、ボリビアに対するペルーの支援に懸念を表明した。",
            act("ACCUSE", "CHL", "PER"),
        ),
        # who is thanked from where
        ("チリはペルーに援助を行った。ペルー政府からは温かい謝意が示された。", act("SUPPORT", "PER", "CHL")),
        # what the topic says of another, who has something
        ("ペルー首相は、チリは約束を守る意思がないと批判した。", act("ACCUSE", "PER", "CHL")),
        # what a topic is told to have in its past
        ("ペルーが協議を求めたが、チリは応じなかった経緯がある。", act("REJECT", "CHL", "PER")),
        # one's own envoy is told what to do
        ("ペルー首相は駐英ペルー大使に対し、抗議するよう命じた。", act("REQUEST", "PER", "PER")),
        # who is held by whom: the holder is no target
        ("ケニア人2人がウガンダ当局に拘束されている問題を協議した。", act("COERCE", "UGA", "KEN")),
    ],
)
def test_names_both_sides(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("チリはペルーを批判した。チリは各国への働きかけを強めた。", act("REQUEST", "CHL")),
        (
            "チリはペルーを批判した。チリは各地の反政府勢力への爆撃を強化した。",
            act("ASSAULT", "CHL"),
        ),
        ("チリはペルーを批判した。チリが周辺の6カ国と調印した文書が公開された。", act("AGREE", "CHL")),
    ],
)
def test_what_falls_on_no_one_state_stays_open(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the one holder of an office that was named
        (
            "麻生外相は、ペルーのガルシア駐日大使に抗議した。大使は「遺憾だ」と謝罪した。",
            act("CONCEDE", "PER", "JPN"),
        ),
        # the standpoint that a label names
        (
            "チリとペルーの境界。チリ側の見解：1952年に境界を画定した。ペルー側の見解：チリの主張を拒否。",
            act("REJECT", "PER", "CHL"),
        ),
        # an office named with として
        (
            "チリとペルーは対立してきた。ペルー大統領として初めてサンティアゴを訪問した。",
            act("CONSULT", "PER", "CHL"),
        ),
        # 両外相 are the two who meet, whoever else is named together
        (
            "日本の岩屋外相とペルーのシアレル外相が会談した。両外相は、中印国境問題について協議した。",
            act("CONSULT", "JPN PER", "JPN PER"),
        ),
    ],
)
def test_takes_up_who_was_named(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_the_name_of_a_body_is_no_meeting() -> None:
    assert all(e.plover != "CONSULT" for e in events("クウェートは湾岸協力会議に加盟した。"))


def test_a_paper_does_nothing_but_report() -> None:
    assert not any("Reuters" in a for e in events("ロイター通信が第一報を世界に伝えた。") for a in e.actors)


def test_a_name_for_several_states_stands_for_each() -> None:
    assert act("SANCTION", "EST LTU LVA", "BLR") in told("バルト三国はベラルーシに制裁を科した。")
    assert act("SANCTION", "DEU FRA GBR", "BLR") in told("英、独、フランスはベラルーシに制裁を科した。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ケニアとウガンダは対立している。ケニアは演習を重ね、ウガンダは抗議した。"
            "ケニアのモンデラ氏は「ウガンダに譲歩しない」と強調した。",
            act("REJECT", "KEN", "UGA"),
        ),
        (
            "ケニアとウガンダは国境で衝突した。ケニアは部隊を送り、ウガンダも応じた。"
            "ルワンダ首相がウガンダを訪問した。ルワンダは両国に停戦を求めた。",
            act("REQUEST", "RWA", "KEN UGA"),
        ),
    ],
)
def test_tells_apart_those_named_beside(text: str, expected: Told) -> None:
    assert expected in told(text)
