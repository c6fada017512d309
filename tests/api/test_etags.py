"""Conditional requests: what is read to answer them, and which ETags are one thing."""

import gzip
from uuid import uuid4

import brotli
import pytest
from django.db import connection
from django.db.models import F
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from api import encodings, etags
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Counter
from tests.api.conftest import Api
from tests.api.endpoints import ENDPOINTS, sample
from tests.api.world import World, id_of
from tests.build import make_article

BY_VERSION = ["frame", "version", "pages", "page", "resolve", "articles", "tags", "site_unit", "changes"]
ARTICLES = "sites/vantor/articles/"
CHANGES = "sites/vantor/changes/"


@pytest.mark.parametrize("name", BY_VERSION)
def test_who_has_todays_version_costs_the_search_for_the_site(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    etag = api.get(path, **query).headers["ETag"]
    with CaptureQueriesContext(connection) as captured:
        api.get(path, 304, headers={"If-None-Match": etag}, **query)
    assert len(captured) == 1


def test_a_publish_elsewhere_leaves_it_fresh_under_the_etag_that_the_reader_has(api: Api, world: World) -> None:
    page = f"sites/vantor/pages/{id_of(world.series[0])}/"
    held = api.get(page).headers["ETag"]
    make_article(world.vantor, "Något annat")
    worker.drain()
    again = api.get(page, 304, headers={"If-None-Match": held})
    assert again.headers["ETag"] == held
    assert again.headers["Grenverk-Version"] != held[1:].partition(".")[0]
    listed = api.get(ARTICLES, limit="100").headers["ETag"]
    world.series[0].unpublish()
    api.get(ARTICLES, headers={"If-None-Match": listed}, limit="100")
    api.get(page, 404, headers={"If-None-Match": held})


def test_an_etag_of_another_release_is_compared_by_its_hash(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    held = api.get(ARTICLES).headers["ETag"]
    monkeypatch.setattr(etags, "release", lambda: "ffffff")
    with CaptureQueriesContext(connection) as captured:
        assert api.get(ARTICLES, 304, headers={"If-None-Match": held}).headers["ETag"] == held
    assert len(captured) > 1
    stale = held.replace("-", "-0")
    assert api.get(ARTICLES, headers={"If-None-Match": stale}).content


def test_a_withdrawn_page_is_never_unchanged(api: Api, world: World) -> None:
    path = f"sites/vantor/pages/{id_of(world.series[3])}/"
    etag = api.get(path).headers["ETag"]
    world.series[3].unpublish()
    api.get(path, 404, headers={"If-None-Match": etag})


def test_an_etag_of_another_address_is_no_answer(api: Api, world: World) -> None:
    held = api.get(ARTICLES, limit="5").headers["ETag"]
    assert len(api.get(ARTICLES, headers={"If-None-Match": held}, limit="50").json()["results"]) > 5
    for path in (f"sites/vantor/pages/{uuid4()}/", f"sites/varmland/pages/{id_of(world.series[0])}/"):
        api.get(path, 404, headers={"If-None-Match": held})
    api.get("sites/vantor/resolve/", 404, headers={"If-None-Match": held}, path="/aldrig/")
    # Two addresses of one text are told so by its hash.
    api.get(ARTICLES, 304, headers={"If-None-Match": held}, limit="5", v="1")


def test_an_etag_of_the_site_that_had_the_slug_is_no_answer(world: World) -> None:
    request = RequestFactory().get("/api/v1/sites/vantor/")
    stamps = {etags.stamp(request, site.site.pk, 7) for site in (world.vantor, world.varmland)}
    assert len(stamps) == 2


def test_who_has_the_answer_to_an_expired_cursor_is_told_that_it_expired(api: Api, world: World) -> None:
    cursor = api.json(CHANGES, limit="500")["cursor"]
    for number in range(2):
        make_article(world.vantor, f"Ny {number}")
    worker.drain()
    held = api.get(CHANGES, since=cursor).headers["ETag"]
    api.get(CHANGES, 304, headers={"If-None-Match": held}, since=cursor)
    Counter.objects.filter(site=world.vantor.site).update(floor=F("version"))
    gone = api.get(CHANGES, 410, headers={"If-None-Match": held}, since=cursor)
    assert gone.json()["type"] == "cursor-expired"


# --- content codings ---


@pytest.mark.parametrize("name", [name for name in ENDPOINTS if name != "preview"])
def test_each_coding_has_its_own_etag_and_the_same_text(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    plain = api.get(path, **query)
    met = {plain.headers["ETag"]}
    for coding, unpack in (("br", brotli.decompress), ("gzip", gzip.decompress)):
        packed = api.get(path, headers={"Accept-Encoding": coding}, **query)
        if len(plain.content) < encodings.SMALLEST:
            assert "Content-Encoding" not in packed.headers
            continue
        assert packed.headers["Content-Encoding"] == coding
        assert unpack(packed.content) == plain.content
        assert len(packed.content) < len(plain.content)
        assert packed.headers["ETag"] not in met
        met.add(packed.headers["ETag"])
    for etag in met:  # whoever has one of them has the text
        assert api.get(path, 304, headers={"If-None-Match": etag}, **query).headers["ETag"] == etag


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("br;q=0, gzip;q=0", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("identity", ""),
        ("identity;q=0.5, gzip;q=0.2", ""),
        ("BR ; q=1.0", "br"),
        ("gzip;q=nonsens", ""),
        ("", ""),
        (",;,", ""),
    ],
)
def test_the_coding_is_the_one_that_the_reader_likes_best(accepted: str, coding: str) -> None:
    assert encodings.preferred(accepted, 10_000) == coding


def test_a_preview_is_not_compressed_and_has_no_etag(api: Api, world: World) -> None:
    path, query = sample(world, "preview")
    headers = api.get(path, headers={"Accept-Encoding": "br"}, **query).headers
    assert "Content-Encoding" not in headers
    assert "ETag" not in headers


# --- how long caches keep it ---


def test_how_long_is_a_setting(api: Api, world: World, settings: object) -> None:
    settings.CACHE_SECONDS = settings.CACHE_SECONDS | {"list": 86_400, "stale": 5}
    assert api.get(ARTICLES).headers["Cache-Control"] == "public, max-age=0, s-maxage=86400, stale-while-revalidate=5"
    assert "s-maxage=2," in api.get("sites/vantor/version/").headers["Cache-Control"]


def test_a_stamp_is_compared_whole() -> None:
    request = RequestFactory().get("/", headers={"If-None-Match": '"81.abcdef.00-00", W/"812.abcdef.00-11"'})
    assert etags.stamped(request, "812.abcdef.00") == '"812.abcdef.00-11"'
    assert etags.stamped(request, "8.abcdef.00") == ""
    assert etags.stamped(request, "812.abcdef") == ""
