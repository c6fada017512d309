"""The configuration in docs/operate, in a real Varnish before a server that says what it is told to."""

import gzip
import http.client
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from cms.sites.purge import sender
from tests.bench.cache import stack
from tests.bench.cache.stack import Ports

pytestmark = pytest.mark.skipif(bool(stack.missing(["varnishd"])), reason="needs varnish and varnish-modules")

PAGE = "/api/v1/sites/vantor/pages/1/"
PUBLIC = "public, max-age=0, s-maxage=86400, stale-while-revalidate=60"
OURS = "https://vantor.example.se"


class Origin(ThreadingHTTPServer):
    """As the API answers; `seen`: each request that came through."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.seen: list[str] = []
        self.status, self.cache_control, self.tags = 200, PUBLIC, "site:vantor page:1"


class Handler(BaseHTTPRequestHandler):
    server: Origin

    def do_GET(self) -> None:
        coding = self.headers.get("Accept-Encoding", "")
        self.server.seen.append(f"{self.command} {self.path} {coding}".strip())
        body = gzip.compress(b"innehall") if coding == "gzip" else b"innehall"
        self.send_response(self.server.status)
        told = {
            "Cache-Control": self.server.cache_control,
            "Surrogate-Key": self.server.tags,
            "ETag": f'"7.abcdef-00.{coding}"',
            "Vary": "Accept-Encoding, origin",
            "RateLimit-Remaining": "599",
            "Content-Length": str(len(body)),
        }
        if coding:
            told["Content-Encoding"] = coding
        if self.headers.get("Origin") == OURS:
            told["Access-Control-Allow-Origin"] = OURS
        for name, value in told.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_POST = do_GET

    def log_message(self, *args: object) -> None:
        pass


class Cache:
    """A reader before Varnish, and who purges it."""

    def __init__(self, origin: Origin, ports: Ports) -> None:
        self.origin, self.ports = origin, ports

    def get(self, path: str = PAGE, *, method: str = "GET", port: int = 0, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", port or self.ports.varnish, timeout=10)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, headers={"Host": "cms.example.org"} | names)
        response = connection.getresponse()
        response.read()
        connection.close()
        return response

    def hit(self, path: str = PAGE, **headers: str) -> bool:
        """Whether it came without asking the API."""
        before = len(self.origin.seen)
        response = self.get(path, **headers)
        asked = len(self.origin.seen) > before
        assert response.headers["X-Cache"] == ("miss" if asked else "hit")
        return not asked

    def purge(self, tags: str) -> None:
        sender.send(f"http://127.0.0.1:{self.ports.purge}/", tags.split(" "), 5)


@pytest.fixture(scope="module")
def running() -> Iterator[Cache]:
    folder = Path(tempfile.mkdtemp(prefix="grenverk-varnish-"))  # not pytest's, which Varnish's own user may not enter
    folder.chmod(0o755)
    origin = Origin()
    thread = threading.Thread(target=origin.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    ports = replace(stack.free_ports(), web=origin.server_port)
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    varnish = subprocess.Popen(stack.varnish(folder, ports), **quiet)  # noqa: S603
    cache = Cache(origin, ports)
    try:
        for _ in range(300):
            with suppress(OSError):
                cache.get("/health/live")
                break
            time.sleep(0.1)
        yield cache
    finally:
        varnish.terminate()
        varnish.wait()
        origin.shutdown()
        origin.server_close()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def cache(running: Cache) -> Cache:
    """An empty one, before an API that answers as usual."""
    running.purge("everything")
    origin = running.origin
    origin.status, origin.cache_control, origin.tags = 200, PUBLIC, "site:vantor page:1"
    origin.seen.clear()
    return running


def test_an_answer_is_kept_until_its_tag_is_purged(cache: Cache) -> None:
    assert [cache.hit(), cache.hit()] == [False, True]
    cache.purge("page:2 page:11 page")
    assert cache.hit()
    cache.purge("page:2 page:1")
    assert not cache.hit()
    cache.purge("everything")
    assert not cache.hit()


def test_one_address_is_one_answer(cache: Cache) -> None:
    assert not cache.hit(f"{PAGE}?b=2&a=1")
    assert cache.hit(f"{PAGE}?a=1&b=2", Host="localhost", Cookie="sessionid=x")
    assert not cache.hit(f"{PAGE}?a=1")


def test_what_is_told_to_readers(cache: Cache) -> None:
    cache.get()
    headers = cache.get().headers
    assert headers["Cache-Control"] == "public, max-age=0, must-revalidate"
    assert headers["Surrogate-Key"] == "site:vantor page:1"
    assert not {"xkey", "X-Varnish", "Via", "RateLimit-Remaining"} & set(headers)


def test_a_reader_who_has_it_gets_a_304_from_the_cache(cache: Cache) -> None:
    etag = cache.get(Accept_Encoding="br").headers["ETag"]
    cache.origin.seen.clear()
    assert cache.get(Accept_Encoding="br", If_None_Match=etag).status == 304
    assert cache.get(Accept_Encoding="br", If_None_Match=f"W/{etag}").status == 304
    assert cache.get(Accept_Encoding="br", If_None_Match='"x"').status == 200
    assert cache.origin.seen == []


def test_three_variants_with_strong_etags(cache: Cache) -> None:
    for given, coding in (
        ("gzip, deflate, br, zstd", "br"),
        ("br", "br"),
        ("BR;q=1.0, *;q=0.1", "br"),
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.000,gzip;q=0.5", "gzip"),
        ("x-gzip, abr", ""),
        ("identity", ""),
        ("gzip;q=0", ""),
    ):
        response = cache.get(Accept_Encoding=given)
        assert (response.headers["Content-Encoding"] or "", response.headers["ETag"]) == (
            coding,
            f'"7.abcdef-00.{coding}"',
        ), given
    assert len(cache.origin.seen) == 3


def test_head_comes_from_the_same_answer(cache: Cache) -> None:
    assert not cache.hit()
    assert cache.hit(method="HEAD")


def test_a_token_a_draft_and_all_else_are_not_stored(cache: Cache) -> None:
    cache.get()
    assert not cache.hit(Authorization="Bearer gv_x")
    for path in ("/api/v1/sites/vantor/preview/?token=x", "/admin/", "/health/live", "/media/x.jpg"):
        assert [cache.hit(path), cache.hit(path)] == [False, False], path
    assert not cache.hit(method="POST")


@pytest.mark.parametrize(
    ("status", "cache_control", "tags"),
    [(404, PUBLIC, "x"), (410, "no-store", ""), (503, PUBLIC, "x"), (200, "private, no-store", "x"), (200, PUBLIC, "")],
)
def test_what_is_no_public_answer_is_not_stored(cache: Cache, status: int, cache_control: str, tags: str) -> None:
    origin = cache.origin
    origin.status, origin.cache_control, origin.tags = status, cache_control, tags
    assert [cache.hit(), cache.hit()] == [False, False]
    origin.status, origin.cache_control, origin.tags = 200, PUBLIC, "page:1"
    assert [cache.hit(), cache.hit()] == [False, True]


def test_an_origin_that_may_not_read_fills_nothing(cache: Cache) -> None:
    assert [cache.hit(Origin="https://x.example"), cache.hit(Origin="https://x.example")] == [False, False]
    assert [cache.hit(Origin=OURS), cache.hit(Origin=OURS)] == [False, True]
    assert cache.get(Origin=OURS).headers["Access-Control-Allow-Origin"] == OURS


def test_the_world_purges_nothing(cache: Cache) -> None:
    cache.get()
    assert cache.get(method="PURGE", Surrogate_Key="everything").status == 405
    assert cache.hit()
    assert cache.get(port=cache.ports.purge).status == 405
    assert cache.get(method="PURGE", port=cache.ports.purge).status == 400
    with pytest.raises(sender.PurgeError, match="405"):
        sender.send(f"http://127.0.0.1:{cache.ports.varnish}/", ["everything"], 5)
