"""A group of verbs that answers a misspelt choice (`--format jsn`) with the nearest one."""

from __future__ import annotations

import difflib
import re
from typing import Any

import typer
from typer.core import TyperGroup

_NOT_A_CHOICE = re.compile(r"^(?:Value error, )?'(?P<given>.*)' is not one of (?P<choices>'.*')\.$", re.S)


_OPTIONS = {
    "level": "detente series PATH… --level",
    "levels": "detente series PATH… --level",
    "backtest": "detente forecast PATH… --backtest",
}
"""Words that one may take for verbs, and the option of a verb that they are."""


class SuggestingGroup(TyperGroup):
    """A group whose verbs name the nearest valid word where an option or argument takes a choice."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The verb; a word that is an option of another verb is told where it stands."""
        if args and args[0] in _OPTIONS:
            ctx.fail(f"'{args[0]}' is no command but an option of one: {_OPTIONS[args[0]]}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: Any) -> Any:
        """Run the verb; what it does not take is said with a suggestion."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = with_suggestion(error.message)
            raise


def with_suggestion(message: str) -> str:
    """The message of a wrong choice with the nearest right one; any other message as it is."""
    found = _NOT_A_CHOICE.match(message)
    if not found:
        return message
    choices = re.findall(r"'([^']*)'", found["choices"])
    near = difflib.get_close_matches(found["given"], choices, n=1, cutoff=0.5)
    meant = f" Did you mean '{near[0]}'?" if near else ""
    return f"'{found['given']}' is not one of {found['choices']}.{meant}"
