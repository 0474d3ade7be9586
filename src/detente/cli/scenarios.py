"""`detente scenarios`: which futures hold together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import not_with, only_one
from detente.cli.case_folder import Format, Output, is_case, opened
from detente.cli.destination import check_file
from detente.cli.named_concepts import say_strangers
from detente.cli.output import OutputFormat, Record, write_records, write_words
from detente.cli.progress import say
from detente.errors import UnknownName, UsageError
from detente.findings import CausalClaim, Outlook
from detente.outlook import causes
from detente.outlook import scenarios as cib


def scenarios(
    source: Annotated[
        Path, typer.Argument(help="A matrix (.csv, .scw), or a case folder to draft one from.")
    ],
    tolerance: Annotated[float, typer.Option(min=0, help="Shortfall that still counts as consistent.")] = 0,
    suppose: Annotated[list[str] | None, typer.Option(help="A state that is given from outside.")] = None,
    noise: Annotated[int, typer.Option(min=0, help="Each judgement moves by up to this, at random.")] = 1,
    draws: Annotated[int, typer.Option(min=10, help="Draws of the noise.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same figures.")] = 1,
    balance: Annotated[str | None, typer.Option(help='The balances of a scenario: "A1 B2 C1".')] = None,
    succession: Annotated[str | None, typer.Option(help="Attractors: global or local succession.")] = None,
    names: Annotated[Path | None, typer.Option(help="Of a case: which concepts are one (see map).")] = None,
    export: Annotated[str | None, typer.Option(help="Write the matrix as csv or scw.")] = None,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Find the scenarios that hold together by cross-impact balances, and how far they survive doubt.

    Survival is the share of draws in which a scenario stays consistent though every judgement may be off;
    it is no probability. From a case folder a draft matrix is made: export it, judge it, come back.

    Example: detente scenarios matrix.csv --suppose "US power: declines"
    """
    check_file(output)
    asked = only_one({"--export": export, "--balance": balance, "--succession": succession})
    if asked:
        not_with(asked, {"--suppose": suppose, "--tolerance": tolerance or None})
    made = _matrix(source, names)
    if made.draft:
        say("A draft: no one has judged these numbers yet. Export it, judge each, then ask again.")
    if export:
        if export not in cib.FORMATS:
            raise UnknownName("format of a matrix", export, cib.FORMATS)
        write_words([cib.write_matrix(made, export)], output)
    elif balance is not None:
        write_records(_balances(made, balance), format, output)
    elif succession is not None:
        if succession not in cib.RULES:
            raise UnknownName("rule of succession", succession, cib.RULES)
        write_records(_attractors(made, succession, seed), format, output)
    else:
        forced = made.given(suppose or [])
        found = cib.survivors(made, tolerance, forced, step=noise, draws=draws, seed=seed)
        say(f"{len(found)} of {made.combinations:,} combinations hold together.")
        if made.draft and len(made.groups[0]) < 3:
            say("Its descriptors are tied only two by two: no scenario follows, each pair may go either way.")
        write_records(_survivors(made, found, short=format is OutputFormat.TABLE), format, output)


def _matrix(source: Path, names: Path | None) -> cib.Matrix:
    if not is_case(source):
        if not source.is_file():
            raise UsageError("There is neither a matrix nor a case folder.", where=str(source))
        not_with("a matrix, whose states have their names", {"--names": names})
        return cib.read_matrix(source)
    found = [row.finding for row in opened(source).findings(["causal_claim", "outlook"])]
    links = causes.links_of(f for f in found if isinstance(f, CausalClaim))
    merged = causes.read_names(names) if names else {}
    say_strangers(merged, links)
    made = cib.draft(causes.causal_map(links, merged), (f for f in found if isinstance(f, Outlook)))
    if made is None:
        raise UsageError(
            "The case holds too few linked causes and outlooks for a matrix.",
            where=str(source),
            hint="Code its documents first, or merge concepts with --names.",
        )
    return made


def _survivors(made: cib.Matrix, found: list[cib.Survivor], *, short: bool) -> Iterator[Record]:
    """The scenarios; `short` leaves out the descriptor's words where a state begins with them."""
    for one in found:
        states = dict(zip(made.descriptors, made.names(one.scenario), strict=True))
        if short:
            states = {name: state.removeprefix(f"{name}: ") for name, state in states.items()}
        yield {"survival": round(one.survival, 3), **states, "total": one.total, "shortfall": one.shortfall}


def _attractors(made: cib.Matrix, rule: str, seed: int) -> Iterator[Record]:
    for one in cib.attractors(made, rule, seed):
        cycle = " | ".join(" ".join(made.names(scenario)) for scenario in one.cycle)
        yield {
            "attractor": cycle,
            "length": len(one.cycle),
            "starts": one.starts,
            "share": round(one.share, 4),
        }


def _balances(made: cib.Matrix, words: str) -> Iterator[Record]:
    states = [w.strip() for w in (words.split(";") if ";" in words else words.split())]
    scenario = made.scenario(states)
    balances = made.balances(scenario)
    for d, start, size, at in zip(made.descriptors, made.starts, made.sizes, scenario, strict=True):
        for k in range(size):
            score = float(balances[start + k])
            best = bool(score >= balances[start : start + size].max())
            yield {
                "descriptor": d,
                "state": made.states[d][k],
                "chosen": k == at,
                "balance": score,
                "best": best,
            }
