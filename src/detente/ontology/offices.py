"""From a state and an office, or a name, to the actor codes that findings carry."""

from __future__ import annotations

from functools import cache

from detente.ontology.people import Person, choose, holder
from detente.ontology.tables import rows
from detente.ontology.vocabulary import named


@cache
def _own_names() -> dict[tuple[str, str], str]:
    return {(row["state"], row["general"]): row["own"] for row in rows("equivalents")}


def agents(codes: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Each state or organisation with an agent: ("RUS",) and "army" give ("RUS/army",).

    An organ is called what the state itself calls it: the parliament of the USA is USA/Congress.
    """
    heads = [code.partition("/")[0] for code in codes]
    return tuple(f"{head}/{_own_names().get((head, name), name)}" for head in heads)


def office_codes(codes: tuple[str, ...], role: str, iso: str | None) -> tuple[str, ...]:
    """The holders of an office in each state on a day; "STATE/office" where the table has none."""
    found = []
    for state in dict.fromkeys(code.partition("/")[0] for code in codes):
        person = holder(state, role, iso)
        found.append(f"{state}/{person.surname if person else role}")
    return tuple(found)


def known_person(
    form: str, language: str, iso: str | None, role: str | None, state: str | None
) -> Person | None:
    """Whom a name means, given the day, the role and the state named beside it; None where unknown."""
    return choose(named(language).get(form, ()), iso, role, state)
