"""The objects of an act as a codebook's conditions name them: 兵を, 国境に."""

from __future__ import annotations

from functools import lru_cache

from detente.coding.ja.clauses import Clause

MARKS = ("を", "に", "へ", "から", "が")


@lru_cache(maxsize=2048)
def with_particle(words: tuple[str, ...]) -> bool:
    """Whether one of an entry's words carries its particle."""
    return any(word.endswith(MARKS) for word in words)


def marked(clause: Clause | None) -> str:
    """The objects of a clause with their particle and without their count: 兵を of 兵三千人を送る."""
    if clause is None:
        return ""
    words = []
    for arg in clause.args:
        case = "を" if clause.passive and arg.case in ("が", "") else arg.case
        case = case or ("が" if arg.topic and not arg.temporal else "")
        beside = clause.argument("を") if case == "と" else None
        if beside is not None and beside.extent - arg.stop in (0, 1):  # 軍艦とF16を送る
            case = "を"
        for item in (arg, *arg.joined):
            words.append("".join(t.surface for t in item.uncounted) + case)
    return " ".join(words)
