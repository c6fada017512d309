"""The admin's views that are ours: who looks at each, and how one comes there."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.stack import Stack

Visit = Callable[[Page, Stack], None]


def goes_to(path: str) -> Visit:
    def go(page: Page, stack: Stack) -> None:
        assert page.goto(stack.admin + path).ok

    return go


def first_of(path: str) -> Visit:
    """The form of the first that a list names."""

    def go(page: Page, stack: Stack) -> None:
        page.goto(stack.admin + path)
        page.locator("td.title a").first.click()
        expect(page.get_by_role("button", name="Spara").first).to_be_visible()

    return go


def filters(path: str) -> Visit:
    def go(page: Page, stack: Stack) -> None:
        page.goto(stack.admin + path)
        page.locator("#filters-drilldown").get_by_role("button").first.click()

    return go


def new_article(page: Page, stack: Stack) -> None:
    """With one part in its text, and what is folded away unfolded."""
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").click()
    page.get_by_role("button", name="Lägg till en del").or_(page.get_by_title("Lägg till en del")).last.click()
    page.get_by_role("option", name="Mellanrubrik", exact=True).click()
    expect(page.locator("[data-streamfield-child]")).to_have_count(1)
    folded = page.locator(".w-panel__toggle[aria-expanded=false]:visible")
    while folded.count():
        folded.first.click()


def rich_text(page: Page, stack: Stack) -> None:
    """An article whose text has been written in, and one more part that unfolds text."""
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").click()
    for number, (part, editor) in enumerate({"Text": "Text", "Utfällbar text": "Text som fälls ut"}.items(), start=1):
        page.get_by_role("button", name="Lägg till en del").or_(page.get_by_title("Lägg till en del")).last.click()
        page.get_by_role("option", name=part, exact=True).click()
        expect(page.locator("[data-streamfield-child]").nth(number - 1)).to_be_visible()
        page.get_by_role("textbox", name=editor, exact=True).last.press_sequentially("Ord")


def frame(tab: str) -> Visit:
    """A tab of the form of one's own site."""

    def go(page: Page, stack: Stack) -> None:
        page.goto(stack.admin + "webbplats/")
        page.get_by_role("tab", name=tab).click()

    return go


def image_upload(page: Page, stack: Stack) -> None:
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").click()
    page.get_by_role("button", name="Välj en bild").first.click()
    page.get_by_role("dialog").get_by_role("tab", name="Ladda upp").click()
    expect(page.get_by_role("dialog").locator("input[type=file]")).to_be_visible()


def unit_below(page: Page, stack: Stack) -> None:
    """Areas and dates of a branch, from its district's own form."""
    page.goto(stack.admin + "enheter/")
    page.locator("a[href*='/enheter/under/']").first.click()
    expect(page.get_by_role("heading", name="Bildades och upphörde")).to_be_visible()


def person(name: str) -> Visit:
    def go(page: Page, stack: Stack) -> None:
        page.goto(stack.admin + "personer/")
        page.get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_text("I dag: Visas")).to_be_visible()

    return go


def withdrawing(page: Page, stack: Stack) -> None:
    person("Rolf Exempelhage")(page, stack)
    page.get_by_role("link", name="Ta tillbaka samtycket").click()
    expect(page.get_by_role("button", name="Ja, ta tillbaka samtycket")).to_be_visible()


def meeting_looked_over(page: Page, stack: Stack) -> None:
    """With both hints: two posts of one person, and the responsible publisher."""
    page.goto(stack.admin + "efter-arsmotet/")
    vice = page.get_by_label("Vice ordförande", exact=True).locator("option:checked").inner_text()
    page.get_by_label("Ordförande", exact=True).select_option(label=vice)
    page.get_by_role("button", name="Gå vidare").click()
    expect(page.get_by_text("står på mer än en post")).to_be_visible()
    expect(page.get_by_text("Ansvarig utgivare för webbplatsen är")).to_be_visible()


def refused_allocation(page: Page, stack: Stack) -> None:
    """More delegates than members."""
    page.goto(stack.admin + "ombud/new/")
    page.locator("#id_body").select_option(index=1)
    for name, value in {"seats": "60", "basis_date": "2026-01-31", "minimum": "0"}.items():
        page.locator(f"#id_{name}").fill(value)
    page.get_by_role("button", name="Lägg till Enhet").click()
    page.locator("#id_shares-0-unit").select_option(index=1)
    page.locator("#id_shares-0-members").fill("12")
    page.get_by_role("button", name="Räkna ut").click()
    expect(page.get_by_text("60 ombud är fler än alla 12 medlemmar")).to_be_visible()


def seats(page: Page, stack: Stack) -> None:
    """An allocation as those see it who may not see the members."""
    page.goto(stack.admin + "ombud/")
    page.locator("a[href*='/ombud/inspect/']").first.click()
    expect(page.get_by_role("rowheader", name="Sammanlagt")).to_be_visible()


def stored_allocation(page: Page, stack: Stack) -> None:
    first_of("ombud/")(page, stack)
    expect(page.get_by_role("region", name="Sparad fördelning")).to_be_visible()


def calculated_allocation(page: Page, stack: Stack) -> None:
    stored_allocation(page, stack)
    page.get_by_role("button", name="Räkna ut").click()
    expect(page.get_by_role("region", name="Så blir det")).to_be_visible()


def an_image(page: Page, stack: Stack) -> None:
    page.goto(stack.admin + "images/")
    page.locator(".listing a[href*='/images/']").first.click()
    expect(page.get_by_label("Sluta visa den gamla bilden genast")).to_be_visible()


