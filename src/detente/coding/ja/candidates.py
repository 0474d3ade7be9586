"""Where in a sentence acts are reported: by a verb, by a noun under a light verb, by a noun alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.coding.codebook import Entry
from detente.coding.ja.chunks import NOUN, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.demands import pressed, presses
from detente.coding.ja.heads import NEGATED, Heads, Idiom, joined, noun_entries, predicate_key, verb_entries
from detente.coding.ja.objects import marked, with_particle
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import own_subject
from detente.coding.ja.tokens import QUOTED
from detente.coding.ja.words import word_set

_AT_HOME = re.compile("(?<![米英仏独中韓露伊印豪加])国内")  # 国内の批判, not 米国内の資産
_ENDS = word_set("禁止 停止 中止 凍結 制限 規制 中断 打ち切り 削減")
_PART = re.compile(  # 制裁の一部を解く
    "(?:の?(?:一部|全部|全て|総て|大半|大部分|多く|半分|残り|分|適用|措置|類))+$"
)
_PAPERS = word_set("決議 決議案 声明 談話 書簡 覚書 通牒 議案 公開書簡")
_INTRANSITIVE = ("が", "は", "も", "")


@dataclass(slots=True)
class Candidate:
    """A possible act: its codebook entry, the clause, and the noun that names it where one does."""

    entry: Entry
    clause: Clause | None
    noun: Chunk | None
    path: str
    start: int
    end: int


def adverb_of(clause: Clause) -> str:
    """The adverb that する or なる leans on: 明確に(する), 明らかに(する)."""
    before = [a for a in clause.adverbs if a.end <= clause.predicate.start]
    if before and clause.predicate.start - before[-1].stop <= 1:
        return before[-1].lemma
    last = max(clause.args, key=lambda a: a.end, default=None)
    if last is not None and last.case == "に" and last.stop == clause.predicate.start:
        return last.text
    return ""


def candidates(unit: Unit, heads: Heads) -> Iterator[Candidate]:
    """All possible acts of a unit, in text order; each noun is used once."""
    ended = [_ended(c, heads) for c in unit.parse.chunks if c.kind == NOUN]
    used = {id(e[0]) for e in ended if e is not None}
    for clause in unit.clauses:
        for made in _of_clause(clause, heads):
            if made.noun is not None and not _others_act(made.entry):
                used.add(id(made.noun))
                if made.entry.of and _PART.search(made.noun.text):  # 制裁の一部を解く
                    used.update(id(m) for m in made.noun.mods if m.case == "の")
            elif made.entry.object:
                used.update(_asked_for(made.entry, clause))
            yield made
    for chunk in unit.parse.chunks:
        if chunk.kind == NOUN and id(chunk) not in used and chunk.tokens[0].pos != QUOTED:
            yield from _of_noun(chunk, heads, unit)


def _others_act(entry: Entry) -> bool:
    """要請を断る, 合意を破る, 抗議を取り下げる: what is refused, undone or taken back was an act too."""
    return bool(entry.of) and (entry.type == "REJECT" or entry.id == "concede.withdraw")


def _asked_for(entry: Entry, clause: Clause) -> Iterator[int]:
    """軍事援助を見合わせた: the object that makes the act what it is tells no act of its own."""
    deed = clause.argument("を")
    if deed is not None and any(w in deed.text for w in entry.object):
        yield id(deed)


def _of_clause(clause: Clause, heads: Heads) -> Iterator[Candidate]:
    predicate = clause.predicate
    key = predicate_key(predicate, adverb_of(clause))
    if clause.negative and (made := _negated(clause, key, heads)) is not None:
        yield made
        return
    if (found := _idiom(clause, heads.idioms.get(key, ()))) is not None:
        yield Candidate(found[0], clause, found[1], "idiom", clause.start, clause.end)
        return
    if (light := _light_noun(clause, key, heads)) is not None:
        yield from _light(light, clause, heads)
        return
    if predicate.lemma == "だ":
        entries = noun_entries(heads, predicate.tokens) if predicate.tokens[-1].pos != QUOTED else []
        path = "noun predicate"
        entries = [e for e in entries if e.nominal == "strong"]
    else:
        entries, path = verb_entries(heads, predicate, adverb_of(clause)), "verb"
    if entries and presses(key) and not pressed(clause):
        return
    entry = best(entries, clause, None)
    if entry is not None:
        yield Candidate(entry, clause, None, path, clause.start, clause.end)
        if entry.each:
            yield from _each_object(entry, clause, path)
    elif predicate.lemma == "だ" and predicate.mods and predicate.tokens[-1].pos != QUOTED:
        named = _first_fit(predicate, None, heads)  # 最初は米長官の台湾訪問だった
        if named is not None and named.type is not None and named.nominal != "never":
            yield Candidate(named, clause, predicate, "noun", predicate.own_extent, predicate.end)


def _each_object(entry: Entry, clause: Clause, path: str) -> Iterator[Candidate]:
    """条約および宣言に署名する: one act for each further object."""
    for arg in clause.args:
        if arg.joined and arg.case in ("を", "に") and any(w in arg.text for w in entry.object):
            objects = [i for i in (*reversed(arg.joined), arg) if any(w in i.text for w in entry.object)]
            for item in objects[1:]:
                yield Candidate(entry, clause, None, f"{path}, further object", item.own_extent, clause.end)


def _light(light: tuple[Chunk, Entry], clause: Clause, heads: Heads) -> Iterator[Candidate]:
    """The acts named by coordinated nouns under one light verb; the first has the whole clause."""
    noun, entry = light
    items = [*reversed(noun.joined), noun]
    if noun.head.verbal_noun and len(items) > 1:
        found = [(n, e) for n in items if (e := _first_fit(n, clause, heads)) is not None]
    else:
        found = [(noun, entry)]
    for at, (item, its_entry) in enumerate(found):
        start = clause.start if at == 0 else item.own_extent
        end = clause.end if item is noun or at == 0 else item.end
        yield Candidate(its_entry, clause, item, "light verb", start, end)
    for other in clause.args:
        if other is not noun and other.case == "を" and (its := _first_fit(other, clause, heads)) is not None:
            yield Candidate(its, clause, other, "light verb", _with_time(other, clause), other.end)


def _with_time(arg: Chunk, clause: Clause) -> int:
    """Where an argument begins with the time phrase right before it: 12月に議会選挙を."""
    before = [a for a in clause.args if a.temporal and a.stop <= arg.own_extent <= a.stop + 1]
    return min([arg.own_extent, *(a.extent for a in before)])


def _first_fit(noun: Chunk, clause: Clause | None, heads: Heads) -> Entry | None:
    found = best(noun_entries(heads, noun.tokens), clause, noun)
    if found is None and len(noun.tokens) > 1 and noun.tokens[-1].norm in heads.words.get("telling", ()):
        told = noun_entries(heads, noun.tokens[:-1])  # 制裁再開, 離脱表明
        return best(told, clause, noun)
    return found


def _negated(clause: Clause, key: str, heads: Heads) -> Candidate | None:
    """A head that holds the negation itself: 辞さない, 方針を変えない."""
    if (found := _idiom(clause, heads.idioms.get(NEGATED + key, ()))) is not None:
        return Candidate(found[0], clause, found[1], "negated idiom", clause.start, clause.end)
    entry = next((e for e in heads.verbs.get(NEGATED + key, ()) if fits(e, clause, None)), None)
    return Candidate(entry, clause, None, "negated verb", clause.start, clause.end) if entry else None


def _idiom(clause: Clause, idioms: Sequence[Idiom]) -> tuple[Entry, Chunk] | None:
    """The first idiom whose noun an argument ends in, and that argument."""
    phrases = [_Phrase.of(arg, clause) for arg in clause.args] if idioms else []
    for idiom in idioms:
        for phrase in phrases:
            if idiom.case not in phrase.cases or not phrase.ends_in(idiom):
                continue
            if idiom.also is not None:  # 首を縦に振る
                case, noun = idiom.also
                if not any(p.arg.case == case and p.words.endswith(noun) for p in phrases):
                    continue
            if fits(idiom.entry, clause, None):
                return idiom.entry, phrase.arg
    return None


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An argument as idioms look at it: whole, without a count after it, without "a part of"."""

    arg: Chunk
    cases: tuple[str, ...]
    words: str
    bare: str
    whole: str

    @classmethod
    def of(cls, arg: Chunk, clause: Clause) -> _Phrase:
        """The phrase of an argument of a clause."""
        words = _words(arg)
        return cls(
            arg, _cases(arg, clause), words.removesuffix("」"), joined(arg.uncounted), _PART.sub("", words)
        )

    def ends_in(self, idiom: Idiom) -> bool:
        """Whether the noun of the idiom is what the phrase ends in."""
        noun = idiom.noun
        return (
            self.words.endswith(noun)
            or self.bare.endswith(noun)
            or (bool(idiom.entry.of) and self.whole.endswith(noun))
        )


