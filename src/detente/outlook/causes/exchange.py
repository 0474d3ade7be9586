"""Cognitive maps out and in: GraphML, GEXF, and edge tables in CSV."""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import networkx as nx

from detente.errors import UnknownName, UsageError
from detente.outlook.causes.map import AUTHOR, MINUS, PLUS, CausalMap, Link
from detente.outlook.table import Row, read_table

FORMATS = ("graphml", "gexf", "csv")
DENIED = "denied"
_SIGNS = {"+": PLUS, "1": PLUS, "+1": PLUS, "-": MINUS, "-1": MINUS, "−": MINUS}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""


def write_map(map_: CausalMap, format: str) -> str:
    """The map as a file of the given format; every link with its quotation goes along.

    In GraphML and GEXF an edge carries `sign`, `contested`, `links` (how many) and `evidence`, the links as
    JSON; the sign of links that are only denied is `denied`. Control characters in the names of concepts,
    which XML cannot hold, are written as blanks. CSV has one row a link.

    Raises
    ------
    UnknownName
        for another format.
    """
    if format not in FORMATS:
        raise UnknownName("format of a map", format, FORMATS)
    if format == "csv":
        return _csv(map_)
    graph = nx.DiGraph()
    graph.add_nodes_from(_name(concept) for concept in map_.concepts)
    for cause, effect, sign, contested, links in _told(map_):
        evidence = json.dumps([asdict(link) for link in links], ensure_ascii=False)
        attributes = {
            "sign": sign,
            "contested": contested,
            "links": len(links),
            "evidence": _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", evidence),
        }
        graph.add_edge(_name(cause), _name(effect), **attributes)
    stream = io.BytesIO()
    (nx.write_graphml if format == "graphml" else nx.write_gexf)(graph, stream)
    return stream.getvalue().decode("utf-8")


def _name(concept: str) -> str:
    return _NOT_IN_XML.sub(" ", concept)


def _told(map_: CausalMap) -> Iterator[tuple[str, str, str, bool, list[Link]]]:
    """Cause, effect, sign, whether contested, and links of every edge, and of what is only denied."""
    for edge in map_.edges:
        yield edge.cause, edge.effect, edge.sign, edge.contested, list(edge.links)
    denied: dict[tuple[str, str], list[Link]] = {}
    for link in map_.denied:
        denied.setdefault((link.cause, link.effect), []).append(link)
    for (cause, effect), links in denied.items():
        yield cause, effect, DENIED, False, links


def _csv(map_: CausalMap) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(Link.__dataclass_fields__), lineterminator="\r\n")
    writer.writeheader()
    for link in [link for edge in map_.edges for link in edge.links] + list(map_.denied):
        row = asdict(link)
        writer.writerow(
            {k: "" if v is None else str(v).lower() if isinstance(v, bool) else v for k, v in row.items()}
        )
    return stream.getvalue()


def read_links(path: Path) -> list[Link]:
    """The links of a map file: what `write_map` made, another program's GraphML or GEXF, or a CSV table
    with `cause`, `effect` and `sign` (+, - or 1, -1) in which an analyst drew edges.

    In GraphML and GEXF concepts bear the names that their nodes have, also where a node was renamed.

    Raises
    ------
    UsageError
        where a column is missing, a sign is none, or the file cannot be read as what its name says.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix == "csv":
        table = read_table(path)
        table.need("cause", "effect", "sign")
        return [_row(row) for row in table.rows]
    if suffix not in FORMATS:
        raise UnknownName("format of a map", suffix, FORMATS)
    with path.open("rb") as stream:
        try:
            graph = (nx.read_graphml if suffix == "graphml" else nx.read_gexf)(stream)
        except OSError:
            raise
        except Exception as error:
            # What networkx raises on a broken file is of many kinds, down to its own slips.
            raise UsageError(
                f"This is no readable {suffix}: {error or type(error).__name__}.",
                where=str(path),
                hint="Write it again with the program that made it, or give the edges as CSV.",
            ) from None
    if not graph.is_directed():
        raise UsageError(
            "Its edges have no direction, so that cause and effect cannot be told.",
            where=str(path),
            hint="Write it as a directed graph.",
        )
    names = {node: str(data.get("label") or node).strip() for node, data in graph.nodes(data=True)}
    return [
        link
        for cause, effect, data in graph.edges(data=True)
        for link in _links(names[cause], names[effect], data, path)
    ]


def _links(cause: str, effect: str, data: dict[str, object], path: Path) -> list[Link]:
    where = f"{path}, edge from {cause} to {effect}"
    if not data.get("evidence"):
        return [Link(cause, effect, _sign(str(data.get("sign", data.get("weight", ""))), where))]
    try:
        told = json.loads(str(data["evidence"]))
        return [_checked(Link(**known | {"cause": cause, "effect": effect})) for known in told]
    except (ValueError, TypeError) as error:
        raise UsageError(
            f"Its evidence is not the JSON that détente writes: {error}.",
            where=where,
            hint="Leave this attribute as it was, or take it away from the edge.",
        ) from None


def _checked(link: Link) -> Link:
    """A link whose fields are of their kinds; ValueError where they are not."""
    words = (link.sign, link.holder, link.quote, link.document, link.finding)
    places = [place for place in (link.start, link.end) if place is not None]
    if not all(isinstance(word, str) for word in words) or link.sign not in (PLUS, MINUS):
        raise ValueError('a sign is "+" or "-", and texts stand in quotation marks')
    if not all(isinstance(flag, bool) for flag in (link.hedged, link.negated)):
        raise ValueError("hedged and negated are true or false")
    if not all(isinstance(place, int) for place in places):
        raise ValueError("start and end are whole numbers")
    return link


def _sign(text: str, where: str) -> str:
    text = text.strip()
    if text in _SIGNS:
        return _SIGNS[text]
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if number == 0 or not math.isfinite(number):
        raise UsageError(
            f'"{text}" is no sign.', where=where, hint="Write + or -, or a number that is not 0."
        )
    return PLUS if number > 0 else MINUS


def _row(row: Row) -> Link:
    return Link(
        cause=row.filled("cause"),
        effect=row.filled("effect"),
        sign=_sign(row["sign"], row.where("sign")),
        holder=row["holder"] or AUTHOR,
        hedged=row.flag("hedged"),
        negated=row.flag("negated"),
        quote=row.cells.get("quote", ""),
        document=row["document"],
        start=row.whole("start"),
        end=row.whole("end"),
        finding=row["finding"],
    )
