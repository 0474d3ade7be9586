"""Words that end in a full stop without ending a sentence."""

from __future__ import annotations

import re

from detente.reading.words import words

_TOKEN = re.compile(r"(?:[^\W\d_]\.\s?)*[^\W\d_]+(?:-[^\W\d_]+)?\.?$|№$")
_INITIAL = re.compile(r"(?:^|[\s(«“\"\-.])[A-ZА-ЯЁ]$")
_NEXT = re.compile(r"[\s«“\"„(\[]*([^\W_]+)(?:(?<=[\s«“\"„(\[][A-ZА-ЯЁ])(\.))?")


def holds(before: str, after: str) -> bool:
    """Whether the full stop between `before` and `after` belongs to an abbreviation.

    `before` ends right before the stop and `after` begins right behind it.
    """
    token = _TOKEN.search(before)
    if not token:
        return False
    word = re.sub(r"\s", "", token.group()).lower().rstrip(".")
    follower = _NEXT.match(after)
    following, is_initial = (follower.group(1), bool(follower.group(2))) if follower else ("", False)
    begins_sentence = following.lower() in words("sentence_starters")
    if _INITIAL.search(before) and following[:1].isalpha():
        return is_initial or not begins_sentence
    if word in words("abbreviations_before_number") and following[:1].isdigit():
        return True
    if word in ("т.д", "т.п", "др", "проч"):
        return not following[:1].isupper()
    never = words("abbreviations_never_end")
    dotted = "." in word
    if word in words("abbreviations_may_end") or (dotted and len(word) <= 7 and word not in never):
        return not begins_sentence
    return word in never or (dotted and word.rpartition(".")[2] in never)
