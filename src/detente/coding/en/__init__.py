"""The English coder: documents, newswire in bulk, and the relation between two spans.

The parser is loaded at the first call, not at import.
"""

from detente.coding.en.coder import code
from detente.coding.en.lines import code_lines
from detente.coding.en.relation import relation

__all__ = ["code", "code_lines", "relation"]
