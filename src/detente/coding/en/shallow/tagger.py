"""Penn tags for the words of a sentence: by what each can be, its ending, and its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.en.grammar import is_a
from detente.coding.en.shallow.words import BE, DO, HAVE, Words

VERB = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
BEFORE_NOUN = frozenset({"DT", "PRP$", "POS", "JJ", "WP$"})
CLAUSE_MARKS = frozenset({",", ":", ".", "``", "WDT", "WP", "WRB", "CC", "TO"})
PUNCTUATION = {
    ",": ",",
    ";": ":",
    ":": ":",
    "--": ":",
    "–": ":",
    "—": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "-": "HYPH",
    "/": "HYPH",
    "$": "$",
    "£": "$",
    "€": "$",
    "%": "NN",
    "(": "-LRB-",
    "[": "-LRB-",
    "{": "-LRB-",
    ")": "-RRB-",
    "]": "-RRB-",
    "}": "-RRB-",
}
QUOTES = frozenset("\"“”„«»‘’'`") | {"``", "''"}
ADJECTIVAL_BEFORE_NOUN = ("ent", "ant", "ar", "ory")
ADJECTIVAL = ("al", "ive", "ous", "ic", "ful", "less", "able", "ible", "ary", "ish", "ese", "esque", "ian", "ean")
NOMINAL_ENDINGS = (
    *("s", "tion", "ment", "ness", "ity", "dom", "ism", "ship", "ance", "ence", "or", "ist", "ty"),
    *("acy", "age", "war", "peace", "hood", "cy"),
)
TITLE_CASE = 0.7  # share of capitalised words above which capitals say nothing


class Tagger:
    """Tags one sentence from left to right.

    Parameters
    ----------
    words : the vocabulary.
    tokens : the words and marks of the sentence; a hyphen within a word is "-", a dash another mark.
    named : indices of the tokens that the gazetteer found to name someone.
    """

    def __init__(self, words: Words, tokens: Sequence[str], named: frozenset[int]) -> None:
        self.words = words
        self.tokens = tokens
        self.low = [token.lower() for token in tokens]
        self.named = named
        self.tags: list[str] = []
        self.finite_before = False
        self.last_finite = ""
        self.titled = _titled(tokens)
        self.sure = [self._surely_finite(low) for low in self.low]

    def run(self) -> list[str]:
        """The tags, one a token."""
        for i, low in enumerate(self.low):
            tag = self._tag(i, low)
            self.tags.append(tag)
            if tag in FINITE:
                self.finite_before = True
                self.last_finite = low
            elif tag in CLAUSE_MARKS:
                self.finite_before = False
        return self.tags

    def _tag(self, i: int, low: str) -> str:
        token = self.tokens[i]
        if mark := PUNCTUATION.get(token):
            return mark
        if token[0].isdigit():
            return "CD"
        if low in ("'s", "’s"):
            return self._clitic_s(i)
        if token in QUOTES:
            return "POS" if token in ("'", "’") and self._after(i) == "NNS" and self._glued(i) else "``"
        if i in self.named and not token.islower():
            return "NNP"
        if low == "to":
            return "TO"
        if low == "that":
            return self._that(i)
        if low == "her":
            return "PRP$" if self._noun_follows(i) else "PRP"
        if self._next(i) == "-" and token.islower():
            return self._in_hyphens(i, low)
        if (closed := self.words.closed.get(low)) and not self._proper(i, low):
            return closed
        if self._proper(i, low):
            return "NNPS" if low.endswith("s") and low[:-1] in self.words.nouns else "NNP"
        return self._in_hyphens(i, low) or self._open(i, low)

    def _in_hyphens(self, i: int, low: str) -> str:
        """Parts of a hyphenated word are nouns and adjectives: peace-keeping, U.S.-led."""
        if self._next(i) == "-":
            return "JJ" if low in self.words.adjectives else "NN"
        if self._after(i) != "HYPH":
            return ""
        verbs = self.words.verbs.get(low, ())
        participle = low.endswith(("ed", "ing")) or "VBN" in verbs
        if participle and (low not in self.words.nouns or self._noun_follows(i)):
            return "JJ"
        return "NNS" if "VBZ" in verbs or low.endswith("s") else "NN"

    def _proper(self, i: int, low: str) -> bool:
        """Whether a capital makes a word a name: not the first word, not where all have capitals."""
        token = self.tokens[i]
        if not token[0].isupper():
            return False
        if i > 0 and self.tags[i - 1] not in (".", "``", ":") and not self.titled:
            acronym = len(token) > 1 and token.isupper()
            return acronym or low not in self.words.closed or low in ("may", "us", "will")
        words = self.words
        known = low in words.closed or low in words.verbs or low in words.nouns or low in words.adjectives
        return not known and not low.endswith(("ing", "ed", "ly"))

    def _open(self, i: int, low: str) -> str:
        """The tag of a noun, verb, adjective or adverb."""
        verbs = self.words.verbs.get(low, ())
        noun = low in self.words.nouns
        if not verbs and low[-2:] in ("ed", "ng") and not noun and len(low) > 4:
            verbs = ("VBD", "VBN") if low.endswith("ed") else ("VBG",) if low.endswith("ing") else ()
        if low == "likely" and self._before(i) == "MD":
            return "RB"
        if low in self.words.adjectives and not self._verb_place(i, verbs):
            return "NN" if noun and not self._noun_follows(i) and self._before(i) != "be" else "JJ"
        if "VBG" in verbs:
            return self._ing(i, noun)
        if "VBD" in verbs or "VBN" in verbs:
            return self._past(i, verbs, noun)
        if "VBZ" in verbs:
            return "VBZ" if not noun or self._acts(i) else "NNS"
        if "VB" in verbs:
            return self._base(i, noun)
        return self._by_ending(i, low, noun)

    def _by_ending(self, i: int, low: str, noun: bool) -> str:
        if noun:
            return "NNS" if low.endswith("s") and not low.endswith(("ss", "us", "is")) else "NN"
        if low.endswith("ly") and len(low) > 4:
            return "RB"
        before = self._before(i)
        if before == "TO" and not low.endswith(NOMINAL_ENDINGS):
            return "JJ" if low.endswith(ADJECTIVAL) and self._noun_follows(i) else "VB"
        if before == "MD":
            return "VB"
        if low.endswith("s") and not low.endswith(("ss", "us", "is")):
            return "VBZ" if before in ("PRP", "WP", "WDT") and not self.finite_before else "NNS"
        noun_follows = self._noun_follows(i)
        if low.endswith(ADJECTIVAL) and (before != "DT" or noun_follows):
            return "JJ"
        described = self._after(i) == "RB" or (low.endswith(ADJECTIVAL_BEFORE_NOUN) and not low.endswith("ment"))
        return "JJ" if noun_follows and described else "NN"

    # What stands before and after a word.

    def _before(self, i: int) -> str:
        """The tag before a word, adverbs and quotation marks left out; MD for forms of do."""
        at = i - 1
        while at >= 0 and self.tags[at] in ("RB", "``"):
            at -= 1
        if at < 0:
            return "^"
        low = self.low[at]
        if self.tags[at] in VERB:
            if low in BE:
                return "be"
            if low in HAVE:
                return "have"
            if low in DO:
                return "MD"
        return self.tags[at]

    def _after(self, i: int) -> str:
        """The tag of the word directly before a mark."""
        return self.tags[i - 1] if i else "^"

    def _glued(self, i: int) -> bool:
        """Whether a plural stands before a lone apostrophe and a noun after it: the rebels' demands."""
        return i + 1 < len(self.low) and self.low[i + 1].isalpha()

    def _next(self, i: int) -> str:
        return self.low[i + 1] if i + 1 < len(self.low) else "."

    def _noun_follows(self, i: int) -> bool:
        """Whether the next word can belong to the same noun phrase."""
        low = self._next(i)
        words = self.words
        if not low[0].isalnum() or low in words.closed or low == "to" or low.endswith("ly"):
            return False
        verbs = words.verbs.get(low, ())
        return low in words.nouns or low in words.adjectives or not ("VBD" in verbs or "VBZ" in verbs)

    def _phrase_follows(self, i: int) -> bool:
        """Whether a phrase begins after a word, as after a verb: an article, a name, a pronoun, "that"."""
        low = self._next(i)
        tag = self.words.closed.get(low, "")
        capital = i + 1 < len(self.tokens) and self.tokens[i + 1][0].isupper() and not self.titled
        return tag in ("DT", "PRP", "PRP$", "WP", "WRB") or capital or low == "that" or i + 1 in self.named

    def _clitic_s(self, i: int) -> str:
        pronoun = self._after(i) in ("PRP", "WP", "WRB", "EX") or self._after(i) == "DT"
        return "VBZ" if pronoun else "POS"

    def _that(self, i: int) -> str:
        """A conjunction, an article before a singular noun, or a relative pronoun after a noun."""
        if self._after(i) in NOMINAL and (self._next(i) in self.words.closed or self._verb_next(i)):
            tag = self.words.closed.get(self._next(i), "VBD")
            return "WDT" if tag[:2] in ("VB", "MD") or tag == "RB" else "IN"
        if self._after(i) in ("IN", "TO") and i and self.low[i - 1] not in ("so", "now", "in"):
            return "DT"
        return "IN"

    def _verb_next(self, i: int) -> bool:
        low = self._next(i)
        verbs = self.words.verbs.get(low, ())
        return ("VBZ" in verbs or "VBD" in verbs) and (low not in self.words.nouns or self._phrase_follows(i + 1))

    # Words that can be verbs.

    def _verb_place(self, i: int, verbs: Sequence[str]) -> bool:
        """Whether an adjective that is also a verb stands where a verb must: to free, will free, is opposed."""
        if not verbs:
            return False
        before = self._before(i)
        if before in ("TO", "MD"):
            return not self._noun_follows(i) or before == "MD" or self.tags[i - 1] == "TO"
        past = "VBD" in verbs or "VBN" in verbs
        return past and (before == "have" or (before in NOMINAL | {"PRP"} and self._phrase_follows(i)))

    def _ing(self, i: int, noun: bool) -> str:
        before = self._before(i)
        if before in BEFORE_NOUN:
            return "JJ" if self._noun_follows(i) and not noun else "NN"
        if is_a("actor", self._next(i)):
            return "JJ"
        if noun and before in ("NN", "NNP", "CD") and not self._phrase_follows(i):
            return "NN"
        if noun and before in ("IN", "^", "TO") and self._next(i) in ("of", "in", "on", "with", "and"):
            return "NN"
        return "VBG"

    def _past(self, i: int, verbs: Sequence[str], noun: bool) -> str:
        before = self._before(i)
        if before in ("TO", "MD") and "VB" in verbs:
            return "VB"
        if before in ("be", "have") and "VBN" in verbs:
            return "VBN"
        if before in BEFORE_NOUN or (noun and before in ("NN", "IN") and not self._phrase_follows(i)):
            if noun and "VB" in verbs:
                return "NN"
            return "JJ" if self._noun_follows(i) else "VBN" if before == "JJ" else "NN"
        if "VBD" not in verbs:
            return "VBN"
        if before in ("IN", "TO", "VBG", "VB", "VBD", "VBN") and self._noun_follows(i):
            return "JJ"
        if before in ("IN", "HYPH", "WRB"):
            return "VBN"
        listed = before == "CC" or (before == "," and self.last_finite)
        if listed and self._last_verb() == "VBN" and "VBN" in verbs:
            return "VBN" if not self._phrase_follows(i) else "VBD"
        if before in NOMINAL and "VBN" in verbs and self._reduced(i):
            return "VBN"
        if "VBN" not in verbs or self.low[i] in self.words.clausal:
            return "VBD"
        if before == "," and self._next(i) == "by":
            return "VBN"
        if before == ",":
            described = self.words.closed.get(self._next(i)) == "IN"
            return "VBN" if self.last_finite and described else "VBD"
        return "VBN" if before == "^" else "VBD"

    def _reduced(self, i: int) -> bool:
        """Whether a past form after a noun only describes it: troops deployed there have left."""
        if self._next(i) == "by":
            return True
        if self.words.closed.get(self._next(i)) == "RP":
            return False
        if self.low[i] in self.words.clausal or self._phrase_follows(i):
            return False
        settled = self.finite_before and self.last_finite not in self.words.clausal
        return settled or self._finite_ahead(i)

    def _base(self, i: int, noun: bool) -> str:
        before = self._before(i)
        if before == "TO":
            return self._to_word(i, noun)
        if before == "MD":
            return "VB"
        if before == "have" and self.low[i] in ("become", "come", "run", "overcome", "overrun"):
            return "VBN"
        if before in ("CC", ",") and self._last_verb() in ("VB", "VBP") and (not noun or self._phrase_follows(i)):
            return "VB"
        if before in ("PRP", "NNS", "NNPS", "WP", "WDT", "NNP", "NN") and not self.finite_before:
            plural = before in ("PRP", "NNS", "NNPS", "WDT", "WP") or self._joined(i)
            if plural and (not noun or self._acts(i)):
                return "VBP"
        if before in ("^", "``") and not noun:
            return "VB"
        return "NN" if noun or before in BEFORE_NOUN | {"IN"} else "VB"

    def _to_word(self, i: int, noun: bool) -> str:
        """After "to": a verb, unless a noun that a preposition takes: to support the talks, to war."""
        if not noun or self._phrase_follows(i) or self.tags[i - 1] != "TO":
            return "VB"
        verbal = i > 1 and (self.tags[i - 2] in VERB | {"JJ", "NN", "NNS", "NNP"})
        follows = self._next(i)
        if follows in ("of", ".", ",", "and", "in", "on") and i > 1 and self.tags[i - 2] in VERB:
            return "VB" if self.low[i - 2] not in MOTION else "NN"
        return "VB" if verbal else "NN"

    def _acts(self, i: int) -> bool:
        """Whether a form that is noun or verb is the verb of its clause."""
        before = self._before(i)
        if before in BEFORE_NOUN or before in ("IN", "TO", "CD", "HYPH", "be", "have", "$"):
            return False
        if self.finite_before and before not in ("PRP", "WP", "WDT"):
            return False
        if before in VERB or before in ("^", ","):
            return False
        if before in ("PRP", "WP", "WDT"):
            return True
        if self._finite_ahead(i):
            return False
        follows = self._next(i)
        if before == "NN" and not self._told_of_someone(i):
            return self._phrase_follows(i) or follows == "to"
        if before == "NNP" and "VBZ" in self.words.verbs.get(self.low[i], ()) and not any(self.sure[i:]):
            return follows[0].isalnum()
        return self._phrase_follows(i) or follows in ("to", "on", "for", "with", "against", "in", "up", "out", "off")

    def _told_of_someone(self, i: int) -> bool:
        """Whether the noun before a word means someone who can act: the minister visits."""
        return is_a("actor", self.low[i - 1])

    def _joined(self, i: int) -> bool:
        """Whether two names joined by "and" stand before a word: France and Italy plan."""
        return "CC" in self.tags[max(0, i - 5) : i]

    def _last_verb(self) -> str:
        return next((tag for tag in reversed(self.tags) if tag in VERB), "")

    def _surely_finite(self, low: str) -> bool:
        tag = self.words.closed.get(low, "")
        if tag in FINITE:
            return True
        verbs = self.words.verbs.get(low, ())
        told = verbs == ("VBZ",) and low in self.words.clausal
        return low not in self.words.nouns and (told or verbs == ("VBD",))

    def _finite_ahead(self, i: int) -> bool:
        """Whether the clause has a verb of its own after a word."""
        for at in range(i + 1, len(self.low)):
            low = self.low[at]
            if self.sure[at]:
                return self.words.closed.get(self.low[at - 1], "") != "PRP"
            if low in PUNCTUATION and low != "-" or low in STOPS:
                return False
        return False


MOTION = frozenset("go goes went gone going return returned come came close led lead leads back".split())
STOPS = frozenset({"that", "which", "who", "and", "but", "or", "to", "as", "because", "when", "while", "if"}) | {
    *("after", "before", "since", "until", "although", "though", "where", "unless")
}


def _titled(tokens: Sequence[str]) -> bool:
    """Whether nearly every word has a capital, as in a headline."""
    words = [token for token in tokens if token[0].isalpha()]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > TITLE_CASE * len(words)
