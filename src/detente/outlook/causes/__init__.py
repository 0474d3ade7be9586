"""Causes: the causal claims of the texts as a map that can be read, questioned and compared."""

from __future__ import annotations

from detente.outlook.causes.compare import Comparison, compare
from detente.outlook.causes.concepts import Suggestion, read_names, strangers, suggestions
from detente.outlook.causes.exchange import FORMATS, read_links, write_map
from detente.outlook.causes.fuzzy import Direction, infer, what_if
from detente.outlook.causes.map import CausalMap, Edge, Link, causal_map, links_of
from detente.outlook.causes.reading import Concept, Effect, Path, central, effects, loops, paths

__all__ = [
    "FORMATS",
    "CausalMap",
    "Comparison",
    "Concept",
    "Direction",
    "Edge",
    "Effect",
    "Link",
    "Path",
    "Suggestion",
    "causal_map",
    "central",
    "compare",
    "effects",
    "infer",
    "links_of",
    "loops",
    "paths",
    "read_links",
    "read_names",
    "strangers",
    "suggestions",
    "what_if",
    "write_map",
]
