"""The Japanese coder: all rules over the sentences of a document, in order."""

from __future__ import annotations

from detente.coding.issues import issue_of_act
from detente.coding.ja.actors import Actors
from detente.coding.ja.carried import Carried
from detente.coding.ja.conduct import conduct
from detente.coding.ja.draft import CODER, Draft, anchored, calibrated
from detente.coding.ja.events import events_of
from detente.coding.ja.heads import heads
from detente.coding.ja.held import Held
from detente.coding.ja.merge import merged
from detente.coding.ja.others import Others
from detente.coding.ja.pointed import Pointed
from detente.coding.ja.resolved import resolutions
from detente.coding.ja.said import Said
from detente.coding.ja.scene import Scene, scenes
from detente.coding.ja.sentence import Unit
from detente.coding.ja.settling import Settling
from detente.coding.ja.speakers import name_speakers
from detente.coding.ja.speech_acts import speech_events
from detente.coding.ja.statements import carried_on, drafts_of, said_in, worded
from detente.coding.ja.subjects import subject_of
from detente.coding.ja.unlisted import unlisted
from detente.coding.ja.voice import voice_of
from detente.coding.ja.vows import undertaken, vows
from detente.findings import Finding, Note
from detente.reading import Document


def code(document: Document, codebooks: tuple[str, ...] = ()) -> list[Finding]:
    """All kinds of finding in a Japanese document; the caller sorts them."""
    book = heads("events", codebooks)
    drafts: list[Draft] = []
    acts: list[Draft] = []
    others, voice, pointed = Others(document), voice_of(document), Pointed()
    carried, held, settling = Carried(document), Held(), Settling()
    last: tuple[str, ...] = ()
    paragraph = 0
    for scene in scenes(document):
        actors = Actors(scene.mentions, scene.memory)
        said = said_in(scene, actors, voice)
        last = carried_on(said, last if scene.passage.paragraph - paragraph < 2 else ())
        pointed.take(scene, actors, said)
        paragraph = scene.passage.paragraph
        events = events_of(scene, book, actors)
        _attribute(events, said)
        told = events + resolutions(scene, actors) + speech_events(scene, said, events, actors)
        told += vows(scene, voice, told)
        told += conduct(scene, actors, told)
        told += unlisted(scene, actors, told)
        undertaken(scene, voice, told)
        settling.take(scene, actors, told)
        statements = drafts_of(scene, said)
        carried.take(scene, told, statements)
        held.take(scene, told)
        for act in told:
            act.fields.setdefault("issue", _issue(scene, act))
            _remember_attack(scene, act)
        acts += told
        drafts += worded(said, statements)
        others.take(scene, actors, said, statements, told)
        name_speakers(said, statements, actors)
        pointed.wait(said, statements)
        _remember(scene, actors)
    told = merged(acts) + drafts
    for draft in told:
        draft.confidence = calibrated(draft.confidence)
    found = [anchored(document, draft) for draft in told]
    return found + others.findings() + _notes(document)


def _notes(document: Document) -> list[Finding]:
    """The note marks that the reader found, as findings."""
    return [
        Note(
            document=document.sha256, start=n.start, end=n.end, quote=document.text[n.start : n.end],
            page=document.page_at(n.start), coder=CODER, confidence=0.98, rule="note", note=n.number,
            sentence_start=n.sentence_start, sentence_end=n.sentence_end,
            text_start=n.text_start, text_end=n.text_end,
        )
        for n in document.notes
    ]  # fmt: skip


def _attribute(events: list[Draft], said: list[Said]) -> None:
    """Name who told an act that stands in a quotation."""
    for event in events:
        if event.rule.endswith(", quoted"):
            holders = [s.speaker for s in said if s.start <= event.start and event.end <= s.end and s.speaker]
            event.fields["holder"] = ", ".join(holders[0]) if holders else "unnamed"


def _issue(scene: Scene, act: Draft) -> str:
    whole, fields = scene.text(scene.start, scene.passage.repaired_end), act.fields
    own, sides = scene.text(act.start, act.end), {name: fields[name] for name in ("actors", "targets")}
    return issue_of_act(own, whole, "ja", kind=fields["plover"], rule=act.rule, **sides)


def _remember_attack(scene: Scene, act: Draft) -> None:
    """Keep who attacked whom: whose dead are told of later died by it."""
    fields = act.fields
    if fields["plover"] == "ASSAULT" and fields["actual"] and fields["actors"] and fields["targets"]:
        scene.memory.attack = (fields["actors"], fields["targets"])


def _remember(scene: Scene, actors: Actors) -> None:
    """Keep whom the sentence was about, and whom its offices and bodies stood for."""
    unit: Unit = scene.sentence.units[0]
    for chunk in unit.parse.chunks:
        found = actors.refer(chunk) if chunk.kind == "noun" else None
        if found and chunk.joined:  # A国のX外相とB国のY外相は: each by his own name
            beside = {a for other in chunk.joined for a in actors.refer(other) or ()}
            found = tuple(a for a in found if a not in beside)
        if found and len(found) == 1 and "/" in found[0]:
            scene.memory.named[chunk.text] = found[0]
            scene.memory.named.setdefault(found[0].split("/", 1)[1], found[0])
    main = next((c for c in reversed(unit.clauses) if c.relation == "chain"), None)
    found = subject_of(main, actors).actors if main is not None else ()
    scene.memory.set_topic(found)
