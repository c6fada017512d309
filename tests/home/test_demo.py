"""The demo federation: whole, published, each site in the hands of its own editor."""

import json
from collections import Counter
from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex, Site, Task, Workflow
from wagtail.permissions import policy_registry

from api.shapes import PAGE_TYPES
from articles.models import Article, ArticleAuthor
from cms.core.blocks.body import BLOCKS
from cms.media.models import SiteImage
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Placement, Publication
from cms.sites.models import Frontend, Redirect
from home.demo import drawings
from home.demo.people import EVERYBODY, PEOPLE, WRITER
from home.demo.register import REGISTERS
from home.demo.register.words import RegisterText
from home.demo.sites import SITES
from home.demo.waiting import TITLE
from home.models import WelcomePage
from organisation.models import Unit
from tests.api.test_schema import complaints
from tests.home.conftest import Loaded
from tests.home.test_demo_register import newest, seats

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo")]
SEATS = [
    ("riks", "/partiet/organisation/", "congress"),
    ("varmland", "/organisationen/", "district_conference"),
    ("stockholm", "/om-oss/", "district_conference"),
]
SLUGS = [site.slug for site in SITES]


def run() -> str:
    said = StringIO()
    call_command("load_demo", stdout=said)
    return said.getvalue()


def published(site: str, path: str) -> dict:
    return json.loads(Placement.objects.get(site__frontend__slug=site, path=path).publication.body)


def test_every_live_page_is_published_and_no_draft(demo: str) -> None:
    live = Page.objects.filter(live=True, depth__gt=1)
    assert Publication.objects.filter(kind="page").count() == live.count()
    assert Article.objects.live().count() >= 60
    assert Article.objects.filter(live=False).exists()


def test_its_sites_are_those_of_a_federation(demo: str) -> None:
    kinds = Counter(Unit.objects.exclude(frontend=None).values_list("kind", flat=True))
    assert (kinds["national"], kinds["district"]) == (1, 2)
    assert kinds["branch"] >= 6


def test_its_redirects_lead_somewhere(demo: str) -> None:
    found = Placement.objects.filter(kind="redirect", site__frontend__slug="vantor")
    ends = {json.loads(one.publication.body)["to"]["url"] for one in found}
    assert Redirect.objects.count() == len(ends) == 3
    own = Frontend.objects.get(slug="vantor").base_url
    assert {url.startswith(own) for url in ends} == {True, False}
    for redirect in Redirect.objects.all():
        redirect.full_clean()  # as an editor could have written them


def test_nothing_is_left_to_do_and_the_rows_equal_a_rebuild(demo: str) -> None:
    assert worker.backlog() == 0
    call_command("publish", "--verify", stdout=StringIO())
    assert not Publication.objects.exclude(failure="").exists()


def test_nothing_that_visitors_see_waits_for_the_worker(loaded: Loaded) -> None:
    assert dict(Publication.objects.values_list("pk", "body")) == loaded.bodies


def test_the_same_picture_on_many_sites_is_encoded_once(loaded: Loaded) -> None:
    different = SiteImage.objects.values("file_hash").distinct().count()
    assert loaded.encoded == different < SiteImage.objects.count() * 0.7


def test_wagtail_knows_where_everything_is_used(demo: str) -> None:
    picture = SiteImage.objects.get(title="Gården", collection__name="Vantör")
    assert ReferenceIndex.get_references_to(picture).count() >= 2


def test_nothing_of_wagtails_own_is_left(demo: str) -> None:
    assert not Page.objects.filter(title__contains="Wagtail").exists()
    assert sorted(Site.objects.values_list("frontend__slug", flat=True)) == sorted(SLUGS)
    groups = {f"{role}: {site.label}" for site in SITES for role in ("Redaktörer", "Skribenter")}
    assert set(Group.objects.values_list("name", flat=True)) == groups
    workflows = {f"Godkännande: {site.label}" for site in SITES}
    assert set(Workflow.objects.values_list("name", flat=True)) == workflows
    assert set(Task.objects.values_list("name", flat=True)) == workflows


def test_every_image_has_its_sizes_a_description_and_a_credit(demo: str) -> None:
    for image in SiteImage.objects.all():
        assert image.ladder.exists(), image
        assert image.description or image.is_decorative, image
        assert image.credit


