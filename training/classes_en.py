"""Make the table of English word classes (coding/en/word_classes.py) from WordNet and a clustering.

    python training/classes_en.py WORDNET CLUSTERS

WORDNET is the folder of WordNet 3.0's database files (Debian: wordnet-base, /usr/share/wordnet), CLUSTERS
that of `en_lexeme_cluster.json.gz` and `en_lexeme_prob.json.gz` (PyPI: spacy-lookups-data, MIT). Kept are the
verbs and nouns of some frequency and those of the codebooks. A word's classes: the PLOVER types that it
mostly stands for in the codebooks; the lexicographers' file of its first sense in WordNet; the words that its
first sense is a kind of; the first 6, 10 and all bits of its Brown cluster, for a verb that of its past form.
Classes that fewer than five words share are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from detente.coding.en.forms import irregular, verb_forms
from detente.coding.en.lexicon import load

TARGET = Path(__file__).resolve().parents[1] / "src/detente/coding/codebooks/en/word-classes.txt.gz"
RARE = {"v": -17.5, "n": -15.5}  # natural logarithm of a word's share of all words
SHARED = 5
MOSTLY = 0.34
FIELDS = {
    "n": "top act animal artifact attribute body cognition communication event feeling food group location "
    "motive object person phenomenon plant possession process quantity relation shape state substance time",
    "v": "body change cognition communication competition consumption contact creation emotion motion "
    "perception possession social state weather",
}
FIRST = {"n": 3, "v": 29}  # the number of the first lexicographers' file of a part of speech


@dataclass(frozen=True, slots=True)
class Sense:
    """A set of synonyms: its field of meaning, its name, and the senses that it is a kind of."""

    field: str
    name: str
    above: tuple[str, ...]


def senses(folder: Path, part: str) -> dict[str, Sense]:
    """Offset -> sense; a name that several senses share is told apart by a number."""
    found: dict[str, Sense] = {}
    names = Counter[str]()
    for row in _rows(folder / f"data.{'verb' if part == 'v' else 'noun'}"):
        words = int(row[3], 16)
        pointers = row[5 + 2 * words :]
        above = tuple(
            pointers[k + 1] for k in range(0, 4 * int(row[4 + 2 * words]), 4) if pointers[k] in ("@", "@i")
        )
        name = row[4].lower()
        names[name] += 1
        number = str(names[name]) if names[name] > 1 else ""
        found[row[0]] = Sense(FIELDS[part].split()[int(row[1]) - FIRST[part]], name + number, above)
    return found


def first_senses(folder: Path, part: str) -> dict[str, str]:
    """Word -> offset of its first sense; phrases are left out."""
    rows = _rows(folder / f"index.{'verb' if part == 'v' else 'noun'}")
    return {row[0]: row[6 + int(row[3])] for row in rows if re.fullmatch("[a-z-]+", row[0])}


def _rows(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("latin-1").splitlines():
        if not line.startswith("  "):
            yield line.split("|")[0].split()


def kinds(of: str, known: dict[str, Sense]) -> list[str]:
    """The names of a sense and of those above it."""
    found = [of]
    for offset in found:
        found += [above for above in known[offset].above if above not in found]
    return [known[offset].name for offset in found]


def in_codebooks() -> dict[tuple[str, str], list[str]]:
    """(part, word) -> the PLOVER types that it mostly stands for."""
    found: dict[tuple[str, str], list[str]] = {}
    for (part, lemma), entries in load().entries.items():
        types = Counter(entry.plover for entry in entries if entry.plover != "NONE")
        often = [kind for kind, n in sorted(types.items()) if n >= MOSTLY * types.total()]
        if part != "a" and re.fullmatch("[a-z-]+", lemma):
            found[part, lemma] = often
    return found


def clusters(word: str, part: str, numbers: dict[str, int]) -> list[str]:
    """The first bits of a word's cluster; the numbers hold them in reverse."""
    special = irregular().get(word, ())
    past = special[0] if special else next((f for f in sorted(verb_forms(word)) if f.endswith("ed")), word)
    number = numbers.get(past if part == "v" else word)
    bits = bin(number)[:1:-1] if number else ""
    return list(dict.fromkeys(f"~{bits[:n]}" for n in (6, 10, 20) if len(bits) >= min(n, 11)))


def main() -> None:
    """Read, choose and write."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("wordnet", type=Path)
    parser.add_argument("clusters", type=Path)
    given = parser.parse_args()
    numbers, shares = (
        json.loads(gzip.decompress((given.clusters / f"en_lexeme_{name}.json.gz").read_bytes()))
        for name in ("cluster", "prob")
    )
    coded, rows = in_codebooks(), defaultdict[tuple[str, str], list[str]](list)
    for part in ("v", "n"):
        known, first = senses(given.wordnet, part), first_senses(given.wordnet, part)
        words = {word for word in first if shares.get(word, -30) > RARE[part] and len(word) > 1}
        words |= {word for kind, word in coded if kind == part}
        words -= {"be", "have", "do"} if part == "v" else set()
        for word in sorted(words):
            rows[part, word] += coded.get((part, word)) or coded.get(("n" if part == "v" else "v", word), [])
            if word in first:
                rows[part, word] += [f":{known[first[word]].field}", *kinds(first[word], known)]
            rows[part, word] += clusters(word, part, numbers)
    common = Counter(name for names in rows.values() for name in set(names))
    lines = (
        " ".join((*key, *(name for name in dict.fromkeys(names) if common[name] >= SHARED)))
        for key, names in rows.items()
    )
    TARGET.write_bytes(gzip.compress("\n".join(lines).encode(), 9, mtime=0))
    print(f"{len(rows)} words, {len(common)} classes, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
