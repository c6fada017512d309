"""Search below the API: what is found by which words, in which order, and only where it is shown."""

import json

import pytest
from django.db import connection

from cms.pipeline.publish import rebuild, worker
from cms.pipeline.publish.models import Publication, SearchText
from cms.pipeline.publish.search import Search, count, find, parse
from cms.pipeline.publish.search.adapter import CLOSE, OPEN
from cms.pipeline.publish.search.finding import RANKED
from cms.pipeline.publish.search.text import words_of
from tests.build import Branch, link_to, make_article, make_page, text
from tests.pipeline.stored import assert_law

STEMS = connection.vendor == "postgresql"


def titles(where: Branch, question: str, **narrow: str) -> list[str]:
    hits = find(Search(parse(question), where.site.pk, **narrow), None, 100)
    named = SearchText.objects.in_bulk([hit.publication_id for hit in hits], field_name="publication_id")
    return [named[hit.publication_id].title for hit in hits]


# --- what is searched ---


def test_the_words_of_a_page_are_what_a_visitor_reads() -> None:
    link = {"kind": "page", "available": True, "title": "Annans", "url": "https://annan.example/", "id": "x"}
    page = {
        "id": "6f0c",
        "type": "article",
        "label": "artikel",
        "title": "Ro\u0308d  rubrik",
        "lead": "Ingress",
        "body": [
            {"id": "1", "type": "paragraph", "value": {"html": "<p>För<b>sta</b> stycket &amp; mer</p><p>Andra</p>"}},
            {"id": "2", "type": "button", "value": {"label": "Tryck", "link": link, "style": "primary"}},
            {"id": "3", "type": "latest_articles", "value": {"heading": "Nytt", "articles": ["␟latest:3"]}},
        ],
        "tags": [{"slug": "tagg-slug", "name": "Taggen"}],
        "breadcrumbs": [{"title": "Hem", "path": "/"}],
        "canonical_url": "https://vantor.example/",
    }
    words = words_of(page)
    assert (words.title, words.lead) == ("Röd rubrik", "Ingress")
    assert words.text == "Första stycket & mer Andra Tryck Nytt Taggen"


# --- finding ---

pytestmark = pytest.mark.django_db


def test_all_words_must_be_there(vantor: Branch) -> None:
    make_article(vantor, "Hyror", body=[text("<p>Hyran höjs i hela staden.</p>")])
    make_article(vantor, "Staden växer", body=[text("<p>Nya hus byggs.</p>")])
    assert titles(vantor, "staden hyran") == ["Hyror"]
    assert set(titles(vantor, "staden")) == {"Hyror", "Staden växer"}
    assert titles(vantor, "ingenstans") == []


def test_the_title_counts_most_then_the_lead_then_the_text(vantor: Branch) -> None:
    make_article(vantor, "Tredje", body=[text("<p>Om tandvård i vardagen.</p>")])
    make_article(vantor, "Första om tandvård")
    make_article(vantor, "Andra", lead="Rätt till tandvård")
    assert titles(vantor, "tandvård") == ["Första om tandvård", "Andra", "Tredje"]


def test_what_says_it_often_comes_before_what_says_it_once(vantor: Branch) -> None:
    make_article(vantor, "En gång", body=[text("<p>Cykelbana.</p>")])
    make_article(vantor, "Ofta", body=[text("<p>Cykelbana, cykelbana och cykelbana.</p>")])
    assert titles(vantor, "cykelbana") == ["Ofta", "En gång"]


def test_capitals_count_as_much(vantor: Branch) -> None:
    make_article(vantor, "En gång", body=[text("<p>Om äldreomsorg.</p>")])
    make_article(vantor, "Ofta", body=[text("<p>ÄLDREOMSORG! Äldreomsorg på Ön.</p>")])
    assert titles(vantor, "äldreomsorg") == titles(vantor, "ÄLDREOMSORG") == ["Ofta", "En gång"]


def test_letters_of_their_own(vantor: Branch) -> None:
    for word in ("råd", "rad", "röd", "rod", "räd"):
        make_article(vantor, word)
    assert titles(vantor, "råd") == ["råd"]
    assert titles(vantor, "RÅD") == ["råd"]
    assert titles(vantor, "ra\u030ad") == ["råd"]
    assert titles(vantor, "röd") == ["röd"]


