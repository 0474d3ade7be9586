"""The analyst's own issues beside those of the issue list."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

from detente.errors import UnknownName, UsageError
from detente.findings import Finding


@dataclass(frozen=True, slots=True)
class OwnIssue:
    """An issue that the analyst defines.

    Parameters
    ----------
    code : a short name, for instance "debt".
    en, ja : its labels.
    keywords : words that show it; compared after Unicode NFKC and case folding.
    """

    code: str
    en: str
    ja: str
    keywords: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.code or not self.en or not self.ja or not all(self.keywords):
            raise UsageError(
                f'The issue "{self.code}" lacks its code, a label or a keyword.',
                hint='Write it as "debt=Soviet debt|ソ連債務|債務,Paris Club".',
            )

    def shown_by(self, finding: Finding) -> bool:
        """Whether the passage of a finding names one of the keywords."""
        text = folded(finding.quote)
        return any(folded(word) in text for word in self.keywords)

    def as_dict(self) -> dict[str, Any]:
        """The issue as it stands in case.toml."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Self:
        """The issue from its table in case.toml."""
        known = [field.name for field in fields(cls)]
        for key in row:
            if key not in known:
                raise UnknownName("key of an own issue", key, known)
        given = {name: row.get(name, "") for name in known}
        return cls(given["code"], given["en"], given["ja"], tuple(given["keywords"]))

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The issue from "code=English label|Japanese label|keyword,keyword"."""
        code, _, rest = text.partition("=")
        en, _, more = rest.partition("|")
        ja, _, words = more.partition("|")
        return cls(code.strip(), en.strip(), ja.strip(), tuple(w.strip() for w in words.split(",")))


def folded(text: str) -> str:
    """A text as keywords are compared with it: NFKC, without case, however its lines are broken.

    Blanks beside a character that is not Latin are left out, others count as one.
    """
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().split())
    return re.sub(r"(?<=[^\x00-\u024f]) | (?=[^\x00-\u024f])", "", plain)
