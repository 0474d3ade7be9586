"""Which of the disputes that a document speaks of are one: told again, or shown by an act beside its name."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.coding.ja.draft import Draft
from detente.coding.ja.quarrels import BLOW, MEASURE
from detente.coding.ja.words import word_set
from detente.ontology import mentions
from detente.ontology.issues import OTHER

# what shows a dispute without naming it; the dispute's name, where it is told, comes first
_SHOWING = frozenset({MEASURE, BLOW, "ja.dispute.protest", "ja.dispute.challenge"})
_LOOSE = (".arising",)  # 緊張が高まった: of whatever matter is told beside it
_NAMED = (".strong", ".noun", ".named")  # what is told by a name of its own, not by an act
_TOLD = (*_NAMED, ".verb", ".over", ".arising", ".unmet")
_BRIEF = 8  # sentences of a news flash, whose one act is all that it tells of a quarrel
_WORDS = re.compile("[一-龯々]{2,}|[ァ-ヴー]{3,}")
_KIND = re.compile("(?:問題|紛争|摩擦|対立|論争|懸案|争議|戦争)$")  # 元徴用工問題, 徴用工
_SEA = re.compile("水域|海域|大陸棚")
_LAND = re.compile("領土|国境|領有|境界|帰属|領海|主権|線引き")
_QUARREL = word_set(
    """
    対立 問題 摩擦 紛争 懸案 懸案事項 争い 両国 関係 二国間 意見 不一致 隔たり 緊張 緊張状態 緊張関係 論争
    係争 確執 軋轢 反目 応酬 争点 双方 国間 政府間 国家間 最大 最近 一連 長年 主張 見解 立場 溝 不和 相違 争点
    今回 軍事的 政治的 外交的 国際的 年代 長年 根強い
    """
)


def one_a_matter(drafts: list[Draft], paragraphs: dict[int, int], sentences: int) -> list[Draft]:
    """The disputes with each told once: the surest telling, and no act that only shows one named beside it.

    `paragraphs` gives the paragraph in which a draft begins: a measure told beside the dispute's name
    belongs to it, whatever issue its words show. In a text of many sentences a mere blow shows none.
    """
    if sentences > _BRIEF:
        drafts = [d for d in drafts if d.rule != BLOW]
    kept: list[Draft] = []
    retold: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda d: (-d.confidence, _bare(d), d.start)):
        first = next((other for other in kept if _again(draft, other)), None)
        if first is None:
            kept.append(draft)
        else:
            retold.setdefault(id(first), [first]).append(draft)
    for tellings in retold.values():
        tellings[0].fields["status"] = _last_said(tellings)
    loose = [d for d in kept if d.rule.endswith(_LOOSE)]
    named = [d for d in kept if d.rule not in _SHOWING and d not in loose]
    named += [d for d in loose if not any(_of(d, n) and _near(d, n, paragraphs) for n in named)]
    shown: list[Draft] = []
    for draft in (d for d in kept if d.rule in _SHOWING):
        others = (o for o in (*named, *shown) if _of(draft, o))
        if not any(_near(draft, o, paragraphs) or _on_one_issue(draft, o) for o in others):
            shown.append(draft)
    chosen = {id(d) for d in (*named, *shown)}
    return [d for d in drafts if id(d) in chosen]


def _again(draft: Draft, other: Draft) -> bool:
    """Whether a dispute of the same sides is the other one told again: by its name, else by its issue."""
    by_name = draft.rule.endswith(_NAMED) and other.rule.endswith(_NAMED)
    if by_name and draft.fields["name"] == other.fields["name"]:
        return True  # 国境問題, told again beside others
    if set(draft.fields["parties"][:2]) != set(other.fields["parties"][:2]):
        return False
    if _bare(draft):
        return True
    if other.rule in _SHOWING and draft.rule not in _SHOWING:
        return False
    if draft.rule.endswith(_TOLD) and other.rule.endswith(_TOLD) and _on_one_land(draft, other):
        return True
    if by_name or (draft.rule.endswith(_TOLD) and other.rule.endswith(_TOLD)):
        least = 2 if by_name else 3  # a clause holds many a short word
        mine, its = _content(draft.fields["name"], least), _content(other.fields["name"], least)
        alike = any(a in b or b in a for a in mine for b in its)
        if by_name or alike:
            return alike
    issue = draft.fields["issue"]
    protest = draft.rule.endswith(".protest") and other.rule == draft.rule
    return bool(issue == other.fields["issue"]) and (issue != OTHER or protest)


def _on_one_land(draft: Draft, other: Draft) -> bool:
    """Whether two disputes are over land and one says no more than that: 国境紛争, 領土争い."""
    names = (draft.fields["name"], other.fields["name"])
    if not all(_LAND.search(name) for name in names) or any(map(_SEA.search, names)):
        return False
    return any(all(_LAND.search(word) for word in _content(name)) for name in names)


def _last_said(tellings: list[Draft]) -> str:
    """What the text says last of a dispute that it tells of several times; the first is the one kept."""
    said = [d for d in tellings if d.fields["status"] != d.fields["name"] and d.rule not in _SHOWING]
    last: str = max(said, key=lambda d: d.start, default=tellings[0]).fields["status"]
    return last


def _bare(draft: Draft) -> bool:
    """両国の対立: whether a dispute is named without what it is about."""
    matter = "めぐ" in draft.fields["name"] or "巡" in draft.fields["name"]  # 水をめぐる緊張
    return draft.rule.endswith(_NAMED) and not matter and not _content(draft.fields["name"])


@lru_cache(maxsize=1024)
def _content(name: str, least: int = 2) -> frozenset[str]:
    """The words, of at least so many letters, that say what a dispute is about, its sides left out."""
    for mention in (m for m in reversed(mentions(name, "ja")) if m.actors or m.kind != "place"):
        name = f"{name[: mention.start]} {name[mention.end :]}"
    words = (_KIND.sub("", word) for word in _WORDS.findall(name) if word not in _QUARREL)
    return frozenset(word for word in words if len(word) >= least)


def _of(shown: Draft, other: Draft) -> bool:
    """Whether a dispute that is only shown is between sides of the other one."""
    sides = set(shown.fields["parties"])
    return len(sides & set(other.fields["parties"])) >= min(2, len(sides))


def _near(draft: Draft, other: Draft, paragraphs: dict[int, int]) -> bool:
    return paragraphs.get(draft.start) == paragraphs.get(other.start)


def _on_one_issue(draft: Draft, other: Draft) -> bool:
    """Whether nothing says that two disputes are on different issues."""
    issues = {draft.fields["issue"], other.fields["issue"]}
    return len(issues) == 1 or OTHER in issues
