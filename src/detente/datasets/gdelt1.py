"""GDELT 1.0 events: yearly, monthly and daily files of 57 columns, of 58 since April 2013."""

from __future__ import annotations

import pyarrow as pa

from detente.datasets.delimited import Batch
from detente.datasets.gdelt import COLUMNS, gdelt_rows, order
from detente.datasets.layout import Layout
from detente.datasets.origin import Origin
from detente.datasets.shape import EVENT_ROWS
from detente.datasets.source import Source
from detente.datasets.tally import Tally
from detente.ontology.schemes import Choices

ORIGIN = Origin(
    producer="The GDELT Project",
    title="GDELT 1.0 Event Database",
    version="1.0 (1979 to today)",
    licence="free for any use, also commercial, with a citation and a link to gdeltproject.org",
    address="http://data.gdeltproject.org/events/index.html",
    citation=(
        "Leetaru, Kalev, and Philip A. Schrodt (2013). GDELT: Global Data on Events, Location, and Tone, "
        "1979-2012. ISA Annual Convention. The GDELT Project, https://www.gdeltproject.org"
    ),
    checked=(
        "Columns were held against the owner's header rows of September 2016, terms against the terms of "
        "use at gdeltproject.org/about.html as several programs quote them (read by one in September 2026)."
    ),
)
_PLACE = "Type FullName CountryCode ADM1Code Lat Long FeatureID"
LAYOUTS = (
    Layout("GDELT 1.0 (58 columns)", COLUMNS, order(_PLACE, "DATEADDED SOURCEURL")),
    Layout("GDELT 1.0 (57 columns)", COLUMNS, order(_PLACE, "DATEADDED")),
)


def _rows(batch: Batch, choices: Choices, tally: Tally) -> pa.RecordBatch:
    return gdelt_rows(batch, choices, tally, "gdelt1")


SOURCE = Source(
    "gdelt1",
    "events",
    ORIGIN,
    LAYOUTS,
    _rows,
    EVENT_ROWS,
    "One row a coded event with the number of its mentions: reports, machine-coded. The volume of news "
    "grows many times over the years, so compare shares.",
)
