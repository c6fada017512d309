"""The district: Värmland, with its page about the organisation. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites.varmland_articles import ARTICLES
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
    organisation,
    page,
    picture,
    quote,
    text,
    welcome,
)
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "varmland",
    "Vänsterpartiet Värmland",
    "district",
    parent="riks",
    areas=(Area("se-lan", "17", "Värmland"),),
    has_board=True,
    email="varmland@example.se",
    phone="070-174 06 02",
    address="Exempelgatan 17\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Värmland",
    hero_heading="Hela Värmland ska leva",
    image="lake",
    lead="Vi är partidistriktet för Värmland, från Långflon i norr till Åmåls gräns i söder.",
    hero_text=(
        "<p>Bussen ska gå, vårdcentralen ska ha öppet och skolan ska ligga kvar. Det låter enkelt, och det är precis "
        "det som vi arbetar för i regionen och i kommunerna.</p>"
        "<p>Vi är partiföreningar i hela länet och ett distrikt som håller ihop dem. "
        '<a href="page:varmland/organisationen/">Så är vi organiserade</a>.</p>'
    ),
    hero_buttons=[
        button("Hitta din partiförening", "page:varmland/organisationen/partiforeningar/"),
        button("Vår regionpolitik", "page:varmland/regionpolitik/", "secondary"),
    ],
    latest_count=4,
    engage=[
        (
            "card",
            card(
                "Följ distriktet",
                "Bilder från valstugor, tåg och möten, från Torsby till Säffle.",
                "https://www.example.se/instagram/varmland",
                "bridge",
            ),
        ),
        (
            "card",
            card(
                "Få nyhetsbrevet",
                "Det viktigaste från partiet i hela landet, en gång i månaden.",
                "page:riks/nyhetsbrev/",
                "newspaper",
            ),
        ),
        (
            "card",
            card(
                "Ring ombudsmannen",
                "Undrar du över stadgar, medlemskap eller nyckeln till valstugan? Det finns någon som vet.",
                "mailto:ombudsman.varmland@example.se",
            ),
        ),
    ],
    closing="Du behövs, oavsett om du bor vid Klarälven, Vänern eller längst in på en skogsväg.",
)

ORGANISATION = organisation(
    "/organisationen/",
    "Organisationen",
    image="vote",
    lead="Vänsterpartiet Värmland är partiets distrikt i valkretsen Värmland. Här bestämmer vi om vår politik i "
    "regionen och om vilka som ska stå på länets lista till riksdagen.",
    body=[
        text("""Distriktet är också föreningarnas ryggrad. Vi ordnar kurser och studiecirklar för medlemmarna, lånar ut
        tält och högtalare och hjälper till när något blir för stort för en ensam förening: en turné, en festival
        eller en demonstration som korsar kommungränsen."""),
        text("""En ombudsman är anställd på distriktet. Det är dit man ringer när man undrar över stadgar, medlemskap
        eller var nyckeln till valstugan finns."""),
        button("Skriv till ombudsmannen", "mailto:ombudsman.varmland@example.se", "secondary"),
    ],
    unit="varmland",
    body_after=[
        heading("Partiföreningar"),
        text("""Partiföreningen är partiet där du bor. I Värmland följer föreningarna kommunerna. I Stockholm och
        Göteborg, där kommunen är stor, finns det i stället en för varje stadsdel:
        <a href="page:stockholm/foreningar/">så ser det ut där</a>. En förening som är i gång väljer en
        egen styrelse."""),
        text("""Som medlem tillhör du föreningen på din ort, förutsatt att det finns en. Det mesta av arbetet görs just
        där: det är föreningarna som delar ut flygblad, bemannar valstugor och ordnar demonstrationer. Också den som
        sitter i distriktets styrelse eller kandiderar till regionen och riksdagen är medlem i en förening först."""),
        button("Alla partiföreningar i Värmland", "page:varmland/organisationen/partiforeningar/", "secondary"),
        heading("Distriktsårskonferens"),
        text("""En gång om året samlas ombud från alla föreningar. Ju fler medlemmar det finns där föreningen verkar,
        desto fler ombud får den. Konferensen går igenom året som gått, lägger fast vad distriktet ska göra härnäst
        och väljer dess styrelse. <a href="page:varmland/aktuellt/distriktsarskonferens/">Så gick det senast.</a>"""),
        heading("Partikongressen"),
        text("""Högst i partiet står kongressen, som hålls åtminstone vartannat år. Den har 225 ombud. De fördelas
        mellan distrikten efter hur många medlemmar vart och ett har, så att Värmland skickar sin andel. Kongressen
        slår fast partiets politik, väljer vad vi ska lägga kraften på och kan ändra stadgarna."""),
        text('Mer om den senaste finns hos <a href="page:riks/aktuellt/kongressen/">riksorganisationen</a>.'),
    ],
)

BRANCHES = page(
    "/organisationen/partiforeningar/",
    "Hitta din partiförening",
    image="bridge",
    lead="Sju föreningar täcker åtta kommuner. Bor du någon annanstans i länet hjälper distriktet dig vidare.",
    body=[
        cards(
            "Föreningar med styrelse",
            card("Arvika", "Möte sista onsdagen i månaden.", "page:arvika/"),
            card("Hagfors", "Öppet hus varannan torsdag.", "mailto:hagfors@example.se"),
            card("Karlstad", "Länets största förening, med egen studiecirkel.", "page:karlstad/"),
            card("Kristinehamn-Storfors", "Två kommuner, en förening.", "page:kristinehamn/"),
            card("Torsby", "Samåkning till alla möten.", "mailto:torsby@example.se"),
        ),
        heading("Här startar vi om"),
        text("""I Sunne och Säffle finns medlemmar men just nu ingen styrelse. Vill du vara med från början?
        <a href="page:varmland/aktuellt/starta-om/">Läs om hur det går till</a>."""),
    ],
)

REGION = page(
    "/regionpolitik/",
    "Vår regionpolitik",
    image="health-centre",
    lead="Regionen sköter vården, bussarna och en stor del av kulturen. Det är där distriktet gör sin politik.",
    body=[
        heading("Vården nära"),
        text("""En vårdcentral i varje kommun, med läkare som stannar. Det är dyrare att vara utan."""),
        picture("train", caption="Så vill vi ha det: nära, ofta och i tid.", size="wide"),
        heading("Tåg och buss"),
        text("""Den som börjar klockan sex ska kunna åka kollektivt.
        <a href="page:varmland/aktuellt/taget-ska-stanna/">Läs vad vi föreslår om tåget.</a>"""),
        quote("Ett busskort är värt ungefär lika mycket som bussen är punktlig.", "Ur vårt regionprogram"),
    ],
)

PRIVACY = page(
    "/personuppgifter/",
    "Så behandlar vi personuppgifter",
    lead="Vi samlar inte in något när du läser här.",
    body=[
        text("""Inga kakor, ingen mätning, inga knappar från andra företag. Mejlar du oss läser ombudsmannen och
        ingen annan, och brevet raderas när saken är utredd. Frågor:
        <a href="mailto:varmland@example.se">varmland@example.se</a>."""),
        text("Webbplatsen är en demonstration. Texterna är exempel och uttrycker inte partiets åsikter."),
    ],
)

ACCESSIBILITY = page(
    "/tillganglighet/",
    "Tillgänglighet",
    lead="Går något inte att läsa, höra eller klicka på? Säg till.",
    body=[
        text("""Vi provar sidorna med tangentbord, skärmläsare och stor text innan de kommer ut, och vi skriver så
        enkelt vi kan. Fel som du berättar om rättar vi inom två veckor."""),
        button("Rapportera ett fel", "mailto:varmland@example.se", "secondary"),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Värmland",
    base_url="http://localhost:8002",
    colours=("#1f5c4a", "#f2b84b", "#f8faf5"),
    twig=("#1e4a3f", "#2f7d5c"),
    pictures=pictures(
        "lake",
        "train",
        "health-centre",
        "bridge",
        "vote",
        "reading-lamp",
        "newspaper",
        "portrait-beanie",
        "portrait-bald",
    ),
    pages=(
        WELCOME,
        index("Från regionen, distriktet och föreningarna."),
        *ARTICLES,
        ORGANISATION,
        BRANCHES,
        REGION,
        PRIVACY,
        ACCESSIBILITY,
    ),
    frame={
        "header": [
            item("Aktuellt", "page:varmland/aktuellt/"),
            item("Regionpolitik", "page:varmland/regionpolitik/"),
            item(
                "Organisationen",
                "page:varmland/organisationen/",
                ("Partiföreningar", "page:varmland/organisationen/partiforeningar/"),
            ),
        ],
        "footer": [
            item("Organisationen", "page:varmland/organisationen/"),
            item("Hitta din partiförening", "page:varmland/organisationen/partiforeningar/"),
            item("Riksorganisationen", "page:riks/"),
        ],
        "social": [
            account("instagram", "Värmland på Instagram", "https://www.example.se/instagram/varmland"),
            account("facebook", "Värmland på Facebook", "https://www.example.se/facebook/varmland"),
        ],
        "email": UNIT.email,
        "phone": UNIT.phone,
        "address": UNIT.address,
        "newsletter_text": "Partiets nyhetsbrev kommer en gång i månaden.",
        "newsletter_label": "Läs mer om nyhetsbrevet",
        "newsletter_url": "http://localhost:8003/nyhetsbrev/",
        "privacy_page": PRIVACY.ref("varmland"),
        "accessibility_page": ACCESSIBILITY.ref("varmland"),
        "publisher": PersonRef("Rolf Exempelhage"),
        "central_text": "Vill du läsa om hela landet?",
        "central_label": "Till riksorganisationens webbplats",
        "central_url": "http://localhost:8003/",
    },
)
