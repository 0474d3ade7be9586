"""Who speaks in the first person: the author of a speech, the one whose turn it is in a transcript."""

from __future__ import annotations

import re
from collections.abc import Sequence

from detente import ontology

TITLE = re.compile(
    r"\b(?:remarks|statement|address|speech|lecture|interview|transcript|press conference|op-ed|message"
    r"|keynote|toast|testimony)\b.{0,60}?\b(?:by|of|with|from)\s+(?P<who>.+)",
    re.IGNORECASE,
)
OWNED = re.compile(
    r"(?P<who>[A-Z][^.:;,]{2,80}?)(?:[’']s|s[’']) (?:[\w-]+ ){0,2}?"
    r"(?:remarks|statement|address|speech|lecture|interview|press conference|message|briefing)\b",
    re.IGNORECASE,
)
JOINT = re.compile(r"\bjoint (?:\w+ )?(?:statement|message|address)\b", re.IGNORECASE)
ABOUT = re.compile(r"\b(?:on|about|regarding|concerning|following|after|in response)\b")
AUDIENCE = re.compile(
    r"\bto (?:the |a )?(?P<whom>.*\b"
    r"(?:Parliament|Congress|people|nation|Assembly|Diet|Bundestag|Sejm|Knesset)\b)",
    re.IGNORECASE,
)
LABEL = re.compile(r"\s*(?P<who>[A-Z][A-Z.’' -]+[A-Z])\s?:(?=\s|$)|\s*(?P<asks>Q\.?|A\.?)[:\s](?=\s|[A-Z])")
TURN = re.compile(r"\s*[A-Z][\w.’'/ -]{1,40}:\s")  # a label in ordinary letters
ASKS = frozenset({"q", "question", "journalist", "reporter", "moderator", "interviewer", "press", "media"})
HEAD = 12  # passages in which a document says whose words it gives
HEADING = 250  # characters of the longest heading
FRONT = 40  # characters within which it calls what follows remarks or a statement
QUOTED = "\"“‘'«"
BODIES = frozenset({"organ", "state"})
WHITE_HOUSE = "the president"  # how transcripts of the White House name the President of the United States
UNNAMED = ("official", "spokesperson", "spokesman", "spokeswoman", "press secretary")
Codes = tuple[str, ...]


def voices(texts: Sequence[str], title: str | None, date: str | None) -> list[Codes]:
    """For each passage, the code of whoever speaks in it as "I"; () where the text does not say.

    Parameters
    ----------
    texts : the passages of a document in order; a label such as "PRIME MINISTER:" opens a turn.
    title : the title of the document, which may name the speaker ("Remarks by President Duda").
    date : the document's date, by which an office finds its holder.
    """
    main = _main_speaker([*([title] if title else []), *texts[:HEAD]], date)
    found: list[Codes] = []
    now = main
    turns = any(_by(text, main) for text in texts)
    for text in texts:
        if turns and TURN.match(text):
            now = main if _by(text, main) else ()
        elif label := LABEL.match(text):
            now = _labelled(label, main, date)
        found.append(now)
    return found


def _by(text: str, main: Codes) -> bool:
    """Whether a passage opens with the name of the main speaker as a label: Mao Ning: We have noted."""
    turn, name = TURN.match(text), main[0].rpartition("/")[2].split() if main else []
    return bool(turn and name) and name[-1].casefold() in text[: text.index(":")].casefold().split()


def addressees(texts: Sequence[str], speaking: Sequence[Codes]) -> list[Codes]:
    """For each passage, whom its speaker calls "you"; () where the text does not say.

    A question is put to whoever answers it; one of two speakers of different states who does not
    answer a question speaks to the other.
    """
    found: list[Codes] = []
    answering = False
    audience = _audience(texts, speaking)
    for n, (text, speaker) in enumerate(zip(texts, speaking, strict=True)):
        if LABEL.match(text):
            answering = n > 0 and not speaking[n - 1]
        if not speaker:
            found.append(next((s for s in speaking[n:] if s), ()) if any(speaking[:n]) else ())
        else:
            found.append(() if answering else _other_speaker(speaker, speaking) or audience)
    return found


