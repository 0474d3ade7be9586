"""A small world for the tests of the casebook: a text, findings in it, coders that find them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from detente.casebook import Case, Charter, create_case
from detente.findings import Event, Finding
from detente.reading import Document, from_text

TEXT = (
    "2003年5月24日、露米両大統領は会談した。同年6月、ロシアは米国を批判した。😊𠮷田外相は懸念を示した。\n"
    "The United States welcomed the decision. Russia signed the treaty on 24 May 2003.\n"
)


def event(document: Document, start: int, end: int, **fields: object) -> Event:
    """An event on a span of a document."""
    known: dict[str, object] = {
        "plover": "CONSULT",
        "actors": ("RUS",),
        "targets": ("USA",),
        "coder": "test.v1",
    }
    return Event(
        document=document.sha256,
        start=start,
        end=end,
        quote=document.text[start:end],
        **(known | fields),  # type: ignore[arg-type]
    )


def document(text: str = TEXT) -> Document:
    """The text as a document."""
    return from_text(text, name="text.txt", language="ja")


def words_coder(
    *words: str, coder: str = "test.v1", plover: str = "CONSULT"
) -> Callable[[Document], list[Finding]]:
    """A coder that finds an event wherever one of the words first stands."""

    def code(document: Document) -> list[Finding]:
        spans = [(document.text.find(word), len(word)) for word in words]
        return [
            event(document, at, at + length, coder=coder, plover=plover) for at, length in spans if at >= 0
        ]

    return code


def make_case(folder: Path, texts: Iterable[str] = (TEXT,)) -> Case:
    """A case with a source for each text."""
    case = create_case(folder / "case", Charter(states=("RUS", "USA")))
    for number, text in enumerate(texts):
        file = folder / f"text{number}.txt"
        file.write_text(text, encoding="utf-8")
        case.add(file)
    return case
