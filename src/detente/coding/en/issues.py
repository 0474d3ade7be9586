"""The issue that a passage is about, by its words and those of its sentence."""

from __future__ import annotations

from detente import ontology
from detente.coding.en.reading import Sentence
from detente.ontology.issues import OTHER

__all__ = ["OTHER", "issue_of"]


def issue_of(sentence: Sentence, start: int, end: int) -> str:
    """The issue of the characters [start, end): by their own words, the whole sentence's counting less."""
    text = sentence.tree.text
    return ontology.issue_of(text[start:end], "en", text)
