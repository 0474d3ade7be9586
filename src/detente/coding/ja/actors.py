"""Which actors a noun phrase stands for: names, offices, bodies, and words that take up earlier ones."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from detente.coding.codes import states_of
from detente.coding.ja.agent_words import MISSIONS, agent_noun, labelled
from detente.coding.ja.at_home import NAMING, home_state
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.memory import Memory
from detente.coding.ja.taken_up import by_surname, last_such, sole_such, taken_up
from detente.coding.ja.tokens import QUOTED
from detente.coding.ja.words import word_set
from detente.ontology.mention import Mention

if TYPE_CHECKING:
    from detente.coding.ja.subjects import Subject

_TOWARD = frozenset({"対", "反", "親", "駐", "訪", "在", "抗", "嫌", "排", "離", "渡", "帰", "来"})
_BELONGING = frozenset({"所属する", "属する", "住む", "居住する", "駐在する", "駐留する", "派遣する", "拠点"})
_PLURAL = re.compile(r"(?:同士|ら|自身|自体|たち|双方|両者)?$")
_DESCENT = re.compile("系(?:住民|市民|国民|少数民族|少数派|武装勢力|勢力|人)")
_ORGANS = word_set(
    """
    大統領 首相 外相 国防相 国防長官 国務長官 財務相 報道官 政府 軍 議会 国会 外務省 国防省
    政権 与党 野党 国王 主席 総書記 大統領府 軍部 内閣
    """
)
_OFFICERS = frozenset({"警官", "警察官", "武装警官", "武装警察官", "警備員", "警備隊員", "保安要員"})
_UNOFFICIAL = frozenset({"professor"})  # no political actor, and of no known state: 専門家, 教授
_EVERYBODY = ("各国", "他国", "関係国", "世界各国", "仲裁裁判所")  # of no one state


class Actors:
    """Resolves the phrases of one sentence by its named actors and the discourse before it."""

    def __init__(self, mentions: list[Mention], memory: Memory) -> None:
        self.mentions = mentions
        self.memory = memory
        self.supposed: set[str] = set()  # those whose state only the context suggests
        self.subjects: dict[tuple[int, int], Subject] = {}  # those of the sentence's clauses, once found
        self._seen: dict[int, tuple[str, ...] | None] = {}

    @cached_property
    def states(self) -> frozenset[str]:
        """The states and organisations that the sentence names."""
        return frozenset(state for m in self.mentions for state in states_of(m.actors))

    @property
    def people(self) -> frozenset[str]:
        """The persons named in the sentence or before it."""
        return frozenset(self.memory.people) | {
            a for m in self.mentions if m.kind == "person" for a in m.actors
        }

    def inside(self, start: int, end: int) -> list[Mention]:
        """The mentions within [start, end), in text order."""
        return [m for m in self.mentions if m.start >= start and m.end <= end]

    def named(self, chunk: Chunk) -> tuple[str, ...]:
        """Every actor named anywhere in a phrase or what modifies it (対イラク武力行使: IRQ)."""
        found = [a for m in self.inside(chunk.extent, chunk.end) for a in m.actors]
        return tuple(dict.fromkeys(found))

    def reports(self, chunk: Chunk | None) -> bool:
        """Whether a phrase is a paper or an agency: what it does is to report."""
        here = self.inside(chunk.start, chunk.end) if chunk is not None else []
        return bool(here) and here[-1].kind == "press"

    def toward(self, chunk: Chunk) -> tuple[str, ...]:
        """The states that a compound is directed at by a prefix: 対露制裁, 訪米, 駐日大使."""
        return tuple(
            a for m in self.inside(chunk.start, chunk.end) if self._directed(chunk, m) for a in m.actors
        )

    def compound(self, chunk: Chunk) -> tuple[str, ...]:
        """The actors named in a compound before its last noun, prefix-directed ones left out: 日韓協議."""
        if chunk.tokens[0].pos == QUOTED:
            return ()
        here = [m for m in self.inside(chunk.start, chunk.end) if not self._directed(chunk, m)]
        naming = [m for m in here if m.kind in NAMING]
        return tuple(dict.fromkeys(a for m in naming for a in m.actors))

    def lying(self, chunk: Chunk) -> tuple[str, ...]:
        """The states in which the places lie that a compound names: クリミア併合."""
        here = [m for m in self.inside(chunk.start, chunk.end) if m.kind == "place"]
        return tuple(dict.fromkeys(s for m in here for s in states_of(m.actors)))

    def about(self, chunk: Chunk) -> tuple[str, ...]:
        """The actors named in a phrase, those of a prefix (対ロ抑止力の米軍) only for want of others."""
        parts = [chunk, *chunk.mods, *chunk.joined]
        aimed = {a for part in parts for a in self.toward(part)}
        found = self.named(chunk)
        return tuple(a for a in found if a not in aimed) or found

    def place(self, chunk: Chunk) -> tuple[str, ...]:
        """The state that a place phrase is itself the name of: イラン国内で, but not イランの首都で."""
        here = self.inside(chunk.start, chunk.end)
        within = next((len(w) for w in ("国内", "内") if chunk.text.endswith(w)), 0)
        if here and here[-1].kind == "state" and here[-1].end == chunk.end - within:
            return here[-1].actors
        return ()

    def _directed(self, chunk: Chunk, mention: Mention) -> bool:
        for i, token in enumerate(chunk.tokens):
            if token.start <= mention.start < token.end:
                if token.start < mention.start and token.surface[0] in _TOWARD:
                    return True
                return i > 0 and token.start == mention.start and chunk.tokens[i - 1].surface in _TOWARD
        return False

    def refer(self, chunk: Chunk | None) -> tuple[str, ...] | None:
        """The actors that a phrase itself stands for; None when it stands for none.

        An empty tuple is an actor without a state (terrorists, an unnamed official).
        """
        if chunk is None:
            return None
        key = id(chunk)
        if key not in self._seen:
            own = self._single(chunk)
            joined = [self.refer(j) for j in reversed(chunk.joined)]
            if own is None and not any(joined):
                self._seen[key] = None
            else:
                parts = [a for j in joined if j for a in j] + list(own or ())
                self._seen[key] = tuple(dict.fromkeys(parts))
        return self._seen[key]

    def _single(self, chunk: Chunk) -> tuple[str, ...] | None:
        if chunk.tokens[0].pos == QUOTED and len(chunk.tokens) == 1:
            return None
        text = chunk.text
        if (earlier := taken_up(text, chunk.start, self.mentions, self.memory)) is not None:
            return earlier
        here = [m for m in self.inside(chunk.start, chunk.end) if not self._directed(chunk, m)]
        naming = [m for m in here if m.kind in NAMING]
        last = naming[-1] if naming else None
        if text.startswith(_EVERYBODY) and not any(m.actors for m in naming):
            return ()
        if last is not None and last.end == chunk.end - len(_PLURAL.search(text)[0]):  # type: ignore[index]
            return self._of_several(last, chunk) or self._with_state(last, naming, chunk)
        if last is None and here and here[-1].end == chunk.end and (chunk.topic or chunk.case == "が"):
            return here[-1].actors
        agent = agent_noun(text)
        of_state = any(m.kind in ("state", "joint", "demonym") for m in naming)  # 日本漁船 is no Mr 日本
        if not of_state and (known := by_surname(text, agent or "氏", self.memory)):
            return known
        if agent is None:
            return self._somebody(chunk)
        if (
            last is not None
            and last.kind in ("state", "demonym")
            and _DESCENT.match(text, last.end - chunk.start)
        ):
            return labelled(self._where_live(chunk, states_of(last.actors)), text)
        if last is not None and last.actors:
            name = text[last.end - chunk.start :] if last.kind in ("state", "demonym") else ""
            return labelled(last.actors, name or agent)
        if here and here[-1].actors:
            return labelled(states_of(here[-1].actors), agent)
        if any(mod.text in ("わが", "我が") for mod in chunk.mods):  # わが上院, わが大統領
            return labelled(states_of(self.memory.voice or self.memory.author), agent)
        for mod in reversed(chunk.mods):
            owners = (self.refer(mod) or self._lying_in(mod, agent)) if mod.case == "の" else ()
            if owners:
                return labelled(states_of(owners), agent)
        for clause in chunk.clauses:  # 中国海警局に所属する船舶
            if clause.lemma in _BELONGING and (states := self.refer(clause.argument("に", "から"))):
                return labelled(states_of(states), agent)
        if known := last_such(agent, self.memory):
            return known
        if agent in _OFFICERS:
            return None  # 男は警察官に射殺された: a matter of crime, unless the text says whose they are
        return self._at_home(chunk, agent) if agent in _ORGANS else ()

    def _somebody(self, chunk: Chunk) -> tuple[str, ...] | None:
        """タイのプンタン氏: somebody who holds no office that the text tells, of the state before him."""
        if not (chunk.text.endswith("氏") and chunk.mods and chunk.mods[-1].case == "の"):
            return None
        owner = states_of(self.refer(chunk.mods[-1]) or ())
        return labelled(owner, chunk.text.removesuffix("氏")) if len(owner) == 1 else None

    def _lying_in(self, mod: Chunk, agent: str) -> tuple[str, ...]:
        """ナイロビの高裁 is Kenya's; a mission (上海の総領事館) is not of the state that it lies in."""
        last = next(iter(reversed(self.inside(mod.start, mod.end))), None)
        if last is None or last.kind not in ("place", "state") or last.end != mod.tokens[-1].end:
            return ()
        return () if agent in MISSIONS else states_of(last.actors)

    def _where_live(self, chunk: Chunk, origin: tuple[str, ...]) -> tuple[str, ...]:
        """The state of people told by their descent: ウクライナのハンガリー系住民 are Ukraine's."""
        for mod in reversed(chunk.mods):
            home = tuple(s for s in states_of(self.named(mod)) if s not in origin) if mod.case == "の" else ()
            if home:
                return home
        return self.memory.other_side(origin) or origin

    def _of_several(self, last: Mention, chunk: Chunk) -> tuple[str, ...]:
        """タイとカンボジアの首脳: an office of each of the states named before it."""
        if len(states_of(last.actors)) != 1 or "/" not in last.actors[0]:
            return ()
        own, office = last.actors[0].split("/", 1)
        for mod in chunk.mods:
            states = states_of(self.refer(mod) or ()) if mod.case == "の" else ()
            if own in states and len(states) > 1:
                return labelled(states, office)
        return ()

    def _with_state(self, last: Mention, naming: list[Mention], chunk: Chunk) -> tuple[str, ...] | None:
        if last.actors and last.kind in ("state", "joint", "demonym") and len(naming) > 1:
            return tuple(dict.fromkeys(a for m in naming for a in m.actors))
        if last.actors:
            return last.actors
        states = [a for m in naming[:-1] for a in m.actors]
        for mod in chunk.mods:
            if not states and mod.case == "の":
                states = list(self.refer(mod) or ())
        if states:
            return labelled(states_of(states), last.name or chunk.text)
        if chunk.text in self.memory.named:
            return (self.memory.named[chunk.text],)
        if known := by_surname(chunk.text, agent_noun(chunk.text) or "氏", self.memory):
            return known
        if last.role in _UNOFFICIAL:
            return None
        alone = not last.name and not any(m.actors for m in self.mentions if m.end <= chunk.start)
        if alone and not chunk.mods and (known := sole_such(chunk.text, self.memory)):
            return known
        return self._at_home(chunk, last.name or chunk.text)

    def _at_home(self, chunk: Chunk, agent: str) -> tuple[str, ...]:
        """Somebody of the state of the context, kept as supposed."""
        here = self.inside(chunk.start, chunk.end)
        found = labelled(home_state(chunk, here, self.mentions, self.memory), agent)
        self.supposed.update(found)
        return found
