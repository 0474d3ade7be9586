"""Display names of actors and types in three languages."""

from __future__ import annotations

import pytest

from detente.errors import UnknownName
from detente.ontology import label, plover_quad, plover_type, plover_types, states


@pytest.mark.parametrize(
    ("code", "language", "shown"),
    [
        ("RUS", "ja", "ロシア"),
        ("RUS/Putin", "en", "Putin (Russia)"),
        ("RUS/Putin", "ja", "ロシア（プーチン）"),
        ("RUS/Ministry of Defence", "ja", "ロシア（国防省）"),
        ("UNSC", "ja", "国連安全保障理事会"),
        ("unnamed gunmen", "ja", "unnamed gunmen"),
    ],
)
def test_labels(code: str, language: str, shown: str) -> None:
    assert label(code, language) == shown


@pytest.mark.parametrize("language", ["en", "ja", "ru"])
def test_every_state_has_a_name(language: str) -> None:
    assert all(label(code, language) and "*" not in label(code, language) for code in states())


def test_plover_has_sixteen_types_with_classes_and_scores() -> None:
    types = {code: t for code, t in plover_types().items() if code != "NONE"}
    assert len(types) == 16
    for t in types.values():
        assert t.score is not None
        assert (t.score > 0) == t.quad.endswith("COOPERATION"), t.code
        assert set(t.labels) == {"en", "ja", "ru"}
    assert plover_quad("NONE") == ""


def test_a_misspelt_type_gets_a_suggestion() -> None:
    with pytest.raises(UnknownName, match="AGREE"):
        plover_type("AGRE")
