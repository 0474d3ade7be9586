"""Agreements: named instruments and those that someone signs, each with the steps of its life."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from detente.coding.en.actors import states
from detente.coding.en.anchors import anchor
from detente.coding.en.reading import Sentence
from detente.coding.en.spans import phrase
from detente.coding.en.when import date_at
from detente.findings import Agreement, StatusEvent

KINDS = (
    "Treaty|Agreement|Accords?|Protocol|Convention|Pact|Charter|Memorandum|Declaration|Communiqu[eé]|Partnership"
    "|Program(?:me)?|Act of Accession|Armistice|Concordat|Entente|Compact|Alliance|Organi[sz]ation|Union|Initiative"
)
NAMED = re.compile(
    rf"(?:(?:[A-Z][\w.’'–-]*|of|for|on|and|the|in|to|between|with)\s+)*?[A-Z][\w.’'–-]*(?:\s+(?:[A-Z][\w.’'–-]*|of|for|on|and|the))*?"
    rf"\s+(?:{KINDS})\b(?:\s+(?:for|of|on|to)\s+[A-Z][\w-]+(?:\s+(?:and\s+)?[A-Z][\w-]+)*)?"
)
SHORT = re.compile(r"\b(?:NPT|START(?: I{1,3})?|New START|SALT(?: I{1,2})?|INF|CTBT|CFE|JCPOA|NAFTA|USMCA|TPP|CPTPP|RCEP|AUKUS)\b")
GENERIC = frozenset("agreement accord treaty deal pact memorandum protocol convention truce ceasefire armistice communique".split())
STEPS = {
    "sign": "signed", "conclude": "signed", "initial": "initialled", "ratify": "ratified", "approve": "approved",
    "announce": "announced", "reach": "reached", "strike": "reached", "enter": "entered into", "adopt": "adopted",
    "join": "joined", "accede": "acceded", "adhere": "adhered", "abide": "agreed to abide by", "withdraw": "withdrawn from",
    "leave": "left", "suspend": "suspended", "cancel": "cancelled", "terminate": "terminated", "extend": "extended",
    "renew": "renewed", "negotiate": "negotiated", "establish": "established", "create": "established",
    "found": "established", "violate": "violated", "breach": "violated", "defer": "deferred", "postpone": "deferred",
    "reject": "rejected", "implement": "implemented", "broker": "brokered", "agree": "agreed", "form": "established",
    "disband": "disbanded", "dissolve": "disbanded", "finalise": "finalised", "finalize": "finalised", "abrogate": "abrogated",
    "denounce": "denounced", "end": "ended", "sell": "agreed",
}  # fmt: skip
SIGNING = frozenset({"signed", "reached", "established", "agreed", "announced", "entered into", "adopted"})


@dataclass(slots=True)
class _Instrument:
    sentence: Sentence
    span: tuple[int, int]
    name: str
    confidence: float
    rule: str
    parties: dict[str, None] = field(default_factory=dict)
    steps: list[StatusEvent] = field(default_factory=list)
    signed: str | None = None


def agreements(sentences: Iterable[Sentence]) -> list[Agreement]:
    """One agreement an instrument, at its first mention, with the steps that any mention tells."""
    found: dict[str, _Instrument] = {}
    for sentence in sentences:
        if sentence.heading:
            continue
        for span, name, confidence, rule in _mentions(sentence):
            key = _key(name)
            first = found.setdefault(key, _Instrument(sentence, span, name, confidence, rule))
            _add(first, sentence, span)
    return [_record(instrument) for instrument in found.values()]


def _mentions(sentence: Sentence) -> Iterator[tuple[tuple[int, int], str, float, str]]:
    tree = sentence.tree
    taken: list[tuple[int, int]] = []
    for pattern, rule in ((NAMED, "named"), (SHORT, "acronym")):
        for match in pattern.finditer(tree.text):
            if any(s < match.end() and match.start() < e for s, e in taken):
                continue
            if match.group().split()[-1] in ("Union", "Organization", "Organisation") and not _founded(sentence, match.span()):
                continue
            taken.append(match.span())
            yield match.span(), match.group(), 0.8, rule
    for i in range(len(tree)):
        if tree.lemmas[i] in GENERIC and tree.tags[i] in ("NN", "NNS") and _settled(sentence, i):
            start, end = phrase(tree, i)
            if not any(s < end and start < e for s, e in taken):
                yield (start, end), tree.text[start:end], 0.65, f"generic/{tree.lemmas[i]}"


def _founded(sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether an organisation is named as something that states set up, not as an actor."""
    verb = _verb(sentence, span)
    return verb is not None and sentence.tree.lemmas[verb] in ("establish", "create", "found", "form", "launch", "set")


def _settled(sentence: Sentence, i: int) -> bool:
    """Whether a common noun is an instrument that someone makes here, not "the agreement" of before."""
    tree = sentence.tree
    det = {tree.words[k].lower() for k in tree.children(i, "det")}
    if det & {"no", "any", "this", "that"}:
        return False
    verb = _verb(sentence, tree_span(sentence, i))
    made = verb is not None and tree.lemmas[verb] in STEPS
    between = bool(tree.pobj(i, "between", "with"))
    named = any(k in sentence.cast.at for k in tree.subtree(i, frozenset({"relcl"})))
    return (made or named or between) and (not det & {"the"} or between or named)


def tree_span(sentence: Sentence, i: int) -> tuple[int, int]:
    """The characters of one token."""
    return sentence.tree.starts[i], sentence.tree.ends[i]


def _verb(sentence: Sentence, span: tuple[int, int]) -> int | None:
    tree = sentence.tree
    top = tree.top(tree.within(*span))
    if top is None:
        return None
    return next((a for a in tree.up(top) if tree.verbal(a)), None)


def _add(instrument: _Instrument, sentence: Sentence, span: tuple[int, int]) -> None:
    tree, cast = sentence.tree, sentence.cast
    verb = _verb(sentence, span)
    top = tree.top(tree.within(*span))
    if top is not None:
        instrument.parties |= dict.fromkeys(states(cast.all_in(top, frozenset({"relcl", "acl", "advcl"}))))
    if (year := re.match(r"[^.;]{0,30}?\bof (?:(?:\w+ )?(1[89]\d\d|20\d\d))", tree.text[span[1] : span[1] + 40])) is not None:
        instrument.signed = instrument.signed or year.group(1)
    if verb is None:
        return
    for act in sentence.acts:
        if act.at == verb:
            instrument.parties |= dict.fromkeys(states(act.actors + act.targets))
    step = STEPS.get(tree.lemmas[verb])
    if step is None:
        return
    start, end = sentence.stored(*span)
    date = date_at(sentence, verb, *span)
    instrument.steps.append(StatusEvent(event=step, date=date, start=start, end=end))
    if step in SIGNING and instrument.signed is None:
        instrument.signed = date


def _key(name: str) -> str:
    return re.sub(r"^(?:the|a|an)\s+|\s*\(.*", "", name.casefold())


def _record(instrument: _Instrument) -> Agreement:
    return Agreement(
        **anchor(instrument.sentence, *instrument.span),
        confidence=instrument.confidence,
        rule=instrument.rule,
        name=re.sub(r"^(?:[Tt]he|[Aa]n?)\s+", "", instrument.name),
        parties=tuple(instrument.parties),
        signed=instrument.signed,
        status_events=tuple(instrument.steps),
    )
