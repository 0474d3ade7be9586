"""Repairs of parses that have lost a subject: in times without a comma, by appositions, in long passives."""

from __future__ import annotations

import calendar

from detente.coding.en.tree import SUBJECTS

TIMES = frozenset((*calendar.month_name[1:], *calendar.day_name))
LONGEST_YEAR = 4
FINITE = ("VBD", "VBZ", "VBP", "VBN")
DRIVEN = frozenset(
    {"forced", "ordered", "told", "asked", "urged", "allowed", "compelled", "obliged", "invited"}
)


def reattached(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Mend tags, labels and heads in place."""
    _subject_after_time(words, tags, deps, heads)
    _beside_apposition(tags, deps, heads)
    _driven(words, tags, deps, heads)


def _subject_after_time(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Take a name out of the time before it: "In May Chad [recalled]" is read as in something, May Chad."""
    for name, dep in enumerate(deps):
        prep = heads[name]
        if dep != "pobj" or name < 2 or tags[name] != "NNP" or words[prep] not in ("In", "On"):
            continue
        verb, time = heads[prep], name - 1
        told = tags[verb] in FINITE and prep < name < verb and prep == name - 2
        if not told or heads[time] != name or not _a_time(words[time]):
            continue
        if any(h == verb and deps[k] in SUBJECTS for k, h in enumerate(heads)):
            continue
        passive = any(h == verb and deps[k] == "auxpass" for k, h in enumerate(heads))
        deps[time], heads[time] = "pobj", prep
        deps[name], heads[name] = "nsubjpass" if passive else "nsubj", verb


def _a_time(word: str) -> bool:
    return word in TIMES or (word.isdigit() and len(word) == LONGEST_YEAR)


def _beside_apposition(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Coordinate an office with the office before it, not with its holder's name.

    "The Togolese president, Kofi Abalo, and the Ghanaian president, Ama Owusu, met."
    """
    for k, dep in enumerate(deps):
        name = heads[k]
        office = heads[name]
        of_name = dep == "conj" and deps[name] == "appos" and tags[name] == "NNP" and office < name < k
        if not of_name or tags[k] not in ("NN", "NNS") or tags[office] not in ("NN", "NNS"):
            continue
        for other in range(name + 1, k):
            if heads[other] == name and deps[other] in ("cc", "punct"):
                heads[other] = office
        heads[k] = office


def _driven(words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Tag "forced" as passive after a passive: the envoy was expelled and forced to leave within a day."""
    for i, dep in enumerate(deps):
        first = heads[i]
        if dep != "conj" or tags[i] != "VBD" or tags[first] != "VBN" or words[i] not in DRIVEN:
            continue
        own = {deps[k] for k, head in enumerate(heads) if head == i}
        passive = any(head == first and deps[k] == "auxpass" for k, head in enumerate(heads))
        if passive and "xcomp" in own and not own & {*SUBJECTS, "dobj", "aux"}:
            tags[i] = "VBN"
