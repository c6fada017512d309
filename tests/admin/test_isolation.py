"""An editor of one site can neither open nor post to another's, nor read the name of what is not public."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.serializers import serialize
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import (
    Comment,
    GroupApprovalTask,
    Page,
    PageViewRestriction,
    Revision,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
)

from articles.models import Article
from cms.media.models import SiteDocument, SiteImage
from cms.sites.models import Frontend, Redirect
from home.approval import make_approval
from organisation.models import AllocationShare, Assignment, Body, Person, Post, SeatAllocation, Unit
from tests.admin.admin_urls import address, views
from tests.admin.conftest import CANARY, MEMBERS, Desk, Secrets
from tests.admin.forms import body
from tests.build import Branch, make_article

TYPES = [
    ("articles", "article"),
    ("home", "contentpage"),
    ("wagtailcore", "page"),
    ("media", "siteimage"),
    ("media", "sitedocument"),
    ("organisation", "person"),
]
REGISTER = [Body, Post, Person, Assignment, SeatAllocation, AllocationShare, Redirect]
EMPTY_STREAMS = {f"{name}-count": "0" for name in ["header", "footer", "social"]}
REPORTS = ["workflow", "workflow_tasks", "locked_pages", "site_history", "aging_pages"]
BULK = ["publish", "unpublish", "move", "delete", "add_tags", "add_to_collection"]


@pytest.fixture
def under_review(secrets: Secrets, varmland: Branch, varmland_desk: Desk, vantor_desk: Desk) -> TaskState:
    """Värmland's draft stands in a workflow, sent back once and handed in again; everybody in it has a name to tell.

    One who now edits Vantör has once written and locked pages there.
    """
    User.objects.filter(pk=varmland_desk.user.pk).update(username=f"{CANARY}-red", last_name=f"{CANARY} redaktör")
    varmland_desk.user.refresh_from_db()
    workflow = Workflow.objects.create(name=f"{CANARY} godkännande")
    task = GroupApprovalTask.objects.create(name=f"{CANARY} steg")
    task.groups.add(*varmland_desk.user.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=varmland.home)
    state: WorkflowState = workflow.start(secrets.draft, varmland_desk.user)
    state.current_task_state.specific.reject(user=varmland_desk.user, comment=f"{CANARY} ändra detta")
    WorkflowState.objects.get(pk=state.pk).resume(varmland_desk.user)
    old = varmland.index.add_child(instance=Article(title=f"{CANARY} gammal", live=False, owner=vantor_desk.user))
    old.save_revision(user=vantor_desk.user)
    workflow.start(old, vantor_desk.user)
    for page, user in ((old, vantor_desk.user), (secrets.draft, varmland_desk.user)):
        Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user, locked_at=timezone.now())
        Comment.objects.create(page=page, user=user, text=f"{CANARY} kommentar", contentpath="title")
        log(instance=page, action="wagtail.edit", user=user, data={"comment": f"{CANARY} logg"})
    log(instance=secrets.image, action="wagtail.edit", user=varmland_desk.user)
    log(instance=varmland.frontend, action="wagtail.edit", user=varmland_desk.user, title=f"{CANARY} ram")
    return WorkflowState.objects.get(pk=state.pk).current_task_state


@pytest.fixture
def values(secrets: Secrets, varmland: Branch, under_review: TaskState) -> list[dict[str, Any]]:
    """What to put into addresses: everything of Värmland's that has a number."""
    image = secrets.image.pk
    common = {
        "image_id": image,
        "document_id": secrets.document.pk,
        "doc_id": secrets.document.pk,
        "uploaded_file_id": 1,
        "filename": secrets.document.filename,
        "revision_id": secrets.draft.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": under_review.pk,
        "task_id": under_review.task_id,
        "workflow_state_id": under_review.workflow_state_id,
        "action_name": "approve",
        "session_id": 1,
        "collection_id": secrets.image.collection_id,
        "viewname": "x",
        "filter_spec": "width-100",
    }
    register = {row.pk for row in secrets.register.all()}
    pages = [secrets.draft, secrets.private, secrets.renamed, varmland.home, varmland.index]
    numbers = [{"page": page.pk, "pk": page.pk} for page in pages]
    numbers += [
        {"page": secrets.draft.pk, "pk": pk}
        for pk in (image, secrets.document.pk, varmland.frontend.pk, varmland.unit.pk, secrets.redirect.pk, *register)
    ]
    return [
        common
        | dict.fromkeys(["page_id", "parent_page_id", "page_to_move_id", "destination_id"], number["page"])
        | {"pk": number["pk"], "object_id": str(number["pk"])}
        | dict.fromkeys(["content_type_app_name", "app_label", "app_name"], app)
        | dict.fromkeys(["content_type_model_name", "model_name"], model)
        | {"action": action}
        for number in numbers
        for app, model in TYPES
        for action in BULK
    ]


