"""The anchor of a finding: stored offsets, the exact quotation, the page."""

from __future__ import annotations

from typing import Any

from detente.coding.anchoring import anchor_fields
from detente.coding.en.reading import Sentence

CODER = "en-rules.v1"


def anchor(sentence: Sentence, start: int, end: int) -> dict[str, Any]:
    """The fields that every finding shares, for the characters [start, end) of a sentence."""
    return anchor_fields(sentence.document, *sentence.stored(start, end), CODER)
