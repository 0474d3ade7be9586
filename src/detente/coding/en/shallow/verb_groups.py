"""Verb groups: auxiliaries, adverbs and the main verb that they hang on."""

from __future__ import annotations

from detente.coding.en.shallow.draft import Draft, Piece
from detente.coding.en.shallow.words import BE, DO, HAVE

FORMS = {"VBG": "ing", "VBN": "part", "VB": "to"}
NEGATORS = frozenset({"not", "n't", "n’t", "never"})


def infinitive(draft: Draft, i: int, stop: int) -> bool:
    """Whether "to" stands before a verb, adverbs between them left out."""
    at = i + 1
    while at < stop and draft.tags[at] == "RB":
        at += 1
    return at < stop and draft.tags[at] == "VB"


def verb_group(draft: Draft, i: int, stop: int) -> Piece:
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
    if tag in ("TO", "MD") or low in DO:
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
