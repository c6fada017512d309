"""Addresses of embeds: each provider's spellings lead to its player, and nothing else leads anywhere."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.media.embeds.media import TALL, WIDE
from cms.media.embeds.providers import find, providers

PEERTUBE = "film.example.se"
YOUTUBE = "aqz-KE-bpKQ"
NOCOOKIE = f"https://www.youtube-nocookie.com/embed/{YOUTUBE}"
VIMEO = "https://player.vimeo.com/video/76979871?dnt=1"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
SHORT = "kkGMgK9ZtnKfYAgnEtQxbv"
RADIO = "https://sverigesradio.se/embed"


@pytest.fixture(autouse=True)
def a_peertube(settings: Any) -> None:
    settings.PEERTUBE_HOSTS = [PEERTUBE]


KNOWN = {
    f"https://www.youtube.com/watch?v={YOUTUBE}": NOCOOKIE,
    f"http://youtube.com/watch?v={YOUTUBE}&list=PLx&index=2": NOCOOKIE,
    f"youtube.com/watch?v={YOUTUBE}": NOCOOKIE,
    f"//m.youtube.com/watch?app=desktop&v={YOUTUBE}#top": NOCOOKIE,
    f"https://youtu.be/{YOUTUBE}?si=sparad-av-nagon": NOCOOKIE,
    f"  https://youtu.be/{YOUTUBE}\n": NOCOOKIE,
    f"https://youtu.be/{YOUTUBE}?t=1m30s": f"{NOCOOKIE}?start=90",
    f"https://www.youtube.com/watch?v={YOUTUBE}&t=42": f"{NOCOOKIE}?start=42",
    f"https://www.youtube.com/watch?v={YOUTUBE}&t=<x>": None,
    f"https://www.youtube.com/watch?v={YOUTUBE}&t=%22x": NOCOOKIE,
    f"https://www.youtube.com/shorts/{YOUTUBE}": NOCOOKIE,
    f"https://www.youtube.com/live/{YOUTUBE}?feature=share": NOCOOKIE,
    f"https://www.youtube.com/embed/{YOUTUBE}": NOCOOKIE,
    f"https://www.youtube-nocookie.com/embed/{YOUTUBE}?rel=0": NOCOOKIE,
    "https://vimeo.com/76979871": VIMEO,
    "https://vimeo.com/76979871?share=copy": VIMEO,
    "https://vimeo.com/76979871/abcdef0123": f"{VIMEO}&h=abcdef0123",
    "https://player.vimeo.com/video/76979871?h=abcdef0123&badge=0": f"{VIMEO}&h=abcdef0123",
    "https://vimeo.com/channels/staffpicks/76979871": VIMEO,
    "https://vimeo.com/groups/film/videos/76979871": VIMEO,
    f"https://{PEERTUBE}/w/{SHORT}": f"https://{PEERTUBE}/videos/embed/{SHORT}?p2p=0",
    f"https://{PEERTUBE}/videos/watch/{UUID}": f"https://{PEERTUBE}/videos/embed/{UUID}?p2p=0",
    "https://sverigesradio.se/avsnitt/1966906": f"{RADIO}/episode/1966906",
    "https://www.sverigesradio.se/artikel/6573606": f"{RADIO}/publication/6573606",
    "https://sverigesradio.se/embed/publication/6573606": f"{RADIO}/publication/6573606",
}


@pytest.mark.parametrize("address", KNOWN)
def test_an_address_leads_to_the_player(address: str) -> None:
    _, media = find(address)
    assert (media.embed_url if media else None) == KNOWN[address]


@pytest.mark.parametrize("address", [address for address, player in KNOWN.items() if player])
def test_the_address_that_is_kept_leads_to_the_same(address: str) -> None:
    provider, media = find(address)
    assert provider
    assert media
    again_provider, again = find(media.url)
    assert again_provider == provider
    assert again
    assert (again.url, again.embed_url) == (media.url, media.embed_url)


def test_what_told_of_the_one_who_shared_is_gone() -> None:
    _, media = find(f"https://youtu.be/{YOUTUBE}?si=sparad-av-nagon")
    assert media
    assert "sparad" not in f"{media}"


def test_upright_films_are_upright_and_sound_is_a_bar() -> None:
    addresses = [f"https://youtube.com/shorts/{YOUTUBE}", f"youtu.be/{YOUTUBE}", "sverigesradio.se/avsnitt/1966906"]
    assert [find(address)[1].aspect_ratio for address in addresses] == [TALL, WIDE, None]


def test_a_map_shows_the_place_and_its_surroundings() -> None:
    provider, media = find("https://www.openstreetmap.org/?mlat=59.27&mlon=18.08#map=15/59.2716/18.0823&layers=N")
    assert provider
    assert media
    assert provider.kind == "map"
    query = parse_qs(urlsplit(media.embed_url).query)
    west, south, east, north = (float(side) for side in query["bbox"][0].split(","))
    assert west < 18.0823 < east
    assert south < 59.2716 < north
    assert 0.02 < east - west < 0.04  # some two kilometres at this latitude
    assert query["marker"] == ["59.27000,18.08000"]
    assert find(media.url)[1] == media
    assert "marker" not in find("https://openstreetmap.org/#map=15/59.2716/18.0823")[1].embed_url


HOSTILE = [
    "",
    "javascript:alert(1)//www.youtube.com/watch?v=" + YOUTUBE,
    "JaVaScRiPt://www.youtube.com/watch?v=" + YOUTUBE,
    "data:text/html,<script>alert(1)</script>",
    f"file:///www.youtube.com/watch?v={YOUTUBE}",
    f"ftp://www.youtube.com/watch?v={YOUTUBE}",
    f"https://www.youtube.com@evil.example/watch?v={YOUTUBE}",
    f"https://evil.example@www.youtube.com/watch?v={YOUTUBE}",
    f"https://www.youtube.com:pw@www.youtube.com/watch?v={YOUTUBE}",
    f"https://www.youtube.com:8443/watch?v={YOUTUBE}",
    f"https://www.youtube.com:443/watch?v={YOUTUBE}",
    f"https://www.youtube.com:/watch?v={YOUTUBE}",
    f"https://youtube.com.evil.example/watch?v={YOUTUBE}",
    f"https://evilyoutube.com/watch?v={YOUTUBE}",
    f"https://www.youtube.com.:/watch?v={YOUTUBE}",
    f"https://www.youtube.com./watch?v={YOUTUBE}",
    f"https://www.уoutube.com/watch?v={YOUTUBE}",  # a Cyrillic у
    f"https://www.youtube。com/watch?v={YOUTUBE}",  # a full-width stop
    f"https://www.ｙoutube.com/watch?v={YOUTUBE}",
    f"https://xn--outube-7df.com/watch?v={YOUTUBE}",
    f"https://www.youtube.com%2eevil.example/watch?v={YOUTUBE}",
    f"https://www.youtube.com\\@evil.example/watch?v={YOUTUBE}",
    f"https://www.youtube.com\\.evil.example/watch?v={YOUTUBE}",
    f"https:\\\\www.youtube.com/watch?v={YOUTUBE}",
    f"https://[::1]/watch?v={YOUTUBE}",
    f"https://[www.youtube.com/watch?v={YOUTUBE}",
    f"https://127.0.0.1/watch?v={YOUTUBE}",
    f"https://www.youtube.com\t/watch?v={YOUTUBE}",
    f"https://www.youtube.com\u202e/watch?v={YOUTUBE}",
    f"https://www.youtube.com/watch?v={YOUTUBE}\x00",
    "https://www.youtube.com/watch?v=aqz-KE-bpK%00",
    f"https://www.youtube.com/watch?v={YOUTUBE}%00",
    f"https://www.youtube.com/watch?v={YOUTUBE}%0a",
    "https://www.youtube.com/watch?v=../../../evil",
    "https://www.youtube.com/watch?v=aqz-KE-bpKå",
    "https://www.youtube.com/watch?v=٠١٢٣٤٥٦٧٨٩٠",  # digits, but not ours
    f"https://www.youtube.com/watch?V={YOUTUBE}",
    f"https://www.youtube.com/redirect?q=https://evil.example/&v={YOUTUBE}",
    "https://www.youtube.com/playlist?list=PLabcdefghijk",
    "https://www.youtube.com/embed/videoseries?list=PLx",
    "https://www.youtube.com/@nagon",
    f"https://youtu.be/embed/{YOUTUBE}",
    "https://vimeo.com/76979871/abcdef0123/../x",
    "https://vimeo.com/76979871/&autoplay=1",
    "https://vimeo.com/７６９７９８７１",
    "https://vimeo.com/event/76979871",
    "https://player.vimeo.com/video/76979871?h=%26x",
    f"https://sub.{PEERTUBE}/w/{SHORT}",
    f"https://annan.example.se/w/{SHORT}",
    f"https://{PEERTUBE}/w/p/{SHORT}",
    f"https://{PEERTUBE}/w/{SHORT}?x=<script>",
    "https://sverigesradio.se/avsnitt/ett-avsnitt-med-namn",
    "https://sverigesradio.se/avsnitt/1966906/x",
    "https://www.openstreetmap.org/#map=15/nan/18",
    "https://www.openstreetmap.org/#map=99/59.2/18",
    "https://www.openstreetmap.org/#map=15/89.9/18",
    "https://www.openstreetmap.org/node/1#map=15/59.2/18",
    "https://www.svtplay.se/video/jXApWXa/rapport",
    f"https://www.youtube.com/watch?v={YOUTUBE}&" + "x" * 500,
    f"https://www.youtube.com/watch?v={YOUTUBE}" + "&a=1" * 40,
    "https://" + "a" * 10_000,
]


@pytest.mark.parametrize("address", HOSTILE)
def test_anything_else_leads_nowhere(address: str) -> None:
    assert find(address)[1] is None


def test_a_marker_that_is_no_place_is_no_marker() -> None:
    for latitude, longitude in (("nan", "18"), ("inf", "18"), ("91", "18"), ("59%26x=1", "18"), ("59", "")):
        _, media = find(f"https://www.openstreetmap.org/?mlat={latitude}&mlon={longitude}#map=15/59.2/18.1")
        assert media
        assert "marker" not in media.embed_url


@given(st.text(max_size=80) | st.text("youtbe.com/:@?#%\\=&wachv-KE0123456789 ", max_size=80))
def test_whatever_is_pasted_is_answered(text: str) -> None:
    for address in (text, f"https://www.youtube.com/{text}", f"https://{text}/watch?v={YOUTUBE}"):
        _, media = find(address)
        hosts = {"www.youtube-nocookie.com", "player.vimeo.com", PEERTUBE, "sverigesradio.se", "www.openstreetmap.org"}
        assert media is None or (media.embed_url.isascii() and urlsplit(media.embed_url).hostname in hosts)


def test_settings_narrow_the_list(settings: Any) -> None:
    settings.EMBED_PROVIDERS = ["vimeo", "peertube"]
    assert [provider.name for provider in providers()] == ["Vimeo", "PeerTube"]
    assert find(f"https://youtu.be/{YOUTUBE}") == (None, None)
    settings.PEERTUBE_HOSTS = []
    assert [provider.name for provider in providers()] == ["Vimeo"]


def test_the_examples_work() -> None:
    assert [find(provider.example)[0] for provider in providers()] == list(providers())
    assert all(find(provider.example)[1] for provider in providers())
