"""The kinds beside events and statements: positions, agreements, disputes, causal claims, outlooks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from detente.coding.ja.actors import Actors
from detente.coding.ja.agreements import agreements, take_in
from detente.coding.ja.causal import causal_claims, main_span
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.dispute_matters import one_a_matter
from detente.coding.ja.disputes import disputes_of
from detente.coding.ja.draft import Draft, anchored
from detente.coding.ja.instruments import Instrument
from detente.coding.ja.one_stand import told_again
from detente.coding.ja.outlooks import outlooks
from detente.coding.ja.positions import positions_of
from detente.coding.ja.quarrels import quarrels_of
from detente.coding.ja.said import Said
from detente.coding.ja.scenarios import spelled_out
from detente.coding.ja.scene import Scene
from detente.findings import Finding, StatusEvent
from detente.ontology import issue_of
from detente.ontology.issues import OTHER
from detente.reading import Document

# the particle between a cause and the effect that is told right after it
_ANAPHOR = re.compile(
    r"(?:それ|これ|そう(?:だ)?と(?:すると|する|すれば)|この(?:こと|ため)|その(?:こと|ため)"
    r"|これ(?:を受け(?:て)?|に(?:対し|対抗し|反発し)(?:て)?))"
)
# what a particle leaves at the head of an effect whose cause was taken from the sentence before
_LEFT = re.compile(
    r"(?:により|によって|に対抗し(?:て)?|に応じて?|を(?:契機|背景|理由|機|受け)(?:に|として|て)?|のため(?:に)?|に伴(?:い|って)|伴い"
    r"|のみに?(?:より|よって)?|も)、?"
)
# predicates that only name a cause: 〜が挙げられる, 〜がある
_BARE = re.compile(
    r"(?:が)?(?:あ(?:る|った|り)|い(?:る|た)|(?:挙げ|あげ|考え)られ(?:る|た|ている)|指摘(?:でき|されてい|され)る"
    r"|反映(?:さ|し)れ?て?いる|反映されている|大き(?:い|かった)|な(?:る|った)|(?:で)?ある|だ)"
)
_OPENING = re.compile(
    r"(?:、|[をに]?通じて、|から、|ため、|ので、|もちろん、|また、|また(?=[一-鿿])|さらに、|しかし、|ただ、"
    r"|そして、|こうして、|(?:その)?結果(?:として)?、|こと(?:で|により|によって)、)+"
)
_JOINT = re.compile(
    r"(?:[（(][^）)]*[）)])?(?:など|等)?(?:を[^ぁ-ん]{1,3}(?:に|として)|に(?:より|よって|対抗して)|にもかかわらず"
    r"|として|から|限り|[はがをにもで])?、?"
)


_ORGANS = ("院", "裁判所", "最高裁", "省", "庁", "当局", "委員会")


@dataclass(slots=True)
class Others:
    """Collects these kinds sentence by sentence; agreements gather their steps over the document."""

    document: Document
    drafts: list[Draft] = field(default_factory=list)
    instruments: list[Instrument] = field(default_factory=list)
    paragraphs: dict[int, int] = field(default_factory=dict)
    before: tuple[int, tuple[int, int] | None] = (-1, None)
    sentences: int = 0
    scenarios: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        self.scenarios = spelled_out(self.document)

    def take(
        self, scene: Scene, actors: Actors, said: list[Said], statements: list[Draft], acts: list[Draft]
    ) -> None:
        """Read one sentence; claims inherit the holders of its statements, acts show its disputes."""

        def is_actor(chunk: Chunk) -> bool:
            return actors.refer(chunk) is not None or chunk.head.surface.endswith(_ORGANS)

        for draft in causal_claims(scene.sentence, is_actor):
            self.drafts.append(self._told(_worded(self._taken_up(draft, scene), scene), statements))
        for draft in outlooks(scene.sentence, scene.passage.paragraph in self.scenarios):
            self.drafts.append(self._told(_foreseen(draft, scene), statements))
        for draft in positions_of(scene, actors, said):
            self.drafts.append(self._on_issue(self._reasoned(draft), scene))
        for draft in [*disputes_of(scene, actors), *quarrels_of(scene, acts, statements)]:
            draft.fields["issue"] = issue_of(scene.text(draft.start, draft.end), "ja")
            self.drafts.append(draft)
            self.paragraphs[draft.start] = scene.passage.paragraph
        take_in(scene, actors, self.instruments)
        self.sentences += 1
        self.before = (scene.passage.paragraph, main_span(scene.sentence))

    def findings(self) -> list[Finding]:
        """All that was found, anchored in the stored text."""
        settled = [self._stepped(draft) for draft in agreements(self.instruments)]
        disputes = [d for d in self.drafts if d.kind == "dispute"]
        disputes = one_a_matter(disputes, self.paragraphs, self.sentences)
        told = _once([d for d in self.drafts if d.kind not in ("dispute", "position")])
        told += told_again(
            _once([d for d in self.drafts if d.kind == "position"]), self.document.repaired.text
        )
        return [anchored(self.document, draft) for draft in [*told, *disputes, *settled]]

    def _taken_up(self, draft: Draft, scene: Scene) -> Draft:
        """このため、…; これは〜からだ: the cause or effect that the sentence before tells."""
        paragraph, span = self.before
        missing = "cause_span" if ".opener" in draft.rule else "effect_span"
        taken = draft.rule.endswith((".opener", ".opener.結果", ".link.kara-da", ".case.よるもの"))
        if taken and paragraph == scene.passage.paragraph and draft.fields[missing] is None:
            draft.fields[missing] = span
        for name in ("cause_span", "effect_span"):
            own = draft.fields[name]
            if own and span and paragraph == scene.passage.paragraph and _ANAPHOR.fullmatch(scene.text(*own)):
                draft.fields[name] = span
        if paragraph != scene.passage.paragraph or span is None:
            span = None
        effect = draft.fields["effect_span"]
        if effect and _BARE.fullmatch(scene.text(*effect)):  # what the sentence before tells is explained
            draft.fields["effect_span"] = span
        for name in ("cause_span", "effect_span"):
            own = draft.fields[name]
            if own and _ANAPHOR.fullmatch(scene.text(*own)):  # そうだとする names nothing by itself
                draft.fields[name] = None
        return draft

    def _told(self, draft: Draft, statements: list[Draft]) -> Draft:
        """The holder of a claim: whoever is quoted with it, else the author."""
        for statement in statements:
            if statement.start <= draft.start and draft.end <= statement.end + 2:
                speakers = statement.fields["speaker"]
                draft.fields["holder"] = ", ".join(speakers) if speakers else "unnamed"
        return draft

    def _on_issue(self, draft: Draft, scene: Scene) -> Draft:
        draft.fields["issue"] = issue_in(scene, draft.start, draft.end)
        return draft

    def _reasoned(self, draft: Draft) -> Draft:
        spans = draft.fields.pop("reason_spans")
        stored = [self.document.repaired.to_stored(*span) for span in spans]
        draft.fields["reason_quotes"] = tuple(self.document.text[a:b] for a, b in stored)
        return draft

    def _stepped(self, draft: Draft) -> Draft:
        steps = draft.fields.pop("steps")
        draft.fields["status_events"] = tuple(
            StatusEvent(event=what, date=date, start=at[0], end=at[1])
            for what, date, a, b in steps
            for at in [self.document.repaired.to_stored(a, b)]
        )
        return draft


def _once(drafts: list[Draft]) -> list[Draft]:
    """One position an actor, issue and stance, the surest and fullest; the other kinds as they are."""
    kept: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        best = kept.setdefault(_matter(draft), draft)
        if (draft.confidence, _reasons(draft)) > (best.confidence, _reasons(best)):
            kept[_matter(draft)] = draft
    chosen = {id(draft) for draft in kept.values()}
    return [draft for draft in drafts if id(draft) in chosen]


def _matter(draft: Draft) -> tuple[object, ...]:
    """What a draft is about: a position an issue, anything else its own passage."""
    issue = draft.fields.get("issue", OTHER)
    if draft.kind == "position" and issue != OTHER and ".stance." in draft.rule:
        return (draft.kind, issue, draft.fields["actor"], draft.rule)
    return (draft.kind, draft.start, draft.end, draft.rule)


def _reasons(draft: Draft) -> int:
    return len(draft.fields.get("reasons", ()))


def issue_in(scene: Scene, start: int, end: int) -> str:
    """The issue of a stretch of a sentence, the sentence around it counting less."""
    return issue_of(scene.text(start, end), "ja", scene.text(scene.start, scene.passage.repaired_end))


def _worded(draft: Draft, scene: Scene) -> Draft:
    """A causal claim with the words of its cause and effect."""
    fields: dict[str, Any] = draft.fields
    cause: tuple[int, int] | None = fields["cause_span"]
    effect: tuple[int, int] | None = fields["effect_span"]
    if cause and effect and effect[0] == cause[1]:
        joint = _JOINT.match(scene.text(*effect))
        effect = (effect[0] + (joint.end() if joint else 0), effect[1])
    if effect and (left := _LEFT.match(scene.text(*effect))) is not None:
        effect = (effect[0] + left.end(), effect[1])
    cause, effect = _begun(cause, scene), _begun(effect, scene)
    for name, span in (("cause", cause), ("effect", effect)):
        told = span if span is not None and span[0] < span[1] else None
        fields[name], fields[f"{name}_span"] = (scene.text(*told), told) if told else ("", None)
    return draft


def _begun(span: tuple[int, int] | None, scene: Scene) -> tuple[int, int] | None:
    """A cause or effect without the connective that it begins with: から、状況が一変した."""
    if span is None:
        return None
    joined = _OPENING.match(scene.text(*span))
    return (span[0] + (joined.end() if joined else 0), span[1])


def _foreseen(draft: Draft, scene: Scene) -> Draft:
    """An outlook with the words of its condition and consequence."""
    condition, consequence = draft.fields.pop("condition_span"), draft.fields.pop("consequence_span")
    draft.fields["condition"] = scene.text(*condition) if condition else None
    draft.fields["consequence"] = scene.text(max(consequence[0], draft.start), consequence[1])
    return draft
