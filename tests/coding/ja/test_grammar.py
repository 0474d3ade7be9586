"""The Japanese grammar: offsets are those of the text, arguments go to their predicates."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.modality import modal_phrase
from detente.coding.ja.particles import marking
from detente.coding.ja.quotation import regions
from detente.coding.ja.sentence import Sentence, parse_sentence
from detente.coding.ja.tokens import tokenize

PIECES = [
    "日本",
    "中国は",
    "「",
    "」",
    "、",
    "反対した",
    "する",
    "と述べ",
    "ことを",
    "協議",
    "を",
    "が",
    "（",
    "）",
    "2003年",
    "ば",
    "・",
    "。",
    "し",
]


def clause_of(text: str, lemma: str) -> Clause:
    found = [c for unit in parse_sentence(text).units for c in unit.clauses if c.lemma == lemma]
    assert len(found) == 1, [c.lemma for unit in parse_sentence(text).units for c in unit.clauses]
    return found[0]


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join), st.integers(0, 50))
@settings(max_examples=80, deadline=None)
def test_every_span_lies_in_the_sentence_and_parsing_never_fails(text: str, start: int) -> None:
    sentence: Sentence = parse_sentence(text, start)
    for unit in sentence.units:
        for clause in unit.clauses:
            assert start <= clause.start <= clause.predicate.start < clause.end <= start + len(text)
            for arg in clause.args:
                assert start <= arg.extent <= arg.start < arg.end <= start + len(text)


def begin_of(chunk: Chunk) -> int:
    inside = [begin_of(c) for c in (*chunk.mods, *chunk.joined)]
    return min([chunk.start, *inside, *(start_of(c) for c in chunk.clauses)])


def start_of(clause: Clause) -> int:
    belonging = [begin_of(c) for c in (*clause.args, clause.predicate)]
    return min([*belonging, *(a.start for a in clause.adverbs)])


@pytest.mark.parametrize(
    "text",
    [
        "外相は、米国は合意を破り、制裁を強めていると述べた。",
        "首相が訪問した中国と韓国の外相は、協議を続けることで一致した。",
        "「関係を強化する」と述べた大統領の発言に、日本の首相と米国の議会が反発した。",
    ],
)
def test_the_kept_beginnings_are_those_of_what_belongs_to_each(text: str) -> None:
    for unit in parse_sentence(text).units:
        assert [c.extent for c in unit.parse.chunks] == [begin_of(c) for c in unit.parse.chunks]
        assert [c.start for c in unit.clauses] == [start_of(c) for c in unit.clauses]
        for clause in unit.clauses:
            tail = clause.predicate.tail
            assert (clause.link, clause.marks, clause.lemma) == (
                tail.link,
                tail.marks,
                clause.predicate.lemma,
            )


@given(st.text(alphabet="日米が「」、。する国交を断つ𠮷 ", max_size=60))
@settings(max_examples=60, deadline=None)
def test_tokens_stand_where_they_say(text: str) -> None:
    for token in tokenize(text, 7):
        assert text[token.start - 7 : token.end - 7] == token.surface


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@settings(max_examples=60, deadline=None)
def test_a_clause_tree_has_no_cycles(text: str) -> None:
    for unit in parse_sentence(text).units:
        for clause in unit.clauses:
            seen: list[Clause] = []
            here: Clause | None = clause
            while here is not None:
                assert all(here is not other for other in seen)
                seen.append(here)
                here = here.parent


@pytest.mark.parametrize(
    ("text", "lemma", "cases"),
    [
        ("日本は中国に対し関税の撤廃を求めた。", "求める", {"": "日本", "対して": "中国", "を": "撤廃"}),
        ("英国の外相が、フランスと協議した。", "協議する", {"が": "外相", "と": "フランス"}),
        ("問題をめぐって両国が対立した。", "対立する", {"めぐって": "問題", "が": "両国"}),
        ("首相によれば、軍が撤退した。", "撤退する", {"よれば": "首相", "が": "軍"}),
    ],
)
def test_particles_give_the_cases(text: str, lemma: str, cases: dict[str, str]) -> None:
    assert {a.case: a.text for a in clause_of(text, lemma).args} == cases


@pytest.mark.parametrize(
    ("text", "lemma", "marks", "link"),
    [
        ("条約は批准されていない。", "批准する", {"passive", "progressive", "negative"}, "final"),
        ("米国が攻撃する可能性がある。", "攻撃する", {"possible"}, "final"),
        ("協議を再開させる方針だ。", "再開する", {"causative", "planned"}, "final"),
        ("両国は対立するとは考えにくい。", "対立する", {"unlikely"}, "final"),
        ("撤退しなければならない。", "撤退する", {"obligation"}, "final"),
        ("日本が譲歩すれば、韓国も譲る。", "譲歩する", set(), "ba"),
        ("敵であるわけではない。", "だ", {"negative"}, "final"),
        ("署名したとみられる。", "署名する", {"past", "hedged"}, "final"),
    ],
)
def test_the_tail_of_a_predicate_is_read(text: str, lemma: str, marks: set[str], link: str) -> None:
    clause = clause_of(text, lemma)
    assert marks <= clause.marks
    assert clause.link == link


def test_a_topic_scopes_over_the_chain_until_another_comes() -> None:
    text = "インドは協定に署名し、援助を約束したが、中国は反対した。"
    topics = {c.lemma: c.topic.text for c in parse_sentence(text).units[0].clauses if c.topic}
    assert topics == {"署名する": "インド", "約束する": "インド", "反対する": "中国"}


def test_a_condition_leaves_the_topic_to_the_main_clause() -> None:
    clause = clause_of("韓国は、日本が規制を撤回すれば、提訴を取り下げる。", "撤回する")
    assert [a.text for a in clause.args] == ["日本", "規制"]


def test_a_relative_clause_modifies_its_noun() -> None:
    clause = clause_of("ソ連が占領した島を日本は訪れた。", "占領する")
    assert clause.relation == "relative"
    assert clause.modified is not None
    assert clause.modified.text == "島"


def test_a_quotation_is_parsed_by_itself() -> None:
    sentence = parse_sentence("大統領は「米国は撤退する」と述べた。")
    assert [(u.kind, u.depth) for u in sentence.units] == [("sentence", 0), ("quote", 1)]
    assert [c.lemma for c in sentence.units[1].clauses] == ["撤退する"]


def test_a_quotation_that_breaks_off_is_read_on() -> None:
    clause = clause_of("協定は「両国の協力を加速化させ」ることとなった。", "加速化する")
    assert "causative" in clause.marks


def test_a_particle_that_would_cut_a_word_in_two_is_not_taken() -> None:
    assert clause_of("問題が関係にもたらした。", "齎す").args[-1].case == "に"


def test_compound_particles_are_told_from_plain_ones() -> None:
    assert marking("に対する制裁", 0)[:3] == ("対して", "", True)
    assert marking("には反対", 0)[:3] == ("に", "は", False)
    assert marking("との会談", 0)[:3] == ("と", "", True)


def test_modal_phrases_are_found_only_where_they_begin() -> None:
    assert modal_phrase("恐れがある", 0) == ("feared", 5)
    assert modal_phrase("平和だ", 0) is None


def test_bracketed_regions_nest() -> None:
    assert [r[:] for r in regions("「あ『い』う」「え」", 10)] == [(10, 17, 1), (12, 15, 2), (17, 20, 1)]
    assert regions("「あ") == []
