"""What the branch writes under Aktuellt."""

from home.demo.words import article, button, card, cards, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Vantör")
WRITER = ("Samira Exempelsson", "medlem i Högdalen")

ARTICLES = (
    article(
        "simhallen-i-hagsatra",
        "Det droppar i simhallen, och inte bara i bassängen",
        date="2025-11-13T08:20",
        lead="Taket läcker, vattnet är kallt och simskolan har kö till nästa höst. Vi var där med tumstock.",
        tags=("idrott", "stadsdelsnämnden", "barn och unga"),
        authors=(WRITER,),
        body=[
            text("""Klockan 15 på en onsdag står nio hinkar utplacerade längs långsidan. Badvakten har ritat en karta
            över dem på whiteboarden, med ett datum vid varje. Den äldsta är från mars."""),
            text("""I Vantör är det vart tredje barn i årskurs sex som inte kan simma tvåhundra meter. Det är dubbelt så
            många som i innerstan. Om det beror på hinkarna vet vi inte, men på kön beror det i alla fall: till
            nybörjargruppen väntar 180 barn på 24 platser."""),
            quote("Jag lär barn att flyta. Det är svårt i nitton grader.", "En simlärare"),
            heading("Vad vi begär"),
            text("""<ol><li>Taket i vår, inte ”under planperioden”.</li><li>Gratis simskola på sportlovet, som i
            fjol, fast i fler bassänger.</li><li>Att staden slutar räkna badet som en kostnad för lokaler och börjar
            räkna det som skola.</li></ol>"""),
            text("""Frågan är anmäld till nämndens decembermöte. Vår ordförande där har lovat att ta med en hink."""),
        ],
    ),
    article(
        "hostens-forsta-mote",
        "Höstens första möte: vad hann vi glömma?",
        date="2025-09-03T21:10",
        image="meeting",
        lead="Sommaren var lång, dagordningen var kort. Trettiotvå personer kom, och alla fick en uppgift med sig hem.",
        tags=("medlemsmöte", "engagera dig"),
        authors=(DESK,),
        body=[
            text("""Vi brukar börja terminen med att läsa upp vad vi bestämde i juni. I år hade ingen lagt märke till
            att protokollet saknade en sida, så i tjugo minuter försökte vi minnas tillsammans. Det blev en ovanligt bra
            diskussion, och förmodligen andra beslut."""),
            text("""Klart är i alla fall detta: insamlingen för centrum fortsätter, en ny omgång av
            <a href="page:vantor/aktuellt/studiecirkel/">studiecirkeln</a> startar i oktober, och Bandhagens
            trapphusgrupp får en egen budget på åttahundra kronor, huvudsakligen till kaffe."""),
            heading("En uppgift var"),
            text("""Sist delade vi ut lappar ur en hatt. På någons stod det ”ring en medlem du inte känner”, på en
            annans ”fråga din busschaufför vad som borde ändras”. Redovisning på nästa möte, där även protokollet ska
            vara fullständigt."""),
        ],
    ),
    article(
        "forsta-maj",
        "Fler än någonsin i vårt första maj-tåg",
        date="2025-05-02T09:00",
        image="march",
        lead="Solen sken, björkarna hade precis slagit ut och trummorna hördes ända till Sergels torg. Vi i Vantör "
        "gick tillsammans med tiotusentals andra.",
        tags=("första maj", "facket"),
        authors=(DESK,),
        correction_text="I en tidigare version stod det att vi samlades klockan 11. Rätt tid var klockan 12.",
        correction_at="2025-05-03T08:30",
        body=[
            text("""Klockan tolv stod vi med vår banderoll vid tunnelbanan i Rågsved, och redan där var vi fler än förra
            året. När vi kom fram till stan räknade arrangörerna till omkring 20 000 i tåget. Det tog en timme innan
            de sista ens hade börjat gå."""),
            text("""Vi bar parollerna om bostäder som går att betala och jobb som går att leva på. Bakom oss gick
            förskollärare, bredvid oss en orkester som bara kunde tre låtar, men kunde dem väl."""),
            picture("meeting", caption="Efteråt: soppa, stolar och många åsikter.", size="wide"),
            quote("Min dotter frågade om det är så här varje år. Jag sa: om vi ser till det.", "En förälder i tåget"),
            heading("Efter talen"),
            text("""På kvällen åt vi soppa i Folkets Hus. Den som inte hann säga vad den tyckte då har chansen på nästa
            <a href="page:vantor/om-oss/medlemsmoten/">medlemsmöte</a>. Vad partiet vill i hela landet står i
            <a href="page:riks/aktuellt/trygga-jobb/">riksorganisationens text om trygga jobb</a>."""),
        ],
    ),
    article(
        "valborg",
        "Elden tänds klockan nio på Perssons Betong",
        date="2025-04-22T12:00",
        image="bonfire",
        lead="Korv, kör och en eld som syns från Hagsätra. Kom och fira in våren med oss och grannarna.",
        tags=("fest", "Rågsved"),
        authors=(DESK,),
        body=[
            text("""Valborg på Perssons Betong är den kväll då man träffar alla: klasskompisen från sexan, grannen från
            tvättstugan och hon som alltid vinner lotteriet. Vi står vid bordet med röd duk och säljer kaffe till
            självkostnadspris."""),
            heading("Program"),
            text("""<ul><li>18.00 Borden öppnar, barnen målar facklor av papper.</li><li>20.00 Kören sjunger in våren.
            </li><li>21.00 Elden tänds.</li></ul>"""),
            text("""Vill du hjälpa till att bära bord? Säg till på <a href="mailto:vantor@example.se">e-post</a>. Efter
            elden tar vi det lugnt, för dagen därpå är det
            <a href="page:vantor/aktuellt/forsta-maj/">första maj</a>."""),
        ],
    ),
    article(
        "ge-oss-centrum-tillbaka",
        "Ge oss centrum tillbaka",
        date="2025-03-18T07:30",
        image="square",
        lead="När torget ägs av ett bolag långt bort är det ingen som märker att lampan vid bänken har varit trasig "
        "sedan i höstas. Vi vill att staden köper tillbaka Rågsveds centrum.",
        tags=("Rågsved", "stadsplanering"),
        authors=(WRITER,),
        body=[
            text("""Ett centrum är inte bara väggar runt butiker. Det är platsen där man hämtar paket, väntar på bussen
            och springer på den man borde ha ringt. Därför spelar det roll vem som bestämmer över hyror, öppettider
            och toaletter."""),
            heading("Vad vi föreslår"),
            text("""<ol><li>Att staden tar upp samtal om att köpa tillbaka marken och husen.</li><li>Att hyrorna för små
            butiker sätts så att skomakaren har råd att stanna.</li><li>Att de som bor här får rösta om hur torget ska
            se ut.</li></ol>"""),
            quote(
                "Ett torg som ingen äger tillsammans blir till slut en parkeringsplats.", "Ur vårt lokala valprogram"
            ),
            picture("market", caption="Så här kan det se ut när torget används.", size="wide"),
            text("""Vi samlar namn på torget varje <a href="page:vantor/aktuellt/rod-lordag/">röd lördag</a>. Snart
            kommer också <a href="page:vantor/aktuellt/lekparkerna/">vår enkät om lekparkerna</a>."""),
        ],
    ),
    article(
        "rod-lordag",
        "Röd lördag: två timmar, tusen flygblad",
        date="2025-03-08T16:15",
        image="bicycle",
        lead="Vi var elva personer, tre termosar och en cykel. Så här gick det när vi delade ut flygblad i Högdalen.",
        tags=("Högdalen", "engagera dig"),
        authors=(WRITER,),
        body=[
            text("""Det blåste så att flygbladen fick ligga under en sten. Ändå stannade folk. De flesta ville prata om
            hyran, några om bussen, och en man ville veta om vi hade något emot duvor. (Det har vi inte.)"""),
            heading("Så gör man", 3),
            text("""<strong>Le först, prata sedan.</strong> Fråga hellre än berätta. Och ha alltid en penna: det är på
            baksidan av flygbladen som de bästa förslagen står när vi kommer hem."""),
            button("Följ med nästa gång", "page:vantor/bli-aktiv/"),
        ],
    ),
    article(
        "hyresratten-ar-vard-att-slass-for",
        "Hyresrätten är värd att slåss för",
        date="2025-02-11T10:00",
        lead="I Rågsved har vi stoppat ombildningar förut. Det går att göra igen, om grannarna pratar med varandra.",
        tags=("bostäder", "Rågsved"),
        authors=(WRITER, DESK),
        body=[
            text("""Brevet kom i januari: en konsult erbjöd sig att räkna på vad lägenheterna skulle vara värda. Två
            veckor senare satt fyrtio grannar i en källarlokal och ställde frågor som konsulten inte hade väntat
            sig. Vad händer med den som inte får lån? Vem betalar stambytet?"""),
            heading("En hyresrätt mindre är en kö längre"),
            text("""Varje lägenhet som säljs försvinner ur bostadskön. Samtidigt byggs det för lite av det som går att
            betala. Läs vad partiet vill i <a href="page:riks/aktuellt/bygg-sa-att-folk-har-rad/">hela landet</a>."""),
            cards(
                "Har du fått ett sådant brev?",
                card("Prata med grannarna", "Sätt upp en lapp i porten. Ni är fler än ni tror."),
                card("Ring hyresgästföreningen", "De vet vad som gäller och vad som är löften."),
                card("Hör av dig till oss", "Vi har gjort det förut.", "mailto:vantor@example.se"),
            ),
        ],
    ),
    article(
        "studiecirkel",
        "Läs tillsammans: vårens studiecirkel",
        date="2025-01-20T18:00",
        image="reading-lamp",
        lead="Sex kvällar, en tunn bok och en kanna te. Ingen behöver ha läst någonting innan.",
        tags=("studier",),
        authors=(DESK,),
        body=[
            text("""Vi läser om hur kommunen fungerar, från nämnd till nyckelknippa. Vem bestämmer om bänken på torget?
            Hur blir ett medborgarförslag till en budgetrad? Efter sex kvällar vet du mer än många som redan sitter i
            en nämnd."""),
            text("""Cirkeln är för alla medlemmar i Vantör. Distriktet i Värmland gör något liknande:
            <a href="page:varmland/aktuellt/studiehelg/">läs om deras studiehelg</a>."""),
            picture("meeting", alt="Deltagare runt ett långbord", caption="Förra vårens cirkel."),
        ],
    ),
    article(
        "odlarna",
        "Lotten blev ledig – och plötsligt var vi sju odlare",
        date="2024-09-03T08:00",
        image="allotment",
        lead="En sommar med spade, snigeljakt och en nämnd som faktiskt lyssnade. Om hur fler fick plats att odla.",
        tags=("stadsdelsnämnden", "miljö"),
        authors=(WRITER,),
        body=[
            text("""Kön till en odlingslott i söderort är lång. Därför föreslog vi att gräsytan bakom idrottsplatsen
            skulle delas upp i lådor som man lånar ett år i taget. Stadsdelsnämnden sa ja, och i maj kom jorden."""),
            quote("Jag har bott här i trettio år. Nu vet jag vad grannen heter.", "En odlare i låda fyra"),
            heading("Skörden"),
            text("""Det blev mest squash. Men också fyra nya medlemmar, ett recept på soppa för femtio och en lång lista
            på vad som ska bli bättre nästa år: en vattenkran till exempel."""),
        ],
    ),
    article(
        "ragsvedsdagen",
        "Tack för i lördags, Rågsved!",
        date="2024-08-26T11:20",
        image="market",
        lead="Trehundra våfflor, en dragkamp och ett quiz som slutade oavgjort. Rågsvedsdagen var precis som den ska.",
        tags=("fest", "Rågsved"),
        authors=(DESK,),
        body=[
            text("""Vårt bord stod mellan scouterna och bokbytet. Barnen röstade om vad stadsdelen borde ha mer av, med
            glaspärlor i burkar. Badplats vann stort, före fler bänkar och ”en drake”."""),
            text("""Resultatet lämnade vi till stadsdelsnämnden på måndagen. Om draken har vi inte fått besked."""),
        ],
    ),
    article(
        "valvakan",
        "Så gick det i valet till Europaparlamentet",
        date="2024-06-10T07:00",
        lead="Valvakan i Folkets Hus slutade med att någon spelade dragspel. Här är våra lärdomar från kampanjen.",
        tags=("val", "EU"),
        authors=(DESK,),
        body=[
            text("""Vi knackade dörr fem kvällar i veckan hela maj. Det viktigaste vi lärde oss: de flesta vill gärna
            prata om Europa, om man börjar med elräkningen."""),
            heading("Det tar vi med oss"),
            text("""<ul><li>Korta rundor ofta är bättre än långa sällan.</li><li>Två och två, alltid.</li><li>Den som
            öppnar dörren vet mer om sin gata än vi.</li></ul>"""),
            text('Nästa gång börjar vi tidigare. <a href="page:vantor/bli-aktiv/">Var med från början!</a>'),
        ],
    ),
    article(
        "lekparkerna",
        "Vilken lekpark är bäst? Svara på vår enkät",
        date="2025-05-20T12:00",
        live=False,
        image="square",
        lead="Utkast: frågorna ska gås igenom på nästa styrelsemöte.",
        tags=("Rågsved",),
        authors=(WRITER,),
        body=[text("Vi vill veta var gungorna gnisslar. Tre frågor, två minuter.")],
    ),
)
