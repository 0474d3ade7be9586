"""The display names of actor codes in English, Japanese and Russian."""

from __future__ import annotations

import re
from functools import cache

from detente.errors import UnknownName
from detente.ontology.kana import latin
from detente.ontology.people import people
from detente.ontology.states import states
from detente.ontology.tables import rows, values

_WITH_AGENT = {"en": "{state} ({agent})", "ja": "{state}（{agent}）", "ru": "{state} ({agent})"}
_KATAKANA = re.compile(r"[ァ-ヴー・＝]+")
_ADMINISTRATION = {"en": "{} Administration", "ja": "{}政権", "ru": "администрация ({})"}


def label(code: str, language: str) -> str:
    """The display name of an actor code: "RUS/Putin" is ロシア（プーチン） in Japanese, "JPN/Japan" 日本.

    States, organisations, groups, organs, roles, places and listed persons are translated; an agent
    or a code that the vocabulary does not know is shown as written, a katakana name outside Japanese in
    Latin letters.
    """
    if language not in _WITH_AGENT:
        raise UnknownName("language", language, _WITH_AGENT)
    whole = _bodies(language).get(code)
    if whole is not None:
        return whole
    body, _, agent = code.partition("/")
    name = states()[body].label[language] if body in states() else _bodies(language).get(body, body)
    if not agent or (body in states() and agent == states()[body].label["en"]):
        return name
    return _WITH_AGENT[language].format(state=name, agent=_agent(body, agent, language))


def _agent(body: str, agent: str, language: str) -> str:
    known = _agents(language)
    for key in (f"{body}/{agent}", agent):
        if key in known:
            return known[key]
    surname = agent.removesuffix(" Administration")
    if surname != agent and f"{body}/{surname}" in known:
        return _ADMINISTRATION[language].format(known[f"{body}/{surname}"])
    return agent if language == "ja" or not _KATAKANA.fullmatch(agent) else latin(agent)


@cache
def _bodies(language: str) -> dict[str, str]:
    found = {row["code"]: next(iter(values(row[language])), row["code"]) for row in rows("bodies")}
    if language == "ru":
        found = {code: name if "*" not in name else code for code, name in found.items()}
        found |= {row["code"]: row["ru"] for row in rows("labels_ru") if row["code"] in found}
    return {code: name.removeprefix("the ") for code, name in found.items()}


@cache
def _agents(language: str) -> dict[str, str]:
    """Agent, with its state where only there it is called so, to the name to show."""
    found: dict[str, str] = {}
    for person in people().values():
        names = {"en": person.surname, "ja": person.ja, "ru": person.ru}
        for state in person.states:
            found.setdefault(f"{state}/{person.surname}", names[language])
    if language == "en":
        return found
    general = {row["name"] for row in rows("organs") if not row["state"]}
    for row in (*rows("organs"), *rows("places")):
        own = row["state"] and row["name"] not in general
        _keep(found, f"{row['state']}/{row['name']}" if own else row["name"], row[language])
    for row in rows("roles"):
        _keep(found, row["role"], row[language])
    for row in rows("agents"):
        _keep(found, row["name"], row[language])
    if language == "ru":
        found |= {row["code"]: row["ru"] for row in rows("labels_ru")}
    return found


def _keep(found: dict[str, str], key: str, forms: str) -> None:
    shown = next((form for form in values(forms) if "*" not in form and form[:1].strip()), None)
    if shown is not None:
        found.setdefault(key, shown)
