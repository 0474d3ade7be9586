from __future__ import annotations

from collections.abc import Iterator

import pytest

from detente.coding.en import code_lines

LINES = (
    "Chile accused Peru of spying on its navy, officials said on Monday.",
    "Heavy rain is expected in the north over the weekend.",
    "",
    "Norway and Iceland agreed on fishing quotas.",
    "Kenya said it would not send troops to Somalia.",
)


def test_one_object_a_line_in_order() -> None:
    coded = list(code_lines(LINES))
    assert [line["line"] for line in coded] == [1, 2, 3, 4, 5]
    assert [len(line["events"]) for line in coded[:3]] == [1, 0, 0]
    first = coded[0]["events"][0]
    assert (first["plover"], first["dyads"]) == ("ACCUSE", [["CHL", "PER"]])
    assert LINES[0][first["start"] : first["end"]] == first["quote"]


def test_mutual_acts_pass_both_ways() -> None:
    event = list(code_lines(LINES))[3]["events"][0]
    assert sorted(event["dyads"]) == [["ISL", "NOR"], ["NOR", "ISL"]]


def test_a_refusal_to_help_is_told_as_a_rejection() -> None:
    event = list(code_lines(LINES))[4]["events"][0]
    assert (event["plover"], event["dyads"]) == ("REJECT", [["KEN", "SOM"]])


def test_interstate_keeps_only_pairs_of_states() -> None:
    lines = ["Kenya arrested two opposition leaders.", "The UN urged Kenya to hold elections.", LINES[0]]
    assert [len(line["events"]) for line in code_lines(lines, interstate=True)] == [0, 0, 1]


def test_lines_are_read_lazily() -> None:
    taken: list[int] = []

    def endless() -> Iterator[str]:
        n = 0
        while True:
            taken.append(n)
            n += 1
            yield LINES[0]

    coded = code_lines(endless())
    assert next(coded)["line"] == 1
    assert len(taken) <= 1024


@pytest.mark.slow
def test_several_processes_code_the_same() -> None:
    lines = list(LINES) * 300
    assert list(code_lines(lines, workers=2)) == list(code_lines(lines))
