"""Japanese events: sides and types where grammar or the sentences before have to tell them."""

from __future__ import annotations

import pytest
from japanese_texts import Told, act, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an attempt is one predicate, its subject and objects are its own
        (
            "イタリアは、トルコ政府がリビアとの交渉を始めようとしたことに抗議した。",
            act("PROTEST", "ITA", "TUR"),
        ),
        # a relative clause under a noun that the topic is
        ("ペルーは1999年にチリを承認した最初の国となった。", act("SUPPORT", "PER", "CHL")),
        # whom a relative clause with its own subject acts on
        ("ロシアは、フランスが支援するマリに圧力をかけた。", act("AID", "FRA", "MLI")),
        # a に of time beside another に
        ("エジプトは、トルコが昨年5月にリビアに部隊を派遣したことに抗議した。", act("PROTEST", "EGY", "TUR")),
        # a clause that only defines its noun takes no subject
        (
            "ヨルダンは、イランが軍事施設を標的としたミサイルを発射したことに反発した。",
            act("ACCUSE", "JOR", "IRN"),
        ),
        # who shows an intent stands with what he intends
        ("カナダがメキシコに追加関税をかける方針を示した。", act("SANCTION", "CAN", "MEX")),
        # who speaks with から
        ("インドの首相から、日本の支援に謝意を表した上で、協力を求めた。", act("SUPPORT", "IND", "JPN")),
        # who is blamed did it
        ("ギリシャは、協定に違反したとしてトルコを批判した。", act("REJECT", "TUR", "GRC")),
        # what somebody calls unacceptable
        ("ベトナム側は、中国側の措置は受け入れられないとして抗議した。", act("REJECT", "VNM", "CHN")),
        # a state beside states in the plural
        ("米国と同盟国はイラクに経済封鎖を敷いた。", act("SANCTION", "USA", "IRQ")),
        # a verb that is no particle, a letter that is no state
        ("コロンビアのペトロ大統領は、英国企業を制裁対象に加えた。", act("SANCTION", "COL", "GBR")),
        # one's own envoy
        ("ボリビアは駐米大使を召還した。", act("PROTEST", "BOL", "USA")),
        # the deed by which somebody suffers
        ("マリ軍の攻撃でモーリタニア人が殺害された。", act("ASSAULT", "MLI", "MRT")),
        # an envoy summoned
        ("タイの外相はカンボジアの大使を呼び、説明を求めた。", act("PROTEST", "THA", "KHM")),
        # who demonstrates is told by the place
        ("スペインの決定に対して、モロッコでは激しい反対運動が起こった。", act("PROTEST", "MAR", "ESP")),
    ],
)
def test_clauses_tell_their_sides(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("フランスのロシア制裁が強まった。", act("SANCTION", "FRA", "RUS")),
        ("チリからの移民への入国制限を、ペルーは撤廃した。", act("CONCEDE", "PER", "CHL")),
        ("イスラエルによるイラン核施設への攻撃が続いた。", act("ASSAULT", "ISR", "IRN")),
        ("これはハリス米副大統領のベトナム訪問である。", act("CONSULT", "USA", "VNM")),
        ("キューバへのソ連のミサイル配備は、世界に衝撃を与えた。", act("MOBILIZE", "USSR", "CUB")),
        ("インドはパキスタンに条約の履行停止を通告した。", act("REJECT", "IND", "PAK")),
        ("トルコはスウェーデンへの制裁再開を表明した。", act("SANCTION", "TUR", "SWE")),
        ("ノルウェーはEU産チーズの輸入を停止した。", act("SANCTION", "NOR", "EU")),
        ("1979年のソ連のアフガニスタン軍事侵攻を機に、関係は冷えた。", act("ASSAULT", "USSR", "AFG")),
    ],
)
def test_nouns_tell_their_sides(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("米国のトランプ大統領は、中国に対する「相互関税」を発表した。", act("SANCTION", "USA", "CHN")),
        ("日本の外相はインドの外相と電話会談をした。", act("CONSULT", "IND JPN", "IND JPN")),
        ("米国とキューバの首脳会談は中止となった。", act("REJECT", "CUB USA", "CUB USA")),
        ("中国は韓国製品への輸入規制を昨年7月から順次発動。", act("SANCTION", "CHN", "KOR")),
        ("日本政府は、ロシアに対する輸出禁止措置を閣議了解した。", act("SANCTION", "JPN", "RUS")),
        ("ブラジルはフランスの決定に遺憾の意を表明した。", act("ACCUSE", "BRA", "FRA")),
        ("英国は、イラン外交官3人を国外追放処分とした。", act("SANCTION", "GBR", "IRN")),
    ],
)
def test_light_verbs_and_decisions_tell_acts(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what others agreed on is judged
        (
            "エチオピアとエリトリアは停戦に合意した。日本の外相は、停戦合意を歓迎した。",
            act("SUPPORT", "JPN", "ERI ETH"),
        ),
        # 同国 within the sentence
        ("カナダはベラルーシを非難し、同国への援助を停止した。", act("SANCTION", "CAN", "BLR")),
        # this answers whom the sentence before was about
        (
            "セルビアはコソボ国境に軍を集めた。アルバニアは撤収を求めた。これに対しセルビアは報復を警告した。",
            act("THREATEN", "SRB", "ALB"),
        ),
        # who lifts a sanction imposed it
        ("EUはミャンマーに制裁を科した。制裁は翌年解除された。", act("CONCEDE", "EU", "MMR")),
        # a first name with 氏
        (
            "韓国の文在寅大統領は、北朝鮮の金正恩委員長と会談した。正恩氏は米国を批判した。",
            act("ACCUSE", "PRK", "USA"),
        ),
        # whom one attacked before
        (
            "イラクはクウェートに侵攻した。イランは中立を保った。翌日、イラクは首都を占領した。",
            act("ASSAULT", "IRQ", "KWT"),
        ),
        # a retort is to whom the sentence before was about
        (
            "ケニアはソマリアの船を拿捕した。エジプトは合意違反だと批判した。ケニアは事実無根だと反論した。",
            act("ACCUSE", "KEN", "EGY"),
        ),
        # the same sentence has told who is acted against
        (
            "日本と英国は同盟を結んだ。日本はロシア艦隊を奇襲し、10日に宣戦布告した。",
            act("ASSAULT", "JPN", "RUS"),
        ),
    ],
)
def test_what_was_said_before_tells_the_other_side(text: str, expected: Told) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    ("text", "plover"),
    [
        ("この条約がドイツの軍拡を促した。", "REQUEST"),
        ("日本は選択を迫られた。", "REQUEST"),
        ("ソマリアとケニアが領有権を主張している。", "REJECT"),
        ("日韓の貿易紛争が続いた。", "ASSAULT"),
        ("ブラジルは報復措置を講じる姿勢を示した。", "AGREE"),
    ],
)
def test_what_is_no_act_of_the_type(text: str, plover: str) -> None:
    assert plover not in {kind for kind, _, _ in told(text)}


