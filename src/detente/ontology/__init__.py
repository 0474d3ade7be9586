"""The vocabulary of détente: states, organisations, office holders, event types and issues."""

from detente.ontology.cameo import CameoCode, cameo, cameo_codes
from detente.ontology.issues import Issue, issue_of, issues
from detente.ontology.labels import label
from detente.ontology.mention import Mention
from detente.ontology.mentions import mentions, resolve_person
from detente.ontology.people import Person, Term, TermSource, people, term_sources, terms
from detente.ontology.plover import (
    QUADS,
    EventType,
    Mode,
    plover_contexts,
    plover_score,
    plover_type,
    plover_types,
)
from detente.ontology.states import State, state, states

__all__ = [
    "QUADS",
    "CameoCode",
    "EventType",
    "Issue",
    "Mention",
    "Mode",
    "Person",
    "State",
    "Term",
    "TermSource",
    "cameo",
    "cameo_codes",
    "issue_of",
    "issues",
    "label",
    "mentions",
    "people",
    "plover_contexts",
    "plover_score",
    "plover_type",
    "plover_types",
    "resolve_person",
    "state",
    "states",
    "term_sources",
    "terms",
]
