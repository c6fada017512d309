"""What the district Stockholm writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Stockholm")
WRITER = ("Amina Exempeldotter", "regionpolitisk skribent")
TEACHER = ("Gunnar Exempelström", "studieledare")

ARTICLES = (
    article(
        "regionbudgeten-pa-en-sida",
        "Regionens budget på en enda sida",
        date="2025-11-18T08:00",
        image="newspaper",
        lead="Handlingarna är på sexhundra sidor. Vi har läst dem så att du kan nöja dig med den här.",
        tags=("budget", "regionen", "vård"),
        authors=(WRITER,),
        body=[
            text("""Nästan nio kronor av tio går till två saker: vården och kollektivtrafiken. Resten är kultur,
            skärgårdsbåtar, räntor och sådant som alla glömmer tills det saknas, till exempel tolkar."""),
            heading("Var är vi överens?"),
            text("""Mer än man tror. Alla partier vill korta väntan till barnpsykiatrin, och alla har lagt pengar på
            det. Skillnaden är att vi också vill anställa dem som ska ta emot barnen. Majoriteten räknar med att
            köpa timmarna från bolag, och det blev dyrare än planerat redan i fjol."""),
            heading("Våra tre största ändringar"),
            text("""<ol><li>Fler fasta tjänster på vårdcentralerna i söderort, färre inhyrda läkare.</li><li>Ett kort
            för alla under tjugo som gäller dygnet runt.</li><li>Inga nya avgifter för den som behöver
            hjälpmedel.</li></ol>"""),
            text("""Det kostar 740 miljoner i vårt förslag. Vi betalar genom att inte sänka skatten för dem som tjänar
            mest, och genom att ta tillbaka två driftavtal när de går ut."""),
            quote("En budget är en lista på vad man menar allvar med.", "Vår skribent"),
            text("""Vill du kunna läsa en själv? Kristinehamn-Storfors har en
            <a href="page:kristinehamn/aktuellt/cirkel-om-kommunens-pengar/">studiecirkel som vi lånar friskt
            av</a>."""),
        ],
    ),
    article(
        "en-ko-som-star-stilla",
        "En kö som står stilla är ingen kö",
        date="2025-10-14T07:30",
        lead="Nästan en halv miljon människor samlar dagar i bostadskön. Vi bad fem av dem berätta vad de gör under "
        "tiden.",
        tags=("bostäder",),
        authors=(WRITER,),
        body=[
            text("""Sara är trettioett och bor på sitt fjärde andrahandskontrakt. Hon har aldrig köpt en soffa: ”Man
            köper inte det man inte kan bära ensam nedför en trappa.”"""),
            text("""Per och Nour väntar barn i en etta i Solna. De har tolv års kötid tillsammans, om man nu fick lägga
            ihop. Det får man inte."""),
            text("""Yusuf kör buss på natten och sover hos sin syster på dagen. Hans plats i kön är bra, säger han, men
            hyran i de hus som byggs är högre än hans lön efter skatt. Margareta, sjuttiofyra, vill flytta från sin
            fyra till något med hiss, men det billigaste kostar dubbelt så mycket. Och Elin? Hon slutade betala
            köavgiften i våras. ”Det kändes som en prenumeration på hopp.”"""),
            heading("Vad som skulle hjälpa dem"),
            text("""Fem människor, och inget av deras bekymmer löses av att kön blir längre. Alla löses av hus med
            rimliga hyror, byggda av någon som inte måste sälja dem. Staden har marken. Staten kan ha lånen, och hur
            det ska gå till skriver <a href="page:riks/aktuellt/bygg-sa-att-folk-har-rad/">riksorganisationen</a>
            om."""),
            text("""De fem heter egentligen något annat, och de är exempel. Kön är det inte."""),
        ],
    ),
    article(
        "ny-i-namnden",
        "Ny i nämnden? Tre kvällar som gör skillnad",
        date="2025-09-24T20:00",
        image="library",
        lead="Hur många sidor måste man egentligen läsa? Och får man yrka bifall till sin egen idé? Rapport från "
        "kursen.",
        tags=("studier", "förtroendevalda"),
        authors=(TEACHER,),
        body=[
            text("""Nitton deltagare, varav elva aldrig hade suttit i en nämnd. På bordet: en riktig kallelse från
            maj, avidentifierad men i övrigt precis så snårig som de är. Första uppgiften var att hitta beslutet.
            Det stod på sidan 112."""),
            text("""Andra kvällen spelade vi nämnd. Den som drog ordförandekortet fick leda mötet, och de andra fick
            varsin hemlig roll. Tjänstemannen som inte vill svara är alltid mest populär."""),
            heading("Fem råd från dem som har suttit länge"),
            text("""<ul><li>Läs sammanfattningen, sedan ekonomin, sedan det som står sist.</li><li>Ring den som har
            skrivit tjänsteutlåtandet. De blir glada.</li><li>Skriv ditt yrkande hemma, inte på mötet.</li><li>Säg
            ”jag förstår inte”. Ingen annan gör det heller.</li><li>Berätta för föreningen efteråt, annars var du
            ensam där.</li></ul>"""),
            text("""Tredje kvällen handlade om jäv och tystnadsplikt, och slutade med att två personer bytte nämnd med
            varandra. Nästa omgång börjar i februari."""),
            button("Alla kurser", "page:stockholm/kurser/"),
        ],
    ),
    article(
        "nattbussen-som-forsvann",
        "Nattbussen som försvann ur tidtabellen",
        date="2025-08-27T06:30",
        image="bus",
        lead="I juni fanns linjen. I augusti stod det bara en papperslapp på stolpen. Så här fick vi reda på varför.",
        tags=("kollektivtrafik", "regionen"),
        authors=(DESK,),
        body=[
            text("""Det började med att en undersköterska i Skarpnäck skrev till sin förening. Hon slutar 23.45 och
            hade alltid tagit bussen tio över tolv. Nu fick hon vänta till kvart i ett, utomhus, i fyrtio minuter."""),
            text("""Skarpnäck skrev till oss, och vi ställde en fråga i trafiknämnden. Svaret var att linjen hade
            ”optimerats”. På nästa fråga, om vad det betyder, kom siffrorna: i snitt nitton resenärer per tur.
            Förvaltningen tyckte att det var få. Vi tyckte att det var en full korridor på ett sjukhus."""),
            picture("bus", caption="Hållplatsen en vanlig tisdag. Tre väntar, ingen vet på vad.", size="wide"),
            heading("Och sedan?"),
            text("""Efter 1 300 namnunderskrifter, insamlade av
            <a href="page:skarpnack/aktuellt/tretusen-steg-hem/">föreningen i Skarpnäck</a>, tas ärendet upp igen i
            december. Vi föreslår att varje indragen nattur ska prövas mot arbetstiderna på närmaste sjukhus."""),
            text("""Har en linje försvunnit där du bor? Berätta vilken, och när du åkte. Konkreta tider är det enda
            som biter."""),
        ],
    ),
    article(
        "handbok-for-forsta-maj",
        "Handbok för första maj",
        date="2025-04-24T12:00",
        lead="Banderoller, barnvagnar och det där med toaletterna. Allt som föreningarna brukar fråga veckan innan.",
        tags=("första maj",),
        authors=(DESK,),
        body=[
            text("""<strong>När?</strong> Samling klockan 12, avgång 13. Kom tidigt om ni bär banderoll, för de placeras
            efter ankomst och inte efter hur fina de är. <strong>Var?</strong> Norra sidan av torget är för oss,
            södra för fackföreningarna."""),
            text("""<strong>Barn</strong> går längst fram, bakom orkestern. Där finns vatten, och en person i gul väst
            som inte gör något annat. <strong>Rullstol och rullator:</strong> hela vägen är asfalt utom de sista
            hundra meterna, som går att runda åt höger."""),
            quote(
                "Sätt två personer på banderollen som är lika långa. Det är allt jag har lärt mig på trettio år.",
                "En fanbärare i distriktet",
            ),
            heading("Tre vanliga missar"),
            text("""<ol><li>Fanstången som inte går in i tunnelbanan. (Vi har delbara att låna ut.)</li><li>Högtalaren
            utan batteri.</li><li>Att ingen har bestämt var man äter efteråt.</li></ol>"""),
            text("""Hur det blev för en av föreningarna står i
            <a href="page:vantor/aktuellt/forsta-maj/">Vantörs berättelse</a>."""),
        ],
    ),
    article(
        "arskonferensen",
        "Årskonferensen sa ja till fritt kort för unga",
        date="2025-03-31T09:00",
        image="vote",
        lead="Sextio ombud, tjugosex motioner och en votering som fick räknas om. Det viktigaste från helgen.",
        tags=("konferens", "organisationen"),
        authors=(DESK,),
        body=[
            text("""Den hetaste frågan var väntad: ska resorna bli gratis för alla, eller först för dem under tjugo?
            Efter två timmar vann det andra förslaget med 31 röster mot 28. En lade ner sin röst och fick förklara sig
            under lunchen."""),
            text("""Dessutom valde ombuden styrelse på elva personer, med fyra som aldrig har suttit där förut, och
            bestämde att varje förening ska få ett fast belopp i stället för att behöva söka."""),
            quote("Vi ska inte skriva ansökningar till oss själva.", "Ett ombud från Hägersten"),
            text("""En motion om att flytta kansliet till Mälarens mitt avslogs enhälligt. Den var skriven av någon som
            har prövat att bära lådor uppför Götgatsbacken."""),
            text("""Hur många ombud varje förening har, och varför, står på sidan
            <a href="page:stockholm/om-oss/">Om oss</a>."""),
        ],
    ),
)
