"""Cross-impact balances against the published example, brute force and laws."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import UnknownName, UsageError
from detente.findings import Outlook
from detente.outlook import causes
from detente.outlook import scenarios as cib


@st.composite
def matrices(draw: st.DrawFn) -> cib.Matrix:
    sizes = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    states = {f"d{i}": [f"d{i}s{k}" for k in range(size)] for i, size in enumerate(sizes)}
    n = sum(sizes)
    cells = draw(st.lists(st.integers(-3, 3), min_size=n * n, max_size=n * n))
    return cib.matrix(states, np.array(cells, dtype=float).reshape(n, n))


def brute(made: cib.Matrix, tolerance: float, forced: dict[int, int]) -> list[cib.Scenario]:
    return [
        scenario
        for scenario in itertools.product(*map(range, made.sizes))
        if all(scenario[j] == k for j, k in forced.items())
        and all(short <= tolerance for j, short in enumerate(made.inconsistency(scenario)) if j not in forced)
    ]


@given(matrices(), st.integers(0, 3), st.booleans())
@settings(deadline=None, max_examples=150)
def test_the_search_finds_what_brute_force_finds(made: cib.Matrix, tolerance: int, force: bool) -> None:
    forced = {0: made.sizes[0] - 1} if force else {}
    assert cib.consistent(made, tolerance, forced) == brute(made, tolerance, forced)


@given(matrices())
@settings(deadline=None, max_examples=60)
def test_fixed_points_of_succession_are_the_consistent_scenarios(made: cib.Matrix) -> None:
    found = cib.attractors(made)
    fixed = sorted(a.cycle[0] for a in found if len(a.cycle) == 1)
    assert fixed == cib.consistent(made)
    assert sum(a.starts for a in found) == made.combinations
    assert sum(a.share for a in found) == pytest.approx(1)


@given(matrices())
@settings(deadline=None, max_examples=60)
def test_matrices_survive_both_formats(made: cib.Matrix) -> None:
    for format in cib.FORMATS:
        back = _through(made, format)
        assert np.array_equal(back.scores, made.scores)
        assert list(back.states.values()) == list(made.states.values())


def _through(made: cib.Matrix, format: str) -> cib.Matrix:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"matrix.{format}"
        path.write_text(cib.write_matrix(made, format), encoding="utf-8", newline="")
        return cib.read_matrix(path)


@given(matrices())
@settings(deadline=None, max_examples=20)
def test_without_noise_everything_survives(made: cib.Matrix) -> None:
    assert all(s.survival == 1 for s in cib.survivors(made, step=0, draws=10))
    assert cib.survivors(made, draws=20, seed=3) == cib.survivors(made, draws=20, seed=3)


@pytest.mark.shared
def test_somewhereland(shared: Path) -> None:
    """Weimer-Jehle 2006 and the ScenarioWizard manual: ten scenarios; tolerance counts recomputed."""
    folder = shared / "models/cib_somewhereland"
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    made = cib.read_matrix(folder / "matrix.csv")
    assert made.combinations == expected["n_scenarios"]
    found = sorted(" ".join(made.names(s)) for s in cib.consistent(made))
    assert found == sorted(expected["consistent_published"])
    example = expected["balance_example"]
    assert made.balances(made.scenario(example["scenario"].split())).tolist() == example["balances"]
    counts = {str(t): len(cib.consistent(made, t)) for t in range(4)}
    assert counts == expected["own_computed"]["tolerance_counts"]
    ends = {tuple(" ".join(made.names(s)) for s in a.cycle): a.starts for a in cib.attractors(made)}
    key = next(k for k in expected["own_computed"] if k.startswith("global_succession"))
    assert ends == {tuple(a["attractor"]): a["basin"] for a in expected["own_computed"][key]}


def test_a_forced_state_is_not_asked_for_its_own_balance() -> None:
    made = cib.matrix(
        {"a": ["a1", "a2"], "b": ["b1", "b2"]},
        np.array([[0, 0, 2, -2], [0, 0, -2, 2], [3, -3, 0, 0], [3, -3, 0, 0]]),
    )
    assert [made.names(s) for s in cib.consistent(made)] == [["a1", "b1"]]
    assert [made.names(s) for s in cib.consistent(made, forced={0: 1})] == [["a2", "b2"]]


def test_a_draft_carries_quotations_and_says_that_it_is_one() -> None:
    drawn = causes.causal_map(
        [
            causes.Link("war", "tension", "+", quote="war raised tension"),
            causes.Link("talks", "tension", "-", quote="talks eased it", hedged=True),
        ]
    )
    outlook = Outlook(
        document="d" * 64,
        start=0,
        end=4,
        quote="told",
        condition="power declines",
        consequence="war",
        conditional=True,
    )
    made = cib.draft(drawn, [outlook])
    assert made is not None
    assert made.draft
    scores = dict(zip(made.labels, made.scores[made.labels.index("war: yes")], strict=True))
    assert (scores["tension: yes"], scores["tension: no"]) == (2, -2)
    assert made.scores[made.labels.index("talks: yes")][made.labels.index("tension: yes")] == -1
    assert made.evidence["power declines: yes", "war: yes"] == "told"
    back = _through(made, "csv")
    assert (back.draft, back.evidence) == (True, made.evidence)
    assert cib.draft(causes.causal_map([]), []) is None


def claimed(start: int, end: int, cause: str, effect: str, sign: str = "+") -> causes.Link:
    return causes.Link(cause, effect, sign, quote="said", document="d" * 64, start=start, end=end)


def expected(start: int, end: int, condition: str | None, consequence: str) -> Outlook:
    return Outlook(
        document="d" * 64, start=start, end=end, quote="told", condition=condition, consequence=consequence
    )


def test_a_draft_begins_with_what_is_expected_on_a_condition() -> None:
    """Past causes that bear on nothing expected are left out; an outlook's own claim stands for its words."""
    drawn = causes.causal_map(
        [
            claimed(0, 9, "old war", "old debt"),
            claimed(0, 9, "old war", "old quarrel"),
            claimed(100, 150, "regime changes", "conflict", "-"),
            claimed(110, 120, "part", "of it"),
            claimed(300, 310, "poverty", "regime changes"),
        ]
    )
    told = [
        expected(100, 150, "unless the regime changes", "a conflict arises"),
        expected(160, 170, "if so", "nothing"),
        expected(180, 190, "そうだとすると", "対立は再燃しない"),
        expected(200, 210, "trade grows", "trust grows"),
        expected(220, 230, None, "spring comes"),
    ]
    made = cib.draft(drawn, told)
    assert made is not None
    assert made.descriptors == ("regime changes", "conflict", "trade grows", "trust grows", "poverty")
    assert made.groups == [("regime changes", "conflict", "poverty"), ("trade grows", "trust grows")]
    assert made.scores[made.labels.index("regime changes: yes")][made.labels.index("conflict: yes")] == -2


