"""A provider that stands for all hosts, so that no test asks the network."""

from collections.abc import Iterator
from threading import Thread

import pytest
import urllib3

from cms.media.embeds import fetch
from tests.media.embeds.server import Provider

PUBLIC = "93.184.215.14"


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Whatever host is asked for has a public address, and the connection to it leads here."""
    server = Provider()
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    monkeypatch.setattr(fetch, "_look_up", lambda host: [PUBLIC])
    monkeypatch.setattr(
        fetch, "_pool", lambda address, host: urllib3.HTTPConnectionPool(*server.server_address, timeout=fetch.PATIENCE)
    )
    yield server
    server.shutdown()
    server.server_close()
