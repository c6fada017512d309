"""An editor of one branch can neither open nor post to a page of another, with the browser's own session."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import APIResponse, Browser, BrowserContext, Page, expect

from tests.browser.desk import Desk
from tests.browser.stack import Stack

FORM = "() => Object.fromEntries(new FormData(document.querySelector('#page-edit-form')))"


@pytest.fixture
def theirs(browser: Browser, stack: Stack) -> Iterator[Desk]:
    """Värmland's editor, with the first article open."""
    context = browser.new_context(locale="sv-SE")
    desk = Desk(context.new_page(), stack, "varmland")
    desk.page.goto(f"{stack.admin}pages/")
    desk.page.get_by_role("link", name="Visa undersidor till ”Aktuellt”").click()
    desk.page.get_by_role("row").filter(has_text="Publicerad").get_by_role("link").first.click()
    yield desk
    context.close()


def public(page: Page, stack: Stack) -> list[dict]:
    """All that the API tells of Värmland's pages."""
    return page.request.get(f"{stack.api}sites/varmland/pages/?limit=100&view=full").json()["results"]


def ask(context: BrowserContext, url: str, form: dict[str, str] | None) -> APIResponse:
    """Open an address, or post to it with the token that the admin gave this browser."""
    if form is None:
        return context.request.get(url, max_redirects=0)
    token = next(cookie["value"] for cookie in context.cookies() if cookie["name"] == "csrftoken")
    headers = {"X-CSRFToken": token, "Referer": url}
    return context.request.post(url, form=form, headers=headers, max_redirects=0)


def refused(answer: APIResponse, number: str) -> bool:
    """Not there, or sent elsewhere. A missing CSRF token would be 403, and is no refusal."""
    elsewhere = answer.status == 302 and f"/pages/{number}/" not in answer.headers["location"]
    return elsewhere or answer.status in (404, 405)


def test_the_pages_of_another_site_are_closed(page: Page, context: BrowserContext, stack: Stack, theirs: Desk) -> None:
    number = re.search(r"/pages/(\d+)/edit/", theirs.page.url)[1]
    title = theirs.page.locator("#id_title")
    name, before = title.input_value(), public(page, stack)
    Desk(page, stack, "vantor")

    form = theirs.page.evaluate(FORM) | {"title": "Övertagen", "action-publish": "1"}
    form.pop("csrfmiddlewaretoken")
    paths = ["{}/edit/", "{}/edit/preview/", "{}/view_draft/", "{}/", "{}/delete/", "{}/unpublish/", "{}/copy/"]
    answers = [
        (path, "POST" if sent else "GET", ask(context, f"{stack.admin}pages/{path.format(number)}", sent))
        for path in paths
        for sent in (None, form)
    ]
    assert [(path, method, answer.status) for path, method, answer in answers if not refused(answer, number)] == []
    assert [path for path, _, answer in answers if name in answer.text()] == []

    # The very same requests reach the page from its own editor: the refusals above are no accident of the form.
    own = theirs.page.context
    assert ask(own, f"{stack.admin}pages/{number}/edit/", None).status == 200
    assert ask(own, f"{stack.admin}pages/{number}/edit/preview/", form).json()["is_valid"] is True

    assert public(page, stack) == before
    theirs.page.reload()
    expect(title).to_have_value(name)
