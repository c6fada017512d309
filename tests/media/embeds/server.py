"""A provider on this machine: what the fetcher would find on the internet, over plain HTTP."""

import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Provider(ThreadingHTTPServer):
    """Answers by path: bytes, (status, headers, bytes), or a generator of pieces. What was asked stands in `asked`."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers: dict[str, Any] = {}
        self.asked: list[str] = []

    def handle_error(self, request: Any, client_address: Any) -> None:
        """The fetcher hangs up in the middle of what is too much."""


class Handler(BaseHTTPRequestHandler):
    server: Provider

    def do_GET(self) -> None:
        self.server.asked.append(f"{self.headers['Host']}{self.path}")
        answer = self.server.answers.get(self.path.partition("?")[0], (404, {}, b""))
        status, headers, body = answer if isinstance(answer, tuple) else (200, {}, answer)
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if isinstance(body, bytes):
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        for piece in [body] if isinstance(body, bytes) else body:
            self.wfile.write(piece)
            self.wfile.flush()

    def log_message(self, *args: object) -> None:
        pass


def drip(pieces: int, wait: float) -> Any:
    """So many bytes, each after a wait."""
    for _ in range(pieces):
        time.sleep(wait)
        yield b"x"
