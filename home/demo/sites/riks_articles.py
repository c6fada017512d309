"""What the national body writes under Aktuellt."""

from home.demo.words import article, button, card, cards, heading, picture, quote, text

DESK = ("Exempelredaktionen", "riksorganisationen")
WRITER = ("Olof Exempelryd", "bostadspolitisk skribent")

ARTICLES = (
    article(
        "trehundra-dagar",
        "Trehundra dagar till valet: börja med köksbordet",
        date="2025-11-17T07:00",
        image="newspaper",
        lead="Den 13 september 2026 går Sverige till val. Styrelsen har fem saker som varje förening kan göra redan "
        "nu.",
        tags=("val", "organisationen"),
        authors=(DESK,),
        body=[
            text("""Trehundra dagar låter länge. Räkna bort jul, semestrar och alla tisdagar då något annat kom emellan,
            så är det ungefär hundratio kvällar. Ingen förening hinner allt, men alla hinner något."""),
            heading("Fem saker före jul"),
            text("""<ol><li>Ring medlemmarna. Alla, inte bara dem ni brukar ringa.</li><li>Gör en lista över trappor,
            och pricka av var ni har nycklar eller vänner.</li><li>Bestäm vem som svarar på frågor på nätet, och när
            den personen är ledig.</li><li>Boka lokalen till valvakan. De tar slut.</li><li>Skriv ner det viktigaste
            som har ändrats i er kommun sedan 2022, på en sida.</li></ol>"""),
            text("""Skarpnäck har redan börjat med det sista: på
            <a href="page:skarpnack/aktuellt/novembermotet/">sitt novembermöte</a> lät de väggarna tala.
            Kristinehamn-Storfors har en <a href="page:kristinehamn/aktuellt/torget-en-torsdag-i-juli/">dagbok från
            valstugan</a> som borde läsas högt på varje planeringsmöte."""),
            quote("En valrörelse är mest att lyssna, men med affischer.", "Ur styrelsens brev till föreningarna"),
            text("""Material kommer i januari. Vänta inte på det."""),
        ],
    ),
    article(
        "ombuden-fordelade",
        "Så fördelas kongressens 225 ombud",
        date="2025-10-27T09:00",
        lead="Hur många platser får ett distrikt? Det avgörs av medlemstal, en regel från 1800-talet och ibland "
        "lotten.",
        tags=("kongressen", "organisationen"),
        authors=(DESK,),
        body=[
            text("""Varje distrikt har rätt till ombud efter hur många medlemmar det har. Problemet är att det aldrig
            går jämnt ut. Ett distrikt med fyra procent av medlemmarna borde ha nio ombud exakt, men de flesta borde ha
            nio och en bit, och bitar går inte att skicka till kongressen."""),
            heading("Största rest"),
            text("""Metoden är enkel att förklara på en servett. Först får alla sina hela platser. De som då har störst
            rest kvar får en plats till, en i taget, tills alla 225 är slut. Står två distrikt exakt lika avgör lotter
            som drogs innan någon hade börjat räkna, så att ingen kan välja den regel som passar bäst."""),
            text("""I år hände det: Stockholm och Norrbotten stod lika om den allra sista platsen. Norrbotten hade
            den lägre lotten och skickar femton ombud, Stockholm sextioåtta."""),
            text("""Fördelningen är offentlig: den står på sidan om <a href="page:riks/partiet/organisation/">hur
            partiet är uppbyggt</a>, för varje distrikt. Hur många medlemmar distrikten har redovisas däremot inte.
            Medlemskap i ett parti är en känslig uppgift, och i ett litet distrikt går det att räkna baklänges."""),
            text("""Samma räknesätt används en nivå ned, när distrikten delar ut platser till sina föreningar."""),
        ],
    ),
    article(
        "lar-kanna-din-kommunbudget",
        "Ny handledning: lär känna din kommun på fyra kvällar",
        date="2025-08-18T10:00",
        lead="Vi har samlat det bästa ur föreningarnas egna cirklar i ett häfte på fyrtio sidor. Det är gratis att "
        "trycka.",
        tags=("studier", "budget"),
        authors=(DESK,),
        body=[
            text("""Ingen behöver uppfinna studiecirkeln en gång till. I våras bad vi om era upplägg och fick
            sjuttioen, varav ett på vers. Av dem har tre lärare och en kamrer gjort ett häfte som fungerar i en
            kommun med fyratusen invånare och i en med fyrahundratusen."""),
            text("""<ul><li>Kväll 1: vem bestämmer vad?</li><li>Kväll 2: pengarna, från lönebesked till
            snöplog.</li><li>Kväll 3: så ändrar man något (och så hindrar man det).</li><li>Kväll 4: skriv en motion
            tillsammans.</li></ul>"""),
            text("""I <a href="page:varmland/aktuellt/studiehelg/">Värmland</a> gör man allt på en helg med bastu. Det
            går också."""),
            button("Beställ häftet", "mailto:studier@example.se"),
        ],
    ),
    article(
        "rapport-fran-motion-b14",
        "Motion B14, eller hur ett komma blev en jämställdhetsfråga",
        date="2025-04-15T18:00",
        image="congress",
        lead="En förstagångsombuds dagbok från kongressen, från nervös fredag till hes söndag.",
        tags=("kongressen",),
        authors=(("Edit Exempelfors", "ombud för första gången"),),
        body=[
            text("""<strong>Fredag.</strong> Jag har skrivit motionen själv. Den handlar om att deltid ska gå att säga
            nej till. På tåget läste jag den elva gånger och fann ett fel: ett komma gjorde att den egentligen krävde
            motsatsen."""),
            text("""<strong>Lördag.</strong> Det finns ett bord där man rättar sådant, och bakom det sitter en man med
            fyra pennor i bröstfickan. ”Det där händer varje år”, sa han och strök det. Sedan stod jag i kö till
            talarstolen i femtio minuter. Hon före mig var också rädd. Vi övade på varandra."""),
            quote("Tala till den som ser tröttast ut. Då hör alla.", "Ett råd i talarkön"),
            text("""<strong>Söndag.</strong> Bifall, med acklamation. Det betyder att ingen räknade, eftersom det
            hördes. Själva kommat kom upp igen i stadgedebatten, men det var ett annat, och det
            <a href="page:riks/aktuellt/kongressen/">har andra skrivit om</a>."""),
            text("""På tåget hem sov jag till Örebro. När jag vaknade hade tre främlingar i vagnen frågat om de fick
            läsa motionen, som låg på bordet."""),
        ],
    ),
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
