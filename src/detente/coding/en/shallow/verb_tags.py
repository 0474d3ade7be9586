"""The tags of words that can be verbs: by their form, what stands before them and what comes after."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.context import NOMINAL, VERB, Context
from detente.coding.en.shallow.words import classes

AFTER_VERB = frozenset({"to", "on", "for", "with", "against", "in", "up", "out", "off"})
BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "WP$"})


def verb_place(around: Context, i: int, verbs: Sequence[str]) -> bool:
    """Whether an adjective that is also a verb stands where a verb must: to free, will free, is opposed."""
    if not verbs:
        return False
    before = around.before(i)
    if before in ("TO", "MD"):
        return not around.noun_follows(i) or before == "MD" or around.tags[i - 1] == "TO"
    past = "VBD" in verbs or "VBN" in verbs
    return past and (before == "have" or (before in NOMINAL | {"PRP"} and around.phrase_follows(i)))


def ing_form(around: Context, i: int, noun: bool) -> str:
    """A participle, an adjective before a noun, or a noun: the bombing of."""
    before = around.before(i)
    if before in BEFORE_NOUN:
        return "JJ" if around.noun_follows(i) and not noun else "NN"
    if is_a("actor", around.next(i)):
        return "JJ"
    if noun and before in ("NN", "NNP", "CD") and not around.phrase_follows(i):
        return "NN"
    if noun and before in ("IN", "^", "TO") and around.next(i) in ("of", "in", "on", "with", "and"):
        return "NN"
    return "VBG"


def past_form(around: Context, i: int, verbs: Sequence[str], noun: bool) -> str:
    """A past tense, a participle, or an adjective before a noun: the occupied town."""
    before = around.before(i)
    if before in ("TO", "MD") and "VB" in verbs:
        return "VB"
    if before in ("be", "have") and "VBN" in verbs:
        return "VBN"
    if before in BEFORE_NOUN or (noun and before in ("NN", "IN") and not around.phrase_follows(i)):
        if noun and "VB" in verbs:
            return "NN"
        return "JJ" if around.noun_follows(i) else "VBN" if before == "JJ" else "NN"
    if "VBD" not in verbs:
        return "VBN"
    if before in ("IN", "TO", "VBG", "VB", "VBD", "VBN") and around.noun_follows(i):
        return "JJ"
    if before in ("IN", "HYPH", "WRB"):
        return "VBN"
    listed = before == "CC" or (before == "," and around.last_finite)
    if listed and around.last_verb() == "VBN" and "VBN" in verbs:
        return "VBN" if not around.phrase_follows(i) else "VBD"
    if before in NOMINAL and "VBN" in verbs and reduced(around, i):
        return "VBN"
    if "VBN" not in verbs or around.low[i] in around.words.clausal:
        return "VBD"
    if before == "," and around.next(i) == "by":
        return "VBN"
    if before == ",":
        described = around.words.closed.get(around.next(i)) == "IN"
        return "VBN" if around.last_finite and described else "VBD"
    return "VBN" if before == "^" else "VBD"


def reduced(around: Context, i: int) -> bool:
    """Whether a past form after a noun only describes it: troops deployed there have left."""
    if around.next(i) == "by":
        return True
    if around.words.closed.get(around.next(i)) == "RP":
        return False
    if around.low[i] in around.words.clausal or around.phrase_follows(i):
        return False
    settled = around.finite_before and around.last_finite not in around.words.clausal
    return settled or around.finite_ahead(i)


def base_form(around: Context, i: int, noun: bool) -> str:
    """An infinitive, a present tense, or the noun that is spelt alike: support, plan."""
    before = around.before(i)
    if before == "TO":
        return to_word(around, i, noun)
    if before == "MD":
        return "VB"
    if before == "have" and around.low[i] in ("become", "come", "run", "overcome", "overrun"):
        return "VBN"
    listed = before in ("CC", ",") and around.last_verb() in ("VB", "VBP")
    if listed and (not noun or around.phrase_follows(i)):
        return "VB"
    if before in ("PRP", "NNS", "NNPS", "WP", "WDT", "NNP", "NN") and not around.finite_before:
        plural = before in ("PRP", "NNS", "NNPS", "WDT", "WP") or around.joined(i)
        if plural and (not noun or is_verb(around, i)):
            return "VBP"
    if before in ("^", "``") and not noun:
        return "VB"
    return "NN" if noun or before in BEFORE_NOUN | {"IN"} else "VB"


def to_word(around: Context, i: int, noun: bool) -> str:
    """After "to": a verb, unless a noun that a preposition takes: to support the talks, to war."""
    if not noun or around.phrase_follows(i) or around.tags[i - 1] != "TO":
        return "VB"
    verbal = i > 1 and (around.tags[i - 2] in VERB | {"JJ", "NN", "NNS", "NNP"})
    follows = around.next(i)
    if follows in ("of", ".", ",", "and", "in", "on") and i > 1 and around.tags[i - 2] in VERB:
        return "VB" if around.low[i - 2] not in classes()["motion"] else "NN"
    return "VB" if verbal else "NN"


def is_verb(around: Context, i: int) -> bool:
    """Whether a form that is noun or verb is the verb of its clause."""
    before = around.before(i)
    if before in BEFORE_NOUN or before in ("IN", "TO", "CD", "HYPH", "be", "have", "$"):
        return False
    if around.finite_before and before not in ("PRP", "WP", "WDT"):
        return False
    if before in VERB or before in ("^", ","):
        return False
    if before in ("PRP", "WP", "WDT"):
        return True
    if around.finite_ahead(i):
        return False
    follows = around.next(i)
    if before == "NN" and not around.told_of_someone(i):
        return around.phrase_follows(i) or follows == "to"
    if before == "NNP" and "VBZ" in around.words.verbs.get(around.low[i], ()):
        finite = around.words.finite
        if not any(low in finite for low in around.low[i:]):
            return follows[0].isalnum()
    return around.phrase_follows(i) or follows in AFTER_VERB
