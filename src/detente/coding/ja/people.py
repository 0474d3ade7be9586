"""The states of people whom no gazetteer knows: by their title elsewhere, their counterpart, their name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from sudachipy import MorphemeList

from detente.coding.ja.readings import family_name
from detente.coding.ja.tokens import analysed, full_names
from detente.ontology.mention import Mention

_KATAKANA = re.compile(r"[ァ-ヴー]+(?:・[ァ-ヴー]+)*")
_FAMILY = r"(?:ら|は|が|も|の|に|を|と|、)"
_OFFICE = r"[^\s、。はがもをにのと（(「・]{0,8}(?:長|相|臣|領|事|使|官|補|議員|総裁|代表|幹事)"
# 【ソウル＝山田太郎】, （モスクワ支局　山田太郎）: who wrote the piece is no party to what it tells
_BYLINE = re.compile(
    r"[【［（(\[][^【】［］（）()\[\]。\n]{0,30}(?:[＝=](?!当時)|特派員|支局|編集委員)[^【】［］（）()\[\]。\n]{0,20}[】］）)\]]"
)
_SHORTEST = 2  # letters of a name in katakana
_TOLD = frozenset({"person", "state", "organ"})


class People:
    """Who in a document belongs to which state, as far as the document itself tells it.

    `passages` are those of its `text`. `analysed` holds what had to be analysed for names, by its text, so
    that it need not be analysed again.
    """

    def __init__(
        self, text: str, passages: Iterable[str], sentences: Iterable[list[Mention]], pair: tuple[str, ...]
    ) -> None:
        self._text = text
        self._states: dict[str, str] = {}
        self.analysed = {p: analysed(p) for p in map(_signed, passages)} if "JPN" in pair else {}
        self._families = _japanese(self.analysed.values())
        told = list(sentences)
        for mentions in told:
            self._by_title(mentions)
        for mentions in told:
            self._by_state(mentions)
        for mentions in told:
            self._by_counterpart(mentions, pair)

    def known(self, start: int, end: int, mentions: list[Mention]) -> list[Mention]:
        """The mentions of the sentence at [start, end) with these people in them, in text order."""
        found = _apart([self._with_name(self._placed(m)) for m in mentions])
        taken = {i for m in mentions for i in range(m.start, m.end)}
        for family, (name, full) in self._families.items():
            if self._text.find(family, start, end) < 0:
                continue
            here = re.compile(f"{family}(?:{'|'.join(map(re.escape, full))}|氏|さん|(?={_FAMILY}))")
            for at in here.finditer(self._text, start, end):
                if not taken & set(range(*at.span())) and not _runs_on(self._text, at.start()):
                    found.append(Mention(*at.span(), (f"JPN/{name}",), "person", None, name))
        return sorted(found, key=lambda m: m.start)

    def private(self) -> frozenset[str]:
        """Those of them whom the document names without any office; the whole text is searched for them."""
        return frozenset(
            f"JPN/{name}"
            for family, (name, full) in self._families.items()
            if not re.search(f"{family}(?:{'|'.join(map(re.escape, full))})?{_OFFICE}", self._text)
        )

    def _placed(self, mention: Mention) -> Mention:
        state = self._states.get(self._family(mention)) if _stateless(mention) else None
        return replace(mention, actors=(f"{state}/{mention.name}",)) if state else mention

    def _with_name(self, mention: Mention) -> Mention:
        """フランス大使カンボン: an office of a state with the name of its holder right behind it."""
        name = _KATAKANA.match(self._text, mention.end)
        bare = mention.kind == "person" and mention.name == mention.role and len(mention.actors) == 1
        if name is None or not bare or mention.role is None or len(name[0]) < _SHORTEST:
            return mention
        actor = f"{mention.actors[0].split('/', 1)[0]}/{name[0]}"
        return replace(mention, end=name.end(), actors=(actor,), name=name[0])

    def _family(self, mention: Mention) -> str:
        """The last part of a foreign name: ボルアルテ of ディナ・ボルアルテ大統領."""
        name = _KATAKANA.match(self._text, mention.start, mention.end)
        return name[0].rsplit("・", 1)[-1] if name else ""

    def _by_title(self, mentions: list[Mention]) -> None:
        """ペルー共和国大統領ディナ・ボルアルテ: a name that follows a state's office or the state."""
        for mention in mentions:
            name = _KATAKANA.match(self._text, mention.end)
            if name and mention.kind in _TOLD and len(mention.actors) == 1 and "・" in name[0]:
                for part in name[0].split("・")[1:]:
                    self._states.setdefault(part, mention.actors[0].split("/", 1)[0])

    def _by_state(self, mentions: list[Mention]) -> None:
        """クウェートのサバハ首長, of whom more is told later: サバハ首長は."""
        for mention in mentions:
            family = self._family(mention) if mention.kind == "person" and len(mention.actors) == 1 else ""
            if family:
                self._states.setdefault(family, mention.actors[0].split("/", 1)[0])

    def _by_counterpart(self, mentions: list[Mention], pair: tuple[str, ...]) -> None:
        """シアレル外相は岩屋外相と会談し: of two holders of one office each side has one."""
        for mention in mentions if len(pair) == 2 else ():
            family = self._family(mention)
            if not _stateless(mention) or not family or mention.role is None:
                continue
            peers = [m.actors[0].split("/", 1)[0] for m in mentions if m.role == mention.role and m.actors]
            if len(set(peers)) == 1 and peers[0] in pair:
                self._states.setdefault(family, next(s for s in pair if s != peers[0]))


def _apart(mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that lie within one before: メッテルニヒ in ドイツ大使メッテルニヒ."""
    found: list[Mention] = []
    for mention in mentions:
        if not found or mention.end > found[-1].end:
            found.append(mention)
    return found


def _stateless(mention: Mention) -> bool:
    return mention.kind == "person" and not mention.actors and mention.name is not None


def _runs_on(text: str, start: int) -> bool:
    """Whether a name begins within a longer word of Chinese characters."""
    return start > 0 and "一" <= text[start - 1] <= "鿿"


def _signed(text: str) -> str:
    """A text without the bylines in it, at their places."""
    return _BYLINE.sub(lambda m: " " * len(m[0]), text)


def _japanese(analysed: Iterable[list[MorphemeList]]) -> dict[str, tuple[str, set[str]]]:
    """Family names of those named in full in the Japanese way, in Latin letters, with their given names."""
    found: dict[str, tuple[str, set[str]]] = {}
    for family, given in chain.from_iterable(map(full_names, analysed)):
        if name := family_name(family):
            found.setdefault(family.surface, (name, set()))[1].add(given)
    return found
