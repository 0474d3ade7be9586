"""What the tests of the verbs on a case have in common: running them in this process, a coded case."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from detente.casebook import Case, Charter, create_case
from detente.cli import main
from detente.findings import Event, Finding
from detente.reading import Document

TEXT = "2003年5月24日、露米両大統領は会談した。同年6月、ロシアは米国を批判した。😊𠮷田外相は懸念を示した。\n"


@dataclass(frozen=True)
class Done:
    """What a verb printed, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """What it printed as JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True)
class Verbs:
    """Runs `detente` with words, in this process."""

    capture: pytest.CaptureFixture[str]
    patch: pytest.MonkeyPatch

    def __call__(self, *words: object) -> Done:
        self.patch.setattr("sys.argv", ["detente", *map(str, words)])
        self.capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main.run()
        said = self.capture.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)


def coder(document: Document) -> list[Finding]:
    """Finds an event at each of three words."""
    found: list[Finding] = []
    for word, plover in (("会談", "CONSULT"), ("批判", "ACCUSE"), ("懸念", "ACCUSE")):
        at = document.text.find(word)
        if at >= 0:
            found.append(
                Event(
                    document=document.sha256,
                    start=at,
                    end=at + len(word),
                    quote=word,
                    date="2003-05-24" if word == "会談" else "2003-06",
                    actors=("RUS",),
                    targets=("USA",),
                    plover=plover,
                    issue="iraq",
                    coder="test.v1",
                )
            )
    return found


def coded_case(folder: Path) -> Case:
    """A case of one source with three events."""
    case = create_case(folder / "case", Charter(states=("RUS", "USA")))
    file = folder / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    case.add(file)
    list(case.code(coder))
    return case
