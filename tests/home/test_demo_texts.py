"""The demo's texts, before they are loaded: enough of them, spread out, each a text of its own."""

from collections import Counter
from datetime import date

from cms.core.blocks.body import BLOCKS
from home.demo.sites import SITES
from home.demo.words import PageText
from tools.demo import FRONT_ENDS

ARTICLES: list[PageText] = [page for site in SITES for page in site.pages if page.model == "articles.Article"]
LIVE = [article for article in ARTICLES if article.live]


def words_of(article: PageText, kind: str) -> list[str]:
    return [value for name, value in article.fields["body"] if name == kind]


def test_every_site_is_served_where_its_links_lead() -> None:
    served = {site: f"http://localhost:{port}" for port, site, _ in FRONT_ENDS if site}
    assert served == {site.slug: site.base_url for site in SITES}


def test_there_are_two_districts_and_at_least_six_branches() -> None:
    kinds = Counter(site.unit.kind for site in SITES)
    assert kinds["district"] == 2
    assert kinds["branch"] >= 6
    whole = [site.unit for site in SITES if len([area for area in site.unit.areas if area.scheme == "se-kommun"]) > 1]
    assert whole, "a branch that covers several municipalities"


def test_no_paragraph_stands_twice() -> None:
    paragraphs = Counter(text for article in ARTICLES for text in words_of(article, "paragraph"))
    leads = Counter(article.fields["lead"] for article in ARTICLES)
    assert [text for text, count in (paragraphs + leads).items() if count > 1] == []


def test_the_articles_are_spread_over_eighteen_months() -> None:
    dates = sorted(date.fromisoformat(article.fields["date"][:10]) for article in LIVE)
    assert (dates[-1] - dates[0]).days >= 530
    assert len({(day.year, day.month) for day in dates}) >= 15


def test_articles_have_tags_authors_and_more_than_a_line() -> None:
    for article in LIVE:
        assert article.tags, article.path
        assert article.authors, article.path
        assert len(words_of(article, "paragraph")) >= 2, article.path


def test_a_third_has_pictures_and_many_quote_or_link() -> None:
    pictured = [article for article in LIVE if article.fields.get("image") or words_of(article, "image")]
    assert len(pictured) * 3 >= len(LIVE)
    assert len([article for article in LIVE if words_of(article, "quote")]) >= 20
    assert len([article for article in LIVE if 'href="page:' in "".join(words_of(article, "paragraph"))]) >= 20


def test_the_showcase_holds_every_kind_of_block_and_menus_lead_there() -> None:
    (riks,) = (site for site in SITES if site.slug == "riks")
    (showcase,) = (page for page in riks.pages if page.path == "/alla-delar/")
    used = [name for field in ("body", "body_after") for name, _ in showcase.fields.get(field, [])]
    missing = {block.wire_type for block in BLOCKS} - set(used)
    assert missing == set(), "show it in home/demo/sites/riks_showcase.py"
    for menu in ("header", "footer"):
        assert "PageRef(name='riks/alla-delar/')" in str(riks.frame[menu])
    assert "alla-delar" not in str([value["link"] for _, value in riks.frame["header"]]), "it is below another item"
