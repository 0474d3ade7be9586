"""Causal claims of a Japanese sentence: connectives, causal verbs, nouns of cause and effect, conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from detente.coding.ja import causal_events, causal_links, causal_verbs
from detente.coding.ja.clauses import Clause
from detente.coding.ja.draft import Draft, distinct
from detente.coding.ja.rules import IsActor
from detente.coding.ja.sentence import Sentence, Unit

_SAME_CLAIM, _NEAR = 0.75, 25
_RULES: tuple[Callable[[Clause, Unit, IsActor], Iterator[Draft]], ...] = (
    causal_verbs.by_verb,
    causal_verbs.by_causative,
    causal_verbs.by_noun,
    causal_verbs.by_need,
    causal_verbs.by_reflection,
    causal_verbs.by_weight,
    causal_links.by_case,
    causal_links.by_motive,
    causal_links.by_link,
    causal_links.by_uptake,
    causal_links.by_purpose,
    causal_links.by_condition,
    causal_links.by_opener,
    causal_links.by_pretext,
    causal_links.by_ground,
    causal_events.by_deed,
    causal_events.by_result,
    causal_events.by_reply,
    causal_events.by_offence,
    causal_events.by_indignation,
    causal_events.by_trigger,
    causal_events.by_vain,
    causal_events.by_state,
)


def causal_claims(sentence: Sentence, is_actor: IsActor) -> list[Draft]:
    """The causal claims of a sentence, the surest where several rules see the same one.

    `is_actor` tells whether a phrase names a political actor: 国が関係を強化した is an act, not a claim.
    """
    drafts = [
        draft
        for unit in sentence.units
        if unit.kind != "parenthesis"
        for clause in unit.clauses
        for rule in _RULES
        for draft in rule(clause, unit, is_actor)
    ]
    return distinct([each for draft in drafts for each in _results(draft)], _SAME_CLAIM)


def _results(draft: Draft) -> Iterator[Draft]:
    """命が失われ、街は廃墟と化した: a cause with two results is a claim of the first and a claim of both."""
    first = draft.fields.pop("first_end", None)
    yield draft
    effect = draft.fields["effect_span"]
    if first is not None and effect is not None:
        yield replace(draft, end=first, fields={**draft.fields, "effect_span": (effect[0], first)})


def main_span(sentence: Sentence) -> tuple[int, int] | None:
    """The main clause of a sentence, which the next one may take up as cause or effect (このため, これは)."""
    clauses = [c for c in sentence.units[0].clauses if c.relation == "chain"]
    if not clauses:
        return None
    last = clauses[-1]
    topic = last.topic
    near = topic is not None and topic.extent < last.start and last.start - topic.stop < _NEAR
    return (topic.extent if topic is not None and near else last.start), last.end
