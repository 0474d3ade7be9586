"""Japanese events: sides by grammar, modality, what is no event, repeated mentions."""

from __future__ import annotations

from collections import Counter

import pytest
from japanese_texts import events

from detente.coding.codes import states_of
from detente.coding.ja.memory import Memory
from detente.coding.ja.pairs import Pairs
from detente.findings import Event


def one(text: str, plover: str) -> Event:
    found = [e for e in events(text) if e.plover == plover]
    assert len(found) == 1, [(e.plover, e.quote) for e in events(text)]
    return found[0]


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("中国は、米国が台湾に戦闘機を売却したことに抗議した。", "PROTEST", {"CHN"}, {"USA"}),
        ("パキスタン軍に拘束されたインドの操縦士が帰国した。", "COERCE", {"PAK"}, {"IND"}),
        ("ケニアは、チャド軍が侵入し、町を占拠していると主張した。", "COERCE", {"TCD"}, {"KEN"}),
        ("ペルーとチリの関係は急速に冷え込んだ。", "REJECT", {"PER", "CHL"}, {"PER", "CHL"}),
        ("ガーナの大統領は、協議のため訪れたトーゴで記者会見した。", "CONSULT", {"GHA"}, {"TGO"}),
        ("タイ政府はラオス産ワインに「反ダンピング保証金」を課した。", "SANCTION", {"THA"}, {"LAO"}),
        ("中国はノルウェー産サーモンの検疫を厳しくした。", "SANCTION", {"CHN"}, {"NOR"}),
        ("ナイジェリア大統領はベナン大統領を「操り人形」と呼んだ。", "ACCUSE", {"NGA"}, {"BEN"}),
        ("ペルーはチリに歩み寄った。", "SUPPORT", {"PER", "CHL"}, {"PER", "CHL"}),
        ("タイとラオスは互いに外交官を追放した。", "SANCTION", {"THA", "LAO"}, {"THA", "LAO"}),
        ("タイは、ラオスが発砲したとして「違法だ」と非難する声明を出した。", "ACCUSE", {"THA"}, {"LAO"}),
        ("スウェーデンのNATO加盟（2024年）は転機となった。", "AGREE", {"SWE"}, {"NATO"}),
        ("英国からケニアへの新規投資の全面禁止が波紋を広げた。", "SANCTION", {"GBR"}, {"KEN"}),
        ("ペルーはチリ製品の禁輸で報復した。", "SANCTION", {"PER"}, {"CHL"}),
        ("フィンランドは自国民をめぐりエストニアを裁判所に訴えた。", "ACCUSE", {"FIN"}, {"EST"}),
        ("オランダはベルギー企業に賠償を命じた。", "COERCE", {"NLD"}, {"BEL"}),
        ("米国から資金の援助を受けたウクライナは勝利を誓った。", "AID", {"USA"}, {"UKR"}),
        ("英国による中国への攻撃が始まった。", "ASSAULT", {"GBR"}, {"CHN"}),
        ("フランスの大統領は、ドイツに協力を求めた。", "REQUEST", {"FRA"}, {"DEU"}),
        ("日韓外相会談がソウルで開かれた。", "CONSULT", {"JPN", "KOR"}, {"JPN", "KOR"}),
        ("英国とフランスの間で戦闘が続いた。", "ASSAULT", {"GBR", "FRA"}, {"GBR", "FRA"}),
        ("日本は米国とともに北朝鮮を非難した。", "ACCUSE", {"JPN", "USA"}, {"PRK"}),
        ("韓国に対する日本の制裁が続いた。", "SANCTION", {"JPN"}, {"KOR"}),
        ("インドはパキスタンへの援助の停止を米国に要求した。", "REQUEST", {"IND"}, {"USA"}),
    ],
)
def test_particles_and_modifiers_give_both_sides(
    text: str, plover: str, actors: set[str], targets: set[str]
) -> None:
    found = [e for e in events(text) if e.plover == plover]
    sides = [(set(states_of(e.actors)), set(states_of(e.targets))) for e in found]
    assert (actors, targets) in sides, sides