def test_drawings_come_out_the_same_every_time() -> None:
    assert drawings.draw("march") == drawings.draw("march")


def test_every_kind_of_block_stands_somewhere(demo: str) -> None:
    bodies = [json.loads(body) for body in Publication.objects.filter(kind="page").values_list("body", flat=True)]
    used = {block["type"] for body in bodies for block in body["body"] + body.get("body_after", [])}
    assert used == {block.wire_type for block in BLOCKS}


def test_the_welcome_page_of_vantor(demo: str) -> None:
    page = published("vantor", "/")
    assert page["hero"]["text"].count("<p>") == 2
    assert page["hero"]["image"]
    assert len(page["engage"]) >= 2
    assert page["closing"]
    frame = json.loads(Publication.objects.get(kind="frame", placements__site__frontend__slug="vantor").body)
    assert frame["logo"]
    assert frame["central_site"]["url"] == "http://localhost:8003/"
    assert [above["slug"] for above in frame["ancestors"]] == ["riks", "stockholm"]


def test_the_organisation_page_of_varmland(demo: str) -> None:
    page = published("varmland", "/organisationen/")
    headings = [block["value"]["text"] for block in page["body_after"] if block["type"] == "heading"]
    assert headings == ["Partiföreningar", "Distriktsårskonferens", "Partikongressen"]
    assert page["unit"]["slug"] == "varmland"
    assert {child["has_board"] for child in page["unit"]["children"]} == {True, False}


def test_the_showcase_shows_every_kind_of_block(demo: str) -> None:
    page = published("riks", "/alla-delar/")
    assert {block["type"] for block in page["body"]} == {block.wire_type for block in BLOCKS}
    (contact,) = (block["value"] for block in page["body"] if block["type"] == "contact")
    assert (contact["name"], contact["email"]) == ("Tove Exempelrud", "kansli@example.se")


@pytest.mark.parametrize(("site", "path", "kind"), SEATS)
def test_the_organisation_page_shows_the_seats_of_the_register(site: str, path: str, kind: str, demo: str) -> None:
    (body,) = (body for body in published(site, path)["unit"]["bodies"] if body["kind"] == kind)
    shared_out = newest(site, kind)
    shown = {row["unit"]["slug"]: row["seats"] for row in body["allocation"]["delegates"]}
    assert shown == seats(shared_out)
    assert body["highest"]
    assert body["allocation"]["method"]["basis_date"] == shared_out.on
    for slug, number in shown.items():
        sent = json.loads(Publication.objects.get(kind="unit", identity__object_id=unit(slug)).body)["delegates"]
        assert (body["id"], number) in [(one["body"]["id"], one["seats"]) for one in sent]


def unit(slug: str) -> int:
    return Unit.objects.get(slug=slug).pk


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.unit)
def test_a_unit_shows_those_who_agreed_on_the_posts_they_hold(register: RegisterText, demo: str) -> None:
    shown = json.loads(Publication.objects.get(kind="unit", identity__object_id=unit(register.unit)).body)
    posts = [*shown["posts"], *(post for body in shown["bodies"] for post in body["posts"])]
    people = {holder["person"]["name"]: holder["person"] for post in posts for holder in post["holders"]}
    texts = register.everybody()
    holding = {held.name for post in register.all_posts() for held in post.held if not held.until}
    agreed = {name for name, person in texts.items() if person.agreed and not person.withdrawn}
    assert set(people) == holding & agreed
    for name, person in people.items():
        assert person["email"] == (texts[name].mailbox if texts[name].mailbox_shown else "")
        assert bool(person["portrait"]) == bool(texts[name].portrait)


def test_no_byte_tells_who_did_not_agree_or_how_many_members_there_are(demo: str) -> None:
    told = "\n".join(Publication.objects.values_list("body", flat=True))
    people = [person for register in REGISTERS for person in register.everybody().values()]
    for person in people:
        if not person.agreed or person.withdrawn:
            assert person.name not in told
        if person.mailbox and not person.mailbox_shown:
            assert person.mailbox not in told
    assert '"members"' not in told


