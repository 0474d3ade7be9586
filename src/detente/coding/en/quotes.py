"""Direct quotations: the stretches between quotation marks, those broken by "he said" as one."""

from __future__ import annotations

import re

MARKS = re.compile(
    r"“[^“”]+”|\"[^\"]+\"|«[^«»]+»|‘(?:[^‘’“”]|’(?=\w))+’(?!\w)"
    r"|(?<![\w'])'(?=[^\W\d])(?:[^'“”\"]|'(?=\w)){3,}'(?!\w)"  # 'in single marks', not the leaders' talks
)
OPEN_TO_END = re.compile(r"[“][^“”]*$")
BREAK = re.compile(r"^[,;]?\s*[^.!?“\"]{2,60}?[,.:;]?\s*$")


def quotations(text: str) -> list[tuple[int, int]]:
    """The quotations of a text as [start, end) with their marks; broken ones joined."""
    found = [m.span() for m in MARKS.finditer(text)]
    rest = OPEN_TO_END.search(text)
    if (
        rest is not None
        and all(end <= rest.start() for _, end in found)
        and len(text.rstrip()) > rest.start()
    ):
        found.append((rest.start(), len(text.rstrip())))
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and _broken(text, joined[-1], (start, end)):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def quoted_parts(text: str, span: tuple[int, int]) -> list[tuple[int, int]]:
    """The stretches of a quotation that stand in its marks, without what breaks it."""
    found = [m.span() for m in MARKS.finditer(text, *span)]
    return found or [span]


def _broken(text: str, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Whether two quotations are one that a "he said" interrupts: “..., ” he said, “...”."""
    between = text[first[1] : second[0]]
    comma = text[first[0] : first[1]].rstrip("”\"»’'").endswith(",") or between.lstrip().startswith(",")
    return comma and BREAK.match(between) is not None and len(words(text, first)) > 2


def words(text: str, span: tuple[int, int]) -> list[str]:
    """The words of a span."""
    return re.findall(r"[\w’'-]+", text[span[0] : span[1]])