@pytest.mark.parametrize(
    ("text", "plover", "modality", "actual"),
    [
        ("米国はイランを攻撃した。", "ASSAULT", "asserted", True),
        ("米国はイランを攻撃する可能性がある。", "ASSAULT", "hypothetical", False),
        ("米国がイランを攻撃すれば、交渉は終わる。", "ASSAULT", "hypothetical", False),
        ("米国はイランを攻撃していない。", "ASSAULT", "denied", False),
        ("米国がイランを攻撃するとは考えにくい。", "ASSAULT", "predicted-not", False),
        ("米国の大統領は来月、中国を訪問する予定だ。", "CONSULT", "scheduled", False),
        ("米国の大統領は中国を訪問する方針だ。", "CONSULT", "planned", False),
        ("米国は条約を批准しなかった。", "REJECT", "asserted", True),
    ],
)
def test_modality(text: str, plover: str, modality: str, actual: bool) -> None:
    found = one(text, plover)
    assert (found.modality, found.actual) == (modality, actual)


@pytest.mark.parametrize(
    "text",
    [
        "日本の国内総生産は前年比2％増えた。",
        "警視庁は強盗の疑いで住所不定の男を取り調べている。" * 0
        + "東京で開かれた大会で日本代表がブラジルに勝った。",
        "両国の関係は世界の安定に重要な意味を持つ。",
        "この問題は日中関係に大きな影響を与えた。",
        "議長は会議で重要な役割を果たした。",
    ],
)
def test_states_of_affairs_and_domestic_matters_are_no_events(text: str) -> None:
    assert events(text) == []


def test_the_subject_of_a_chain_is_shared() -> None:
    found = events("韓国政府は日本の決定を批判し、撤回を要求した。")
    assert [(e.plover, states_of(e.actors), states_of(e.targets)) for e in found] == [
        ("ACCUSE", ("KOR",), ("JPN",)),
        ("REQUEST", ("KOR",), ("JPN",)),
    ]


def test_both_countries_are_the_pair_named_before() -> None:
    found = events("米中の外相が会談した。両国は貿易協定に署名した。")
    assert {e.plover: set(states_of(e.actors)) for e in found} == {
        "CONSULT": {"USA", "CHN"},
        "AGREE": {"USA", "CHN"},
    }


def test_the_same_act_told_twice_is_one_event() -> None:
    text = "ソ連は1939年11月、フィンランドに侵攻した。ソ連によるフィンランド侵攻は国際社会に衝撃を与えた。"
    assert [e.plover for e in events(text)].count("ASSAULT") == 1


def test_acts_of_different_dates_stay_apart() -> None:
    text = "日韓両国の首脳は2018年5月に会談した。日韓両国の首脳は2019年12月に会談した。"
    assert [e.date for e in events(text)] == ["2018-05", "2019-12"]


def test_what_is_said_is_an_act_too() -> None:
    found = one("日中関係について、中国の外相は「日本は重要なパートナーである」と述べた。", "SUPPORT")
    assert (states_of(found.actors), states_of(found.targets)) == (("CHN",), ("JPN",))


def test_words_of_a_quotation_are_no_events_of_the_text() -> None:
    found = events("中国の外相は「攻撃も制裁も許されない」と述べた。")
    assert not {e.plover for e in found} & {"ASSAULT", "SANCTION"}


def test_a_quotation_that_tells_what_a_state_did_is_the_speakers_telling() -> None:
    attack = one("中国の外相は「米国はイランを攻撃した」と述べた。", "ASSAULT")
    assert (attack.actors, attack.targets, attack.holder) == (("USA",), ("IRN",), "CHN/foreign minister")
    assert attack.rule.endswith(", quoted")


def test_conduct_without_an_entry_is_found_by_its_subject_and_typed_by_its_words() -> None:
    found = events("北朝鮮は9日、韓国との全ての通信線を切り離した。")
    assert [(e.plover, e.actors) for e in found if e.rule.startswith("conduct")] == [("NONE", ("PRK",))]
    assert events("カナダの国土は日本の26倍に及び、北部にはツンドラが広がっている。") == []


@pytest.mark.parametrize(
    ("text", "plover", "actors", "targets"),
    [
        ("米国は中国製電気自動車への関税を引き上げた。", "SANCTION", ("USA",), ("CHN",)),
        ("1873年、朝鮮側は日本の国書の受け取りを拒んだ。", "REJECT", ("KOR",), ("JPN",)),
        ("清は1884年、フランスに宣戦した。", "ASSAULT", ("CHN",), ("FRA",)),
    ],
)
def test_origins_and_old_names_give_sides(
    text: str, plover: str, actors: tuple[str, ...], targets: tuple[str, ...]
) -> None:
    found = one(text, plover)
    assert (states_of(found.actors), states_of(found.targets)) == (actors, targets)


