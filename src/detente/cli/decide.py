"""`detente decide`: what may come of a group decision."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import not_with, only_one
from detente.cli.case_folder import Format, Output, is_case, opened
from detente.cli.destination import check_file
from detente.cli.output import OutputFormat, Record, write_records
from detente.cli.progress import say, tracked
from detente.errors import UnknownName, UsageError
from detente.findings import Position
from detente.outlook import decision


def decide(
    sheet: Annotated[
        Path, typer.Argument(help="The sheet (CSV); with --draft a case; with --backtest a table.")
    ],
    model: Annotated[str, typer.Option(help="Shown beside the default, weighted-mean.")] = decision.DEFAULT,
    issue: Annotated[str | None, typer.Option(help="Only this issue.")] = None,
    move: Annotated[list[str] | None, typer.Option(help="What if: ACTOR=POSITION, e.g. USA=40.")] = None,
    reference: Annotated[float | None, typer.Option(min=0, max=100, help="The status quo, for nash.")] = None,
    draws: Annotated[int | None, typer.Option(min=10, help="Draws from uncertain inputs.")] = None,
    seed: Annotated[int, typer.Option(min=0, help="The same seed gives the same figures.")] = decision.SEED,
    tornado: Annotated[bool, typer.Option("--tornado", help="What the forecast hangs on.")] = False,
    rounds: Annotated[bool, typer.Option("--rounds", help="Who stands where, round by round.")] = False,
    draft: Annotated[bool, typer.Option("--draft", help="Draft a sheet from a case's positions.")] = False,
    backtest: Annotated[bool, typer.Option("--backtest", help="Score all models on known outcomes.")] = False,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Forecast a group decision from positions, salience and capability, with what is uncertain in them.

    Models: weighted-mean, plain-mean, weighted-median, nash, spatial, spatial-stochastic, challenge. On
    353 EU issues with known outcomes none beat the weighted mean, which therefore always stands beside
    the chosen one.

    Example: detente decide sanctions.csv --model spatial --tornado
    """
    check_file(output)
    asked = only_one({"--tornado": tornado, "--rounds": rounds, "--draft": draft, "--backtest": backtest})
    other = model if model != decision.DEFAULT else None
    if asked in ("--draft", "--backtest"):
        not_with(asked, {"--model": other, "--move": move, "--reference": reference})
    if asked is not None:
        not_with(asked, {"--draws": draws, "--issue": issue if backtest else None})
    if draft:
        write_records(
            _drafted(sheet, issue), OutputFormat.CSV if format is OutputFormat.TABLE else format, output
        )
        return
    if backtest:
        write_records(_scores(sheet), format, output)
        return
    chosen = decision.model(model)
    if chosen.name != "nash":
        not_with(f"{chosen.name}, which knows no status quo", {"--reference": reference})
    if is_case(sheet):
        raise UsageError(
            "This is a case; a sheet is expected.",
            where=str(sheet),
            hint=f"Draft one from it: detente decide {sheet} --draft -o sheet.csv",
        )
    read = decision.read_sheet(sheet)
    at = issue or read.issues[0]
    moved = decision.moved(read, _moves(move), at) if move else None
    if issue:
        read, moved = read.one_issue(issue), moved and moved.one_issue(issue)
    elif len(read.issues) > 1 and (move or tornado):
        say(f"Of {len(read.issues)} issues this is about the first, {at}; name another with --issue.")
    for name in read.issues:
        if not read.one_issue(name).weighs:
            say(f"Nobody has weight on {name} (salience times capability is 0), so all count alike there.")
    quo = math.nan if reference is None else reference
    if tornado:
        write_records(_swings(moved or read, at, chosen, quo), format, output)
    elif rounds:
        write_records(_rounds(moved or read, chosen), format, output)
    else:
        write_records(_forecasts(read, moved, chosen, draws, seed, quo), format, output)
        say(f"{chosen.name}: {chosen.limits}")


