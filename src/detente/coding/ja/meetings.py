"""What two states hold with each other: the nouns of talks, in one place."""

from __future__ import annotations

from detente.coding.ja.words import word_set

MEETINGS = word_set(
    """
    首脳会談 首脳会議 首脳会合 外相会談 外相会議 外相会合 国防相会談 会談 会議 会合 協議 交渉 折衝 対話
    サミット フォーラム 年次会議 総会
    """
)