def _cases(arg: Chunk, clause: Clause) -> tuple[str, ...]:
    """The particles that an argument may stand for: a topic for が or を, a passive's subject for を."""
    if arg.case == "" and arg.topic:
        return ("", "が", "を") if clause.argument("を") is None else ("", "が")
    return ("が", "を") if arg.case == "が" and clause.passive else (arg.case,)


def _words(arg: Chunk) -> str:
    before = [c.lemma for c in arg.clauses if c.predicate.tokens[0].pos == "形容詞"]
    before += [joined(m.tokens) for m in reversed(arg.mods) if m.case == "の"]
    return "".join(before) + joined(arg.tokens)


def _light_noun(clause: Clause, key: str, heads: Heads) -> tuple[Chunk, Entry] | None:
    """The noun of an act under a light verb: 協議を行う, 協議が行われた, 協議が始まる."""
    cases: tuple[str, ...] = ()
    if key == "受ける" and _following(clause):
        return None
    if key == "為る" and clause.args and clause.args[-1].case == "を":  # 電話会談をした, not 柱とする
        cases = ("を",)
    if key in heads.light.get("を", ()):
        cases = _INTRANSITIVE if clause.passive else ("を",)
        if clause.predicate.tail.link == "adnominal" and clause.modified is not None:
            relative = _relative_noun(clause, heads)
            if relative is not None:
                return relative
    if key in heads.light.get("が", ()):
        cases = (*cases, *_INTRANSITIVE)
    if key in heads.light.get("に", ()):
        cases = (*cases, "に", "へ")
    if key in heads.light.get("と", ()):
        cases = (*cases, "と")
    if key in heads.light.get("で", ()):
        cases = (*cases, "で")
    for case in cases:
        for arg in reversed(clause.args):
            if arg.case != case or (case == "" and (not arg.topic or arg.temporal)):
                continue
            if (inner := _told_by(arg, heads)) is not None:
                return inner
            entry = _first_fit(arg, clause, heads)
            if entry is not None:
                return arg, entry
    return None


