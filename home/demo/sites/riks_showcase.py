"""A page with every part that a text can be made of: for editors to look at, and for those who build front ends."""

from datetime import date

from home.demo.calendar import calendar
from home.demo.words import (
    Document,
    PersonRef,
    accordion,
    button,
    card,
    cards,
    contact,
    embed,
    file,
    gallery,
    heading,
    hero,
    latest,
    page,
    picture,
    quote,
    table,
    text,
)

EVENINGS = Document(
    "kvallar-for-nya.ics",
    "Kvällar för nya medlemmar",
    calendar(
        "riks",
        "På länk",
        [(date(2026, 1, 20), "Ny medlem: så hänger partiet ihop"), (date(2026, 2, 17), "Ny medlem: din första motion")],
    ),
)

SHOWCASE = page(
    "/alla-delar/",
    "Alla delar på en sida",
    lead="En sida byggs av delar som läggs under varandra. Här står alla, med texter som kunde ha varit på riktigt.",
    body=[
        text("""Du som skriver på någon av våra webbplatser kan använda sidan som en provkarta: se hur en del tar sig
        ut, på telefonen också, innan du väljer den. Löpande text som den här tål <strong>fetstil</strong>,
        <em>kursiv</em>, listor och <a href="page:riks/partiet/">länkar till andra sidor</a>."""),
        text("""<ul><li>Börja med det viktigaste.</li><li>En tanke i varje stycke.</li><li>Läs högt innan du
        publicerar.</li></ul>"""),
        heading("Ord som ska synas"),
        quote(
            "Skriv så att den som står i köket och kokar pasta hinner med.",
            "Ur en handledning för den som skriver",
        ),
        heading("Frågor och svar", 3),
        accordion(
            (
                "Måste jag vara medlem för att komma på ett möte?",
                """Nej. De flesta föreningar tar gärna emot dig som gäst. Du får säga vad du tycker, men det är
                medlemmarna som röstar.""",
            ),
            (
                "Hur hittar jag min förening?",
                """Titta på ditt distrikts webbplats. För <a href="page:stockholm/foreningar/">Stockholm</a> och
                <a href="page:varmland/organisationen/partiforeningar/">Värmland</a> finns en lista.""",
            ),
        ),
        table(
            "Vem bestämmer var?",
            ("Nivå", "Bestämmer mest", "Hur ofta"),
            ("Förening", "Årsmötet", "Varje år"),
            ("Distrikt", "Distriktsårskonferensen", "Varje år"),
            ("Hela landet", "Partikongressen", "Minst vartannat år"),
            header_column=True,
        ),
        heading("Bilder"),
        picture("lake", caption="En bild får gärna berätta något som texten inte säger.", size="wide"),
        gallery(
            ("square", "Lördag på torget"),
            ("congress", "Söndag på kongressen"),
            ("newspaper", "Måndag, med bulle"),
        ),
        hero(
            "Kom på en kväll för nya",
            "Två timmar på länk. Kameran får vara avstängd, och frågor är hela poängen.",
            button("Jag vill vara med", "mailto:nymedlem@example.se"),
            button("Läs om partiet först", "page:riks/partiet/", "secondary"),
            scene="waterfront",
        ),
        heading("Karta, film och ljud"),
        text("""Det som andra visar hämtas först när besökaren har sagt ja. Innan dess syns bara vår egen bild."""),
        embed(
            "https://www.openstreetmap.org/#map=15/59.2716/18.0823",
            "Rågsved på kartan",
            scene="square",
            caption="Här möts föreningen i Vantör.",
            transcript="page:vantor/om-oss/medlemsmoten/",
        ),
        heading("Vägar vidare"),
        text("En knapp passar när det finns en enda sak att göra, och ett kort när det finns flera att välja på."),
        button("Få nyhetsbrevet", "page:riks/nyhetsbrev/"),
        file("kvallar-for-nya.ics", "Kvällarna till din kalender"),
        cards(
            "Välj din ingång",
            card("Jag är ny", "Börja i föreningen där du bor.", "page:vantor/bli-aktiv/", "square"),
            card("Jag är nyfiken", "Se hur partiet hänger ihop.", "page:riks/partiet/organisation/", "congress"),
            card("Jag vill läsa", "Tre minuter, en gång i månaden.", "page:riks/nyhetsbrev/", "newspaper"),
        ),
        contact(
            heading="Fråga om webbplatsen",
            role="Kanslichef",
            phone="070-174 06 03",
            person=PersonRef("Tove Exempelrud"),
        ),
        latest("Det senaste från riksorganisationen", 3),
    ],
)
