"""The vocabulary of détente: states, organisations, office holders, event types and issues."""

from detente.ontology.mention import Mention
from detente.ontology.mentions import mentions

__all__ = ["Mention", "mentions"]
