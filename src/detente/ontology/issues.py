"""The issues of a relationship, and which one a stretch of text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

OTHER = "other"
_OTHER_LABELS = {"en": "Other", "ja": "その他", "ru": "Прочее"}
_OWN, _AROUND = 4, 1


@dataclass(frozen=True)
class Issue:
    """A matter between two states.

    Parameters
    ----------
    code : short name, as findings carry it.
    labels : display names by language (en, ja, ru).
    words : the words that point to it, by language; see `data/issues.yaml` for how they match.
    weight : settles ties between issues with as many words in the text; higher wins.
    """

    code: str
    labels: dict[str, str]
    words: dict[str, tuple[str, ...]]
    weight: int = 3

    def __hash__(self) -> int:
        return hash(self.code)


@lru_cache(maxsize=1)
def issues() -> tuple[Issue, ...]:
    """Our list of issues, `other` last."""
    path = files("detente.ontology") / "data" / "issues.yaml"
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    known = [
        Issue(
            code=entry["code"],
            labels=entry["label"],
            words={language: tuple(map(str, entry.get(language, ()))) for language in ("en", "ja", "ru")},
            weight=entry["weight"],
        )
        for entry in raw
    ]
    return (*known, Issue(OTHER, _OTHER_LABELS, {}, 0))


def issue_of(text: str, language: str, context: str = "", extra: Iterable[Issue] = ()) -> str:
    """The code of the issue that a text speaks of, "other" where nothing points to one.

    Words in the text itself count four times as much as words in its context (usually the
    sentence). The issues of a case (`extra`) come before ours and replace ours of the same code.

    Parameters
    ----------
    text : the clause or phrase in question.
    language : "en", "ja" or "ru".
    context : the text around it, which may hold `text`.
    extra : the analyst's own issues.
    """
    own = tuple(extra)
    replaced = {issue.code for issue in own}
    best, best_score = OTHER, 0.0
    for issue in (*own, *(i for i in issues() if i.code not in replaced)):
        words = issue.words.get(language, ())
        if not words:
            continue
        pattern = _pattern(words, language)
        score = _OWN * len(set(pattern.findall(text))) + _AROUND * len(set(pattern.findall(context)))
        weighted = score + issue.weight / 10 if score else 0.0
        if weighted > best_score:
            best, best_score = issue.code, weighted
    return best


@lru_cache(maxsize=256)
def _pattern(words: tuple[str, ...], language: str) -> re.Pattern[str]:
    ordered = sorted(words, key=len, reverse=True)
    if language == "ja":
        return re.compile("|".join(map(re.escape, ordered)))
    if language == "ru":
        return re.compile(r"(?<!\w)(?:" + "|".join(_stem(w) for w in ordered) + ")")
    forms = [f"(?i:{re.escape(w)})" if w.islower() else re.escape(w) for w in ordered]
    return re.compile(r"(?<![\w-])(?:" + "|".join(forms) + r")(?![\w-])")


def _stem(words: str) -> str:
    """A stem of several words matches with any ending on each: "права человек" in правами человека."""
    return r"\w*\s+".join(re.escape(part) for part in words.strip().split())
