"""The proper names of instruments: of treaties, by their place, in quotation marks, by letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from detente.coding.en.grammar import groups
from detente.coding.en.quotes import quotations
from detente.coding.en.reading import Sentence
from detente.ontology import states

KINDS = (
    "Treat(?:y|ies)|Agreements?|Accords?|Protocols?|Conventions?|Pacts?|Charter|Memorand(?:um|ums|a)|Declaration"
    "|Communiqu[eé]s?|Partnership|[Pp]rogram(?:me)?|Act of Accession|Armistice|Concordat|Entente|Compact"
    "|Alliance|Organi[sz]ation|Framework|Plan of Action|Action Plan|Road ?[Mm]ap|Arrangement|Understanding"
    "|Settlement|Joint Statement|Final Act|Exchange of Notes|Truce|Ceasefire|Peace Plan|Guidelines|Plan"
    "|(?:Nuclear|Trade|Peace|Arms|Grain|Arms Control|Prisoner) Deal"
)
WORD = r"[A-Z][\w.’'–-]*"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DAYS = rf"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTHS})"
ABOUT = rf"\s+(?:for|of|on|to)\s+(?:the\s+)?{DAYS}{WORD}(?:\s+(?:(?:and|of|of the)\s+)?{WORD})*"
ABOUT += rf"(?:(?:,\s+{WORD})+,?\s+and\s+{WORD}(?:\s+{WORD})*)?"  # of Friendship, Trade and Transit
NAMED = re.compile(
    rf"{WORD}(?:\s+(?:{WORD}|of|for|on|and|the|to))*?\s+(?:{KINDS})\b(?:{ABOUT})?|(?:{KINDS}){ABOUT}"
)
TURNS = re.compile(rf"^.*\b(?:to|and|on|for|that)\s+the\s+(?=.*(?:{KINDS}))")  # Cairo to the Suez Treaty
SHORT = re.compile(
    r"\b(?:NPT|New START|START(?: I{1,3})?|SALT(?: I{1,2})?|INF|CTBT|CFE|JCPOA|NAFTA|USMCA|TPP|CPTPP|RCEP"
    r"|AUKUS|GSOMIA|UNCLOS|ANZUS|BWC|CWC|Minsk II?)\b"
)
ALIAS = re.compile(r"\s*(?:of \d{4}\s*)?\(([^()]{2,12})\)")
LEADING = re.compile(
    r"^(?:(?:(?:Article|Section|Part|Chapter) \S+ of|When|By|In|The|And|Of|For|Under|At|After|Since|Before"
    r"|With|This|That|Its|Their|As|Although|Though|While|If|Because|Despite|Following|Through|From|To|On|But"
    r"|Both|These|Those|Such|No|Once|Until|Unlike|Like|However|Our|His|Her|A|An|the|a|an)\s+)+"
)
BODIES = re.compile(r"(?:Organi[sz]ation|Alliance|[Pp]rogram(?:me)?)$")
RULING = re.compile(r"\b(?:Government|Army|Party|Front|Ministry|Council|Movement) (?:of|for) ")
OF_TWO = re.compile(r"(?:\w[-–]\w.*|Triple|Dual|Holy|Grand) Alliance$")
HYPHENED = re.compile(r"\w[-–/]\w")
CALENDAR = re.compile(rf"(?:Mon|Tues|Wednes|Thurs|Satur|Sun)day|{MONTHS}")
FOUNDING = frozenset(
    {"establish", "create", "found", "form", "launch", "set", "sign", "join", "conclude", "negotiate"}
)


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of an instrument: its characters, its name, short names given with it, the rule."""

    start: int
    end: int
    name: str
    alias: str | None
    rule: str


def named(sentence: Sentence) -> Iterator[Naming]:
    """The instruments that a sentence names by a name of their own, full names first."""
    yield from _proper(sentence)
    yield from _after_places(sentence)
    yield from _quoted(sentence)
    yield from _acronyms(sentence)


def _proper(sentence: Sentence) -> Iterator[Naming]:
    text = sentence.tree.text
    for match in NAMED.finditer(text):
        start, end = match.start(), match.start() + len(match.group().rstrip(".,’'–-"))
        for lead in (LEADING, TURNS, LEADING):
            if (before := lead.match(text[start:end])) is not None:
                start += before.end()
        name = text[start:end]
        if RULING.search(name):
            continue
        body = BODIES.search(name) and not OF_TWO.search(name)
        if len(name.split()) < 2 or (body and not _set_up(sentence, start, end)):
            continue
        alias = ALIAS.match(text, end)
        yield Naming(start, end, name, alias.group(1) if alias else None, "named")


def _after_places(sentence: Sentence) -> Iterator[Naming]:
    """A name whose last word is written small: the Oslo accords, the Good Friday agreement."""
    tree = sentence.tree
    for i in range(1, len(tree)):
        if tree.lemmas[i] not in groups()["instrument"] or tree.tags[i] not in ("NN", "NNS"):
            continue
        last = i - 1
        while last > i - 3 and last > 0 and tree.tags[last] in ("NN", "JJ") and tree.words[last].islower():
            last -= 1
        first = last
        while first >= 0 and tree.tags[first] in ("NNP", "NNPS") and tree.words[first][:1].isupper():
            first -= 1
        names = range(first + 1, last + 1)
        dated = first > 0 and tree.tags[first] == "CD"
        before = tree.words[first - dated].lower() if first >= 0 else ""
        definite = before in ("", "the", "of", "under") or tree.tags[i] == "NNS"
        if names and definite and all(_of_a_place(sentence, t) for t in names):
            start, end = tree.starts[first + 1], tree.ends[i]
            yield Naming(start, end, tree.text[start:end], None, "named")


def _of_a_place(sentence: Sentence, i: int) -> bool:
    """Whether a word can name an instrument without naming a party: a town or a feast."""
    mention = sentence.cast.at.get(i)
    word = sentence.tree.words[i]
    if HYPHENED.search(word) or CALENDAR.fullmatch(word):
        return False
    return mention is None or mention.kind == "place" or word in _capitals()


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(name for state in states().values() for name in state.capitals["en"])


def _quoted(sentence: Sentence) -> Iterator[Naming]:
    """A name in quotation marks that someone agreed on or issued: issued a "Pledge to Consult"."""
    tree = sentence.tree
    for start, end in quotations(tree.text):
        inside = [w for w in tree.text[start + 1 : end - 1].split() if w[:1].isalpha()]
        top = tree.top(tree.within(start + 1, end - 1))
        if top is None or not 2 <= len(inside) <= 8 or not inside[0][:1].isupper():
            continue
        kind = tree.lemmas[top] in groups()["instrument"] | groups()["undertaking"]
        if kind and sum(w[:1].isupper() for w in inside) * 2 >= len(inside):
            yield Naming(start, end, tree.text[start + 1 : end - 1], None, "quoted")


def _acronyms(sentence: Sentence) -> Iterator[Naming]:
    for match in SHORT.finditer(sentence.tree.text):
        yield Naming(match.start(), match.end(), match.group(), None, "acronym")


def _set_up(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a body or programme is named as what someone sets up or joins, not as an actor."""
    tree = sentence.tree
    top = tree.top(tree.within(start, end))
    if top is None:
        return False
    if any(tree.lemmas[k] in FOUNDING for k in tree.children(top, "acl")):
        return True
    return tree.deps[top] in ("dobj", "nsubjpass", "pobj", "conj") and any(
        tree.lemmas[v] in FOUNDING for v in tree.up(top)
    )
