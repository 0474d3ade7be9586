"""`detente map`: what the texts hold to be causes, as a map."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import not_with
from detente.cli.case_folder import Format, Output, is_case, opened
from detente.cli.destination import check_file
from detente.cli.named_concepts import say_strangers
from detente.cli.output import OutputFormat, Record, write_records, write_words
from detente.cli.progress import say
from detente.errors import UnknownName, UsageError
from detente.findings import CausalClaim
from detente.outlook import causes


class Question(StrEnum):
    """What can be asked of a map."""

    EDGES = "edges"
    CENTRAL = "central"
    LOOPS = "loops"
    EFFECTS = "effects"
    PATHS = "paths"
    SUGGEST = "suggest"
    COMPARE = "compare"
    WHATIF = "what-if"


def map(
    source: Annotated[Path, typer.Argument(help="A case folder, or a map: .csv, .graphml, .gexf.")],
    what: Annotated[Question, typer.Argument(help="What to ask of the map.")] = Question.EDGES,
    names: Annotated[Path | None, typer.Option(help="CSV of concept, name: which concepts are one.")] = None,
    edges: Annotated[Path | None, typer.Option(help="Edges that you add: a map file.")] = None,
    holder: Annotated[
        list[str] | None, typer.Option(help="Only claims of this holder; two to compare.")
    ] = None,
    document: Annotated[
        list[str] | None, typer.Option(help="Only this document, by file or hash; two to compare.")
    ] = None,
    start: Annotated[str | None, typer.Option("--from", help="Of paths: the first concept.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="Of paths: the last concept.")] = None,
    high: Annotated[list[str] | None, typer.Option(help="What if: this concept is held high.")] = None,
    low: Annotated[list[str] | None, typer.Option(help="What if: this concept is held low.")] = None,
    export: Annotated[str | None, typer.Option(help="Write the map as graphml, gexf or csv.")] = None,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Show what the texts hold to be causes: edges with their quotations, central concepts, loops, paths.

    Concepts are merged only as a names file says; `suggest` lists which may be one. What-if tells
    directions, never amounts or probabilities.

    Example: detente map rus-usa loops --names concepts.csv
    """
    check_file(output)
    about = f'the question "{what}"'
    if what is not Question.PATHS:
        not_with(about, {"--from": start, "--to": end})
    if what is not Question.WHATIF:
        not_with(about, {"--high": high, "--low": low})
    if what is not Question.EDGES:
        not_with(about, {"--export": export})
    links = _links(source) + (causes.read_links(edges) if edges else [])
    merged = causes.read_names(names) if names else {}
    say_strangers(merged, links)
    documents = _documents(source, links, document or [])
    if what is Question.COMPARE:
        write_records(_compared(links, merged, holder or [], documents), format, output)
        return
    links = _chosen(links, holder or [], documents)
    drawn = causes.causal_map(links, merged)
    itself = sum(merged.get(x.cause, x.cause) == merged.get(x.effect, x.effect) for x in links)
    if itself:
        say(f"{itself} link{'s' * (itself != 1)} from a concept to itself left out.")
    if not drawn.edges:
        say("No causal link is asserted here; for a case: detente code CASE first.")
    if export:
        write_words([causes.write_map(drawn, export)], output)
        return
    write_records(_answer(drawn, what, start, end, high or [], low or []), format, output)


def _links(source: Path) -> list[causes.Link]:
    if is_case(source):
        found = (row.finding for row in opened(source).findings(["causal_claim"]))
        return causes.links_of(claim for claim in found if isinstance(claim, CausalClaim))
    if not source.is_file():
        raise UsageError("There is neither a case folder nor a map file.", where=str(source))
    return causes.read_links(source)


