"""Cross-impact balances: which futures hold together, and how far they survive doubt."""

from __future__ import annotations

from detente.outlook.scenarios.draft import NO, YES, draft
from detente.outlook.scenarios.exchange import FORMATS, read_matrix, write_matrix
from detente.outlook.scenarios.matrix import Matrix, Scenario, matrix
from detente.outlook.scenarios.search import consistent
from detente.outlook.scenarios.succession import RULES, Attractor, attractors
from detente.outlook.scenarios.survival import Survivor, survivors

__all__ = [
    "FORMATS",
    "NO",
    "RULES",
    "YES",
    "Attractor",
    "Matrix",
    "Scenario",
    "Survivor",
    "attractors",
    "consistent",
    "draft",
    "matrix",
    "read_matrix",
    "survivors",
    "write_matrix",
]
