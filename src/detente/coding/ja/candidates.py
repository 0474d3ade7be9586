"""Where in a sentence acts are reported: by a verb, by a noun under a light verb, by a noun alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.codebook import Entry
from detente.coding.ja.chunks import NOUN, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.demands import pressed, presses
from detente.coding.ja.fitting import best, first_fit, fits
from detente.coding.ja.heads import NEGATED, Heads, noun_entries, predicate_key, verb_entries
from detente.coding.ja.idioms import PART, idiom_in
from detente.coding.ja.light_verbs import FORCED, light_noun
from detente.coding.ja.noun_acts import noun_act, stopped_deal
from detente.coding.ja.sentence import Unit
from detente.coding.ja.tokens import QUOTED


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
        stem = clause.args[-1] if clause.args and clause.args[-1].stop == before[-1].start else None
        return ("余儀" if stem is not None and stem.text == "余儀" else "") + before[-1].lemma
    last = max(clause.args, key=lambda a: a.end, default=None)
    if last is not None and last.case == "に" and last.stop == clause.predicate.start:
        return last.text
    return ""


def candidates(unit: Unit, heads: Heads) -> Iterator[Candidate]:
    """All possible acts of a unit, in text order; each noun is used once."""
    ended = [stopped_deal(c, heads) for c in unit.parse.chunks if c.kind == NOUN]
    used = {id(e[0]) for e in ended if e is not None}
    for clause in unit.clauses:
        for made in _of_clause(clause, heads):
            if made.noun is not None and not _others_act(made.entry):
                used.add(id(made.noun))
                if made.entry.of and PART.search(made.noun.text):  # 制裁の一部を解く
                    used.update(id(m) for m in made.noun.mods if m.case == "の")
            elif made.entry.object:
                used.update(_asked_for(made.entry, clause))
            yield made
    for chunk in unit.parse.chunks:
        free = chunk.kind == NOUN and id(chunk) not in used and chunk.tokens[0].pos != QUOTED
        if free and (named := noun_act(chunk, heads)) is not None:
            noun, entry = named
            yield Candidate(entry, governor(chunk, unit), noun, "noun", chunk.own_extent, chunk.end)


def _others_act(entry: Entry) -> bool:
    """要請を断る, 合意を破る, 抗議を取り下げる: what is refused, undone or taken back was an act too."""
    return bool(entry.of) and (entry.type == "REJECT" or entry.id == "concede.withdraw")


def _asked_for(entry: Entry, clause: Clause) -> Iterator[int]:
    """軍事援助を見合わせた: the object that makes the act what it is tells no act of its own."""
    deed = clause.argument("を")
    if deed is not None and any(w in deed.text for w in entry.object):
        yield id(deed)


def _of_clause(clause: Clause, heads: Heads) -> Iterator[Candidate]:
    predicate, adverb = clause.predicate, adverb_of(clause)
    key = predicate_key(predicate, adverb)
    if clause.negative and (made := _negated(clause, key, heads)) is not None:
        yield made
        return
    forced = key in FORCED and clause.passive
    found = idiom_in(clause, heads.idiom_ends.get(key))
    yields = found is not None and key in FORCED and found[0].type in ("AGREE", "CONCEDE", "RETREAT")
    if found is not None and (forced or not yields):
        if yields:
            clause.yielding()
        yield Candidate(found[0], clause, found[1], "idiom", clause.start, clause.end)
        return
    if (light := light_noun(clause, key, heads)) is not None:
        if forced:
            clause.yielding()
        yield from _light(light, clause, heads)
        return
    if predicate.lemma == "だ":
        entries = noun_entries(heads, predicate.tokens) if predicate.tokens[-1].pos != QUOTED else []
        path = "noun predicate"
        entries = [e for e in entries if e.nominal == "strong"]
    else:
        entries, path = verb_entries(heads, predicate, adverb), "verb"
    if entries and presses(key) and not pressed(clause):
        return
    entry = best(entries, clause, None)
    if entry is not None:
        yield Candidate(entry, clause, None, path, clause.start, clause.end)
        if entry.each:
            yield from _each_object(entry, clause, path)
    elif predicate.lemma == "だ" and predicate.mods and predicate.tokens[-1].pos != QUOTED:
        named = first_fit(predicate, None, heads)  # 最初は米長官の台湾訪問だった
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
        found = [(n, e) for n in items if (e := first_fit(n, clause, heads)) is not None]
    else:
        found = [(noun, entry)]
    for at, (item, its_entry) in enumerate(found):
        start = clause.start if at == 0 else item.own_extent
        end = clause.end if item is noun or at == 0 else item.end
        yield Candidate(its_entry, clause, item, "light verb", start, end)
    for other in clause.args:
        if other is not noun and other.case == "を" and (its := first_fit(other, clause, heads)) is not None:
            yield Candidate(its, clause, other, "light verb", _with_time(other, clause), other.end)


def _with_time(arg: Chunk, clause: Clause) -> int:
    """Where an argument begins with the time phrase right before it: 12月に議会選挙を."""
    before = [a for a in clause.args if a.temporal and a.stop <= arg.own_extent <= a.stop + 1]
    return min([arg.own_extent, *(a.extent for a in before)])


def _negated(clause: Clause, key: str, heads: Heads) -> Candidate | None:
    """A head that holds the negation itself: 辞さない, 方針を変えない."""
    if (found := idiom_in(clause, heads.idiom_ends.get(NEGATED + key))) is not None:
        return Candidate(found[0], clause, found[1], "negated idiom", clause.start, clause.end)
    entry = next((e for e in heads.verbs.get(NEGATED + key, ()) if fits(e, clause, None)), None)
    return Candidate(entry, clause, None, "negated verb", clause.start, clause.end) if entry else None


def governor(chunk: Chunk, unit: Unit) -> Clause | None:
    """The clause that a noun stands in."""
    for clause in unit.clauses:
        if clause.predicate.start >= chunk.end:
            return clause
    return None
