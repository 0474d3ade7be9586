"""Noun groups and verb groups: which words stand together, and what hangs on what within them."""

from __future__ import annotations

from collections.abc import Iterator

from detente.coding.en.shallow.draft import Draft, Piece
from detente.coding.en.shallow.words import BE, DO, HAVE, classes

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"DT", "PRP$", "WP$", "CD", "JJ", "POS", "HYPH", "$"}
STARTS = frozenset({"DT", "PRP$", "WP$"})
VERBS = frozenset({"MD", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
FORMS = {"VBG": "ing", "VBN": "part", "VB": "to"}
SINGLE = {
    "PRP": "NOUN",
    "IN": "PREPOSITION",
    "TO": "PREPOSITION",
    "RP": "PARTICLE",
    "RB": "ADVERB",
    "CC": "CC",
    "WDT": "WH",
    "WP": "WH",
    "WRB": "WH",
    ",": "COMMA",
    ":": "COMMA",
    ".": "STOP",
}
BRACKETED = 30  # tokens that a parenthesis may have
NEGATORS = frozenset({"not", "n't", "n’t", "never"})
THAN = frozenset({"more", "less", "fewer"})


def pieces(draft: Draft, first: int, last: int) -> Iterator[Piece]:
    """The pieces of the tokens from `first` up to `last`, left out; quotation marks are passed over."""
    i = first
    while i < last:
        if draft.tags[i] == "-LRB-" and (closing := _closing(draft, i, last)):
            i = closing + 1
            continue
        piece = _piece(draft, i, last)
        if piece is not None:
            yield piece
            i = piece.last
        i += 1


def _closing(draft: Draft, i: int, last: int) -> int:
    """The mark that closes a parenthesis, whose words are hung on what stands before it; 0 if none."""
    end = next((k for k in range(i + 1, min(last, i + BRACKETED)) if draft.tags[k] == "-RRB-"), 0)
    for k in range(i, end + 1) if i > 0 else ():
        draft.link(k, i - 1, "dep")
    return end


def _piece(draft: Draft, i: int, stop: int) -> Piece | None:
    tag = draft.tags[i]
    if tag in VERBS or (tag == "TO" and _infinitive(draft, i, stop)):
        return _verb_group(draft, i, stop)
    if _is_time(draft, i, stop):
        return Piece("TIME", i, i, i)
    if tag in INSIDE and tag not in ("POS", "HYPH"):
        return _noun_group(draft, i, stop)
    if tag == "IN" and draft.low[i] == "that":
        return Piece("THAT", i, i, i)
    if tag in ("RB", "IN") and (end := _counted(draft, i, stop)):
        return _noun_group(draft, end, stop, first=i)
    kind = SINGLE.get(tag)
    return Piece(kind, i, i, i) if kind else None


# Verbs.


def _infinitive(draft: Draft, i: int, stop: int) -> bool:
    """Whether "to" stands before a verb, adverbs between them left out."""
    at = i + 1
    while at < stop and draft.tags[at] == "RB":
        at += 1
    return at < stop and draft.tags[at] == "VB"


def _verb_group(draft: Draft, i: int, stop: int) -> Piece:
    """The auxiliaries, adverbs and main verb from token `i` on."""
    chain = [i]
    at = i
    while (after := _goes_on(draft, at, stop)) is not None:
        at = after
        chain.append(at)
    main = chain[-1]
    passive = False
    for k in range(i, main):
        low = draft.low[k]
        if draft.tags[k] == "RB":
            draft.link(k, main, "neg" if low in NEGATORS else "advmod")
        elif low in BE and draft.tags[main] == "VBN":
            passive = True
            draft.link(k, main, "auxpass")
        elif k in chain:
            draft.link(k, main, "aux")
    opening = draft.tags[i]
    form = "to" if opening == "TO" else FORMS.get(opening, "finite")
    return Piece("VERB", i, main, main, form, passive)


def _goes_on(draft: Draft, at: int, stop: int) -> int | None:
    """The next verb of the group whose verb or auxiliary is token `at`, None where it is the last."""
    low, tag = draft.low[at], draft.tags[at]
    if tag == "TO" or tag == "MD" or low in DO:
        wanted = {"VB"}
    elif low in HAVE:
        wanted = {"VBN"}
    elif low in BE:
        wanted = {"VBN", "VBG"}
    else:
        return None
    after = at + 1
    while after < stop and draft.tags[after] in ("RB", "``"):
        after += 1
    return after if after < stop and draft.tags[after] in wanted else None


# Nouns.


def _is_time(draft: Draft, i: int, stop: int) -> bool:
    """Whether a word is a day by itself: Monday, but not Monday's attack."""
    if draft.low[i] not in classes()["time"]:
        return False
    after = draft.tags[i + 1] if i + 1 < stop else "."
    return after != "POS" and (after not in ("NN", "NNS") or draft.low[i + 1] in classes()["periods"])


def _counted(draft: Draft, i: int, stop: int) -> int:
    """Where a number begins that words of degree stand before: at least 20, nearly 600; else 0."""
    low = draft.low[i]
    if low == "at" and i + 2 < stop and draft.low[i + 1] in ("least", "most") and draft.tags[i + 2] == "CD":
        return i + 2
    degree = low in classes()["adverbs_of_degree"]
    return i + 1 if degree and i + 1 < stop and draft.tags[i + 1] in ("CD", "JJ") else 0


def _noun_group(draft: Draft, i: int, stop: int, first: int | None = None) -> Piece:
    """The noun group from token `i` on: its last noun is the head, owners and modifiers hang on it."""
    end = i
    while end + 1 < stop and _belongs(draft, i, end + 1, stop):
        end += 1
    while end > i and draft.tags[end] in ("HYPH", "POS", "DT"):
        end -= 1
    begin = i if first is None else first
    head = next((k for k in range(end, i - 1, -1) if draft.tags[k] in NOUNS), end)
    if draft.tags[head] == "JJ" and begin == head:
        return Piece("ADJECTIVE", head, head, head)
    _within(draft, begin, end, head)
    kind = "ADJECTIVE" if draft.tags[head] == "JJ" and not _has_article(draft, begin, head) else "NOUN"
    period = draft.lemmas[head] in classes()["periods"] or draft.low[head] in classes()["month"]
    periods = period and draft.low[begin] in ("last", "this", "next")
    return Piece("TIME" if periods else kind, begin, end, head)


def _has_article(draft: Draft, begin: int, head: int) -> bool:
    return any(draft.tags[k] in ("DT", "CD", "PRP$", "NNP") for k in range(begin, head))


def _belongs(draft: Draft, i: int, at: int, stop: int) -> bool:
    """Whether the token at `at` goes on with the noun group that began at `i`."""
    tag, before = draft.tags[at], draft.tags[at - 1]
    if tag == "CC":
        return _shared(draft, i, at, stop)
    if draft.low[at] == "than" and draft.low[at - 1] in THAN:
        return at + 1 < stop and draft.tags[at + 1] in ("CD", "$", "NNP")
    if before == "IN":
        return tag in ("CD", "$", "NNP")
    if tag == "``":
        return before in ("DT", "JJ", "PRP$", "POS") and at + 1 < stop and draft.tags[at + 1] in INSIDE - STARTS
    if tag == "RB":
        return before not in NOUNS and at + 1 < stop and draft.tags[at + 1] in ("JJ", "CD")
    if tag == ",":
        return _two_adjectives(draft, at, stop)
    if tag not in INSIDE:
        return False
    if tag in STARTS:
        return before in ("DT", "JJ") and draft.low[at - 1] in ("all", "both", "half", "such")
    if draft.low[at - 1] in classes()["month"] and tag in ("NNP", "JJ"):
        return False
    if before in NOUNS and (_is_time(draft, at, stop) or draft.low[at] in ("last", "next")):
        return False
    return not (tag == "JJ" and before in ("NN", "NNS") and draft.tags[at - 2 :][:1] != ["HYPH"]) or _noun_after(
        draft, at, stop
    )


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
    return after < stop and draft.tags[after] in ("NN", "NNS", "NNP", "NNPS") or after > at + 2


def _like_adjective(draft: Draft, k: int) -> bool:
    low = draft.low[k]
    if draft.tags[k] == "JJ" or low in classes()["demonym_like"]:
        return True
    return draft.tags[k] == "NNP" and low.endswith(("an", "ish", "ese", "ian", "aeli", "aqi", "eni", "udi"))


def _within(draft: Draft, begin: int, end: int, head: int) -> None:
    """Link the words of a noun group: what stands before an "'s" is the owner of what comes after."""
    owners = [k for k in range(begin, end + 1) if draft.tags[k] == "POS"]
    left = begin
    bounds = [*owners, end + 1]
    heads = [_head_before(draft, left if n == 0 else owners[n - 1] + 1, bound) for n, bound in enumerate(bounds)]
    heads[-1] = head
    for n, bound in enumerate(bounds):
        for k in range(left, bound):
            if k != heads[n]:
                _modify(draft, k, heads[n])
        if n < len(owners):
            draft.link(heads[n], heads[n + 1], "poss")
            draft.link(bound, heads[n], "case")
        left = bound + 1


def _head_before(draft: Draft, first: int, bound: int) -> int:
    return next((k for k in range(bound - 1, first - 1, -1) if draft.tags[k] in NOUNS), max(first, bound - 1))


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


def _modify(draft: Draft, k: int, head: int) -> None:
    if draft.tags[k - 1 : k] == ["CC"] and k > 1 and draft.heads[k - 2] == head:
        draft.link(k, k - 2, "conj")
    elif draft.tags[k] == "CC":
        draft.link(k, k - 1, "cc")
    else:
        draft.link(k, head, MODIFIER.get(draft.tags[k], "compound"))
