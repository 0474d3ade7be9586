"""The briefing as one self-contained HTML page."""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from detente import __version__
from detente.brief.evidence import WIDE_BREAK
from detente.brief.model import Briefing
from detente.brief.view import View
from detente.brief.words import Words


def page(briefing: Briefing, lang: str) -> str:
    """The HTML of a briefing in a language: no script, no network, everything from outside escaped.

    Every claim carries `data-source` (SHA-256 of the stored text), `data-start`, `data-end` (code
    points, half-open) and `data-quote`, which equals the stored text there.
    """
    style = files(__package__).joinpath("style.css").read_text(encoding="utf-8")
    names = View(briefing, Words(lang)).names()
    template = _environment().get_template("page.html.j2")
    return template.render(names, style=style, style_hash=_hash(style), version=__version__)


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader(__package__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["stored"] = stored
    environment.filters["running"] = running
    return environment


def stored(text: str) -> Markup:
    """Stored text for HTML, so that a parser gives back the same: carriage returns are kept, too."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


def running(text: str) -> Markup:
    """Stored text to be read: a line break within Japanese stands there, but takes up no room."""
    parts = WIDE_BREAK.split(text)
    return Markup("").join(
        Markup('<span class="wrap">{}</span>').format(stored(part)) if i % 2 else stored(part)
        for i, part in enumerate(parts)
    )


def _hash(style: str) -> str:
    """What a content security policy calls a piece of inline style by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
