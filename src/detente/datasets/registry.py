"""Every dataset that détente reads; a new one is its file and a line here."""

from __future__ import annotations

from detente.datasets import (
    archigos,
    atop,
    cow_alliances,
    cow_contiguity,
    cow_igo,
    cow_igo_states,
    cow_mid,
    cow_midb,
    cow_nmc,
    cow_trade,
    cow_trade_total,
    gdelt1,
    gdelt2,
    icb,
    icb_dyads,
    icews,
    keds,
    phoenix,
    polecat,
    ucdp_ged,
    un_ideal_points,
    un_roll_calls,
    un_votes,
)
from detente.datasets.source import Source
from detente.errors import UnknownName

SOURCES: tuple[Source, ...] = (
    gdelt1.SOURCE,
    gdelt2.SOURCE,
    icews.SOURCE,
    polecat.SOURCE,
    phoenix.SOURCE,
    keds.SOURCE,
    ucdp_ged.SOURCE,
    un_votes.SOURCE,
    un_roll_calls.SOURCE,
    un_ideal_points.SOURCE,
    cow_mid.SOURCE,
    cow_midb.SOURCE,
    cow_alliances.SOURCE,
    atop.SOURCE,
    cow_nmc.SOURCE,
    cow_trade.SOURCE,
    cow_trade_total.SOURCE,
    cow_igo.SOURCE,
    cow_igo_states.SOURCE,
    cow_contiguity.SOURCE,
    icb.SOURCE,
    icb_dyads.SOURCE,
    archigos.SOURCE,
)
FAMILIES: dict[str, tuple[str, ...]] = {"gdelt": ("gdelt2", "gdelt1")}
"""Names that stand for several datasets; the layout of a file tells which it is."""


def sources() -> dict[str, Source]:
    """Every dataset by its name."""
    return {source.name: source for source in SOURCES}


def source(name: str) -> Source:
    """The dataset of this name; an unknown one raises `UnknownName`."""
    return family(name)[0]


def family(name: str) -> tuple[Source, ...]:
    """The datasets that a name stands for: one, or those of a family such as `gdelt`."""
    known = sources()
    wanted = FAMILIES.get(name, (name,))
    if wanted[0] not in known:
        raise UnknownName("dataset", name, [*known, *FAMILIES])
    return tuple(known[one] for one in wanted)
