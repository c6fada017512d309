"""Who carries a shared article, where, and what follows when anything that says so changes."""

import pytest
from django.utils import timezone

from articles.models import ArticleIndex, Choice, Mode, Reach
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Change, Placement
from cms.pipeline.publish.rebuild import differences
from organisation.models import Unit
from tests.articles.sharing import carry, offer, recall, share, shown, subscribe
from tests.build import Branch, make_article, make_page, make_site, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def riks() -> Branch:
    return make_site("riks", kind="national", port=9100)


@pytest.fixture
def district(riks: Branch) -> Branch:
    return make_site("skane", kind="district", parent=riks.unit, port=9101)


@pytest.fixture
def branch(district: Branch) -> Branch:
    return make_site("lund", parent=district.unit, port=9102)


@pytest.fixture
def other(riks: Branch) -> Branch:
    above = make_site("blekinge", kind="district", parent=riks.unit, port=9103)
    return make_site("ronneby", parent=above.unit, port=9104)


@pytest.fixture(autouse=True)
def law(db: None):
    """Whatever a test did: the stored rows are those of a rebuild from nothing."""
    yield
    worker.drain()
    assert list(differences()) == []


def test_what_is_shared_below_is_shown_below(district: Branch, branch: Branch, riks: Branch, other: Branch) -> None:
    article = make_article(district, "Skånebygden")
    share(article)
    assert shown(branch) == {"Skånebygden": "/aktuellt/skånebygden/"}
    assert shown(riks) == shown(other) == shown(district) == {}
    assert Change.objects.filter(site=branch.site).latest("seq").reason == "shared"


def test_without_a_word_what_is_not_from_above_waits_to_be_chosen(branch: Branch, other: Branch) -> None:
    article = make_article(branch, "Domkyrkan")
    share(article, Reach.BRANCHES)
    assert shown(other) == {}
    carry(article, other, choice=Choice.TAKEN, taken_at=timezone.now())
    assert shown(other) == {"Domkyrkan": "/aktuellt/domkyrkan/"}


@pytest.mark.parametrize(("mode", "seen"), [(Mode.ALL, True), (Mode.CHOOSE, False), (Mode.NOTHING, False)])
def test_a_receiver_says_what_it_takes_of_a_sender(district: Branch, branch: Branch, mode: str, seen: bool) -> None:
    share(make_article(district, "Regionen"))
    subscribe(branch, district, mode)
    assert bool(shown(branch)) is seen


def test_what_a_receiver_hides_it_does_not_show(district: Branch, branch: Branch) -> None:
    article = make_article(district, "Regionen")
    share(article)
    carry(article, branch, choice=Choice.HIDDEN)
    assert shown(branch) == {}
    last = Change.objects.filter(site=branch.site).latest("seq")
    assert (last.op, last.reason, last.path) == ("delete", "unpublished", "/aktuellt/regionen/")


def test_only_the_chosen_may_show_it(riks: Branch, branch: Branch, other: Branch) -> None:
    share(make_article(riks, "Pilot"), Reach.CHOSEN, other)
    assert shown(other) == {"Pilot": "/aktuellt/pilot/"}
    assert shown(branch) == {}


def test_an_offer_upwards_is_shown_once_it_is_accepted(branch: Branch, district: Branch, other: Branch) -> None:
    article = make_article(branch, "Stadsparken")
    offer(article, district)
    assert shown(district) == {}
    offer(article, district, "accepted")
    assert shown(district) == {"Stadsparken": "/aktuellt/stadsparken/"}
    branch.unit.parent = other.unit.parent
    branch.unit.save()
    assert shown(district) == {}


@pytest.mark.parametrize("how", ["recall", "unpublish", "delete", "restrict"])
def test_what_is_withdrawn_is_gone_from_every_site_at_once(district: Branch, branch: Branch, how: str) -> None:
    article = make_article(district, "Fel")
    share(article)
    if how == "recall":
        recall(article)
    elif how == "unpublish":
        article.unpublish()
    elif how == "delete":
        article.delete()
    else:
        article.view_restrictions.create(restriction_type="login")
    assert shown(branch) == {}
    reason = {"recall": "recalled", "unpublish": "unpublished", "delete": "deleted", "restrict": "restricted"}[how]
    assert Change.objects.filter(site=branch.site).latest("seq").reason == reason


