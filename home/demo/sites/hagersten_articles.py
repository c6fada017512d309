"""What the branch Hägersten-Älvsjö writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Hägersten-Älvsjö")
CHAIR = ("Nils Exempelskog", "ordförande")
PARENT = ("Ida Exempelborg", "förälder och ersättare i stadsdelsnämnden")

ARTICLES = (
    article(
        "forst-skolan-sen-kranen",
        "Först skolan, sedan kranen",
        date="2025-11-04T07:40",
        image="building-site",
        lead="Tvåtusen nya lägenheter är på väg. Skolan som ska höra till står inte på någon ritning. Den borde ha "
        "stått först.",
        tags=("stadsplanering", "skola", "bostäder"),
        authors=(CHAIR,),
        body=[
            text("""Vi vill att det byggs, och vi vill att det byggs mycket. Just därför blir vi fundersamma när staden
            säljer den sista kommunala tomten i kvarteret till högstbjudande och skriver att skolfrågan ”hanteras i
            ett senare skede”."""),
            text("""Senare skeden har vi sett förut. I dem går barnen i paviljong. Från Älvsjö åker redan hundrafyrtio
            lågstadieelever till en annan stadsdel, och de bor i hus som var nya för tio år sedan."""),
            heading("Vårt förslag"),
            text("""<ol><li>Inget markanvisningsavtal utan en plats för skolan.</li><li>Minst hälften hyresrätter, en
            tredjedel av dem i allmännyttan.</li><li>Gården ritas innan garaget.</li></ol>"""),
            quote("Man kan bygga om ett garage. Man kan inte bygga om en barndom.", "Ur remissvaret från föreningen"),
            text("""Samrådet pågår till den 15 december, och vem som helst får lämna synpunkter. Vi har skrivit
            en mall i tre stycken. Den är till för att skrivas om."""),
        ],
    ),
    article(
        "gaende-skolbuss",
        "En skolbuss som går till fots",
        date="2025-09-03T08:30",
        image="bus",
        lead="Fyra hållplatser, två vuxna, sjutton barn. Det enda som saknas är en motor, och den är det ingen som "
        "vill ha.",
        tags=("skola", "trafik"),
        authors=(PARENT,),
        body=[
            text("""Det började med ett gräl. På föräldramötet i våras tyckte halva rummet att bilarna utanför skolan
            var livsfarliga. Den andra halvan satt i dem. Sedan frågade någon hur många som bor längs samma väg."""),
            text("""Nu går vi. Klockan 7.40 från lekplatsen, 7.46 från kiosken, 7.52 vid bron och 7.58 från den stora
            eken. Barnen har västar, de vuxna har schema, och alla har fått en vän i en annan årskurs."""),
            picture("building-site", caption="Den gamla skolvägen. Här går vi inte längre."),
            text("""I nämnden har vi sett till att staden sänker hastigheten till trettio på hela sträckan och flyttar
            ett övergångsställe sex meter. Det tog åtta månader. Att starta gåbussen tog en vecka. Börja med det."""),
        ],
    ),
    article(
        "valberedningen-soker",
        "Valberedningen söker folk som tvekar",
        date="2025-10-16T20:00",
        lead="Är du säker på att du passar? Då har vi gott om sådana. Det är du andra vi vill prata med.",
        tags=("organisationen", "engagera dig"),
        authors=(DESK,),
        body=[
            text("""Inför årsmötet ska vi föreslå åtta personer till styrelsen, två revisorer och tretton ombud. De
            senaste åren har samma namn föreslagits ganska ofta. Det är utmärkta namn. Några av dem är trötta."""),
            text("""Därför ringer vi i år till alla som har varit på minst ett möte. Vi frågar inte ”vill du sitta i
            styrelsen?”, eftersom svaret är nej, utan ”vad skulle du vilja att vi gjorde?”. Märkvärdigt ofta slutar
            det samtalet med att någon vill vara med och göra det."""),
            heading("Vad krävs?"),
            text("""En kväll varannan vecka och viljan att läsa ett mejl färdigt. Resten går att lära sig, och kassören
            har lovat att stanna ett år till som stöd. Erfarenheten från
            <a href="page:karlstad/aktuellt/tolv-nya-pa-introduktion/">Karlstad</a> är att de nya är bäst på
            bullar."""),
            button("Skriv till valberedningen", "mailto:valberedning.hagersten@example.se"),
        ],
    ),
    article(
        "sa-blev-hyran-lagre",
        "Så blev hyran 212 kronor lägre",
        date="2025-05-28T17:20",
        lead="Ett hus på Hägerstensåsen sa nej till höjningen. Det krävde tre kvällar, en miniräknare och en pärm.",
        tags=("bostäder", "hyresgäster"),
        authors=(DESK,),
        body=[
            text("""Höjningen motiverades med ”standardförbättringar”. Hyresgästerna gick runt och letade efter dem. De
            hittade nya namnskyltar, en kodlåsdosa och ett cykelställ som redan hade rostat."""),
            text("""Med hjälp av en förhandlare gick de igenom de senaste tio årens hyror, lade dem bredvid huset
            mittemot och såg att de redan låg över. Det blev en pärm på åttio sidor. Bolaget läste tolv av dem och
            backade."""),
            quote(
                "Vi trodde att man bara fick en hyra. Det visade sig att man kan svara.", "Hyresgäst på andra våningen"
            ),
            text("""Resultatet: 212 kronor i månaden mindre än avin, för sextioen hushåll. Det är 155 000 om året som
            stannar på gatan. I <a href="page:vantor/aktuellt/hyresratten-ar-vard-att-slass-for/">Vantör</a> slogs man
            för att huset alls skulle få vara hyresrätter. Det hänger ihop."""),
        ],
    ),
    article(
        "lott-fjorton",
        "Första året på lott fjorton",
        date="2024-10-02T10:45",
        image="allotment",
        lead="Ingen av oss kunde odla. Det hindrade oss inte, och det hindrade tyvärr inte sniglarna heller.",
        tags=("miljö", "fest"),
        authors=(CHAIR,),
        body=[
            text("""Tanken var att ha någonstans att ses på sommaren, när lokalen är stängd och folk är hemma. En
            styrelse som gräver tillsammans behöver färre ordningsfrågor, visade det sig."""),
            text("""Vi satte potatis för tidigt, tomater för sent och solrosor precis lagom. I augusti bjöd vi in
            grannlotterna på skördefest. Av elva som kom hade tre aldrig träffat någon från ett parti utan att bli
            avbrutna. De fick tala till punkt. Vi åt under tiden."""),
            text("""Nästa år: bevattningsschema, färre squash och en riktig skylt. Och ett studiebesök hos
            <a href="page:vantor/aktuellt/odlarna/">odlarna i Vantör</a>, som påstås ha en vattenkran."""),
        ],
    ),
)
