"""What lies where in a case folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from detente.casebook.atomic import sweep

IGNORED = ".lock\n.*.part\n"


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths of a case folder."""

    root: Path

    @property
    def charter(self) -> Path:
        """`case.toml`: what the case is about."""
        return self.root / "case.toml"

    @property
    def sources(self) -> Path:
        """The originals and what is known of each."""
        return self.root / "sources"

    @property
    def codings(self) -> Path:
        """What coders found; can be made again."""
        return self.root / "codings"

    @property
    def tables(self) -> Path:
        """Imported event data."""
        return self.root / "tables"

    @property
    def journal(self) -> Path:
        """`judgements.jsonl`: what the analyst decided."""
        return self.root / "judgements.jsonl"

    @property
    def lock(self) -> Path:
        """The lock of the one writer."""
        return self.root / ".lock"

    @property
    def ignore(self) -> Path:
        """Keeps the lock and unfinished files out of git."""
        return self.root / ".gitignore"

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders inside the case folder."""
        return (self.sources, self.codings, self.tables)

    def make(self) -> None:
        """Make the folders that are not there; git leaves empty ones out of a copy."""
        for folder in self.folders:
            folder.mkdir(parents=True, exist_ok=True)

    def sweep(self) -> None:
        """Remove the unfinished files of killed writers; only for the holder of the lock."""
        for folder in (self.root, *self.folders):
            sweep(folder)
