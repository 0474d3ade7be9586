"""Agreements: named instruments and those that someone signs, each with the steps of its life."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.coding.codes import states_of
from detente.coding.en.act import Act
from detente.coding.en.anchors import anchor
from detente.coding.en.commitments import commitments
from detente.coding.en.frames import surface_subject, undergoing
from detente.coding.en.instrument_names import Naming
from detente.coding.en.instruments import namings
from detente.coding.en.reading import Sentence
from detente.coding.en.steps import SIGNING, step_of
from detente.coding.en.tree import Tree
from detente.coding.en.when import date_at
from detente.findings import Agreement, StatusEvent

OF = re.compile(r"\s*(?:\([^)]*\)\s*)?\bof\s+")
ALSO = re.compile(  # between two names of one instrument: the X Treaty (also known as the Y Pact)
    r"[\s,(—–“\"‘]*(?:(?:(?:also|often|commonly|formally|officially|better|otherwise|widely|popularly|sometimes"
    r"|formerly|generally|usually)\s+)*(?:known|referred to|called|dubbed|named|termed|titled)(?:\s+as)?|or)?"
    r"\s+(?:the\s+|an?\s+)?[“\"‘]?|\s*\((?:the\s+)?[“\"‘]?"
)
YEAR = re.compile(r"(?:(?:[Tt]he|[Aa]n?)\s+)?((?:1[6-9]|20)\d\d)\s")
DATE_IN = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
EPOCHS = frozenset({"after", "before", "since", "until", "by", "with", "following", "from", "to", "through"})
HOLDING = frozenset({"have", "bind", "issue", "release", "publish"})  # whose subjects are the parties
PLACED = frozenset({"in", "at"})  # where it was signed
BEFORE = re.compile(r"((?:1[6-9]|20)\d\d)\s+$")


@dataclass(slots=True)
class _Instrument:
    sentence: Sentence
    naming: Naming
    parties: dict[str, None] = field(default_factory=dict)
    steps: list[StatusEvent] = field(default_factory=list)
    signed: str | None = None


def agreements(sentences: Iterable[Sentence]) -> list[Agreement]:
    """One agreement an instrument, at its first mention, with the steps that any mention tells."""
    found: dict[str, _Instrument] = {}
    alias: dict[str, str] = {}
    for sentence in sentences:
        if sentence.heading:
            continue
        here = sorted(namings(sentence), key=lambda naming: naming.start)
        for naming, at, parties, act in commitments(sentence):
            if act is None or not any(_agreed_itself(sentence, act, named) for named in here):
                instrument = found.setdefault(naming.name, _Instrument(sentence, naming))
                instrument.parties |= dict.fromkeys(parties)
                when = date_at(sentence, at, naming.start, naming.end)
                instrument.signed = when or _of_text(sentence)
        last: tuple[Naming, str] | None = None
        for naming in here:
            key = _key(naming.name)
            also = last is not None and ALSO.fullmatch(sentence.tree.text, last[0].end, naming.start)
            if last is not None and also and not _listed(sentence.tree, naming):
                alias.setdefault(key, last[1])
            key = alias.get(key, key)
            if key not in found and (known := _taken_up(sentence, naming, found)):
                key = known
            last = naming, key
            if naming.alias:
                alias[_key(naming.alias)] = key
            _add(found.setdefault(key, _Instrument(sentence, naming)), sentence, naming)
    return [_record(instrument) for instrument in found.values()]


def _listed(tree: Tree, naming: Naming) -> bool:
    """Whether an instrument is one of several: a joint statement, the Lima Pact and a memorandum."""
    top = tree.top(tree.within(naming.start, naming.end))
    return top is not None and (tree.deps[top] == "conj" or bool(tree.children(top, "conj")))


def _taken_up(sentence: Sentence, naming: Naming, found: dict[str, _Instrument]) -> str | None:
    """The instrument of before that "the trade pact" or "the 2015 deal" takes up, by its noun or year."""
    tree = sentence.tree
    top = tree.top(tree.within(naming.start, naming.end))
    if top is None or not naming.rule.startswith("generic"):
        return None
    if not any(tree.words[k].lower() == "the" for k in tree.children(top, "det")):
        places = {_key(tree.words[k]) for k in tree.pobj(top, "in", "at") if tree.tags[k] == "NNP"}
        noun = _key(tree.words[top])
        return next((key for key in found if noun in key.split() and places & set(key.split())), None)
    if (year := DATE_IN.search(naming.name)) is not None:
        same = (key for key, known in found.items() if (known.signed or "").startswith(year.group()))
    else:
        noun = _key(tree.words[top])
        same = (key for key in reversed(found) if re.search(rf"\b{re.escape(noun)}\b", key))
    return next(same, None)


def _of_day(sentence: Sentence, naming: Naming) -> str | None:
    """The date in an instrument's name or tied to it: the 2008 pact, the Convention of 31 August 1907."""
    text = sentence.tree.text
    if (year := BEFORE.search(text[: naming.start]) or YEAR.match(text, naming.start)) is not None:
        return year.group(1)
    last = (of := OF.match(text, naming.end)) and of.end()
    for date in sentence.dates:
        of_name = OF.search(text, naming.start, date.start)
        inside = date.end <= naming.end and of_name is not None and of_name.end() == date.start
        if date.edtf and (date.start == last or inside):
            return date.edtf
    return _put_after(sentence, naming)


