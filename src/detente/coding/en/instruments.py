"""Where a text names an instrument: by a proper name, by an acronym, by a noun that someone signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from detente.coding.codes import states_of
from detente.coding.en.frames import role
from detente.coding.en.grammar import groups
from detente.coding.en.quotes import quotations
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import phrase, whole
from detente.coding.en.steps import steps
from detente.coding.en.tree import Tree

KINDS = (
    "Treaty|Agreement|Accords?|Protocol|Convention|Pact|Charter|Memorandum|Declaration|Communiqu[eé]|Partnership"
    "|[Pp]rogram(?:me)?|Act of Accession|Armistice|Concordat|Entente|Compact|Alliance|Organi[sz]ation"
    "|Framework|Plan of Action|Action Plan|Road ?[Mm]ap|Arrangement|Understanding|Settlement|Joint Statement"
    "|Final Act|Exchange of Notes|Armistice Agreement|Truce|Ceasefire|Peace Plan|Guidelines|Plan"
)
WORD = r"[A-Z][\w.’'–-]*"
NAMED = re.compile(
    rf"{WORD}(?:\s+(?:{WORD}|of|for|on|and|the|to))*?\s+(?:{KINDS})\b(?:\s+(?:for|of|on|to)\s+{WORD}(?:\s+(?:and\s+)?{WORD})*)?"
    rf"|(?:{KINDS})\s+(?:for|of|on|to)\s+{WORD}(?:\s+(?:and\s+)?{WORD})*"
)
SHORT = re.compile(
    r"\b(?:NPT|New START|START(?: I{1,3})?|SALT(?: I{1,2})?|INF|CTBT|CFE|JCPOA|NAFTA|USMCA|TPP|CPTPP|RCEP"
    r"|AUKUS)\b"
)
ALIAS = re.compile(r"\s*(?:of \d{4}\s*)?\(([^()]{2,12})\)")
LEADING = re.compile(
    r"^(?:(?:(?:Article|Section|Part|Chapter) \S+ of|When|By|In|The|And|Of|For|Under|At|After|Since|Before"
    r"|With|This|That|Its|Their|As)\s+)+"
)
BODIES = re.compile(r"(?:Organi[sz]ation|Alliance|[Pp]rogram(?:me)?|Framework)$")
DATED = re.compile(r"\bof (?:\d+ )?(?:[A-Z]\w+ )?(?:1[6-9]|20)\d\d\b|^(?:[Tt]he )?(?:1[6-9]|20)\d\d\b")
SHARED = frozenset({"bilateral", "joint", "two-way", "trilateral", "common", "mutual"})
VAGUE = frozenset({"existing", "other", "previous", "such", "future", "any", "no", "new", "several", "many"})


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming of an instrument: its characters, its name, short names given with it, the rule."""

    start: int
    end: int
    name: str
    alias: str | None
    rule: str


def namings(sentence: Sentence) -> Iterator[Naming]:
    """The instruments that a sentence names, proper names first."""
    taken: list[tuple[int, int]] = []
    for naming in (*_proper(sentence), *_quoted(sentence), *_acronyms(sentence), *_common(sentence)):
        if not any(s < naming.end and naming.start < e for s, e in taken):
            taken.append((naming.start, naming.end))
            yield naming


def _proper(sentence: Sentence) -> Iterator[Naming]:
    text = sentence.tree.text
    for match in NAMED.finditer(text):
        start = match.start()
        if (lead := LEADING.match(match.group())) is not None:
            start += lead.end()
        name = text[start : match.end()]
        if len(name.split()) < 2 or (BODIES.search(name) and not _set_up(sentence, start, match.end())):
            continue
        alias = ALIAS.match(text, match.end())
        yield Naming(start, match.end(), name, alias.group(1) if alias else None, "named")


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


def _common(sentence: Sentence) -> Iterator[Naming]:
    tree = sentence.tree
    for i in range(len(tree)):
        if (
            tree.lemmas[i] in groups()["instrument"]
            and tree.tags[i] in ("NN", "NNS")
            and _made_here(sentence, i)
        ) or (tree.lemmas[i] in groups()["joint_body"] and _body_between(sentence, i)):
            start, end = _with_parties(tree, i)
            yield Naming(start, end, tree.text[start:end], None, f"generic/{tree.lemmas[i]}")


def _with_parties(tree: Tree, i: int) -> tuple[int, int]:
    """The phrase of an instrument; with the parties that hang on its verb: signed a pact in May with Chad."""
    start, end = phrase(tree, i)
    if carried := _carried(tree, i):
        return start, max(end, *(whole(tree, k)[1] for k in carried))
    if tree.deps[i] != "dobj":
        return start, end
    beside = [k for k in tree.prepositions(tree.heads[i]) if tree.lemmas[k] in ("with", "between") and k > i]
    return (start, max([end, *(whole(tree, k)[1] for k in beside)])) if beside else (start, end)


def _carried(tree: Tree, i: int) -> list[int]:
    """The relative clauses that tell a step in the life of an instrument: the pact they signed in May."""
    return [k for k in tree.children(i, "relcl") if tree.lemmas[k] in steps()]


def _body_between(sentence: Sentence, i: int) -> bool:
    """Whether a forum or dialogue is set up by two sides: the establishment of a forum between A and B."""
    tree = sentence.tree
    over = tree.heads[tree.heads[i]] if tree.deps[i] == "pobj" else tree.heads[i]
    founded = tree.lemmas[over] in FOUNDING | {
        "establishment",
        "creation",
        "formation",
        "launch",
        "foundation",
    }
    inside = (c for k in tree.subtree(i, frozenset({"relcl"})) for c in sentence.cast.named(k))
    of_two = any(tree.lemmas[k] in SHARED for k in tree.children(i, "amod"))
    return founded and (len(states_of(tuple(inside))) > 1 or (of_two and len(sentence.cast.memory.dyad) > 1))


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


FOUNDING = frozenset(
    {"establish", "create", "found", "form", "launch", "set", "sign", "join", "conclude", "negotiate"}
)


def _made_here(sentence: Sentence, i: int) -> bool:
    """Whether a common noun is an instrument that is made or named here, not "the agreement" of before."""
    tree = sentence.tree
    det = {tree.words[k].lower() for k in tree.children(i, "det", "amod")}
    if det & (VAGUE | {"this", "that"}):
        return False
    verb = next((v for v in tree.up(i) if tree.verbal(v)), None)
    made = verb is not None and tree.lemmas[verb] in steps() and tree.deps[i] in ("dobj", "nsubjpass", "pobj")
    by_whom = bool(_carried(tree, i))
    joined = bool(role(tree, i, "between") or role(tree, i, "with"))
    named = any(k in sentence.cast.at for k in tree.subtree(i, frozenset({"relcl"})))
    dated = DATED.search(tree.text[slice(*phrase(tree, i))]) is not None
    if by_whom or (dated and tree.tags[i] == "NN"):
        return True
    return (made or named or joined) and ("the" not in det or named or joined)
