"""Which actors a noun phrase stands for: names, offices, bodies, and words that take up earlier ones."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from detente.coding.codes import is_state, state_of, states_of
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.lexicon import table
from detente.coding.ja.memory import Memory, spoken_of
from detente.coding.ja.tokens import QUOTED
from detente.coding.ja.words import word_set
from detente.ontology.mention import Mention

_TOWARD = frozenset({"対", "反", "親", "駐", "訪", "在", "抗", "嫌", "排", "離", "渡", "帰", "来"})
_COUNTED = re.compile(r"[0-9０-９一二三四五六七八九十百千数]+(?:人|名|隻|機|両|台|社|団体)(?:余り|以上)?$")
_BELONGING = frozenset({"所属する", "属する", "住む", "居住する", "駐在する", "駐留する", "派遣する", "拠点"})
_PLURAL = re.compile(r"(?:同士|ら|自身|自体|たち|双方|両者)?$")
_DESCENT = re.compile("系(?:住民|市民|国民|少数民族|少数派|武装勢力|勢力|人)")
_ORGANS = word_set(
    """
    大統領 首相 外相 国防相 国防長官 国務長官 財務相 報道官 政府 軍 議会 国会 外務省 国防省
    政権 与党 野党 国王 主席 総書記 大統領府 軍部 内閣
    """
)
_BESIDE = 2
_KATAKANA = re.compile("[ァ-ヴー]+")
_AS_IN_JAPAN = ("外務省", "政府", "首相", "外相", "内閣", "国会", "総理", "総理大臣", "外務大臣")
_KANJI = re.compile("[一-鿿々ヶ]{2,5}")
_EASTERN = frozenset({"JPN", "CHN", "KOR", "PRK", "Taiwan"})  # where names are written in kanji
_MINISTERS = ("相", "大臣", "長官", "大使", "公使")
_AMERICAN = re.compile(
    "(?:国務|国防|財務|商務|司法)(?:副)?長官$|国務次官(?:補)?$|通商代表$"
)  # 国務長官: no other state has one
_UNOFFICIAL = frozenset({"professor"})  # no political actor, and of no known state: 専門家, 教授
_EVERYBODY = ("各国", "他国", "関係国", "世界各国", "仲裁裁判所")  # of no one state
_NAMING = frozenset({"state", "joint", "person", "organ", "organisation", "group", "demonym"})


class Lists(NamedTuple):
    """The word lists of agents.yaml."""

    agents: frozenset[str]
    joint: frozenset[str]
    same_state: frozenset[str]
    same_person: frozenset[str]
    same_organ: frozenset[str]
    english: dict[str, str]


@lru_cache(maxsize=1)
def lists() -> Lists:
    """The word lists that say which nouns can act."""
    data = table("agents")
    sets = {k: frozenset(str(data[k]).split()) for k in data if k != "english"}
    return Lists(
        sets["offices"] | sets["bodies"], sets["joint"], sets["same_state"], sets["same_person"],
        sets["same_organ"], dict(data["english"]),
    )  # fmt: skip


class Actors:
    """Resolves the phrases of one sentence by its named actors and the discourse before it."""

    def __init__(self, mentions: list[Mention], memory: Memory) -> None:
        self.mentions = mentions
        self.memory = memory
        self.supposed: set[str] = set()  # those whose state only the context suggests
        self._seen: dict[int, tuple[str, ...] | None] = {}

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
        naming = [m for m in here if m.kind in _NAMING]
        return tuple(dict.fromkeys(a for m in naming for a in m.actors))

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
        if (earlier := self._taken_up(text, chunk.start)) is not None:
            return earlier
        here = [m for m in self.inside(chunk.start, chunk.end) if not self._directed(chunk, m)]
        naming = [m for m in here if m.kind in _NAMING]
        last = naming[-1] if naming else None
        if text.startswith(_EVERYBODY) and not any(m.actors for m in naming):
            return ()
        if last is not None and last.end == chunk.end - len(_PLURAL.search(text)[0]):  # type: ignore[index]
            return self._of_several(last, chunk) or self._with_state(last, naming, chunk)
        if last is None and here and here[-1].end == chunk.end and (chunk.topic or chunk.case == "が"):
            return here[-1].actors
        agent = _agent(text)
        of_state = any(m.kind in ("state", "joint", "demonym") for m in naming)  # 日本漁船 is no Mr 日本
        if not of_state and (known := self._by_surname(text, agent or "氏")):
            return known
        if agent is None:
            return None
        if (
            last is not None
            and last.kind in ("state", "demonym")
            and _DESCENT.match(text, last.end - chunk.start)
        ):
            return _labelled(self._where_live(chunk, states_of(last.actors)), text)
        if last is not None and last.actors:
            name = text[last.end - chunk.start :] if last.kind in ("state", "demonym") else ""
            return _labelled(last.actors, name or agent)
        if here and here[-1].actors:
            return _labelled(states_of(here[-1].actors), agent)
        for mod in reversed(chunk.mods):
            if mod.case == "の" and (states := self.refer(mod)):
                return _labelled(states_of(states), agent)
        for clause in chunk.clauses:  # 中国海警局に所属する船舶
            if clause.lemma in _BELONGING and (states := self.refer(clause.argument("に", "から"))):
                return _labelled(states_of(states), agent)
        return self._bare_agent(agent) or (self._at_home(chunk, agent) if agent in _ORGANS else ())

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
                return _labelled(states, office)
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
            return _labelled(states_of(states), last.name or chunk.text)
        if chunk.text in self.memory.named:
            return (self.memory.named[chunk.text],)
        if known := self._by_surname(chunk.text, _agent(chunk.text) or "氏"):
            return known
        if last.role in _UNOFFICIAL:
            return None
        return self._at_home(chunk, last.name or chunk.text)

    def _at_home(self, chunk: Chunk, agent: str) -> tuple[str, ...]:
        """Somebody of the state of the context, as far as nothing else is told of him."""
        home = self._by_script(chunk, self._home(chunk))
        role = next((m.role for m in self.inside(chunk.start, chunk.end) if m.role), None)
        if role and any(m.role == role and m.end <= chunk.start for m in self.mentions):
            home = self.memory.other_side(home) or home  # the other president
        found = _labelled(home, agent)
        self.supposed.update(found)
        return found

    def _by_script(self, chunk: Chunk, home: tuple[str, ...]) -> tuple[str, ...]:
        """The state of somebody unknown, as his name is spelt: 武村蔵相 is no Frenchman."""
        if _AMERICAN.search(chunk.text):
            return ("USA",)
        named = next((m.name for m in self.inside(chunk.start, chunk.end) if m.kind == "person"), None) or ""
        eastern = set(home) <= _EASTERN
        if _KANJI.fullmatch(named):
            told = [
                *self.memory.dyad,
                *self.memory.likely,
                *spoken_of(self.mentions),
                *reversed(self.memory.spoken),
            ]
            likely = ("JPN",) if chunk.text.endswith(_MINISTERS) else ()
            return home if home and eastern else next(((s,) for s in told if s in _EASTERN), likely)
        if _KATAKANA.fullmatch(named.replace("・", "")) and home and eastern:
            other = self.memory.other_side(home) or self.memory.last_other(home, spoken_of(self.mentions))
            return () if set(other) <= _EASTERN else other
        return home

    def _home(self, chunk: Chunk) -> tuple[str, ...]:
        """The state of an office or body named without one: the author's own, or of whoever acted before."""
        if self.memory.author:  # 政府としては, of a text that says 我が国
            return states_of(self.memory.author)
        before = [m for m in self.mentions if m.end <= chunk.start and m.actors and m.kind in _NAMING]
        states = states_of(before[0].actors) if before else states_of(self.memory.topic)
        near = before or self.memory.topic_age < 2
        if len(states) == 1 and near and is_state(states[0]):
            return states
        told = self.memory.dyad or self.memory.likely
        of_japan = not before and chunk.text.endswith(_AS_IN_JAPAN)  # 外務省は: that of the language
        opening = not self.memory.spoken and (bool(chunk.topic) or chunk.case == "が")
        return ("JPN",) if of_japan and ("JPN" in told or opening) else ()

    def _by_surname(self, text: str, title: str) -> tuple[str, ...]:
        """金総書記, 習氏: the person named before in full whose name begins so."""
        surname = text.removesuffix(title)
        foreign = _KATAKANA.fullmatch(surname) is not None
        if surname == text or not 1 <= len(surname) <= (12 if foreign else 3):
            return ()
        given = slice(1, 1 + len(surname)) if len(surname) == 2 else slice(0, 0)  # 正恩氏: 金正恩
        named = [(name, a) for name, a in reversed(self.memory.named.items()) if "/" in a]
        after = f"・{surname}" if foreign else "/"  # リム・ペトロ: ペトロ氏
        return next(
            (
                (a,)
                for name, a in named
                if name.startswith(surname) or after in name or name[given] == surname
            ),
            (),
        )

    def _last_state(self, at: int) -> str:
        """The state that 同国 at `at` takes up: the last one named before it but the subject beside it."""
        named = [
            m for m in self.mentions if m.end <= at and m.kind in ("state", "demonym", "organ", "person")
        ]
        if named and at - named[-1].end <= _BESIDE:  # 米国は同国に…
            named.pop()
        states = [s for m in named for s in states_of(m.actors) if len(m.actors) == 1 and is_state(s)]
        return states[-1] if states else self.memory.state

    def _taken_up(self, text: str, at: int) -> tuple[str, ...] | None:
        """Words that stand for an actor named before: 両国, 同国, 同氏, 同省."""
        known, memory = lists(), self.memory
        if text in known.joint:
            before = next((m.actors for m in reversed(self.mentions) if m.kind == "joint"), ())
            return before or memory.pair
        if text in known.same_state:
            state = self._last_state(at)
            return (state,) if state else ()
        if text in known.same_person:
            told = memory.topic if memory.topic_age < 2 and memory.people.issuperset(memory.topic) else ()
            return told or ((memory.person,) if memory.person else ())
        if text in known.same_organ:
            return (memory.organ,) if memory.organ else ()
        return None

    def _bare_agent(self, agent: str) -> tuple[str, ...]:
        memory = self.memory
        if agent in memory.named:
            return (memory.named[agent],)
        for name, actor in reversed(memory.named.items()):
            if name.endswith(agent):
                return (actor,)
        return ()

    def counterpart(self, actors: tuple[str, ...], at: int, kind: str | None = None) -> tuple[str, ...]:
        """Whom actors most likely deal with: the other of the text's pair, else the state named before `at`.

        Where the sentence names none before it: whom they dealt with last, then the state spoken of last,
        then the first one named after it. `kind` is the PLOVER type of what they do.
        """
        if told := self.memory.acted_on(actors, kind) or self.memory.attacked(actors, kind):
            return told
        if pair := self.memory.other_side(actors, self.memory.dyad):
            return pair
        before = spoken_of([m for m in self.mentions if m.start < at])
        after = spoken_of([m for m in reversed(self.mentions) if m.start >= at])
        partner = self.memory.last_partner(actors, kind)
        if partner and (set(partner) <= set(before) or not set(before) - set(states_of(actors))):
            return partner
        if pair := self.memory.other_side(actors):
            return pair
        return self.memory.last_other(actors, before) or self.memory.last_other(actors, after)

    def between(self, actors: tuple[str, ...]) -> tuple[str, ...]:
        """The two states between which somebody mediates: in the sentence, else the last pair spoken of."""
        own = set(states_of(actors))
        here = tuple(dict.fromkeys(s for s in spoken_of(self.mentions) if s not in own))
        if len(here) == 2:
            return here
        pair = self.memory.joint or self.memory.dyad
        return pair if len(pair) == 2 and not own & set(pair) else ()

    def states(self, actors: tuple[str, ...] | None) -> tuple[str, ...]:
        """The states of actors, () for None."""
        return tuple(dict.fromkeys(state_of(a) for a in actors or ()))


@lru_cache(maxsize=4096)
def _agent(text: str) -> str | None:
    """The longest agent noun at the end of a compound, at least half of it or preceded by a name."""
    text, agents = _COUNTED.sub("", text), lists().agents
    for at in range(max(0, len(text) - 8), len(text)):
        if text[at:] in agents:
            return text[at:]
    return None


def _labelled(actors: tuple[str, ...], agent: str) -> tuple[str, ...]:
    if agent in ("側", "国", "諸国", "両国", ""):
        return actors
    english = lists().english.get(agent, agent)
    return tuple(a if "/" in a else f"{a}/{english}" for a in actors)
