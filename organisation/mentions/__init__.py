"""Where a person's name stands in text, which the register does not reach (docs/decisions/0010)."""

from dataclasses import dataclass
from typing import Any

from organisation.mentions.name import Name
from organisation.mentions.own import Mendable, mendable
from organisation.mentions.public import Reading, naming, readings
from organisation.models.person import Person

__all__ = ["Mendable", "Mentions", "Reading", "found", "naming"]


@dataclass(frozen=True)
class Mentions:
    """`mendable`: what the user may change. `elsewhere`: what the public reads it in besides."""

    mendable: list[Mendable]
    elsewhere: list[Reading]

    def __len__(self) -> int:
        return len(self.mendable) + len(self.elsewhere)


def found(who: Person, user: Any) -> Mentions:
    """For somebody who is not shown: whatever still holds the name, an editor wrote there."""
    name = Name(who.name, who.mailbox)
    if not name.words:
        return Mentions([], [])
    mine = mendable(name, user)
    known = {(one.kind, one.thing.pk) for one in mine}
    return Mentions(mine, [one for one in readings(name) if (one.kind, one.pk) not in known])