def test_an_edit_reaches_every_carrier_at_once(district: Branch, branch: Branch) -> None:
    article = make_article(district, "Före")
    share(article)
    article.title, article.slug = "Efter", "efter"
    publish(article)
    assert shown(branch) == {"Efter": "/aktuellt/efter/"}
    last = Change.objects.filter(site=branch.site).latest("seq")
    assert (last.op, last.path, last.previous_path) == ("upsert", "/aktuellt/efter/", "/aktuellt/före/")


def test_a_unit_that_moves_carries_what_is_above_it_now(district: Branch, branch: Branch, other: Branch) -> None:
    share(make_article(district, "Skåne"))
    above = Unit.objects.get(pk=other.unit.parent_id)
    new = Branch(above.frontend.site, above.frontend, above, above.frontend.site.root_page.specific, _index(above))
    share(make_article(new, "Blekinge"))
    branch.unit.parent = above
    branch.unit.save()
    assert shown(branch) == {"Blekinge": "/aktuellt/blekinge/"}


def test_the_own_page_keeps_its_address(district: Branch, branch: Branch) -> None:
    share(make_article(district, "Torget"))
    mine = make_article(branch, "Torget")
    assert shown(branch) == {"Torget": "/aktuellt/torget-skane/"}
    mine.unpublish()
    assert shown(branch) == {"Torget": "/aktuellt/torget/"}


def test_of_two_that_were_shared_the_first_has_the_address(riks: Branch, district: Branch, branch: Branch) -> None:
    first, second = make_article(riks, "Torget"), make_article(district, "Torget", lead="Vårt")
    share(second), share(first, shared_at=timezone.now())
    paths = {row.path for row in _placements(branch)}
    assert paths == {"/aktuellt/torget/", "/aktuellt/torget-riks/"}
    recall(second)
    assert {row.path for row in _placements(branch)} == {"/aktuellt/torget/"}


def test_the_longer_address_may_be_taken_too(district: Branch, branch: Branch) -> None:
    share(make_article(district, "Torget"))
    make_article(branch, "Torget")
    taken = make_article(branch, "Torget Skane")
    assert taken.slug == "torget-skane"
    [row] = _placements(branch)
    assert row.path == f"/aktuellt/torget-skane-{row.publication_id.hex[:8]}/"
    taken.delete()
    assert {row.path for row in _placements(branch)} == {"/aktuellt/torget-skane/"}


def test_what_a_site_carries_follows_its_list(district: Branch, branch: Branch) -> None:
    share(make_article(district, "Regionen"))
    branch.index.slug, branch.index.title = "nytt", "Nytt"
    publish(branch.index)
    assert shown(branch) == {"Regionen": "/nytt/regionen/"}
    [row] = _placements(branch)
    assert '"title":"Nytt"' in row.page_overlay
    branch.index.unpublish()
    assert shown(branch) == {}
    again = branch.home.add_child(instance=ArticleIndex(title="Läs", slug="las"))
    assert shown(branch) == {"Regionen": "/las/regionen/"}
    page = make_page(branch, "Om oss")
    again.move(page, "last-child")
    assert shown(branch) == {"Regionen": "/om-oss/las/regionen/"}


def test_a_carrier_sets_its_own_words_beside_it(district: Branch, branch: Branch) -> None:
    article = make_article(district, "Regionen")
    share(article, noindex=True)
    carry(article, branch, pinned=True, introduction="Läs det här först.", shown_at=timezone.now())
    [row] = _placements(branch)
    assert (row.pinned, row.noindex) == (True, True)
    assert '"introduction":"Läs det här först."' in row.overlay
    assert '"site":"skane","name":"Skane"' in row.overlay


def _placements(where: Branch) -> list[Placement]:
    return list(Placement.objects.filter(site=where.site, shared=True))


def _index(unit: Unit) -> ArticleIndex:
    return ArticleIndex.objects.get(path__startswith=unit.frontend.site.root_page.path)
