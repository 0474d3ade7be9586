"""Dates in English: the words that stand around them (since, until, about, from … to)."""

from __future__ import annotations

import re

from detente.coding.dates.around import Around
from detente.coding.dates.en_tokens import tokens

_POSITION = (
    r"(?:(?:very\s+)?(?:early|mid|late|end|start|beginning|middle|half|days|weeks|months|years|outset)"
    r"(?:[\s-]+(?:of|in)\s+(?:the\s+)?|[\s-]+))*"
)
_BEFORE = re.compile(
    r"(?:\b(?P<after>(?i:since|after|starting|beginning|as\sfrom|from|effective|post(?=-)))"
    r"|\b(?P<until>(?i:until|till|by|through|up\sto|before|prior\sto|no\slater\sthan|pre(?=-)))"
    r"|\b(?P<between>(?i:between)))?"
    r"(?:(?:^|[\s-]+)(?:(?:in|on|from)\s+)?"
    r"(?P<about>(?:about|around|circa|c\.|roughly|approximately|some\stime\sin)(?=\s))?\s*)"
    rf"(?:the\s+)?{_POSITION}$"
)
_AROUND = Around(
    tokens=tokens,
    before=_BEFORE,
    to=re.compile(rf"\s?[-–—]\s?{_POSITION}|,?\s+(?:to|through|until|till)\s+(?:the\s+)?{_POSITION}"),
    both=re.compile(rf"\s+and\s+(?:in\s+)?(?:the\s+)?{_POSITION}"),
    onward=re.compile(
        r"\s+(?:onwards?|on)\b(?!\s+(?:[a-z]+ing|the|a|an|its|his|their|[A-Z]))|\s+and\s+(?:after|beyond)\b"
    ),
    name_tail=re.compile(r",?\s+(?:terror(?:ist)?\s+)?attacks"),
)
read = _AROUND.read
