"""Which pages may read the API in a browser: a site's own front end, and nobody else's."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from playwright.sync_api import Page

from tests.browser.stack import Stack
from tests.browser.visit import visit

READ = "url => fetch(url).then(answer => answer.status, () => 'refused')"


class Foreign(BaseHTTPRequestHandler):
    """Somebody else's page."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Somebody else</title>")

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def foreign() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Foreign)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_foreign_page_reads_nothing(page: Page, stack: Stack, foreign: str) -> None:
    page.goto(foreign)
    paths = ["", "sites/", "sites/vantor/", "sites/vantor/articles/", "sites/vantor/resolve/?path=/", "nowhere/"]
    assert {path: page.evaluate(READ, stack.api + path) for path in paths} == dict.fromkeys(paths, "refused")


@pytest.mark.parametrize(("own", "other"), [("vantor", "varmland"), ("varmland", "vantor")])
def test_a_front_end_reads_its_own_site(page: Page, stack: Stack, own: str, other: str) -> None:
    visit(page, f"{stack.urls[own]}/")
    assert page.evaluate(READ, f"{stack.api}sites/{own}/articles/") == 200
    assert page.evaluate(READ, f"{stack.api}sites/{own}/resolve/?path=/nowhere/") == 404
    assert page.evaluate(READ, f"{stack.api}sites/") == 200
    assert page.evaluate(READ, f"{stack.api}sites/{other}/articles/") == "refused"
