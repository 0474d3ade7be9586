"""To which issue a finding belongs: its own field, else that of what stands in the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.casebook.issues import OwnIssue
from detente.findings import Dispute, Event, Finding, Position
from detente.ontology import issue_of

OTHER = "other"


class _Marked(NamedTuple):
    start: int
    end: int
    issue: str


class Sorter:
    """Sorts findings into issues.

    Events, positions and disputes name their issue. A statement, agreement, causal claim or
    outlook takes the issue that its words speak of, else that of the event, position or dispute
    that shares most of its passage, else "other". Beside that, a finding belongs to each of the
    analyst's own issues whose code it names or whose keywords its passage holds.
    """

    def __init__(self, findings: Iterable[Finding], own_issues: Sequence[OwnIssue] = ()) -> None:
        self.own_issues = own_issues
        self._marked: dict[str, list[_Marked]] = defaultdict(list)
        for finding in findings:
            if isinstance(finding, Event | Position | Dispute):
                marked = _Marked(finding.start, finding.end, finding.issue)
                self._marked[finding.document].append(marked)
        for marks in self._marked.values():
            marks.sort()

    def issues(self, finding: Finding) -> list[str]:
        """The codes of the issues that a finding belongs to; at least one."""
        own = [issue.code for issue in self.own_issues if issue.shown_by(finding)]
        return list(dict.fromkeys([self._issue(finding), *own]))

    def of_several(self, first: Finding, findings: Sequence[Finding]) -> list[str]:
        """The issues of one thing told in several passages.

        One of ours, the commonest that is not "other" (of equally common ones that of `first`), and
        every one of the analyst's own.
        """
        own = {issue.code for issue in self.own_issues}
        all_ours = [self._issue(finding) for finding in findings]
        ours = [issue for issue in all_ours if issue != OTHER] or [OTHER]
        said = self._issue(first)
        best = max(dict.fromkeys(ours), key=lambda issue: (ours.count(issue), issue == said))
        named = [issue for finding in findings for issue in self.issues(finding) if issue in own]
        return list(dict.fromkeys([best, *named]))

    def _issue(self, finding: Finding) -> str:
        if isinstance(finding, Event | Position | Dispute):
            return finding.issue
        named = issue_of(finding.quote, language_of(finding.quote))
        return self._around(finding) if named == OTHER else named

    def _around(self, finding: Finding) -> str:
        shared = [
            (min(mark.end, finding.end) - max(mark.start, finding.start), mark.start - mark.end, mark.issue)
            for mark in self._marked[finding.document]
            if mark.start < finding.end and finding.start < mark.end
        ]
        known = [one for one in shared if one[2] != OTHER]
        return max(known)[2] if known else OTHER


def language_of(text: str) -> str:
    """The language of a passage by its script: "ja", "ru", else "en"."""
    if re.search(r"[぀-ヿ㐀-鿿]", text):
        return "ja"
    return "ru" if re.search(r"[а-яё]", text) else "en"
