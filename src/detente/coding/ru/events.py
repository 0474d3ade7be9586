"""Events of a Russian document: the acts of its sentences as records."""

from __future__ import annotations

from collections.abc import Iterable

from detente.coding.codes import states_of
from detente.coding.ru.act import Act
from detente.coding.ru.acts import acts
from detente.coding.ru.anchors import anchor, date_of
from detente.coding.ru.cast import Cast
from detente.coding.ru.issues import issue_of
from detente.coding.ru.overlaps import without_content
from detente.coding.ru.roles import subjects
from detente.coding.ru.spans import clause, extent, phrase
from detente.coding.ru.told import of_others, told
from detente.findings import Event, Modality


def events(casts: Iterable[Cast]) -> list[Event]:
    """The events that a document's sentences report, in text order.

    Headlines only repeat what the text tells, and a noun that names an act told before is left out.
    """
    found: list[Event] = []
    told: set[tuple[str, frozenset[str]]] = set()
    for cast in casts:
        for act in _all(cast):
            key = (act.type, frozenset(states_of((*act.actors, *act.targets))))
            if _bare(cast, act) and (key in told or not _worth_telling(act)):
                continue
            told.add(key)
            found.append(_event(cast, act))
    return found


def _all(cast: Cast) -> list[Act]:
    if cast.sentence.heading:
        return []
    found = [of_others(cast, act) for act in acts(cast)]
    said = told(cast, found)
    if any(act.type == "REJECT" for act in said):
        found = without_content(cast.tree, [*found, *said])
        return sorted(found, key=lambda act: act.at)
    return sorted([*found, *said], key=lambda act: act.at)


def _worth_telling(act: Act) -> bool:
    """Whether a bare noun tells an event: it names who acts (угроза интересам names nobody)."""
    if act.entry.nominal == "strong" or (act.heads and act.actors):
        return True
    return act.type == "CONSULT" and act.mode.actual and len(states_of(act.actors)) > 1


def _bare(cast: Cast, act: Act) -> bool:
    """Whether a noun names the act with no verb to carry it."""
    return act.verb == act.at and cast.tree.words[act.at].pos == "NOUN"


def _event(cast: Cast, act: Act) -> Event:
    sentence = cast.sentence
    start, end = _span(cast, act)
    quote = sentence.text[start:end]
    return Event(
        **anchor(sentence, start, end),
        confidence=_confidence(act),
        rule=act.entry.id,
        date=date_of(sentence, act.verb, start, end),
        actors=act.actors,
        targets=act.targets,
        action=quote,
        plover=act.type,
        mode=act.entry.mode,
        issue=issue_of(quote, sentence.text, sentence.context)
        or ("summit" if act.type == "CONSULT" else "other"),
        modality=act.mode.modality,
        actual=act.mode.actual,
        hedged=act.mode.hedged,
        holder=_holder(cast, act),
    )


def _span(cast: Cast, act: Act) -> tuple[int, int]:
    """The phrase of a noun; the clause of a verb, of the verb that announces, or all that is said."""
    tree = cast.tree
    over = tree.words[act.verb].head
    if tree.words[act.verb].rel == "parataxis":
        return extent(tree, list(range(len(tree.words))))
    if act.at != act.verb and tree.words[act.at].rel == "obl" and _ends_another(cast, act.verb):
        return phrase(tree, act.at)
    if tree.words[act.verb].pos != "NOUN":
        return clause(tree, act.verb, act.heads)
    announced = tree.mark(act.verb).startswith("о+") or tree.words[act.verb].rel == "obj"
    if announced and set(subjects(tree, over, cast.lexicon)) & set(act.heads):
        return clause(tree, over, act.heads)
    return phrase(tree, act.verb)


def _ends_another(cast: Cast, verb: int) -> bool:
    """Whether the subject of a verb names an act itself: визит завершился подписанием."""
    tree = cast.tree
    return any(cast.lexicon.of(tree.words[k].lemma) for k in tree.children(verb, "nsubj"))


def _holder(cast: Cast, act: Act) -> str | None:
    if act.mode.saying is None:
        return None
    found = [a for k in subjects(cast.tree, act.mode.saying, cast.lexicon) for a in cast.actors(k)]
    return "+".join(found) or None


def _confidence(act: Act) -> float:
    """The entry's own, less where a side is missing or the act is not told as a fact."""
    value = act.entry.confidence
    value -= 0.15 * (not act.actors) + 0.1 * (not act.targets)
    value -= 0.1 * (act.mode.modality is not Modality.ASSERTED)
    return round(max(value, 0.2), 2)
