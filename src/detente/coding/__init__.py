"""From a document to findings: one coder a language, loaded when a text of its language comes."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from detente.errors import UnknownName, UnreadableSource, UsageError
from detente.findings import KINDS, Finding
from detente.reading import Document

__all__ = ["CODERS", "Coder", "code", "code_lines", "distinct_slots", "relation"]


@dataclass(frozen=True, slots=True)
class Coder:
    """A language and the module whose `code(document, codebooks)` and `code_lines(lines, ...)` code it."""

    language: str
    module: str

    def load(self) -> Any:
        """Import the module; only then are its parser and models loaded."""
        return importlib.import_module(self.module)


CODERS: tuple[Coder, ...] = (
    Coder("ja", "detente.coding.ja"),
    Coder("en", "detente.coding.en"),
    Coder("ru", "detente.coding.ru"),
)


def code(
    document: Document,
    *,
    kinds: Sequence[str] | None = None,
    codebooks: Sequence[str | Path] = (),
) -> list[Finding]:
    """Find events, statements and the other kinds in a document.

    Parameters
    ----------
    document : as `detente.read` gives it; its language chooses the coder.
    kinds : names of the kinds wanted ("event", "statement", …); None for all.
    codebooks : the analyst's own codebook files, put over ours in order.

    Returns
    -------
    Findings in order of their beginning in the stored text. `quote == document.text[start:end]`
    holds for each, and no two of one kind share the same (start, end): a judgement binds to
    (document, kind, anchor).

    Raises
    ------
    UnknownName
        where a kind is none of ours.
    UnreadableSource
        where the document is in a language that has no coder.
    DetenteError
        where a codebook is missing or wrong.
    """
    wanted = set(kinds or KINDS)
    for kind in sorted(wanted - set(KINDS)):
        raise UnknownName("kind of finding", kind, KINDS)
    languages = [coder.language for coder in CODERS]
    if document.language not in languages:
        found_language = (
            "not found out" if document.language == "und" else f'found to be "{document.language}"'
        )
        raise UnreadableSource(
            f"The language of the text was {found_language}, for which there is no coder.",
            where=document.name,
            hint=f"Coded are {', '.join(languages)}; where it is one of these, name it with --language.",
        )
    found = _coder(document.language).code(document, tuple(str(path) for path in codebooks))
    return distinct_slots([finding for finding in found if finding.kind in wanted])


def code_lines(
    lines: Iterable[str],
    language: str = "en",
    *,
    codebooks: Sequence[str | Path] = (),
    workers: int = 1,
    shallow: bool = False,
) -> Iterator[dict[str, Any]]:
    """Code newswire, one sentence a line, and yield `{"line": n, "events": [...]}` for each, in order.

    Lines are counted from 1 and read lazily; memory does not grow with their number. Each line is
    read by itself, without the lines before it. With `shallow` English is read by a light grammar
    instead of a parser, more than twice as fast; other languages are never parsed, so for them
    it raises UsageError.
    """
    module = _coder(language)
    if not hasattr(module, "code_lines"):
        raise UsageError(f'Lines in "{language}" cannot be coded one by one.', hint="Known: en, ja, ru.")
    if shallow and language != "en":
        raise UsageError(
            f'Lines in "{language}" have one reading only, and it needs no parser.',
            hint="Leave out the shallow reading; it is for English.",
        )
    how = {"shallow": True} if shallow else {}
    yield from module.code_lines(lines, codebooks=tuple(str(p) for p in codebooks), workers=workers, **how)


def relation(
    text: str,
    *,
    source: tuple[int, int] | None,
    target: tuple[int, int] | None,
    codebooks: Sequence[str | Path] = (),
) -> str:
    """The PLOVER type of what the source does to the target in an English sentence, or "NONE".

    `source` and `target` are (start, end), code points, half-open, into `text`; None for a side that the
    sentence does not name. A span outside the text raises UsageError.
    """
    books = tuple(str(path) for path in codebooks)
    found: str = _coder("en").relation(text, source=source, target=target, codebooks=books)
    return found


def distinct_slots(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in text order; of several of a kind with the same (start, end) only the surest is kept."""
    kept: dict[tuple[str, int, int], Finding] = {}
    for finding in findings:
        slot = (finding.kind, finding.start, finding.end)
        if slot not in kept or kept[slot].confidence < finding.confidence:
            kept[slot] = finding
    return sorted(kept.values(), key=lambda f: (f.start, f.end, f.kind))


def _coder(language: str) -> Any:
    for coder in CODERS:
        if coder.language == language:
            return coder.load()
    raise UnknownName("language", language, [coder.language for coder in CODERS])
