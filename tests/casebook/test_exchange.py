"""Findings leave in every form and come back the same."""

from __future__ import annotations

import io
import json
import types
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, get_args, get_origin

import pyarrow.parquet as pq
import pytest
from casebook_world import TEXT, make_case, words_coder
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.casebook.exchange import FORMS, Exchanged, Form, form, form_of, read_findings
from detente.casebook.exchange.typed import hints
from detente.errors import UnknownName, UnreadableSource
from detente.findings import KINDS, RECORDS, Finding, StatusEvent

words = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12
) | st.sampled_from(['"', '""', '"a"', "a,b", "一\r\n二", "null", "[]", " ", "\ufeff", "'", "=1+1", "\x85"])
numbers = st.integers(0, 2**40)
steps = st.builds(StatusEvent, event=words, date=st.none() | words, start=numbers, end=numbers)


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of the type of a field."""
    if get_origin(hint) is types.UnionType:
        return st.one_of(st.none(), *(values(part) for part in get_args(hint) if part is not type(None)))
    simple = {str: words, bool: st.booleans(), int: numbers, float: st.floats(0, 1)}
    if hint in simple:
        return simple[hint]
    if get_args(hint) == (int, int):
        return st.tuples(numbers, numbers)
    return st.lists(steps if get_args(hint)[0] is StatusEvent else words, max_size=3).map(tuple)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """Any finding of any kind."""
    kind = draw(st.sampled_from(RECORDS))
    own = {f.name: draw(values(hints(kind.kind)[f.name])) for f in fields(kind)}
    start = draw(st.integers(0, 9999))
    return kind(**own | {"start": start, "end": start + draw(st.integers(1, 99))})


rows = st.builds(
    Exchanged,
    finding=findings(),
    in_force=st.sampled_from(["machine", "accepted", "changed", "added"]),
    judged_by=st.none() | words,
    judgement=st.none() | words,
    reason=st.none() | words,
    moved=st.booleans(),
    contested=st.booleans(),
    file=words,
)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@settings(max_examples=60, deadline=None)
@given(many=st.lists(rows, max_size=4))
def test_findings_come_back_the_same(form: Form, many: list[Exchanged]) -> None:
    stream = io.BytesIO()
    form.write(many, stream)
    assert form.read(io.BytesIO(stream.getvalue())) == many


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_case_comes_back_the_same(form: Form, tmp_path: Path) -> None:
    case = make_case(tmp_path, [TEXT, "Russia and the United States met.\n"])
    list(case.code(words_coder("会談", "批判", "懸念", "met")))
    ids = [row.id for row in case.findings()]
    case.judge(ids[0], "accept", user="ann", reason='「"確認"」')
    case.judge(ids[1], "change", settings={"date": "2003-06"}, user="ben")
    case.judge(ids[2], "reject", user="ben")
    given = list(case.export())
    file = tmp_path / f"findings{form.endings[0]}"
    with file.open("wb") as stream:
        form.write(given, stream)
    back = read_findings(file)
    assert [row.finding for row in back] == [row.finding for row in case.findings()]
    assert [row.in_force for row in back] == ["accepted", "changed", "machine"]
    if form.name == "webannotation":
        assert back == given
    else:
        assert back == [replace(row, prefix="", suffix="") for row in given]


def test_an_annotation_selects_the_passage_by_quote_and_by_code_points(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("外相は懸念")))
    stream = io.BytesIO()
    form("webannotation").write(case.export(), stream)
    page = json.loads(stream.getvalue())
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    (item,) = page["items"]
    quote, place = item["target"]["selector"]
    assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    assert TEXT[place["start"] : place["end"]] == quote["exact"] == "外相は懸念"
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    assert quote["prefix"].endswith("😊𠮷田")
    assert item["target"]["source"] == f"urn:sha256:{case.sources()[0].text_sha256}"
    assert [body["value"] for body in item["body"] if body["purpose"] == "tagging"] == ["event", "CONSULT"]


def test_parquet_columns_have_the_types_of_their_fields(tmp_path: Path) -> None:
    case = make_case(tmp_path)
    list(case.code(words_coder("会談")))
    file = tmp_path / "findings.parquet"
    with file.open("wb") as stream:
        form("parquet").write(case.export(), stream)
    schema = pq.read_schema(file)
    assert str(schema.field("actors").type) == "list<element: string>"
    assert str(schema.field("cause_span").type) == "list<element: int64>"
    assert str(schema.field("actual").type) == "bool"
    named = {field.name for kind in KINDS.values() for field in fields(kind)}
    assert named <= set(schema.names)


def test_the_table_can_be_asked_in_sql(tmp_path: Path) -> None:
    import duckdb

    case = make_case(tmp_path)
    list(case.code(words_coder("会談", "批判")))
    findings = case.table()
    assert findings.num_rows == 2
    assert duckdb.sql("select plover, count(*) from findings group by plover").fetchall() == [("CONSULT", 2)]


def test_what_is_no_export_is_refused_with_a_reason(tmp_path: Path) -> None:
    for known in FORMS:
        file = tmp_path / f"wrong{known.endings[0]}"
        file.write_bytes(b'{"kind": "event"}\n')
        with pytest.raises(UnreadableSource, match="detente export"):
            read_findings(file)
    with pytest.raises(UnreadableSource, match="There is no such file"):
        read_findings(tmp_path / "none.csv")
    with pytest.raises(UnknownName, match=r"Known: \.csv"):
        form_of(Path("findings.xlsx"))
    with pytest.raises(UnknownName, match='Did you mean "parquet"'):
        form("parket")
