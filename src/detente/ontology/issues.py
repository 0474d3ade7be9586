"""Issues between states: their codes and labels, and which one a passage is about."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from detente.errors import UnknownName

OTHER = "other"
_CLAUSE, _CONTEXT = 3, 1


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue and the words that show it.

    Parameters
    ----------
    code : short English name.
    label : language to label.
    words : language to a regular expression; matched with the case as written.
    weight : how much one distinct hit counts.
    broad : whether `issue_of` uses it unless told otherwise.
    state : the state whose name shows the issue, "" where none does: Iran for the dispute over Iran.
    against : the states and bodies that are the other side of it.
    """

    code: str
    label: dict[str, str]
    words: dict[str, str]
    weight: int = 1
    broad: bool = True
    state: str = ""
    against: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def issues() -> dict[str, Issue]:
    """Every listed issue by code, in the order of precedence; "other" comes last and has no words."""
    text = resources.files("detente.ontology").joinpath("data", "issues.yaml").read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    table = yaml.load(text, Loader=loader)
    found = {
        code: Issue(code, i["label"], i["words"], i.get("weight", 1), i.get("broad", False), *_of_state(i))
        for code, i in table.items()
    }
    found[OTHER] = Issue(OTHER, {"en": "Other", "ja": "その他", "ru": "Прочее"}, {})
    return found


def _of_state(row: dict[str, Any]) -> tuple[str, tuple[str, ...]]:
    return row.get("state", ""), tuple(str(row.get("against", "")).split())


def issue_of(
    text: str,
    language: str,
    context: str = "",
    *,
    extra: Iterable[Issue] = (),
    every: bool = False,
    without: Container[str] = (),
) -> str:
    """The code of the issue that a clause is about, "other" where no word of an issue stands in it.

    Each distinct word counts its issue's weight, three times in the clause and once in `context` (the
    sentence or heading around it); the context alone decides only where the clause shows nothing.
    Ties go to the issue listed first; `extra` (an analyst's own) come before the listed ones and
    replace those of the same code. With
    `every` the regional and special issues count too, else only the broad ones; the codes in `without`
    never do.
    """
    if language not in ("en", "ja", "ru"):
        raise UnknownName("language", language, ("en", "ja", "ru"))
    own = tuple(extra)
    here, around = (_shown(own, every, language, passage) for passage in (text, context))
    told = {code: _CLAUSE * n + _CONTEXT * around.get(code, 0) for code, n in here.items()}
    for scores in (told, around):
        left = {code: score for code, score in scores.items() if code not in without}
        if left:
            return max(left, key=left.__getitem__)
    return OTHER


def _shown(own: tuple[Issue, ...], every: bool, language: str, text: str) -> dict[str, int]:
    """How many different words of each issue stand in a text, weighted; the first of the table first."""
    listed = _shown_of_listed(every, language, text)
    if not own:
        return listed
    replaced = {issue.code for issue in own}
    return {**_counted(own, language, text), **{c: n for c, n in listed.items() if c not in replaced}}


@lru_cache(maxsize=1024)
def _shown_of_listed(every: bool, language: str, text: str) -> dict[str, int]:
    """Kept, because a sentence is asked about once for each of its findings."""
    return _counted([i for i in issues().values() if i.broad or every], language, text)


def _counted(table: Iterable[Issue], language: str, text: str) -> dict[str, int]:
    found = {}
    for issue in table if text else ():
        words = issue.words.get(language, "")
        if words and (hits := {m.group() for m in _pattern(words, language).finditer(text)}):
            found[issue.code] = len(hits) * issue.weight
    return found


@lru_cache(maxsize=512)
def _pattern(words: str, language: str) -> re.Pattern[str]:
    bound = "" if language == "ja" else r"(?<!\w)"
    end = r"(?!\w)" if language == "en" else ""
    return re.compile(f"{bound}(?:{words}){end}")
