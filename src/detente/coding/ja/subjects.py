"""Who acts in a clause: its own subject, the noun it modifies, the topic over it, or who acted before."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from detente.coding.codes import states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.content import has_content, is_intent
from detente.coding.ja.heads import verb_key
from detente.coding.ja.lexicon import table
from detente.coding.ja.openings import agentive
from detente.coding.ja.speech import cues
from detente.coding.ja.tellers import over_quotation
from detente.coding.ja.tokens import QUOTED
from detente.coding.ja.words import word_set


def _quoted(clause: Clause) -> int:
    """Where the quotation that a clause holds begins; far off where it holds none."""
    return next((a.start for a in clause.args if a.case == "と" and a.head.pos == QUOTED), 1 << 30)


class Subject(NamedTuple):
    """The actors that do what a clause says, and how they were found.

    `how` is own (in the clause), head (the noun that the clause modifies), topic (は over its chain),
    shared (subject of a clause chained before), control (subject of the clause it is embedded in),
    before (topic of an earlier sentence), other (the subject is no actor), none.
    """

    actors: tuple[str, ...]
    how: str
    chunk: Chunk | None = None


NOBODY = Subject((), "none")
_RUNNING_ON = ("te", "renyo", "while", "tomoni")
RECEIVING = word_set(
    "受ける 浴びる 被る 遭う 得る 受け取る 蒙る 喫する 招く 買う 呼ぶ 誘う 呼び起こす 惹起する"
)


def subject_of(clause: Clause, actors: Actors, depth: int = 0) -> Subject:
    """The grammatical subject of a clause (the patient, where the clause is passive).

    What was found is kept with the actors of the sentence: each kind of finding asks for it again.
    """
    key = (id(clause), depth)
    if (known := actors.subjects.get(key)) is None:
        known = actors.subjects[key] = _subject(clause, actors, depth)
    return known


def _subject(clause: Clause, actors: Actors, depth: int) -> Subject:
    own = own_subject(clause)
    if own is not None:
        found = actors.refer(own)
        if found is not None:
            return Subject(found, "own", own)
        if own.topic != "も" or own.case:
            return Subject((), "other", own)
    if (teller := _told_by(clause, actors)) is not None:
        return teller
    if clause.relation == "relative" and clause.modified is not None and not _fills_other_role(clause):
        found = actors.refer(clause.modified)
        if found is not None:
            return Subject(found, "head", clause.modified)
        if (whom := _described(clause)) is not None and (named := actors.refer(whom)):
            return Subject(named, "head", whom)
        told = clause.argument("を") is not None and not clause.passive  # by something that is no actor
        told = told and clause.modified.head.pos != "代名詞" and not clause.modified.temporal  # 落とした翌月
        if told and not has_content(clause):
            return Subject((), "other", clause.modified)
    return _inherited(clause, actors, depth)


def _described(clause: Clause) -> Chunk | None:
    """ソ連は中国を承認した最初の国だ, …国となった: whom a relative clause tells of under another name."""
    parent = clause.parent
    if parent is None or clause.modified is None:
        return None
    if parent.lemma == "だ":
        said: Chunk | None = parent.predicate
    elif parent.lemma == "成る":
        said = parent.argument("と", "に")
    else:
        return None
    if said is None or (not agentive(said) and said.head.surface not in _KINDS):
        return None
    own = own_subject(parent)
    return own if own is not None and own.topic == "は" else None


_KINDS = frozenset({"国", "国家", "人物", "人", "一人", "政治家", "勢力", "陣営"})


def _told_by(clause: Clause, actors: Actors) -> Subject | None:
    """日本側から、懸念を述べた: in the language of diplomacy whoever says something stands with から."""
    if clause.passive:
        return None
    teller = clause.argument("から")
    if clause.lemma not in cues().saying:  # 首相から、訪日に謝意を表した
        apart = teller is not None and teller.comma and clause.lemma not in RECEIVING
        found = actors.refer(teller) if apart else None
        return Subject(found, "own", teller) if found and all("/" in a for a in found) else None
    apart = _quoted(clause) < clause.predicate.start  # 攻撃したとして「違法だ」と非難する声明
    if teller is None and not apart and clause.relation in ("complement", "relative"):
        # 政府が制裁を科すと発表したこと
        teller = next((own_subject(c) for c in clause.children if c.relation == "quote"), None)
        teller = teller if teller is not None and teller.case == "が" else None
    found = actors.refer(teller) if teller is not None and not teller.adnominal else None
    return Subject(found, "own", teller) if found else None


def own_subject(clause: Clause) -> Chunk | None:
    """The clause's own が phrase or non-temporal は phrase."""
    if clause.lemma in cues().saying and (both := over_quotation(clause)) is not None:
        return both[0]
    for arg in reversed(clause.args):
        if arg.case == "が":
            return arg
    topics = [a for a in reversed(clause.args) if a.topic and a.case == "" and not a.temporal]
    if topics:
        told = [a for a in topics if a.topic == "は"] or topics
        standing = (*told, *(a for a in clause.args if a.case == "として" and a.topic))
        return next((a for a in standing if agentive(a)), told[0])  # 大統領は、責任は感じていると答えた
    for arg in clause.args:
        if arg.case == "として" and arg.topic:
            return arg
    if clause.argument("を") is not None and not clause.passive:  # 政権にとっては、各国と歩調を合わせ
        for arg in clause.args:
            if arg.case == "とって" and arg.topic == "は" and agentive(arg):
                return arg
    if clause.relation == "relative" and not clause.passive:  # エジプトの提案した停戦案
        before = (*clause.args, *clause.predicate.mods)
        return next((a for a in before if a.case == "の" and a.adnominal and agentive(a)), None)
    return None


