"""States: their codes, names in three languages, years, and what stands for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from detente.errors import UnknownName
from detente.ontology.tables import Row, rows, values


@dataclass(frozen=True, slots=True)
class State:
    """One state of the vocabulary.

    Parameters
    ----------
    code : ISO 3166-1 alpha-3, or the project's name (USSR, Kosovo, Taiwan, AHU, RVN).
    iso2 : ISO 3166-1 alpha-2, "" where there is none.
    status : member or observer of the United Nations, other, historical.
    start, end : ISO dates of existence where the table bounds it, else "" (both ends included).
    label, official : language to the usual and the official name.
    names, demonyms, capitals : language to further forms; Russian stems end in "*".
    """

    code: str
    iso2: str
    status: str
    start: str
    end: str
    label: dict[str, str]
    official: dict[str, str]
    names: dict[str, tuple[str, ...]]
    demonyms: dict[str, tuple[str, ...]]
    capitals: dict[str, tuple[str, ...]]


@lru_cache(maxsize=1)
def states() -> dict[str, State]:
    """Every state by its code, in the order of the table."""
    return {row["code"]: _state(row) for row in rows("states")}


def state(code: str) -> State:
    """The state with this code; an unknown code raises `UnknownName`."""
    if code not in states():
        raise UnknownName("state", code, states())
    return states()[code]


def _state(row: Row) -> State:
    languages = ("en", "ja", "ru")
    return State(
        code=row["code"],
        iso2=row["iso2"],
        status=row["status"],
        start=row["from"],
        end=row["to"],
        label={k: row[k] for k in languages},
        official={k: row[f"official_{k}"] for k in languages},
        names={k: values(row[f"names_{k}"]) for k in languages},
        demonyms={k: values(row.get(f"demonyms_{k}", "")) for k in languages},
        capitals={k: values(row[f"capitals_{k}"]) for k in languages},
    )
