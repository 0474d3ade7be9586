"""What an act is about: its own words, else what its kind and its sides show, else its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from detente.coding.codes import states_of
from detente.coding.leaders import is_leader
from detente.ontology import issue_of, issues
from detente.ontology.issues import OTHER

# Matters that a whole sentence treats of; the words of the others often stand in it in passing.
_TREATED = frozenset({"iraq", "iran", "arms-control", "nonproliferation"})
_AFAR = ("message", "call", "envoy")  # entries of the codebooks by which nobody meets
_TRADE_ACTS = frozenset({"SANCTION", "CONCEDE", "COERCE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "AID"})
_SUMMIT_ACTS = frozenset({"CONSULT", "SUPPORT"})


def issue_of_act(
    text: str,
    context: str,
    language: str,
    *,
    kind: str,
    rule: str,
    actors: tuple[str, ...],
    targets: tuple[str, ...],
) -> str:
    """The issue of an act told in `text`, a part of the sentence `context`; `kind` is its PLOVER type.

    Its own words decide. Where they show nothing, a meeting or visit of leaders is about their relations;
    then the sentence counts, for matters that it treats of as a whole.
    """
    without = _own_affairs((*actors, *targets))
    if issue_of(text, language, without=without) != OTHER:
        return issue_of(text, language, context, without=without)
    meet = kind == "CONSULT" and not rule.partition("/")[0].endswith(_AFAR)
    if meet and any(map(is_leader, (*actors, *targets))):
        return "summit"
    around = issue_of(context, language, without=without)
    trade, summit = around == "trade" and kind in _TRADE_ACTS, around == "summit" and kind in _SUMMIT_ACTS
    return around if around in _TREATED or trade or summit else OTHER


def _own_affairs(parties: Iterable[str]) -> frozenset[str]:
    """The issues that are only named after a party: Iran's talks with Egypt are not the Iran question."""
    sides = set(states_of(tuple(parties)))
    return frozenset(code for code, state, against in _of_states() if state in sides and not sides & against)


@lru_cache(maxsize=1)
def _of_states() -> tuple[tuple[str, str, frozenset[str]], ...]:
    return tuple((i.code, i.state, frozenset(i.against)) for i in issues().values() if i.state)