def _audience(texts: Sequence[str], speaking: Sequence[Codes]) -> Codes:
    """The state whose parliament or people the head of a speech says that it is addressed to."""
    speakers = {speaker[0].split("/")[0] for speaker in speaking if speaker}
    for text in texts[:HEAD]:
        if len(speakers) == 1 and TITLE.search(text) and (to := AUDIENCE.search(text)):
            named = [m.actors for m in ontology.mentions(to["whom"], "en") if m.actors]
            return tuple(code.split("/")[0] for code in named[0]) if named else ()
    return ()


def pair_of_speakers(speaking: Sequence[Codes]) -> Codes:
    """The two states whose people speak in turn, which a joint press conference is about; () otherwise."""
    states = tuple(dict.fromkeys(speaker[0].split("/")[0] for speaker in speaking if speaker))
    return states if len(states) == 2 else ()


def _other_speaker(speaker: Codes, speaking: Sequence[Codes]) -> Codes:
    """The one speaker of another state; () where there are several or none."""
    own = speaker[0].split("/")[0]
    others = dict.fromkeys(s for s in speaking if s and s[0].split("/")[0] != own)
    return next(iter(others)) if len(others) == 1 else ()


def _main_speaker(head: Sequence[str], date: str | None) -> Codes:
    """Whose remarks or statement the head of a document says that it gives: a person's, else a body's."""
    for text in head:
        if len(text) > HEADING or text[:1] in QUOTED:
            continue
        title = TITLE.search(text) or OWNED.match(text)
        if title and JOINT.search(text, 0, max(title.start(), title.start("who"))):
            continue  # both sides'
        who = ABOUT.split(title["who"])[0] if title and title.start() <= FRONT else ""
        if codes := _person(who, date) or (_body(who) if text[-1:] != "." else ()):
            return codes
    return ()


def _body(name: str) -> Codes:
    """The code of the ministry, parliament or state with which a phrase begins, or ()."""
    bodies = (m for m in ontology.mentions(name, "en") if m.kind in BODIES and len(m.actors) == 1)
    return next((m.actors for m in bodies if m.start <= len("the Permanent Mission of ")), ())


def _labelled(label: re.Match[str], main: Codes, date: str | None) -> Codes:
    who = (label["who"] or label["asks"]).strip(" .").casefold()
    if who in ASKS or who.split()[0] in ASKS:
        return ()
    if who == "a" or (main and main[0].split("/")[-1].casefold() in who):
        return main
    return _person(who, date) or main or _office(who)


def _office(who: str) -> Codes:
    """The code of an unnamed office: the president, a senior administration official, an EU official."""
    if who == WHITE_HOUSE:
        return ("USA/president",)
    unnamed = next((word for word in UNNAMED if word in who), None)
    if unnamed is None:
        return ()
    if "administration" in who:  # as briefings of the White House call it
        return (f"USA/{unnamed}",)
    named = (m.actors for m in ontology.mentions(who.title(), "en") if len(m.actors) == 1)
    return next((codes for codes in named), ())


def _person(name: str, date: str | None) -> Codes:
    """The code of the first person named; capitals are read as a name."""
    plain = name.title() if name.upper() == name or name.lower() == name else name
    people = (m for m in ontology.mentions(plain, "en", date) if m.kind == "person" and len(m.actors) == 1)
    return next((m.actors for m in people), ())


def joint_statement(texts: Sequence[str], title: str | None) -> bool:
    """Whether a document is the common statement of two sides, whose "we" is both."""
    head = " ".join([title or "", *texts[:3]]).casefold()
    return (
        re.search(r"joint (?:\w+ )?(?:statement|declaration|communiqu|press statement)|^we, ", head)
        is not None
    )
