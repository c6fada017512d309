"""The admin answers while another process holds SQLite's write lock."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from tests.admin.conftest import make_desk
from tests.build import make_article, make_site

HELD = 2.0  # seconds; the admin waits for none of them
SQLITE = settings.DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"

pytestmark = pytest.mark.skipif(not SQLITE, reason="PostgreSQL has no lock on the whole database")


@contextmanager
def write_lock() -> Iterator[threading.Event]:
    """Another connection holds the lock; the event tells when it has let go."""
    held, gone = threading.Event(), threading.Event()
    file = connection.settings_dict["NAME"]

    def hold() -> None:
        other = sqlite3.connect(file, isolation_level=None, timeout=5)
        other.execute("BEGIN IMMEDIATE")
        held.set()
        time.sleep(HELD)
        other.execute("ROLLBACK")
        other.close()
        gone.set()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(5)
    yield gone
    thread.join()


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_admin_is_read_while_somebody_else_writes() -> None:
    vantor = make_site("vantor", kind="national")
    article = make_article(vantor)
    desk = make_desk(vantor)
    addresses = [
        "/admin/",
        reverse("wagtailadmin_explore", args=[vantor.index.pk]),
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        reverse("wagtailimages:index"),
        reverse("wagtailadmin_pages:history", args=[article.pk]),
        reverse("webbplats:edit", args=[vantor.frontend.pk]),
        reverse("enheter:edit", args=[vantor.unit.pk]),
    ]
    for address in addresses:  # templates are compiled at the first time; that is not what is measured
        desk.client.get(address)
    with write_lock() as gone:
        answers = {address: desk.client.get(address).status_code for address in addresses}
        assert not gone.is_set(), "the lock was gone before all had answered"
    assert answers == dict.fromkeys(addresses, 200)
