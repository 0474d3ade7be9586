"""What is written as TOML is read back the same by the standard library."""

from __future__ import annotations

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from detente.casebook import toml

names = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
words = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
plain = st.one_of(words, st.booleans(), st.integers(-(2**60), 2**60), st.lists(words, max_size=3))
flat = st.dictionaries(names, plain, max_size=4)
tables = st.dictionaries(names, plain | st.lists(flat, min_size=1, max_size=3) | st.none(), max_size=5)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_round_trip(table: dict[str, Any]) -> None:
    given = {key: value for key, value in table.items() if value is not None}
    assert tomllib.loads(toml.dumps(table)) == given
