"""The national body. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites.riks_articles import ARTICLES
from home.demo.sites.riks_showcase import EVENINGS, SHOWCASE
from home.demo.words import (
    PersonRef,
    SiteText,
    account,
    button,
    card,
    cards,
    heading,
    index,
    item,
    latest,
    organisation,
    page,
    quote,
    text,
    welcome,
)
from home.provisioning import UnitFacts

UNIT = UnitFacts(
    "riks",
    "Vänsterpartiet",
    "national",
    has_board=True,
    email="riks@example.se",
    phone="070-174 06 03",
    address="Exempelplatsen 3\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet",
    hero_heading="Vi bygger ett land som håller ihop",
    image="waterfront",
    lead="Partiet är summan av sina föreningar. Här finns det som rör hela landet.",
    hero_text=(
        "<p>Ett starkt samhälle märks i det lilla: att telefonen svarar, att taket håller och att den som städar "
        "kontoret också har råd att bo i stan. Det arbetar vi för i riksdagen, i regionerna och i kommunerna.</p>"
    ),
    hero_buttons=[
        button("Vad vi vill", "page:riks/partiet/"),
        button("Få nyhetsbrevet", "page:riks/nyhetsbrev/", "secondary"),
    ],
    latest_count=4,
    engage=[
        (
            "card",
            card("Hitta din förening", "I Vantör möts man i Folkets Hus. Var möts ni?", "page:vantor/", "square"),
        ),
        (
            "card",
            card(
                "Två distrikt",
                "Värmland visar hur ett helt distrikt arbetar. Stockholm också.",
                "page:varmland/",
                "lake",
            ),
        ),
        (
            "card",
            card("Få nyhetsbrevet", "En gång i månaden, gratis.", "page:riks/nyhetsbrev/", "newspaper"),
        ),
    ],
    closing="Det börjar där du bor.",
)

PARTY = page(
    "/partiet/",
    "Partiet",
    image="congress",
    lead="Från köksbord till kongress: så hänger partiet ihop, och det här vill vi.",
    body=[
        heading("Tre nivåer"),
        text("""Föreningen är lokal, distriktet omfattar ett län eller en storstad, och riksorganisationen håller ihop
        det hela. Högst beslutar kongressen. Ett bra exempel på hur ett distrikt ser ut inifrån finns hos
        <a href="page:varmland/organisationen/">Värmland</a>."""),
        button("Organ, förtroendevalda och ombud", "page:riks/partiet/organisation/", "secondary"),
        heading("Det här vill vi"),
        cards(
            "",
            card("Bostäder", "Bygg hyresrätter som folk har råd med.", "page:riks/aktuellt/bygg-sa-att-folk-har-rad/"),
            card("Arbete", "Tryggheten på jobbet ska inte ha hål.", "page:riks/aktuellt/trygga-jobb/"),
            card("Demokrati", "Kongressen har sagt sitt.", "page:riks/aktuellt/kongressen/"),
        ),
        quote("Politik är att bestämma tillsammans, också när man är trött.", "Ur en handledning för studiecirklar"),
        latest("Nytt från riksorganisationen"),
    ],
)

ORGANISATION = organisation(
    "/partiet/organisation/",
    "Så är partiet uppbyggt",
    lead="Kongressen bestämmer, partistyrelsen leder och distrikten får det att hända.",
    body=[
        text("""Här är partiets organ, vad de väljer, vilka som har uppdrag och hur kongressens 225 ombud fördelas
        mellan distrikten. <strong>Alla personer är påhittade exempel</strong>, och medlemstalen bakom fördelningen
        likaså.""")
    ],
    unit="riks",
    body_after=[
        heading("Varför står inga medlemstal?"),
        text("""Hur många platser ett distrikt har är offentligt. Hur många medlemmar det har är det inte, för att ingen
        ska kunna räkna ut vilka de är. <a href="page:riks/aktuellt/ombuden-fordelade/">Läs om metoden</a>."""),
        heading("Varför saknas ett namn?"),
        text("""Ingen står här utan att ha sagt ja till det. Den som inte vill synas har sitt uppdrag ändå, och den som
        ångrar sig försvinner ur våra register och listor samma dag."""),
    ],
)

NEWSLETTER = page(
    "/nyhetsbrev/",
    "Nyhetsbrevet",
    image="newspaper",
    lead="Ett brev i månaden. Tre minuter att läsa, inga rop på hjälp i ämnesraden.",
    body=[
        text("""Brevet berättar vad som har bestämts, vad som är på gång och vad någon förening har gjort som andra
        borde härma. Skriv till oss, så lägger vi till dig. Samma väg slipper du det."""),
        button("Jag vill ha brevet", "mailto:nyhetsbrev@example.se"),
        button("Ett exempel på ett brev", "https://www.example.se/nyhetsbrev", "secondary"),
    ],
)

PRIVACY = page(
    "/personuppgifter/",
    "Så behandlar vi personuppgifter",
    lead="Du kan läsa hela webbplatsen utan att vi vet om det.",
    body=[
        text("""Vi sätter inga kakor. Anmäler du dig till nyhetsbrevet sparas din e-postadress tills du säger upp det.
        Du har rätt att se, rätta och radera: skriv till <a href="mailto:riks@example.se">riks@example.se</a>."""),
        text("Webbplatsen är en demonstration. Texterna är exempel och uttrycker inte partiets åsikter."),
    ],
)

ACCESSIBILITY = page(
    "/tillganglighet/",
    "Tillgänglighet",
    lead="Webbplatsen ska följa WCAG 2.2 på nivå AA.",
    body=[
        text("""Vi känner inte till några brister just nu. Hittar du en vill vi höra om den, gärna med adressen till
        sidan och vad du försökte göra."""),
        button("Berätta om en brist", "mailto:riks@example.se", "secondary"),
    ],
)

SITE = SiteText(
    documents=(EVENINGS,),
    unit=UNIT,
    label="Riks",
    base_url="http://localhost:8003",
    origins=("http://localhost:8004",),
    colours=("#7d1128", "#f2a65a", "#ffffff"),
    twig=("#7d1128", "#b3202f"),
    pictures=pictures("waterfront", "congress", "building-site", "newspaper", "square", "lake", "portrait-bob"),
    pages=(
        WELCOME,
        index("Nyheter från riksorganisationen."),
        *ARTICLES,
        PARTY,
        ORGANISATION,
        NEWSLETTER,
        SHOWCASE,
        PRIVACY,
        ACCESSIBILITY,
    ),
    frame={
        "header": [
            item("Aktuellt", "page:riks/aktuellt/"),
            item(
                "Partiet",
                "page:riks/partiet/",
                ("Organisationen", "page:riks/partiet/organisation/"),
                ("Alla delar på en sida", "page:riks/alla-delar/"),
                ("Värmland", "page:varmland/"),
                ("Stockholm", "page:stockholm/"),
            ),
            item("Nyhetsbrevet", "page:riks/nyhetsbrev/"),
        ],
        "footer": [
            item("Partiet", "page:riks/partiet/"),
            item("Alla delar på en sida", "page:riks/alla-delar/"),
            item("Alla webbplatser", "http://localhost:8004/"),
        ],
        "social": [
            account("youtube", "Partiet på YouTube", "https://www.example.se/youtube"),
            account("mastodon", "Partiet på Mastodon", "https://www.example.se/mastodon"),
        ],
        "email": UNIT.email,
        "phone": UNIT.phone,
        "address": UNIT.address,
        "newsletter_text": "En gång i månaden: det viktigaste från hela landet.",
        "newsletter_label": "Läs mer om nyhetsbrevet",
        "newsletter_url": "http://localhost:8003/nyhetsbrev/",
        "privacy_page": PRIVACY.ref("riks"),
        "accessibility_page": ACCESSIBILITY.ref("riks"),
        "publisher": PersonRef("Karin Exempelås"),
    },
)
