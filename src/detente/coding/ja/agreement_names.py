"""How a text names an agreement: in full, by its end, as the truce or the accord spoken of before."""

from __future__ import annotations

import re

from detente.coding.codes import states_of
from detente.coding.ja.agreement_words import lexicon
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.instruments import Instrument
from detente.ontology import mentions

_GLOSS = re.compile(r"[（(][^（()）]*[）)](?=$|締結|調印|署名|発効)")
_TIME = re.compile(
    r"^(?:(?:翌|同|昨|一昨|今)?(?:[0-9０-９]{1,4})?年)?(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?"
    r"(?=[^0-9０-９年月日間])"
)


def bare_name(text: str) -> str:
    """The name itself: 翌年3月平和条約 without its date, 平和条約締結交渉 without what is done with it."""
    named = _GLOSS.sub("", text.strip("「」『』“”"))
    return lexicon().headline.sub("", named[date_before(named) :])


def date_before(name: str) -> int:
    """How much of a name is the date that runs into it."""
    found = _TIME.match(name)
    return found.end() if found is not None else 0


def is_name(bare: str, ending: str, quoted: bool) -> bool:
    before = bare[: -len(ending)]
    if bare == ending and lexicon().endings.search(bare):
        return quoted
    if before in lexicon().plain:
        return False
    return (
        quoted or (len(before) >= 2 and before not in lexicon().generic) or bare == ending  # an acronym
    )


def repeated(bare: str, chunk: Chunk, known: list[Instrument]) -> Instrument | None:
    """The instrument that a name repeats, in full or, of イラン核合意, by its end: この核合意."""
    for found in reversed(known):
        if bare.startswith(tuple(found.aliases)):
            return found
    ending = lexicon().endings.search(bare)
    if _truce(bare) and not chunk.clauses:  # 停戦合意 after 即時停戦で合意した
        return next((f for f in reversed(known) if _truce(f.name)), None)
    short = ending is not None and len(bare) > 2 and bare[: ending.start()] not in ("", *lexicon().plain)
    if not short or chunk.clauses or any(m.text in lexicon().others for m in chunk.mods):
        return None
    return next((f for f in reversed(known) if any(a.endswith(bare) for a in f.aliases)), None)


def _truce(name: str) -> bool:
    return name.startswith(tuple(lexicon().truces)) or name.endswith(tuple(lexicon().truces))


def pair_in_name(bare: str) -> tuple[str, ...]:
    """The pair of states whose letters begin a name that the gazetteer keeps whole: 日朝平壌宣言."""
    return next((states_of(m.actors) for m in mentions(bare[:2] + "間", "ja") if m.kind == "joint"), ())


def taken_up(bare: str, ending: str, known: list[Instrument]) -> Instrument | None:
    """同条約, この協定: the last instrument with that ending."""
    if bare not in {ending, *(g + ending for g in lexicon().generic)}:
        return None
    return next((f for f in reversed(known) if any(a.endswith(ending) for a in f.aliases)), None)
