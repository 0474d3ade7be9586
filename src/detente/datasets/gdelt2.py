"""GDELT 2.0 events: a file of 61 columns every 15 minutes since February 2015."""

from __future__ import annotations

from dataclasses import replace

import pyarrow as pa

from detente.datasets.delimited import Batch
from detente.datasets.gdelt import COLUMNS, gdelt_rows, order
from detente.datasets.gdelt1 import ORIGIN as FIRST
from detente.datasets.layout import Layout
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

ORIGIN = replace(
    FIRST,
    title="GDELT 2.0 Event Database",
    version="2.0 (18 February 2015 to today)",
    address="http://data.gdeltproject.org/gdeltv2/masterfilelist.txt",
)
_PLACE = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
LAYOUTS = (Layout("GDELT 2.0", COLUMNS, order(_PLACE, "DATEADDED SOURCEURL")),)


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    return gdelt_rows(batch, choices, tally, "gdelt2")


SOURCE = Source(
    "gdelt2",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "One row a coded event with the number of its mentions: reports, machine-coded, in 65 languages.",
)
