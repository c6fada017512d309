"""The plain front end lets in the players that the CMS may name, and nobody else's."""

from importlib.util import module_from_spec, spec_from_file_location
from types import ModuleType
from urllib.parse import urlsplit

import pytest
from django.conf import settings

from cms.media.embeds.providers import find, providers


@pytest.fixture(scope="module")
def serve() -> ModuleType:
    """The front end's server, which is no package."""
    spec = spec_from_file_location("plain_serve", settings.BASE_DIR / "frontends" / "plain" / "serve.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def frames(serve: ModuleType, *players: str) -> set[str]:
    policy = serve.security_headers("http://localhost:8000/api/v1/", players)["Content-Security-Policy"]
    [frame_src] = [part for part in policy.split("; ") if part.startswith("frame-src ")]
    return set(frame_src.split()[1:])


def test_every_player_is_let_in(serve: ModuleType) -> None:
    found = [find(provider.example)[1] for provider in providers()]
    hosts = {urlsplit(media.embed_url).hostname for media in found if media}
    assert {f"https://{host}" for host in hosts} <= frames(serve)
    assert len(hosts) == 4
    assert not {source for source in frames(serve) if "*" in source or not source.startswith("https://")}


def test_a_peertube_server_is_let_in_by_name_only(serve: ModuleType) -> None:
    assert "https://film.example.se" in frames(serve, serve.player_host("film.example.se"))
    for wrong in ("*", "film.example.se/x", "film.example.se;script-src", "https://film.example.se", "x y.se", ""):
        with pytest.raises(serve.argparse.ArgumentTypeError):
            serve.player_host(wrong)
