"""Japanese: grammar over Sudachi tokens and case particles, and the coders that stand on it.

`sentence.parse_sentence(text, start)` gives a `Sentence` of `Unit`s (its own words, and what stands in
each pair of brackets), each with its `Clause`s in text order; `scene.scenes(document)` gives the sentences
of a document with actors, dates and discourse; `actors.Actors` says whom a phrase stands for.
"""

from __future__ import annotations

from detente.coding.ja.coder import code
from detente.coding.ja.lines import code_lines

__all__ = ["code", "code_lines"]
