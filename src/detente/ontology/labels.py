"""Names of actor codes in the reader's language: "RUS/Putin" as Putin (Russia) or プーチン（ロシア）."""

from __future__ import annotations

from functools import lru_cache

from detente.ontology.issues import issues
from detente.ontology.states import states
from detente.ontology.tables import Row, rows, values

_LANGUAGES = ("en", "ja", "ru")
_FORMS = {"en": "{agent} ({state})", "ja": "{state}（{agent}）", "ru": "{agent} ({state})"}


def label(code: str, language: str) -> str:
    """The display name of an actor code in en, ja or ru.

    A code that no table knows is given back as it is: an unnamed group has its English phrase as code,
    an agent that only the text names has its own name.
    """
    whole = _bodies(language).get(code)
    if whole is not None:
        return whole
    state, _, agent = code.partition("/")
    name = _state(state, language)
    if not agent:
        return name
    return _FORMS[language].format(state=name, agent=_agent(state, agent, language).removeprefix(name))


def issue_label(code: str, language: str) -> str:
    """The display name of an issue in en, ja or ru; an unknown code is given back as it is."""
    return next((issue.labels[language] for issue in issues() if issue.code == code), code)


def _state(code: str, language: str) -> str:
    known = states().get(code)
    return known.label[language] if known is not None else _bodies(language).get(code, code)


def _agent(state: str, agent: str, language: str) -> str:
    if language == "en":
        return agent[:1].upper() + agent[1:]
    for table in (_persons(language), _organs(language), _roles(language)):
        found = table.get(f"{state}/{agent}") or table.get(agent)
        if found is not None:
            return found
    return agent


@lru_cache(maxsize=len(_LANGUAGES))
def _bodies(language: str) -> dict[str, str]:
    return {row["code"]: _first(row, language) or row["code"] for row in rows("bodies")}


@lru_cache(maxsize=len(_LANGUAGES))
def _organs(language: str) -> dict[str, str]:
    named = [row for row in rows("organs") if _first(row, language)]
    general = {row["name"]: _first(row, language) for row in named if not row["state"]}
    return general | {f"{row['state']}/{row['name']}": _first(row, language) for row in named if row["state"]}


@lru_cache(maxsize=len(_LANGUAGES))
def _persons(language: str) -> dict[str, str]:
    family = {"ja": "ja_family", "ru": "ru_family"}
    found: dict[str, str] = {}
    for row in rows("persons"):
        name = next(iter(values(row[family[language]])), "").rstrip("?*")
        if name:
            found.setdefault(f"{row['state']}/{values(row['surname'])[0].rstrip('?')}", name)
    return found


@lru_cache(maxsize=len(_LANGUAGES))
def _roles(language: str) -> dict[str, str]:
    return {_first(row, "en"): _first(row, language) for row in rows("roles") if _first(row, language)}


def _first(row: Row, language: str) -> str:
    forms = values(row[language])
    whole = [form for form in forms if "*" not in form]
    return next(iter(whole), "").rstrip("?")