def test_who_acts_about_an_attack_acts_against_the_attacker_or_for_the_attacked() -> None:
    text = "イラクはクウェートに侵攻した。英国は強く非難した。エジプトは援軍を送った。"
    found = {e.plover: e.targets for e in events(text)}
    assert (found["ACCUSE"], found["AID"]) == (("IRQ",), ("KWT",))


def test_the_dead_of_an_attack_told_before_died_by_it() -> None:
    found = events("トルコ軍はシリアの基地を砲撃した。その砲撃で兵士3人が死亡した。")
    dead = next(e for e in found if e.rule.startswith("assault.casualties"))
    assert (states_of(dead.actors), states_of(dead.targets)) == (("TUR",), ("SYR",))


def test_each_coordinated_document_is_signed() -> None:
    found = events("日本とロシアは、漁業協定と投資協定に署名した。")
    assert [e.plover for e in found] == ["AGREE", "AGREE"]


def test_the_pair_of_a_text_must_stand_out() -> None:
    told = Pairs(Counter(JPN=4, CHN=3, USA=1), {(): Counter(JPN=4, CHN=3, USA=1)}, {0: Counter(JPN=4, CHN=3)})
    assert told.of((), 0)[0] == ("JPN", "CHN")
    mixed = Counter(JPN=2, CHN=2, USA=2, RUS=2)
    assert Pairs(mixed, {(): mixed}, {0: mixed}).of((), 0)[0] == ()
    assert Memory(dyad=("JPN", "CHN")).other_side(("CHN/Wang Yi",)) == ("JPN",)
    assert Memory(dyad=("JPN", "CHN")).other_side(("USA",)) == ()


def test_a_paragraph_about_two_other_states_speaks_of_its_own_pair() -> None:
    found = events(
        "日本と中国の外相が会談した。日本は中国に抗議した。中国は日本に反論した。\n\n"
        "インドはパキスタンの基地を空爆した。両国は大使を召還した。"
    )
    recalled = next(e for e in found if e.plover == "PROTEST" and "大使" in e.quote)
    assert set(states_of(recalled.actors)) == {"IND", "PAK"}


def test_an_announcement_of_ones_own_act_is_the_act() -> None:
    found = one("トルコ外務省は5日、シリアとの国交を断絶すると発表した。", "SANCTION")
    assert (states_of(found.actors), states_of(found.targets), found.actual) == (("TUR",), ("SYR",), True)
    assert found.quote.endswith("発表した")


def test_the_day_of_an_announcement_is_not_the_day_for_which_it_announces() -> None:
    found = one("トルコ外務省は2003年5月5日、2004年からシリアに制裁を科すと発表した。", "SANCTION")
    assert found.date == "2003-05-05"


def test_what_a_treaty_lays_down_has_not_happened_by_its_being_laid_down() -> None:
    found = one("条約は、2012年末までにインドがパキスタンから部隊を撤退させることを定めた。", "RETREAT")
    assert not found.actual
    assert found.modality == "planned"


def test_a_deadline_is_no_date_of_the_sentences_after_it() -> None:
    text = "インドは2012年末までに部隊を撤退させるとした。会談でインドはパキスタンを非難した。"
    assert one(text, "ACCUSE").date is None


def test_an_act_that_somebody_else_is_to_do_is_not_announced_as_done() -> None:
    found = events("英国は、ロシアが軍を撤退させると予測した。")
    assert not any(e.actual for e in found if e.plover == "RETREAT")


def test_what_an_issued_paper_lays_down_is_done_by_its_issuer() -> None:
    found = one("米国の大統領は、ブラジルに追加関税を課す大統領令に署名した。", "SANCTION")
    assert (states_of(found.actors), states_of(found.targets), found.actual) == (("USA",), ("BRA",), True)


def test_an_office_of_several_states_is_each_of_theirs() -> None:
    found = one("タイとカンボジアの首脳はマレーシアで会談した。", "CONSULT")
    assert set(states_of(found.actors)) == {"THA", "KHM"}


