"""Penn tags for the words of a sentence: by what each can be, its ending, and its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.coding.en.shallow.context import COUNTED, NOMINAL, Context
from detente.coding.en.shallow.marks import PUNCTUATION, QUOTES
from detente.coding.en.shallow.verb_tags import base_form, ing_form, is_verb, past_form, verb_place
from detente.coding.en.shallow.words import Words

ADJECTIVAL_BEFORE_NOUN = ("ent", "ant", "ar", "ory")
ADJECTIVAL = (
    *("al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ish", "ese", "esque", "ian", "ean"),
)
NOMINAL_ENDINGS = (
    *("s", "tion", "ment", "ness", "ity", "dom", "ism", "ship", "ance", "ence", "or", "ist", "ty"),
    *("acy", "age", "war", "peace", "hood", "cy"),
)


def tags_of(words: Words, tokens: Sequence[str], named: frozenset[int]) -> list[str]:
    """One tag a token; the parameters are those of `Context`."""
    around = Context(words, tokens, named)
    for i, (token, low) in enumerate(zip(tokens, around.low, strict=True)):
        tag = _tag(around, i, token, low)
        around.tags.append(tag)
        if tag in COUNTED:
            around.count(tag, low)
    return around.tags


def _tag(around: Context, i: int, token: str, low: str) -> str:
    if not token[0].isalpha() and (mark := _mark(around, i, low)):
        return mark
    if i in around.named and not token.islower():
        return "NNP"
    if (choose := HOMONYMS.get(low)) is not None:
        return choose(around, i)
    hyphen_follows = around.after[i] == "-"
    if hyphen_follows and token.islower():
        return _in_hyphens(around, i, low)
    if token[0].isupper() and _proper(around, i, low):
        return "NNPS" if low.endswith("s") and low[:-1] in around.words.nouns else "NNP"
    if closed := around.words.closed.get(low):
        return closed
    hyphened = hyphen_follows or around.left(i) == "HYPH"
    return (_in_hyphens(around, i, low) if hyphened else "") or _open(around, i, low)


def _mark(around: Context, i: int, low: str) -> str:
    """The tag of a number, a mark or a clitic that begins with one; "" for other tokens."""
    token = around.tokens[i]
    if mark := PUNCTUATION.get(token):
        return mark
    if token[0].isdigit():
        return "CD"
    if low in ("'s", "’s"):
        return _clitic_s(around, i)
    if token in QUOTES:
        return "POS" if token in ("'", "’") and around.left(i) == "NNS" and around.glued(i) else "``"
    return ""


def _in_hyphens(around: Context, i: int, low: str) -> str:
    """Parts of a hyphenated word are nouns and adjectives: peace-keeping, U.S.-led."""
    if around.next(i) == "-":
        return "JJ" if low in around.words.adjectives else "NN"
    if around.left(i) != "HYPH":
        return ""
    verbs = around.words.verbs.get(low, ())
    participle = low.endswith(("ed", "ing")) or "VBN" in verbs
    if participle and (low not in around.words.nouns or around.noun_follows(i)):
        return "JJ"
    return "NNS" if "VBZ" in verbs or low.endswith("s") else "NN"


def _proper(around: Context, i: int, low: str) -> bool:
    """Whether its capital makes a word a name: not the first word, not where all have capitals."""
    token = around.tokens[i]
    if i > 0 and around.tags[i - 1] not in (".", "``", ":") and not around.titled:
        acronym = len(token) > 1 and token.isupper()
        return acronym or low not in around.words.closed or low in ("may", "us", "will")
    words = around.words
    known = low in words.closed or low in words.verbs or low in words.nouns or low in words.adjectives
    return not known and not low.endswith(("ing", "ed", "ly"))


def _open(around: Context, i: int, low: str) -> str:
    """The tag of a noun, verb, adjective or adverb."""
    verbs = around.words.verbs.get(low, ())
    noun = low in around.words.nouns
    if not verbs and low[-2:] in ("ed", "ng") and not noun and len(low) > 4:
        verbs = ("VBD", "VBN") if low.endswith("ed") else ("VBG",) if low.endswith("ing") else ()
    if low == "likely" and around.before(i) == "MD":
        return "RB"
    if low in around.words.adjectives and not verb_place(around, i, verbs):
        return "NN" if noun and not around.noun_follows(i) and around.before(i) != "be" else "JJ"
    if "VBG" in verbs:
        return ing_form(around, i, noun)
    if "VBD" in verbs or "VBN" in verbs:
        return past_form(around, i, verbs, noun)
    if "VBZ" in verbs:
        return "VBZ" if not noun or is_verb(around, i) else "NNS"
    if "VB" in verbs:
        return base_form(around, i, noun)
    return _by_ending(around, i, low, noun)


def _by_ending(around: Context, i: int, low: str, noun: bool) -> str:
    if noun:
        return "NNS" if low.endswith("s") and not low.endswith(("ss", "us", "is")) else "NN"
    if low.endswith("ly") and len(low) > 4:
        return "RB"
    before = around.before(i)
    if before == "TO" and not low.endswith(NOMINAL_ENDINGS):
        return "JJ" if low.endswith(ADJECTIVAL) and around.noun_follows(i) else "VB"
    if before == "MD":
        return "VB"
    if low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return "VBZ" if before in ("PRP", "WP", "WDT") and not around.finite_before else "NNS"
    noun_follows = around.noun_follows(i)
    if low.endswith(ADJECTIVAL) and (before != "DT" or noun_follows):
        return "JJ"
    described = around.left(i) == "RB" or (low.endswith(ADJECTIVAL_BEFORE_NOUN) and not low.endswith("ment"))
    return "JJ" if noun_follows and described else "NN"


def _clitic_s(around: Context, i: int) -> str:
    """ "is" after a pronoun, else the mark of an owner."""
    return "VBZ" if around.left(i) in ("PRP", "WP", "WRB", "DT") else "POS"


def _that(around: Context, i: int) -> str:
    """A conjunction, an article before a singular noun, or a relative pronoun after a noun."""
    if around.left(i) in NOMINAL and (around.next(i) in around.words.closed or around.verb_next(i)):
        tag = around.words.closed.get(around.next(i), "VBD")
        return "WDT" if tag[:2] in ("VB", "MD") or tag == "RB" else "IN"
    if around.left(i) in ("IN", "TO") and i and around.low[i - 1] not in ("so", "now", "in"):
        return "DT"
    return "IN"


def _her(around: Context, i: int) -> str:
    return "PRP$" if around.noun_follows(i) else "PRP"


def _to(around: Context, i: int) -> str:
    del around, i
    return "TO"


HOMONYMS: dict[str, Callable[[Context, int], str]] = {"to": _to, "that": _that, "her": _her}
