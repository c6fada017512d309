"""What choosers and completions offer: one's own, and of others only what is public, by its public name."""

import pytest
from django.urls import reverse

from articles.models import Article
from cms.core.viewer import HIDDEN
from cms.sites.models import Frontend
from tests.admin.conftest import CANARY, Desk, Secrets
from tests.admin.forms import body
from tests.build import Branch, make_article, make_page


def test_the_page_chooser_shows_own_pages_and_public_ones(
    vantor_desk: Desk, vantor: Branch, varmland: Branch, secrets: Secrets
) -> None:
    vantor.index.add_child(instance=Article(title="Eget utkast", live=False))
    make_article(varmland, "Varmlands nyhet")
    search = reverse("wagtailadmin_choose_page_search")
    own = body(vantor_desk.client.get(search, {"q": "Eget"}))
    public = body(vantor_desk.client.get(search, {"q": "Varmlands"}))
    renamed = body(vantor_desk.client.get(search, {"q": "Gammalt"}))
    by_new_title = body(vantor_desk.client.get(search, {"q": "Kanarie"}))
    assert "Eget utkast" in own
    assert "Varmlands nyhet" in public
    assert "Gammalt namn" in renamed  # Wagtail would show the title of its draft
    assert CANARY not in renamed + by_new_title
    below = body(vantor_desk.client.get(reverse("wagtailadmin_choose_page_child", args=[varmland.index.pk])))
    assert "Varmlands nyhet" in below
    assert CANARY not in below


@pytest.mark.parametrize("kind", ["draft", "private", "renamed"])
def test_a_page_chosen_by_number_stays_nameless(kind: str, vantor_desk: Desk, vantor: Branch, secrets: Secrets) -> None:
    """Who posts the number of a foreign draft to a form gets it back without its title."""
    page = getattr(secrets, kind)
    Frontend.objects.filter(pk=vantor.frontend.pk).update(privacy_page=page)
    answer = body(vantor_desk.client.get(reverse("webbplats:edit", args=[vantor.frontend.pk])))
    assert CANARY not in answer
    assert ("Gammalt namn" if kind == "renamed" else HIDDEN) in answer


def test_tags_are_offered_when_they_are_public(vantor_desk: Desk, varmland: Branch, secrets: Secrets) -> None:
    article = make_article(varmland, "Med ämne")
    article.tags.add("klimat")
    article.save_revision().publish()
    url = reverse("wagtailadmin_tag_autocomplete")
    assert vantor_desk.client.get(url, {"term": "klim"}).json() == ["klimat"]
    assert vantor_desk.client.get(url, {"term": "Kanarie"}).json() == []


def test_a_live_page_below_a_draft_does_not_tell_its_name(vantor_desk: Desk, varmland: Branch) -> None:
    above = make_page(varmland, "Rubrik")
    make_page(varmland, "Ensam sida", under=above)
    above.title = f"{CANARY} över"
    above.save_revision()
    found = body(vantor_desk.client.get(reverse("wagtailadmin_choose_page_search"), {"q": "Ensam"}))
    assert "Ensam sida" in found
    assert CANARY not in found
