"""English without a parser: a light grammar that reads newswire into the same trees, much faster."""

from detente.coding.en.shallow.trees import shallow_trees, tree

__all__ = ["shallow_trees", "tree"]
