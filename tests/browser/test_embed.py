"""Embeds: nothing is asked of anybody else before the visitor agrees, and then the player and nothing more."""

import re

from playwright.sync_api import Locator, Page, Request, Route, expect

from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.visit import visit

FILM = "https://youtu.be/aqz-KE-bpKQ?si=delad-av-mig"
PLAYER = "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ"
MAP = "https://www.openstreetmap.org/?mlat=59.27&mlon=18.08#map=15/59.2716/18.0823"
SOUND = "https://sverigesradio.se/avsnitt/1966906"
BLOCK = "Film, ljud eller karta"


def write(page: Page, stack: Stack) -> None:
    """An article with a film, a sound and a map, written and published in the admin."""
    desk = Desk(page, stack, "vantor")
    desk.new_article("Talet i efterhand", "Se talet i efterhand.")
    for address, title in ((FILM, "Talet på torget"), (SOUND, "Intervjun"), (MAP, "Här är torget")):
        block = desk.add_block(BLOCK)
        block.get_by_role("textbox", name="Adress").first.fill(address)
        block.get_by_role("textbox", name="Rubrik").fill(title)
    desk.publish()


def the_embed(page: Page, title: str) -> Locator:
    return page.get_by_role("figure").filter(has_text=title)


def test_nothing_leaves_before_the_visitor_agrees(page: Page, stack: Stack) -> None:
    write(page, stack)
    asked: list[str] = []

    def watch(request: Request) -> None:
        if not request.url.startswith(("http://localhost:", "data:")):
            asked.append(request.url)

    def player(route: Route) -> None:
        headers = {"Content-Type": "text/html"}
        route.fulfill(status=200, headers=headers, body="<!doctype html><title>Spelare</title><p>Spelaren</p>")

    page.context.on("request", watch)
    page.route(re.compile(r"^https://"), player)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        visit(page, f"{stack.urls['vantor']}/aktuellt/talet-i-efterhand/")
        film = the_embed(page, "Talet på torget")
        film.scroll_into_view_if_needed()
        page.mouse.wheel(0, 5000)
        page.wait_for_load_state("networkidle")
        assert asked == []
        expect(page.locator("iframe")).to_have_count(0)
        expect(film.get_by_text("YouTube får veta att du har varit här")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    button = film.get_by_role("button", name="Visa video från YouTube")
    button.focus()
    page.keyboard.press("Enter")
    frame = page.locator("iframe")
    expect(frame).to_have_count(1)
    expect(frame).to_have_attribute("src", PLAYER)
    expect(frame).to_have_attribute("title", "Talet på torget")
    expect(frame).to_have_attribute("sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation")
    expect(frame).to_have_attribute("referrerpolicy", "strict-origin-when-cross-origin")
    expect(frame).to_be_focused()
    expect(page.frame_locator("iframe").get_by_text("Spelaren")).to_be_visible()
    assert asked == [PLAYER]
    box = frame.bounding_box()
    assert box
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.02

    the_embed(page, "Intervjun").get_by_role("button", name="Spela upp ljud från Sveriges Radio").click()
    the_embed(page, "Här är torget").get_by_role("button", name="Visa karta från OpenStreetMap").click()
    expect(page.locator("iframe")).to_have_count(3)
    for one in page.frames[1:]:
        expect(one.get_by_text("Spelaren")).to_be_visible()
    hosts = {re.sub(r"^https://([^/]+)/.*", r"\1", url) for url in asked}
    assert hosts == {"www.youtube-nocookie.com", "sverigesradio.se", "www.openstreetmap.org"}


def test_the_policy_lets_no_other_frame_in(page: Page, stack: Stack) -> None:
    """Were a foreign address to get into a page all the same."""
    visit(page, stack.urls["vantor"])
    asked: list[str] = []
    page.route(re.compile(r"^https://"), lambda route: (asked.append(route.request.url), route.abort()))
    page.evaluate(
        """src => { const frame = document.createElement("iframe"); frame.src = src; document.body.append(frame); }""",
        "https://evil.example/player",
    )
    page.wait_for_timeout(500)
    assert asked == []