def test_beginnings_and_phrases(vantor: Branch) -> None:
    make_article(vantor, "Skolmaten ska vara god")
    make_article(vantor, "God mat i skolan")
    make_article(vantor, "Maten är god")
    assert set(titles(vantor, "skol*")) == {"Skolmaten ska vara god", "God mat i skolan"}
    assert titles(vantor, "kolmaten*") == []
    assert titles(vantor, '"god mat"') == ["God mat i skolan"]
    assert titles(vantor, '"mat god"') == []
    assert set(titles(vantor, "skol* god")) == {"Skolmaten ska vara god", "God mat i skolan"}


def test_words_with_hyphens_and_figures(vantor: Branch) -> None:
    make_article(vantor, "EU-valet 2029", body=[text("<p>Läs mer på www.exempel.se/val eller 08-123 45.</p>")])
    for question in ("eu", "valet", "eu-valet", "2029", '"eu valet 2029"', "exempel", "123"):
        assert titles(vantor, question) == ["EU-valet 2029"], question


def test_stems_where_there_is_a_dictionary(vantor: Branch) -> None:
    """PostgreSQL knows that these are one word; SQLite finds it by its beginning."""
    make_article(vantor, "Motionerna till kongressen")
    assert titles(vantor, "motion") == (["Motionerna till kongressen"] if STEMS else [])
    assert titles(vantor, "motion*") == ["Motionerna till kongressen"]


@pytest.mark.parametrize("question", ["och", "att och", '"och att"', "OCH"])
def test_words_of_every_text_alone_do_not_find_the_site(vantor: Branch, question: str) -> None:
    """PostgreSQL leaves them out, and what is left must not be the site itself; SQLite looks for them."""
    make_article(vantor, "Bad i sjön")
    assert titles(vantor, question) == []
    assert count(Search(parse(question), vantor.site.pk)) == 0


def test_words_of_every_text_beside_another(vantor: Branch) -> None:
    make_article(vantor, "Bad och sol")
    make_article(vantor, "Regn och rusk")
    assert titles(vantor, "bad och") == titles(vantor, '"bad och sol"') == ["Bad och sol"]


def test_a_beginning_that_is_such_a_word_is_a_beginning(vantor: Branch) -> None:
    make_article(vantor, "Förskola")
    make_article(vantor, "Sjukhus")
    assert titles(vantor, "för*") == ["Förskola"]


def test_narrowed_by_type_and_language(vantor: Branch) -> None:
    make_article(vantor, "Bad i sjön")
    make_page(vantor, "Bad för alla")
    assert titles(vantor, "bad", type="article") == ["Bad i sjön"]
    assert titles(vantor, "bad", type="page", language="sv") == ["Bad för alla"]
    assert titles(vantor, "bad", language="en") == []


# --- only what the site shows, and at once ---


def test_another_site_is_not_searched(vantor: Branch, varmland: Branch) -> None:
    make_article(varmland, "Ensam i skogen")
    assert titles(varmland, "skogen") == ["Ensam i skogen"]
    assert titles(vantor, "skogen") == []
    assert count(Search(parse("skogen"), vantor.site.pk)) == 0
    # Nor by the words in which the index notes whose it is.
    for site in (vantor.site.pk, varmland.site.pk):
        for question in (f"s{site}", f"s{site}*", str(site), f"§{site}", "scope", "s*"):
            assert "Ensam i skogen" not in titles(vantor, question)
            if question != "s*":
                assert titles(varmland, question) == []


def test_a_withdrawn_page_is_found_no_more(vantor: Branch) -> None:
    article = make_article(vantor, "Tillbakadragen")
    article.unpublish()
    assert titles(vantor, "tillbakadragen") == []
    assert not SearchText.objects.filter(title="Tillbakadragen").exists()
    assert_law()


def test_what_is_redacted_is_found_no_more(vantor: Branch) -> None:
    """A linked page's title stands in a card until that page goes: before the worker has done anything."""
    article = make_article(vantor, "Ordet pärlemor")
    card = {"heading": "", "items": [{"title": "", "text": "", "link": {"page": article}}]}
    make_page(vantor, "Nämner det", body=[("cards", card), text(link_to(article))])
    worker.drain()
    before = titles(vantor, "pärlemor")
    article.unpublish()
    assert "Ordet pärlemor" in before
    assert titles(vantor, "pärlemor") == []
    for row in SearchText.objects.select_related("publication"):
        assert (row.title, row.lead, row.text) == tuple(vars(words_of(json.loads(row.publication.body))).values())


