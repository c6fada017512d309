"""What the branch Kristinehamn-Storfors writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Kristinehamn-Storfors")
CHAIR = ("Maj-Britt Exempelvik", "ordförande")
WRITER = ("Hassan Exempelhed", "ledamot från Storfors")

ARTICLES = (
    article(
        "badplatsen-ar-allas",
        "Badplatsen är allas, också i oktober",
        date="2025-10-21T13:00",
        image="waterfront",
        lead="Kommunen ville arrendera ut stranden. Vinterbadarna ville annorlunda, och de är svåra att skrämma.",
        tags=("allemansrätt", "fritid"),
        authors=(CHAIR,),
        body=[
            text("""Förslaget hade passerat två nämnder utan att någon reagerade. Ett bolag skulle få hyra udden i
            femton år, bygga stugor och, som det stod på sidan nio, ”reglera tillträdet under lågsäsong”."""),
            text("""På sidan nio hade det kunnat stanna, om inte en av våra medlemmar badade där varje morgon klockan
            sju med fem väninnor och en termos. De kom till fullmäktige i badrockar. Det är inte förbjudet, har vi
            kontrollerat."""),
            quote("Vi har badat här sedan 1987. Ingen har reglerat oss än.", "Vinterbadare i vit badrock"),
            text("""Punkten är nu struken. Bolaget får bygga, men stranden, bryggan och stigen dit förblir öppna året
            runt, och det står i avtalet. Så kan det gå när någon läser till sidan nio."""),
        ],
    ),
    article(
        "cirkel-om-kommunens-pengar",
        "Studiecirkel: vart tar kommunens pengar vägen?",
        date="2025-09-11T19:00",
        image="library",
        lead="Fem kvällar med en riktig årsredovisning, en överstrykningspenna och ett löfte om att ingen fråga är "
        "dum.",
        tags=("studier", "budget"),
        authors=(DESK,),
        body=[
            text("""Vi läser Storfors årsredovisning för att den är kort. Den som klarar den klarar Kristinehamns.
            Vi följer en hundralapp i skatt från lönebeskedet till plogbilen, och ser var den stannar på vägen."""),
            text("""Ledare är en pensionerad kamrer som i fyrtio år undrade varför ingen frågade. Nu får hon svara på
            allt: skillnaden mellan drift och investering, varför ett överskott inte går att äta och hur man ser att
            en siffra är gissad."""),
            heading("Så är det upplagt"),
            text("""<ol><li>Lönebeskedet.</li><li>Skolans pengar.</li><li>Omsorgens pengar.</li><li>Lån, räntor och
            rör i marken.</li><li>Vi skriver en egen budget och försvarar den.</li></ol>"""),
            text("""Distriktet i Stockholm har bett att få låna upplägget. De fick det, mot att de skickar tillbaka
            sin <a href="page:stockholm/aktuellt/regionbudgeten-pa-en-sida/">budget på en sida</a>."""),
            button("Anmäl dig", "mailto:kristinehamn@example.se"),
        ],
    ),
    article(
        "torget-en-torsdag-i-juli",
        "Torget, en torsdag i juli",
        date="2025-07-10T17:45",
        image="square",
        lead="Dagbok från valstugan: trettiofyra samtal, ett åskväder och en glass som ingen erkänner.",
        tags=("engagera dig", "sommar"),
        authors=(WRITER,),
        body=[
            text("""<strong>10.00</strong> Vi fäller upp. Första besökaren vill veta var systembolaget ligger. Andra
            besökaren vill avskaffa det."""),
            text("""<strong>11.20</strong> En man i arbetskläder stannar och säger att han aldrig har röstat på oss.
            Han stannar i en halvtimme. När han går har han skrivit upp sig på listan för bättre lunchrum på
            industriområdet, och vi har lärt oss vad en travers är."""),
            text("""<strong>13.05</strong> Åska. Elva personer får plats i en stuga för fyra. Det blir dagens bästa
            möte. Någon föreslår att sommarlovskortet på bussen ska gälla även för mor- och farföräldrar som passar
            barn. Alla begriper genast att det är rätt."""),
            text("""<strong>16.30</strong> Vi räknar streck: trettiofyra samtal, sju om vården, nio om vägar, ett om
            duvor. Vi vill hälsa <a href="page:vantor/aktuellt/rod-lordag/">Vantör</a> att duvfrågan är
            rikstäckande."""),
        ],
    ),
    article(
        "sjukresan-som-blev-en-dagsresa",
        "Sjukresan som blev en dagsresa",
        date="2025-04-09T07:15",
        lead="Fyrtio minuter hos läkaren, nio timmar på väg. Så ser en vanlig sjukresa från Storfors ut.",
        tags=("vård", "kollektivtrafik", "regionen"),
        authors=(WRITER,),
        body=[
            text("""Jag följde med min granne till hudkliniken. Taxin hämtade 06.40, plockade upp två till och släppte
            av oss 08.15. Hennes tid var 10.30. Sedan väntade vi på att de andra två skulle bli klara, för så är
            resan bokad."""),
            text("""Det är ingens fel. Chauffören var vänlig, sköterskan var vänlig, växeln var vänlig. Men ingen av
            dem äger hela resan. Det gör regionen, som mäter kostnad per kilometer och inte timmar per patient."""),
            heading("Två förslag"),
            text("""Låt mottagningarna se i sitt system vilka som kommer med sjukresa, så att de som åker tillsammans
            får tider tillsammans. Och låt den som har åkt mer än sex timmar få lunch. Det är inte ens dyrt."""),
            text("""Frågan ligger hos <a href="page:varmland/regionpolitik/">distriktets regiongrupp</a>. Skriv och
            berätta om din egen resa: vi samlar tider, inte diagnoser."""),
        ],
    ),
    article(
        "tva-kommuner-en-forening",
        "Två kommuner, en förening: så går det till",
        date="2024-10-24T18:00",
        lead="Vi slog ihop oss för att orka. Här är vad vi har lärt oss, för er som funderar.",
        tags=("organisationen",),
        authors=(CHAIR,),
        body=[
            text("""Storfors hade nio medlemmar och ingen kassör. Kristinehamn hade kassör, men ingen som kunde tala i
            Storfors fullmäktige utan att bli kallad stadsbo. Efter två gemensamma julbord frågade någon varför vi
            egentligen hade var sitt årsmöte."""),
            heading("Det svåra"),
            text("""Namnet tog längst tid. Sedan nomineringarna: varje kommun måste ha en egen lista, och den ska
            bestämmas av dem som bor där. Vi skrev in det i arbetsordningen: i frågor om en kommun röstar bara dess
            medlemmar."""),
            heading("Det lätta"),
            text("""Pengarna. Ingen hade några."""),
            picture("library", caption="Biblioteket i Storfors, där det hela bestämdes."),
            text("""I dag möts vi varannan gång på varje ort och skjutsar varandra. Antalet som kommer på möten har
            fördubblats, av det enkla skälet att det är roligare när man är fler. Har ni andra grannföreningar som ni
            sneglar på? Ring oss. Och läs gärna om
            <a href="page:varmland/aktuellt/starta-om/">hur man startar om en förening</a>."""),
        ],
    ),
)
