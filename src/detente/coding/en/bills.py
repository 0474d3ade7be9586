"""Bills and resolutions of the United States Congress, cited by chamber and number: H.R. 1234, S.Res. 12."""

from __future__ import annotations

import re

from detente.coding.en.tree import Tree

CONGRESS = ("USA/Congress",)
CITED = re.compile(r"(?:\bH\.? ?R\.?|\b[HS]\.? ?(?:(?:Con|J)\.? ?)?Res\.?|\bS\.) ?$")
NUMBERED = re.compile(r"(?:H\.? ?R\.?|[HS]\.? ?(?:(?:Con|J)\.? ?)?Res\.?|S\.) ?\d{1,4}\b")


def is_bill(tree: Tree, head: int) -> bool:
    """Whether a phrase cites a bill, by whose number or letters the parser may have taken its head."""
    start = tree.starts[head]
    if tree.tags[head] == "CD":
        return CITED.search(tree.text, max(0, start - 12), start) is not None
    return NUMBERED.match(tree.text, start) is not None
