"""The branch Vantör in southern Stockholm. Every text is invented for the demo."""

from datetime import date

from home.demo.calendar import calendar
from home.demo.pictures import pictures
from home.demo.sites.vantor_articles import ARTICLES
from home.demo.words import (
    Document,
    PersonRef,
    SiteText,
    accordion,
    account,
    button,
    card,
    cards,
    contact,
    file,
    gallery,
    heading,
    hero,
    index,
    item,
    latest,
    organisation,
    page,
    picture,
    quote,
    table,
    text,
    welcome,
)
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "vantor",
    "Vänsterpartiet Vantör",
    "branch",
    parent="stockholm",
    areas=(Area("se-kommun", "0180", "Stockholm", partial=True), Area("stadsdel", "", "Vantör")),
    has_board=True,
    email="vantor@example.se",
    phone="070-174 06 01",
    address="Exempelvägen 1\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Vantör",
    hero_heading="Välkommen till ett Vantör för alla",
    image="courtyard",
    lead="Vi är partiföreningen för Rågsved, Högdalen, Bandhagen, Hagsätra och Örby.",
    hero_text=(
        "<p>Vi är en av Vänsterpartiets partiföreningar i Stockholm, och det är kvarteren närmast oss som vi ägnar "
        "mest tid. Kommunvalet 2022 gav oss luft under vingarna efter en valrörelse från trapphus till trapphus, och "
        "våren 2024 gav vi oss ut igen inför valet till Europaparlamentet. Däremellan pågår det långa arbetet: för "
        "att Rågsveds centrum ska bli stadens igen, mot hål i anställningstryggheten och mot att hyresrätter "
        "görs om till bostadsrätter. I stadshuset ingår vi i den rödgröna majoriteten, och i stadsdelsnämnden "
        "är det en av våra medlemmar som är ordförande. Det märks: fler hör av sig, och fler förslag blir av.</p>"
        "<p>Vi har blivit många fler de senaste åren. Några av oss sitter i kommunfullmäktige, i stadsdelsnämnden "
        "eller i nämnderna för förskola och äldreomsorg. Andra lägger sin tid i hyresgästföreningen, i facket eller "
        "i kyrkovalet, och många kommer på ett möte då och då för att det är roligt. Det räknas lika mycket. "
        'Medlemsmötena brukar vara i Folkets Hus i Rågsved: <a href="page:vantor/om-oss/medlemsmoten/">så går de '
        "till</a>.</p>"
    ),
    hero_buttons=[button("Bli aktiv", "page:vantor/bli-aktiv/"), button("Om oss", "page:vantor/om-oss/", "secondary")],
    latest_count=4,
    engage=[
        (
            "card",
            card(
                "Följ med oss i Vantör",
                "På Facebook lägger vi upp bilder från torgen, kallelser till möten och frågor som vi vill ha svar på.",
                "https://www.example.se/facebook/vantor",
                "market",
            ),
        ),
        (
            "card",
            card(
                "Få nyhetsbrevet",
                "Partiets brev kommer en gång i månaden och berättar vad som händer i hela landet. Det är gratis.",
                "page:riks/nyhetsbrev/",
                "newspaper",
            ),
        ),
        (
            "card",
            card(
                "Ta en runda med oss",
                "En timme, en trappuppgång och en hög flygblad. Du går aldrig ensam, och det bjuds på kaffe efteråt.",
                "page:vantor/bli-aktiv/",
                "meeting",
            ),
        ),
    ],
    closing="Varmt välkommen, vare sig du bor i Rågsved, Högdalen eller någonstans däremellan!",
)

ABOUT = page(
    "/om-oss/",
    "Om oss",
    image="meeting",
    lead="En partiförening är så lite byråkrati som möjligt: ett möte i månaden, en styrelse och många händer.",
    body=[
        text("""Vi är medlemmarna som bor i Vantör. Tillsammans bestämmer vi vad föreningen ska göra, och vi gör det
        själva. Någon skriver insändare, någon annan bär bord, en tredje kan allt om detaljplaner."""),
        heading("Det här håller vi på med"),
        cards(
            "",
            card(
                "Bostäder",
                "Hyresrätter ska gå att bo kvar i.",
                "page:vantor/aktuellt/hyresratten-ar-vard-att-slass-for/",
            ),
            card("Centrum", "Torget är vårt vardagsrum.", "page:vantor/aktuellt/ge-oss-centrum-tillbaka/"),
            card("Kultur och fest", "Valborg, Rågsvedsdagen och allt däremellan.", "page:vantor/aktuellt/valborg/"),
        ),
        heading("Styrelsen"),
        text("""Årsmötet väljer en styrelse på sju personer. Den träffas varannan vecka, och protokollen kan alla
        medlemmar läsa. <a href="page:vantor/om-oss/styrelsen/">Här är de</a>."""),
        quote(
            "Man behöver inte kunna något när man kommer. Man behöver bara komma.",
            "En av oss, medlem sedan i våras",
        ),
        latest("Det senaste vi skrivit", 3),
    ],
)

