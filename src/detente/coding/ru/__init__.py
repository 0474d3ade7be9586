"""Russian: events and statements, over natasha's syntax (`pip install "detente[russian]"`)."""

from detente.coding.ru.coder import code
from detente.coding.ru.lines import code_lines

__all__ = ["code", "code_lines"]
