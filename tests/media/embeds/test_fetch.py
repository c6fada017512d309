"""The way out leads to the hosts on a list and to the internet, and ends in time."""

import socket
import ssl
import time
from typing import Any

import pytest
import urllib3

from cms.media.embeds import fetch as fetching
from cms.media.embeds.fetch import FetchError, fetch, is_public
from tests.media.embeds.conftest import PUBLIC
from tests.media.embeds.server import Provider, drip

HOSTS = {"pictures.example"}
URL = "https://pictures.example/a.jpg"

PRIVATE = [
    "127.0.0.1", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",  # noqa: S104
    "240.0.0.1", "255.255.255.255", "168.63.129.16", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0",
    "fc00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::",
    "2001:db8::1", "nonsense", "",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_no_way_leads_inward(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not is_public(address)
    both = [(2, 1, 6, "", (PUBLIC, 443)), (2, 1, 6, "", (address, 443))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(FetchError, match="not on the internet"):
        fetch(URL, HOSTS, limit=10)


@pytest.mark.parametrize("address", [PUBLIC, "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_the_internet_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    [
        "http://pictures.example/a.jpg",
        "https://pictures.example:444/a.jpg",
        "https://pictures.example:443/a.jpg",
        "https://x@pictures.example/a.jpg",
        "https://pictures.example.evil.example/a.jpg",
        "https://evil.example/?pictures.example",
        "https://127.0.0.1/",
        "https:///a.jpg",
        "file:///etc/passwd",
        "//pictures.example/a.jpg",
        "",
    ],
)
def test_only_https_and_hosts_on_the_list(url: str, provider: Provider) -> None:
    with pytest.raises(FetchError, match="not on the list"):
        fetch(url, HOSTS, limit=10)
    assert not provider.asked


def test_what_lies_there_comes(provider: Provider) -> None:
    provider.answers["/a.jpg"] = b"0123456789"
    assert fetch(f"{URL}?x=1", HOSTS, limit=10) == b"0123456789"
    assert provider.asked == ["pictures.example/a.jpg?x=1"]


@pytest.mark.parametrize(
    "answer",
    [
        b"01234567890",
        (200, {"Content-Encoding": "gzip"}, b"0123"),
        (301, {"Location": "https://pictures.example/b.jpg"}, b""),
        (302, {"Location": "http://127.0.0.1/"}, b""),
        (204, {}, b""),
        (404, {}, b"x"),
        (500, {}, b"x"),
    ],
)
def test_what_is_not_wanted_is_an_error(answer: Any, provider: Provider) -> None:
    provider.answers |= {"/a.jpg": answer, "/b.jpg": b"0123"}
    with pytest.raises(FetchError):
        fetch(URL, HOSTS, limit=10)
    assert len(provider.asked) == 1


def test_what_never_ends_is_given_up(provider: Provider, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that says nothing, and one that goes on saying something."""
    monkeypatch.setattr(fetching, "PATIENCE", 0.3)
    monkeypatch.setattr(fetching, "DEADLINE", 0.5)
    for pieces, wait in ((2, 3.0), (100, 0.05)):
        provider.answers["/a.jpg"] = (200, {}, drip(pieces, wait))
        began = time.monotonic()
        with pytest.raises(FetchError):
            fetch(URL, HOSTS, limit=1000)
        assert time.monotonic() - began < 2


def test_a_host_without_an_address_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: Any, **__: Any) -> None:
        raise socket.gaierror(-2, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", nowhere)
    with pytest.raises(FetchError, match="no address"):
        fetch(URL, HOSTS, limit=10)


def test_the_connection_goes_to_the_address_that_was_looked_at_and_the_host_must_prove_itself() -> None:
    pool = fetching._pool(PUBLIC, "pictures.example")
    assert isinstance(pool, urllib3.HTTPSConnectionPool)
    assert (pool.host, pool.port) == (PUBLIC, 443)
    assert pool.assert_hostname == pool.conn_kw["server_hostname"] == "pictures.example"
    assert pool._new_conn().cert_reqs == ssl.CERT_REQUIRED
