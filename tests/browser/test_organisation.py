"""What a visitor reads of the organisation in the plain front end."""

from playwright.sync_api import Page, expect

from tests.browser.stack import Stack
from tests.browser.visit import visit


def test_a_district_shows_who_decides_who_sends_how_many_and_who_is_employed(page: Page, stack: Stack) -> None:
    visit(page, f"{stack.urls['varmland']}/organisationen/")
    conference = page.locator(".organ").first
    expect(conference.get_by_role("heading")).to_have_text("Distriktsårskonferensen Högst beslutande")
    expect(conference).to_contain_text("Väljer distriktsstyrelsen, valberedningen och revisorerna")
    table = conference.get_by_role("table", name="Ombud till distriktsårskonferensen")
    expect(table.get_by_role("row", name="Vänsterpartiet Karlstad")).to_contain_text("19")
    expect(table.get_by_role("row", name="Tillsammans")).to_contain_text("50")
    expect(page.locator(".organ").nth(1)).to_contain_text("Väljs av distriktsårskonferensen")
    employed = page.get_by_role("region", name="Vänsterpartiet Värmland").get_by_text("Sanna Exempelforsen")
    expect(employed).to_be_visible()
    expect(page.get_by_role("link", name="ombudsman.varmland@example.se")).to_have_count(1)


def test_a_tie_is_told(page: Page, stack: Stack) -> None:
    visit(page, f"{stack.urls['riks']}/partiet/organisation/")
    told = "Vänsterpartiet Stockholm och Vänsterpartiet Norrbotten stod exakt lika om en plats. "
    told += "Det gav plats åt Vänsterpartiet Norrbotten, genom lottning."
    expect(page.get_by_text(told)).to_be_visible()


def test_a_branch_shows_its_board_its_areas_and_its_public_offices(page: Page, stack: Stack) -> None:
    visit(page, f"{stack.urls['vantor']}/om-oss/styrelsen/")
    card = page.locator(".unit-card")
    expect(card).to_contain_text("Kommunen del av Stockholm")
    expect(card).to_contain_text("StadsdelVantör")
    expect(card).to_contain_text("10 ombud till distriktsårskonferensen, Vänsterpartiet Stockholm")
    board = page.locator(".organ").filter(has=page.get_by_role("heading", name="Styrelsen"))
    expect(board).to_contain_text("Varannan vecka")
    expect(board.locator(".person")).to_have_count(7)
    expect(board).to_contain_text("2 platser visas inte")
    seat = page.locator(".person").filter(has_text="Fatima Exempelstrand")
    expect(seat).to_contain_text("Stadsdelsnämnden Enskede-Årsta-Vantör")
    expect(seat.locator("img")).to_be_visible()
    expect(page.get_by_text("Kaj Exempelnäs")).to_have_count(0)
