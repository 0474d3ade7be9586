"""Nouns whose relative clause says what is in them: 制裁を科す方針, 追加関税を課す大統領令."""

from __future__ import annotations

from functools import lru_cache

from detente.coding.ja.chunks import Chunk
from detente.coding.ja.clauses import Clause
from detente.coding.ja.lexicon import table


@lru_cache(maxsize=2)
def _words(name: str) -> tuple[str, ...]:
    return tuple(str(table("mood")[name]).split())


def has_content(clause: Clause) -> bool:
    """Whether a clause is the content of the noun it modifies: done by whoever plans or issues it."""
    noun = clause.modified
    if clause.relation != "relative" or noun is None or clause.argument("が") is not None:
        return False
    return noun.text.endswith(_words("intents") + _words("papers"))


def is_intent(noun: Chunk | None) -> bool:
    """方針, 考え, 新たな計画: a noun of intent or opinion."""
    return noun is not None and noun.text.endswith(_words("intents"))


def enacted(clause: Clause) -> bool:
    """追加関税を課す大統領令に署名した, 承認する書簡を送った: what an issued paper lays down is done."""
    above, paper = clause.parent, clause.modified
    if above is None or above is clause or paper is None or not has_content(clause):
        return False
    issued = "past" in above.marks and not above.negative and not above.passive
    return issued and paper.text.endswith(_words("papers"))
