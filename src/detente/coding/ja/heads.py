"""From a codebook to look-ups by normalised words: verbs, verbal nouns, idioms, light verbs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from detente.coding.codebook import Codebook, Entry, load_codebook
from detente.coding.ja.chunks import Chunk
from detente.coding.ja.tokens import QUOTED, Token, tokenize

NEGATED = "¬"
CAUSED = "→"
_LONGEST = 5
_AFTER_HEAD = frozenset("後 前 中 時 以降 以後 直後 直前 際 等 など 自体 側 時代".split())  # noqa: SIM905
_CASES = frozenset("を に が と へ で から".split())  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Idiom:
    """Noun + particle + verb that together report an act (意見を異にする).

    `also` is a second noun with its particle that the verb needs: 縦に of 首を縦に振る.
    """

    case: str
    noun: str
    entry: Entry
    also: tuple[str, str] | None = None


@dataclass(slots=True)
class Heads:
    """The words of a codebook; keys are joined normalised forms.

    `idiom_ends` has the idioms of a verb, with their places in its list, by the last character of the noun,
    for 延ばす has hundreds. `compounds` are idioms of a verbal noun run together: 履行停止 of 履行を停止する.
    `any_light` are the verbs of all lists in `light`.
    """

    verbs: dict[str, list[Entry]] = field(default_factory=dict)
    nouns: dict[str, list[Entry]] = field(default_factory=dict)
    idioms: dict[str, list[Idiom]] = field(default_factory=dict)
    idiom_ends: dict[str, dict[str, list[tuple[int, Idiom]]]] = field(default_factory=dict)
    compounds: dict[str, list[Entry]] = field(default_factory=dict)
    light: dict[str, frozenset[str]] = field(default_factory=dict)
    any_light: frozenset[str] = frozenset()
    words: dict[str, frozenset[str]] = field(default_factory=dict)
    book: Codebook = field(default_factory=lambda: Codebook("ja"))


@lru_cache(maxsize=8)
def heads(name: str = "events", extra: tuple[str, ...] = ()) -> Heads:
    """The look-ups of a codebook, made once for each set of files."""
    book = load_codebook("ja", name, extra)
    found = Heads(book=book)
    for entry in book.entries.values():
        if entry.of:
            _add_pairs(found, entry)
            continue
        for head in entry.heads:
            _add(found, head, entry)
    for entries in (*found.verbs.values(), *found.nouns.values()):  # 国境を閉じる before 閉じる of anything
        entries.sort(key=lambda e: not e.object)
    for key, idioms in found.idioms.items():  # 不支持を表明する before 支持を表明する
        idioms.sort(key=lambda i: (-len(i.noun), i.also is None, not i.entry.of, not i.entry.object))
        ends = found.idiom_ends.setdefault(key, {})
        for place, idiom in enumerate(idioms):
            ends.setdefault(idiom.noun[-1:], []).append((place, idiom))
    for case, verbs in book.words.items():
        if case.startswith("light_"):
            found.light[case.removeprefix("light_")] = frozenset(verb_key(v) for v in verbs)
        else:
            found.words[case] = frozenset(verbs)
    found.any_light = frozenset().union(*found.light.values())
    return found


def _add_pairs(found: Heads, entry: Entry) -> None:
    """An entry over a class of objects: each head with each noun, 制裁 and 禁輸 with 解く and 緩める."""
    nouns = [joined([t for t in tokenize(noun) if t.surface != "の"]) for noun in entry.of]
    for head in entry.heads:
        tokens = tokenize(head)
        denied = tokens[-1].surface in ("ない", "ず") and len(tokens) > 1
        key, also = (_negative_key(tokens[:-1]), None) if denied else _verb_and_noun(head)
        found.idioms.setdefault(key, []).extend(Idiom(entry.case, noun, entry, also) for noun in nouns)


def _verb_and_noun(rest: str) -> tuple[str, tuple[str, str] | None]:
    """The key of what follows a noun and its particle, and a noun within: 白紙に戻す, 縦に振る."""
    tokens = tokenize(rest)
    cut = next((i for i, t in enumerate(tokens) if 0 < i < len(tokens) - 1 and _is_case(t)), None)
    if cut is None or rest[tokens[cut].start :] in ("にする", "になる") or tokens[cut + 1].pos == "助詞":
        return verb_key(rest), None
    return verb_key(rest[tokens[cut + 1].start :]), (tokens[cut].surface, joined(tokens[:cut]))


def _add(found: Heads, head: str, entry: Entry) -> None:
    tokens = tokenize(head)
    if tokens[-1].surface in ("ない", "ず") and len(tokens) > 1:
        _add_negative(found, tokens[:-1], entry)
        return
    cut = next((i for i, t in enumerate(tokens) if 0 < i < len(tokens) - 1 and _is_case(t)), None)
    if cut is not None and head[tokens[cut].start :] in ("にする", "になる"):  # 反故にする
        found.verbs.setdefault(verb_key(head), []).append(entry)
        return
    if cut is not None and tokens[cut + 1].pos in ("動詞", "名詞", "形容詞", "形状詞", "副詞"):
        rest = head[tokens[cut + 1].start :]
        noun = joined([t for t in tokens[:cut] if t.surface != "の"])
        key, also = _verb_and_noun(rest)
        found.idioms.setdefault(key, []).append(Idiom(tokens[cut].surface, noun, entry, also))
        if tokens[cut].surface == "を" and tokens[-1].norm == "為る" and tokens[-2].verbal_noun:
            found.compounds.setdefault(noun + joined(tokens[cut + 1 : -1]), []).append(entry)
        return
    if tokens[-1].norm in ("せる", "させる") and tokens[-1].pos == "助動詞" and len(tokens) > 1:
        found.verbs.setdefault(CAUSED + verb_key(head), []).append(entry)  # 渡らせる is no 渡る
        return
    made = len(tokens) > 1 and tokens[-1].norm == "為る" and tokens[-2].pos == "形容詞"  # 厳しくする
    if made or (tokens[-1].pos in ("動詞", "形容詞") and tokens[-1].norm != "為る"):
        found.verbs.setdefault(verb_key(head), []).append(entry)
        return
    if tokens[-1].norm == "為る":
        tokens = tokens[:-1]
    found.nouns.setdefault(joined(tokens), []).append(entry)


def _add_negative(found: Heads, tokens: list[Token], entry: Entry) -> None:
    """A head that ends in ない (辞さない, 方針を変えない): the verb, looked for where it is negated.

    `tokens` are those before ない; they are read with it, for 受け入れ alone would be a noun.
    """
    cut = next((i for i, t in enumerate(tokens) if 0 < i < len(tokens) - 1 and _is_case(t)), None)
    key = _negative_key(tokens)
    if cut is not None and cut == len(tokens) - 2 and tokens[-1].norm == "為る":  # 相手にしない
        found.verbs.setdefault(f"{NEGATED}{joined(tokens[:cut])}にする", []).append(entry)
    elif cut is not None:
        found.idioms.setdefault(key, []).append(Idiom(tokens[cut].surface, joined(tokens[:cut]), entry))
    elif len(tokens) > 1 and tokens[-2].pos == "接頭辞":  # 相容れない, not 入れない
        found.idioms.setdefault(key, []).append(Idiom("", tokens[-2].norm, entry))
    else:
        found.verbs.setdefault(key, []).append(entry)


def _negative_key(tokens: list[Token]) -> str:
    """The key of a verb that is looked for where it is negated."""
    return NEGATED + (tokens[-1].norm if tokens[-1].norm != "為る" else joined(tokens[-2:-1]) + "する")


def _is_case(token: Token) -> bool:
    return token.pos == "助詞" and token.surface in _CASES


def joined(tokens: list[Token]) -> str:
    """The normalised forms of words, joined."""
    return "".join([t.norm for t in tokens])


@lru_cache(maxsize=2048)
def verb_key(verb: str) -> str:
    """The key of a verb as a clause's `lemma` gives it: 呼びかける -> 呼び掛ける, 明らかにする."""
    tokens = tokenize(verb)
    while len(tokens) > 1 and tokens[-1].pos == "助動詞":  # 活発化させる is looked up as 活発化する
        tokens = tokens[:-1]
    if verb.endswith(("にする", "になる")) and len(tokens) > 2:
        return joined(tokens[:-2]) + ("にする" if verb.endswith("する") else "に成る")
    if tokens[-1].norm == "為る" and len(tokens) > 1:
        return joined(tokens[:-1]) + "する"
    return joined(tokens)