def test_a_draft_has_room_for_whole_links_only() -> None:
    told = [expected(k * 10, k * 10 + 5, f"c{k}", f"e{k}") for k in range(9)]
    made = cib.draft(causes.causal_map([]), told, most=5)
    assert made is not None
    assert made.descriptors == ("c0", "e0", "c1", "e1")
    assert list(map(len, made.groups)) == [2, 2]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no matrix"),
        ("descriptor,state,a1,a2\na,a1,,\na,a3,,\n", '"a3" has a row but no column'),
        ("descriptor,state,a1,b1\na,a1,,x\nb,b1,1,\n", "line 2, column b1"),
        (
            "# draft\ndescriptor,state,a1,b1\na,a1,,1\n\nb,b1,nan,\n",
            'line 5, column a1: "nan" is no judgement',
        ),
        ("descriptor,state,a1,b1\na,a1,,1,7\nb,b1,1,\n", "line 2: The header has 4 columns"),
        ("state,a1,b1,evidence\na1,,1,c1: told\nb1,1,,\n", 'evidence of .*line 2 "c1"'),
        ('state,a1,b1,evidence\na1,,1,"{""b1"": ""x"\nb1,1,,\n', "line 2: The evidence is broken JSON"),
        ('state,a1,b1,evidence\na1,,1,"{""b1"": 1}"\nb1,1,,\n', "not one text a state"),
        ('state,a1,b1,evidence\na1,,1,"{""c1"": ""x""}"\nb1,1,,\n', 'line 2 "c1"'),
        ('state,a1,b1\na1,,"1\nb1,1,\n', "line 2: This is no CSV"),
        ("descriptor,state,a1,b1,a2\na,a1,,1,\nb,b1,1,,1\na,a2,,1,\n", "must stand together"),
    ],
)
def test_a_wrong_matrix_says_where(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "matrix.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        cib.read_matrix(path)


def test_a_scenario_needs_one_known_state_a_descriptor() -> None:
    made = cib.matrix({"a": ["a1", "a2"], "b": ["b1"]}, np.zeros((3, 3)))
    with pytest.raises(UsageError, match="b has no state"):
        made.scenario(["a1"])
    with pytest.raises(UnknownName, match='Did you mean "a2"'):
        made.scenario(["a22", "b1"])


def test_evidence_of_any_wording_comes_back_and_by_hand_too(tmp_path: Path) -> None:
    made = cib.matrix(
        {"war": ["war: yes", "war: no"], "debt": ["debt: yes", "debt: no"]},
        np.array([[0, 0, 2, -2], [0, 0, -2, 2], [1, -1, 0, 0], [0, 0, 0, 0]]),
        {
            ("war: yes", "debt: yes"): 'He said: "{war}; debt: no";\r\nand\u2028so\x0con',
            ("war: yes", "debt: no"): "{}",
        },
    )
    assert _through(made, "csv").evidence == made.evidence
    path = tmp_path / "matrix.csv"
    path.write_text(
        "state,A1,A: 2,B1,evidence\nA1,,,1,B1: so; it is; told\nA: 2,,,1,\nB1,1,2,,A: 2: words; A1: more\n",
        encoding="utf-8",
    )
    assert cib.read_matrix(path).evidence == {
        ("A1", "B1"): "so; it is; told",
        ("B1", "A: 2"): "words",
        ("B1", "A1"): "more",
    }