def test_a_gathering_is_not_that_of_the_pair_named_most() -> None:
    text = "日本では円安が進む。米国は暑い。フランスは寒い。インドは雨だ。9月に未来サミットが開催された。"
    found = [sides for kind, *sides in told(text) if kind == "CONSULT"]
    assert found == [[(), ()]]


def test_military_matters_are_no_army() -> None:
    assert act("ASSAULT", "RUS", "GEO") in told("2008年のロシアのジョージア軍事侵攻の後、対話は途絶えた。")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a capital stands for its state whatever its particle, also in the sentence before
        (
            "ある島に兵を潜ませようとしたマニラの計画が明るみに出た。マレーシアは関与を批判した。",
            act("ACCUSE", "MYS", "PHL"),
        ),
        # a bare ministry that opens a Japanese text is Japan's
        ("外務省は、ベトナムに医療機材を供与した。", act("AID", "JPN", "VNM")),
        # a state's letter before its men
        ("ベトナムは米水兵3名の拘束を批判した。", act("ACCUSE", "VNM", "USA")),
        # a name in kanji is no Brazilian's, a name in katakana no Japanese's
        ("ブラジルは関税を引き上げた。村木財務相は撤回を要求した。", act("REQUEST", "JPN", "BRA")),
        ("岸内閣はインドネシアを批判した。", act("ACCUSE", "JPN", "IDN")),
    ],
)
def test_who_is_meant_by_a_capital_a_letter_or_a_name(text: str, expected: Told) -> None:
    assert expected in told(text)


def test_what_is_brought_before_a_forum_is_brought_against_the_other_of_the_pair() -> None:
    text = "豪州はチリ産果物の輸入を禁じた。チリはWTOに審理の開始を要請した。"
    assert act("REQUEST", "CHL", "AUS") in told(text)