def test_surname_and_title_take_up_the_person_named_in_full() -> None:
    found = events("小泉純一郎首相は平壌で金正日総書記と会談した。金総書記は日本に謝罪した。")
    assert [states_of(e.actors) for e in found if e.plover == "CONCEDE"] == [("PRK",)]


def test_a_government_that_says_our_country_acts_for_it() -> None:
    text = "タイの漁船が我が国領海に侵入しました。政府としては、タイ側に対し厳重に抗議しました。"
    told = [e.as_dict() for e in events(text)]
    assert ("PROTEST", ("JPN/government",), ("THA",)) in [
        (e["plover"], e["actors"], e["targets"]) for e in told
    ]


def test_the_two_of_a_pair_break_with_each_other() -> None:
    found = events("チャドとスーダンは対立した。フランスは自制を促した。両国は国交を断絶した。")
    broken = next(e for e in found if e.plover == "SANCTION")
    assert set(states_of(broken.targets)) == {"TCD", "SDN"}


def test_an_attack_that_goes_on_falls_on_those_attacked_before() -> None:
    found = events("エチオピア軍はエリトリアに侵攻した。エチオピア軍は翌日も砲撃を続けた。")
    assert [states_of(e.targets) for e in found if e.plover == "ASSAULT"] == [("ERI",), ("ERI",)]


def test_a_refusal_answers_the_one_who_asked() -> None:
    found = events("イランとトルコの外相が会談した。カタールはイランに釈放を求めた。イランはこれを拒否した。")
    refused = next(e for e in found if e.plover == "REJECT")
    assert states_of(refused.targets) == ("QAT",)


def test_what_came_first_is_not_what_the_subject_bore() -> None:
    found = events("首都の攻撃を受け、欧州諸国は対ロ制裁に踏み切った。")
    assert not any(e.plover == "ASSAULT" and "Europe" in e.targets for e in found)


@pytest.mark.parametrize("text", ["ガーナ軍は首都に迫った。", "ガーナはトーゴに「危険は大きい」と訴えた。"])
def test_no_demand_without_what_is_demanded(text: str) -> None:
    assert not any(e.plover == "REQUEST" for e in events(text))


def test_a_bare_verbal_noun_after_what_is_said_closes_the_sentence() -> None:
    found = one("ガーナ商務省は３日、トーゴ製品の輸入を禁止すると発表。", "SANCTION")
    assert found.quote.startswith("ガーナ商務省は")
    assert found.quote.endswith("発表")


def test_a_dateline_names_no_state() -> None:
    found = one("【ブリュッセル＝田中】ロシア外務省は「窃盗だ」と反発した。", "ACCUSE")
    assert states_of(found.targets) == ()


def test_each_of_two_ministers_is_known_by_his_own_name() -> None:
    found = events(
        "トルコのヤマン外相とギリシャのデンディアス外相は会見した。デンディアス氏は「トルコは国際法に違反している」と批判した。"
    )
    blamed = next(e for e in found if e.plover == "ACCUSE")
    assert states_of(blamed.actors) == ("GRC",)


def test_a_fear_that_nobody_voices_blames_nobody() -> None:
    assert not any(
        e.plover == "ACCUSE" for e in events("マリとチャドは対立している。紛争の再燃も懸念されている。")
    )


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("米国はキューバの会社への禁輸の大半を取り払った。", ["CONCEDE"]),  # a part of what is lifted
        ("インドは撤兵の約束を反故にした。", ["REJECT"]),  # a head in にする
        ("ハンガリーは提案に首を縦に振らなかった。", ["REJECT"]),  # two nouns and their verb
        ("韓国は日本の教科書を図書館に入れなかった。", []),  # the verb of 相容れない without its prefix
        ("ドイツの首相は難しい手術をやってのけた。", []),  # not 退ける
    ],
)
def test_what_an_idiom_and_its_class_of_objects_take(text: str, kinds: list[str]) -> None:
    assert [f.plover for f in events(text) if not f.rule.startswith(("conduct.", "unlisted."))] == kinds


