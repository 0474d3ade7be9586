"""People named in full once and by surname afterwards: "Foreign Minister Park Jin … Park said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.coding.en.short_names import beside_officers
from detente.ontology.mention import Mention

SURNAME_FIRST = frozenset({"CHN", "KOR", "PRK", "Taiwan", "VNM"})
SHORTEST = 3
JOINT = re.compile(r"(?<=[^\W\d_])[–/](?=[A-Z])")
CAPITALS = ("Moscow", "Kremlin", "the Kremlin")
BYGONE = re.compile(r"(?:[Ff]ormer|[Pp]ost-|[Ee]x-|[TtCc]s?z?arist|[Ii]mperial)[ -]?$")
SOVIET_YEARS = ("1923", "1991")
SOMEWHERE = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Ff]rom|[Oo]utside|[Tt]o) $")
WORD = re.compile(r"[^\W\d_][\w’'-]*")


def hyphened(text: str) -> str:
    """The text, as long as before, with a plain hyphen in Sino–Soviet and Anglo/Irish, by which names go."""
    return JOINT.sub("-", text)


def with_surnames(texts: Sequence[str], found: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions of each text with the surnames of people whom an earlier text named in full.

    A surname that two people of a document bear, or that is the name of anything else there, is left alone.
    """
    known: dict[str, Mention | None] = {}
    whole: list[list[Mention]] = []
    for text, mentions in zip(texts, found, strict=True):
        titled = beside_officers(text, [_titled(text, mention, known) for mention in mentions])
        whole.append(sorted([*titled, *_again(text, titled, known)], key=lambda m: m.start))
        for mention in titled:
            if surname := _surname(mention, text):
                same = known.get(surname, mention)
                known[surname] = mention if same is not None and same.actors == mention.actors else None
    return whole


def in_soviet_times(
    texts: Sequence[str], found: Sequence[Sequence[Mention]], date: str | None = None
) -> list[list[Mention]]:
    """The mentions with Moscow and the Kremlin taken for the Soviet Union where the text speaks of that.

    What counts is which of the two was named last before, or is named first where none was; where the
    text names neither, whether a document of that `date` was written in the years of the Union.
    """
    named = [_soviet_or_russian(text, mentions) for text, mentions in zip(texts, found, strict=True)]
    then = SOVIET_YEARS[0] <= (date or "")[:4] <= SOVIET_YEARS[1]
    soviet = next((which for sentence in named for _, which in sentence), then)
    whole: list[list[Mention]] = []
    for text, mentions, sentence in zip(texts, found, named, strict=True):
        first = soviet
        soviet = sentence[-1][1] if sentence else soviet
        if not first and not soviet:
            whole.append(list(mentions))
            continue
        whole.append([])
        for mention in mentions:
            before = [which for start, which in sentence if start <= mention.start]
            meant = before[-1] if before else first
            capital = text[mention.start : mention.end].removesuffix("’s") in CAPITALS
            codes = tuple(map(_soviet, mention.actors)) if meant and capital else mention.actors
            whole[-1].append(replace(mention, actors=codes))
    return whole


def with_the_union(texts: Sequence[str], found: Sequence[Sequence[Mention]]) -> list[list[Mention]]:
    """The mentions with Brussels taken for the European Union where it acts in a text without Belgium."""
    if any("Belgi" in text for text in texts):
        return [list(mentions) for mentions in found]
    return [
        [
            replace(m, actors=("EU",), kind="organisation") if _acts_for_the_union(text, m) else m
            for m in mentions
        ]
        for text, mentions in zip(texts, found, strict=True)
    ]


def _acts_for_the_union(text: str, mention: Mention) -> bool:
    words = text[mention.start : mention.end].removesuffix("'s").removesuffix("’s")
    return words == "Brussels" and SOMEWHERE.search(text, max(0, mention.start - 9), mention.start) is None


def _soviet_or_russian(text: str, mentions: Sequence[Mention]) -> list[tuple[int, bool]]:
    """Where a text names the Soviet Union (True) or the Russia of today (False)."""
    found = []
    for mention in mentions:
        code = mention.actors[0].split("/")[0] if mention.actors else ""
        words = text[mention.start : mention.end]
        gone = BYGONE.search(text, max(0, mention.start - 10), mention.start)
        if code in ("USSR", "RUS") and not gone and not any(name in words for name in CAPITALS):
            found.append((mention.start, code == "USSR"))
    return found


def _soviet(code: str) -> str:
    state, *rest = code.split("/")
    return "/".join(["USSR" if state == "RUS" else state, *rest])


def _again(text: str, mentions: Sequence[Mention], known: dict[str, Mention | None]) -> Iterator[Mention]:
    for word in WORD.finditer(text) if known else ():
        name = word.group().removesuffix("'s").removesuffix("’s")
        person = known.get(name)
        start, end = word.start(), word.start() + len(name)
        if person is not None and not any(m.start < end and start < m.end for m in mentions):
            yield Mention(start, end, person.actors, "person", person.role, person.name)


def _titled(text: str, mention: Mention, known: dict[str, Mention | None]) -> Mention:
    """A person of no known state whose last name is that of someone named in full before: President Lee."""
    words = text[mention.start : mention.end].split()
    person = known.get(words[-1]) if mention.kind == "person" and not mention.actors and words else None
    return replace(mention, actors=person.actors, name=person.name) if person is not None else mention


def _surname(mention: Mention, text: str) -> str | None:
    """The surname in the words of a mention of one person; None where it has none."""
    if mention.kind != "person" or not mention.name or len(mention.actors) != 1:
        return None
    words = text[mention.start : mention.end].split()
    first = mention.actors[0].split("/")[0] in SURNAME_FIRST and " " in mention.name
    surname = mention.name.split()[0 if first else -1]
    return surname if len(surname) >= SHORTEST and surname in words else None
