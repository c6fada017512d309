"""Serve the plain front end: three static files, its configuration, and index.html for every other address."""

import argparse
import hashlib
import json
import re
import signal
import sys
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

HERE = Path(__file__).resolve().parent
FILES = {"/style.css": "text/css", "/app.js": "text/javascript"}
EXAMPLE = """example:
  python serve.py --port 8001 --api http://localhost:8000/api/v1/ --site vantor
  (without --site it shows a page with all sites)"""


def api_base(value: str) -> str:
    """Check the API's address and make it end in a slash, which the script relies on."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise argparse.ArgumentTypeError("give the API's whole address, such as http://localhost:8000/api/v1/")
    return value.rstrip("/") + "/"


def site_slug(value: str) -> str:
    """Check that a site is a slug, so that it can stand in a path as it is."""
    if not re.fullmatch(r"[a-z0-9][a-z0-9-]*", value):
        raise argparse.ArgumentTypeError("give the site's slug, such as vantor")
    return value


def security_headers(api: str) -> dict[str, str]:
    """Build the headers that every answer carries: only this origin and the API's may be reached or frame the page."""
    parts = urlsplit(api)
    origin = f"{parts.scheme}://{parts.netloc}"
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "connect-src": f"'self' {origin}",
        "img-src": f"'self' data: {origin}",
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

    def __init__(self, config: dict[str, str | None], verbose: bool, *args: object) -> None:
        self.config = config
        self.verbose = verbose
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Send a file with its headers, or 304 when the browser has it already."""
        path, _, query = self.path.partition("?")
        body, content_type = self.find(path)
        etag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
        fresh = self.headers.get("If-None-Match") == etag
        self.send_response(HTTPStatus.NOT_MODIFIED if fresh else HTTPStatus.OK)
        for name, value in security_headers(str(self.config["api"])).items():
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
    parser.add_argument("--port", type=int, default=8001, help="port to listen on (default %(default)s)")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default %(default)s)")
    parser.add_argument(
        "--api", type=api_base, default="http://localhost:8000/api/v1/", help="base of the API (default %(default)s)"
    )
    parser.add_argument("--site", type=site_slug, help="slug of the site to show; left out: a page with all sites")
    parser.add_argument("--verbose", action="store_true", help="log every request")
    return parser.parse_args()


def main() -> int:
    """Serve until interrupted."""
    options = arguments()
    config = {"api": options.api, "site": options.site}
    try:
        server = Server((options.host, options.port), partial(Handler, config, options.verbose))
    except (OSError, OverflowError) as error:
        sys.stderr.write(f"serve.py: cannot listen on {options.host}:{options.port}: {error}\n")
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.stdout.write(f"{options.site or 'all sites'}: http://{options.host}:{options.port}/\n")
    sys.stdout.flush()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        server.server_close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
