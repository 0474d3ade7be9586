"""Names of actors, kinds of act, classes and issues in the language of the briefing."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from detente import ontology
from detente.brief.words import Words
from detente.casebook import OwnIssue
from detente.casebook.telling import state_of
from detente.findings import Event


class Quad(StrEnum):
    """The four classes of PLOVER, and none for acts without a sense between states."""

    VERBAL_COOPERATION = "vc"
    MATERIAL_COOPERATION = "mc"
    VERBAL_CONFLICT = "vx"
    MATERIAL_CONFLICT = "mx"
    NONE = "none"

    @property
    def cooperative(self) -> bool:
        """Whether the class is one of cooperation."""
        return self in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)

    @property
    def conflictual(self) -> bool:
        """Whether the class is one of conflict."""
        return self in (Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT)


_QUADS = {
    1: Quad.VERBAL_COOPERATION,
    2: Quad.MATERIAL_COOPERATION,
    3: Quad.VERBAL_CONFLICT,
    4: Quad.MATERIAL_CONFLICT,
}


_WITH_ARTICLE = frozenset(
    {"ARE", "BHS", "CAF", "COD", "COG", "COM", "CZE", "DOM", "GBR"}
    | {"MDV", "MHL", "NLD", "PHL", "SLB", "SYC", "USA", "USSR"}
)
"""States before whose English name a sentence has "the"."""

_AUTHOR = "author"
"""What coders write where the text itself holds a position."""


def quad(event: Event) -> Quad:
    """The class of an act by its PLOVER type."""
    kind = ontology.plover_types().get(event.plover)
    return _QUADS[kind.quad] if kind else Quad.NONE


def actor(code: str, words: Words) -> str:
    """An actor's name; an agent stands with its state: "Russia (Putin)"."""
    return words("actor.author") if code == _AUTHOR else ontology.label(code, words.lang)


def in_sentence(code: str, words: Words) -> str:
    """An actor's name as it stands within a sentence: "the United States", 米国."""
    name = actor(code, words)
    return words("actor.the", name=name) if code in _WITH_ARTICLE else name


def actors(codes: Iterable[str], words: Words) -> str:
    """Several actors as a list in a sentence; says so where the text names none."""
    names = list(dict.fromkeys(actor(code, words) for code in codes))
    return words.list(names) if names else words("actor.none")


def who(event: Event, words: Words) -> str:
    """Who acts, and toward whom: "Russia → Iraq"; a joint act names its actors once."""
    acting = actors(event.actors, words)
    acting_states = {state_of(code) for code in event.actors}
    if all(state_of(code) in acting_states for code in event.targets):
        return acting
    return words("act.directed", actors=acting, targets=actors(event.targets, words))


def act(event: Event, words: Words) -> str:
    """The kind of act by its PLOVER type, in words."""
    kind = ontology.plover_types().get(event.plover)
    return kind.label[words.lang] if kind else words("act.none")


def issue(code: str, words: Words, own: Iterable[OwnIssue] = ()) -> str:
    """The name of an issue: the analyst's own where it is one of theirs."""
    own_labels = next(({"en": one.en, "ja": one.ja} for one in own if one.code == code), None)
    if own_labels:
        return own_labels[words.lang]
    known = ontology.issues().get(code)
    return known.label[words.lang] if known else code
