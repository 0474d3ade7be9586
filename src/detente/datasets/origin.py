"""Where a dataset comes from and how it wants to be cited."""

from __future__ import annotations

from dataclasses import asdict, dataclass

COW_TERMS = "no commercial use and no passing on without written permission; cite article and version"
"""Of every dataset of the Correlates of War, as a register of sources that read their terms says it."""
COW_TERMS_CHECKED = (
    "The terms are those of correlatesofwar.org/data-sets as one register of sources tells them and another "
    "names them; the page was not opened."
)


@dataclass(frozen=True, slots=True)
class Origin:
    """What every imported table carries with it.

    Parameters
    ----------
    producer : who made the dataset.
    title : its name.
    version : the releases whose layout is read.
    licence : the terms as the producer states them; "not stated" where we found none. Check them before
        you pass the data on.
    address : where it is published.
    citation : how the producer asks to be cited.
    checked : what columns, codes and terms were held against, and what of it was not.
    """

    producer: str
    title: str
    version: str
    licence: str
    address: str
    citation: str
    checked: str = "Nothing of it was held against a source."

    def as_dict(self) -> dict[str, str]:
        """The fields in their order."""
        return asdict(self)