def deleting_a_body(page: Page, stack: Stack) -> None:
    first_of("organ/")(page, stack)
    page.goto(page.url.replace("/edit/", "/delete/"))
    expect(page.get_by_role("button", name="Ja, radera")).to_be_visible()


def preview_excuse(page: Page, stack: Stack) -> None:
    """What stands in the preview's frame for a page that lies on no site. It is not saved."""
    add = f"{stack.admin}pages/add/home/welcomepage/1/"
    page.goto(add)
    page.locator("#id_title").fill("Ingenstans")
    with page.expect_response(lambda answer: "/preview/" in answer.url and answer.request.method == "POST"):
        page.get_by_role("button", name="Visa eller dölj förhandsgranskningen").click()
    page.goto(f"{add}preview/")
    expect(page.get_by_role("heading", name="Sidan kan inte förhandsgranskas")).to_be_visible()


def shared(path: str) -> Visit:
    """The demo's article that the district is offered."""

    def go(page: Page, stack: Stack) -> None:
        page.goto(f"{stack.admin}pages/search/?q=simhallen")
        page.get_by_role("link", name="Det droppar i simhallen").first.click()
        expect(page.locator("#id_title")).to_be_visible()
        pk = page.url.rstrip("/").split("/")[-2]
        page.goto(f"{stack.admin}visa/{pk}/{path}")
        expect(page.get_by_role("heading", name="Det droppar i simhallen").last).to_be_visible()

    return go


def dressing(page: Page, stack: Stack) -> None:
    page.goto(stack.admin + "erbjudna-artiklar/")
    action = page.get_by_role("button", name="Ta in").locator("xpath=..").get_attribute("action")
    page.goto(f"{stack.admin}{action.removeprefix('/admin/').removesuffix('ta-in/')}")
    expect(page.get_by_label("Egen inledning")).to_be_visible()


def published(page: Page, stack: Stack) -> None:
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").click()
    page.locator("#id_title").fill("Tillgänglig för alla")
    page.get_by_role("navigation", name="Knappar (längst ner)").get_by_role("button", name="Publicera").click()
    expect(page.get_by_role("status").get_by_text("är publicerad")).to_be_visible()
    expect(page.locator(".messages ul")).to_have_css("opacity", "1")


VIEWS: dict[str, tuple[str, Visit]] = {
    "start page": ("vantor", goes_to("")),
    "start page with many sites": ("admin", goes_to("")),
    "the guide": ("vantor", goes_to("handbok/")),
    "a page of the guide": ("vantor", goes_to("handbok/forsta-artikeln.md")),
    "new article": ("vantor", new_article),
    "an article with rich text": ("vantor", rich_text),
    "choosing a picture": ("vantor", image_upload),
    "published": ("vantor", published),
    "pages": ("vantor", goes_to("pages/")),
    "where an article may be shown": ("vantor", shared("")),
    "taking an article back": ("vantor", shared("dra-tillbaka/")),
    "articles held out": ("vantor", goes_to("erbjudna-artiklar/")),
    "how an article is shown here": ("vantor", dressing),
    "what a site takes in": ("vantor", goes_to("erbjudna-artiklar/vantor/avsandare/")),
    "own site": ("vantor", goes_to("webbplats/")),
    **{
        f"own site: {tab}": ("vantor", frame(tab))
        for tab in ("Menyer", "Kontakt och sociala medier", "Nyhetsbrev", "Juridik")
    },
    "own unit": ("vantor", goes_to("enheter/")),
    "sites": ("admin", goes_to("webbplats/")),
    "a site": ("admin", first_of("webbplats/")),
    "units": ("admin", goes_to("enheter/")),
    "filters of units": ("admin", filters("enheter/")),
    "a unit": ("admin", first_of("enheter/")),
    "redirects": ("admin", goes_to("omdirigeringar/")),
    "a new redirect": ("vantor", goes_to("omdirigeringar/new/")),
    "bodies": ("admin", goes_to("organ/")),
    "a body": ("admin", first_of("organ/")),
    "people": ("admin", goes_to("personer/")),
    "filters of people": ("admin", filters("personer/")),
    "a person": ("admin", first_of("personer/")),
    "deleting a body": ("admin", deleting_a_body),
    "posts": ("admin", goes_to("poster/")),
    "a post": ("admin", first_of("poster/")),
    "assignments": ("admin", goes_to("uppdrag/")),
    "an assignment": ("admin", first_of("uppdrag/")),
    "delegates": ("admin", goes_to("ombud/")),
    "the seats alone": ("varmland", seats),
    "an allocation": ("admin", stored_allocation),
    "an allocation worked out": ("admin", calculated_allocation),
    "a district's own unit": ("varmland", goes_to("enheter/")),
    "a unit below": ("varmland", unit_below),
    "somebody who took their consent back": ("varmland", person("Petra Exempelviken")),
    "taking a consent back": ("varmland", withdrawing),
    "a refused allocation": ("admin", refused_allocation),
    "after the annual meeting": ("vantor", goes_to("efter-arsmotet/")),
    "whose annual meeting": ("admin", goes_to("efter-arsmotet/")),
    "a board looked over": ("varmland", meeting_looked_over),
    "images": ("vantor", goes_to("images/")),
    "an image": ("vantor", an_image),
    "many images": ("vantor", goes_to("images/multiple/add/")),
    "one image": ("vantor", goes_to("images/add/")),
    "a preview that cannot be": ("admin", preview_excuse),
    "documents": ("vantor", goes_to("documents/")),
    "many documents": ("vantor", goes_to("documents/multiple/add/")),
    "one document": ("vantor", goes_to("documents/add/")),
    "a document": ("vantor", first_of("documents/")),
}