def _documents(source: Path, links: list[causes.Link], named: list[str]) -> list[str]:
    """The beginnings of the hashes of the documents named: of a case also by the names of its files."""
    if is_case(source):
        case = opened(source)
        return [case.source(name).text_sha256 for name in named]
    known = sorted({link.document[:12] for link in links if link.document})
    for name in named:
        if not any(link.document.startswith(name) for link in links):
            raise UnknownName("document", name, known)
    return named


def _chosen(links: list[causes.Link], holders: list[str], documents: list[str]) -> list[causes.Link]:
    known = sorted({link.holder for link in links})
    for holder in holders:
        if holder not in known:
            raise UnknownName("holder", holder, known)
    kept = [link for link in links if not holders or link.holder in holders]
    return [link for link in kept if not documents or link.document.startswith(tuple(documents))]


def _answer(
    drawn: causes.CausalMap,
    what: Question,
    start: str | None,
    end: str | None,
    high: list[str],
    low: list[str],
) -> Iterator[Record]:
    if what is Question.EDGES:
        yield from _edges(drawn)
    elif what is Question.CENTRAL:
        for c in causes.central(drawn):
            yield {
                "concept": c.name,
                "causes": c.causes,
                "effects": c.effects,
                "role": c.role,
                "between": round(c.between, 3),
            }
    elif what is Question.LOOPS:
        for loop in causes.loops(drawn):
            kind = {"+": "amplifying", "-": "balancing"}.get(loop.sign, "open")
            yield {"loop": " -> ".join([*loop.concepts, loop.concepts[0]]), "sign": loop.sign, "kind": kind}
    elif what is Question.EFFECTS:
        for e in causes.effects(drawn):
            yield {"cause": e.cause, "effect": e.effect, "total": e.sign} | {
                "plus": e.plus,
                "minus": e.minus,
                "open": e.unclear,
                "all_paths": e.complete,
            }
    elif what is Question.PATHS:
        if start is None or end is None:
            raise UsageError("A path needs two ends.", hint="Give --from CONCEPT and --to CONCEPT.")
        for path in causes.paths(drawn, start, end):
            yield {"path": " -> ".join(path.concepts), "sign": path.sign}
    elif what is Question.SUGGEST:
        for s in causes.suggestions(drawn.concepts):
            yield {"first": s.first, "second": s.second, "likeness": s.likeness}
    else:
        if not high and not low:
            raise UsageError(
                "What-if needs a concept that is held.", hint="Give --high CONCEPT or --low CONCEPT."
            )
        for d in causes.what_if(drawn, high, low):
            yield {"concept": d.concept, "direction": d.direction}


def _edges(drawn: causes.CausalMap) -> Iterator[Record]:
    told = [(link, edge.sign, edge.contested) for edge in drawn.edges for link in edge.links]
    told += [(link, "denied", False) for link in drawn.denied]
    for link, sign, contested in told:
        yield {
            "cause": link.cause,
            "effect": link.effect,
            "sign": sign,
            "contested": contested,
            "holder": link.holder,
            "hedged": link.hedged,
            "negated": link.negated,
            "quote": link.quote,
            "document": link.document[:12],
            "finding": link.finding[:12],
        }


def _compared(
    links: list[causes.Link], names: dict[str, str], holders: list[str], documents: list[str]
) -> Iterator[Record]:
    if len(holders) == 2:
        parts = [_chosen(links, [holder], documents) for holder in holders]
    elif len(documents) == 2:
        parts = [_chosen(links, holders, [document]) for document in documents]
    else:
        raise UsageError("Two maps are compared.", hint="Give --holder twice, or --document twice.")
    found = causes.compare(*(causes.causal_map(part, names) for part in parts))
    for what in ("shared", "opposed", "only_first", "only_second"):
        for cause, effect in getattr(found, what):
            yield {"what": what.replace("_", " "), "cause": cause, "effect": effect, "value": None}
    for what, value in (("agreement", found.agreement), ("kappa", found.kappa)):
        yield {
            "what": what,
            "cause": None,
            "effect": None,
            "value": None if value is None else round(value, 3),
        }
