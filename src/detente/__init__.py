"""détente: an evidence-traced workbench for the relationship between two states.

>>> import detente
>>> document = detente.read("chapter.txt")          # doctest: +SKIP
>>> findings = detente.code(document)               # doctest: +SKIP
>>> case = detente.open_case("russia-usa")          # doctest: +SKIP
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["code", "open_case", "read", "relation"]

_HOMES = {
    "read": "detente.reading",
    "code": "detente.coding",
    "relation": "detente.coding",
    "open_case": "detente.casebook",
}

if TYPE_CHECKING:
    from detente.casebook import open_case
    from detente.coding import code, relation
    from detente.reading import read


def __getattr__(name: str) -> Any:
    """Load a public name when it is first used, so that `import detente` stays fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'detente' has no attribute '{name}'")
    return getattr(importlib.import_module(_HOMES[name]), name)
