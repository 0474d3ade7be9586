"""The vocabulary's tables: complete, unique, in order, and in agreement with Archigos."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from difflib import SequenceMatcher
from itertools import pairwise
from pathlib import Path

import pytest

from detente.errors import UnknownName
from detente.ontology import (
    Term,
    cameo,
    cameo_codes,
    people,
    plover_contexts,
    plover_score,
    plover_type,
    plover_types,
    state,
    states,
    term_sources,
    terms,
)
from detente.ontology.people import groups, holder
from detente.ontology.tables import rows, values

ROOT = Path(__file__).parents[2]
SINGLE = {
    "president", "prime minister", "chancellor", "foreign minister", "secretary of state",
    "foreign secretary", "defence minister", "secretary of defense", "general secretary",
    "national security adviser", "UN ambassador", "secretary-general", "treasury secretary",
    "trade representative", "commerce secretary", "chief cabinet secretary", "vice president",
    "supreme leader", "king", "security council secretary", "high representative",
    "president of the commission", "president of the council", "director general",
    "finance minister",
}  # fmt: skip
COW = {
    2: "USA", 20: "CAN", 140: "BRA", 200: "GBR", 220: "FRA", 260: "DEU", 290: "POL", 325: "ITA", 365: "RUS",
    369: "UKR", 370: "BLR", 372: "GEO", 560: "ZAF", 630: "IRN", 640: "TUR", 645: "IRQ", 651: "EGY",
    652: "SYR",
    666: "ISR", 670: "SAU", 704: "UZB", 705: "KAZ", 710: "CHN", 713: "Taiwan", 731: "PRK", 732: "KOR",
    740: "JPN", 750: "IND", 770: "PAK", 816: "VNM", 840: "PHL", 850: "IDN", 900: "AUS",
}  # fmt: skip


def test_every_state_has_names_in_three_languages() -> None:
    assert len([s for s in states().values() if s.status == "member"]) == 193
    for entry in states().values():
        for names in (entry.label, entry.official):
            assert set(names) == {"en", "ja", "ru"}
            assert all(names.values()), entry.code
        assert re.search("[ぁ-んァ-ヶ一-鿿]", entry.label["ja"])
        assert re.search("[а-яА-Я]", entry.label["ru"])
        assert not (entry.start and entry.end) or entry.start < entry.end


def test_codes_are_unique() -> None:
    for table, column in (
        ("states", "code"),
        ("bodies", "code"),
        ("roles", "role"),
        ("persons", "id"),
        ("cameo", "code"),
    ):
        repeated = [k for k, n in Counter(row[column] for row in rows(table)).items() if n > 1]
        assert not repeated, table


def test_a_misspelt_state_gets_a_suggestion() -> None:
    assert state("RUS").label["ja"] == "ロシア"
    with pytest.raises(UnknownName, match='Did you mean "RUS"'):
        state("RUSS")


def test_terms_are_ordered_and_have_a_person_an_office_and_a_source() -> None:
    assert len(terms()) >= 700
    for term in terms():
        assert term.person in people()
        assert term.source in term_sources(), term
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", term.start)
        assert re.fullmatch(r"(\d{4}(-\d{2}(-\d{2})?)?)?", term.end)
        assert not term.end or term.start <= term.end, term
        assert term.office in groups() or term.office in LABELLED, term.office


def test_a_term_says_what_was_read_of_it_and_where() -> None:
    kinds = {"days", "months", "from", "to", "years", "no"}
    for term in terms():
        assert term.checked in kinds, term
        assert term.checked == "no" or term_sources()[term.source].opened, term
        assert term.checked not in ("days", "to") or term.end, term
        assert term.checked != "days" or len(term.start) == len(term.end) == 10, term


def test_every_source_of_terms_has_a_title_an_address_and_a_use() -> None:
    assert set(term_sources()) == {term.source for term in terms()}
    for source in term_sources().values():
        assert source.title
        assert source.address.startswith(("https://", "http://"))
    assert len({source.title for source in term_sources().values()}) == len(term_sources())


def test_the_docs_give_the_number_of_terms_that_were_checked() -> None:
    counted = Counter(term.checked for term in terms())
    measured = (ROOT / "docs/explanation/measured.md").read_text(encoding="utf-8")
    for figure in (
        f"{len(terms()):,} terms",
        f"{counted['days']} with both days",
        f"{counted['no']} name a list that was not opened",
    ):
        assert figure in measured, figure


LABELLED = {"acting president", "director general", "high commissioner", "president of the council"}


def test_no_two_persons_hold_one_office_at_once() -> None:
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms():
        if term.office in SINGLE:
            held[term.state, term.office].append(term)
    for office, of_office in held.items():
        of_office.sort(key=lambda t: t.start)
        for before, after in pairwise(of_office):
            assert before.end, office
            assert after.start >= before.end or before.end.startswith(after.start), (before, after)


def test_states_of_persons_are_states_or_bodies() -> None:
    known = {*states(), *(row["code"] for row in rows("bodies"))}
    assert {row["state"] for row in (*rows("persons"), *rows("terms"))} <= known


def test_word_lists_hold_nothing_twice() -> None:
    for row in rows("words"):
        listed = values(row["words"])
        assert len(set(listed)) == len(listed), row["list"]


def test_plover_is_complete_and_signed_by_its_quad() -> None:
    assert len(plover_types()) == 16
    for kind in plover_types().values():
        assert (kind.score >= 0) == (kind.quad <= 2) or kind.code == "REQUEST"
        assert set(kind.label) == {"en", "ja", "ru"}
        assert all(kind.label.values())
        assert kind.meaning
        for mode in kind.modes.values():
            assert all(mode.label.values())
            assert mode.score is not None or (kind.code, mode.code) == ("PROTEST", "vandalize")
    assert plover_score("ACCUSE") == -3.0
    assert plover_score("RETREAT", "disarm") == 10.0
    assert plover_score("PROTEST", "vandalize") == -5.0
    assert plover_score("NONE") is None
    assert len(plover_contexts()) == 37
    with pytest.raises(UnknownName, match="AGREE"):
        plover_type("AGRE")


def test_cameo_codes_lead_to_plover_types_modes_and_contexts() -> None:
    for code in cameo_codes().values():
        assert not code.plover or code.plover in plover_types()
        assert not code.mode or code.mode in plover_type(code.plover).modes
        assert set(code.contexts) <= set(plover_contexts())
        assert code.goldstein is None or -10 <= code.goldstein <= 10
    assert (cameo("016").goldstein, cameo("016").goldstein_phoenix) == (-2.0, 3.4)
    assert cameo("1719").code == "171"
    with pytest.raises(UnknownName, match="CAMEO"):
        cameo("99")


def plain(name: str) -> str:
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z]", "", flat)


def alike(ours: str, theirs: str) -> bool:
    """Whether two spellings of a leader share a word, up to one or two letters."""
    words = [plain(word) for word in re.split(r"[ ,]+", theirs)]
    return any(
        SequenceMatcher(None, plain(part), word).ratio() >= 0.8 for part in ours.split() for word in words
    )


@pytest.mark.shared
def test_leaders_agree_with_archigos(shared: Path) -> None:
    import pyarrow.parquet as pq

    table = pq.read_table(shared / "data" / "peacesciencer" / "archigos.parquet").to_pylist()
    right = known = total = 0
    for row in table:
        first, last = str(row["startdate"]), min(str(row["enddate"]), "2015-12-31")
        months = (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])
        if row["gwcode"] not in COW or last < "1990-06-01" or months < 3:
            continue
        day = f"{int(first[:4]) + months // 24}-{(int(first[5:7]) + months // 2 - 1) % 12 + 1:02d}-28"
        person = holder(COW[row["gwcode"]], "leader", max(day, first))
        total += 1
        known += person is not None
        right += person is not None and alike(person.surname, row["leader"])
    assert total > 120
    assert known / total >= 0.95
    assert right / known >= 0.92
