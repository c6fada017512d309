"""The branch Arvika in Värmland. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.arvika_articles import ARTICLES
from home.demo.words import SiteText, button, card, heading, index, item, organisation, page, text, welcome
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "arvika",
    "Vänsterpartiet Arvika",
    "branch",
    parent="varmland",
    areas=(Area("se-kommun", "1784", "Arvika"),),
    has_board=True,
    email="arvika@example.se",
    phone="070-174 06 11",
    address="Exempelviken 4\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Arvika",
    hero_heading="Musik, motorer och medmänniskor",
    image="lake",
    lead="Partiföreningen i Arvika: tjugosex aktiva, en buss att hyra och för få parkeringsplatser vid lokalen.",
    hero_text=(
        "<p>Här bor folk glest men hör av sig tätt. Vi sitter i fullmäktige, i skolnämnden och i bygdegårdens "
        "styrelse, och vi försöker göra samma sak på alla tre ställena: se till att det går att bo kvar.</p>"
    ),
    hero_buttons=[button("Så kan du vara med", "page:arvika/var-med/")],
    latest_count=4,
    engage=[
        (
            "card",
            card("Skjuts till mötet?", "Ring, så samåker vi. Ingen ska behöva bil.", "page:arvika/var-med/", "lake"),
        ),
        (
            "card",
            card(
                "Följ oss",
                "Bilder från bygdegårdar, bion och Glafsfjorden.",
                "https://www.example.se/instagram/arvika",
                "market",
            ),
        ),
        (
            "card",
            card(
                "Sätt upp en affisch",
                "Vi har en rulle till dig. Det tar en kvart, tejp ingår.",
                "mailto:arvika@example.se",
            ),
        ),
    ],
    closing="Ta vägen förbi. Det är alltid någon som har satt på kaffe.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    lead="Föreningen bildades av folk från bruken och har haft samma kassaskrin sedan dess. Nyckeln är bortkommen.",
    body=[text("Förtroendevalda just nu. Alla namn på den här sidan är påhittade exempel.")],
    unit="arvika",
    body_after=[
        heading("Mötena"),
        text("""Sista onsdagen i månaden klockan 18.30, omväxlande i Folkets Hus och i någon av bygdegårdarna. Var vi
        är härnäst står under <a href="page:arvika/var-med/">Var med</a>."""),
    ],
)

JOIN = page(
    "/var-med/",
    "Var med",
    image="market",
    lead="Du kan göra mycket eller lite. Det finns uppdrag som tar en kvart.",
    body=[
        text("""<ul><li>En kvart: sätt upp en affisch på ditt jobb.</li><li>En timme: ring fem medlemmar och fråga vad
        vi borde göra.</li><li>En kväll: kom på möte, med eller utan åsikter.</li><li>En vår: läs med i
        studiecirkeln.</li></ul>"""),
        button("Ring oss", "tel:070-174 06 11"),
        button("Skriv till oss", "mailto:arvika@example.se", "secondary"),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Arvika",
    base_url="http://localhost:8007",
    colours=("#155e63", "#f4a259", "#f6fbfa"),
    twig=("#155e63", "#b3202f"),
    pictures=pictures("lake", "market", "reading-lamp", "portrait-moustache"),
    pages=(
        WELCOME,
        index("Vad vi gör, vad vi vill och vem som bjuder på kaffe."),
        *ARTICLES,
        ABOUT,
        JOIN,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Arvika",
        header=[
            item("Aktuellt", "page:arvika/aktuellt/"),
            item("Var med", "page:arvika/var-med/"),
            item("Om oss", "page:arvika/om-oss/"),
        ],
        publisher="Ulf Exempelbäck",
        above=("Vänsterpartiet Värmland", "page:varmland/"),
        services=("instagram",),
    ),
)
