"""The record of a dispute, and the clause that a cleft names it in."""

from __future__ import annotations

from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft
from detente.coding.ja.scene import Scene


def dispute(
    span: tuple[int, int],
    parties: tuple[str, ...],
    confidence: float,
    rule: str,
    scene: Scene,
    status: str = "",
) -> Draft:
    """A dispute named by its own words; its status is what is said of it, else those words again."""
    name = scene.text(*span)
    fields = {"name": name, "parties": parties, "status": status or name}
    return Draft("dispute", *span, confidence, f"ja.dispute.{rule}", fields)


def cleft(clause: Clause) -> Clause | None:
    """対立点となるのが、Xである: the clause that says what the dispute is about."""
    above = clause.parent
    if clause.relation != "complement" or above is None or above.lemma != "だ":
        return None
    return above if any(a.head.norm == "の" and clause in a.clauses for a in above.args) else None
