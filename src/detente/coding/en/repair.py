"""Repairs of parses that the small model often gets wrong in the language of news."""

from __future__ import annotations


def repaired(
    words: list[str], tags: list[str], deps: list[str], heads: list[int]
) -> tuple[list[str], list[str], list[int]]:
    """Tags, labels and heads with a noun root that has swallowed its verb turned round.

    "The coalition bombed Serbia" is often read as "the coalition (that was) bombed": a root noun
    with a participle that has an object of its own. The participle becomes the root again.
    """
    for i, head in enumerate(heads):
        if deps[i] != "acl" or tags[i] != "VBN" or deps[head] != "ROOT" or tags[head][:2] not in ("NN", "PR"):
            continue
        if not any(heads[k] == i and deps[k] == "dobj" and k > i for k in range(len(words))):
            continue
        tags[i], deps[i], deps[head] = "VBD", "ROOT", "nsubj"
        heads = [i if k in (i, head) else i if h == head and k > i else h for k, h in enumerate(heads)]
        break
    _named_subjects(tags, deps, heads)
    _side_by_side(words, deps, heads)
    return tags, deps, heads


def _named_subjects(tags: list[str], deps: list[str], heads: list[int]) -> None:
    """Make a name that hangs on the finite verb after it as a mere modifier its subject.

    "Brezhnev and Nixon sign the treaty" is often read with "Brezhnev" as a word before a noun.
    """
    served = {heads[k] for k, dep in enumerate(deps) if dep in ("nsubj", "nsubjpass", "csubj", "expl")}
    for i, head in enumerate(heads):
        finite = tags[head] in ("VBD", "VBP", "VBZ") and i < head and head not in served
        if finite and deps[i] in ("nmod", "compound") and tags[i] == "NNP":
            deps[i] = "nsubj"
            served.add(head)


def _side_by_side(words: list[str], deps: list[str], heads: list[int]) -> None:
    """Set clauses with a semicolon between them beside each other, not one inside the other."""
    for i, head in enumerate(heads):
        if deps[i] == "ccomp" and i < head and ";" in words[i:head]:
            deps[i] = "parataxis"
