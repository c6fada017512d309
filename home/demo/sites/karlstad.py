"""The branch Karlstad in Värmland. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.karlstad_articles import ARTICLES
from home.demo.words import (
    SiteText,
    button,
    card,
    cards,
    heading,
    index,
    item,
    latest,
    organisation,
    page,
    text,
    welcome,
)
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "karlstad",
    "Vänsterpartiet Karlstad",
    "branch",
    parent="varmland",
    areas=(Area("se-kommun", "1780", "Karlstad"),),
    has_board=True,
    email="karlstad@example.se",
    phone="070-174 06 12",
    address="Exempelbron 2\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Karlstad",
    hero_heading="Mitt i solen, mitt i kommunen",
    image="bridge",
    lead="Partiföreningen för Karlstad, från Skattkärr till Vålberg.",
    hero_text=(
        "<p>Karlstad ligger i ett delta, och det gör politiken också: allt rinner hit till slut. Skolan, vattnet, "
        "bussarna och hyrorna. Vi är en av kommunens största föreningar, men vi får fortfarande plats i "
        "samlingssalen på biblioteket.</p>"
        '<p>Kom på ett <a href="page:karlstad/moten/">möte</a>, eller börja med kaffe på torget en lördag.</p>'
    ),
    hero_buttons=[
        button("Nästa möte", "page:karlstad/moten/"),
        button("Vad vi vill i Karlstad", "page:karlstad/var-politik/", "secondary"),
    ],
    latest_count=4,
    engage=[
        (
            "card",
            card("Läs i grupp", "Höstens cirkel träffas i biblioteket.", "page:karlstad/moten/", "library"),
        ),
        (
            "card",
            card("Distriktet", "Vi är en del av Vänsterpartiet Värmland.", "page:varmland/", "train"),
        ),
        (
            "card",
            card(
                "Vad borde vi ta tag i?",
                "Skriv en rad om det som skaver i ditt kvarter. Vi svarar alltid.",
                "mailto:karlstad@example.se",
            ),
        ),
    ],
    closing="Du hittar oss på bron, på torget och bakom bullfatet.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    image="meeting",
    lead="Vi är en förening med nio i styrelsen, fyra i fullmäktige och en kaffebryggare som låter som en motorbåt.",
    body=[text("Här är de som har förtroendeuppdrag just nu. Namnen är påhittade: webbplatsen är en demonstration.")],
    unit="karlstad",
    body_after=[
        heading("Tre rum, en förening"),
        text("""Årsmötet i februari väljer styrelse och bestämmer vad året ska handla om. Däremellan bestämmer
        <a href="page:karlstad/moten/">medlemsmötet</a>, och styrelsen ser till att det blir av."""),
        latest("Senast skrivet", 3),
    ],
)

MEETINGS = page(
    "/moten/",
    "Möten",
    lead="Andra torsdagen i månaden klockan 18 i bibliotekets samlingssal. Hiss finns, hörslinga också.",
    body=[
        text("""Vi börjar med soppa, så att den som kommer direkt från jobbet orkar lyssna. Sedan en timme om något
        aktuellt, en halvtimme beslut och hem före åtta. Barn är välkomna och har en egen hörna."""),
        heading("Våren"),
        text("""<ul><li>Januari: budgeten, med facit.</li><li>Februari: årsmöte.</li><li>Mars: vem äger vattnet?</li>
        <li>April: planering inför första maj.</li></ul>"""),
        button("Säg att du kommer", "mailto:karlstad@example.se"),
    ],
)

POLICY = page(
    "/var-politik/",
    "Vår politik i Karlstad",
    image="bridge",
    lead="Tre saker som vi tjatar om tills de blir gjorda.",
    body=[
        cards(
            "",
            card("Bussen", "Tätare kvällar, också utanför ringen.", "page:karlstad/aktuellt/buss-en-gang-i-timmen/"),
            card("Bänkarna", "En stad att gå i är en stad att vila i.", "page:karlstad/aktuellt/vi-raknade-bankarna/"),
            card("Älven", "Bygg inte där vattnet ska få plats.", "page:karlstad/aktuellt/soppa-och-hogvatten/"),
        ),
        text("""Hela det kommunala programmet delas ut på papper vid våra möten, eftersom det är så det blir läst."""),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Karlstad",
    base_url="http://localhost:8006",
    colours=("#9a3412", "#ffd35c", "#fffbf2"),
    twig=("#9a3412", "#2f7d5c"),
    pictures=pictures("bridge", "meeting", "library", "train", "rink", "portrait-flat-cap"),
    pages=(
        WELCOME,
        index("Nytt från Karlstad: fullmäktige, torget och älven."),
        *ARTICLES,
        ABOUT,
        MEETINGS,
        POLICY,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Karlstad",
        header=[
            item("Aktuellt", "page:karlstad/aktuellt/"),
            item("Vår politik", "page:karlstad/var-politik/"),
            item("Möten", "page:karlstad/moten/"),
            item("Om oss", "page:karlstad/om-oss/"),
        ],
        publisher="Klara Exempelkvist",
        above=("Vänsterpartiet Värmland", "page:varmland/"),
        services=("facebook", "instagram"),
    ),
)
