"""The steps in the life of an agreement, from `codebooks/en/steps.yaml`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from detente.coding.en.tree import Tree

SIGNING = frozenset(
    {"signed", "initialled", "reached", "established", "agreed", "announced", "entered into", "adopted"}
)
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@lru_cache(maxsize=1)
def steps() -> dict[str, str]:
    """Verb -> the step that it tells."""
    raw = files("detente.coding").joinpath("codebooks", "en", "steps.yaml").read_text("utf-8")
    return {verb: step for step, verbs in yaml.load(raw, Loader=_LOADER).items() for verb in verbs.split()}


def step_of(tree: Tree, i: int) -> str:
    """The step that a verb or noun tells of an instrument: signed, came into force; '' where none."""
    lemma = tree.lemmas[i]
    if lemma in ("enter", "come", "take", "go", "put", "bring", "hold", "keep", "place", "be"):
        inside = {tree.lemmas[k] for k in (*tree.pobj(i, "in", "into"), *tree.children(i, "dobj"))}
        if "abeyance" in inside:
            return "suspended"
        if inside & {"force", "effect"}:
            return "in force"
    if lemma in ("pull", "back", "walk", "opt", "drop", "step") and tree.children(i, "prep", "prt", "advmod"):
        away = {tree.lemmas[k] for k in tree.kids[i]}
        return "withdrawn from" if away & {"out", "away", "from"} else ""
    if lemma == "tear":
        return "cancelled" if any(tree.lemmas[k] == "up" for k in tree.kids[i]) else ""
    return steps().get(lemma, "")