def _following(clause: Clause) -> bool:
    """併合を受け、各国は…: what came first, not what the next clause's subject bore."""
    opening = clause.predicate.comma and clause.link in ("renyo", "te") and clause.argument("から") is None
    return opening and own_subject(clause) is None


def _told_by(arg: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """抗議の申し入れを行う, 離脱の意向を示す: the act under a noun that only tells of it."""
    if arg.head.norm not in heads.words.get("telling", ()):
        return None
    for mod in reversed(arg.mods):
        if mod.case == "の" and (entry := _first_fit(mod, None, heads)) is not None:
            return mod, entry
    return None


def _relative_noun(clause: Clause, heads: Heads) -> tuple[Chunk, Entry] | None:
    """両国が行った協議: the noun that the light verb's clause modifies."""
    noun = clause.modified
    if noun is None or clause.argument("を") is not None or clause.relation != "relative":
        return None
    entry = next((e for e in noun_entries(heads, noun.tokens) if fits(e, clause, noun)), None)
    return (noun, entry) if entry is not None else None


def _of_noun(chunk: Chunk, heads: Heads, unit: Unit) -> Iterator[Candidate]:
    if (ended := _ended(chunk, heads)) is not None:
        yield Candidate(ended[1], governor(chunk, unit), ended[0], "noun", chunk.own_extent, chunk.end)
        return
    known = noun_entries(heads, chunk.tokens)
    entries = [e for e in known if e.nominal != "never"]
    if known and not entries and all(e.type is not None for e in known):  # 軍事侵攻: by its last noun
        entries = [e for e in noun_entries(heads, chunk.tokens[-1:]) if e.nominal != "never"]
    entry = next((e for e in entries if fits(e, None, chunk)), None)
    if entry is not None and entry.type is not None:
        yield Candidate(entry, governor(chunk, unit), chunk, "noun", chunk.own_extent, chunk.end)
    elif entry is None and (inner := _under_noun(chunk, heads)) is not None:
        yield Candidate(inner[1], governor(chunk, unit), inner[0], "noun", chunk.own_extent, chunk.end)


def _ended(chunk: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """新規投資の全面禁止, 援助の停止: trade or aid that is stopped is a sanction."""
    if chunk.tokens[-1].norm not in _ENDS:
        return None
    for mod in reversed(chunk.mods):
        its = _first_fit(mod, None, heads) if mod.case == "の" else None
        if its is not None and (its.id.startswith("cooperate.trade") or its.type == "AID"):
            return mod, heads.book.entries["sanction.impose"]
    return None


def _under_noun(chunk: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """戦闘への参加, 制裁の強化: the act under a verbal noun that would be its light verb."""
    key = chunk.tokens[-1].norm + "する"
    if not any(key in verbs for verbs in heads.light.values()):
        return None
    for mod in reversed(chunk.mods):
        if mod.case in ("の", "へ") and (entry := _first_fit(mod, None, heads)) is not None:
            return mod, entry
    return None


def governor(chunk: Chunk, unit: Unit) -> Clause | None:
    """The clause that a noun stands in."""
    for clause in unit.clauses:
        if clause.predicate.start >= chunk.end:
            return clause
    return None


def best(entries: list[Entry], clause: Clause | None, noun: Chunk | None) -> Entry | None:
    """The entry that fits with the longest of the words it asks for; the first of those that ask for none."""
    fitting = [e for e in entries if fits(e, clause, noun)]
    if len(fitting) < 2:
        return fitting[0] if fitting else None
    text = surroundings(clause, noun)
    return max(fitting, key=lambda e: max((len(w) for w in e.object if w in text), default=0))


def fits(entry: Entry, clause: Clause | None, noun: Chunk | None) -> bool:
    """Whether the words that an entry asks for, or forbids, stand with the act."""
    if not entry.object and not entry.without:
        return True
    text = surroundings(clause, noun)
    if with_particle(entry.object) or with_particle(entry.without):
        text += " " + marked(clause)
    if entry.object and not any(w in text for w in entry.object):
        return False
    return not any(w in text for w in entry.without if w != "国内" or _AT_HOME.search(text))


def _inside(clause: Clause) -> str:
    """The words of a clause that another holds as its content."""
    words = [w for arg in clause.args for w in (*(m.text for m in arg.mods), arg.text)]
    return " ".join([*words, clause.predicate.text])


def surroundings(clause: Clause | None, noun: Chunk | None) -> str:
    """The words that stand with an act: its compound, its objects and what modifies them."""
    parts: list[str] = []
    if noun is not None:
        parts += [noun.text, *(m.text for m in noun.mods), *(j.text for j in noun.joined)]
    if clause is not None:
        parts.append(clause.predicate.text)
        for arg in clause.args:
            if arg is not noun and (arg.case or arg.topic):
                parts += [m.text for m in arg.mods] + [j.text for j in arg.joined] + [arg.text]
                parts += [_inside(c) for c in arg.clauses if c.relation in ("complement", "quote")]
                if arg.head.norm in _PAPERS:  # 撤兵を求める決議: what a paper says
                    parts += [_inside(c) + arg.text for c in arg.clauses if c.relation == "relative"]
        parts += [_inside(c) for c in clause.children if c.relation in ("complement", "quote")]
        parts += ["よう" for c in clause.children if c.link == "you"]
        if clause.relation == "relative" and clause.modified is not None:
            parts.append(clause.modified.text)
    return " ".join(parts)
