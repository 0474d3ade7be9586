"""The vocabulary of détente: states, organisations, office holders, event types and issues."""

from detente.ontology.issues import Issue, issue_of, issues
from detente.ontology.mention import Mention
from detente.ontology.mentions import mentions

__all__ = ["Issue", "Mention", "issue_of", "issues", "mentions"]
