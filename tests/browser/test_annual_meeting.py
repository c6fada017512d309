"""After the annual meeting: on a phone an editor fills in the new board, looks it over, and the world sees it."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.visit import heading, settle, visit

PHONE = {"width": 360, "height": 740}
SITE = "varmland"


@pytest.fixture
def phone(browser: Browser, stack: Stack) -> Iterator[Page]:
    """An editor's own telephone. Who logs in looks for the menu, which is folded away on a narrow screen."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 740}, has_touch=True)
    context.set_default_timeout(20_000)
    phone = context.new_page()
    Desk(phone, stack, SITE)
    phone.set_viewport_size(PHONE)
    yield phone
    context.close()


def open_form(page: Page, stack: Stack) -> None:
    page.goto(f"{stack.admin}efter-arsmotet/")
    expect(page.get_by_role("button", name="Gå vidare")).to_be_visible()


def empty(page: Page) -> None:
    """Nobody on any post: the demo's board, if it has one, steps down."""
    for post in page.locator("main select").all():
        post.select_option(label="Ingen")


def choose(page: Page, post: str, name: str, *, agrees: bool = True) -> None:
    """Write the name of somebody who is new on a post."""
    page.get_by_label(post, exact=True).select_option(label="Någon annan: skriv namnet")
    page.get_by_label(f"Namn på {post.lower()}", exact=True).fill(name)
    if agrees:
        page.get_by_label(f"Har sagt ja till att namnet visas ({post.lower()})", exact=True).check()


def go_on(page: Page) -> None:
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("heading", name="Så här blir det från")).to_be_visible()


def confirm(page: Page) -> None:
    page.get_by_role("button", name="Bekräfta").click()
    expect(page.get_by_role("heading", name="Styrelsen är ändrad")).to_be_visible()


def fits(page: Page) -> bool:
    """Nothing is wider than the screen; Wagtail's frame cuts what is, so the fields are measured too."""
    edges = page.locator("main input:visible, main select:visible, main button:visible").evaluate_all(
        "fields => fields.map(field => field.getBoundingClientRect().right)"
    )
    return max([page.evaluate("document.documentElement.scrollWidth"), *edges]) <= PHONE["width"]


def axe(page: Page) -> str:
    """What axe says of what is ours; the frame around it is Wagtail's."""
    settle(page)
    return Axe().run(page, context="#main").generate_report()


def board(page: Page, stack: Stack) -> dict[str, list[str]]:
    unit = page.request.get(f"{stack.api}sites/{SITE}/organisation/").json()
    found = next(body for body in unit["bodies"] if body["kind"] == "board")
    return {post["label"]: [one["person"]["name"] for one in post["holders"]] for post in found["posts"]}


def test_a_new_board_is_public_at_once(page: Page, phone: Page, stack: Stack) -> None:
    open_form(phone, stack)
    assert fits(phone)
    empty(phone)
    choose(phone, "Ordförande", "Asta Exempelsson")
    choose(phone, "Kassör", "Bo Exempelsson")
    choose(phone, "Ledamot 1", "Cia Exempelsson")
    last = phone.get_by_role("group", name="Ledamöter").locator("select").count() + 1
    phone.get_by_role("button", name="Fler rader för ledamöter").click()
    expect(phone.get_by_label(f"Ledamot {last}", exact=True)).to_be_focused()
    choose(phone, f"Ledamot {last}", "Dag Exempelsson", agrees=False)
    assert axe(phone).startswith("Found 0 ")
    go_on(phone)
    assert fits(phone)
    expect(phone.get_by_text("Dag Exempelsson", exact=True).locator("..")).to_contain_text("visas inte på webben")
    assert axe(phone).startswith("Found 0 ")
    confirm(phone)
    assert fits(phone)
    assert axe(phone).startswith("Found 0 ")
    way = phone.get_by_role("link", name="Se styrelsen på webbplatsen")
    expect(way).to_have_attribute("href", f"{stack.urls[SITE]}/organisationen/")
    shown = board(page, stack)
    assert (shown["Ordförande"], shown["Kassör"], shown["Ledamot"]) == (
        ["Asta Exempelsson"],
        ["Bo Exempelsson"],
        ["Cia Exempelsson"],
    )

    # A year later: the treasurer takes the chair, which the chair leaves.
    open_form(phone, stack)
    expect(phone.get_by_label("Kassör", exact=True).locator("option:checked")).to_have_text("Bo Exempelsson")
    phone.get_by_label("Ordförande", exact=True).select_option(label="Bo Exempelsson")
    choose(phone, "Kassör", "Eva Exempelsson")
    go_on(phone)
    expect(phone.get_by_text("Bo Exempelsson, från kassör till ordförande")).to_be_visible()
    phone.get_by_text("Bjud in fler i styrelsen").click()
    expect(phone.get_by_label("E-post till Bo Exempelsson")).to_be_visible()
    assert fits(phone)
    phone.get_by_label("E-post till Eva Exempelsson").fill("eva@example.se")
    confirm(phone)
    expect(
        phone.get_by_role("status").get_by_text("Ett brev med inbjudan är skickat till eva@example.se")
    ).to_be_visible()
    expect(phone.get_by_role("region", name="Inbjudna som inte har valt lösenord än")).to_contain_text("eva@example.se")
    assert fits(phone)
    assert axe(phone).startswith("Found 0 ")
    shown = board(page, stack)
    assert (shown["Ordförande"], shown["Kassör"]) == (["Bo Exempelsson"], ["Eva Exempelsson"])

    visit(page, f"{stack.urls[SITE]}/organisationen/")
    expect(heading(page)).to_be_visible()
    expect(page.get_by_text("Bo Exempelsson").first).to_be_visible()
    expect(page.get_by_text("Asta Exempelsson")).to_have_count(0)


def test_it_works_without_scripts(browser: Browser, stack: Stack) -> None:
    context = browser.new_context(locale="sv-SE", java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{stack.admin}login/?next=/admin/efter-arsmotet/")
    page.locator("[name=username]").fill(SITE)
    page.locator("[name=password]").fill("demo-i-varmland")
    page.locator("form.login-form button[type=submit]").click()
    rows = page.get_by_label("Ersättare", exact=False).and_(page.locator("select"))
    before = rows.count()
    page.get_by_label("Ersättare 1", exact=True).select_option(label="Någon annan: skriv namnet")
    page.get_by_label("Namn på ersättare 1", exact=True).fill("Folke Exempelsson")
    page.get_by_role("button", name="Fler rader för ersättare").click()
    expect(rows).to_have_count(before + 3)
    expect(page.get_by_label("Namn på ersättare 1", exact=True)).to_have_value("Folke Exempelsson")
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_role("heading", name="Så här blir det från")).to_be_visible()
    context.close()
