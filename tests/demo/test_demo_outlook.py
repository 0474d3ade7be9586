"""The inputs that the built-in case gives the models, and that a briefing says what they are."""

from __future__ import annotations

from dataclasses import replace
from importlib.resources import as_file

from detente import demo
from detente.brief import read_inputs
from detente.brief.futures import futures


def test_the_models_have_numbers_that_are_marked_as_illustration() -> None:
    with as_file(demo.outlook()) as folder:
        inputs = replace(read_inputs(folder), illustration=True)
    shown = futures([], inputs)
    assert shown.illustration
    assert not shown.pairwise
    assert shown.survivors
    assert all(0 < s.survival <= 1 for s in shown.survivors)
    assert {f.issue for f in shown.forecasts} == {"iraq"}
    assert all(0 < f.central < 100 for f in shown.forecasts)
