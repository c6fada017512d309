"""Sharing in the admin: in Swedish, on one's own articles and sites, and nowhere else."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import PageLogEntry

from articles.models import Article, Carriage, Offer, Share, Subscription
from articles.sharing import actions
from tests.admin.conftest import Desk, make_desk
from tests.articles.sharing import offer, share, shown
from tests.build import Branch, make_article, make_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def stockholm(federation: dict[str, Branch]) -> Branch:
    return federation["stockholm"]


@pytest.fixture
def vantor_desk(vantor: Branch) -> Desk:
    return make_desk(vantor)


@pytest.fixture
def stockholm_desk(stockholm: Branch) -> Desk:
    return make_desk(stockholm)


def post(client: Client, name: str, *args: object, **form: object) -> Any:
    return client.post(reverse(f"sharing:{name}", args=args), form, follow=True)


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def text(answer: Any) -> str:
    return answer.content.decode()


# --- one's own article ---


def test_an_article_is_shown_on_the_branches_below(stockholm_desk: Desk, stockholm: Branch, vantor: Branch) -> None:
    article = make_article(stockholm, "Regionen")
    answer = post(stockholm_desk.client, "share", article.pk, reach="below")
    assert said(answer) == ["Sparat. Artikeln visas nu också på 1 annan webbplats."]
    assert shown(vantor) == {"Regionen": "/aktuellt/regionen/"}
    assert "http://localhost:9001/aktuellt/regionen/" in text(answer)
    assert "Visas sedan" in text(answer)
    assert PageLogEntry.objects.filter(page=article.pk, action=actions.SHARED).count() == 1


def test_chosen_ones_are_chosen(stockholm_desk: Desk, stockholm: Branch, varmland: Branch) -> None:
    article = make_article(stockholm, "Regionen")
    refused = post(stockholm_desk.client, "share", article.pk, reach="chosen")
    assert "Välj minst en." in text(refused)
    assert not Share.objects.exists()
    post(stockholm_desk.client, "share", article.pk, reach="chosen", chosen=[varmland.unit.pk])
    assert list(Share.objects.get().chosen.all()) == [varmland.unit]


def test_a_branch_offers_its_district(vantor_desk: Desk, vantor: Branch, stockholm: Branch, varmland: Branch) -> None:
    article = make_article(vantor, "Torget")
    url = reverse("sharing:share", args=[article.pk])
    page = text(vantor_desk.client.get(url))
    assert f'name="offers" value="{stockholm.unit.pk}"' in page
    assert f'name="offers" value="{varmland.unit.pk}"' not in page
    assert 'value="below"' not in page  # nothing lies below a branch
    post(vantor_desk.client, "share", article.pk, reach="own", offers=[stockholm.unit.pk])
    assert Offer.objects.get().unit == stockholm.unit
    assert "Väntar på svar" in text(vantor_desk.client.get(url))
    foreign = post(vantor_desk.client, "share", article.pk, reach="own", offers=[varmland.unit.pk])
    assert foreign.status_code == 200
    assert Offer.objects.count() == 1


def test_a_recall_takes_it_off_every_site_for_good(stockholm_desk: Desk, stockholm: Branch, vantor: Branch) -> None:
    article = make_article(stockholm, "Fel")
    share(article)
    asked = text(stockholm_desk.client.get(reverse("sharing:recall", args=[article.pk])))
    assert "en annan webbplats: Vantor" in asked
    without = post(stockholm_desk.client, "recall", article.pk, reason="")
    assert shown(vantor)
    assert "Det här behöver fyllas i" in text(without)
    answer = post(stockholm_desk.client, "recall", article.pk, reason="Siffrorna var fel.", here_too="on")
    assert said(answer) == ["Artikeln är tillbakadragen. Ingen annan webbplats visar den längre."]
    assert shown(vantor) == {}
    assert not Article.objects.get(pk=article.pk).live
    assert "Siffrorna var fel." in text(answer)
    actions.take(article, vantor.frontend, None)  # whatever a carrier still has open in a window
    assert shown(vantor) == {}


# --- what others hold out ---


def test_an_inbox_takes_in_and_hides(stockholm_desk: Desk, vantor: Branch, stockholm: Branch) -> None:
    article = make_article(vantor, "Torget")
    offer(article, stockholm)
    url = reverse("sharing:inbox")
    page = text(stockholm_desk.client.get(url))
    assert "Torget" in page
    assert "Väntar på svar (1)" in page
    answer = post(stockholm_desk.client, "take", "stockholm", article.pk)
    assert said(answer) == ["”Torget” visas nu på Stockholm."]
    assert "Väntar på svar (0)" in text(answer)
    assert shown(stockholm) == {"Torget": "/aktuellt/torget/"}
    assert "Torget" in text(stockholm_desk.client.get(url, {"lista": "visas"}))
    post(stockholm_desk.client, "hide", "stockholm", article.pk)
    assert shown(stockholm) == {}
    assert "Torget" in text(stockholm_desk.client.get(url, {"lista": "dolda"}))


def test_what_comes_from_above_is_shown_unless_one_chooses(
    vantor_desk: Desk, vantor: Branch, stockholm: Branch
) -> None:
    share(make_article(stockholm, "Regionen"))
    url = reverse("sharing:inbox")
    assert "Visas hos oss (1)" in text(vantor_desk.client.get(url))
    post(vantor_desk.client, "senders", "vantor", stockholm="choose", riks="all")
    assert Subscription.objects.get().mode == "choose"
    assert shown(vantor) == {}
    assert "Väntar på svar (1)" in text(vantor_desk.client.get(url))


def test_a_carrier_says_its_own_words(vantor_desk: Desk, vantor: Branch, stockholm: Branch) -> None:
    article = make_article(stockholm, "Regionen")
    share(article)
    page = text(vantor_desk.client.get(reverse("sharing:dress", args=["vantor", article.pk])))
    assert "Egen inledning" in page
    refused = post(vantor_desk.client, "dress", "vantor", article.pk, shown_at="2999-01-01 12:00")
    assert "Datumet ligger i framtiden" in text(refused)
    post(vantor_desk.client, "dress", "vantor", article.pk, pinned="on", introduction="Läs det här.")
    said_of_it = Carriage.objects.get()
    assert (said_of_it.pinned, said_of_it.introduction) == (True, "Läs det här.")
    assert "fäst överst" in text(vantor_desk.client.get(reverse("sharing:inbox"), {"lista": "visas"}))


# --- nobody else ---


@pytest.mark.parametrize("name", ["share", "recall"])
def test_another_sites_article_answers_like_nothing(vantor_desk: Desk, stockholm: Branch, name: str) -> None:
    article = make_article(stockholm, "Deras")
    share(article)
    for method in (vantor_desk.client.get, vantor_desk.client.post):
        theirs = method(reverse(f"sharing:{name}", args=[article.pk]))
        never = method(reverse(f"sharing:{name}", args=[999_999]))
        assert (theirs.status_code, theirs.content) == (404, never.content)


@pytest.mark.parametrize("name", ["take", "hide", "dress"])
def test_nobody_chooses_for_another_site(
    vantor_desk: Desk, stockholm: Branch, varmland: Branch, vantor: Branch, name: str
) -> None:
    article = make_article(stockholm, "Deras")
    share(article)
    assert post(vantor_desk.client, name, "stockholm", article.pk).status_code == 404
    assert post(vantor_desk.client, name, "varmland", article.pk).status_code == 404
    private = make_article(stockholm, "Hemligt")  # shared with nobody
    assert post(vantor_desk.client, name, "vantor", private.pk).status_code == 404
    assert not Carriage.objects.exists()


def test_a_writer_shares_nothing(vantor_desk: Desk, vantor: Branch) -> None:
    vantor_desk.user.groups.get().page_permissions.filter(permission__codename="publish_page").delete()
    article = make_article(vantor, "Torget")
    assert vantor_desk.client.get(reverse("sharing:share", args=[article.pk])).status_code == 404
    assert vantor_desk.client.get(reverse("sharing:inbox")).status_code == 404
    assert "Erbjudna artiklar" not in text(vantor_desk.client.get(reverse("wagtailadmin_home")))


def test_an_inbox_names_no_draft_and_nothing_private(vantor_desk: Desk, vantor: Branch, stockholm: Branch) -> None:
    draft = stockholm.index.add_child(instance=Article(title="Kanarieutkast", live=False))
    share(draft)
    private = make_article(stockholm, "Kanarieprivat")
    private.view_restrictions.create(restriction_type="login")
    share(private)
    for name in ("vantar", "visas", "dolda"):
        assert "Kanarie" not in text(vantor_desk.client.get(reverse("sharing:inbox"), {"lista": name}))


# --- the same for one and for twenty ---


def test_the_inbox_asks_as_often_for_many_as_for_few(vantor_desk: Desk, vantor: Branch, stockholm: Branch) -> None:
    def asked() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            vantor_desk.client.get(reverse("sharing:inbox"), {"lista": "visas"})
        return len(queries)

    share(make_article(stockholm, "Ett"))
    asked()
    few = asked()
    for number in range(19):
        share(make_article(stockholm, f"Nummer {number}"))
    assert asked() == few


def test_sharing_asks_as_often_for_many_sites_as_for_few(stockholm: Branch) -> None:
    def asked(title: str) -> int:
        article = make_article(stockholm, title)
        share(article, "own")
        with CaptureQueriesContext(connection) as queries:
            share(article, "below")
        return len(queries)

    asked("Värmer upp")
    few = asked("Ett")
    for number in range(10):
        make_site(f"forening-{number}", parent=stockholm.unit, port=9200 + number)
    assert asked("Två") - few <= 10  # a counter a site