def _moves(texts: list[str]) -> dict[str, float]:
    moves = list(map(_move, texts))
    twice = next((actor for actor, _ in moves if [a for a, _ in moves].count(actor) > 1), None)
    if twice is not None:
        raise UsageError(f"{twice} is moved twice.", hint="Give each actor one --move.")
    return dict(moves)


def _move(text: str) -> tuple[str, float]:
    actor, _, place = text.rpartition("=")
    try:
        number = float(place)
    except ValueError:
        number = -1.0
    if not actor or not 0 <= number <= 100:
        raise UsageError(f'"{text}" is no move.', hint="Write ACTOR=POSITION with a position from 0 to 100.")
    return actor, number


def _forecasts(
    sheet: decision.Sheet,
    moved: decision.Sheet | None,
    chosen: decision.Model,
    draws: int | None,
    seed: int,
    reference: float,
) -> Iterator[Record]:
    for what, one in (("as given", sheet), ("if moved", moved)):
        if one is None:
            continue
        for f in decision.forecasts(one, chosen.name, draws=draws, seed=seed, reference=reference):
            yield ({"inputs": what} if moved is not None else {}) | {
                "issue": f.issue,
                "model": f.model,
                "forecast": round(f.central, 2),
                "p10": None if f.low is None else round(f.low, 2),
                "p90": None if f.high is None else round(f.high, 2),
                "draws": f.draws,
                "actors": len(one.actors),
            }


def _swings(sheet: decision.Sheet, issue: str, chosen: decision.Model, reference: float) -> Iterator[Record]:
    for s in decision.tornado(sheet, issue, chosen.name, reference=reference):
        yield {
            "actor": s.actor,
            "input": s.kind,
            "from": round(s.low, 2),
            "to": round(s.high, 2),
            "forecast_from": round(s.at_low, 2),
            "forecast_to": round(s.at_high, 2),
            "width": round(s.width, 2),
            "range": "yours" if s.stated else "a stated step",
        }


def _rounds(sheet: decision.Sheet, chosen: decision.Model) -> Iterator[Record]:
    if chosen.rounds is None:
        with_rounds = [m.name for m in decision.MODELS if m.rounds]
        raise UsageError(f"{chosen.name} has no rounds.", hint=f"These have: {', '.join(with_rounds)}.")
    states = chosen.rounds(*sheet.central())
    for k, issue in enumerate(sheet.issues):
        for row, actor in enumerate(sheet.actors):
            places = {f"r{t}": round(float(state[row, k]), 2) for t, state in enumerate(states)}
            yield {"issue": issue, "actor": actor} | places


def _drafted(case: Path, issue: str | None) -> list[Record]:
    if not is_case(case):
        raise UsageError("--draft needs a case folder.", where=str(case), hint="Make one with: detente new.")
    positions = [f.finding for f in opened(case).findings(["position"])]
    known = {p.issue for p in positions if isinstance(p, Position)}
    if issue is not None and known and issue not in known:
        raise UnknownName("issue with positions", issue, known)
    rows = decision.draft([p for p in positions if isinstance(p, Position)], issue)
    say(f"{len(rows)} actors and issues. Fill in position, salience and capability (0 to 100).")
    return rows


def _scores(table: Path) -> Iterator[Record]:
    record = decision.read_record(table)
    if record.filled:
        say(f"{record.filled} missing saliences stand as the median of their issue.")
    for s in decision.backtest(record, tracked([m for m in decision.MODELS if m.scored], "Models")):
        yield {
            "model": s.model,
            "issues": s.n,
            "mae": round(s.mae, 2),
            "less_default": round(s.against, 2),
            "low95": round(s.low, 2),
            "high95": round(s.high, 2),
            "within_10": round(s.near, 3),
            "yes_no": s.yes_no,
            "hits": None if s.hits is None else round(s.hits, 3),
            "brier": None if s.brier is None else round(s.brier, 3),
        }
