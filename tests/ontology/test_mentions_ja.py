"""Actors in Japanese text: names, compounds, offices, and the words that only look like states."""

from __future__ import annotations

import pytest

from detente.ontology import Mention, mentions


def found(text: str, date: str | None = None) -> list[tuple[str, tuple[str, ...], str]]:
    return [(text[m.start : m.end], m.actors, m.kind) for m in mentions(text, "ja", date)]


def only(text: str, date: str | None = None) -> Mention:
    (mention,) = mentions(text, "ja", date)
    return mention


@pytest.mark.parametrize(
    "text",
    [
        "日本海で訓練した。",
        "日本時間の正午。",
        "ロシア語を学ぶ。",
        "朝鮮戦争の後。",
        "朝鮮半島の安定。",
        "中国地方の豪雨。",
        "米の価格が上がる。",
        "日中は暑い。",
        "日中に漁をした。",
        "土日に休む。",
        "独立を宣言した。",
        "英語で話す。",
        "中東和平。",
        "モスクワ条約に署名した。",
        "ワシントン条約の附属書。",
        "新米と玄米。",
        "中日ドラゴンズが勝った。",
        "全米で放送された。",
        "16日中に回答する。",
        "タイトル戦。",
        "インド洋の島。",
        "イラク戦争に反対した。",
        "加盟と加入。",
    ],
)
def test_words_that_only_look_like_states(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "surface", "code"),
    [
        ("ベラルーシは同意した。", "ベラルーシ", "BLR"),
        ("インドネシアは同意した。", "インドネシア", "IDN"),
        ("赤道ギニアは同意した。", "赤道ギニア", "GNQ"),
        ("パプアニューギニアは同意した。", "パプアニューギニア", "PNG"),
        ("ナイジェリアは同意した。", "ナイジェリア", "NGA"),
        ("グルジアは同意した。", "グルジア", "GEO"),
        ("ジョージアは同意した。", "ジョージア", "GEO"),
        ("旧ソ連圏の国々。", "旧ソ連圏", "former Soviet states"),
        ("ソ連は同意した。", "ソ連", "USSR"),
        ("ＮＡＴＯは同意した。", "ＮＡＴＯ", "NATO"),
        ("ホワイトハウスは否定した。", "ホワイトハウス", "USA/White House"),
        ("日本経済新聞が報じた。", "日本経済新聞", "JPN/Nihon Keizai Shimbun"),
    ],
)
def test_the_longest_name_wins(text: str, surface: str, code: str) -> None:
    assert found(text)[0][:2] == (surface, (code,))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("露米関係", ("RUS", "USA")),
        ("日米韓の協力", ("JPN", "USA", "KOR")),
        ("日中関係", ("JPN", "CHN")),
        ("日米豪印の会合", ("JPN", "USA", "AUS", "IND")),
        ("印パの対立", ("IND", "PAK")),
        ("中パ経済回廊", ("CHN", "PAK")),
        ("露ウ両国", ("RUS", "UKR")),
        ("米ロ首脳会談", ("USA", "RUS")),
        ("日中国交正常化", ("JPN", "CHN")),
        ("英仏独の提案", ("GBR", "FRA", "DEU")),
        ("日朝平壌会談", ("JPN", "PRK")),
        ("米比相互防衛条約", ("USA", "PHL")),
        ("日伯首脳会談", ("JPN", "BRA")),
        ("米朝首脳会談", ("USA", "PRK")),
        ("中米関係", ("CHN", "USA")),
        ("米イラン協議", ("USA", "IRN")),
        ("日EU定期首脳協議", ("JPN", "EU")),
        ("露トルコ両国の合意", ("RUS", "TUR")),
    ],
)
def test_runs_of_letters_are_joint(text: str, codes: tuple[str, ...]) -> None:
    first = mentions(text, "ja")[0]
    assert (first.actors, first.kind) == (codes, "joint")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("対米政策", "USA"),
        ("訪露の際", "RUS"),
        ("駐日大使館員", "JPN"),
        ("反米感情", "USA"),
        ("訪中した", "CHN"),
        ("訪日中に述べた", "JPN"),
        ("在韓の邦人", "KOR"),
        ("対ロシア制裁", "RUS"),
        ("駐イラクの公館員", "IRQ"),
    ],
)
def test_a_prefix_makes_the_state_an_object(text: str, code: str) -> None:
    first = mentions(text, "ja")[0]
    assert (first.actors, first.role) == ((code,), "object")
    assert first.start == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ロシア国防省は発表した。", "RUS/Ministry of Defence"),
        ("米国務省は発表した。", "USA/State Department"),
        ("米国防総省は発表した。", "USA/Department of Defense"),
        ("米議会は可決した。", "USA/Congress"),
        ("海上保安庁は発表した。", "JPN/Coast Guard"),
        ("人民解放軍は演習した。", "CHN/People's Liberation Army"),
        ("日本政府は抗議した。", "JPN/government"),
        ("グルジア軍は撤退した。", "GEO/army"),
        ("プーチン政権は批判した。", "RUS"),
    ],
)
def test_organs_carry_their_state(text: str, code: str) -> None:
    mention = only(text, "2004")
    assert (mention.actors, mention.kind) == ((code,), "organ")