def subject_before(clause: Clause, actors: Actors) -> Subject:
    """Who acts where the clause's own subject is the act itself (会談が行われた): whoever acted before."""
    above = clause.topic
    if above is not None and above is not own_subject(clause) and (found := actors.refer(above)):
        return Subject(found, "topic", above)
    if (shared := _shared(clause, actors, 0)) is not None:
        return shared
    if clause.relation == "quote" and clause.parent is not None:  # 用意があると述べた
        told = subject_of(clause.parent, actors)
        return Subject(told.actors, "control", told.chunk) if told.how in ("own", "topic") else NOBODY
    return NOBODY


def _fills_other_role(clause: Clause) -> bool:
    """Whether the noun that a relative clause modifies is more likely its object than its subject."""
    return clause.passive is False and clause.argument("を") is None and clause.argument("が") is not None


def _inherited(clause: Clause, actors: Actors, depth: int) -> Subject:
    if depth > 6:
        return NOBODY
    before = previous_clause(clause)
    runs_on = before is not None and before.link == "te" and not before.predicate.comma
    if before is not None and runs_on and before.argument("が") and before.topic not in before.args:
        return subject_of(before, actors, depth + 1)._replace(how="shared")  # AはBが…して悪化させた
    if clause.topic is not None and (found := actors.refer(clause.topic)) is not None:
        return Subject(found, "topic", clause.topic)
    if (intending := _intending(clause, actors)) is not None:
        return intending
    if (shared := _shared(clause, actors, depth)) is not None:
        return shared
    if (asking := _asking(clause, actors)) is not None:
        return asking
    parent = clause.parent
    if parent is not None and clause.relation in ("complement", "quote", "relative") and parent is not clause:
        above = subject_of(parent, actors, depth + 1)
        if clause.relation == "quote" and parent.lemma in _blaming() and "past" in clause.marks:
            return _blamed(parent, actors)  # 合意に違反したとして韓国を批判した
        if clause.link == "you" and (asked := _asked(parent, actors)) is not None:
            return Subject(asked, "control")
        if above.actors:
            return Subject(above.actors, "control", above.chunk)
        of_topic = above.how == "other" and above.chunk is clause.modified and parent.topic is not None
        if of_topic and (found := actors.refer(parent.topic)):  # 我が国は応じなかった経緯がある
            return Subject(found, "control", parent.topic)
    if (
        clause.relation == "chain"
        and parent is not None
        and parent.topic is not None
        and parent is not clause
    ):
        found = actors.refer(parent.topic)
        if found:
            return Subject(found, "topic", parent.topic)
    if actors.memory.author and "humble" in clause.marks:
        return Subject(actors.memory.author, "topic")
    if actors.memory.voice and clause.relation == "chain" and not clause.passive:
        return Subject(actors.memory.voice, "topic")
    if clause.topic is not None and clause.topic.topic != "も":  # 政令も施行した
        return Subject((), "other", clause.topic)
    standing = clause.argument("として") if not clause.passive else None
    if standing is not None and (found := actors.refer(standing)):  # 大統領として初めて島を訪問した
        return Subject(found, "own", standing)
    if actors.memory.topic and actors.memory.topic_age < 2:
        return Subject(actors.memory.topic, "before")
    return NOBODY


