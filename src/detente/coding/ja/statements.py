"""Statements: quotations with their speaker, and reported speech or opinion with its holder."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.coding.dates import scoping
from detente.coding.ja.actors import Actors
from detente.coding.ja.candidates import adverb_of
from detente.coding.ja.chunks import NOUN, PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.conditions import bearing_on
from detente.coding.ja.draft import Draft
from detente.coding.ja.heads import joined, predicate_key
from detente.coding.ja.memory import states_of
from detente.coding.ja.quotation import Region, regions
from detente.coding.ja.readings import romanised
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.speech import cues
from detente.coding.ja.subjects import Subject, own_subject, previous_clause, subject_of
from detente.coding.ja.voice import Voice, commits
from detente.ontology.states import states

_TITLES = frozenset("題する 呼ぶ 称する 名付ける 銘打つ 銘打った 呼ばれる".split())  # noqa: SIM905
_HOLDERLESS = frozenset("見方 見解 意見 声 分析 説 観測 指摘 主張 評価 批判 懸念".split())  # noqa: SIM905
_PLAIN = frozenset({"述べる"})
_WRITTEN = frozenset({"記する", "記す", "書く", "発する", "位置付ける"})
_EXISTING = frozenset({"有る", "強い", "多い", "出る", "根強い", "広がる", "高まる", "上がる"})
_KEEPING = frozenset({"崩す", "変える", "譲る", "隠す", "取り下げる", "撤回する"})
_ANNOUNCING = frozenset({"発表する", "表明する", "宣言する", "通告する", "公表する", "明らかにする"})
_WORDY, _NOTE_REACH, _FEW, _SCARCE = 12, 4, 15, 0.4
# 「…」だと批判した, 「…」とする談話を出した: words quoted within what is reported
_CITES = re.compile("(?:だ|である|であった|だった)?と(?!の|い(?:う|った)|は)")
_FEARED = re.compile("(?:と(?:の|いう|いった))(?:懸念|不安|恐れ|危惧|憂慮|見方|観測|可能性)")


@dataclass(slots=True)
class Said:
    """A statement found: its span, speaker, and the clause that reports it."""

    start: int
    end: int
    speaker: tuple[str, ...]
    direct: bool
    rule: str
    clause: Clause | None
    content: tuple[int, int]
    confidence: float


def said_in(scene: Scene, actors: Actors, voice: Voice | None = None) -> list[Said]:
    """The statements of a sentence, in text order; one item per quotation.

    In a speech (`voice`) the sentences that commit the speaker are his statements too, and what he tells
    of his own state's acts is none.
    """
    outer = scene.sentence.units[0]
    quotes = [r for r in regions(scene.sentence.text, scene.start) if r.depth == 1]
    found = [s for r in quotes if (s := _direct(scene, outer, r, actors)) is not None]
    for few in list(found):
        if (whole := _around_words(few, scene)) is not None:
            found.append(whole)
            if few.end - few.start < _SCARCE * (whole.end - whole.start):
                found.remove(few)
    for clause in outer.clauses:
        made = _indirect(scene, clause, outer, actors) or _feared(scene, clause)
        if made is not None and not any(_overlaps(made, s) for s in found):
            found.append(made)
    for chunk in outer.parse.chunks:
        made = _held_view(chunk, outer, actors)
        if made is not None and not any(_overlaps(made, s) for s in found):
            found.append(made)
    if voice is not None:
        found = _spoken(scene, found, voice)
    return sorted(found, key=lambda s: (s.start, s.end))


def carried_on(said: list[Said], last: tuple[str, ...]) -> tuple[str, ...]:
    """Give words that name nobody (…とも述べた) to whoever spoke `last`; who spoke last now."""
    for statement in said:
        clause = statement.clause
        if not statement.speaker and clause is not None and own_subject(clause) is None:
            told = statement.rule.startswith(("quotation/と", "quotation/である")) and not clause.passive
            statement.speaker = last if told else ()
        if statement.speaker:
            last = statement.speaker
    return last


def _spoken(scene: Scene, found: list[Said], voice: Voice) -> list[Said]:
    """The statements of a sentence of a speech."""
    speaker = voice.speaker(scene.start)
    found = [s for s in found if s.rule != "reported/act" or states_of(s.speaker) != states_of(speaker)]
    committed = commits(scene)
    if committed is None or not speaker:
        return found
    clause, start, end = committed
    made = Said(start, end, speaker, False, "voice", clause, (start, end), 0.6)
    return [*(s for s in found if not _overlaps(s, made)), made]


def drafts_of(scene: Scene, said: list[Said]) -> list[Draft]:
    """The statements as findings, with date and note."""
    drafts = []
    for statement in said:
        date = scoping(scene.dates, statement.start, statement.end)
        drafts.append(
            Draft(
                "statement", statement.start, statement.end, statement.confidence, statement.rule,
                {
                    "speaker": statement.speaker,
                    "role": None,
                    "date": date.edtf if date is not None else None,
                    "direct": statement.direct,
                    "note": note_on(scene, statement.start),
                },
            )
        )  # fmt: skip
    return drafts


def _as_told(statement: Said, actors: Actors) -> str | None:
    """The speaker in the words of the text (呉謙報道官), where a phrase of the clause names him."""
    if statement.clause is None or not statement.speaker:
        return None
    chunk = subject_of(statement.clause, actors).chunk
    return chunk.text if chunk is not None and actors.refer(chunk) == statement.speaker else None


def name_speakers(said: list[Said], drafts: list[Draft], actors: Actors) -> None:
    """Give the findings their speakers as an analyst reads them, and in the words of the text.

    A state that speaks as such has its name beside its code: "JPN/Japan".
    """
    known = states()
    for statement, draft in zip(said, drafts, strict=True):
        speaker = draft.fields["speaker"]
        names = (f"{one}/{known[one].label['en']}" if one in known else one for one in speaker)
        draft.fields |= {"speaker": tuple(names), "role": _as_told(statement, actors)}


def note_on(scene: Scene, start: int) -> int | None:
    """The number of the first note of the sentence that stands after a place."""
    end = scene.passage.repaired_end + _NOTE_REACH
    marks = [n for n in scene.document.notes if start < n.repaired_at <= end]
    return min(marks, key=lambda n: n.repaired_at).number if marks else None


def _feared(scene: Scene, clause: Clause) -> Said | None:
    """〜が難しくなるとの懸念も出ている: an opinion that is only said to exist."""
    if not clause.marks & {"feared", "possible"} or not _FEARED.match(
        scene.text(clause.end, clause.predicate.stop)
    ):
        return None
    conditions = [c.start for c in bearing_on(clause) if c.link in ("ba", "tara", "nara", "限り", "場合")]
    start = min([_first(clause), *conditions])
    return Said(start, clause.predicate.stop, (), False, "reported/feared", clause, (start, clause.end), 0.6)


def _around_words(quoted: Said, scene: Scene) -> Said | None:
    """「忌まわしい行為だ」と非難した: a few words quoted are part of the saying that is reported."""
    clause = quoted.clause
    if (
        clause is None
        or quoted.end - quoted.start > _FEW
        or not quoted.speaker
        or clause.start > quoted.start
    ):
        return None
    if (
        not _CITES.match(scene.text(quoted.end, quoted.end + 8))
        or key_of(clause) not in cues().saying - _PLAIN
    ):
        return None
    starts = [a.start for a in clause.args if not a.topic and a.case != "が" and not a.temporal]
    inside = next((c for c in clause.children if c.start <= quoted.start and quoted.end <= c.end), None)
    starts += [inside.start] if inside is not None else []
    start = min([quoted.start, *(a for a in starts if a < quoted.start)])
    return Said(start, clause.end, quoted.speaker, False, "reported/words", clause, quoted.content, 0.6)


def _overlaps(a: Said, b: Said) -> bool:
    return a.start < b.end and b.start < a.end


def key_of(clause: Clause) -> str:
    """The key of a clause's verb, with the adverb or the idiom's noun that it leans on (くぎを刺す)."""
    key = predicate_key(clause.predicate, adverb_of(clause))
    arg = clause.argument("を")
    idiom = f"{joined(arg.tokens)}を{key}" if arg is not None else ""
    return idiom if idiom in cues().saying else key


def _direct(scene: Scene, outer: Unit, region: Region, actors: Actors) -> Said | None:
    inner = next((u for u in scene.sentence.units if u.kind == "quote" and u.start == region.start), None)
    if inner is None:  # it breaks off inside a predicate and is read on by the sentence
        noted = any(region.start < n.repaired_at <= region.end + _NOTE_REACH for n in scene.document.notes)
        if noted or region.end - region.start > 20:
            return Said(region.start, region.end, (), True, "quotation/broken", None, region[:2], 0.6)
        return None
    chunk = next((c for c in outer.parse.chunks if any(t.start == region.start for t in c.tokens)), None)
    if chunk is None:
        return None
    clause, how = _reporting(chunk, outer)
    if clause is not None and (speaker := speaker_of(clause, chunk, actors)) is not None:
        sure = 0.92 if speaker else 0.7
        if not speaker and not inner.clauses:
            return None
        return Said(region.start, region.end, speaker, True, f"quotation/{how}", clause, region[:2], sure)
    if chunk is outer.parse.chunks[-1] and inner.clauses and not _is_name(chunk, region):
        speaker = _left_topic(outer, actors)
        return Said(region.start, region.end, speaker, True, "quotation/closing", None, region[:2], 0.8)
    if not inner.clauses or region.end - region.start < 12 or _is_term(chunk, region):
        return None
    if note_on(scene, region.end - 1) is not None or (
        inner.clauses[-1].link == "final" and chunk.case == "と"
    ):
        return Said(region.start, region.end, (), True, "quotation/note", None, region[:2], 0.6)
    return None


def _is_name(chunk: Chunk, region: Region) -> bool:
    return len(chunk.tokens) > 1 or region.end - region.start < 12


def _left_topic(outer: Unit, actors: Actors) -> tuple[str, ...]:
    """The topic of a sentence that ends with the quotation itself: 大統領は、「…」。"""
    for chunk in reversed(outer.parse.chunks):
        if chunk.topic and not chunk.case and (found := actors.refer(chunk)):
            return found
    return ()


def _is_term(chunk: Chunk, region: Region) -> bool:
    """A name or title in brackets: part of a compound, or taking part in the clause as a thing."""
    return len(chunk.tokens) > 1 or chunk.case in ("の", "に", "で", "へ", "から") or chunk.stop == region.end


def _reporting(chunk: Chunk, outer: Unit) -> tuple[Clause | None, str]:
    """The clause of saying over a quotation, and how it takes it."""
    saying = cues().saying
    if chunk.kind == PREDICATE:
        clause = next((c for c in outer.clauses if c.predicate is chunk), None)
        parent = clause.parent if clause is not None and clause.relation == "quote" else None
        return (parent, "である") if parent is not None and key_of(parent) in saying else (None, "")
    for clause in outer.clauses:
        key = key_of(clause)
        if key in _TITLES:
            continue
        wordy = chunk.case in ("を", "が") and len(chunk.text) > _WORDY
        own = key in saying and any(a is chunk or chunk in a.joined for a in clause.args)
        if own and ((chunk.case in ("と", "") and not chunk.topic) or wordy):
            return clause, "と"
        for arg in clause.args:
            for noun in (arg, *arg.joined):
                told = noun.head.norm in cues().nouns or (noun.text == "こと" and key in saying)
                if told and any(m is chunk for m in noun.mods):
                    return clause, "との"
    return None, ""


def speaker_of(clause: Clause, content: Chunk | None, actors: Actors) -> tuple[str, ...] | None:
    """Who says it: the subject, the から phrase of a passive, the holder that a noun names; () unknown."""
    holding = [
        n for arg in clause.args for n in (arg, *arg.joined) if content is not None and content in n.mods
    ]
    for mod in [m for noun in holding for m in noun.mods]:
        if mod is not content and mod.case in ("の", "から", "よって") and (found := actors.refer(mod)):
            return found
    if clause.passive:
        for case in ("から", "よって", "に"):
            if found := actors.refer(clause.argument(case)):
                return found
    subject = subject_of(clause, actors)
    if subject.actors:
        return subject.actors
    named = _person(subject, content, actors)
    if named:
        return (named,)
    if clause.passive and actors.memory.topic_age < 2:
        return actors.memory.topic
    return ()


def _person(subject: Subject, content: Chunk | None, actors: Actors) -> str | None:
    """The subject as the text names it, where it is somebody whom no gazetteer knows."""
    chunk = subject.chunk
    if chunk is None or chunk is content or chunk.temporal or chunk.text in ("の", "こと", "もの"):
        return None
    if chunk.head.third == "人名":
        return romanised(chunk.text)
    known = chunk.text.endswith(cues().holders)
    return chunk.text if known or actors.refer(chunk) is not None else None


def _indirect(scene: Scene, clause: Clause, outer: Unit, actors: Actors) -> Said | None:
    """〜と述べる, 〜ことを明らかにする, 〜するよう求める, and official acts of speech (抗議する)."""
    key = key_of(clause)
    lists = cues()
    if key not in lists.saying or "causative" in clause.marks:
        return None
    if clause.negative and key not in _KEEPING:
        return None
    modified = clause.modified if clause.relation == "relative" else None
    if modified is not None and (modified.head.norm in lists.nouns or modified.text in ("の", "こと")):
        return None
    if clause.passive and clause.argument("から", "よって") is None and key not in _WRITTEN:
        return None
    content = _content(clause)
    subject = subject_of(clause, actors)
    speaker = subject.actors or speaker_of(clause, None, actors) or ()
    if content is None:
        told = subject.actors or (subject.how in ("own", "other") and speaker and clause.relation == "chain")
        if key not in lists.official or not told or subject.how not in ("own", "topic", "shared", "other"):
            return None
        arg = clause.argument("を", "に")
        if clause.relation == "complement" and not clause.marks & {"past", "progressive", "repeated"}:
            return None
        if clause.relation == "relative" or (arg is None and key != "抗議する"):
            return None
        if key in lists.showing and (arg is None or not _can_be_shown(arg, key)):
            return None
        start = _act_start(clause)
        return Said(start, clause.end, speaker, False, "reported/act", clause, (start, clause.end), 0.5)
    unsure = subject.how in ("before", "none", "control") or (subject.how == "other" and not speaker)
    sure = 0.75
    if not speaker and key not in lists.viewing and _goes_on(clause):
        speaker, sure = actors.memory.topic or tuple(filter(None, [actors.memory.person])), 0.5
    if not speaker or (key in lists.viewing and unsure):
        return None
    start, said = _told_from(clause, content), (content, clause.end)
    return Said(start, clause.end, speaker, False, f"reported/{clause.link}", clause, said, sure)


def _goes_on(clause: Clause) -> bool:
    """…と述べました, …と指摘した: a report that names nobody goes on with whoever spoke before."""
    quoted = any(c.relation == "quote" for c in clause.children)
    return quoted and "past" in clause.marks and clause.relation == "chain" and own_subject(clause) is None


def _can_be_shown(arg: Chunk, key: str) -> bool:
    """懸念を表明した, 難色を示した; also, of an act made known, 離脱を表明した, 国交正常化を発表した."""
    if arg.head.norm in cues().feelings:
        return True
    done = arg.tokens[-1].verbal_noun or arg.tokens[-1].surface == "化"
    return key in _ANNOUNCING and arg.case == "を" and done


def _told_from(clause: Clause, content: int) -> int:
    """Where reported speech begins: with its content, or with the subject where the content is the less."""
    own = own_subject(clause)
    if own is None or (content - clause.start > 12 and clause.end - content > content - clause.start):
        return content
    return clause.start


def _act_start(clause: Clause) -> int:
    """A short act of speech (これを歓迎した) begins with the clause before, whose subject it shares."""
    before = previous_clause(clause)
    if before is None or clause.end - clause.start >= _WORDY or before.end > clause.start:
        return clause.start
    return before.start


def _content(clause: Clause) -> int | None:
    """Where the clause that is said begins; None when there is none."""
    tried = clause.lemma == "為る"  # 運ぼうとした
    said = [c for c in clause.children if c.relation == "quote" or c.link == "you"]
    starts = [_first(c) for c in said if not (tried and _attempted(c))]
    if not starts:  # と before a noun: 〜すると議会で表明した
        starts = [
            _first(c)
            for c in clause.children
            if c.link == "to" and not c.predicate.comma and not (tried and _attempted(c))
        ]
    for arg in clause.args:
        heads_ok = arg.head.norm in cues().nouns or arg.tokens[0].norm in ("こと", "事", "旨", "の")
        if arg.case in ("を", "が", "", "で") and heads_ok:
            starts += [_first(c) for c in arg.clauses]
            starts += [_first(c) for m in arg.mods for c in m.clauses if m.head.norm in cues().nouns]
    return min(starts, default=None)


def _attempted(clause: Clause) -> bool:
    """閉ざそう(とした), 運ぼう(とした)."""
    return "volitional" in clause.marks or clause.predicate.tokens[-1].form == "意志推量形"


def _with_topic(chunk: Chunk, start: int, outer: Unit) -> int:
    """Xは難しいとの見方がある: the topic before an opinion that merely exists belongs to the opinion."""
    for clause in outer.clauses:
        if clause.lemma in _EXISTING and any(a is chunk for a in clause.args):
            before = [a for a in clause.args if a.topic and a is not chunk and a.extent < start]
            return min([start, *(a.extent for a in before if not a.case)])
    return start


def _quoting(clause: Clause) -> bool:
    """〜とする(見方), 〜とした(声明)."""
    return clause.lemma == "為る" and any(c.relation == "quote" for c in clause.children)


def _first(clause: Clause) -> int:
    return min([clause.start, *(_first(c) for c in clause.children)])


def _held_view(chunk: Chunk, outer: Unit, actors: Actors) -> Said | None:
    """〜との見方がある: an opinion held by somebody the text does not name, or by the noun's own holder."""
    if chunk.head.norm not in _HOLDERLESS:
        return None
    if chunk.kind == PREDICATE:
        return _shared_view(chunk, outer, actors)
    if chunk.kind != NOUN:
        return None
    told = [*chunk.clauses, *(c for m in chunk.mods if m.head.norm in _HOLDERLESS for c in m.clauses)]
    contents = [c for c in told if c.relation == "quote" or _quoting(c)] or [
        c for c in chunk.clauses if chunk.head.norm in ("声", "主張") and c.relation == "relative"
    ]
    if not contents:
        return None
    holder = next((f for m in chunk.mods if m.case in ("の", "から") and (f := actors.refer(m))), ())
    start = min(_first(c) for c in contents)
    start = _with_topic(chunk, start, outer)
    if chunk.end - start < 10:
        return None
    return Said(start, chunk.end, holder, False, "reported/view", None, (start, chunk.end), 0.65)


def _shared_view(chunk: Chunk, outer: Unit, actors: Actors) -> Said | None:
    """〜というのが専門家の一致した見方である: an opinion told before the one who holds it."""
    clause = next((c for c in outer.clauses if c.predicate is chunk and c.lemma == "だ"), None)
    told = clause.argument("が") if clause is not None else None
    if clause is None or told is None or told.text not in ("の", "こと") or not told.clauses:
        return None
    holder = next((f for m in chunk.mods if m.case == "の" and (f := actors.refer(m))), ())
    start = min(_first(c) for c in told.clauses)
    return Said(
        start, clause.predicate.stop, holder, False, "reported/view", clause, (start, told.start), 0.65
    )