def addresses(values: list[dict[str, Any]]) -> set[str]:
    found = set()
    for name, parameters in views():
        for some in values:
            found.add(address(name, {key: some.get(key, "1") for key in parameters}))
    return found - {None}


def all_of(branch: Branch) -> str:
    """Everything of a site, to be compared."""
    pages = Page.objects.descendant_of(branch.home, inclusive=True).order_by("pk")
    revisions = Revision.page_revisions.filter(object_id__in=[str(page.pk) for page in pages]).order_by("pk")
    rest = [PageViewRestriction, WorkflowState, TaskState, Comment, SiteImage, SiteDocument]
    rows = [*pages, *pages.specific(), *revisions, *(row for model in rest for row in model.objects.order_by("pk"))]
    rows += [Frontend.objects.get(pk=branch.frontend.pk), Unit.objects.get(pk=branch.unit.pk)]
    rows += [row for model in REGISTER for row in model.objects.order_by("pk")]
    return str(serialize("json", rows))


def tells(answer: HttpResponse) -> bool:
    """Whether an answer names what is Värmland's, or counts its members."""
    said = body(answer)
    return CANARY in said or str(MEMBERS) in said


def query(secrets: Secrets) -> dict[str, Any]:
    """Asks for Värmland's things wherever a view takes a query."""
    return {"q": "Kanarie", "term": "Kanarie", "id": [secrets.draft.pk], "next": "/admin/", "childOf": "", "p": "1"}


def test_no_view_of_the_admin_tells_or_changes_anything_of_another_site(
    vantor_desk: Desk, varmland: Branch, secrets: Secrets, values: list[dict[str, Any]]
) -> None:
    before = all_of(varmland)
    form = {
        "title": "Övertagen",
        "name": "Övertagen",
        "slug": "overtagen",
        "new_title": "Övertagen",
        "new_slug": "overtagen",
        "new_parent_page": varmland.index.pk,
        "chooser": varmland.index.pk,
        "restriction_type": "none",
        "action-publish": "1",
        "locale": "sv",
        "url": varmland.frontend.base_url + "/" + secrets.private.slug + "/",
        "external-link-chooser-url": varmland.frontend.base_url + "/" + secrets.private.slug + "/",
        "external-link-chooser-link_text": "",
        "email": "overtagen@example.se",
        "seats": "9",
        "action-calculate": "1",
    } | {name: getattr(secrets.register, name).pk for name in ("body", "post", "person")}
    form |= {"unit": varmland.unit.pk, "elects": secrets.register.body.pk, "kind": "board", "role": "chair"}
    client = vantor_desk.client
    client.raise_request_exception = False  # Wagtail stumbles over some half-filled forms
    told, walked = [], 0
    for url in sorted(addresses(values)):
        parameters = query(secrets)
        answers = [client.get(url), client.get(url, parameters), client.post(url, form, query_params=parameters)]
        answers += [client.get(url, {"export": "csv"})] if "/reports/" in url else []
        told += [(answer.request["REQUEST_METHOD"], url) for answer in answers if tells(answer)]
        walked += len(answers)
    assert walked > 500
    assert told == [], "\n".join(map(str, told))
    assert all_of(varmland) == before


