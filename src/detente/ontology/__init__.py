"""The vocabulary of détente: states, organisations, office holders, event types and issues."""

from detente.ontology.issues import Issue, issue_of, issues
from detente.ontology.labels import issue_label, label
from detente.ontology.mention import Mention
from detente.ontology.mentions import mentions
from detente.ontology.plover import PloverType, plover_label, plover_quad, plover_type, plover_types
from detente.ontology.states import State, state, states

__all__ = [
    "Issue",
    "Mention",
    "PloverType",
    "State",
    "issue_label",
    "issue_of",
    "issues",
    "label",
    "mentions",
    "plover_label",
    "plover_quad",
    "plover_type",
    "plover_types",
    "state",
    "states",
]
