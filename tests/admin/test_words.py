"""Whatever an editor can reach is in Swedish: pages, forms, dialogues, messages, and what scripts get to show."""

import re
from collections.abc import Iterator
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

from articles.models import Article
from home.initial import clear
from organisation.models import Person
from tests.admin import reading
from tests.admin.admin_urls import address, views
from tests.admin.conftest import Desk, make_register
from tests.admin.forms import as_sent
from tests.build import Branch, make_article, redirect_to
from tests.media.pictures import drawing, encoded, site_image

BULK = ("publish", "unpublish", "move", "delete", "add_tags", "add_to_collection")
# Files and addresses without words; the rest of the API is for programs.
WORDLESS = ("wagtailadmin_api:", "private_media", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog")
COMPARE = "wagtailadmin_pages:revisions_compare"
KNOWN = {
    # That Wagtail's own page has been deleted stands in the history for ever.
    "wagtailadmin_reports:site_history": (WELCOME := {"Welcome to your new Wagtail site!"}),
    "wagtailadmin_reports:site_history_results": WELCOME,
    # The report says also what developers call the types of pages.
    "wagtailadmin_reports:page_types_usage": (CODE := {"home.contentpage", "home.welcomepage"}),
    "wagtailadmin_reports:page_types_usage_results": CODE,
}


@pytest.fixture(autouse=True)
def marked(monkeypatch: pytest.MonkeyPatch) -> None:
    reading.mark_what_is_untranslated(monkeypatch)


@pytest.fixture
def values(vantor_desk: Desk, vantor: Branch) -> list[dict[str, Any]]:
    """What to put into addresses: the editor's own things, an article under review among them."""
    workflow = Workflow.objects.create(name="Godkännande")
    task = GroupApprovalTask.objects.create(name="Läs igenom")
    task.groups.add(*vantor_desk.user.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=vantor.home)
    live = make_article(vantor, "Publicerad artikel")
    live.go_live_at, live.expire_at = timezone.now() + timedelta(days=3), timezone.now() + timedelta(days=9)
    live.save_revision(user=vantor_desk.user).publish(user=vantor_desk.user)
    draft = vantor.index.add_child(instance=Article(title="Ett utkast", live=False))
    draft.save_revision(user=vantor_desk.user)
    state = workflow.start(draft, vantor_desk.user)
    image = site_image(encoded(drawing(60, 40), "PNG"), "bild.png", collection=vantor_desk.folder)
    register = make_register(vantor, "Egen")
    redirect = redirect_to(vantor, "/gammalt/", live)
    common = {
        "image_id": image.pk,
        "revision_id": draft.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "task_state_id": state.current_task_state_id,
        "task_id": task.pk,
        "workflow_state_id": state.pk,
        "collection_id": vantor_desk.folder.pk,
        "filter_spec": "width-100",
        "viewname": "x",
        "session_id": 1,
    }
    return [
        common
        | dict.fromkeys(["page_id", "parent_page_id", "page_to_move_id", "destination_id"], page.pk)
        | {"pk": page.pk, "object_id": str(page.pk), "action_name": action, "action": bulk}
        | dict.fromkeys(["content_type_app_name", "app_label", "app_name"], app)
        | dict.fromkeys(["content_type_model_name", "model_name"], model)
        for page, action, app, model in [
            (draft, "approve", "articles", "article"),
            (vantor.index, "reject", "wagtailcore", "page"),
            (live, "approve", "media", "siteimage"),
        ]
        for bulk in BULK
    ] + [
        common | {"pk": pk}
        for pk in (image.pk, vantor.frontend.pk, vantor.unit.pk, redirect.pk, *{row.pk for row in register.all()})
    ]


def addresses(values: list[dict[str, Any]], image: int) -> Iterator[str]:
    """Every view with the editor's own numbers; bulk actions with what was ticked."""
    for name, parameters in views():
        if name.startswith(WORDLESS):
            continue
        found = {address(name, {key: some[key] for key in parameters}) for some in values if parameters <= set(some)}
        for url in sorted(found - {None})[: 12 if name == "wagtail_bulk_action" else 2]:
            query = f"?id={image if 'siteimage' in url else values[0]['pk']}&next=/admin/"
            yield url + query if name == "wagtail_bulk_action" else url


def links(answer: HttpResponse) -> set[str]:
    """Where links of the page and its dialogues lead inside the admin."""
    return set(re.findall(r'"(/admin/[^"#\s\\]*)', unescape(answer.content.decode(errors="replace"))))


def view_name(url: str) -> str:
    try:
        return resolve(url.partition("?")[0]).view_name or ""
    except Resolver404:
        return ""


def walk(client: Client, values: list[dict[str, Any]]) -> tuple[int, dict[str, set[str]]]:
    """Read every view that answers, and what each links to; how many were read, and what is not Swedish."""
    client.raise_request_exception = False  # some views want more than an address
    comparisons = {reverse(COMPARE, args=[some["pk"], "earliest", "latest"]) for some in values if "page_id" in some}
    waiting = [*addresses(values, values[0]["image_id"]), *comparisons, "/admin/"]
    seen, names, told = set(waiting), [view_name(url) for url in waiting], {}
    read = 0
    while waiting:
        url = waiting.pop(0)
        answer = client.get(url)
        if answer.status_code != 200 or answer.streaming:
            continue
        read += 1
        if found := set(reading.faults(answer)) - KNOWN.get(view_name(url), set()):
            told[url] = found
        for link in sorted(links(answer) - seen):
            name = view_name(link)
            if name and "logout" not in name and not name.startswith(WORDLESS) and names.count(name) < 2:
                seen.add(link)
                names.append(name)
                waiting.append(link)
    return read, told


def test_every_view_that_an_editor_can_reach_is_in_swedish(vantor_desk: Desk, values: list[dict[str, Any]]) -> None:
    read, told = walk(vantor_desk.client, values)
    assert read > 80
    assert told == {}


def test_every_view_of_the_administrators_is_in_swedish(root: Client, values: list[dict[str, Any]]) -> None:
    """The national administrators, who have views that editors never see: sites, users, groups, workflows."""
    clear()  # what is done before the first site is made
    User.objects.filter(username="root").update(username="astrid", first_name="Astrid", last_name="Administratör")
    read, told = walk(root, values)
    assert read > 150
    assert told == {}


REPORTS = ("aging_pages", "locked_pages", "site_history", "workflow", "workflow_tasks")


@pytest.mark.parametrize("report", REPORTS)
def test_downloaded_reports_have_swedish_headings(report: str, root: Client, values: list[dict[str, Any]]) -> None:
    answer = root.get(reverse(f"wagtailadmin_reports:{report}"), {"export": "csv"})
    headings = b"".join(answer.streaming_content).decode().splitlines()[0].split(",")
    assert len(headings) > 4
    assert [heading for heading in headings if "_" in heading or heading[0].islower() or reading.english(heading)] == []


def test_people_have_their_names_in_the_report_of_ageing_pages(root: Client, vantor_desk: Desk, vantor: Branch) -> None:
    User.objects.filter(pk=vantor_desk.user.pk).update(first_name="Vera", last_name="Vantör")
    vantor.home.save_revision(user=vantor_desk.user).publish(user=vantor_desk.user)
    said = root.get(reverse("wagtailadmin_reports:aging_pages")).content.decode()
    assert "Vera Vantör" in said
    assert vantor_desk.user.username not in said


def test_the_walk_would_see_english(vantor_desk: Desk, vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted: a string that no catalogue has, and English that never asked one."""
    monkeypatch.setattr(Article._meta.get_field("lead"), "help_text", gettext_lazy("Ein kurzer Text"))
    monkeypatch.setattr(Article._meta.get_field("image"), "verbose_name", "Choose your picture")
    monkeypatch.setattr(Article._meta.get_field("noindex"), "help_text", "Sida, artikel och utkast: inget fel.")
    url = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    found = " ".join(reading.faults(vantor_desk.client.get(url)))
    assert "Ein kurzer Text" in found
    assert "Choose your picture" in found
    assert "inget fel" not in found


EMPTY_STREAMS = {f"{name}-count": "0" for name in ("header", "footer", "social")}
PAST, FUTURE = "2020-01-01 08:00", "2100-01-01 08:00"
BUTTONS: dict[str, dict[str, str]] = {
    "sparat": {},
    "utan rubrik": {"title": ""},
    "fel dagar": {"go_live_at": FUTURE, "expire_at": PAST},
    "ingen dag": {"go_live_at": "i morgon"},
    "upptagen adress": {"slug": "publicerad"},
    "för långt": {"title": "å" * 300, "lead": "å" * 700},
    "skickat": {"action-submit": "1"},
    "publicerat": {"action-publish": "1"},
    "publiceras senare": {"go_live_at": FUTURE, "action-publish": "1"},
}


@pytest.mark.parametrize("fields", BUTTONS.values(), ids=BUTTONS)
def test_what_the_form_answers_is_in_swedish(fields: dict[str, str], vantor_desk: Desk, vantor: Branch) -> None:
    make_article(vantor, "Redan här", slug="publicerad")
    draft = vantor.index.add_child(instance=Article(title="Ett utkast", slug="utkastet", live=False))
    draft.save_revision(user=vantor_desk.user)
    url = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    form = as_sent(vantor_desk.client, url)
    form = {name: value for name, value in form.items() if not name.startswith("action-")} | {"body-count": "0"}
    answer = vantor_desk.client.post(url, form | fields, follow=True)
    assert answer.status_code == 200
    assert list(answer.context["messages"]) or "messages" in answer.content.decode()
    assert reading.faults(answer) == []


def test_what_dialogues_answer_is_in_swedish(vantor_desk: Desk, vantor: Branch, values: list[dict[str, Any]]) -> None:
    """Empty and wrong forms, and each step that ends in a message."""
    article, client = make_article(vantor, "Till slut borta"), vantor_desk.client
    pages = "wagtailadmin_pages:"
    steps: list[tuple[str, dict[str, Any]]] = [
        (reverse("wagtailadmin_choose_page_external_link"), {"external-link-chooser-url": "fel"}),
        (reverse("wagtailadmin_choose_page_email_link"), {"email-link-chooser-email_address": "fel"}),
        (reverse("wagtailadmin_choose_page_anchor_link"), {}),
        (reverse("wagtailimages:add"), {"title": ""}),
        (reverse("wagtailimages:edit", args=[values[0]["image_id"]]), {"title": ""}),
        (reverse("webbplats:edit", args=[vantor.frontend.pk]), {"name": ""}),
        (reverse("enheter:edit", args=[vantor.unit.pk]), {"email": "fel"}),
        *[(reverse(f"{name}:add"), {}) for name in ("organ", "poster", "personer", "uppdrag", "omdirigeringar")],
        (reverse("personer:withdraw", args=[Person.objects.get(unit=vantor.unit).pk]), {}),
        (reverse("wagtailadmin_account"), {"name_email-email": "fel", "password-old_password": "fel"}),
        (
            reverse(pages + "copy", args=[article.pk]),
            {"new_title": "", "new_slug": article.slug, "new_parent_page": vantor.index.pk},
        ),
        (reverse(pages + "lock", args=[article.pk]), {}),
        (reverse(pages + "unlock", args=[article.pk]), {}),
        (reverse(pages + "workflow_action", args=[values[0]["page_id"], "reject", values[0]["task_state_id"]]), {}),
        (reverse(pages + "unpublish", args=[article.pk]), {}),
        (reverse(pages + "delete", args=[article.pk]), {}),
    ]
    told = {}
    for url, form in steps:
        whole = as_sent(client, url) | EMPTY_STREAMS if "webbplats" in url or "enheter" in url else {}
        answer = client.post(url, whole | form, follow=True)
        assert answer.status_code == 200, url
        told[url] = reading.faults(answer)
    assert {url: found for url, found in told.items() if found} == {}
