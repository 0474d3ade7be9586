"""To which issue a finding belongs: its own field, else that of what stands in the same words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from detente.casebook.issues import OwnIssue
from detente.findings import Dispute, Event, Finding, Position

OTHER = "other"


class _Marked(NamedTuple):
    start: int
    end: int
    issue: str


class Sorter:
    """Sorts findings into issues.

    Events, positions and disputes name their issue. A statement, agreement, causal claim or
    outlook takes the issue of the finding of those kinds that shares most of its words, "other"
    where there is none. Beside that, a finding belongs to each of the analyst's own issues whose
    code it names or whose keywords its passage holds.
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

    def _issue(self, finding: Finding) -> str:
        if isinstance(finding, Event | Position | Dispute):
            return finding.issue
        shared = [
            (min(mark.end, finding.end) - max(mark.start, finding.start), mark.start - mark.end, mark.issue)
            for mark in self._marked[finding.document]
            if mark.start < finding.end and finding.start < mark.end
        ]
        known = [one for one in shared if one[2] != OTHER]
        return max(known)[2] if known else OTHER