@pytest.mark.parametrize(
    ("text", "kind", "sides"),
    [
        ("フィンランドはスイスの行いを侵略行為と認める決議を可決した。", "ACCUSE", ("FIN", "CHE")),
        ("ペルーはチリに国交の停止をちらつかせた。", "THREATEN", ("PER", "CHL")),
        ("デンマークはカナダに小麦の輸入を願い出た。", "REQUEST", ("DNK", "CAN")),
        ("イタリアの大使はスペインに深く頭を下げた。", None, ()),
        ("ノルウェーの軍司令官は自国の部隊に兵舎へ戻るよう命じた。", "RETREAT", ("NOR",)),
    ],
)
def test_the_words_that_stand_with_a_verb_choose_among_its_entries(
    text: str, kind: str | None, sides: tuple[str, ...]
) -> None:
    found = [e for e in events(text) if e.plover in {"ACCUSE", "THREATEN", "REQUEST", "RETREAT", "PROTEST"}]
    if kind is None:
        assert found == []
    else:
        assert [e.plover for e in found] == [kind]
        assert set(sides) <= {*states_of(found[0].actors), *states_of(found[0].targets)}


def test_a_count_after_the_noun_does_not_hide_the_object() -> None:
    for text in ("ペルーはチリの外交官を追放した。", "ペルーはチリの外交官4人を追放した。"):
        assert [e.plover for e in events(text)] == ["SANCTION"], text


def test_an_object_word_with_a_particle_is_looked_for_in_the_object_alone() -> None:
    assert [e.plover for e in events("ペルーは国境に兵三千人を張り付けた。")] == ["MOBILIZE"]
    assert not any(e.rule.startswith("mobilize.") for e in events("ペルー兵は壁に紙を張り付けた。"))


def test_an_entry_that_asks_for_its_object_goes_before_one_that_takes_any() -> None:
    assert [e.plover for e in events("ペルーはチリへの送金を見合わせた。")] == ["SANCTION"]
    assert [e.plover for e in events("ペルーはチリとの首脳会談を見合わせた。")] == ["REJECT"]


def test_a_head_in_the_causative_asks_for_the_causative() -> None:
    assert [e.plover for e in events("ペルーは三千の海兵をチリの島に渡らせた。")] == ["MOBILIZE"]
    assert [e.plover for e in events("タイはラオスの製品の通関を滞らせた。")] == ["SANCTION"]


def test_a_name_after_the_noun_does_not_hide_the_object() -> None:
    assert [e.plover for e in events("ペルーはチリ沖に空母「アンデス」を急派した。")] == ["MOBILIZE"]


def test_what_is_met_with_is_done_by_the_other_and_is_no_meeting() -> None:
    for text in ("ノルウェーの使節はペルーの冷遇に遭った。", "ノルウェーはペルーの攻撃に遭い、退いた。"):
        assert "CONSULT" not in [e.plover for e in events(text)], text
    (attack, *_) = events("ノルウェーはペルーの攻撃に遭い、退いた。")
    assert (attack.plover, attack.actors, attack.targets) == ("ASSAULT", ("PER",), ("NOR",))


def test_what_stands_with_loose_words_makes_the_act_another_one() -> None:
    (resolved, *_) = events("オランダ議会はトルコによる虐殺を認める決議を採択した。")
    assert (resolved.plover, states_of(resolved.actors), resolved.targets) == ("ACCUSE", ("NLD",), ("TUR",))
    assert resolved.rule.startswith("agree.declare")


def test_an_order_tells_what_is_ordered_with_its_particles() -> None:
    told = events("コロンビアの大統領は部隊をペルー国境に進めるよう将軍に命じた。")
    assert [e.plover for e in told] == ["MOBILIZE"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ペルーはチリからの撤退を余儀なくされた。", "RETREAT"),
        ("ペルーはチリへの譲歩を強いられた。", "CONCEDE"),
        ("ペルーはチリとの会談の中止に追い込まれた。", "REJECT"),
    ],
)
def test_who_is_forced_to_an_act_does_it(text: str, kind: str) -> None:
    (event,) = events(text)
    assert (event.plover, event.actors, event.targets) == (kind, ("PER",), ("CHL",))


def test_who_forces_another_coerces() -> None:
    (event,) = events("ペルーはチリに譲歩を強いた。")
    assert (event.plover, event.actors, event.targets) == ("COERCE", ("PER",), ("CHL",))


def test_one_after_the_other_does_not_part_those_who_are_visited() -> None:
    (event,) = events("ノルウェーの外相はペルーとチリを相次いで訪問した。")
    assert states_of(event.targets) == ("PER", "CHL")
