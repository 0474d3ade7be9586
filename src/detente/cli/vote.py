"""`detente vote`: power under a voting rule, and what can become of a proposal."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Annotated

import typer

from detente.cli.arguments import only_one
from detente.cli.case_folder import Format, Output
from detente.cli.destination import check_file
from detente.cli.output import OutputFormat, Record, write_records
from detente.errors import UnknownName, UsageError
from detente.outlook import voting


def vote(
    body: Annotated[
        str, typer.Argument(help="A body that is known by name, or a CSV file of voters and weights.")
    ],
    rule: Annotated[str | None, typer.Option(help='For a file: "votes >= 62 and members > 1/2".')] = None,
    stands: Annotated[
        Path | None, typer.Option(help="CSV of voter, stand, chance: what of a proposal?")
    ] = None,
    abstention: Annotated[bool, typer.Option("--abstention", help="Let the voters abstain, too.")] = False,
    format: Format = OutputFormat.TABLE,
    output: Output = None,
) -> None:
    """Say who has power under a voting rule, or, given where the voters stand, who must be won.

    Known bodies: unsc, unsc-1946, unga-two-thirds, eu-council, us-electoral-college, us-senate-treaty.
    Power indices count ways of voting, all alike; they are no probabilities of what will happen.

    Example: detente vote unsc --stands draft-resolution.csv
    """
    check_file(output)
    only_one({"--stands": stands, "--abstention": abstention})
    game = _game(body, rule)
    if stands is not None:
        named, where = voting.read_stands(stands, game)
        write_records(_prospect(voting.prospect(named, where)), format, output)
    elif abstention:
        write_records(_decisiveness(game), format, output)
    else:
        write_records(_power(game, exact=format is not OutputFormat.TABLE), format, output)


def _game(body: str, rule: str | None) -> voting.Game:
    if body in voting.PRESETS:
        if rule is not None:
            raise UsageError(f"{body} has its rule; --rule goes with a file of voters.")
        return voting.preset(body)
    path = Path(body)
    if not path.is_file():
        raise UnknownName("voting body (nor is there such a file)", body, voting.PRESETS)
    if rule is None:
        raise UsageError("A file of voters needs a rule.", hint='For instance --rule "members > 1/2".')
    return voting.read_game(path, rule)


def _power(game: voting.Game, *, exact: bool) -> Iterator[Record]:
    report = voting.power(game)
    for index, one in enumerate(report.voters):
        row: Record = {"voter": one.voter}
        row |= {c: _plain(game.weights[c][index]) for c in game.columns() if c != "members"}
        shares = {
            "shapley_shubik": one.shapley_shubik,
            "banzhaf": one.banzhaf,
            "penrose": one.penrose,
            "preventive": one.preventive,
            "initiative": one.initiative,
        }
        row |= {name: None if share is None else round(float(share), 6) for name, share in shares.items()}
        row |= {"veto": one.veto}
        if exact:
            row |= {f"{name}_exact": None if share is None else str(share) for name, share in shares.items()}
            row |= {"swings": one.swings, "power_to_act": float(report.act)}
        yield row


def _decisiveness(game: voting.Game) -> Iterator[Record]:
    for one in voting.decisiveness(game):
        yield {
            "voter": one.voter,
            "no_to_yes": round(float(one.no_to_yes), 6),
            "no_to_abstain": round(float(one.no_to_abstain), 6),
            "abstain_to_yes": round(float(one.abstain_to_yes), 6),
        }


def _prospect(found: voting.Prospect) -> Iterator[Record]:
    yield {"question": "passes if no open voter joins", "answer": found.passes_as_it_stands, "who": []}
    yield {"question": "can pass", "answer": found.can_pass, "who": []}
    yield {"question": "stopped by each of", "answer": len(found.stopped_by), "who": list(found.stopped_by)}
    yield {"question": "must be won", "answer": len(found.must_be_won), "who": list(found.must_be_won)}
    win, stop = found.fewest_to_win, found.fewest_to_stop
    yield {
        "question": "fewest that carry it",
        "answer": None if win is None else len(win),
        "who": list(win or ()),
    }
    yield {
        "question": "can stop it alone",
        "answer": len(found.can_stop_alone),
        "who": list(found.can_stop_alone),
    }
    yield {
        "question": "fewest that stop it",
        "answer": None if stop is None else len(stop),
        "who": list(stop or ()),
    }
    if found.chance is not None:
        yield {"question": "chance, if all decide apart", "answer": round(found.chance, 4), "who": []}


def _plain(weight: Fraction) -> int | float:
    return int(weight) if weight.denominator == 1 else float(weight)
