"""Words in quotation marks: whether they are somebody's, and whose."""

from __future__ import annotations

import re

from detente.coding.ja.actors import Actors
from detente.coding.ja.chunks import PREDICATE, Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.pointed import points_back
from detente.coding.ja.quotation import Region
from detente.coding.ja.said import NOTE_REACH, Said, key_of, note_on, object_says
from detente.coding.ja.scene import Scene
from detente.coding.ja.sentence import Unit
from detente.coding.ja.speakers import speaker_of
from detente.coding.ja.speech import cues
from detente.coding.ja.words import word_set

_TITLES = frozenset("題する 呼ぶ 称する 名付ける 銘打つ 銘打った 呼ばれる".split())  # noqa: SIM905
_PLAIN = frozenset({"述べる"})
_MAKING = word_set("為る 位置付ける 見做す 捉える")
_NO_WORDS = word_set("有る 居る 成る だ 聞く 知る 分かる 違う 異なる 同じ 似る 並ぶ 見える 映る 書く")
_ISSUING = frozenset(
    {"発表する", "公表する", "提出する"}
)  # 『駐留受け入れ提案』を発表した: the name of a paper
_FEW = 15
# 「…」だと批判した, 「…」とする談話を出した: words quoted within what is reported
_CITES = re.compile("(?:だ|である|であった|だった)?と(?!の|い(?:う|った)|は)")
_WORDY = 12


def around_words(quoted: Said, scene: Scene) -> Said | None:
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
    told = [a for a in clause.args if not a.topic and a.case != "が" and not a.temporal]
    starts = [a.start for a in told if a.text != "こと"]  # 〜したことについて
    inside = next((c for c in clause.children if c.start <= quoted.start and quoted.end <= c.end), None)
    starts += [inside.start] if inside is not None else []
    start = min([quoted.start, *(a for a in starts if a < quoted.start)])
    return Said(start, clause.end, quoted.speaker, False, "reported/words", clause, quoted.content, 0.6)


def quoted(scene: Scene, outer: Unit, region: Region, actors: Actors) -> Said | None:
    """The statement that a quotation is; None for a name, a title or a term in quotation marks."""
    inner = next((u for u in scene.sentence.units if u.kind == "quote" and u.start == region.start), None)
    if inner is None:  # it breaks off inside a predicate and is read on by the sentence
        noted = any(region.start < n.repaired_at <= region.end + NOTE_REACH for n in scene.document.notes)
        if noted or region.end - region.start > 20:
            return Said(region.start, region.end, (), True, "quotation/broken", None, region[:2], 0.6)
        return None
    chunk = next((c for c in outer.parse.chunks if any(t.start == region.start for t in c.tokens)), None)
    if chunk is None:
        return None
    if (told := _in_brackets(scene, region, actors)) is not None:
        return Said(region.start, region.end, told, True, "quotation/（）", None, region[:2], 0.8)
    clause, how = _reporting(chunk, outer, bool(inner.clauses))
    if clause is not None and (speaker := speaker_of(clause, chunk, actors)) is not None:
        sure = 0.92 if speaker else 0.7
        key = key_of(clause)
        named = key not in cues().saying or (
            key in _MAKING and (clause.argument("を") is not None or clause.relation == "relative")
        )
        if not inner.clauses and (not speaker or named):
            return None  # 提携を「国際条約」とする
        return Said(region.start, region.end, speaker, True, f"quotation/{how}", clause, region[:2], sure)
    alone = len(outer.parse.chunks) == 1 and len(chunk.tokens) == 1  # 「我々は屈しない」。
    if chunk is outer.parse.chunks[-1] and inner.clauses and (alone or not _is_name(chunk, region)):
        speaker = _left_topic(outer, actors)
        return Said(region.start, region.end, speaker, True, "quotation/closing", None, region[:2], 0.8)
    if not inner.clauses or region.end - region.start < 12 or _is_term(chunk, region):
        return None
    if note_on(scene, region.end - 1) is not None or (
        inner.clauses[-1].link == "final" and chunk.case == "と"
    ):
        return Said(region.start, region.end, (), True, "quotation/note", None, region[:2], 0.6)
    return None


def _in_brackets(scene: Scene, region: Region, actors: Actors) -> tuple[str, ...] | None:
    """「…」（外務省報道官）: the speaker in brackets right after what he says."""
    after = next((u for u in scene.sentence.units if u.kind == "parenthesis" and u.start == region.end), None)
    if after is None or after.clauses or not after.parse.chunks:
        return None
    last = after.parse.chunks[-1]
    person = last.head.third == "人名" or last.text.endswith(cues().holders) or _holds_office(last, actors)
    if not person or last.case or last.text.endswith(cues().papers):
        return None
    found = actors.refer(last)
    return found if found else (last.text,)


def _holds_office(chunk: Chunk, actors: Actors) -> bool:
    found = actors.refer(chunk)
    return bool(found) and all("/" in one for one in found or ())


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


def _uttered(clause: Clause) -> bool:
    """「屈しない」と吠えた, 「まだ足りない」とつぶやいた: any verb that takes a whole sentence as said."""
    active = not clause.passive and not clause.negative and clause.argument("を") is None
    return active and clause.lemma not in _NO_WORDS


def _reporting(chunk: Chunk, outer: Unit, told: bool) -> tuple[Clause | None, str]:
    """The clause of saying over a quotation, and how it takes it; `told` where a sentence is quoted."""
    saying = cues().saying
    if chunk.kind == PREDICATE:
        clause = next((c for c in outer.clauses if c.predicate is chunk), None)
        parent = clause.parent if clause is not None and clause.relation == "quote" else None
        return (parent, "である") if parent is not None and key_of(parent) in saying else (None, "")
    for clause in outer.clauses:
        key = key_of(clause)
        if key in _TITLES:
            continue
        titled = chunk.text.startswith("『") and key in _ISSUING
        wordy = chunk.case in ("を", "が") and len(chunk.text) > _WORDY and not titled
        tells = key in saying or (chunk.case == "と" and (object_says(clause) or (told and _uttered(clause))))
        own = tells and any(a is chunk or chunk in a.joined for a in clause.args)
        if own and ((chunk.case in ("と", "") and chunk.topic != "は") or wordy):
            return clause, "と"
        for arg in clause.args:
            for noun in (arg, *arg.joined):
                told = noun.head.norm in cues().nouns or (noun.text == "こと" and key in saying)
                if told and any(m is chunk for m in noun.mods):
                    return clause, "との"
    for clause in outer.clauses:  # 「合意は死んだ」――。外相はこう言い切った
        if chunk.end <= clause.predicate.start and not chunk.case and points_back(clause):
            return clause, "と"
    return None, ""