def _put_after(sentence: Sentence, naming: Naming) -> str | None:
    """The date right after a name that no act stands over: after the Treaty of Bogotá in 1861."""
    tree = sentence.tree
    top = tree.top(tree.within(naming.start, naming.end))
    if top is None or not naming.rule.startswith(("named", "acronym")):
        return None
    subject = tree.deps[top] in ("nsubj", "nsubjpass")
    after = tree.deps[top] == "pobj" and tree.lemmas[tree.heads[top]] in EPOCHS
    own = {tree.starts[k] for k in (*tree.prepositions(top), *tree.children(top, "appos", "nmod"))}
    for date in sentence.dates:
        gap = tree.text[naming.end : date.start]
        bracket = gap.strip() == "("
        hung = any(naming.end <= start < date.end for start in own)
        if date.edtf and (bracket or (gap.strip() == "in" and (hung or subject) and (subject or after))):
            return date.edtf
    return None


def _of_text(sentence: Sentence) -> str | None:
    """The day of a joint statement or speech, on which what it says was agreed."""
    memory = sentence.cast.memory
    return sentence.document.date if memory.speaker or memory.together else None


def _agreed_itself(sentence: Sentence, act: Act, naming: Naming) -> bool:
    """Whether an instrument of a name, or one that is itself agreed on, tells the commitment already."""
    tree = sentence.tree
    if not naming.rule.startswith("generic"):
        return True
    if act.entry.id != "agree":
        return naming.start >= tree.starts[act.at]
    top = tree.top(tree.within(naming.start, naming.end))
    return top is not None and (
        top in undergoing(tree, act.at) or top in tree.pobj(act.at, "to", "on", "upon")
    )


def _add(instrument: _Instrument, sentence: Sentence, naming: Naming) -> None:
    tree = sentence.tree
    top = tree.top(tree.within(naming.start, naming.end))
    if top is None:
        return
    instrument.parties |= dict.fromkeys(_named_with(sentence, top, naming))
    alone = not instrument.parties and tree.lemmas[tree.clause(top)] in HOLDING
    if alone or (len(instrument.parties) == 1 and tree.pobj(top, "with")):
        subjects = surface_subject(tree, tree.clause(top))
        instrument.parties |= dict.fromkeys(s for h in subjects for s in states_of(sentence.cast.named(h)))
    instrument.signed = instrument.signed or _of_day(sentence, naming)
    told_of = [k for k in tree.children(top, "acl", "relcl") if tree.deps[k] == "acl" or _is_told(tree, k)]
    over = [v for v in (*told_of, *_beside(tree, top), *tree.up(top)) if tree.verbal(v)]
    for act in sentence.acts:
        if act.at in over and act.entry.plover in ("AGREE", "SUPPORT", "SANCTION", "REJECT"):
            sides = states_of(act.actors + act.targets)
            instrument.parties |= dict.fromkeys(s for s in sides if s not in _only_place(sentence, naming))
    step = next((v for v in (*over[:2], *_nouns_over(tree, top)) if step_of(tree, v)), None)
    if step is None:
        return
    start, end = sentence.stored(naming.start, naming.end)
    told = step_of(tree, step)
    date = _dated(sentence, step) or date_at(sentence, step, naming.start, naming.end)
    if told not in SIGNING and date is not None and date == instrument.signed:
        date = None  # the year in the name of a pact is not that of its end
    instrument.steps.append(StatusEvent(event=told, date=date, start=start, end=end))
    if told in SIGNING and instrument.signed is None:
        instrument.signed = date


