"""The page of changes between two versions says days, and yes and no, as editors read them elsewhere."""

from datetime import UTC, datetime

from bs4 import BeautifulSoup
from django.urls import reverse

from articles.models import Article
from tests.admin.conftest import Desk
from tests.build import Branch, make_article


def compared(desk: Desk, article: Article) -> dict[str, list[str]]:
    """What the page says of each field: what was taken away and added."""
    url = reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, "earliest", "latest"])
    page = BeautifulSoup(desk.client.get(url).content, "html.parser")
    names, changes = page.select("td.title"), page.select("td.comparison")
    return {
        name.get_text(strip=True): [" ".join(part.split()) for part in change.stripped_strings]
        for name, change in zip(names, changes, strict=True)
    }


def test_days_and_choices_are_said_in_swedish(vantor_desk: Desk, vantor: Branch) -> None:
    article = make_article(vantor, "Torgmöte", go_live_at=datetime(2031, 2, 1, 7, 30, tzinfo=UTC))
    article.go_live_at = datetime(2031, 2, 3, 7, 0, tzinfo=UTC)
    article.expire_at = datetime(2031, 6, 1, 10, 0, tzinfo=UTC)
    article.noindex = True
    article.save_revision(user=vantor_desk.user)
    told = list(compared(vantor_desk, article).values())
    assert ["1 februari 2031 kl. 8.30", "3 februari 2031 kl. 8"] in told
    assert ["1 juni 2031 kl. 12"] in told
    assert ["Nej", "Ja"] in told
