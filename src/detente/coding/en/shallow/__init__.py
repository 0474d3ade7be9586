"""English without a parser: a light grammar that reads newswire into the same trees, several times as fast."""

from detente.coding.en.shallow.trees import tree

__all__ = ["tree"]
