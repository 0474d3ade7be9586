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
    replaced = {issue.code for issue in own}
    ours = (i for i in issues().values() if (i.broad or every) and i.code not in replaced)
    table = [i for i in (*own, *ours) if i.code not in without]
    for passage, factor in ((text, _CLAUSE), (context, _CONTEXT)):
        scores = [factor * _hits(i, language, passage) * i.weight for i in table]
        if passage == text and context:
            near = [_CONTEXT * _hits(i, language, context) * i.weight for i in table]
            scores = [s + n if s else 0 for s, n in zip(scores, near, strict=True)]
        if any(scores):
            return table[scores.index(max(scores))].code
    return OTHER


def _hits(issue: Issue, language: str, text: str) -> int:
    words = issue.words.get(language, "")
    return _distinct(words, language, text) if words and text else 0


@lru_cache(maxsize=8192)
def _distinct(words: str, language: str, text: str) -> int:
    """How many different words a pattern finds; a sentence is asked about once for each of its findings."""
    return len({m.group() for m in _pattern(words, language).finditer(text)})


@lru_cache(maxsize=512)
def _pattern(words: str, language: str) -> re.Pattern[str]:
    bound = "" if language == "ja" else r"(?<!\w)"
    end = r"(?!\w)" if language == "en" else ""
    return re.compile(f"{bound}(?:{words}){end}")
