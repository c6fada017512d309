"""The providers: how each one's addresses look, and where its player is. This table is the whole allowlist.

To add one: a function that reads an address, and a line in `_table`. Its player must be an address of its own that is
told by the page's address alone; where a provider has none (SVT Play documents none), it does not belong here.
"""

import re
from functools import cache
from math import cos, isfinite, radians

from django.conf import settings

from cms.media.embeds.address import Address, parse
from cms.media.embeds.media import TALL, WIDE, Media, Provider


def find(text: str) -> tuple[Provider | None, Media | None]:
    """Who an address leads to and what it shows there; (None, None) if it is nobody on the list."""
    address = parse(text)
    provider = next((one for one in providers() if address and address.host in one.hosts), None)
    return provider, provider.read(address) if provider and address else None


def providers() -> tuple[Provider, ...]:
    """Those that this installation allows, in the order in which they are named."""
    return _table(tuple(settings.EMBED_PROVIDERS), frozenset(settings.PEERTUBE_HOSTS))


@cache
def _table(allowed: tuple[str, ...], peertube: frozenset[str]) -> tuple[Provider, ...]:
    table = (
        Provider(
            "youtube", "YouTube", "video", "https://www.youtube.com/watch?v=aqz-KE-bpKQ",
            frozenset({"youtube.com", "www.youtube.com", "m.youtube.com", "music.youtube.com", "youtu.be",
                       "youtube-nocookie.com", "www.youtube-nocookie.com"}),
            _youtube, frozenset({"i.ytimg.com"}),
        ),
        Provider(
            "vimeo", "Vimeo", "video", "https://vimeo.com/76979871",
            frozenset({"vimeo.com", "www.vimeo.com", "player.vimeo.com"}),
            _vimeo, frozenset({"vimeo.com", "i.vimeocdn.com"}),
        ),
        Provider(
            "peertube", "PeerTube", "video", f"https://{min(peertube, default='')}/w/kkGMgK9ZtnKfYAgnEtQxbv",
            peertube, _peertube, peertube,
        ),
        Provider(
            "sverigesradio", "Sveriges Radio", "audio", "https://sverigesradio.se/avsnitt/1966906",
            frozenset({"sverigesradio.se", "www.sverigesradio.se"}), _sveriges_radio,
        ),
        Provider(
            "openstreetmap", "OpenStreetMap", "map", "https://www.openstreetmap.org/#map=15/59.2716/18.0823",
            frozenset({"openstreetmap.org", "www.openstreetmap.org"}), _openstreetmap,
        ),
    )  # fmt: skip
    return tuple(provider for provider in table if provider.key in allowed and provider.hosts)


def _matches(pattern: str, value: str) -> bool:
    return re.fullmatch(pattern, value, re.ASCII) is not None


# --- YouTube ---


def _youtube(address: Address) -> Media | None:
    match address.path:
        case ("watch",):
            key = address.query.get("v", "")
        case (key,) if address.host == "youtu.be":
            pass
        case (("shorts" | "live" | "embed" | "v"), key) if address.host != "youtu.be":
            pass
        case _:
            return None
    if not _matches(r"[A-Za-z0-9_-]{11}", key) or key == "videoseries":  # that one is a whole list
        return None
    start = _seconds(address.query.get("t") or address.query.get("start") or "")
    return Media(
        url=f"https://www.youtube.com/watch?v={key}" + (f"&t={start}" if start else ""),
        embed_url=f"https://www.youtube-nocookie.com/embed/{key}" + (f"?start={start}" if start else ""),
        aspect_ratio=TALL if address.path[0] == "shorts" else WIDE,
        pictures=tuple(f"https://i.ytimg.com/vi/{key}/{size}.jpg" for size in ("maxresdefault", "hqdefault")),
    )


