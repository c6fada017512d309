"""The branch Kristinehamn-Storfors in Värmland: one branch, two municipalities. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.kristinehamn_articles import ARTICLES
from home.demo.words import SiteText, button, card, cards, heading, index, item, organisation, page, text, welcome
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "kristinehamn",
    "Vänsterpartiet Kristinehamn-Storfors",
    "branch",
    parent="varmland",
    areas=(Area("se-kommun", "1781", "Kristinehamn"), Area("se-kommun", "1760", "Storfors")),
    has_board=True,
    email="kristinehamn@example.se",
    phone="070-174 06 13",
    address="Exempelkajen 9\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Kristinehamn-Storfors",
    hero_heading="Två kommuner, en förening",
    image="waterfront",
    lead="Vi verkar i Kristinehamn och Storfors, från Vänerns strand till Bergslagens första backe.",
    hero_text=(
        "<p>För några år sedan var vi två föreningar med varsin trött styrelse. Nu är vi en, med fler händer och "
        "färre protokoll. Vi sitter i båda kommunernas fullmäktige och har möten på båda orterna.</p>"
    ),
    hero_buttons=[
        button("Så fungerar det", "page:kristinehamn/aktuellt/tva-kommuner-en-forening/"),
        button("Kontakt", "page:kristinehamn/kontakt/", "secondary"),
    ],
    latest_count=4,
    engage=[
        ("card", card("I Kristinehamn", "Valstuga på torget hela sommaren.", "page:kristinehamn/kontakt/", "square")),
        (
            "card",
            card("I Storfors", "Öppet hus i biblioteket var tredje vecka.", "page:kristinehamn/kontakt/", "library"),
        ),
        (
            "card",
            card(
                "Berätta om din sjukresa",
                "Vi samlar tider, inte diagnoser, och tar dem till regionen.",
                "page:kristinehamn/aktuellt/sjukresan-som-blev-en-dagsresa/",
            ),
        ),
    ],
    closing="Det är tre mil mellan våra mötesplatser. Vi tar gärna den långa vägen.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    lead="En styrelse med folk från båda kommunerna, en gemensam kassa och två nycklar.",
    body=[
        text("""Stadgan säger att både Kristinehamn och Storfors alltid ska ha minst två ledamöter. Personerna nedan är
        påhittade exempel.""")
    ],
    unit="kristinehamn",
    body_after=[
        heading("Vad gör distriktet?"),
        text("""Det som är större än två kommuner: <a href="page:varmland/regionpolitik/">regionpolitiken</a>, kurserna
        och tältet som vi lånar."""),
    ],
)

CONTACT = page(
    "/kontakt/",
    "Kontakt",
    image="square",
    lead="Vi svarar samma dag, om inte alla är ute och sätter upp affischer.",
    body=[
        cards(
            "Två orter",
            card("Kristinehamn", "Torget, lördagar 10–13 från maj till augusti. Övrig tid: ring."),
            card("Storfors", "Biblioteket, var tredje torsdag klockan 16–18."),
        ),
        button("Skriv till oss", "mailto:kristinehamn@example.se"),
        button("Ring", "tel:070-174 06 13", "secondary"),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Kristinehamn",
    base_url="http://localhost:8008",
    colours=("#5b2a86", "#f2c14e", "#fbf9fd"),
    twig=("#5b2a86", "#b3202f"),
    pictures=pictures("waterfront", "square", "library", "portrait-white-curls"),
    pages=(
        WELCOME,
        index("Nyheter från två kommuner."),
        *ARTICLES,
        ABOUT,
        CONTACT,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Kristinehamn-Storfors",
        header=[
            item("Aktuellt", "page:kristinehamn/aktuellt/"),
            item("Kontakt", "page:kristinehamn/kontakt/"),
            item("Om oss", "page:kristinehamn/om-oss/"),
        ],
        publisher="Maj-Britt Exempelvik",
        above=("Vänsterpartiet Värmland", "page:varmland/"),
        services=("facebook",),
    ),
)
