"""The branch Skarpnäck in southern Stockholm. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.skarpnack_articles import ARTICLES
from home.demo.words import SiteText, button, card, cards, heading, index, item, organisation, page, text, welcome
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "skarpnack",
    "Vänsterpartiet Skarpnäck",
    "branch",
    parent="stockholm",
    areas=(Area("se-kommun", "0180", "Stockholm", partial=True), Area("stadsdel", "", "Skarpnäck")),
    has_board=True,
    email="skarpnack@example.se",
    phone="070-174 06 09",
    address="Exempelfältet 12\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Skarpnäck",
    hero_heading="Från Björkhagen till Bagis",
    image="rink",
    lead="Partiförening för Bagarmossen, Kärrtorp, Björkhagen, Enskededalen, Hammarbyhöjden och Skarpnäcks gård.",
    hero_text=(
        "<p>Vi har ett naturreservat i öster, en tunnelbana i mitten och åsikter om båda. Många av oss är med i "
        "lokala grupper: för biblioteket, för isbanan, för hyrorna. Föreningen är stället där trådarna knyts ihop.</p>"
        "<p>Vill du veta vad som bestäms i stadsdelsnämnden innan det är bestämt? Då är medlemsmötet rätt plats.</p>"
    ),
    hero_buttons=[
        button("Kom på medlemsmöte", "page:skarpnack/medlemsmoten/"),
        button("Om oss", "page:skarpnack/om-oss/", "secondary"),
    ],
    latest_count=4,
    engage=[
        ("card", card("Nattbussen", "Vi samlar tider och namn.", "page:skarpnack/aktuellt/tretusen-steg-hem/", "bus")),
        ("card", card("Medlemsmöte", "Tredje måndagen i månaden.", "page:skarpnack/medlemsmoten/", "meeting")),
        (
            "card",
            card(
                "Häng med och spola",
                "Isbanan behöver nattfolk. Slang, vantar och choklad finns.",
                "page:skarpnack/aktuellt/isbanan-ar-tillbaka/",
            ),
        ),
    ],
    closing="Kom som du är. Inneskor finns.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    image="meeting",
    lead="Sju i styrelsen, tre i stadsdelsnämnden och en som alltid har nyckeln.",
    body=[text("De som nämns här är påhittade exempel. I en riktig förening hade de sagt ja till att synas.")],
    unit="skarpnack",
    body_after=[
        heading("Vill du ha ett uppdrag?"),
        text("""Valberedningen börjar ringa i december. Den som inte vill vänta kan ringa själv. Man behöver inte ha
        varit med länge, bara vilja att det ska bli bra."""),
        button("Skriv till valberedningen", "mailto:valberedning.skarpnack@example.se", "secondary"),
    ],
)

MEETINGS = page(
    "/medlemsmoten/",
    "Medlemsmöten",
    lead="Tredje måndagen i månaden klockan 18.30, i kvarterslokalen vid Bagarmossens torg.",
    body=[
        cards(
            "Så ser en kväll ut",
            card("18.30 Soppa", "Linser, nästan alltid linser."),
            card("19.00 Rapporter", "Nämnden, skolan, hyresgästerna. Fem minuter var, med äggklocka."),
            card("19.30 Beslut", "Högst tre. Fler orkar ingen göra något av."),
        ),
        heading("Barn, hiss och hund"),
        text("""Barnhörna finns, tröskeln är avfasad och hundar är välkomna utom vid soppan."""),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Skarpnäck",
    base_url="http://localhost:8009",
    colours=("#0f5132", "#f7c948", "#f8fbf6"),
    twig=("#0f5132", "#b3202f"),
    pictures=pictures("rink", "bus", "meeting", "allotment", "portrait-curls"),
    pages=(
        WELCOME,
        index("Nytt från nämnden, torgen och reservatet."),
        *ARTICLES,
        ABOUT,
        MEETINGS,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Skarpnäck",
        header=[
            item("Aktuellt", "page:skarpnack/aktuellt/"),
            item("Medlemsmöten", "page:skarpnack/medlemsmoten/"),
            item("Om oss", "page:skarpnack/om-oss/"),
        ],
        publisher="Lovisa Exempelmark",
        above=("Vänsterpartiet Stockholm", "page:stockholm/"),
        services=("facebook", "instagram"),
    ),
)
