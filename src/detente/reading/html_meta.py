"""What an HTML file says of itself: title and date."""

from __future__ import annotations

from detente.reading.dateline import edtf_of

_DATES = (
    "article:published_time",
    "citation_publication_date",
    "dc.date",
    "dcterms.date",
    "dc.date.issued",
    "dcterms.issued",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
)


class Meta:
    """Collects title and date from the head and from a stated date of publication."""

    def __init__(self) -> None:
        self._titles: dict[str, str] = {}
        self._dates: dict[str, str] = {}

    def take_meta(self, attributes: dict[str, str]) -> None:
        """A <meta> tag."""
        name = (
            attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
        ).lower()
        content = " ".join(attributes.get("content", "").split())
        if name in ("og:title", "dc.title", "citation_title") and content:
            self._titles.setdefault("meta", content)
        date = edtf_of(content) if name in _DATES else None
        if date:
            self._dates.setdefault(name, date)

    def take_title(self, text: str) -> None:
        """The text of <title>."""
        self._titles.setdefault("title", " ".join(text.split()))

    def take_time(self, attributes: dict[str, str]) -> None:
        """A <time> tag; it dates the document only where it says that it is the publication."""
        if "pubdate" in attributes or attributes.get("itemprop") == "datePublished":
            date = edtf_of(attributes.get("datetime", ""))
            if date:
                self._dates.setdefault("time", date)

    @property
    def title(self) -> str | None:
        """The title that the file states, or None."""
        return self._titles.get("meta") or self._titles.get("title") or None

    @property
    def date(self) -> str | None:
        """The date of publication that the file states, EDTF, or None."""
        return next((self._dates[name] for name in (*_DATES, "time") if name in self._dates), None)
