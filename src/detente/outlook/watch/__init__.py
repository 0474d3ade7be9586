"""The watch list: what needs managing before it damages the whole."""

from __future__ import annotations

from detente.outlook.watch.channels import Channel, Gaps, channel
from detente.outlook.watch.friction import Friction, Trend, conflictual, friction
from detente.outlook.watch.items import Item, WatchList, watch_list
from detente.outlook.watch.linkage import Linkage, Tie, linkages
from detente.outlook.watch.reported import Reported, reported

__all__ = [
    "Channel",
    "Friction",
    "Gaps",
    "Item",
    "Linkage",
    "Reported",
    "Tie",
    "Trend",
    "WatchList",
    "channel",
    "conflictual",
    "friction",
    "linkages",
    "reported",
    "watch_list",
]
