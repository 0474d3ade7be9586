"""The vocabulary of détente: states, organisations, office holders, event types and issues."""

from detente.ontology.issues import Issue, issue_of, issues
from detente.ontology.mention import Mention
from detente.ontology.mentions import mentions
from detente.ontology.states import State, state, states

__all__ = ["Issue", "Mention", "State", "issue_of", "issues", "mentions", "state", "states"]
