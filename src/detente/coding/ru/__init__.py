"""Russian: events and statements, over natasha's syntax (`pip install "detente[russian]"`)."""

from detente.coding.ru.coder import code

__all__ = ["code"]
