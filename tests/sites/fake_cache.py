"""A cache on this machine that is told what is stale: a real server on a port of its own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FakeCache(ThreadingHTTPServer):
    """`told`: the tags of each request. `status` and `location` are how it answers, `hold` is what it waits for."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.told: list[list[str]] = []
        self.asked: list[str] = []
        self.status, self.location = 200, ""
        self.hold: threading.Event | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/"

    def take(self) -> set[str]:
        """The tags since the last look."""
        tags = {tag for parcel in self.told for tag in parcel}
        self.told.clear()
        return tags

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever does not wait hangs up."""


class Handler(BaseHTTPRequestHandler):
    server: FakeCache

    def do_PURGE(self) -> None:
        self.server.asked.append(f"{self.command} {self.path}")
        if self.server.hold:
            self.server.hold.wait(10)
        if self.server.status == 200:
            self.server.told.append(self.headers["Surrogate-Key"].split(" "))
        self.send_response(self.server.status)
        if self.server.location:
            self.send_header("Location", self.server.location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_PURGE

    def log_message(self, *args: object) -> None:
        pass


@contextmanager
def running() -> Iterator[FakeCache]:
    cache = FakeCache()
    thread = threading.Thread(target=cache.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield cache
    finally:
        cache.shutdown()
        cache.server_close()
        thread.join()
