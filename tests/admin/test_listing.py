"""Lists of ours in the admin: search, filters and dates in Swedish."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from cms.core import dates
from cms.core.listing import ListingFilterSet, containing
from organisation.models import Person, Unit
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent
from tests.build import Branch, day, make_article, make_person

pytestmark = pytest.mark.django_db


NOBODY = SimpleNamespace(user=AnonymousUser())


class PersonFilters(ListingFilterSet):
    class Meta:
        model = Person
        fields = ["consent_on", "unit"]


class ArticleFilters(ListingFilterSet):
    class Meta:
        model = Article
        fields = ["date"]


@pytest.mark.parametrize("asked", ["åsa", "ÅSA", "Åsa", "öberg", "åsa exempels", "ÖBERG åsa"])
def test_a_search_finds_swedish_names_however_they_are_written(asked: str, vantor: Branch) -> None:
    make_person(vantor.unit, "Åsa Öberg Exempelsson")
    make_person(vantor.unit, "Asa Oberg Exempelsson")
    assert [person.name for person in Person.objects.filter(containing(asked, ["name"]))] == ["Åsa Öberg Exempelsson"]


def test_a_search_of_many_words_is_cut_and_one_of_none_finds_nothing(vantor: Branch) -> None:
    make_person(vantor.unit, "Ylva Exempelsson")
    assert not Person.objects.filter(containing("  ", ["name"])).exists()
    assert Person.objects.filter(containing("ylva " * 5000, ["name"])).exists()


def test_a_list_is_searched_and_dated(root: Client, varmland: Branch) -> None:
    Unit.objects.filter(pk=varmland.unit.pk).update(name="Östra Värmland")
    url = reverse("enheter:edit", args=[varmland.unit.pk])
    root.post(url, as_sent(root, url))
    page = root.get(reverse("enheter:index_results"), {"q": "östra"}).content.decode()
    assert "Östra Värmland" in page
    assert "Stockholm" not in page
    assert dates.day(timezone.now()) in page


def test_a_day_range_holds_both_its_days(vantor: Branch) -> None:
    for name, offset in [("Före", -8), ("Första", -7), ("Sista", -5), ("Efter", -4)]:
        make_person(vantor.unit, f"{name} Exempelsson", consent_on=day(offset))
    inside = {"consent_on_from": day(-7).isoformat(), "consent_on_to": day(-5).isoformat()}
    assert _names(inside) == ["Första", "Sista"]
    assert _names({"consent_on_from": day(-5).isoformat()}) == ["Efter", "Sista"]
    assert _names({"consent_on_from": "igår"}) is None  # refused, and not an error


def _names(query: dict[str, str]) -> list[str] | None:
    filters = PersonFilters(query, Person.objects.all(), request=NOBODY)
    if not filters.form.is_valid():
        return None
    return sorted(person.name.split()[0] for person in filters.qs)


def test_a_day_is_the_organisations_own_also_for_moments(vantor: Branch) -> None:
    midnight = timezone.make_aware(timezone.datetime(2026, 3, 2))
    make_article(vantor, "Strax efter midnatt", date=midnight + timedelta(minutes=5))
    found = ArticleFilters({"date_from": "2026-03-02", "date_to": "2026-03-02"}, Article.objects.all()).qs
    assert [article.title for article in found] == ["Strax efter midnatt"]


def test_a_filter_names_nothing_of_other_sites(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    filters = PersonFilters({}, Person.objects.all(), request=SimpleNamespace(user=vantor_desk.user))
    offered = str(filters.form["unit"])
    assert vantor.unit.name in offered
    assert varmland.unit.name not in offered
    stolen = PersonFilters({"unit": varmland.unit.pk}, Person.objects.all(), request=filters.request)
    assert "unit" in stolen.form.errors


def test_the_range_is_labelled_in_swedish_for_eyes_and_ears() -> None:
    html = str(PersonFilters({}, Person.objects.none(), request=NOBODY).form["consent_on"])
    for label in ("Från och med", "Till och med"):
        assert f'aria-label="{label}"' in html
        assert f">{label}</span>" in html
    assert html.count('type="date"') == 2


@pytest.mark.parametrize(
    ("moment", "spoken"),
    [
        ("2026-11-25 00:00", "i dag kl. 0.00"),
        ("2026-11-25 08:00", "i dag kl. 8"),
        ("2026-11-24 23:05", "i går kl. 23.05"),
        ("2026-11-26 00:30", "i morgon kl. 0.30"),
        ("2026-12-01 08:00", "1 december kl. 8"),
        ("2027-01-01 12:15", "1 januari 2027 kl. 12.15"),
    ],
)
def test_moments_are_said_as_swedes_say_them(moment: str, spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.make_aware(timezone.datetime(2026, 11, 25, 20, 0))
    monkeypatch.setattr(timezone, "now", lambda: now)
    assert dates.moment(timezone.make_aware(timezone.datetime.fromisoformat(moment))) == spoken
    assert dates.day(date(2026, 11, 25)) == "25 november 2026"
