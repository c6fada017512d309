"""What the branch Karlstad writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Karlstad")
COUNCILLOR = ("Klara Exempelkvist", "ledamot i kommunfullmäktige")
WRITER = ("Tomas Exempelberg", "medlem på Kronoparken")

ARTICLES = (
    article(
        "nio-timmar-budget",
        "Nio timmar budget, en smörgås",
        date="2025-11-20T22:40",
        lead="Debatten började före frukost och slutade efter kvällsnyheterna. Vad blev det av den?",
        tags=("budget", "fullmäktige"),
        authors=(COUNCILLOR,),
        body=[
            text("""Klockan 08.30 bad ordföranden om korta inlägg. Klockan 17.45 bad hon igen. Däremellan hann
            fullmäktige med sextiotvå anföranden, två ajourneringar och ett strömavbrott som lättade stämningen."""),
            text("""Vårt förslag föll, som väntat. Men två saker i det överlevde i andras kläder: tjänsten som
            skolsköterska på Kronoparken blir kvar, och kommunen ska räkna på vad det kostar att ha simhallen öppen
            på lov. Vi bryr oss inte om vems namn det står under."""),
            heading("Det här blev sämre"),
            text("""Hemtjänsten får en halv procent mer medan lönerna ökar med tre. Den skillnaden betalas av någons
            rygg. Vi reserverade oss, och det står i protokollet."""),
            quote("Man ser på en budget vem som var i rummet.", "Vår ledamot, efter mötet"),
            text("""På <a href="page:karlstad/moten/">januarimötet</a> går vi igenom siffrorna, med facit och en penna
            till var och en. Undrar du över något innan dess, ring."""),
        ],
    ),
    article(
        "isen-pa-sundsta",
        "Is på Sundsta till jul?",
        date="2025-11-06T16:00",
        image="rink",
        lead="Skolbarnen på Sundsta skrev till kommunen. Kommunen svarade inte. Då skrev de till oss.",
        tags=("idrott", "barn och unga"),
        authors=(WRITER,),
        body=[
            text("""Brevet låg i valstugans brevlåda, som vi glömt att tömma sedan september: ”Hej, vi undrar om ni kan
            hälla vatten på fotbollsplanen. Vi kan hjälpa till. Hälsningar 4B.”"""),
            text("""Det är en ovanligt bra motion. Den har ett yrkande, en finansiering (”vi kan hjälpa till”) och
            avsändare. Vi lade till några meningar om belysning och snöröjning och lämnade in den i går."""),
            picture("rink", caption="Så här tänker sig klass 4B saken.", size="wide"),
            text("""Fritidskontoret räknar med 48 000 kronor för en säsong. Det är mindre än vad kommunen betalar för
            julbelysningen på Drottninggatan, som vi för övrigt inte har något emot."""),
            text("""4B är inbjudna till sammanträdet. De har frågat om man får ha skridskor på sig."""),
        ],
    ),
    article(
        "soppa-och-hogvatten",
        "Soppa och högvatten",
        date="2025-10-09T21:15",
        image="bridge",
        lead="Fyrtio personer kom för att prata om vatten. Vi hade kokat till tjugofem.",
        tags=("miljö", "stadsplanering"),
        authors=(DESK,),
        body=[
            text("""Klarälven har översvämmat staden förut och kommer att göra det igen. Frågan för kvällen var enkel:
            var ska vattnet ta vägen, och varför planeras det hus just där?"""),
            text("""En hydrolog visade tre kartor på duken. På den första var allt torrt. På den tredje var
            samlingssalen där vi satt en meter under ytan, vilket gav en viss närvarokänsla."""),
            heading("Vad mötet kom fram till"),
            text("""<ul><li>Inga nya bostäder på ängarna norr om staden.</li><li>Kommunen bör köpa loss två
            översvämningsytor medan de fortfarande är åkrar.</li><li>Varje källare i Haga ska få en
            backventil.</li></ul>"""),
            quote("Vattnet läser inga detaljplaner.", "En besökare på tredje bänk"),
            text("""Mötet blev en motion, och motionen ska behandlas i mars. Receptet på soppan går att få på köpet:
            det är palsternackan som gör den."""),
        ],
    ),
    article(
        "vi-raknade-bankarna",
        "Vi räknade bänkarna",
        date="2025-06-17T10:30",
        lead="Mellan centralsjukhuset och tågstationen finns det fyra bänkar. Två är trasiga, och en står i en buske.",
        tags=("stadsplanering", "äldre"),
        authors=(WRITER,),
        body=[
            text("""Bakgrunden är Ulla, som är åttioett och vill gå till tåget. Hon kan gå i åtta minuter i taget, sedan
            behöver hon sitta i två. Det är inget konstigt med det. Det konstiga är att det inte går."""),
            text("""Därför tog vi en söndag, en mätrulle och elva medlemmar. Vi gick alla gångstråk innanför ringen och
            prickade in varje sittplats på en karta. Uteserveringar räknades inte: det ska inte kosta 42 kronor att
            vila."""),
            heading("Resultatet"),
            text("""<ol><li>31 bänkar på elva kilometer.</li><li>Nio av dem utan ryggstöd.</li><li>Längsta sträckan utan
            någonstans att sitta: 940 meter, uppför.</li></ol>"""),
            text("""Kartan är överlämnad till gatukontoret, som till vår glädje blev förtjust. Sju nya bänkar ställs ut
            i sommar. Ulla har fått önska var den första ska stå."""),
        ],
    ),
    article(
        "buss-en-gang-i-timmen",
        "En gång i timmen är inte ofta",
        date="2025-05-21T07:00",
        lead="Efter klockan nitton går bussen till Våxnäs så sällan att folk har slutat vänta på den. Det går att "
        "ändra.",
        tags=("kollektivtrafik",),
        authors=(DESK,),
        body=[
            text("""Vi ställde oss vid hållplatsen sex kvällar i rad med kikare och rutat papper. Sammanlagt steg 214
            personer på. Av dem vi hann prata med var det tre av fyra som jobbar kväll i vården eller handeln."""),
            text("""Argumentet mot tätare turer är alltid detsamma: det åker för få. Men den som har missat en buss när
            nästa går om en timme köper en bil, och sedan åker det ännu färre. Så kan man räkna sig fram till att
            ingen behöver någonting."""),
            text("""Halvtimmestrafik till klockan 22 på de tre största linjerna kostar ungefär som en rondell. Vi har
            föreslagit det två gånger. Den tredje gången tar vi med kikaren till talarstolen."""),
            text("""Resten av länet har samma bekymmer, fast på räls. Läs
            <a href="page:varmland/aktuellt/taget-ska-stanna/">distriktets förslag om tåget</a>."""),
        ],
    ),
    article(
        "tolv-nya-pa-introduktion",
        "Tolv nya på introduktionskvällen",
        date="2025-02-05T20:30",
        image="meeting",
        lead="De kom av tolv olika skäl. Ett av skälen var att det stod ”fika” på affischen.",
        tags=("engagera dig", "studier"),
        authors=(DESK,),
        body=[
            text("""En busschaufför, två syskon, en pensionerad kemist, tre studenter som egentligen skulle till rummet
            bredvid. Vi gick laget runt, och redan vid fjärde personen hade vi fått ämne till ett helt år av möten:
            nattbussar, hyror, fritidsgården som stängde, priset på simskola."""),
            text("""Sedan förklarade vi hur allt sitter ihop, med muggar. En mugg är en förening, en kanna är ett
            distrikt och diskbänken är kongressen. Det höll ända till någon frågade vad tekannan var."""),
            heading("Hur det gick sedan"),
            text("""Nio av tolv kom på nästa möte. Två sitter nu i valberedningen och en har tagit över bullarna.
            Den sistnämnda är svårast att ersätta."""),
            button("Kom på nästa möte", "page:karlstad/moten/"),
        ],
    ),
)
