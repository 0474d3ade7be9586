"""Noun groups: articles, modifiers and owners, and the noun that they hang on."""

from __future__ import annotations

from detente.coding.en.shallow.draft import Draft, Piece

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"DT", "PRP$", "WP$", "CD", "JJ", "POS", "HYPH", "$"}
ALLOWED = INSIDE | {"CC", "``", "RB", ","}  # what can go on with a noun group, beside "than"
STARTS = frozenset({"DT", "PRP$", "WP$"})
THAN = frozenset({"more", "less", "fewer"})
DEMONYMS = ("an", "ish", "ese", "aeli", "aqi", "eni", "udi")
MODIFIER = {
    "DT": "det",
    "PRP$": "poss",
    "WP$": "poss",
    "CD": "nummod",
    "JJ": "amod",
    "HYPH": "punct",
    "$": "quantmod",
    "RB": "advmod",
    "IN": "quantmod",
    ",": "punct",
    "``": "punct",
}


def is_time(draft: Draft, i: int, stop: int) -> bool:
    """Whether a word is a day by itself: Monday, but not Monday's attack."""
    if draft.low[i] not in draft.listed["time"]:
        return False
    after = draft.tags[i + 1] if i + 1 < stop else "."
    return after != "POS" and (after not in ("NN", "NNS") or draft.low[i + 1] in draft.listed["periods"])


def counted(draft: Draft, i: int, stop: int) -> int:
    """Where a number begins that words of degree stand before: at least 20, nearly 600; else 0."""
    low = draft.low[i]
    if low == "at" and i + 2 < stop and draft.low[i + 1] in ("least", "most") and draft.tags[i + 2] == "CD":
        return i + 2
    degree = low in draft.listed["adverbs_of_degree"]
    return i + 1 if degree and i + 1 < stop and draft.tags[i + 1] in ("CD", "JJ") else 0


def noun_group(draft: Draft, i: int, stop: int, first: int | None = None) -> Piece:
    """The noun group from token `i` on: its last noun is the head, owners and modifiers hang on it."""
    end = i
    while end + 1 < stop and _belongs(draft, i, end + 1, stop):
        end += 1
    while end > i and draft.tags[end] in ("HYPH", "POS", "DT"):
        end -= 1
    begin = i if first is None else first
    head = _last_noun(draft, i, end)
    if head < i:
        head = end
    if draft.tags[head] == "JJ" and begin == head:
        return Piece("ADJECTIVE", head, head, head)
    _within(draft, begin, end, head)
    kind = "ADJECTIVE" if draft.tags[head] == "JJ" and not _has_article(draft, begin, head) else "NOUN"
    period = draft.lemmas[head] in draft.listed["periods"] or draft.low[head] in draft.listed["month"]
    periods = period and draft.low[begin] in ("last", "this", "next")
    return Piece("TIME" if periods else kind, begin, end, head)


def _last_noun(draft: Draft, first: int, last: int) -> int:
    """The last noun of the tokens from `first` to `last`; `first` - 1 where there is none."""
    while last >= first and draft.tags[last] not in NOUNS:
        last -= 1
    return last


def _has_article(draft: Draft, begin: int, head: int) -> bool:
    return any(draft.tags[k] in ("DT", "CD", "PRP$", "NNP") for k in range(begin, head))


