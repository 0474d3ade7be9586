"""Who leads a state: heads of state and of government, by name or by the office that is named."""

from __future__ import annotations

import re
from functools import lru_cache

from detente.ontology import people
from detente.ontology.people import groups

_OFFICE = re.compile(
    r"(?<!vice )(?<!deputy )(?:president|prime minister|premier|chancellor|king|leader)(?!ial)"
    r"|(?<!副)(?:首脳|大統領|首相|総理|国家主席|総書記|国王)(?!府|選|補佐|報道|官邸|特使)",
    re.IGNORECASE,
)


def is_leader(actor: str) -> bool:
    """Whether an actor string names a head of state or government: USA/Clinton, KOR/president."""
    agent = actor.partition("/")[2]
    return actor in _heads() or (bool(agent) and _OFFICE.search(agent) is not None)


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    """The codes of all who ever held an office at the head of a state."""
    led = {role for role, group in groups().items() if group == "head"}
    return frozenset(
        f"{term.state}/{person.surname}"
        for person in people().values()
        for term in person.terms
        if term.office in led
    )
