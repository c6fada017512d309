"""Forms on a phone: its own calendar, no panel unasked, and a table that can be filled in."""

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.phone import box, fits, page, phone
from tests.browser.stack import Stack
from tests.browser.test_phone_views import number

__all__ = ["page", "phone"]  # fixtures
MOMENT = "2099-05-01T18:30"
LONG = "Kaffe och samtal utanför biblioteket på lördag förmiddag, med bullar och saft till barnen"


def open_state(page: Page) -> None:
    """The panel that says how it is with the page."""
    toggle = page.get_by_role("button", name="Visa eller dölj läget")
    page.wait_for_timeout(300)  # a panel that was open before opens by itself once the page has been drawn
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
    expect(page.locator("body.side-panel-open")).to_be_visible()


def choose_days(page: Page, stack: Stack) -> Locator:
    """The dialogue in which the days of a new article are chosen."""
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").click()
    page.locator("#id_title").fill("Första maj")
    open_state(page)
    page.get_by_role("button", name="Välj dag").click()
    return page.get_by_role("dialog", name="Publicera senare")


def test_a_phone_shows_its_own_calendar_and_what_it_sends_is_kept(page: Page, stack: Stack) -> None:
    dialog = choose_days(page, stack)
    later = dialog.get_by_label("Publicera senare", exact=True)
    expect(later).to_have_attribute("type", "datetime-local")
    later.tap()
    page.wait_for_timeout(300)  # Wagtail's calendar would open after a tenth of a second
    expect(page.locator(".xdsoft_datetimepicker")).to_have_count(0)
    fits(page)
    later.fill(MOMENT)
    dialog.get_by_role("button", name="Spara dagarna").tap()
    open_state(page)
    expect(page.get_by_text("1 maj 2099 kl. 18.30").first).to_be_visible()


def test_a_day_that_is_there_already_stays(page: Page, stack: Stack) -> None:
    page.goto(stack.admin + "uppdrag/")
    page.locator("td.title a").first.tap()
    day = page.locator("#id_start_date")
    expect(day).to_have_attribute("type", "date")
    assert day.input_value() == day.get_attribute("value") != ""


def test_no_panel_opens_by_itself(page: Page, stack: Stack) -> None:
    page.goto(stack.admin + "pages/")
    edit = f"{stack.admin}pages/{number(page, stack, 'pages/')}/edit/"
    page.goto(edit)
    open_state(page)
    expect(page.locator("body.side-panel-open")).to_be_visible()
    page.goto(edit)
    page.wait_for_timeout(300)  # Wagtail opens it after the page has been drawn
    expect(page.locator("#id_title")).to_be_visible()
    expect(page.locator("body.side-panel-open")).to_have_count(0)


def test_a_table_is_filled_in(page: Page, stack: Stack) -> None:
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").tap()
    page.locator("#panel-child-innehall-body-section").get_by_title("Lägg till en del").last.tap()
    page.get_by_role("option", name="Tabell", exact=True).tap()
    block = page.locator("[data-streamfield-child]").last
    assert box(block.locator(".typed-table-block__wrapper"))["height"] < 200  # no hole where the table will be
    column = block.locator("[data-append-column]")
    expect(column).to_be_focused()  # the part has unfolded and scrolled into its place: a tap before that may miss
    for _ in range(2):
        column.tap()
        block.get_by_role("button", name="Text", exact=True).tap()
    block.locator("[data-add-row]").tap()
    cells = block.locator("tbody td:not(.control-cell) input")
    expect(cells).to_have_count(4)
    for position, words in enumerate(("Måndag", "Torget", "Tisdag", "Biblioteket")):
        cells.nth(position).fill(words)
        expect(cells.nth(position)).to_be_in_viewport()
        assert box(cells.nth(position))["width"] > 120  # a dozen letters
    first = box(cells.first)
    assert first["x"] + first["width"] < 360  # a whole column is seen at once
    fits(page)


def on_a_desk(browser: Browser, phone: Page) -> Page:
    """The same editor, who has sat down at a computer."""
    context = browser.new_context(
        locale="sv-SE", viewport={"width": 1280, "height": 900}, storage_state=phone.context.storage_state()
    )
    context.set_default_timeout(PATIENCE)
    return context.new_page()


def test_on_a_computer_the_calendar_closes_with_the_keyboard(browser: Browser, phone: Page, stack: Stack) -> None:
    page = on_a_desk(browser, phone)
    dialog = choose_days(page, stack)
    later = dialog.get_by_label("Publicera senare", exact=True)
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    later.focus()
    expect(calendar).to_have_count(1)
    page.keyboard.press("Escape")
    expect(calendar).to_have_count(0)
    expect(dialog).to_be_visible()
    later.blur()
    later.focus()
    expect(calendar).to_have_count(1)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)  # each opens a tenth of a second after it has got the focus
    expect(calendar).to_have_count(0)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.context.close()


def test_on_a_computer_nothing_lies_over_the_heading(browser: Browser, phone: Page, stack: Stack) -> None:
    page = on_a_desk(browser, phone)
    page.goto(f"{stack.admin}pages/{number(page, stack, 'pages/')}/edit/")
    page.locator("#id_title").fill(LONG)
    open_state(page)
    fold = page.get_by_role("button", name="Fäll ihop alla")
    expect(fold).to_be_visible()
    for _ in range(8):
        over, title = box(fold), box(page.locator("#id_title"))
        beside = over["x"] >= title["x"] + title["width"]
        assert beside or over["y"] + over["height"] <= title["y"] or over["y"] >= title["y"] + title["height"]
        page.mouse.wheel(0, 30)
        page.wait_for_timeout(100)
    page.context.close()
