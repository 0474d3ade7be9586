"""The rules by which two rows tell the same event."""

from __future__ import annotations

RULES: dict[str, tuple[tuple[str, ...], str]] = {
    "event": (
        ("dataset", "day", "source", "target", "code"),
        "one row per day, source, target and code",
    ),
    "url": (
        ("dataset", "url", "source", "target"),
        "one row per address, source and target",
    ),
}
"""Rule to the columns that make two rows the same, and the rule in words. A row in which one of these columns
is null is like no other, and stays."""

IMPORT = "import"
"""Rule for what several imports of a dataset share: rows alike in everything but their line count once."""
