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
    return tags, deps, heads
