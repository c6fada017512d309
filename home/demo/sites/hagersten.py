"""The branch Hägersten-Älvsjö in Stockholm. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.hagersten_articles import ARTICLES
from home.demo.words import SiteText, button, card, cards, heading, index, item, organisation, page, text, welcome
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "hagersten",
    "Vänsterpartiet Hägersten-Älvsjö",
    "branch",
    parent="stockholm",
    areas=(
        Area("se-kommun", "0180", "Stockholm", partial=True),
        Area("stadsdel", "", "Hägersten"),
        Area("stadsdel", "", "Älvsjö"),
    ),
    has_board=True,
    email="hagersten@example.se",
    phone="070-174 06 14",
    address="Exempelängen 7\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Hägersten-Älvsjö",
    hero_heading="Grannskap är politik",
    image="building-site",
    lead="Partiförening för två stadsdelar, tolv tunnelbanestationer och ungefär lika många fotbollsplaner.",
    hero_text=(
        "<p>Det byggs överallt här: längs spåren, på parkeringarna och nästan på ån. Vi är för att det byggs. Vi är "
        "också för att det blir skolor, hyresrätter och en affär, i den ordningen.</p>"
    ),
    hero_buttons=[
        button("Vad vi vill med bygget", "page:hagersten/aktuellt/forst-skolan-sen-kranen/"),
        button("Kontakt", "page:hagersten/kontakt/", "secondary"),
    ],
    latest_count=4,
    engage=[
        (
            "card",
            card("Trygga skolvägar", "Gå med i gåskolan.", "page:hagersten/aktuellt/gaende-skolbuss/", "bus"),
        ),
        (
            "card",
            card("Kolonilotten", "Vi odlar tillsammans i Midsommarkransen.", "page:hagersten/kontakt/", "allotment"),
        ),
        (
            "card",
            card(
                "Tvekar du?",
                "Då är det dig som valberedningen vill prata med.",
                "page:hagersten/aktuellt/valberedningen-soker/",
            ),
        ),
    ],
    closing="Vi finns där spåren delar sig.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    lead="Två stadsdelar som blev en förening när stadsdelsnämnderna slogs ihop. Vi grälar bara om fotboll.",
    body=[text("Personerna nedan är påhittade. De står här för att visa hur en förenings uppdrag kan redovisas.")],
    unit="hagersten",
    body_after=[
        heading("Ombuden"),
        text("""Till distriktets årskonferens skickar vi ombud efter hur många medlemmar vi är. De väljs på årsmötet,
        och den som blir vald lovar att berätta efteråt vad som hände, helst medan det fortfarande är intressant."""),
    ],
)

CONTACT = page(
    "/kontakt/",
    "Kontakt",
    image="allotment",
    lead="Skriv, ring eller kom förbi lotten.",
    body=[
        cards(
            "Var vi finns",
            card("Lokalen", "Hägerstensåsens medborgarhus, onsdagar 18–20."),
            card("Lotten", "Nummer 14, söndagar när det inte regnar. Och ibland när det gör det."),
        ),
        button("Skriv till oss", "mailto:hagersten@example.se"),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Hägersten",
    base_url="http://localhost:8011",
    colours=("#14507a", "#ffb454", "#f6fafd"),
    twig=("#14507a", "#2f7d5c"),
    pictures=pictures("building-site", "allotment", "bus", "portrait-fair"),
    pages=(
        WELCOME,
        index("Nytt från Hägersten och Älvsjö."),
        *ARTICLES,
        ABOUT,
        CONTACT,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Hägersten-Älvsjö",
        header=[
            item("Aktuellt", "page:hagersten/aktuellt/"),
            item("Kontakt", "page:hagersten/kontakt/"),
            item("Om oss", "page:hagersten/om-oss/"),
        ],
        publisher="Nils Exempelskog",
        above=("Vänsterpartiet Stockholm", "page:stockholm/"),
        services=("facebook",),
    ),
)
