"""The cognitive map against Maruyama's figure, a published fuzzy map, brute force and round trips."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UnknownName, UsageError
from detente.findings import CausalClaim
from detente.outlook import causes
from detente.outlook.causes import Link

GRAPH = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    '<key id="e" for="edge" attr.name="evidence" attr.type="string"/>'
    '<graph edgedefault="{}"><node id="war"/><node id="debt"/>'
    '<edge source="war" target="debt"><data key="e">{}</data></edge></graph></graphml>'
)

LINKS = st.lists(
    st.builds(
        Link,
        cause=st.sampled_from("abcde"),
        effect=st.sampled_from("abcde"),
        sign=st.sampled_from("+-"),
        holder=st.sampled_from(["author", "RUS/Putin"]),
        hedged=st.booleans(),
        negated=st.booleans(),
        quote=st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=8),
        document=st.just("d" * 8),
        start=st.integers(0, 9),
        end=st.integers(10, 19),
    ),
    max_size=12,
)


@pytest.fixture
def maruyama(shared: Path) -> causes.CausalMap:
    return causes.causal_map(causes.read_links(shared / "models/cognitive_map_maruyama/edges.csv"))


@pytest.mark.shared
def test_maruyama_s_loops_and_total_effects(shared: Path, maruyama: causes.CausalMap) -> None:
    expected = json.loads(
        (shared / "models/cognitive_map_maruyama/expected.json").read_text(encoding="utf-8")
    )
    wanted = {frozenset(x["loop"].split("-")[:-1]): x["sign"] for x in expected["loops"]}
    assert {frozenset(loop.concepts): loop.sign for loop in causes.loops(maruyama)} == wanted
    totals = {f"{e.cause}->{e.effect}": e.sign for e in causes.effects(maruyama)}
    assert totals == expected["axelrod_total_effect_over_simple_paths"]
    assert all(e.complete for e in causes.effects(maruyama))


@pytest.mark.shared
@pytest.mark.parametrize(
    ("rule", "key"), [("kosko", "kosko"), ("modified-kosko", "mKosko"), ("rescaled", "rescaled")]
)
def test_the_published_fuzzy_map(shared: Path, rule: str, key: str) -> None:
    folder = shared / "models/fcm_dikopoulou"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    with (folder / "weights.csv").open(encoding="utf-8") as stream:
        rows = list(csv.reader(stream))
    weights = np.array([[float(cell) for cell in row[1:]] for row in rows[1:]])
    start = np.array([expected["initial"][name] for name in rows[0][1:]], dtype=float)
    states = causes.infer(
        weights, start, rule=rule, threshold=expected["threshold"], steps=expected["iterations"]
    )
    assert len(states) - 1 == expected[key]["steps"]
    np.testing.assert_allclose(states[-1], expected["published_R_fcm"][key], atol=5.1e-8)
    rest = causes.infer(weights, start, rule=rule, threshold=1e-13, steps=5000)[-1]
    np.testing.assert_allclose(rest, expected[key]["true_fixed_point"], atol=1e-9)


@given(LINKS)
@settings(deadline=None, max_examples=60)
def test_every_format_gives_the_links_back(links: list[Link]) -> None:
    import tempfile

    drawn = causes.causal_map(links)
    for format in causes.FORMATS:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"map.{format}"
            path.write_text(causes.write_map(drawn, format), encoding="utf-8", newline="")
            assert causes.causal_map(causes.read_links(path)).edges == drawn.edges


@given(LINKS)
@settings(deadline=None, max_examples=60)
def test_edges_know_whether_they_are_contested(links: list[Link]) -> None:
    drawn = causes.causal_map(links)
    told = [link for edge in drawn.edges for link in edge.links] + list(drawn.denied)
    assert len(told) == sum(link.cause != link.effect for link in links)
    for edge in drawn.edges:
        asserted = {link.sign for link in edge.links if not link.negated}
        refused = {link.sign for link in edge.links if link.negated}
        assert edge.sign == (min(asserted) if len(asserted) == 1 else "?")
        assert edge.contested == (len(asserted) > 1 or bool(asserted & refused))


def test_concepts_are_merged_only_as_the_analyst_says(tmp_path: Path) -> None:
    links = [Link("the Iraq war", "tension", "+"), Link("Iraq war", "oil price", "+")]
    assert len(causes.causal_map(links).concepts) == 4
    assert causes.suggestions(causes.causal_map(links).concepts)[0].likeness == 1.0
    path = tmp_path / "names.csv"
    path.write_text("concept,name\nthe Iraq war,Iraq war\n", encoding="utf-8")
    assert causes.causal_map(links, causes.read_names(path)).concepts == ["Iraq war", "oil price", "tension"]
    path.write_text("concept,name\na,b\na,c\n", encoding="utf-8")
    with pytest.raises(UsageError, match="two names"):
        causes.read_names(path)


def test_paths_are_incomplete_only_where_longer_ones_can_be() -> None:
    """That a map is large does not make the effect of a pair beside it uncertain."""
    links = [causes.Link(f"p{k}", f"q{k}", "+") for k in range(20)]
    links += [causes.Link(f"c{k}", f"c{k + 1}", "+") for k in range(6)] + [causes.Link("c0", "c6", "-")]
    told = {(e.cause, e.effect): e for e in causes.effects(causes.causal_map(links), longest=3)}
    assert told["p0", "q0"].complete
    assert told["c0", "c3"].complete
    assert (told["c0", "c6"].sign, told["c0", "c6"].complete) == ("-", False)


def test_what_if_tells_directions() -> None:
    drawn = causes.causal_map([Link("aid", "trust", "+"), Link("trust", "war", "-"), Link("oil", "war", "+")])
    told = {d.concept: d.direction for d in causes.what_if(drawn, high=["aid"])}
    assert told == {"trust": "up", "war": "down", "oil": "no change"}
    with pytest.raises(UnknownName, match='Did you mean "trust"'):
        causes.what_if(drawn, high=["trusts"])


def test_two_maps_are_compared_over_their_common_concepts() -> None:
    one = causes.causal_map([Link("a", "b", "+"), Link("b", "c", "-")])
    two = causes.causal_map([Link("a", "b", "+"), Link("b", "c", "+"), Link("c", "a", "+")])
    found = causes.compare(one, two)
    assert (found.shared, found.opposed, found.only_second) == ((("a", "b"),), (("b", "c"),), (("c", "a"),))
    assert found.agreement == pytest.approx(4 / 6)
    assert causes.compare(two, two).kappa == 1.0


def test_links_come_from_claims_with_both_ends() -> None:
    def claim(cause: str, effect: str) -> CausalClaim:
        return CausalClaim(
            document="d" * 64, start=0, end=5, quote="since", cause=cause, effect=effect, holder="RUS"
        )

    links = causes.links_of([claim("war", "debt"), claim("war", "")])
    assert [(k.cause, k.effect, k.holder, k.quote) for k in links] == [("war", "debt", "RUS", "since")]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("x.csv", "cause,effect\na,b\n", "column sign is missing; found cause, effect"),
        ("x.csv", "cause,efect,sign\na,b,+\n", 'Is it "efect"'),
        ("x.csv", "cause;effect;sign\na;b;+\n", "Separate the cells by commas"),
        ("x.csv", "cause,effect,sign\na,b,nan\n", "is no sign"),
        ("x.csv", "cause,effect,sign,start\na,b,+,x\n", 'line 2, column start: A whole number .* "x"'),
        ("x.csv", "cause,effect,sign,negated\na,b,+,maybe\n", 'column negated: "true" or "false"'),
        ("x.csv", "cause,effect,sign\na,b\n", "3 columns, this row 2 cells"),
        ("x.csv", 'cause,effect,sign\na,"b,+\n', "no CSV"),
        ("x.csv", "cause,effect,sign,sign\na,b,+,-\n", "stands twice"),
        ("x.csv", "cause,effect,sign\na,b,0\n", "is no sign"),
        ("x.csv", "cause,effect,sign\na,,+\n", "empty"),
        ("x.graphml", "<html>", "no readable graphml"),
        ("x.graphml", "<graphml/>", "no readable graphml"),
        ("x.graphml", GRAPH.format("undirected", ""), "no direction"),
        ("x.graphml", GRAPH.format("directed", "[{"), "edge from war to debt: Its evidence is not the JSON"),
        ("x.graphml", GRAPH.format("directed", '{"a": 1}'), "Its evidence is not the JSON"),
        ("x.graphml", GRAPH.format("directed", '[{"colour": 1}]'), "Its evidence is not the JSON"),
        ("x.graphml", GRAPH.format("directed", '[{"sign": "up"}]'), "Its evidence is not the JSON"),
        ("x.gexf", "", "no readable gexf"),
        ("x.gexf", '<gexf xmlns="http://www.gexf.net/1.2draft"/>', "no readable gexf"),
        ("x.xls", "", "Unknown format"),
    ],
)
def test_a_wrong_map_file_says_what_is_wrong(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        causes.read_links(path)


def test_a_table_in_another_encoding_says_where(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_bytes("cause,effect,sign\nKrieg,Schulden,+\nÖl,Krieg,+\n".encode("latin-1"))
    with pytest.raises(UsageError, match="line 3: UTF-8 is expected; the byte 0xd6"):
        causes.read_links(path)


@pytest.mark.parametrize("format", causes.FORMATS)
def test_merged_names_and_denied_links_go_out_and_come_back(tmp_path: Path, format: str) -> None:
    links = [
        Link("the Iraq war", "tension", "+", quote='He said: "war"; and more\nof it'),
        Link("talks", "the Iraq war", "+", negated=True),
        Link("oil", "tension", "+"),
        Link("oil", "tension", "-", negated=True),
    ]
    drawn = causes.causal_map(links, {"the Iraq war": "war"})
    path = tmp_path / f"map.{format}"
    path.write_text(causes.write_map(drawn, format), encoding="utf-8", newline="")
    assert causes.causal_map(causes.read_links(path)) == drawn
    assert [(link.cause, link.effect, link.negated) for link in drawn.denied] == [("talks", "war", True)]


@pytest.mark.parametrize("format", ["graphml", "gexf"])
def test_control_characters_do_not_break_a_map_file(tmp_path: Path, format: str) -> None:
    drawn = causes.causal_map([Link("the\x0cwar", "debt", "+", quote="page\x0cbreak\ud800\uffff")])
    path = tmp_path / f"map.{format}"
    path.write_text(causes.write_map(drawn, format), encoding="utf-8", newline="")
    (back,) = causes.read_links(path)
    assert (back.cause, back.quote) == ("the war", "page\x0cbreak\ud800\uffff")


def test_a_node_renamed_in_another_program_keeps_its_links(tmp_path: Path) -> None:
    path = tmp_path / "map.gexf"
    text = causes.write_map(causes.causal_map([Link("war", "debt", "+", quote="told")]), "gexf")
    path.write_text(text.replace('label="war"', 'label="the war"'), encoding="utf-8")
    assert [(link.cause, link.quote) for link in causes.read_links(path)] == [("the war", "told")]
