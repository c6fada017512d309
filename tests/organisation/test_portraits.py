"""A portrait's files answer while something shows the portrait, and not a moment longer."""

from collections.abc import Callable
from functools import partial

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.test import Client

from cms.media import finish, ladder, retired
from cms.media.ladder import build_ladder, build_missing_ladders
from cms.media.models import LadderFile, RetiredFile, SiteImage
from cms.pipeline.publish import worker
from organisation.models import Person, Unit
from tests.build import Branch, assign, day, make_article, make_page, make_person
from tests.media.conftest import stores  # noqa: F401
from tests.media.pictures import drawing, encoded, site_image
from tests.organisation.conftest import Board
from tests.pipeline.stored import assert_law, body_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("stores")]
FACE = encoded(drawing(60, 60), "PNG")


@pytest.fixture(autouse=True)
def empty_stores(stores) -> None:  # noqa: F811
    """Before the board's portrait is stored."""


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` ends as a commit does."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def addresses(empty_stores: None, board: Board, client: Client) -> list[str]:
    """Where the portrait of the chair answers: the quick files and the slow ones."""
    urls = [row.file.url.removeprefix(settings.PUBLIC_URL) for row in LadderFile.objects.all()]
    assert {url.rpartition(".")[2] for url in urls} == {"avif", "webp", "jpg"}
    assert answers(client, urls) == {200}
    return urls


def answers(client: Client, urls: list[str]) -> set[int]:
    return {client.get(url).status_code for url in urls}


def withdraw_consent(board: Board) -> None:
    board.person.consent_withdrawn_on = day()
    board.person.save()


def end_assignment(board: Board) -> None:
    board.assignment.end_date = day()
    board.assignment.save()


def forbid_portrait(board: Board) -> None:
    board.person.consent_portrait = False
    board.person.save()


def remove_portrait(board: Board) -> None:
    board.person.portrait = None
    board.person.save()


def exchange_portrait(board: Board) -> None:
    board.person.portrait = site_image(encoded(drawing(50, 50), "PNG"))
    board.person.save()


def dissolve_unit(board: Board) -> None:
    unit = Unit.objects.get(slug="vantor")
    unit.dissolution_date = day()
    unit.save()


WAYS: dict[str, Callable[[Board], object]] = {
    "withdraw": withdraw_consent,
    "end": end_assignment,
    "remove": lambda board: board.assignment.delete(),
    "delete": lambda board: board.person.delete(),
    "forbid": forbid_portrait,
    "without": remove_portrait,
    "another": exchange_portrait,
    "image": lambda board: SiteImage.objects.get(pk=board.person.portrait_id).delete(),
}


@pytest.mark.parametrize("way", WAYS)
def test_it_stops_answering_with_the_commit(board: Board, addresses: list[str], client: Client, commits, way) -> None:
    """Before the worker has done anything."""
    with commits():
        WAYS[way](board)
        assert answers(client, addresses) == {200}
    assert answers(client, addresses) == {404}
    assert_law()
    build_missing_ladders(10)
    worker.drain()
    assert answers(client, addresses) == {404}


def test_of_a_unit_that_is_no_more(board: Board, addresses: list[str], client: Client, commits) -> None:
    """What else names the unit follows by the worker."""
    with commits():
        dissolve_unit(board)
        worker.drain()
    assert answers(client, addresses) == {404}
    assert_law()


def test_it_goes_by_the_calendar_too(
    board: Board, addresses: list[str], client: Client, commits, clock: Callable[[int], None]
) -> None:
    board.assignment.end_date = day(2)
    board.assignment.save()
    with commits():
        worker.drain()
    assert answers(client, addresses) == {200}
    clock(2)
    with commits():
        worker.drain()
    assert answers(client, addresses) == {404}


def test_a_rollback_takes_nothing_down(board: Board, addresses: list[str], client: Client, commits) -> None:
    from django.db import transaction

    with commits(), transaction.atomic():
        withdraw_consent(board)
        transaction.set_rollback(True)
    worker.drain()
    assert answers(client, addresses) == {200}


def test_what_an_article_shows_stays_until_the_article_goes(
    board: Board, addresses: list[str], vantor: Branch, client: Client, commits
) -> None:
    article = make_article(vantor, "Ny ordförande", image=board.person.portrait)
    with commits():
        withdraw_consent(board)
        worker.drain()
    assert answers(client, addresses) == {200}
    with commits():
        article.unpublish()
    assert answers(client, addresses) == {404}


def test_a_second_upload_of_the_same_bytes(
    board: Board, addresses: list[str], vantor: Branch, client: Client, commits
) -> None:
    """It keeps the files while something shows it with right."""
    twin = site_image(FACE, "en-gang-till.png")
    build_ladder(twin)
    article = make_article(vantor, "Ny ordförande", image=twin)
    with commits():
        worker.drain()
        withdraw_consent(board)
        worker.drain()
    assert answers(client, addresses) == {200}
    with commits():
        article.unpublish()
    assert answers(client, addresses) == {404}


def test_a_copy_in_the_library_does_not_keep_the_files(
    board: Board, addresses: list[str], client: Client, commits
) -> None:
    build_ladder(site_image(FACE, "en-gang-till.png"))
    with commits():
        withdraw_consent(board)
    assert answers(client, addresses) == {404}


def test_the_portrait_before_it_goes_too(board: Board, addresses: list[str], client: Client, commits) -> None:
    """A replaced picture answers for a grace period, but not a person's who has taken back their consent."""
    portrait = SiteImage.objects.get(pk=board.person.portrait_id)
    portrait.file = ContentFile(encoded(drawing(50, 50), "PNG"), name="ny.png")
    with commits():
        portrait.save()
    worker.drain()
    assert answers(client, addresses) == {200}
    with commits():
        withdraw_consent(board)
    assert answers(client, addresses) == {404}
    assert not RetiredFile.objects.exists()


def test_who_comes_back_is_seen_again_at_the_same_addresses(
    board: Board, addresses: list[str], client: Client, commits
) -> None:
    with commits():
        withdraw_consent(board)
    worker.drain()
    person = Person.objects.get(pk=board.person.pk)
    person.consent_on, person.consent_withdrawn_on = day(), None
    with commits():
        person.save()
    assert LadderFile.objects.exists()  # the quick files, before the worker has done anything
    worker.drain()
    assert answers(client, addresses) == {200}
    assert addresses[0] in body_of(board.page)
    assert_law()


def test_without_consent_it_never_is_public(board: Board, addresses: list[str], vantor: Branch, commits) -> None:
    portrait = site_image(encoded(drawing(44, 44), "PNG"), "hemlig.png")
    build_ladder(portrait)
    with commits():
        person = make_person(vantor.unit, "Hemlig Exempel", consent_on=None, portrait=portrait)
        assign(person, board.body.posts.get(role="member"))
    assert not portrait.ladder.exists()
    worker.drain()
    assert not portrait.ladder.exists()


def test_a_ladder_in_the_making_does_not_put_it_up_again(
    board: Board, addresses: list[str], client: Client, commits, monkeypatch
) -> None:
    """The worker encodes while somebody takes back their consent."""
    encode, image = finish.encode_all, SiteImage.objects.get(pk=board.person.portrait_id)

    def meanwhile(*args, **kwargs):
        with commits():
            withdraw_consent(board)
        return encode(*args, **kwargs)

    monkeypatch.setattr(finish, "encode_all", meanwhile)
    with commits():
        assert not finish.finish(image)
    assert answers(client, addresses) == {404}
    retired.delete_due()
    assert not LadderFile.objects.exists()


def test_a_new_file_for_a_portrait_that_nobody_may_see(board: Board, addresses: list[str], commits) -> None:
    with commits():
        withdraw_consent(board)
    portrait = SiteImage.objects.get(pk=board.person.portrait_id)
    portrait.file = ContentFile(encoded(drawing(40, 40), "PNG"), name="ny.png")
    with commits():
        portrait.save()
    assert not ladder.build_ladder(portrait)
    assert not LadderFile.objects.exists()


def test_an_article_with_a_portrait_that_was_taken_down(
    board: Board, addresses: list[str], vantor: Branch, client: Client, commits
) -> None:
    """The editor may show it elsewhere: it is built again with the publication."""
    with commits():
        withdraw_consent(board)
    block = ("image", {"image": board.person.portrait, "alt": "Två personer", "size": "normal"})
    with commits():
        page = make_page(vantor, "Minnen", body=[block])
    worker.drain()
    assert addresses[0] in body_of(page)
    assert answers(client, addresses) == {200}
    assert_law()
