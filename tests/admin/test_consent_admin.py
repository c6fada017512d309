"""A consent taken back in the admin: at once and everywhere."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, Page

from articles.models import Article, ArticleAuthor
from cms.media.models import SiteImage
from organisation import mentions
from organisation.admin.withdraw import WITHDRAWN
from organisation.mentions.name import Name
from organisation.models import Body, OrganisationPage, Person, Post
from tests.admin.conftest import CANARY, Desk, Secrets
from tests.admin.forms import as_sent, body
from tests.build import Branch, day, make_article, make_page, make_person, publish
from tests.media.documents import site_document
from tests.media.pictures import drawing, encoded, site_image
from tests.organisation.conftest import NAME, Board
from tests.organisation.test_consent import assert_nowhere, public_answers
from tests.pipeline.stored import assert_law

pytestmark = pytest.mark.django_db


def withdraw(client: Client, person: Person, **form: object) -> Any:
    return client.post(reverse("personer:withdraw", args=[person.pk]), form, follow=True)


def test_the_button_takes_a_person_out_of_everything_at_once(
    vantor_desk: Desk,
    board: Board,
    client: Client,
) -> None:
    edit = reverse("personer:edit", args=[board.person.pk])
    url = reverse("personer:withdraw", args=[board.person.pk])
    assert url in body(vantor_desk.client.get(edit))
    asked = body(vantor_desk.client.get(url))
    assert NAME in asked
    assert str(board.chair) in asked
    assert NAME in "".join(public_answers(client))  # asking alone does nothing
    answer = withdraw(vantor_desk.client, board.person)
    assert_nowhere(client)
    assert [str(message) for message in answer.context["messages"]] == [
        f"Samtycket är tillbakataget. {NAME} togs genast bort från: ”Organisationen” (Varmland), ”Vantor” (enhet)."
    ]
    assert answer.redirect_chain == [(edit, 302)]
    assert "tog tillbaka sitt samtycke" in body(answer)
    assert "Hela namnet hittades inte i någon text" in body(answer)
    assert url not in body(answer)
    assert ModelLogEntry.objects.filter(action=WITHDRAWN, object_id=str(board.person.pk)).count() == 1
    assert "Samtycket togs tillbaka" in body(
        vantor_desk.client.get(reverse("personer:history", args=[board.person.pk]))
    )
    assert_law()


def test_pages_that_name_them_in_running_text_are_told(
    vantor_desk: Desk,
    board: Board,
    vantor: Branch,
    varmland: Branch,
) -> None:
    ours = make_article(vantor, "Vårt referat", body=[("paragraph", f"<p>{NAME} hälsade välkommen.</p>")])
    make_article(varmland, "Deras referat", body=[("paragraph", f"<p>{NAME} var där.</p>")])
    make_article(vantor, "Ett annat", body=[("paragraph", "<p>Ingen nämns.</p>")])
    draft = varmland.index.add_child(
        instance=Article(title=f"{CANARY} utkast", live=False, body=[("paragraph", f"<p>{NAME}</p>")])
    )
    draft.save_revision()
    before = body(vantor_desk.client.get(reverse("personer:edit", args=[board.person.pk])))
    assert "Vårt referat" not in before  # while they may be named there is nothing to mend
    after = body(withdraw(vantor_desk.client, board.person))
    assert reverse("wagtailadmin_pages:edit", args=[ours.pk]) in after
    assert "Deras referat" in after  # public, so it may be named; it is not theirs to change
    assert "Ett annat" not in after
    assert CANARY not in after


def test_pages_with_the_name_in_their_text_are_taken_down_if_asked(
    vantor_desk: Desk, board: Board, vantor: Branch, varmland: Branch, client: Client
) -> None:
    said = [("paragraph", f"<p>{NAME} hälsade välkommen.</p>")]
    ours = make_article(vantor, "Vårt referat", body=said)
    theirs = make_article(varmland, "Deras referat", body=said)
    door = vantor.home.__class__.objects.get(pk=vantor.home.pk)
    door.lead = f"{NAME} hälsar."
    publish(door)
    asked = body(vantor_desk.client.get(reverse("personer:withdraw", args=[board.person.pk])))
    assert f'name="down" value="{ours.pk}"' in asked
    assert f'value="{theirs.pk}"' not in asked
    assert f'value="{door.pk}"' not in asked  # the whole site would be closed
    answer = withdraw(vantor_desk.client, board.person, down=[ours.pk, theirs.pk, door.pk])
    assert "Borttaget från webben tills texten är ändrad: ”Vårt referat” (Vantor)." in body(answer)
    live = Page.objects.filter(pk__in=[ours.pk, theirs.pk, door.pk], live=True)
    assert set(live.values_list("pk", flat=True)) == {theirs.pk, door.pk}
    assert_law()


def test_the_name_is_looked_for_in_everything_that_can_be_public(
    vantor_desk: Desk, board: Board, vantor: Branch, varmland: Branch
) -> None:
    """Each place by itself: whichever is not looked at is missed here."""
    places = write_everywhere(vantor, vantor_desk, NAME)
    withdraw(vantor_desk.client, board.person)
    found = mentions.found(board.person, vantor_desk.user).mendable
    assert {(one.kind, one.thing.pk) for one in found} == set(places)
    answer = body(withdraw(vantor_desk.client, board.person))
    for kind, pk in places:
        assert reverse(EDITED[kind], args=[pk]) in answer, places[kind, pk]
    assert f"Namnet {NAME} står kvar i text" not in answer  # there was nothing left to take back


def write_everywhere(branch: Branch, desk: Desk, name: str) -> dict[tuple[str, int], str]:
    """The name in one text after the other, each in a thing of its own; what each is, by kind and key."""
    paragraph = ("paragraph", f"<p>{name}s tal.</p>")
    accordion = {"items": [{"title": "Vem?", "text": f"<p>Det var <b>{name.split()[0]}</b> {name.split()[1]}.</p>"}]}
    pages = {
        "a paragraph, in the genitive": make_article(branch, "a", body=[paragraph]),
        "a lead": make_article(branch, "b", lead=f"Möt {name}!"),
        "a title": make_page(branch, f"{name} talar"),
        "an address": make_page(branch, "d", slug="kanarina-exempelsson"),
        "for search engines": make_page(branch, "e", search_description=f"{name} talar"),
        "a block within a block, with markup in the name": make_page(branch, "f", body=[("accordion", accordion)]),
        "a caption": make_page(branch, "g", body=[("quote", {"text": "Ja", "attribution": name, "source": {}})]),
        "a correction": make_article(branch, "h", correction_text=f"{name}, inte någon annan."),
        "the organisation page": publish(
            branch.home.add_child(instance=OrganisationPage(title="i", live=False, body_after=[paragraph]))
        ),
    }
    written = make_article(branch, "j")
    written.authors = [ArticleAuthor(name=name)]
    pages["a byline"] = publish(written)
    tagged = make_article(branch, "k")
    tagged.tags.add(name)
    pages["a tag"] = publish(tagged)
    pages["a draft"] = branch.index.add_child(instance=Article(title="l", live=False, body=[paragraph]))
    changed = make_article(branch, "m")
    changed.body = [paragraph]
    changed.save_revision()
    pages["a draft of what is public"] = changed
    later = make_article(branch, "n")
    later.tags.add(name)
    later.save_revision()
    pages["a tag in a draft"] = later
    branch.home.refresh_from_db()
    found = {("page", page.pk): what for what, page in pages.items()}
    for field in ("title", "description", "credit"):
        image = site_image(encoded(drawing(60, 40), "PNG"), "bild.png", collection=desk.folder)
        SiteImage.objects.filter(pk=image.pk).update(**{field: f"Foto: {name}"})
        found["image", image.pk] = f"a picture's {field}"
    titled = site_document(name="protokoll.pdf", title=f"Valet av {name}", collection=desk.folder)
    called = site_document(name="Kanarina_Exempelsson.pdf", title="Protokoll", collection=desk.folder)
    found |= {("file", one.pk): "a file" for one in (titled, called)}
    branch.frontend.header = [("item", {"label": name, "link": {"url": "https://www.example.se/"}, "children": []})]
    branch.frontend.save()
    branch.unit.address = f"c/o {name}\nGatan 1"
    branch.unit.save()
    other = Body.objects.create(unit=branch.unit, kind="other", name="Råd", meets_note=f"Hos {name}")
    post = Post.objects.create(unit=branch.unit, role="other", label=f"Suppleant för {name}")
    rest = {"frame": branch.frontend, "unit": branch.unit, "body": other, "post": post}
    return found | {(kind, thing.pk): kind for kind, thing in rest.items()}


EDITED = {
    "page": "wagtailadmin_pages:edit",
    "image": "wagtailimages:edit",
    "file": "wagtaildocs:edit",
    "frame": "webbplats:edit",
    "unit": "enheter:edit",
    "body": "organ:edit",
    "post": "poster:edit",
}


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Vi tackar Åsa Öberg.", True),
        ("Åsa&nbsp;Öbergs tal", True),
        ("<b>Åsa</b> <i>Öberg</i>", True),
        ("ÅSA  ÖBERG", True),
        ("A\u030asa O\u0308berg", True),
        ("/om-oss/asa-oberg/", True),
        ("skriv till ordf@example.se", True),
        ("Åsa Öbergström", False),
        ("Vasa Öberg", False),
        ("Åsa och Bo Öberg", False),
        ("<p>Åsa</p><p>Nils Öberg</p>", False),
    ],
)
def test_how_a_name_is_spelled(text: str, stands: bool) -> None:
    assert Name("Åsa Öberg", "ordf@example.se").stands_in(text) == stands


def test_what_is_left_is_said_and_what_was_not_searched_is_not_promised(
    vantor_desk: Desk, board: Board, vantor: Branch, varmland: Branch
) -> None:
    make_article(vantor, "Vårt referat", body=[("paragraph", f"<p>{NAME} hälsade välkommen.</p>")])
    make_article(varmland, "Deras referat", body=[("paragraph", f"<p>{NAME} var där.</p>")])
    answer = withdraw(vantor_desk.client, board.person)
    [done, left] = [str(message) for message in answer.context["messages"]]
    assert "”Organisationen” (Varmland)" in done
    assert f"Namnet {NAME} står kvar i text på 2 ställen." in left
    page = body(answer)
    assert "Redaktörerna för Varmland kan ändra" in page
    assert "andra webbplatsers utkast ser du inte" in page
    assert "Den hittar inte bara förnamnet" in page


def test_looking_asks_as_often_for_many_pages_as_for_few(vantor_desk: Desk, board: Board, vantor: Branch) -> None:
    board.person.withdraw(day())
    mentions.found(board.person, vantor_desk.user)  # what is read once a process
    counts = []
    for number in (1, 6):
        for at in range(number):
            make_article(vantor, f"Nummer {number} {at}", body=[("paragraph", f"<p>{NAME}</p>")])
        with CaptureQueriesContext(connection) as queries:
            assert len(mentions.found(board.person, vantor_desk.user)) >= number
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("fields", "withdrawn"),
    [
        ({"consent_on": None}, None),
        ({"consent_withdrawn_on": day(-1)}, day(-1)),
        ({"consent_withdrawn_on": day(4)}, day()),
        ({"consent_on": day(3)}, day(3)),
    ],
    ids=["never", "already", "later", "not yet"],
)
def test_whatever_is_there_to_take_back_is_taken_back(
    fields: dict[str, Any], withdrawn: Any, vantor_desk: Desk, vantor: Branch
) -> None:
    person = make_person(vantor.unit, NAME, **{"consent_on": day(-2)} | fields)
    assert withdraw(vantor_desk.client, person).status_code == 200
    person.refresh_from_db()
    assert person.consent_withdrawn_on == withdrawn
    assert not person.agrees(day())
    assert not person.agrees(day(9))


def test_nobody_says_yes_tomorrow(vantor_desk: Desk, vantor: Branch) -> None:
    url = reverse("personer:add")
    form = {"unit": vantor.unit.pk, "name": "Ny Exempelsson", "consent_on": day(1).isoformat()}
    answer = vantor_desk.client.post(url, form)
    assert "Dagen har inte kommit än" in answer.context["form"].errors["consent_on"][0]
    assert not Person.objects.exists()
    assert vantor_desk.client.post(url, form | {"consent_on": day().isoformat()}).status_code == 302


def test_a_namesake_in_the_unit_is_a_warning_and_no_refusal(
    vantor_desk: Desk, vantor: Branch, varmland: Branch
) -> None:
    make_person(varmland.unit, "Bo Exempelsson")
    add, client = reverse("personer:add"), vantor_desk.client

    def said(url: str, name: str) -> list[str]:
        answer = client.post(url, {"unit": vantor.unit.pk, "name": name}, follow=True)
        return [str(message) for message in answer.context["messages"] if message.level_tag == "warning"]

    assert said(add, "Bo Exempelsson") == []  # the other one stands in another unit's register
    [warning] = said(add, "bo exempelsson")
    assert "Är det samma person?" in warning
    assert Person.objects.filter(unit=vantor.unit).count() == 2
    edit = reverse("personer:edit", args=[Person.objects.filter(unit=vantor.unit).first().pk])
    assert len(said(edit, "Bo Exempelsson")) == 1
    assert said(edit, "Bodil Exempelsson") == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_units_person_answers_like_nobody(method: str, vantor_desk: Desk, secrets: Secrets) -> None:
    person = secrets.register.person
    Person.objects.filter(pk=person.pk).update(consent_on=day(-1))
    answers = [
        getattr(vantor_desk.client, method)(reverse("personer:withdraw", args=[pk])) for pk in (person.pk, 999_999)
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert CANARY not in body(answers[0])
    person.refresh_from_db()
    assert person.consent_withdrawn_on is None


def test_the_form_says_what_was_agreed_to(vantor_desk: Desk, board: Board) -> None:
    page = body(vantor_desk.client.get(reverse("personer:edit", args=[board.person.pk])))
    assert "Samtycke" in page
    assert "det som personen själv har sagt ja till" in page
    url = reverse("personer:edit", args=[board.person.pk])
    form = as_sent(vantor_desk.client, url)
    wrong = vantor_desk.client.post(url, form | {"consent_on": "", "consent_withdrawn_on": day().isoformat()})
    assert "inget ja att ta tillbaka" in str(wrong.context["form"].errors)