BOARD = organisation(
    "/om-oss/styrelsen/",
    "Styrelsen och våra förtroendevalda",
    lead="De som årsmötet har valt, och de som sitter i stadens nämnder.",
    body=[text("Alla namn är påhittade exempel. Den som på riktigt står på en sådan här sida har sagt ja till det.")],
    unit="vantor",
    body_after=[
        text("""Vill du nå hela styrelsen, skriv till <a href="mailto:vantor@example.se">vantor@example.se</a>. Nästa
        gång det väljs är på årsmötet, och <a href="page:vantor/om-oss/medlemsmoten/">dit hittar du så här</a>."""),
    ],
)

DATES = calendar(
    "vantor",
    "Folkets Hus i Rågsved",
    [(date(2026, 3, 3), "Medlemsmöte om bostäder"), (date(2026, 4, 7), "Medlemsmöte inför första maj")],
)

MEETINGS = page(
    "/om-oss/medlemsmoten/",
    "Medlemsmöten",
    lead="Första tisdagen i månaden, klockan 18.30, oftast i Folkets Hus i Rågsved.",
    body=[
        picture("reading-lamp", caption="Studiecirkeln läser samma kväll, i rummet intill."),
        heading("Så går det till"),
        text("""<ul><li>Vi börjar med en runda där alla säger sitt namn.</li><li>Våra förtroendevalda berättar vad som
        är på gång i nämnderna.</li><li>Vi bestämmer vad vi ska göra till nästa gång, och vem.</li>
        <li>Soppa och bröd.</li></ul>"""),
        table(
            "Möten under våren",
            ("Dag", "Ämne", "Plats"),
            ("3 mars", "Bostäder", "Folkets Hus"),
            ("7 april", "Första maj", "Folkets Hus"),
            ("5 maj", "Sommarens torgmöten", "Biblioteket"),
            header_column=True,
        ),
        file("motesdagar.ics", "Mötesdagarna till din kalender"),
        heading("Vanliga frågor"),
        accordion(
            ("Får jag ta med en vän?", "Ja, alla är välkomna. Det är bara medlemmar som röstar."),
            ("Måste jag säga något?", "Nej. Många lyssnar första gången, och går hem med en uppgift ändå."),
        ),
        gallery(("meeting", "Medlemsmöte i februari"), ("square", "Torgmöte efteråt"), ("march", "")),
        heading("Är du inte medlem?", 3),
        text("""Kom ändå. Du får säga vad du vill men inte rösta. Hör av dig till
        <a href="mailto:vantor@example.se">styrelsen</a> om du undrar något, till exempel hur man kommer in med
        rullstol (det går utmärkt, från baksidan)."""),
        contact(
            "Mötesvärden",
            heading="Fråga före mötet",
            role="Hälsar dig välkommen i dörren",
            email="vantor@example.se",
            phone="070-174 06 01",
            address="Folkets Hus i Rågsved",
            scene="courtyard",
        ),
        hero(
            "Nästa möte är ditt första",
            "Du behöver inte anmäla dig, och inte kunna något.",
            button("Bli aktiv", "page:vantor/bli-aktiv/"),
            scene="bonfire",
        ),
    ],
)