def test_an_edit_replaces_the_words(vantor: Branch) -> None:
    article = make_article(vantor, "Gammal")
    article.title = "Färsk"
    article.save_revision().publish()
    assert titles(vantor, "gammal") == []
    assert titles(vantor, "färsk") == ["Färsk"]
    assert_law()


def test_verify_sees_words_that_are_not_the_page_s(vantor: Branch) -> None:
    make_article(vantor, "Rätt")
    assert_law()
    SearchText.objects.filter(title="Rätt").update(title="Fel")
    assert [line for line in rebuild.differences() if "the title that it is found by differs" in line]


# --- order, excerpts, limits ---


def test_a_change_elsewhere_moves_no_rank(vantor: Branch, varmland: Branch) -> None:
    make_article(vantor, "Bibliotek", body=[text("<p>Bibliotek åt alla</p>")])
    search = Search(parse("bibliotek"), vantor.site.pk)
    before = find(search, None, 10)
    for number in range(5):
        make_article(varmland, f"Bibliotek {number}")
    assert find(search, None, 10) == before


def test_hits_behind_and_before_one(vantor: Branch) -> None:
    for number in range(7):
        make_article(vantor, f"Teater {number}", body=[text("<p>" + "teater " * number + "</p>")])
    search = Search(parse("teater"), vantor.site.pk)
    hits = find(search, None, 100)
    assert len(hits) == 7
    middle = (hits[3].rank, hits[3].publication_id)
    assert find(search, middle, 100) == hits[4:]
    assert find(search, middle, 100, backwards=True) == hits[2::-1]


def test_the_excerpt_holds_the_match(vantor: Branch) -> None:
    filler = " ".join(f"utfyllnad{number}" for number in range(200))
    make_article(vantor, "Lång", body=[text(f"<p>{filler} en 🌹 ros i Vantör blommar {filler}</p>")])
    (hit,) = find(Search(parse("ros"), vantor.site.pk), None, 10)
    assert f"{OPEN}ros{CLOSE}" in hit.excerpt
    assert len(hit.excerpt) < 600


@pytest.mark.parametrize("lead", ["ros {}", "{} ros", "{} ros {}", "{}", "{}-ros-{}"])
@pytest.mark.parametrize("long", ["x" * 5000, " ".join(["x" * 1500] * 20)], ids=["one", "many"])
def test_an_excerpt_of_endless_words_is_short_too(vantor: Branch, lead: str, long: str) -> None:
    make_article(vantor, "Lång ros", lead=lead.format(long, long))
    (hit,) = find(Search(parse("ros"), vantor.site.pk), None, 10)
    assert 0 < len(hit.excerpt) < 600
    assert (f"{OPEN}ros{CLOSE}" in hit.excerpt) == ("ros" in lead)


def test_an_excerpt_without_a_match_begins_the_text(vantor: Branch) -> None:
    make_article(vantor, "Rubrikord", lead="Ingressen står först.")
    (hit,) = find(Search(parse("rubrikord"), vantor.site.pk), None, 10)
    assert hit.excerpt.startswith("Ingressen står först")
    assert OPEN not in hit.excerpt


def test_only_the_newest_are_ranked(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cms.pipeline.publish.search.finding.RANKED", 3)
    for number in range(5):
        make_article(vantor, f"Vanligt {number}")
    assert RANKED > 100
    assert count(Search(parse("vanligt"), vantor.site.pk)) == 3
    assert titles(vantor, "vanligt") != []


def test_a_very_long_page_is_published_and_found(vantor: Branch) -> None:
    long = " ".join(f"ord{number}" for number in range(60_000))
    make_article(vantor, "Oändlig", body=[text(f"<p>{long}</p>")])
    assert titles(vantor, "ord77") == ["Oändlig"]
    assert Publication.objects.filter(search_text__title="Oändlig").exists()


# --- the index behind it ---


def test_the_index_is_what_its_rows_say(vantor: Branch) -> None:
    article = make_article(vantor, "En")
    make_article(vantor, "Två").unpublish()
    article.title = "Tre"
    article.save_revision().publish()
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":  # raises if the index and its table differ
            cursor.execute("INSERT INTO publish_searchindex(publish_searchindex, rank) VALUES ('integrity-check', 1)")
        else:
            cursor.execute(
                "SELECT COUNT(*) FROM publish_searchtext WHERE NOT vector @@ 'tre'::tsquery AND title = 'Tre'"
            )
            assert cursor.fetchone() == (0,)
