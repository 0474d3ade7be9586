"""The display names of actor codes in English, Japanese and Russian."""

from __future__ import annotations

from functools import cache

from detente.errors import UnknownName
from detente.ontology.people import people
from detente.ontology.states import states
from detente.ontology.tables import rows, values

_BRACKETS = {"en": ("{state} ({agent})"), "ja": "{state}（{agent}）", "ru": "{state} ({agent})"}


def label(code: str, language: str) -> str:
    """The display name of an actor code: "RUS/Putin" is ロシア（プーチン） in Japanese.

    States, organisations, groups, organs, roles, places and listed persons are translated; an agent
    or a code that the vocabulary does not know is shown as written.
    """
    if language not in _BRACKETS:
        raise UnknownName("language", language, _BRACKETS)
    if code in _bodies(language):
        return _bodies(language)[code]
    body, _, agent = code.partition("/")
    name = states()[body].label[language] if body in states() else _bodies(language).get(body, body)
    if not agent:
        return name
    return _BRACKETS[language].format(state=name, agent=_agent(body, agent, language))


def _agent(body: str, agent: str, language: str) -> str:
    known = _agents(language)
    for key in (agent, f"{body}/{agent}"):
        if key in known:
            return known[key]
    surname, _, rest = agent.partition(" ")
    if f"{body}/{surname}" in known and rest == "Administration":
        return {
            "ja": f"{known[f'{body}/{surname}']}政権",
            "ru": f"администрация: {known[f'{body}/{surname}']}",
        }.get(language, agent)
    return agent


@cache
def _bodies(language: str) -> dict[str, str]:
    return {
        row["code"]: (values(row[language]) or (row["code"],))[0].replace("*", "") for row in rows("bodies")
    }


@cache
def _agents(language: str) -> dict[str, str]:
    """Agent, with its state where it has one, to the name to show."""
    found: dict[str, str] = {}
    for person in people().values():
        found.setdefault(person.code, getattr(person, language) if language != "en" else person.surname)
    for row in [*rows("organs"), *rows("places")]:
        if forms := values(row[language]):
            key = f"{row['state']}/{row['name']}" if row["state"] else row["name"]
            found.setdefault(key, _shown(forms[0], row["name"], language))
    for row in rows("roles"):
        if forms := values(row[language]):
            found.setdefault(row["role"], _shown(forms[0], row["role"], language))
    return found


def _shown(form: str, name: str, language: str) -> str:
    return name if language == "en" or "*" in form else form
