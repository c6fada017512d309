"""What the national body writes under Aktuellt."""

from home.demo.words import article, button, card, cards, heading, picture, quote, text

DESK = ("Exempelredaktionen", "riksorganisationen")
WRITER = ("Exempel Exempelsson", "bostadspolitisk exempelskribent")

ARTICLES = (
    article(
        "kongressen",
        "225 ombud, tre dagar och en enda kaffeautomat",
        date="2025-04-14T16:00",
        image="congress",
        lead="Kongressen är partiets högsta beslutande möte. Så här gick det till, från första motionen till sista "
        "sången.",
        tags=("kongressen", "organisationen"),
        authors=(DESK,),
        body=[
            text("""På fredagen kom bussarna. På lördagen kom sakfrågorna. Och på söndagen, när stadgarna skulle ändras,
            visade det sig att alla 225 hade läst handlingarna: diskussionen om ett enda komma tog tjugo minuter."""),
            heading("Det här bestämdes"),
            text("""<ul><li>Bostadspolitiken blir partiets viktigaste fråga de närmaste åren.</li><li>Varje distrikt ska
            erbjuda en grundkurs minst en gång om året.</li><li>Kommat står kvar.</li></ul>"""),
            picture("waterfront", caption="Utsikten från matkön. De flesta hann aldrig se den.", size="wide"),
            quote("Jag åkte hit med tre motioner och åker hem med sju nya vänner.", "Ett ombud från norra Sverige"),
        ],
    ),
    article(
        "bygg-sa-att-folk-har-rad",
        "Bygg så att folk har råd att bo",
        date="2025-03-03T08:00",
        image="building-site",
        lead="Kranarna står stilla samtidigt som kön växer. Stat och kommun ska bygga hyresrätter igen, tillsammans.",
        tags=("bostäder",),
        authors=(WRITER,),
        body=[
            text("""Den som är ung i dag flyttar i snitt fem gånger innan kontraktet är ens eget. Det är inte frihet,
            det är flyttkartonger. Vi föreslår ett statligt lån till kommuner som bygger hyresrätter med hyror som en
            vanlig lön räcker till."""),
            heading("Tre steg"),
            cards(
                "",
                card("Låna ut", "Staten lånar billigare än någon annan. Låt det komma hyresgästerna till del."),
                card("Standardisera", "Samma goda hus kan byggas på tio platser."),
                card("Behåll", "Det som byggs för alla ska inte säljas ut."),
            ),
            text("""I <a href="page:vantor/aktuellt/hyresratten-ar-vard-att-slass-for/">Vantör</a> visar grannarna hur
            man försvarar de hyresrätter som finns."""),
        ],
    ),
    article(
        "trygga-jobb",
        "Trygga jobb är ingen lyx",
        date="2025-01-15T07:00",
        lead="När anställningsskyddet får hål är det alltid någon som trillar igenom. Vi vill laga det.",
        tags=("arbete", "facket"),
        authors=(DESK,),
        body=[
            text("""Den som inte vet om hon har ett pass på torsdag kan inte planera en tandläkartid, ett barnkalas
            eller ett liv. Försämringarna i lagen om anställningsskydd har gjort det lättare att säga upp och svårare
            att säga ifrån."""),
            heading("Det vill vi ändra"),
            text("""<ol><li>Heltid som norm, deltid som möjlighet.</li><li>Fast jobb efter ett år.</li><li>Den som säger
            ifrån om farliga maskiner ska skyddas, inte skickas hem.</li></ol>"""),
            button("Läs mer om partiet", "page:riks/partiet/"),
        ],
    ),
    article(
        "nytt-nyhetsbrev",
        "Nyhetsbrevet har fått ny form",
        date="2024-12-02T12:30",
        image="newspaper",
        lead="Kortare, glesare mellan ropen och med en kanelbulle i varje nummer (ett recept, tyvärr).",
        tags=("nyhetsbrev",),
        authors=(DESK,),
        body=[
            text("""Vi frågade trehundra läsare vad de ville ha. Svaret var: mindre. Därför kommer brevet numera en gång
            i månaden, med tre nyheter och ett tips från en förening."""),
            button("Få brevet", "page:riks/nyhetsbrev/"),
            text(
                'I första numret: <a href="page:vantor/aktuellt/odlarna/">odlarna i Vantör</a> och '
                '<a href="page:varmland/aktuellt/valstugan-pa-turne/">valstugan i Värmland</a>.'
            ),
        ],
    ),
    article(
        "efter-valet",
        "Tack alla ni som knackade dörr",
        date="2024-06-11T09:00",
        image="waterfront",
        lead="Valrörelsen till Europaparlamentet är slut. Det som blir kvar är alla samtal.",
        tags=("val", "EU"),
        authors=(DESK,),
        body=[
            text("""Föreningarna har skickat in sina rapporter, och de är en läsning i sig. Någon har räknat hundar,
            någon annan trappsteg. Tillsammans blev det fler samtal än i något tidigare val till Europaparlamentet."""),
            text("""Vad som händer härnäst kommer att stå i <a href="page:riks/aktuellt/valplan/">planen för nästa
            valrörelse</a>, som styrelsen arbetar med nu."""),
        ],
    ),
    article(
        "valplan",
        "Planen för nästa valrörelse",
        date="2025-05-02T12:00",
        live=False,
        lead="Utkast: läses av distrikten till och med juni.",
        tags=("val",),
        authors=(DESK,),
        body=[text("Så förbereder vi oss. Mer kommer.")],
    ),
)
