"""Disputes that no word names: told by a hostile act or a demand, or by claims that contradict each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from detente.coding.codes import states_of
from detente.coding.ja.dispute_sides import takes_sides
from detente.coding.ja.draft import Draft
from detente.coding.ja.lexicon import table
from detente.coding.ja.scene import Scene

MEASURE = "ja.dispute.measure"
BLOW = "ja.dispute.blow"
# acts that stand in no one's way, or whose kind is only guessed
_DOUBTFUL = ("reject.defer", "conduct.", "speech.accuse/quotation")
# what is said against the other is about a matter; sanctions and attacks serve one told elsewhere
_SPOKEN = frozenset({"PROTEST", "ACCUSE", "REJECT", "REQUEST"})
_SURE = 0.6
_MATTERLESS = re.compile("(?:[^はがもをにと]*[はがも])?[^をにとで「が]*")
_WORRY = re.compile("(?:懸念|憂慮|危惧|不安)(?:を(?:表|示|抱|伝|持|強め|募ら|共有)|する|し)")


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    return dict(table("disputes")["measures"])


@lru_cache(maxsize=2)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile("|".join(table("disputes")[name]))


def quarrels_of(scene: Scene, acts: Iterable[Draft], said: list[Draft]) -> list[Draft]:
    """The disputes that the acts and statements of a sentence show without naming them."""
    return [*(d for act in acts if (d := _measure(act, scene)) is not None), *_contrary(scene, said)]


def _measure(act: Draft, scene: Scene) -> Draft | None:
    """One side acts against the other (a protest, an attack), or demands an end of what it does."""
    doers, targets = states_of(act.fields["actors"]), states_of(act.fields["targets"])
    if not act.fields["actual"] or not doers or not targets or set(doers) & set(targets):
        return None
    if act.telling is not None and act.telling.background and act.fields["plover"] != "ASSAULT":
        return None
    guessed = act.confidence < _SURE or act.rule.startswith(_DOUBTFUL) or act.rule.endswith(", quoted")
    if guessed or "/reported" in act.rule or not all(map(_side, (doers, targets))):
        return None
    words = scene.text(act.start, act.end)
    if act.fields["plover"] != "ASSAULT" and _MATTERLESS.fullmatch(words):
        return None  # 財務大臣などは反対する leaves the reader to guess at what
    sure = _weights().get(act.fields["plover"])
    if act.fields["plover"] == "REQUEST":
        sure = 0.45 if _pattern("demands").search(words) else None
    if act.fields["plover"] == "ACCUSE" and _WORRY.search(words):
        return None  # 暴力が拡大すると懸念を表明した stands against nobody
    if sure is None or _pattern("calls").search(words):
        return None
    spoken = act.fields["plover"] in _SPOKEN and not act.rule.startswith("unlisted.")
    rule = MEASURE if spoken else BLOW
    return _dispute((act.start, act.end), (*doers, *targets), sure, rule, words)


def _side(codes: tuple[str, ...]) -> bool:
    """Whether one of several actors can be a side."""
    return any(map(takes_sides, codes))


def _contrary(scene: Scene, said: list[Draft]) -> Iterator[Draft]:
    """Aは〜と主張する一方、Bは〜としている: claims of different sides against each other in one sentence."""
    claims = [s for s in said if not s.fields["direct"] or s.rule.startswith("quotation")]
    for first, second in pairwise(sorted(claims, key=lambda s: s.start)):
        left, right = states_of(first.fields["speaker"]), states_of(second.fields["speaker"])
        known = bool(left and right) and all(map(_side, (left, right)))
        apart = known and not set(left) & set(right)
        if apart and _pattern("turns").search(scene.text(first.end - 1, second.end)):
            span = (first.start, second.end)
            yield _dispute(span, (*left, *right), 0.55, "ja.dispute.contrary", scene.text(*span))


def _dispute(span: tuple[int, int], parties: tuple[str, ...], sure: float, rule: str, words: str) -> Draft:
    fields = {"name": words, "parties": tuple(dict.fromkeys(parties)), "status": words}
    return Draft("dispute", *span, sure, rule, fields)
