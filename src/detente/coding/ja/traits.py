"""What can be said of a clause or a noun phrase that may tell an act: its words, frame, sides and mood.

A trait is a word of the form `place=word` (を=制裁), `place~character` (v~撃), `place|who` (に|state).
They are what the model of `unlisted.py` weighs, so a change here asks for a new training.
"""

from __future__ import annotations

import re
from functools import lru_cache

from detente.coding.codes import is_state, states_of
from detente.coding.ja.actors import Actors
from detente.coding.ja.candidates import adverb_of, governor
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.mood import mood_of
from detente.coding.ja.sentence import Unit
from detente.coding.ja.subjects import Subject, subject_of
from detente.coding.ja.tokens import QUOTED

_IDEOGRAPH = re.compile("[一-龥々]")


def clause_traits(clause: Clause, actors: Actors) -> list[str]:
    """The traits of a clause and its verb."""
    subject = subject_of(clause, actors)
    return [
        "clause",
        *_verb(clause),
        *_doer(subject),
        *_arguments(clause, subject, actors),
        *_telling(clause, actors),
        f"states={_states_named(actors)}",
    ]


def noun_traits(noun: Chunk, unit: Unit, actors: Actors) -> list[str]:
    """The traits of a noun phrase and what it stands under."""
    found = ["noun", *named("n", noun.head.norm), f"tail={noun.text[-4:]}"]
    if len(noun.tokens) > 1:
        found.append(f"n-1={noun.tokens[-2].norm}")
    compound, toward = actors.compound(noun), actors.toward(noun)
    found += [f"compound={min(2, len(compound))}", f"toward={bool(toward)}"]
    sided = bool(compound or toward)
    for part in noun.mods[-3:]:
        who = _who(part, actors)
        sided = sided or who.startswith(("state", "joint"))
        found.append(f"nm:{part.case}|{who}")
        found += named("nm", _word(part)) if who in ("thing", "named") else []
    found += [f"relative={clause.lemma}" for clause in noun.clauses]
    found += [f"case={noun.case}", f"topic={noun.topic}", f"adnominal={noun.adnominal}", f"sided={sided}"]
    if (above := governor(noun, unit)) is not None:
        found += [f"under={above.lemma}", f"under={noun.case}:{above.lemma}", f"under|{above.relation}"]
    found.append(f"timed={any(part.temporal for part in noun.mods)}")
    return [*found, f"states={_states_named(actors)}"]


def _verb(clause: Clause) -> list[str]:
    stem = _stem(clause)
    found = [*named("v", stem)]
    if adverb := adverb_of(clause):
        found.append(f"v={stem}+{adverb}")
    characters = _IDEOGRAPH.findall(stem)
    if len(characters) > 2:
        found += [f"v-~{''.join(characters[-2:])}", f"v+~{''.join(characters[:2])}"]
    told = "past" in clause.marks or clause.link in ("renyo", "te")
    return [*found, f"v={stem},{told}", f"suru={clause.lemma.endswith('する')}"]


def _stem(clause: Clause) -> str:
    if clause.lemma == "だ":
        return f"だ:{_word(clause.predicate)}"
    return clause.lemma.removesuffix("する")


def _doer(subject: Subject) -> list[str]:
    states = states_of(subject.actors)
    who = "none"
    if subject.actors:
        who = _number(subject.actors) if any(map(is_state, states)) else "stateless"
    found = [f"how={subject.how}", f"s={who}", f"how={subject.how},{who}"]
    if subject.chunk is not None and not subject.actors:
        found += named("s", _word(subject.chunk))
    return found


def _arguments(clause: Clause, subject: Subject, actors: Actors) -> list[str]:
    own, stem = set(states_of(subject.actors)), _stem(clause)
    found: list[str] = []
    frame: list[str] = []
    apart = False
    for arg in clause.args:
        if arg is subject.chunk:
            continue
        if arg.temporal:
            found.append("time")
            continue
        place, who = arg.case or f"topic {arg.topic}", _who(arg, actors)
        frame.append(place)
        found.append(f"{place}|{who}")
        if who in ("thing", "named"):
            word = _word(arg)
            found += [*named(place, word), f"{stem}&{place}={word}", *_under(place, arg, actors)]
        else:
            found.append(f"{stem}&{place}|{who}")
        if set(states_of(actors.named(arg))) - own:
            apart = True
            found.append(f"{place}:other")
        if arg.clauses:
            found.append(f"{place}:relative")
    found += [f"frame={','.join(sorted(frame))}", f"other={apart}"]
    return found + [f"predicate|{_who(part, actors)}" for part in clause.predicate.mods]


def _under(place: str, arg: Chunk, actors: Actors) -> list[str]:
    """What the nearest modifiers of an argument are."""
    found = []
    for part in arg.mods[-2:]:
        who = _who(part, actors)
        found.append(f"{place}<|{who}")
        if who in ("thing", "named"):
            found.append(f"{place}<={_word(part)}")
    return found


def _telling(clause: Clause, actors: Actors) -> list[str]:
    """Tense, voice and mood, and how the clause stands to others."""
    mood = mood_of(clause)
    found = [f"mark={mark}" for mark in clause.marks]
    found += [f"link={clause.link}", f"relation={clause.relation}"]
    found.append(f"relation={clause.relation},{clause.link},{'past' in clause.marks}")
    found.append(f"mood={mood.modality.value},{mood.negated},{mood.hedged}")
    if clause.parent is not None and clause.relation in ("complement", "quote", "relative"):
        found += [f"up={clause.parent.lemma}", f"up={clause.relation}:{clause.parent.lemma}"]
    if clause.modified is not None:
        found += [*named("of", _word(clause.modified)), f"of|{_who(clause.modified, actors)}"]
    for child in clause.children:
        if child.relation in ("quote", "complement"):
            found += [f"down={child.relation}", f"down={child.lemma}"]
    return found + [f"adverb={adverb.lemma}" for adverb in clause.adverbs]


def _who(chunk: Chunk, actors: Actors) -> str:
    """What a phrase stands for: a state, several, somebody (of theirs), a thing, or one naming a state."""
    found = actors.refer(chunk)
    if found:
        return _number(found)
    if found is not None:
        return "somebody"
    return "named" if actors.named(chunk) else "thing"


def _number(actors: tuple[str, ...]) -> str:
    several = "joint" if len(set(states_of(actors))) > 1 else "state"
    return several + (" agent" if any("/" in actor for actor in actors) else "")


@lru_cache(maxsize=4096)  # the words of a document come again and again
def named(place: str, word: str) -> tuple[str, ...]:
    """The traits of a word at a place: itself and each of its ideographs."""
    return (f"{place}={word}", *[f"{place}~{character}" for character in _IDEOGRAPH.findall(word)])


def _word(chunk: Chunk) -> str:
    return "quotation" if chunk.tokens[-1].pos == QUOTED else chunk.head.norm


def _states_named(actors: Actors) -> int:
    return min(3, len(actors.states))
