from __future__ import annotations

from pathlib import Path

import pytest

from detente.coding.codebook import PLOVER
from detente.coding.en import relation
from detente.coding.en.lexicon import load
from detente.errors import DetenteError, UnknownName

OWN = """
- id: own-snub
  plover: SANCTION
  verbs: [cold-shoulder, freeze out]
  examples:
    - {text: Malta froze out Cyprus., plover: SANCTION}
"""


def test_every_entry_has_a_plover_type() -> None:
    entries = [e for group in load().entries.values() for e in group]
    assert {e.plover for e in entries} <= set(PLOVER)
    assert set(PLOVER) <= {e.plover for e in entries}


def test_the_most_demanding_entry_comes_first() -> None:
    for group in load().entries.values():
        demands = [e.special for e in group]
        assert demands == sorted(demands, reverse=True)


def test_an_analysts_codebook_adds_and_overrides(tmp_path: Path) -> None:
    text = "Malta froze out Cyprus."
    spans = {"source": (0, 5), "target": (16, 22)}
    own = tmp_path / "own.yaml"
    own.write_text(OWN, encoding="utf-8")
    assert relation(text, **spans) != "SANCTION"
    assert relation(text, **spans, codebooks=[str(own)]) == "SANCTION"
    own_reject = tmp_path / "reject.yaml"
    own_reject.write_text("- id: threaten-verb\n  plover: COERCE\n  verbs: [threaten]\n", encoding="utf-8")
    assert (
        relation("Malta threatened Cyprus.", source=(0, 5), target=(17, 23), codebooks=[str(own_reject)])
        == "COERCE"
    )


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("- id: x\n  plover: AID\n  verb: [give]\n", UnknownName),
        ("- id: x\n  verbs: [give]\n", DetenteError),
        ("just words", DetenteError),
        ("- id: x\n  plover: AID\n  verbs: [give]\n  object: '@nothing-such'\n", UnknownName),
        ("- id: x\n  plover: HELP\n  verbs: [give]\n", UnknownName),
    ],
)
def test_a_wrong_codebook_is_refused(tmp_path: Path, text: str, error: type[DetenteError]) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(error):
        load([path])


def test_a_missing_codebook_is_named(tmp_path: Path) -> None:
    with pytest.raises(DetenteError, match=r"none\.yaml"):
        load([tmp_path / "none.yaml"])