def predicate_key(chunk: Chunk, adverb: str) -> str:
    """The key of a predicate; する and なる take the adverb before them along (明らかにする)."""
    if chunk.lemma in ("為る", "成る") and adverb:
        if adverb.endswith("い") and chunk.lemma == "為る":  # 検疫を厳しくする
            return f"{adverb}する"
        return f"{adverb}に{'する' if chunk.lemma == '為る' else '成る'}"
    return chunk.lemma


def noun_entries(found: Heads, tokens: list[Token]) -> list[Entry]:
    """The entries of the longest noun head that ends a compound."""
    content = [t for t in tokens if t.pos not in (QUOTED, "補助記号")]
    if not content and tokens:  # 「相互関税」を発表した
        content = _within_quotes(tokens[-1].surface)
    while len(content) > 1 and content[-1].surface in _AFTER_HEAD:
        content = content[:-1]
    run_together: list[Entry] = []
    norms = [t.norm for t in content[-_LONGEST:]]
    for at in range(len(norms)):
        key = "".join(norms[at:])
        run_together += found.compounds.get(key, [])
        if entries := found.nouns.get(key):
            return run_together + entries
    return run_together


@lru_cache(maxsize=1024)
def _within_quotes(surface: str) -> list[Token]:
    """The words of a name in quotation marks that is one noun; none of a longer quotation."""
    tokens = tokenize(surface[1:-1]) if 3 < len(surface) < 14 else []
    return tokens if all(t.pos in ("名詞", "接頭辞", "接尾辞") for t in tokens) else []


def verb_entries(found: Heads, chunk: Chunk, adverb: str) -> list[Entry]:
    """The entries of a predicate: of its verb, or of the verbal noun before する."""
    if chunk.lemma == "だ":
        return []
    if chunk.lemma.endswith("する") and chunk.tokens[-1].pos in ("動詞",) and len(chunk.tokens) > 1:
        nouns = noun_entries(found, chunk.tokens[:-1])
        if nouns:
            return nouns
    if chunk.lemma.endswith("する") and chunk.tokens[-1].pos != "動詞":
        nouns = noun_entries(found, chunk.tokens)
        if nouns:
            return nouns
    key = predicate_key(chunk, adverb)
    caused = found.verbs.get(CAUSED + key, []) if "causative" in chunk.tail.marks else []
    return caused or found.verbs.get(key, [])
