"""Putting Japanese forms together: ロシア国防省, 米ブッシュ大統領, 露米両大統領."""

from __future__ import annotations

from collections.abc import Callable

from detente.ontology import around_ja as around
from detente.ontology.composer import Composer
from detente.ontology.offices import agents, known_person, office_codes
from detente.ontology.scan_ja import PREFIXES, scan
from detente.ontology.tables import words
from detente.ontology.unit import Hit

STATES = ("state", "joint", "letter", "capital", "place", "organisation")


class Japanese(Composer):
    """Reads one Japanese text from left to right."""

    def __init__(self, text: str, at: Callable[[int], str | None]) -> None:
        super().__init__(text, at, [around.standing_in(text, hit) for hit in scan(text)])
        self.rules = {
            **dict.fromkeys((*STATES, "group"), self._state),
            "person": lambda hit: self._person(hit, hit.start, ()),
            "role": self._role,
            "organ": self._organ,
        }

    def _next(self, end: int, *gaps: str) -> Hit | None:
        """The next hit if it follows at `end`, after one of the gaps allowed."""
        if self.i < len(self.hits):
            hit = self.hits[self.i]
            if hit.start == end or self.text[end : hit.start] in gaps:
                return hit
        return None

    def _held(self, hit: Hit) -> bool:
        return around.held(self.text, hit.end)

    def _state(self, hit: Hit) -> None:
        text, unit = self.text, hit.unit
        if text[hit.start - 1 : hit.start] in PREFIXES and hit.start and unit.kind != "group":
            self._add(hit.start, hit.end, unit.codes, self._kind(hit), "object")
            return
        if unit.kind != "letter" and not around.names_state(text, hit.end):
            return
        if text.startswith("側", hit.end) and (unit.kind != "letter" or hit.form in around.alone()):
            self._add(hit.start, hit.end + 1, unit.codes, "demonym")
            return
        following = self._next(hit.end, "両", "各")
        if following and self._joined(hit, following):
            return
        if unit.kind in ("state", "letter") and self._unlisted_after(hit):
            return
        if unit.kind == "letter":
            self._letter(hit, following)
        elif unit.kind in ("state", "joint") and text.startswith("人", hit.end):
            self._add(hit.start, hit.end + 1, unit.codes, "demonym")
        else:
            self._add(hit.start, hit.end, unit.codes, self._kind(hit), name=unit.name)

    def _joined(self, hit: Hit, following: Hit) -> bool:
        """A state with the organ, role or person that follows it; whether there was one."""
        kind, codes = following.unit.kind, hit.unit.codes
        if hit.unit.kind == "letter" and hit.form not in around.alone() and kind != "person":
            return False
        if kind == "organ" and hit.unit.kind != "group":
            self.i += 1
            self._add(
                hit.start,
                following.end,
                agents(codes, following.unit.name),
                "organ",
                name=following.unit.name,
            )
            return True
        if kind == "role" and self._held(following) and hit.unit.kind != "group":
            self.i += 1
            self._office(hit.start, following, codes)
            return True
        if kind == "person" and hit.unit.kind in ("state", "letter"):
            self.i += 1
            self._person(following, hit.start, codes)
            return True
        return False

    def _unlisted_after(self, hit: Hit) -> bool:
        """A state, an unlisted katakana name and its role: 米ブッシュ大統領."""
        if (
            self.i == len(self.hits)
            or self.hits[self.i].unit.kind != "role"
            or not self._held(self.hits[self.i])
        ):
            return False
        role = self.hits[self.i]
        if hit.unit.kind == "letter" and "ァ" <= hit.form <= "ヴ":  # ウリベ大統領
            return False
        name = around.katakana_name(self.text, hit.end, role.start)
        if not name or role.start - hit.end > 20:
            return False
        self.i += 1
        self._add_named(hit.start, role, name, hit.unit.codes)
        return True

    def _letter(self, hit: Hit, following: Hit | None) -> None:
        """One state letter alone: between dots, before a refused role (米大統領選), at a headline's start."""
        text = self.text
        before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
        if hit.form in "ロソパ" and any("ァ" <= c <= "ー" and c != "・" for c in before + after):
            return
        alone = hit.form in around.alone()
        if alone and around.owns(text, hit.end) and not self._within(hit.start):
            self._add(hit.start, hit.end, hit.unit.codes, "demonym")
            return
        dotted = (before == "・" and self._ended(hit.start - 1)) or (
            after == "・" and self._next(hit.end + 1) is not None
        )
        beyond = self._next(hit.end, "、")
        told = beyond is not None and (beyond.unit.kind == "state" or beyond.form in around.alone())
        begun = self._ended(hit.start - 1) and self.done[-1].kind == "state"
        dotted = dotted or (alone and around.listed(text, hit.start, hit.end, begun=begun, goes_on=told))
        refused = following is not None and following.unit.kind == "role" and alone
        headline = (
            after == "、"
            and (not before or before in "『「\n")
            and text[hit.end + 1 : hit.end + 2] not in "麦豆"
        )
        if dotted or refused or (headline and alone):
            self._add(hit.start, hit.end, hit.unit.codes, "state")

    def _within(self, start: int) -> bool:
        """Whether a kanji or katakana before a letter makes it part of another word; no name ends there."""
        return start > 0 and around.in_word(self.text[start - 1]) and not self._ended(start)

    def _ended(self, place: int) -> bool:
        return bool(self.done) and self.done[-1].end == place

    def _kind(self, hit: Hit) -> str:
        kind = "state" if hit.unit.kind == "letter" else hit.unit.kind
        if kind != "capital":
            return kind
        return "state" if around.acting(self.text, hit.end) else "place"

    def _office(self, start: int, role: Hit, codes: tuple[str, ...]) -> None:
        """A state's office: its holder, or "STATE/office"; a name may follow (米大統領ブッシュ)."""
        end = role.end
        following = self._next(end, "の", "・")
        if following and following.unit.kind == "person" and len(codes) == 1:
            person = known_person(following.form, "ja", self.at(start), role.unit.role, codes[0])
            if person and self.text[end : following.start] != "の":
                self.i += 1
                self._add(
                    start,
                    following.end,
                    (f"{codes[0]}/{person.surname}",),
                    "person",
                    role.unit.role,
                    person.surname,
                )
                return
        if len(codes) == 1 and (before := self._name_before(start, kanji=False)):
            self._add_named(before[0], role, before[1], codes)
            return
        found = office_codes(codes, role.unit.role, self.at(start))
        name = found[0].partition("/")[2] if len(found) == 1 else ""
        self._add(start, end, found, "person", role.unit.role, name)

    def _person(self, hit: Hit, start: int, codes: tuple[str, ...]) -> None:
        """A listed name with its given name before and its role after: ウラジーミル・プーチン露大統領."""
        text, end, role = self.text, hit.end, ""
        if not codes and (given := around.given_before(text, hit.start)):
            start = max(hit.start - len(given), self.done[-1].end if self.done else 0)
            owner, when = self._owner(start), self.at(start)
            if owner and known_person(hit.form, "ja", when, None, owner[0]) is None:
                return None  # スーダンのヤセル・アッバス灌漑相: a namesake
        elif not codes:
            codes = self._owner(hit.start)
        following = self._next(end, "・", "前", "元")
        if following and following.unit.kind in ("state", "letter", "organisation", "joint"):
            beyond = self.hits[self.i + 1] if self.i + 1 < len(self.hits) else None
            between = text[following.end : beyond.start] if beyond else "-"
            if beyond and beyond.unit.kind == "role" and between in ("", "前", "元"):
                prefixed = text[following.start - 1] in PREFIXES
                codes = codes if prefixed else following.unit.codes
                following, self.i = beyond, self.i + 1
                end = beyond.start
        elif following and following.unit.kind == "organ" and self.i + 1 < len(self.hits):
            beyond = self.hits[self.i + 1]
            if beyond.unit.kind == "role" and beyond.start == following.end:
                codes = tuple(dict.fromkeys(c.partition("/")[0] for c in following.unit.codes)) or codes
                following, self.i, end = beyond, self.i + 1, beyond.start
        elif text[end : end + 1] in PREFIXES and self.i + 1 < len(self.hits):
            following = self._posted(end)
            end = following.start if following else end
        if following and following.unit.kind == "role" and self._held(following):
            self.i += 1
            end, role = following.end, following.unit.role
        elif text.startswith("政権", end):
            return self._administration(hit, start, end, codes)
        else:
            end = around.honorific_end(text, end)
        if not hit.unit.bare and not role and end == hit.end and start == hit.start:
            return None
        person = known_person(hit.form, "ja", self.at(start), role or None, codes[0] if codes else None)
        found = (person.code_on(self.at(start), codes[0] if codes else None),) if person else ()
        self._add(start, end, found, "person", role, person.surname if person else "")
        return None

    def _posted(self, end: int) -> Hit | None:
        """The role after a posting: 駐日臨時代理大使 — the state posted to is skipped."""
        posted, role = self.hits[self.i], self.hits[self.i + 1]
        if posted.start == end + 1 and posted.end == role.start and role.unit.kind == "role":
            self.i += 1
            return role
        return None

    def _administration(self, hit: Hit, start: int, end: int, codes: tuple[str, ...]) -> None:
        if self.i < len(self.hits) and self.hits[self.i].start == end:
            self.i += 1
        person = known_person(hit.form, "ja", self.at(start), None, codes[0] if codes else None)
        found = (person.code_on(self.at(start)).partition("/")[0],) if person else ()
        self._add(start, end + 2, found, "organ", name=f"{person.surname} Administration" if person else "")

    def _owner(self, start: int) -> tuple[str, ...]:
        """The state named before: ロシアの…."""
        if self.done and self.text[self.done[-1].end : start] == "の":
            last = self.done[-1]
            if last.kind in ("state", "demonym", "place", "joint") and last.role is None:
                return tuple(code.partition("/")[0] for code in last.actors)
        return ()

    def _organ(self, hit: Hit) -> None:
        if not hit.unit.bare:
            return
        codes, unit = hit.unit.codes, hit.unit
        owner = self._owner(hit.start)
        if owner and not codes:
            codes = agents(owner, unit.name)
        named = hit.form == "内閣" and not codes
        if named and (cabinet := around.cabinet_from(self.text, hit.start)) is not None:
            self._add(cabinet, hit.end, ("JPN/government",), "organ", name=unit.name)
            return
        following = self._next(hit.end)
        if following and following.unit.kind == "role" and self._held(following):
            self.i += 1
            states = tuple(dict.fromkeys(c.partition("/")[0] for c in codes))
            name = f"{unit.name} {following.unit.role}"
            self._add(hit.start, following.end, agents(states, name), "person", following.unit.role)
            return
        self._add(hit.start, hit.end, codes, "organ", name=unit.name)

    def _role(self, hit: Hit) -> None:
        if not self._held(hit):
            return
        text, role = self.text, hit.unit.role
        start = around.ranked_from(text, hit.start)
        rank = text[start : hit.start]
        if rank.startswith("両") or rank.endswith("両"):
            self._add(start, hit.end, (), "anaphor", role, "both")
            return
        if role in words("ja named role") and (before := self._name_before(start, kanji=True)):
            begin, name = before
            codes = self._owner(begin)
            last = self.done[-1] if self.done else None
            if last and last.end == begin and last.kind == "state" and last.role is None:
                codes = last.actors
            self._add_named(begin, hit, name, codes)
            return
        codes = office_codes(self._owner(start), role, self.at(start))
        shown = f"former {role}" if rank in ("前", "元") else role
        self._add(start, hit.end, codes, "person", shown)

    def _name_before(self, start: int, *, kanji: bool) -> tuple[int, str] | None:
        """An unlisted name that ends at `start`, katakana or kanji; a posting (駐日) may stand between."""
        text = self.text
        posted = self.done[-1] if self.done else None
        if posted and posted.role == "object" and posted.end == start and text[posted.start - 1] == "駐":
            start, kanji = posted.start - 1, True
        else:
            posted = None
        floor = max((m.end for m in self.done[-2:] if m is not posted), default=0)
        before = text[max(floor, start - 24) : start]
        name = around.name_at_end(before, kanji=kanji)
        if not name or not self._is_name(name, start):
            return None
        if posted:
            self.done.pop()
        return start - len(name), name

    def _is_name(self, name: str, start: int) -> bool:
        no_names = words("ja not a name")
        if name in no_names or any(name.endswith(w) for w in no_names if len(w) > 1):
            return False
        return len(name) > 1 or known_person(name, "ja", self.at(start), None, None) is not None

    def _add_named(self, begin: int, role: Hit, name: str, codes: tuple[str, ...]) -> None:
        state = codes[0] if codes else None
        person = known_person(name, "ja", self.at(begin), role.unit.role, state)
        shown = person.surname if person else name.rpartition("・")[2]
        found = (person.code_on(self.at(begin), state),) if person else agents(codes, shown)
        self._add(begin, role.end, found, "person", role.unit.role, shown)
