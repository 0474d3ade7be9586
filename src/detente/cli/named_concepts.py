"""Saying which concepts of a names file the map does not have."""

from __future__ import annotations

from collections.abc import Iterable

from detente.cli.progress import say
from detente.outlook.causes import Link, strangers

_MOST = 3


def say_strangers(names: Iterable[str], links: Iterable[Link]) -> None:
    """Say which of the concepts that an analyst has named are in no link, so that their names do nothing."""
    lost = strangers(names, (end for link in links for end in (link.cause, link.effect)))
    if lost:
        told = ", ".join(f'"{name}"' for name in lost[:_MOST]) + (" …" if len(lost) > _MOST else "")
        say(f"Not in the map, so that the names for them do nothing ({len(lost)}): {told}")