ACTIVE = page(
    "/bli-aktiv/",
    "Bli aktiv",
    image="bicycle",
    lead="Du väljer själv hur mycket. En lördag om året gör också skillnad.",
    body=[
        text("""Här är sådant som vi gör ofta och som det är lätt att hoppa in i. Säg till om du vill prova, så ser vi
        till att du har någon att gå bredvid."""),
        heading("Ute bland folk"),
        text("""<ul><li>Röd lördag: bord, kaffe och samtal på torget.</li><li>Flygblad, på tunnelbanan eller i
        brevlådor.</li><li>Namninsamlingar.</li></ul>"""),
        heading("Hemifrån"),
        text("""<ul><li>Skriv en insändare. Vi hjälper till att korta.</li><li>Svara på frågor på nätet, vänligt och
        med källor.</li><li>Översätt våra flygblad.</li></ul>"""),
        button("Skriv till oss", "mailto:vantor@example.se"),
        button("Ring oss", "tel:070-174 06 01", "secondary"),
    ],
)

PRIVACY = page(
    "/personuppgifter/",
    "Så behandlar vi personuppgifter",
    lead="Kort: vi sparar så lite vi kan, så kort tid vi kan.",
    body=[
        text("""Webbplatsen sätter inga kakor och mäter inte vem du är. Skriver du till oss sparar vi brevet tills
        ärendet är klart, dock längst ett år. Vill du veta vad vi har om dig, eller få det raderat, räcker det att
        skriva till <a href="mailto:vantor@example.se">vantor@example.se</a>."""),
        text(
            "Det här är en demonstration: föreningens namn är verkligt, men texter, personer och adresser är påhittade."
        ),
    ],
)

ACCESSIBILITY = page(
    "/tillganglighet/",
    "Tillgänglighet",
    lead="Alla ska kunna läsa det vi skriver.",
    body=[
        text("""Sidorna går att använda med tangentbord och skärmläsare, och texten går att förstora utan att något
        försvinner. Bilder har beskrivningar. Hittar du något som inte fungerar vill vi veta det, så rättar vi det."""),
        button("Berätta vad som inte fungerar", "mailto:vantor@example.se", "secondary"),
    ],
)

SITE = SiteText(
    redirects=(
        ("/styrelsen", BOARD.ref("vantor")),
        ("/?p=2725", MEETINGS.ref("vantor")),
        ("/medlem", "https://www.example.se/bli-medlem/?forening=vantor&utm_source=affisch&utm_campaign=valborg"),
    ),
    documents=(Document("motesdagar.ics", "Mötesdagar våren 2026", DATES),),
    unit=UNIT,
    label="Vantör",
    base_url="http://localhost:8001",
    colours=("#a3182a", "#f2bf4b", "#fffaf3"),
    twig=("#5d2a3a", "#b3202f"),
    pictures=pictures(
        "courtyard",
        "square",
        "march",
        "bonfire",
        "market",
        "bicycle",
        "meeting",
        "reading-lamp",
        "allotment",
        "newspaper",
        "portrait-glasses",
        "portrait-beard",
    ),
    pages=(
        WELCOME,
        index("Det som händer i Vantör: möten, fester, beslut och sådant som vi är arga på."),
        *ARTICLES,
        ABOUT,
        BOARD,
        MEETINGS,
        ACTIVE,
        PRIVACY,
        ACCESSIBILITY,
    ),
    frame={
        "header": [
            item("Aktuellt", "page:vantor/aktuellt/"),
            item(
                "Om oss",
                "page:vantor/om-oss/",
                ("Medlemsmöten", "page:vantor/om-oss/medlemsmoten/"),
                ("Styrelsen", "page:vantor/om-oss/styrelsen/"),
            ),
            item("Bli aktiv", "page:vantor/bli-aktiv/"),
        ],
        "footer": [
            item("Om oss", "page:vantor/om-oss/"),
            item("Bli aktiv", "page:vantor/bli-aktiv/"),
            item("Riksorganisationen", "page:riks/"),
        ],
        "social": [account("facebook", "Vantör på Facebook", "https://www.example.se/facebook/vantor")],
        "email": UNIT.email,
        "phone": UNIT.phone,
        "address": UNIT.address,
        "newsletter_text": "En gång i månaden: det viktigaste från hela partiet.",
        "newsletter_label": "Läs mer om nyhetsbrevet",
        "newsletter_url": "http://localhost:8003/nyhetsbrev/",
        "privacy_page": PRIVACY.ref("vantor"),
        "accessibility_page": ACCESSIBILITY.ref("vantor"),
        "publisher": PersonRef("Jonas Exempellöv"),
        "central_text": "Letade du efter partiet i hela landet?",
        "central_label": "Till Vänsterpartiets riksorganisation",
        "central_url": "http://localhost:8003/",
    },
)
