"""Memberships in intergovernmental organisations, by state and year."""

from __future__ import annotations

from dataclasses import replace

from detente.datasets import cow_igo
from detente.datasets.layout import Column, Layout
from detente.datasets.tabular import Field, table_source

ORIGIN = replace(
    cow_igo.ORIGIN,
    title="Intergovernmental Organizations, memberships",
    version="3.0 by state (state_year_formatv3), and the counts that R package peacesciencer made from it",
)
FIELDS = (
    Field("state", Column("ccode", "state, COW number"), "cow", key=True),
    Field("year", Column("year", "year"), "int", key=True),
    Field("full", Column("sum_igo_full", "full memberships"), "int"),
    Field("associate", Column("sum_igo_associate", "associate memberships", required=False), "int"),
    Field("observer", Column("sum_igo_observer", "seats as observer", required=False), "int"),
    Field("any", Column("sum_igo_anytype", "memberships of any kind", required=False), "int"),
)
SOURCE = table_source(
    "cow-igo-states",
    "states",
    ORIGIN,
    "COW IGO state-years (counts)",
    FIELDS,
    "One row a state and year. In the owner's file, a column an organisation, 1 (full), 2 (associate) and 3 "
    "(observer) are counted.",
    counted=Layout(
        "COW IGO 3.0, by state",
        (),
        tallies={
            "sum_igo_full": ("1", "1.0"),
            "sum_igo_associate": ("2", "2.0"),
            "sum_igo_observer": ("3", "3.0"),
            "sum_igo_anytype": ("1", "1.0", "2", "2.0", "3", "3.0"),
        },
        aside=("state", "stateabb", "country", "version"),
    ),
)