def _only_place(sentence: Sentence, naming: Naming) -> frozenset[str]:
    """The states that a sentence names only by the place in the name of a treaty: the Treaty of Lausanne."""
    if naming.rule != "named":
        return frozenset()
    mentions = [m for m in set(sentence.cast.at.values()) if m.kind not in ("joint", "demonym")]
    inside = {s for m in mentions if naming.start <= m.start < naming.end for s in states_of(m.actors)}
    around = {s for m in mentions if not naming.start <= m.start < naming.end for s in states_of(m.actors)}
    return frozenset(inside - around)


def _is_told(tree: Tree, clause: int) -> bool:
    """Whether a relative clause tells of its noun itself: which was signed, not "under which they froze"."""
    return not any(
        tree.tags[k] in ("WDT", "WP") for prep in tree.children(clause, "prep") for k in tree.kids[prep]
    )


def _beside(tree: Tree, top: int) -> list[int]:
    """The participle that tells of the subject of its clause: signed in 1960, the treaty held."""
    verb = tree.heads[top]
    if tree.deps[top] not in ("nsubj", "nsubjpass") or not tree.verbal(verb):
        return []
    return [
        k for k in tree.children(verb, "advcl") if tree.tags[k] == "VBN" and not tree.children(k, "nsubj")
    ]


def _nouns_over(tree: Tree, top: int) -> list[int]:
    """The noun that an instrument hangs on: the signing of the treaty, its withdrawal from the pact."""
    prep = tree.heads[top]
    over = tree.heads[prep]
    hangs = (
        tree.deps[top] == "pobj" and tree.lemmas[prep] in ("of", "from", "to") and tree.tags[over][:2] == "NN"
    )
    return [over] if hangs else []


def _dated(sentence: Sentence, step: int) -> str | None:
    """The date that hangs on the step itself: signed in July 1972, whatever other year the clause names."""
    tree = sentence.tree
    own = [k for k in tree.kids[step] if tree.deps[k] in ("prep", "npadvmod", "nmod", "advmod", "pobj")]
    inside = {t for k in own for t in (k, *tree.kids[k])}
    for date in sentence.dates:
        top = tree.top(tree.within(date.start, date.end))
        if date.edtf and top in inside:
            return date.edtf
    return None


def _named_with(sentence: Sentence, top: int, naming: Naming) -> tuple[str, ...]:
    """The states named in the phrase of an instrument; a place in its proper name is no party."""
    cast = sentence.cast
    proper = naming.rule == "named"
    found: list[str] = []
    tree, apart = sentence.tree, frozenset({"relcl", "acl", "advcl"})
    branches = [
        k for k in tree.kids[top] if tree.deps[k] not in apart | {"conj"} and tree.lemmas[k] not in PLACED
    ]
    for i in sorted({top, *(t for k in branches for t in tree.subtree(k, apart))}):
        mention = cast.tops.get(i)
        if mention is None:
            continue
        within = naming.start <= mention.start < naming.end
        if not (proper and within and mention.kind not in ("joint", "demonym")):
            found += states_of(mention.actors)
    return tuple(dict.fromkeys(found))


def _key(name: str) -> str:
    plain = re.sub(r"^(?:the|a|an)\s+|\s*\(.*", "", " ".join(name.casefold().split()))
    return re.sub(r"(?<=[a-z]{3})(?<!s)s\b", "", plain)  # the Waters Treaty is the Water Treaty


def _record(instrument: _Instrument) -> Agreement:
    naming = instrument.naming
    return Agreement(
        **anchor(instrument.sentence, naming.start, naming.end),
        confidence=0.88 if naming.rule == "named" else 0.82,
        rule=naming.rule,
        name=re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", " ".join(naming.name.split())),
        parties=tuple(instrument.parties) or instrument.sentence.cast.memory.dyad,
        signed=(instrument.signed or "").removeprefix("../") or None,  # by June 1960 they had signed it
        status_events=tuple(instrument.steps),
    )