def test_the_walk_would_see_it(varmland_desk: Desk, secrets: Secrets, under_review: TaskState) -> None:
    """The same canaries stand in front of the site's own editor: the walk above looks for what can be seen."""
    edit = reverse("wagtailadmin_pages:edit", args=[secrets.draft.pk])
    search = reverse("wagtailadmin_choose_page_search") + "?q=Kanarie"
    seen = {
        url: CANARY in body(varmland_desk.client.get(url))
        for url in [
            edit,
            search,
            reverse("wagtailimages:index"),
            reverse("wagtaildocs:index"),
            reverse("wagtaildocs_chooser:choose"),
            secrets.document.url,
            *[
                reverse(f"{name}:index_results")
                for name in ("organ", "poster", "personer", "uppdrag", "ombud", "omdirigeringar")
            ],
            reverse("organ:edit", args=[secrets.register.body.pk]),
            reverse("poster:edit", args=[secrets.register.post.pk]),
            reverse("personer:edit", args=[secrets.register.person.pk]),
            reverse("personer:withdraw", args=[secrets.register.person.pk]),
            reverse("uppdrag:edit", args=[secrets.register.assignment.pk]),
            reverse("ombud:inspect", args=[secrets.register.allocation.pk]),
            *(reverse(f"wagtailadmin_reports:{name}") for name in REPORTS),
        ]
    }
    assert all(seen.values()), seen


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_shows_its_reader_the_own_site_only(
    name: str, vantor_desk: Desk, vantor: Branch, varmland_desk: Desk, under_review: TaskState
) -> None:
    """Rows, and the names that its filters offer; what was locked or written on a site that one has left, too."""
    client, url = vantor_desk.client, reverse(f"wagtailadmin_reports:{name}")
    own = vantor.index.add_child(instance=Article(title="Eget utkast", live=False))
    own.save_revision(user=vantor_desk.user)
    make_approval("Vantor", vantor.home, vantor_desk.user.groups.get()).start(own, vantor_desk.user)
    published = make_article(vantor, "Egen artikel")
    Page.objects.filter(pk__in=(own.pk, published.pk)).update(locked=True, locked_by=vantor_desk.user)
    log(instance=own, action="wagtail.edit", user=vantor_desk.user)
    for answer in (client.get(url), client.get(f"{url}?export=csv"), client.get(f"{url}?export=xlsx")):
        assert answer.status_code == 200
        assert CANARY not in body(answer)
    assert "Egen artikel" in body(client.get(url)) or "Eget utkast" in body(client.get(url))
    assert varmland_desk.user.pk not in named(client, url)
    assert vantor_desk.user.pk in named(client, url) or name in ("aging_pages", "workflow_tasks")


def named(client: Client, url: str) -> set[int]:
    """The users whom the filters of a report offer."""
    form = client.get(url).context["filters"].form
    fields = [field for field in form.fields.values() if getattr(field, "queryset", None) is not None]
    found = {user.pk for field in fields if field.queryset.model is User for user in field.queryset}
    choices = getattr(form.fields.get("user"), "choices", [])
    return found | {int(str(value)) for value, _ in choices if str(value).isdigit()}


def test_own_pages_go_nowhere_else(vantor_desk: Desk, vantor: Branch, varmland: Branch, secrets: Secrets) -> None:
    article = make_article(vantor, "Vår egen")
    before = all_of(varmland)
    client = vantor_desk.client
    pages = "wagtailadmin_pages:"
    answers = [
        client.post(reverse(pages + "move", args=[article.pk]), {"new_parent_page": secrets.draft.pk}),
        client.post(reverse(pages + "move", args=[article.pk]), {"new_parent_page": varmland.index.pk}),
        client.get(reverse(pages + "move_confirm", args=[article.pk, varmland.index.pk])),
        client.post(reverse(pages + "move_confirm", args=[article.pk, varmland.index.pk])),
        client.post(
            reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"]) + f"?id={article.pk}&next=/admin/",
            {"chooser": varmland.index.pk, "move_applicable": "on"},
        ),
    ]
    answers += [
        client.post(
            reverse(pages + "copy", args=[article.pk]),
            {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": parent.pk},
        )
        for parent in (varmland.index, secrets.draft, secrets.private)
    ]
    assert not [answer for answer in answers if CANARY in body(answer)]
    assert all_of(varmland) == before
    article.refresh_from_db()
    assert article.is_descendant_of(vantor.index)