def test_an_organ_without_a_state_has_no_actor() -> None:
    mention = only("外務省は発表した。")
    assert (mention.actors, mention.kind, mention.name) == ((), "organ", "Foreign Ministry")


def test_an_organ_after_no_takes_the_state_before() -> None:
    assert [a for _, a, _ in found("日本の外務省は発表した。")] == [("JPN",), ("JPN/Foreign Ministry",)]


@pytest.mark.parametrize(
    ("text", "date", "codes"),
    [
        ("露米両大統領は署名した。", "2002-05-24", ("RUS/Putin", "USA/Bush")),
        ("露米両大統領は署名した。", "1996", ("RUS/Yeltsin", "USA/Clinton")),
        ("米大統領は述べた。", "2014", ("USA/Obama",)),
        ("米大統領は述べた。", None, ("USA/president",)),
        ("米国防長官は述べた。", "2003", ("USA/Rumsfeld",)),
        ("韓国防相は述べた。", None, ("KOR/defence minister",)),
        ("ブッシュ大統領は述べた。", "1991", ("USA/Bush",)),
        ("米ブッシュ大統領は述べた。", "2003", ("USA/Bush",)),
        ("ブッシュ米大統領は述べた。", "2003", ("USA/Bush",)),
        ("イワノフ外相は述べた。", "2003", ("RUS/Ivanov",)),
        ("ウラジーミル・プーチン大統領は述べた。", "2003", ("RUS/Putin",)),
        ("麻生太郎外相は抗議した。", "2006-08", ("JPN/Aso",)),
        ("習近平国家主席は述べた。", "2015", ("CHN/Xi",)),
        ("習主席は述べた。", "2015", ("CHN/Xi",)),
        ("サーカシビリ大統領は述べた。", "2008", ("GEO/Saakashvili",)),
        ("シュレーダー独首相は述べた。", "2003", ("DEU/Schroeder",)),
    ],
)
def test_office_holders_are_found_by_the_date(text: str, date: str | None, codes: tuple[str, ...]) -> None:
    mention = only(text, date)
    assert (mention.actors, mention.kind) == (codes, "person")


def test_a_year_in_the_text_goes_before_the_date_of_the_document() -> None:
    assert only("1995年、米大統領は述べた。", "2025").actors == ("USA/Clinton",)
    assert only("米大統領は述べた。", "2025-06").actors == ("USA/Trump",)


def test_an_unlisted_envoy_takes_the_state_named_before() -> None:
    assert found("ロシアのコズロフスキー駐日臨時代理大使に抗議した。") == [
        ("ロシア", ("RUS",), "state"),
        ("コズロフスキー駐日臨時代理大使", ("RUS/コズロフスキー",), "person"),
    ]


def test_a_posting_is_not_the_ambassadors_state() -> None:
    assert [(a, k) for _, a, k in found("駐日ロシア大使が述べた。")] == [
        (("JPN",), "state"),
        (("RUS/ambassador",), "person"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "11日イランは応じた。",
        "協議の中イランは応じた。",
        "在日ブラジル人が集まった。",
        "中波放送が始まった。",
    ],
)
def test_a_letter_that_is_a_word_makes_no_pair(text: str) -> None:
    assert "joint" not in [k for _, _, k in found(text)]


def test_an_office_before_a_meeting_is_not_a_person() -> None:
    assert [(s, k) for s, _, k in found("日米外相会談と露米首脳会談、米大統領選")] == [
        ("日米", "joint"),
        ("露米", "joint"),
        ("米", "state"),
    ]


def test_words_that_take_up_earlier_actors_name_none() -> None:
    assert [(a, k) for _, a, k in found("両国は双方の立場を確認し、両大統領は署名した。")] == [
        ((), "anaphor")
    ] * 3


@pytest.mark.parametrize("side", ["米側", "ロシア側", "日本側"])
def test_a_side_is_a_demonym(side: str) -> None:
    mention = only(f"{side}は反論した。")
    assert (mention.kind, mention.end) == ("demonym", len(side))


def test_a_capital_is_a_state_or_a_place() -> None:
    assert [k for _, _, k in found("モスクワは反発した。モスクワで会談した。")] == ["state", "place"]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("英艦が現れた。", ("GBR",)),
        ("米空母が寄港した。", ("USA",)),
        ("全米兵器展が開かれた。", ()),
        ("若槻内閣は退陣した。", ("JPN/government",)),
        ("連立内閣は退陣した。", ()),
        ("赤軍が進撃した。", ("USSR/Red Army",)),
        ("ハーグの国際司法裁判所が判断した。", ()),
        ("ウリベロス大統領が訪れた。", ()),
    ],
)
def test_arms_cabinets_and_letters_that_begin_a_name(text: str, actors: tuple[str, ...]) -> None:
    assert tuple(a for m in mentions(text, "ja") for a in m.actors) == actors


def test_a_namesake_of_another_state_is_not_the_one_who_is_listed() -> None:
    assert "PSE/Abbas" not in [
        a for m in mentions("スーダンのヤセル・アッバス灌漑相", "ja") for a in m.actors
    ]
    assert "RUS/Putin" in [
        a for m in mentions("ロシアのウラジーミル・プーチン大統領", "ja") for a in m.actors
    ]
