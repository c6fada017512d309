"""A consent taken back in the admin: at once and everywhere; and nobody writes with another unit's people."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from articles.models import Article, ArticleAuthor
from organisation.admin.consent import WITHDRAWN
from organisation.models import Person
from tests.admin.conftest import CANARY, Desk, Secrets
from tests.admin.forms import as_sent, body
from tests.build import Branch, day, make_article, make_person
from tests.organisation.conftest import NAME, Board
from tests.organisation.test_consent import assert_nowhere, public_answers
from tests.pipeline.stored import assert_law

pytestmark = pytest.mark.django_db


def withdraw(client: Client, person: Person) -> Any:
    return client.post(reverse("personer:withdraw", args=[person.pk]), follow=True)


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
        f"Samtycket är tillbakataget. {NAME} visas inte längre någonstans, på någon webbplats."
    ]
    assert answer.redirect_chain == [(edit, 302)]
    assert "tog tillbaka sitt samtycke" in body(answer)
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
    person.full_clean()


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


def authored(client: Client, url: str, person: int) -> Any:
    """The article's form with one author out of the register."""
    form = {name: value for name, value in as_sent(client, url).items() if not name.startswith("action-")}
    author = {"authors-0-person": person, "authors-0-name": "", "authors-0-title": "", "authors-0-id": ""}
    counts = {"authors-TOTAL_FORMS": 1, "authors-INITIAL_FORMS": 0, "body-count": 0}
    return client.post(
        url, form | author | counts | {"authors-0-ORDER": 1, "authors-0-DELETE": "", "action-publish": 1}
    )


def test_no_article_is_written_by_another_units_person(vantor_desk: Desk, vantor: Branch, secrets: Secrets) -> None:
    article = make_article(vantor, "Årets möte")
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    client = vantor_desk.client
    for pk in (secrets.register.person.pk, 999_999):
        answer = authored(client, url, pk)
        assert answer.status_code == 200
        [errors] = answer.context["form"].formsets["authors"].errors
        assert errors["person"] == ["Välj ett giltigt alternativ. Det valet finns inte bland tillgängliga alternativ."]
        assert CANARY not in body(answer)
    assert not ArticleAuthor.objects.exists()
    assert CANARY not in str(article.revisions.values_list("content", flat=True))
    own = make_person(vantor.unit)
    assert authored(client, url, own.pk).status_code == 302
    assert ArticleAuthor.objects.get().person == own
