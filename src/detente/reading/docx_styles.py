"""What the styles of a DOCX file say: which are headings, of what level, and which are lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(?:heading|見出し|заголовок)\s*([1-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style: level of heading (1 the highest, 0 none) and whether it makes list items."""

    level: int = 0
    listed: bool = False


def styles_of(source: bytes | None) -> dict[str, Style]:
    """The styles by their id, what they take over from the style they rest on included."""
    if source is None:
        return {}
    root = ElementTree.fromstring(source)
    elements = {element.get(f"{W}styleId", ""): element for element in root.iter(f"{W}style")}
    return {name: _style(name, elements) for name in elements}


def _style(name: str, elements: dict[str, ElementTree.Element]) -> Style:
    level, listed = 0, False
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        element = elements[name]
        level = level or _level(element, name)
        listed = listed or element.find(f"{W}pPr/{W}numPr") is not None
        based = element.find(f"{W}basedOn")
        name = based.get(f"{W}val", "") if based is not None else ""
    return Style(min(level, 6), listed and not level)


def _level(element: ElementTree.Element, name: str) -> int:
    title = element.find(f"{W}name")
    label = title.get(f"{W}val", "") if title is not None else name
    heading = _HEADING.match(label)
    if heading:
        return int(heading.group(1))
    if label.lower() in ("title", "表題"):
        return 1
    outline = element.find(f"{W}pPr/{W}outlineLvl")
    value = outline.get(f"{W}val", "9") if outline is not None else "9"
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0
