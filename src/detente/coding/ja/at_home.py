"""The state of an office, body or person that the text names without one."""

from __future__ import annotations

import re

from detente.coding.codes import is_state, states_of
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.memory import Memory, spoken_of
from detente.coding.ja.readings import continental, family_name
from detente.coding.ja.tokens import readings
from detente.ontology.mention import Mention

NAMING = frozenset({"state", "joint", "person", "organ", "organisation", "group", "demonym"})
_AS_IN_JAPAN = ("外務省", "政府", "首相", "外相", "内閣", "国会", "総理", "総理大臣", "外務大臣")
_KATAKANA = re.compile("[ァ-ヴー]+")
_OF_KATAKANA = re.compile("[ァ-ヴー](?:政府|内閣|政権|首相|外相)$")
_KANJI = re.compile("[一-鿿々ヶ]{2,5}")
_EASTERN = frozenset({"JPN", "CHN", "KOR", "PRK", "Taiwan"})  # where names are written in kanji
_NEAR = 12  # namings, those of the sentence among them
_MINISTERS = ("相", "大臣", "長官", "大使", "公使")
_AMERICAN = re.compile(
    "(?:国務|国防|財務|商務|司法)(?:副)?長官$|国務次官(?:補)?$|通商代表$"
)  # 国務長官: no other state has one


def home_state(chunk: Chunk, here: list[Mention], mentions: list[Mention], memory: Memory) -> tuple[str, ...]:
    """The state of the context that somebody belongs to, as far as nothing else is told of him.

    `here` are the mentions within the phrase, `mentions` all of the sentence.
    """
    home = _of_context(chunk, mentions, memory)
    name = next((m.name for m in here if m.kind == "person"), None) or ""
    role = next((m.role for m in here if m.role), None)
    if role and any(m.role == role and m.end <= chunk.start for m in mentions):
        home = memory.other_side(home) or home  # the other president
    return _by_script(chunk.text, name, home, mentions, memory)


def _by_script(
    text: str, name: str, home: tuple[str, ...], mentions: list[Mention], memory: Memory
) -> tuple[str, ...]:
    """The state of somebody unknown, as his name is spelt: 武村蔵相 is no Frenchman."""
    if _AMERICAN.search(text):
        return ("USA",)
    eastern = set(home) <= _EASTERN
    if _KANJI.fullmatch(name) and continental(name):  # 沈国放, 施肇基: in Japanese no family is called so
        told = [*states_of(home), *memory.dyad, *memory.likely, *spoken_of(mentions)]
        told += reversed(memory.spoken)
        return next(((s,) for s in told if s in _EASTERN and s != "JPN"), ())
    native = _KANJI.fullmatch(name) is not None and family_name(readings(name)[0]) != ""
    if native and (not eastern or "JPN" in (*memory.dyad, *memory.likely)):  # 阿南大使 beside a Chinese one
        return ("JPN",)
    if _KANJI.fullmatch(name):
        told = [*memory.dyad, *memory.likely, *spoken_of(mentions), *reversed(memory.spoken)]
        likely = ("JPN",) if text.endswith(_MINISTERS) else ()
        return home if home and eastern else next(((s,) for s in told if s in _EASTERN), likely)
    if _KATAKANA.fullmatch(name.replace("・", "")) and home and eastern:
        other = memory.other_side(home) or memory.last_other(home, spoken_of(mentions))
        return () if set(other) <= _EASTERN else other
    return home


def _leads(mention: Mention, memory: Memory) -> bool:
    """Whether a name of the sentence is the が subject of what comes first in it."""
    return any(n.at == mention.start and n.particle == "が" for n in reversed(memory.namings[-_NEAR:]))


def _of_context(chunk: Chunk, mentions: list[Mention], memory: Memory) -> tuple[str, ...]:
    """The author's own state, or that of whoever acted before."""
    if memory.author:  # 政府としては, of a text that says 我が国
        return states_of(memory.author)
    before = [m for m in mentions if m.end <= chunk.start and m.actors and m.kind in NAMING]
    states = states_of(before[0].actors) if before else states_of(memory.topic)
    near = before or memory.topic_age < 2
    told = memory.dyad or memory.likely
    answers = bool(before) and chunk.topic == "は" and _leads(before[0], memory)
    if answers and "JPN" in told and "JPN" not in states and chunk.text in _AS_IN_JAPAN:
        return ("JPN",)  # 中国軍艦が進入したことについて、政府は抗議した
    if len(states) == 1 and near and is_state(states[0]):
        return states
    foreign = _OF_KATAKANA.search(chunk.text) is not None  # ジョリッティ政府
    of_japan = not before and not foreign and chunk.text.endswith(_AS_IN_JAPAN)  # 外務省は: of the language
    opening = not memory.spoken and (bool(chunk.topic) or chunk.case == "が")
    return ("JPN",) if of_japan and ("JPN" in told or opening) else ()
