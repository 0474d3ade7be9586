"""The command line: every verb is one file beside this one."""

from __future__ import annotations

import importlib
import io
import os
import sys
from dataclasses import dataclass

import typer

from detente import __version__
from detente.cli.exit_codes import FAILED, INTERRUPTED, USAGE
from detente.cli.progress import say
from detente.cli.suggesting import SuggestingGroup
from detente.cli.system_errors import of_the_system
from detente.errors import DetenteError, UsageError

TRACEBACK = "DETENTE_TRACEBACK"


@dataclass(frozen=True)
class Verb:
    """A verb of the command line and the module that holds the function of the same name."""

    name: str
    module: str


VERBS: tuple[Verb, ...] = (
    Verb("brief", "detente.cli.brief"),
    Verb("read", "detente.cli.read"),
    Verb("code", "detente.cli.code"),
    Verb("new", "detente.cli.new"),
    Verb("add", "detente.cli.add"),
    Verb("judge", "detente.cli.judge"),
    Verb("show", "detente.cli.show"),
    Verb("export", "detente.cli.export"),
    Verb("decide", "detente.cli.decide"),
    Verb("vote", "detente.cli.vote"),
    Verb("map", "detente.cli.map"),
    Verb("scenarios", "detente.cli.scenarios"),
    Verb("series", "detente.cli.series"),
    Verb("turning", "detente.cli.turning"),
    Verb("shock", "detente.cli.shock"),
    Verb("reciprocity", "detente.cli.reciprocity"),
    Verb("forecast", "detente.cli.forecast"),
    Verb("get", "detente.cli.get"),
    Verb("sources", "detente.cli.sources"),
    Verb("doctor", "detente.cli.doctor"),
)


def app(wanted: str | None = None) -> typer.Typer:
    """The command line with all its verbs; with only the wanted one where it is known.

    A verb's module is loaded only when it is called or listed, so that `detente read` does not
    wait for the charts of `detente brief`.
    """
    cli = typer.Typer(
        cls=SuggestingGroup,
        help="Study and manage the relationship between two states, every claim traced to its passage.",
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
    )
    chosen = [verb for verb in VERBS if verb.name == wanted] or VERBS
    for verb in chosen:
        function = getattr(importlib.import_module(verb.module), verb.name)
        cli.command(verb.name)(function)
    cli.callback()(_options)
    return cli


def _options(
    version: bool = typer.Option(
        False,
        "--version",
        is_eager=True,
        callback=lambda given: _print_version() if given else None,
        help="Print the version and stop.",
    ),
) -> None:
    """What can be said before the verb; the version is printed as soon as it is read."""


def _print_version() -> None:
    sys.stdout.write(f"detente {__version__}\n")
    raise typer.Exit


def run() -> None:
    """Run the command line.

    Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 finished with row errors, 130 stopped by the user.
    """
    _speak_utf8()
    wanted = next((word for word in sys.argv[1:] if not word.startswith("-")), None)
    try:
        app(wanted)()
    except UsageError as error:
        _stop(error, USAGE)
    except DetenteError as error:
        _stop(error, FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(FAILED) from None
    except OSError as error:
        _stop(of_the_system(error), FAILED)
    except KeyboardInterrupt:
        raise SystemExit(INTERRUPTED) from None
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        what = f"This is a fault in détente itself: {type(error).__name__}: {error}."
        _stop(DetenteError(what, hint=f"Set {TRACEBACK}=1 to see where, and please report it."), FAILED)


def _speak_utf8() -> None:
    """Data are UTF-8 in every locale; only a terminal is spoken to in its own encoding.

    Where the caller closed stdout or stderr, what would go there is lost.
    """
    sys.stdout = sys.stdout or io.TextIOWrapper(io.BytesIO())
    sys.stderr = sys.stderr or io.TextIOWrapper(io.BytesIO())
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _stop(error: DetenteError, code: int) -> None:
    say(f"detente: {error}")
    raise SystemExit(code) from None
