"""What is known of something that is embedded: all of it is told by its address."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from cms.media.embeds.address import Address

Kind = Literal["video", "audio", "map"]
WIDE, TALL = round(16 / 9, 4), round(9 / 16, 4)


@dataclass(frozen=True)
class Media:
    """One film, sound or map of a provider."""

    url: str
    """The page at the provider, without what the address said of the one who shared it."""
    embed_url: str
    """The player, made for frames."""
    aspect_ratio: float | None = WIDE
    """The player's width divided by its height; None for a bar of a height of its own."""
    pictures: tuple[str, ...] = ()
    """Where the provider's picture of it lies, the best first."""
    oembed: str = ""
    """Where the provider names the address of its picture (oEmbed's `thumbnail_url`)."""


@dataclass(frozen=True)
class Provider:
    """Somebody whose players may be shown."""

    key: str
    name: str
    kind: Kind
    example: str
    hosts: frozenset[str]
    """The hosts of addresses that an editor may paste."""
    read: Callable[[Address], Media | None]
    """What an address on one of the hosts leads to; None if that is not one film, sound or map."""
    picture_hosts: frozenset[str] = frozenset()
    """Where its pictures may be fetched from, and what it says of them."""