def _intending(clause: Clause, actors: Actors) -> Subject | None:
    """米国が関税を課す方針を示した: who shows an intent stands with what he intends."""
    thing = clause.argument("を")
    for content in thing.clauses if is_intent(thing) and thing is not None else ():
        own = own_subject(content)
        if own is not None and own.case == "が" and (found := actors.refer(own)):
            return Subject(found, "own", own)
    return None


def _shared(clause: Clause, actors: Actors, depth: int) -> Subject | None:
    """The subject of the clause chained right before: Xが…し、…した."""
    before = [c for c in clause.children if c.relation == "chain" and (c.link in _RUNNING_ON or _listed(c))]
    previous = before[-1] if before else _previous_sibling(clause)
    if previous is None:
        return None
    found = subject_of(previous, actors, depth + 1)
    return Subject(found.actors, "shared", found.chunk) if found.actors and found.how != "before" else None


def previous_clause(clause: Clause) -> Clause | None:
    """The clause chained right before (…し、…した), whose subject and objects a bare verb shares."""
    before = [c for c in clause.children if c.relation == "chain" and (c.link in _RUNNING_ON or _listed(c))]
    return before[-1] if before else _previous_sibling(clause)


def _listed(clause: Clause) -> bool:
    """感謝したい、…していきたい旨述べた: the first of several things said by one."""
    return clause.link == "final" and clause.predicate.comma


def _previous_sibling(clause: Clause) -> Clause | None:
    """The clause that stands right before it under the same parent and runs on into it."""
    if clause.parent is not None and clause.relation == "quote":  # 軍が侵入し、一部を占拠していると主張した
        before = [c for c in clause.parent.children if c.relation == "chain" and c.end <= clause.start]
        told = before[-1] if before and before[-1].link in _RUNNING_ON else None
        return told if told is not None and told.argument("が") is not None else None
    if clause.parent is None or clause.relation != "chain":
        return None
    siblings = [c for c in clause.parent.children if c.relation == "chain"]
    if clause not in siblings:
        return None
    at = siblings.index(clause)
    return (
        siblings[at - 1]
        if at and (siblings[at - 1].link in (*_RUNNING_ON, "shi") or _listed(siblings[at - 1]))
        else None
    )


@lru_cache(maxsize=1)
def _blaming() -> frozenset[str]:
    return frozenset(verb_key(w) for w in str(table("agents")["blaming"]).split())


def _blamed(parent: Clause, actors: Actors) -> Subject:
    """Who is held to have done what somebody is blamed or seized for: whom the blame falls on."""
    for case in ("を", "に", "対して"):
        arg = parent.argument(case)
        found = (actors.refer(arg) or states_of(actors.named(arg))) if arg is not None else ()
        if found:
            return Subject(found, "control", arg)
    return NOBODY


def _asking(clause: Clause, actors: Actors) -> Subject | None:
    """バイデン氏が現状を変更しないよう訴えた: the person stands before what he asks for."""
    for content in clause.children:
        own = own_subject(content) if content.link == "you" and content.negative else None
        found = actors.refer(own) if own is not None and own.case == "が" else None
        if found and actors.people.intersection(found):
            return Subject(found, "own", own)
    return None


def _asked(parent: Clause, actors: Actors) -> tuple[str, ...] | None:
    """Whom a request is put to: the subject of what is asked for."""
    for case in ("に", "対して"):
        arg = parent.argument(case)
        if arg is not None and (found := actors.refer(arg)) is not None:
            return found
    return None
