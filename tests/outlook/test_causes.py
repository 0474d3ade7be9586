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
        ("x.csv", "cause,effect\na,b\n", "column sign"),
        ("x.csv", "cause,effect,sign\na,b,0\n", "is no sign"),
        ("x.csv", "cause,effect,sign\na,,+\n", "empty"),
        ("x.graphml", "<html>", "no readable graphml"),
        ("x.xls", "", "Unknown format"),
    ],
)
def test_a_wrong_map_file_says_what_is_wrong(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        causes.read_links(path)
