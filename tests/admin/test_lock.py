"""The admin answers while another process holds SQLite's write lock."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from cms.media.models import SiteRendition
from tests.admin.conftest import Desk, make_desk
from tests.build import Branch, make_article, make_site
from tests.media.pictures import drawing, encoded, site_image

HELD = 5.0  # seconds at most; the admin waits for none of them
SQLITE = settings.DATABASES["default"]["ENGINE"] == "cms.databases.sqlite"

pytestmark = [
    pytest.mark.skipif(not SQLITE, reason="PostgreSQL has no lock on the whole database"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("leave_what_was_there"),
]


@contextmanager
def write_lock() -> Iterator[threading.Event]:
    """Another connection holds the lock until the block ends, or for HELD; the event tells that it has let go."""
    held, enough, gone = threading.Event(), threading.Event(), threading.Event()
    file = connection.settings_dict["NAME"]

    def hold() -> None:
        other = sqlite3.connect(file, isolation_level=None, timeout=5)
        other.execute("BEGIN IMMEDIATE")
        held.set()
        enough.wait(HELD)
        other.execute("ROLLBACK")
        other.close()
        gone.set()

    thread = threading.Thread(target=hold)
    thread.start()
    assert held.wait(5)
    try:
        yield gone
    finally:
        enough.set()
        thread.join()


def read_while_locked(client: Client, address: str) -> str:
    with write_lock() as gone:
        response = client.get(address)
        assert not gone.is_set(), f"{address} answered only when the lock was gone"
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def national() -> Branch:
    return make_site("vantor", kind="national")


@pytest.fixture
def desk(national: Branch) -> Desk:
    """An editor who has opened nothing yet; templates are compiled, but by somebody else and on another page."""
    warm = Client()
    warm.force_login(User.objects.create_superuser("root", "root@example.se", "hemligt-losen"))
    image = site_image(encoded(drawing(60, 40), "PNG"), "annan.png")
    other = make_article(national, "En annan artikel", image=image)
    for address in [
        reverse("wagtailadmin_pages:edit", args=[other.pk]),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
    ]:
        assert warm.get(address).status_code == 200
    return make_desk(national)


def image_addresses(pk: int) -> list[str]:
    return [
        reverse("wagtailimages:index"),
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:chosen", args=[pk]),
        reverse("wagtailimages:edit", args=[pk]),
    ]


def test_a_page_opens_for_the_first_time_while_somebody_else_writes(national: Branch, desk: Desk) -> None:
    article = make_article(national)
    read_while_locked(desk.client, reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert not article.subscribers.filter(user=desk.user).exists()
    desk.client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    assert article.subscribers.filter(user=desk.user, comment_notifications=False).exists()


def test_new_images_are_seen_while_somebody_else_writes(national: Branch, desk: Desk) -> None:
    image = site_image(encoded(drawing(900, 700), "PNG"), "ny.png", collection=desk.folder)
    thumbnail = image.renditions.get(filter_spec="max-165x165")
    for address in image_addresses(image.pk):
        shown = read_while_locked(desk.client, address)
        if address != image_addresses(image.pk)[-1]:
            assert thumbnail.url in shown


def test_images_without_thumbnails_do_not_keep_the_admin_waiting(national: Branch, desk: Desk) -> None:
    image = site_image(encoded(drawing(900, 700), "PNG"), "ny.png", collection=desk.folder)
    article = make_article(national, image=image)
    SiteRendition.objects.filter(image=image).delete()
    cache.clear()
    for address in [*image_addresses(image.pk), reverse("wagtailadmin_pages:edit", args=[article.pk])]:
        read_while_locked(desk.client, address)
    assert not image.renditions.exists()
    # The fallback was kept nowhere: the next look makes the thumbnail.
    thumbnail = type(image).objects.get(pk=image.pk).get_rendition("max-165x165")
    assert (thumbnail.pk is not None, thumbnail.width) == (True, 165)


def test_the_admin_is_read_while_somebody_else_writes(national: Branch) -> None:
    article = make_article(national)
    desk = make_desk(national)
    addresses = [
        "/admin/",
        reverse("wagtailadmin_explore", args=[national.index.pk]),
        reverse("wagtailadmin_pages:history", args=[article.pk]),
        reverse("webbplats:edit", args=[national.frontend.pk]),
        reverse("enheter:edit", args=[national.unit.pk]),
    ]
    for address in addresses:  # templates are compiled at the first time; that is not what is measured
        desk.client.get(address)
    for address in addresses:
        read_while_locked(desk.client, address)
