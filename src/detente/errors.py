"""The errors a user may see: what, where, expected, found, and what to do next."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_MANY, _FEW = 60, 12
"""Of more than so many valid names a message lists only the nearest few."""


class DetenteError(Exception):
    """Base of every error that détente raises on purpose.

    Parameters
    ----------
    message : what went wrong, in one sentence.
    where : file, page, row or field, or None.
    hint : what the user can do next, or None.
    """

    def __init__(self, message: str, *, where: str | None = None, hint: str | None = None) -> None:
        self.message = message
        self.where = where
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}{self.message}{advice}"


class UsageError(DetenteError):
    """The command or call was given something it does not take (exit code 2)."""


class UnknownName(UsageError):
    """A name that is not among the valid ones; suggests the nearest.

    Parameters
    ----------
    what : the kind of name, for instance "format".
    name : what was given.
    known : every valid name.
    """

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = sorted(known)
        near = self._nearest(1, 0.5)
        meant = f'Did you mean "{near[0]}"? ' if near else ""
        many = len(self.known) > _MANY
        near_by = self._nearest(_FEW, 0.0) if many else self.known
        listed = ", ".join(sorted(near_by)) + (f" and {len(self.known) - _FEW} others" if many else "")
        super().__init__(f'Unknown {what} "{name}".', hint=f"{meant}Known: {listed}.")

    def _nearest(self, most: int, cutoff: float) -> list[str]:
        """The valid names most like the one given, capitals or not."""
        plain = {known.casefold(): known for known in self.known}
        return [plain[k] for k in difflib.get_close_matches(self.name.casefold(), plain, most, cutoff)]


class UnreadableSource(DetenteError):
    """A file that cannot be read as a document or a dataset (exit code 1)."""
