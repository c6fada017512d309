"""Serve the plain front end: three static files, its configuration, and index.html for every other address.

One process serves any number of sites, each on a port of its own.
"""

import argparse
import hashlib
import json
import re
import signal
import sys
from collections.abc import Sequence
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve().parent
FILES = {"/style.css": "text/css", "/app.js": "text/javascript"}
# Where the players of embeds come from. Nothing is loaded from there before a visitor has agreed to it.
PLAYERS = (
    "www.youtube-nocookie.com",
    "player.vimeo.com",
    "sverigesradio.se",
    "www.sverigesradio.se",
    "www.openstreetmap.org",
)
EXAMPLE = """example:
  python serve.py --api http://localhost:8000/api/v1/ 8001=vantor 8002=varmland 8004=
  (a port without a site shows a page with all sites)"""


def api_base(value: str) -> str:
    """Check the API's address and make it end in a slash, which the script relies on."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError("give the API's whole address, such as http://localhost:8000/api/v1/")
    return value.rstrip("/") + "/"


def front_end(value: str) -> tuple[int, str]:
    """Read a port and the slug of the site on it, which can stand in a path as it is; "" for all sites."""
    parts = re.fullmatch(r"([0-9]{1,5})=((?:[a-z0-9][a-z0-9-]*)?)", value, re.ASCII)
    if not parts:
        raise argparse.ArgumentTypeError("give a port and the slug of a site, such as 8001=vantor")
    return int(parts[1]), parts[2]


def player_host(value: str) -> str:
    """Check the host of a PeerTube server."""
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", value, re.ASCII):
        raise argparse.ArgumentTypeError("give a host name in lower case, such as film.example.org")
    return value


def security_headers(api: str, players: Sequence[str] = ()) -> dict[str, str]:
    """Build the headers that every answer carries: only this origin and the API's may be reached or frame the page,
    and only players may stand in a frame of it.
    """
    parts = urlsplit(api)
    origin = f"{parts.scheme}://{parts.netloc}"
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": f"'self' {origin}",
        "img-src": f"'self' data: {origin}",
        "frame-src": " ".join(f"https://{host}" for host in (*PLAYERS, *players)),
        "base-uri": "'none'",
        "form-action": "'none'",
        # The CMS shows drafts in a frame of its preview panel.
        "frame-ancestors": f"'self' {origin}",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-cache",
    }


class Handler(BaseHTTPRequestHandler):
    """Answer one visitor's requests."""

    protocol_version = "HTTP/1.1"
    server_version = "grenverk-plain"
    sys_version = ""
    timeout = 30

    def __init__(self, config: dict[str, str | None], players: list[str], verbose: bool, *args: object) -> None:
        self.config = config
        self.players = players
        self.verbose = verbose
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file with its headers, or 304 when the browser has it already."""
        path, _, query = self.path.partition("?")
        body, content_type = self.find(path)
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        fresh = self.headers.get("If-None-Match") == etag
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else HTTPStatus.OK)
        for name, value in security_headers(str(self.config["api"]), self.players).items():
            self.send_header(name, value)
        if "preview" in parse_qs(query):
            self.send_header("X-Robots-Tag", "noindex")
        self.send_header("ETag", etag)
        if not fresh:
            self.send_header("Content-Type", f"{content_type}; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not fresh and self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET

    def find(self, path: str) -> tuple[bytes, str]:
        """Find what lives at a path; whatever is not a file is an address that the script resolves."""
        if path == "/grenverk.json":
            return json.dumps(self.config).encode(), "application/json"
        if path in FILES:
            return (HERE / path[1:]).read_bytes(), FILES[path]
        return (HERE / "index.html").read_bytes(), "text/html"

    def log_message(self, format: str, *args: object) -> None:
        """Keep the terminal quiet unless asked."""
        if self.verbose:
            super().log_message(format, *args)


class Server(ThreadingHTTPServer):
    """Serve each visitor in a thread of their own."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing about visitors who hang up; they are no fault of ours."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=EXAMPLE, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "front_ends",
        nargs="+",
        type=front_end,
        metavar="PORT=SITE",
        help="a port and the site shown there",
    )
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument(
        "--api", type=api_base, default="http://localhost:8000/api/v1/", help="base of the API (default %(default)s)"
    )
    parser.add_argument(
        "--frames",
        action="append",
        default=[],
        type=player_host,
        metavar="HOST",
        help="a PeerTube server whose films may be shown (one option each)",
    )
    parser.add_argument("--verbose", action="store_true", help="log every request")
    return parser.parse_args()


def listen(options: argparse.Namespace) -> list[Server]:
    """A server for each front end; all listen before any answers, so that one answer means that all are there."""
    servers = []
    for port, site in options.front_ends:
        handler = partial(Handler, {"api": options.api, "site": site or None}, options.frames, options.verbose)
        try:
            servers.append(Server((options.host, port), handler))
        except (OSError, OverflowError) as error:
            sys.stderr.write(f"serve.py: cannot listen on {options.host}:{port}: {error}\n")
            return []
    return servers


def main() -> int:
    """Serve until interrupted."""
    options = arguments()
    servers = listen(options)
    if not servers:
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for port, site in options.front_ends:
        sys.stdout.write(f"{site or 'all sites'}: http://{options.host}:{port}/\n")
    sys.stdout.flush()
    try:
        for server in servers[1:]:
            Thread(target=server.serve_forever, daemon=True).start()
        servers[0].serve_forever()
    except KeyboardInterrupt:
        for server in servers:
            server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
