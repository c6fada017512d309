"""The one way out: fetching a small file from a host on a list, and from nowhere else.

The host's name is resolved here, every address behind it is looked at, and the connection goes to the address that
was looked at, so a name that answers differently the second time gains nothing. https only, the certificate must be
the host's; a redirect is an error and is not followed; size and time have limits.
"""

import socket
import time
from collections.abc import Collection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urlsplit

import urllib3

PORT = 443
PATIENCE = 5.0
"""Seconds until there is a connection, and between two pieces of an answer."""
DEADLINE = 20.0
"""Seconds for an answer as a whole."""
PIECE = 65_536
# Reachable from anywhere by the books, and yet ways to this network or to a cloud's own services; Python 3.11 does not
# count them among the private ones.
_INWARD = [
    ip_network(network)
    for network in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "168.63.129.16/32", "192.88.99.0/24")
]


class FetchError(Exception):
    """There is nothing to be had there; the message is for the log."""


def fetch(url: str, hosts: Collection[str], *, limit: int) -> bytes:
    """What lies at an address on one of the hosts, if it is no larger than `limit` bytes."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    if parts.scheme != "https" or parts.netloc != host or host not in hosts:
        raise FetchError(f"{host or 'no host'} is not on the list")
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    pool = _pool(_resolve(host), host)
    try:
        answer = pool.urlopen(
            "GET", target, redirect=False, retries=False, preload_content=False, decode_content=False,
            headers={"Host": host, "User-Agent": "Grenverk", "Accept-Encoding": "identity"},
        )  # fmt: skip
        try:
            return _body(answer, limit)
        finally:
            answer.close()
    except urllib3.exceptions.HTTPError as error:
        raise FetchError(f"{host}: {error!r}") from error
    finally:
        pool.close()


def _pool(address: str, host: str) -> urllib3.HTTPConnectionPool:
    """A connection to this address, to a server that must prove to be this host."""
    return urllib3.HTTPSConnectionPool(
        address, PORT, server_hostname=host, assert_hostname=host, timeout=urllib3.Timeout(PATIENCE), maxsize=1
    )


def _resolve(host: str) -> str:
    """One address of the host; an error if any of them leads into a network that is not the internet."""
    addresses = _look_up(host)
    if not addresses or not all(is_public(address) for address in addresses):
        raise FetchError(f"{host} is not on the internet: {addresses}")
    return addresses[0]


def _look_up(host: str) -> list[str]:
    try:
        found = socket.getaddrinfo(host, PORT, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"{host} has no address: {error}") from error
    return [str(entry[4][0]) for entry in found]


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet's, and no way back into a private network."""
    try:
        parsed: IPv4Address | IPv6Address = ip_address(address)
    except ValueError:  # an address of a link, with its zone
        return False
    if isinstance(parsed, IPv6Address) and parsed.ipv4_mapped:
        parsed = parsed.ipv4_mapped
    inward = any(parsed in network for network in _INWARD if network.version == parsed.version)
    return parsed.is_global and not parsed.is_multicast and not parsed.is_reserved and not inward


def _body(answer: urllib3.BaseHTTPResponse, limit: int) -> bytes:
    if answer.status != 200:
        raise FetchError(f"status {answer.status}")
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise FetchError("the answer is packed")
    until = time.monotonic() + DEADLINE
    body = bytearray()
    while piece := answer.read1(PIECE):
        body += piece
        if len(body) > limit:
            raise FetchError(f"more than {limit} bytes")
        if time.monotonic() > until:
            raise FetchError(f"not done after {DEADLINE} seconds")
    return bytes(body)
