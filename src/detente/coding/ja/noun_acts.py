"""Acts that a noun names without a verb: alone, as what is stopped, under another verbal noun."""

from __future__ import annotations

from detente.coding.codebook import Entry
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.fitting import first_fit, fits
from detente.coding.ja.heads import Heads, noun_entries
from detente.coding.ja.words import word_set

_ENDS = word_set("禁止 停止 中止 凍結 制限 規制 中断 打ち切り 削減")


def noun_act(chunk: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """The act that a phrase names by itself, with the phrase that holds its word."""
    if (ended := stopped_deal(chunk, heads)) is not None:
        return ended
    known = noun_entries(heads, chunk.tokens)
    entries = [e for e in known if e.nominal != "never"]
    if known and not entries and all(e.type is not None for e in known):  # 軍事侵攻: by its last noun
        entries = [e for e in noun_entries(heads, chunk.tokens[-1:]) if e.nominal != "never"]
    entry = next((e for e in entries if fits(e, None, chunk)), None)
    if entry is None:
        return _under_noun(chunk, heads)
    return (chunk, entry) if entry.type is not None else None


def stopped_deal(chunk: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """新規投資の全面禁止, 援助の停止: trade or aid that is stopped is a sanction."""
    if chunk.tokens[-1].norm not in _ENDS:
        return None
    for mod in reversed(chunk.mods):
        its = first_fit(mod, None, heads) if mod.case == "の" else None
        if its is not None and (its.id.startswith("cooperate.trade") or its.type == "AID"):
            return mod, heads.book.entries["sanction.impose"]
    return None


def _under_noun(chunk: Chunk, heads: Heads) -> tuple[Chunk, Entry] | None:
    """戦闘への参加, 制裁の強化: the act under a verbal noun that would be its light verb."""
    if chunk.tokens[-1].norm + "する" not in heads.any_light:
        return None
    for mod in reversed(chunk.mods):
        if mod.case in ("の", "へ") and (entry := first_fit(mod, None, heads)) is not None:
            return mod, entry
    return None
