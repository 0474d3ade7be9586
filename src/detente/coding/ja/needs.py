"""What the author of a text says ought to be, or is needed."""

from __future__ import annotations

from detente.coding.ja.clauses import Clause
from detente.coding.ja.said import key_of
from detente.coding.ja.speech import cues
from detente.coding.ja.stand_words import stand_words
from detente.coding.ja.standpoints import called_for

AUTHOR = "author"


def needed(clause: Clause) -> tuple[str, float, str] | None:
    """What the author says ought to be: 〜が不可欠である, 〜すべきだ, 〜が求められる."""
    lexicon = stand_words()
    if clause.relation in ("relative", "quote") or "past" in clause.marks:
        return None
    closing = clause.link in ("final", "ga", "renyo", "shi")
    if _told_by_another(clause):
        return None
    if "obligation" in clause.marks and closing and clause.predicate.tail.end > clause.predicate.tail.stop:
        return AUTHOR, 0.65, "ought"
    named = [clause.predicate.head.norm] if clause.lemma == "だ" else [clause.lemma]
    if clause.lemma == "成る":
        named = [
            a.head.norm
            for a in (*clause.args, *clause.adverbs)
            if a.case in ("と", "に") or a in clause.adverbs
        ]
    if clause.lemma in lexicon.need_grows:  # 連携の重要性が増している
        things = [a for a in clause.args if a.case in ("が", "は", "を") or a.topic]
        named = [a.tokens[0].norm.removesuffix("性") for a in things]
    word = any(n in lexicon.need_words for n in named)
    about = clause.argument("が") is not None or any(a.topic for a in clause.args) or clause.topic is not None
    if word and about and clause.link in ("final", "ga", "renyo", "shi"):
        return AUTHOR, 0.65, f"need.{clause.lemma}"
    if called_for(clause, lexicon.need_words, lexicon.need_verbs) is not None:
        return AUTHOR, 0.65, "need.cleft"
    wanted = clause.lemma in lexicon.need_verbs or (clause.lemma == "許す" and clause.negative)
    if wanted and clause.passive and closing:
        return AUTHOR, 0.6, "need.passive"
    return None


def _told_by_another(clause: Clause) -> bool:
    """航行の安全は重要であり、責任を果たすよう要請した: the ground of what somebody says is no author's."""
    after = clause.parent
    while clause.link in ("renyo", "shi") and after is not None and after is not clause:
        if after.relation == "quote" or key_of(after) in cues().saying - cues().viewing:
            return True
        clause, after = after, after.parent
    return False
