"""The district Stockholm. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.stockholm_articles import ARTICLES
from home.demo.words import (
    SiteText,
    button,
    card,
    cards,
    heading,
    index,
    item,
    organisation,
    page,
    quote,
    text,
    welcome,
)
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "stockholm",
    "Vänsterpartiet Stockholm",
    "district",
    parent="riks",
    areas=(Area("se-lan", "01", "Stockholm"),),
    has_board=True,
    email="stockholm@example.se",
    phone="070-174 06 05",
    address="Exempelgränd 8\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Stockholm",
    hero_heading="En stad för dem som får den att gå",
    image="waterfront",
    lead="Vi är partidistriktet för Stockholms län: föreningar från skärgård till förort, och ett kansli med kaffe.",
    hero_text=(
        "<p>Någon kör första tunnelbanan, någon bäddar om på avdelning 34 och någon öppnar förskolan klockan sex. "
        "Det är för dem som regionen ska fungera, och det är med dem som vi gör politik.</p>"
        "<p>Det mesta händer i föreningarna. Distriktet finns till för att de ska orka: med kurser, pengar till "
        "flygblad och någon som svarar i telefon.</p>"
    ),
    hero_buttons=[
        button("Hitta din förening", "page:stockholm/foreningar/"),
        button("Så fungerar distriktet", "page:stockholm/om-oss/", "secondary"),
    ],
    latest_count=4,
    engage=[
        (
            "card",
            card("Gå en kurs", "Från nybörjare till nämndledamot på tre kvällar.", "page:stockholm/kurser/", "library"),
        ),
        (
            "card",
            card(
                "Få nyhetsbrevet",
                "Ett brev i månaden om det som har bestämts i hela landet.",
                "page:riks/nyhetsbrev/",
                "newspaper",
            ),
        ),
        (
            "card",
            card(
                "Dela ut flygblad",
                "Vi har dem i backar på kansliet. Ta med en väska.",
                "mailto:stockholm@example.se",
                "bus",
            ),
        ),
    ],
    closing="Vi ses i Folkets Hus, på perrongen eller i kön till kopieringsapparaten.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    image="vote",
    lead="Ett distrikt är inte en chef över föreningarna. Det är föreningarna, när de bestämmer något gemensamt.",
    body=[
        text("""Här ser du hur distriktet är uppbyggt, vilka som har förtroendeuppdrag just nu och hur många ombud varje
        förening skickar till årskonferensen. Alla namn är påhittade exempel: den här webbplatsen är en
        demonstration."""),
    ],
    unit="stockholm",
    body_after=[
        heading("Varför flera föreningar i samma kommun?"),
        text("""Stockholms kommun är så stor att en enda förening skulle behöva hyra en idrottshall för sitt
        medlemsmöte. Därför finns det en för varje stadsdelsområde, till exempel <a href="page:vantor/">Vantör</a>,
        <a href="page:skarpnack/">Skarpnäck</a>, <a href="page:sodermalm/">Södermalm</a> och
        <a href="page:hagersten/">Hägersten-Älvsjö</a>. Var och en verkar i en del av kommunen."""),
        quote("Jag bytte stadsdel och fick ny förening. Samma kaka, andra bullar.", "En medlem som har flyttat ofta"),
    ],
)

BRANCHES = page(
    "/foreningar/",
    "Hitta din förening",
    lead="Du hör till föreningen där du bor. Är du osäker på gränsen, fråga: vi har en karta på väggen.",
    body=[
        cards(
            "Föreningar med egen webbplats",
            card("Vantör", "Rågsved, Högdalen, Bandhagen, Hagsätra och Örby.", "page:vantor/"),
            card("Skarpnäck", "Bagarmossen, Kärrtorp, Björkhagen och Skarpnäcks gård.", "page:skarpnack/"),
            card("Södermalm", "Hela ön, och Hammarby sjöstad.", "page:sodermalm/"),
            card("Hägersten-Älvsjö", "Från Aspudden till Älvsjö station.", "page:hagersten/"),
        ),
        heading("Övriga"),
        text("""I <a href="mailto:farsta@example.se">Farsta</a> möts man andra onsdagen i varje månad. Saknas din del av
        länet här hjälper <a href="mailto:stockholm@example.se">kansliet</a> dig till rätt ställe."""),
    ],
)

COURSES = page(
    "/kurser/",
    "Kurser",
    image="library",
    lead="Alla kurser är gratis för medlemmar. Resa och barnvakt betalar distriktet.",
    body=[
        heading("Det här går varje termin"),
        text("""<ul><li>Ny medlem: två timmar om hur allt hänger ihop.</li><li>Tala och svara: öva inför torgmötet.</li>
        <li>Ny i nämnden: tre kvällar om handlingar, jäv och yrkanden.</li><li>Kassör på en kväll.</li></ul>"""),
        text("""Hur det kan gå till står i
        <a href="page:stockholm/aktuellt/ny-i-namnden/">rapporten från höstens nämndkurs</a>."""),
        button("Anmäl dig", "mailto:kurser.stockholm@example.se"),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Stockholm",
    base_url="http://localhost:8005",
    colours=("#1f3f73", "#f2b632", "#f7f9fc"),
    twig=("#1f3f73", "#b3202f"),
    pictures=pictures("waterfront", "vote", "library", "bus", "newspaper", "portrait-red-hair"),
    pages=(
        WELCOME,
        index("Från regionen, staden och föreningarna i länet."),
        *ARTICLES,
        ABOUT,
        BRANCHES,
        COURSES,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Stockholm",
        header=[
            item("Aktuellt", "page:stockholm/aktuellt/"),
            item("Föreningar", "page:stockholm/foreningar/"),
            item("Kurser", "page:stockholm/kurser/"),
            item("Om oss", "page:stockholm/om-oss/"),
        ],
        publisher="Ylva Exempelgren",
        above=("Riksorganisationen", "page:riks/"),
        services=("facebook", "mastodon"),
    ),
)