def test_whoever_stands_in_the_register_is_linked_as_author(demo: str) -> None:
    linked = ArticleAuthor.objects.exclude(person=None)
    assert linked.count() >= 15
    assert not ArticleAuthor.objects.filter(person=None, name__in=linked.values("person__name")).exists()
    article = published("varmland", "/aktuellt/taget-ska-stanna/")
    (author,) = article["authors"]
    assert (author["name"], author["title"]) == ("Linnea Exempeldal", "distriktsstyrelsen")
    assert author["person"]


def test_a_link_to_a_draft_is_plain_words(demo: str) -> None:
    body = json.dumps(published("vantor", "/aktuellt/ge-oss-centrum-tillbaka/"), ensure_ascii=False)
    assert "vår enkät om lekparkerna" in body
    assert "/lekparkerna/" not in body
    assert "/aktuellt/rod-lordag/" in body


@pytest.mark.parametrize("person", [person for person in PEOPLE if person.site], ids=lambda person: person.username)
def test_an_editor_reaches_their_own_site_only(person, client) -> None:
    user = User.objects.get(username=person.username)
    assert not user.is_superuser
    assert user.check_password(person.password)
    for page in WelcomePage.objects.all():
        may = page.permissions_for_user(user)
        own = page.slug == person.site
        assert (may.can_edit(), may.can_publish(), may.can_add_subpage()) == (own, own, own)
    policy = policy_registry.get_by_type(get_image_model())
    label = next(site.label for site in SITES if site.slug == person.site)
    assert [c.name for c in policy.collections_user_has_any_permission_for(user, ["add", "change"])] == [label]


def test_a_second_run_changes_nothing_and_says_so(demo: str) -> None:
    home = WelcomePage.objects.get(slug="vantor")
    home.title, home.slug = "Redigerad", "nytt-namn"
    home.save_revision().publish()
    Article.objects.get(slug="valborg").delete()
    pages = Page.objects.count()
    said = run()
    assert "nothing was changed" in said
    assert all(person.password in said for person in EVERYBODY)
    assert WelcomePage.objects.get(pk=home.pk).title == "Redigerad"
    assert Page.objects.count() == pages


def test_a_changed_password_is_not_printed(demo: str) -> None:
    user = User.objects.get(username="vantor")
    user.set_password("något helt annat")
    user.save()
    assert "demo-i-vantor" not in run()


def test_the_logins_are_printed(demo: str) -> None:
    for person in EVERYBODY:
        assert person.username in demo
        assert person.password in demo


def test_a_writers_article_waits_for_the_editor_of_the_site(demo: str, client: Client) -> None:
    assert "Content-Type" not in demo  # nobody is written to when it is loaded
    article = Article.objects.get(title=TITLE)
    writer, editor = (User.objects.get(username=name) for name in (WRITER.username, WRITER.site))
    assert (article.live, article.owner, article.status_string) == (False, writer, "Väntar på godkännande")
    home = WelcomePage.objects.get(slug=WRITER.site)
    may = home.permissions_for_user(writer)
    assert (may.can_edit(), may.can_add_subpage(), may.can_publish()) == (True, True, False)
    for user, found in ((editor, True), (User.objects.get(username="varmland"), False)):
        client.force_login(user)
        assert (TITLE in client.get("/admin/").content.decode()) == found


def test_all_of_it_is_as_the_schema_says(demo: str, client: Client) -> None:
    document = client.get("/api/v1/schema/").json()
    seen = set()
    for site in ("riks", "varmland", "vantor"):
        frame = client.get(f"/api/v1/sites/{site}/").json()
        assert complaints(document, "Frame", frame) == []
        pages = client.get(f"/api/v1/sites/{site}/pages/", {"limit": 100, "language": "*"}).json()["results"]
        for card in pages:
            assert complaints(document, "Card", card) == []
            page = client.get(f"/api/v1/sites/{site}/pages/{card['id']}/").json()
            assert complaints(document, "Page", page) == []
            seen |= {page["type"], *(block["type"] for block in page["body"])}
    units = client.get("/api/v1/organisation/units/", {"limit": 100}).json()
    assert complaints(document, "UnitList", units) == []
    assert seen == {*PAGE_TYPES, *(block.wire_type for block in BLOCKS)}
