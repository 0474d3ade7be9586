"""Cognitive maps out and in: GraphML, GEXF, and edge tables in CSV."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from pathlib import Path

import networkx as nx

from detente.errors import UnknownName, UsageError
from detente.outlook.causes.map import MINUS, PLUS, CausalMap, Link

FORMATS = ("graphml", "gexf", "csv")
_SIGNS = {"+": PLUS, "1": PLUS, "+1": PLUS, "-": MINUS, "-1": MINUS, "−": MINUS}
_TRUE = ("true", "1", "yes")


def write_map(map_: CausalMap, format: str) -> str:
    """The map as a file of the given format; every link with its quotation goes along.

    In GraphML and GEXF an edge carries `sign`, `contested`, `links` (how many) and `evidence`, the links as
    JSON; CSV has one row a link.

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
    graph.add_nodes_from(map_.concepts)
    for edge in map_.edges:
        evidence = json.dumps([asdict(link) for link in edge.links], ensure_ascii=False)
        attributes = {
            "sign": edge.sign,
            "contested": edge.contested,
            "links": len(edge.links),
            "evidence": evidence,
        }
        graph.add_edge(edge.cause, edge.effect, **attributes)
    stream = io.BytesIO()
    (nx.write_graphml if format == "graphml" else nx.write_gexf)(graph, stream)
    return stream.getvalue().decode("utf-8")


def _csv(map_: CausalMap) -> str:
    rows = [asdict(link) for edge in map_.edges for link in edge.links] + [
        asdict(link) for link in map_.denied
    ]
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(Link.__dataclass_fields__), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow(
            {k: "" if v is None else str(v).lower() if isinstance(v, bool) else v for k, v in row.items()}
        )
    return stream.getvalue()


def read_links(path: Path) -> list[Link]:
    """The links of a map file: what `write_map` made, another program's GraphML or GEXF, or a CSV table
    with `cause`, `effect` and `sign` (+, - or 1, -1) in which an analyst drew edges.

    Raises
    ------
    UsageError
        where a column is missing, a sign is none, or the file cannot be read as what its name says.
    """
    suffix = path.suffix.lower().lstrip(".")
    if suffix == "csv":
        return _read_csv(path)
    if suffix not in FORMATS:
        raise UnknownName("format of a map", suffix, FORMATS)
    try:
        graph = (nx.read_graphml if suffix == "graphml" else nx.read_gexf)(path)
    except (nx.NetworkXError, SyntaxError, KeyError, ValueError) as error:
        raise UsageError(f"This is no readable {suffix}: {error}.", where=str(path)) from None
    names = {node: str(data.get("label", node)) for node, data in graph.nodes(data=True)}
    return [
        link
        for cause, effect, data in graph.edges(data=True)
        for link in _told(names[cause], names[effect], data, str(path))
    ]


def _told(cause: str, effect: str, data: dict[str, object], where: str) -> list[Link]:
    if data.get("evidence"):
        return [Link(**known) for known in json.loads(str(data["evidence"]))]
    return [Link(cause, effect, _sign(str(data.get("sign", data.get("weight", ""))), where))]


def _sign(text: str, where: str) -> str:
    text = text.strip()
    if text in _SIGNS:
        return _SIGNS[text]
    try:
        number = float(text)
    except ValueError:
        number = 0.0
    if number == 0:
        raise UsageError(
            f'"{text}" is no sign.', where=where, hint="Write + or -, or a number that is not 0."
        )
    return PLUS if number > 0 else MINUS


def _read_csv(path: Path) -> list[Link]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = [c for c in ("cause", "effect", "sign") if c not in (reader.fieldnames or ())]
        if missing:
            raise UsageError(
                f"The column {missing[0]} is missing.", where=str(path), hint="Begin with cause,effect,sign."
            )
        return [_row(row, f"{path}, line {line}") for line, row in enumerate(reader, 2)]


def _row(row: dict[str, str | None], where: str) -> Link:
    cell = {name: (row.get(name) or "").strip() for name in Link.__dataclass_fields__}
    if not cell["cause"] or not cell["effect"]:
        raise UsageError("Cause or effect is empty.", where=where)
    return Link(
        cause=cell["cause"],
        effect=cell["effect"],
        sign=_sign(cell["sign"], where),
        holder=cell["holder"] or "author",
        hedged=cell["hedged"].lower() in _TRUE,
        negated=cell["negated"].lower() in _TRUE,
        quote=row.get("quote") or "",
        document=cell["document"],
        start=int(cell["start"]) if cell["start"] else None,
        end=int(cell["end"]) if cell["end"] else None,
        finding=cell["finding"],
    )
