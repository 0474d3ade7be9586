"""Who has the floor: the label before a turn of a transcript, and whose country "our country" is in it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from detente.coding.codes import is_state, states_of
from detente.coding.ja.agent_words import agent_noun
from detente.ontology.mention import Mention

OWN_COUNTRY = ("我が国", "わが国")
_NAME = r"[^\s。、「」『』（）()【】：:はがをに]{2,18}"
_LABEL = re.compile(
    rf"[○◯●◎◆]?(?:【({_NAME})】|[（(]({_NAME})[）)]|({_NAME})(?=[　 ：:]))[　：:\s]*(?=[^\s」』）】])"
)
# whose office alone tells the state, in a Japanese transcript
_JAPANESE = re.compile("(?:総理|大臣|官房長官|官房副長官|庁長官|政府参考人|政府委員)$")
_ASKING = ("記者", "問", "司会", "議員", "教授", "学者", "研究者", "研究員", "識者", "参考人", "歴史家")
_SPEAKING = ("は", "が", "も")


_STANDPOINT = re.compile(
    r"[・\-*•■●○◆]?\s*[^\s。：:、]{1,16}?(?:(?:側|政府)?の(?:見解|主張|立場|反応|対応|見方|言い分|反論)|側)[：:]"
)


class Turn(NamedTuple):
    """A label that ends at `end` of the text, and who it says is speaking (() for one of no state)."""

    end: int
    speaker: tuple[str, ...]


def turn_of(text: str, base: int, here: list[Mention]) -> Turn | None:
    """The label before a sentence (小泉総理　…, 【茂木外務大臣】…, 記者：…); `text` begins at `base`."""
    label = _LABEL.match(text)
    if label is None or not text.rstrip("」』）").endswith(("。", "？", "?")):
        return None
    name = next(g for g in label.groups() if g)
    end = base + label.start() + label[0].index(name) + len(name)
    people = [m for m in here if m.end <= end and m.kind in ("person", "organ")]
    known = bool(people) and people[-1].end == end
    if not known and agent_noun(name) is None and not name.endswith(_ASKING):
        return None
    speaker = people[-1].actors if known else ()
    if not speaker and _JAPANESE.search(name):
        speaker = (f"JPN/{name}",)
    return Turn(base + label.end(), speaker)


def standpoint_of(text: str, base: int, here: list[Mention]) -> tuple[str, ...]:
    """Whose standpoint a passage tells by its label (日本側の見解：…); () without one."""
    label = _STANDPOINT.match(text)
    named = [m for m in here if label is not None and m.end < base + label.end()]
    return states_of(named[-1].actors) if named else ()


def own_countries(text: str, base: int, here: list[Mention], voice: tuple[str, ...]) -> list[Mention]:
    """The mentions with "our country" as that of whoever speaks: in a quotation, or in his turn."""
    if not any(text[m.start - base : m.end - base] in OWN_COUNTRY for m in here):
        return here
    found = []
    for m in here:
        own = text[m.start - base : m.end - base] in OWN_COUNTRY
        speaker = (_quoted_of(text, base, here, m.start) or voice) if own else ()
        state = tuple(s for s in states_of(speaker) if is_state(s))[:1]
        found.append(replace(m, actors=state) if state else m)
    return found


def in_quotation(text: str, at: int) -> bool:
    """Whether a place stands within quotation marks of its sentence."""
    return text.rfind("「", 0, at) > text.rfind("」", 0, at)


def _quoted_of(text: str, base: int, here: list[Mention], at: int) -> tuple[str, ...]:
    """Who speaks the quotation around a place: the subject named last before it."""
    opened = text.rfind("「", 0, at - base)
    if not in_quotation(text, at - base):
        return ()
    before = [m for m in here if m.end - base <= opened and m.actors and m.kind != "place"]
    subjects = [m.actors for m in before if text[m.end - base : m.end - base + 1] in _SPEAKING]
    return subjects[-1] if subjects else ()