def _belongs(draft: Draft, i: int, at: int, stop: int) -> bool:
    """Whether the token at `at` goes on with the noun group that began at `i`."""
    tag, before = draft.tags[at], draft.tags[at - 1]
    if tag not in ALLOWED and draft.low[at] != "than":
        return False
    if tag == "CC":
        return _shared(draft, i, at, stop)
    if draft.low[at] == "than" and draft.low[at - 1] in THAN:
        return at + 1 < stop and draft.tags[at + 1] in ("CD", "$", "NNP")
    if before == "IN":
        return tag in ("CD", "$", "NNP")
    if tag == "``":
        opens = before in ("DT", "JJ", "PRP$", "POS") and at + 1 < stop
        return opens and draft.tags[at + 1] in INSIDE - STARTS
    if tag == "RB":
        return before not in NOUNS and at + 1 < stop and draft.tags[at + 1] in ("JJ", "CD")
    if tag == ",":
        return _two_adjectives(draft, at, stop)
    if tag not in INSIDE:
        return False
    if tag in STARTS:
        return before in ("DT", "JJ") and draft.low[at - 1] in ("all", "both", "half", "such")
    if draft.low[at - 1] in draft.listed["month"] and tag in ("NNP", "JJ"):
        return False
    if before in NOUNS and (is_time(draft, at, stop) or draft.low[at] in ("last", "next")):
        return False
    behind = tag == "JJ" and before in ("NN", "NNS") and draft.tags[at - 2 : at - 1] != ["HYPH"]
    return not behind or _noun_after(draft, at, stop)


def _two_adjectives(draft: Draft, at: int, stop: int) -> bool:
    """Whether a comma stands between two adjectives of one noun: direct, high-level talks."""
    left = draft.tags[at - 1] == "JJ" or draft.tags[at - 2 : at - 1] == ["HYPH"]
    if not left or at + 2 >= stop:
        return False
    after = at + 1
    while after < stop and draft.tags[after] in ("JJ", "HYPH", "CD", "$"):
        after += 1
    hyphened = draft.tags[after : after + 2] == ["NN", "HYPH"]
    return hyphened or (after > at + 1 and after < stop and draft.tags[after] in ("NN", "NNS"))


def _noun_after(draft: Draft, at: int, stop: int) -> bool:
    return at + 1 < stop and draft.tags[at + 1] in NOUNS


def _shared(draft: Draft, i: int, at: int, stop: int) -> bool:
    """Whether "and" joins two modifiers of one noun: Thai and Khmer soldiers."""
    if at + 2 >= stop or not (_like_adjective(draft, at - 1) and _like_adjective(draft, at + 1)):
        return False
    after = at + 2
    while after < stop and draft.tags[after] in ("NNP", "JJ"):
        after += 1
    return after > at + 2 or (after < stop and draft.tags[after] in NOUNS)


def _like_adjective(draft: Draft, k: int) -> bool:
    low = draft.low[k]
    if draft.tags[k] == "JJ" or low in draft.listed["demonym_like"]:
        return True
    return draft.tags[k] == "NNP" and low.endswith(DEMONYMS)


def _within(draft: Draft, begin: int, end: int, head: int) -> None:
    """Link the words of a noun group: what stands before an "'s" is the owner of what comes after."""
    if "POS" not in draft.tags[begin : end + 1]:
        for k in range(begin, end + 1):
            if k != head:
                _modify(draft, k, head)
        return
    owners = [k for k in range(begin, end + 1) if draft.tags[k] == "POS"]
    bounds = [*owners, end + 1]
    lefts = [begin, *(owner + 1 for owner in owners)]
    heads = [_head_before(draft, first, bound) for first, bound in zip(lefts, bounds, strict=True)]
    heads[-1] = head
    for n, bound in enumerate(bounds):
        for k in range(lefts[n], bound):
            if k != heads[n]:
                _modify(draft, k, heads[n])
        if n < len(owners):
            draft.link(heads[n], heads[n + 1], "poss")
            draft.link(bound, heads[n], "case")


def _head_before(draft: Draft, first: int, bound: int) -> int:
    last = _last_noun(draft, first, bound - 1)
    return last if last >= first else max(first, bound - 1)


def _modify(draft: Draft, k: int, head: int) -> None:
    tag = draft.tags[k]
    if k > 1 and draft.tags[k - 1] == "CC" and draft.heads[k - 2] == head:
        draft.link(k, k - 2, "conj")
    elif tag == "CC":
        draft.link(k, k - 1, "cc")
    else:
        draft.link(k, head, MODIFIER.get(tag, "compound"))
        if tag == "JJ" and "VBN" in draft.vocabulary.verbs.get(draft.low[k], ()):
            draft.tags[k] = "VBN"  # the jailed activists