def _seconds(value: str) -> int:
    """Of "90", "90s" or "1h2m3s"; 0 for anything else."""
    found = re.fullmatch(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?", value, re.ASCII)
    hours, minutes, seconds = (int(number or 0) for number in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


# --- Vimeo ---


def _vimeo(address: Address) -> Media | None:
    secret = ""
    match address.path:
        case ("video", key) if address.host == "player.vimeo.com":
            secret = address.query.get("h", "")
        case (key,) if address.host != "player.vimeo.com":
            secret = address.query.get("h", "")
        case (key, secret) if address.host != "player.vimeo.com":
            pass
        case ("channels", _, key) | (("groups" | "album" | "showcase"), _, ("video" | "videos"), key):
            pass
        case _:
            return None
    if not _matches(r"[0-9]{5,12}", key) or (secret and not _matches(r"[0-9a-f]{6,20}", secret)):
        return None
    page = f"https://vimeo.com/{key}" + (f"/{secret}" if secret else "")
    return Media(
        url=page,
        # dnt: without Vimeo's own counting of visitors.
        embed_url=f"https://player.vimeo.com/video/{key}?dnt=1" + (f"&h={secret}" if secret else ""),
        oembed=f"https://vimeo.com/api/oembed.json?width=1280&url={page}",
    )


# --- PeerTube ---


def _peertube(address: Address) -> Media | None:
    match address.path:
        case ("w", key) | ("videos", ("watch" | "embed"), key):
            pass
        case _:
            return None
    if not _matches(r"[1-9A-HJ-NP-Za-km-z]{20,22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", key):
        return None
    page = f"https://{address.host}/w/{key}"
    return Media(
        url=page,
        # p2p: the visitor's address is not told to others who watch.
        embed_url=f"https://{address.host}/videos/embed/{key}?p2p=0",
        oembed=f"https://{address.host}/services/oembed?url={page}",
    )


# --- Sveriges Radio ---


def _sveriges_radio(address: Address) -> Media | None:
    """Only addresses with a number: those with a title in its place do not tell it."""
    match address.path:
        case ("avsnitt", key) | ("embed", "episode", key):
            page, player = "avsnitt", "episode"
        case ("artikel", key) | ("embed", "publication", key):
            page, player = "artikel", "publication"
        case _:
            return None
    if not _matches(r"[0-9]{4,10}", key):
        return None
    return Media(
        url=f"https://sverigesradio.se/{page}/{key}",
        embed_url=f"https://sverigesradio.se/embed/{player}/{key}",
        aspect_ratio=None,
    )


# --- OpenStreetMap ---

VIEW = r"map=(\d{1,2})/(-?\d{1,2}(?:\.\d+)?)/(-?\d{1,3}(?:\.\d+)?)(?:&.*)?"
FRAME = (640, 360)  # pixels of the map that is shown at the address's own scale
TILE = 256


def _openstreetmap(address: Address) -> Media | None:
    if address.path:
        return None
    view = re.fullmatch(
        r"map=(\d{1,2})/(-?\d{1,2}(?:\.\d+)?)/(-?\d{1,3}(?:\.\d+)?)(?:&.*)?", address.fragment, re.ASCII
    )
    if not view:
        return None
    zoom, latitude, longitude = int(view[1]), float(view[2]), float(view[3])
    if not 1 <= zoom <= 19 or abs(latitude) > 80 or abs(longitude) > 180:
        return None
    marker = _point(address.query.get("mlat", ""), address.query.get("mlon", ""))
    width = 360 * FRAME[0] / (TILE * 2**zoom)
    height = width * FRAME[1] / FRAME[0] * cos(radians(latitude))
    box = (longitude - width / 2, latitude - height / 2, longitude + width / 2, latitude + height / 2)
    query = f"mlat={marker[0]}&mlon={marker[1]}" if marker else ""
    return Media(
        url=f"https://www.openstreetmap.org/?{query}#map={zoom}/{latitude:.5f}/{longitude:.5f}".replace("?#", "#"),
        embed_url="https://www.openstreetmap.org/export/embed.html?layer=mapnik"
        f"&bbox={','.join(f'{side:.5f}' for side in box)}" + (f"&marker={marker[0]},{marker[1]}" if marker else ""),
    )


def _point(latitude: str, longitude: str) -> tuple[str, str] | None:
    """A place, spelt with five decimals (a metre); None if there is none."""
    try:
        north, east = float(latitude), float(longitude)
    except ValueError:
        return None
    inside = isfinite(north) and isfinite(east) and abs(north) <= 90 and abs(east) <= 180
    return (f"{north:.5f}", f"{east:.5f}") if inside else None
