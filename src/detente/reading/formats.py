"""The formats that can be read; a new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from detente.reading.extract import Extract


class Extractor(Protocol):
    """Turns the bytes of a file into its stored text and layout."""

    def __call__(self, data: bytes, *, where: str, encoding: str | None = None) -> Extract: ...


@dataclass(frozen=True, slots=True)
class Format:
    """A format: how it is told by its first bytes, and the function that reads it.

    The function's module is loaded only when a file of the format is read.
    """

    name: str
    suffixes: tuple[str, ...]
    sniff: Callable[[bytes], bool]
    module: str
    function: str

    def extract(self, data: bytes, *, where: str, encoding: str | None = None) -> Extract:
        """Read a file's bytes; raises UnreadableSource."""
        function = cast(Extractor, getattr(import_module(self.module), self.function))
        return function(data, where=where, encoding=encoding)
