"""Demonstrations that name nobody: who is visited protests against the visitor."""

from __future__ import annotations

from collections.abc import Sequence

from detente.coding.codes import states_of
from detente.coding.ja.draft import Draft


def with_visitor(events: Sequence[Draft]) -> None:
    """大統領の訪日の際も、大規模な抗議集会が開かれた: the people of the host against the guest."""
    visits = [e for e in events if e.rule.startswith("consult.visit") and e.fields["targets"]]
    for event in events:
        if not event.rule.startswith("protest.demo") or event.fields["actors"] or event.fields["targets"]:
            continue
        before = [v for v in visits if v.start < event.end]
        guests = states_of(before[-1].fields["actors"]) if before else ()
        hosts = [s for s in states_of(before[-1].fields["targets"]) if s not in guests] if before else []
        if guests and hosts:
            event.fields["actors"] = tuple(f"{host}/public" for host in hosts)
            event.fields["targets"] = guests
