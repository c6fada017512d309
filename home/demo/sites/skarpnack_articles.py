"""What the branch Skarpnäck writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Skarpnäck")
CHAIR = ("Lovisa Exempelmark", "ordförande")
NURSE = ("Zahra Exempelsson", "undersköterska och medlem")

ARTICLES = (
    article(
        "isbanan-ar-tillbaka",
        "Isbanan är tillbaka",
        date="2025-11-24T15:30",
        image="rink",
        lead="Tre vintrar utan is är över. På lördag spolas planen, och alla som har en hink är välkomna.",
        tags=("idrott", "stadsdelsnämnden", "barn och unga"),
        authors=(CHAIR,),
        body=[
            text("""Kylmaskinen gick sönder 2022 och blev kvar i ett förråd i väntan på en reservdel som inte längre
            tillverkas. Under tiden växte en hel årskull upp som tror att skridskor är något man har på tv."""),
            text("""Lösningen blev den gamla: naturis. Stadsdelsnämnden betalar belysning och en snöslunga, och tre
            föreningar delar på spolningen. Schemat hänger i kvarterslokalen. Nattpassen gick åt först, konstigt
            nog."""),
            heading("Invigning på lördag"),
            text("""<ul><li>14.00 Första hinken.</li><li>15.00 Skridskobyte: ta med ett par, byt till ett annat.</li>
            <li>16.00 Varm choklad tills den är slut.</li></ul>"""),
            quote("Jag spolade den här planen 1974. Slangen är densamma.", "Spolare i nattpasset"),
            text("""Är det plusgrader flyttar vi invigningen en vecka och dricker chokladen ändå. Hälsa
            <a href="page:karlstad/aktuellt/isen-pa-sundsta/">klass 4B i Karlstad</a> att det går."""),
        ],
    ),
    article(
        "novembermotet",
        "Tre beslut på en kvart: novembermötet",
        date="2025-11-18T21:00",
        image="meeting",
        lead="Vi lade hela kvällen på samtal och avverkade besluten före soppan. Det borde vi göra oftare.",
        tags=("medlemsmöte",),
        authors=(DESK,),
        body=[
            text("""Beslut ett: föreningen skänker tvåtusen kronor till läxhjälpen. Beslut två: vi nominerar två
            personer till regionlistan, efter sluten omröstning. Beslut tre: äggklockan ska bytas mot en som inte
            låter som en brandvarnare."""),
            text("""Sedan bröt vi upp borden och satt i fem grupper med samma fråga: vad har ändrats i ditt kvarter
            sedan förra valet? Svaren sattes upp på väggen. På den röda sidan: hyrorna, väntan på BUP, tvättstugan som
            blev gym. På den gröna: bokbussen, den nya gångvägen och att grannarna hälsar efter strömavbrottet."""),
            text("""Lapparna blir underlag för vårt lokala valprogram. Var du inte där? Skriv din egen lapp och lägg i
            brevlådan vid <a href="page:skarpnack/medlemsmoten/">kvarterslokalen</a> före jul."""),
        ],
    ),
    article(
        "tretusen-steg-hem",
        "Tretusen steg hem",
        date="2025-08-20T05:50",
        image="bus",
        lead="Jag slutar 23.45. Min buss finns inte längre. Det här är vad jag ser på vägen hem.",
        tags=("kollektivtrafik", "arbete"),
        authors=(NURSE,),
        body=[
            text("""Först sjukhusets parkering, där lamporna släcks en halvtimme före oss. Sedan gångtunneln. Jag har
            telefonen i handen och låtsas prata med min syster, som sover."""),
            text("""Jag är inte rädd av mig. Jag har hållit i händer som dött och i händer som slagits. Men jag är trött
            klockan tolv på natten, och tretusen steg är många när man redan har gått fjortontusen i korridor."""),
            text("""Bussen drogs in i juni för att vi var för få. Vi var nitton. Nitton personer som ser till att någon
            vänder på din mormor klockan tre."""),
            heading("Skriv på"),
            text("""Föreningen samlar in namn vid tunnelbanan i Skarpnäck, varje morgon mellan sex och åtta, då de som
            berörs är på väg åt andra hållet. Distriktet driver frågan i regionen: läs
            <a href="page:stockholm/aktuellt/nattbussen-som-forsvann/">hur det går</a>."""),
        ],
    ),
    article(
        "lat-biblioteket-vara-oppet",
        "Insändare: Låt biblioteket vara öppet när vi är lediga",
        date="2025-05-13T10:00",
        lead="Den här texten fick inte plats i lokaltidningen. Här är den i sin helhet.",
        tags=("bibliotek", "kultur"),
        authors=(CHAIR,),
        body=[
            text("""Biblioteket i Bagarmossen stänger klockan 17 tre dagar i veckan. Det är ungefär då som de som har
            betalat det kommer hem."""),
            text("""Vi förstår varför. Personalen räcker inte till, och den ska inte stå ensam på kvällen. Men lösningen
            på för lite personal är inte för lite bibliotek. Två tjänster till hade räckt. Det är vad staden lade på
            en ny grafisk profil i våras."""),
            text("""Meröppet, där man låser upp med lånekortet, är bra i en radhusförort. Här är biblioteket lika
            mycket vardagsrum som boksamling: en plats där någon ser om en elvaåring sitter kvar för länge, och
            frågar varför."""),
            text("""Ge oss två kvällar i veckan med en bibliotekarie bakom disken. Det är inte mycket begärt. Det är
            precis lagom, och vi tänker begära det varje månad."""),
        ],
    ),
    article(
        "motion-om-forskolegardar",
        "Vår motion: gräs under fötterna",
        date="2025-03-05T12:15",
        lead="Elva förskolor i området har gårdar utan en enda gräsfläck. Så här vill vi ändra på det.",
        tags=("förskola", "stadsdelsnämnden"),
        authors=(DESK,),
        body=[
            text("""Vi mätte, för det gör vi ju. Med hjälp av föräldrar i fem grupper räknade vi yta, träd och
            skugga på alla stadsdelens förskolegårdar. Bäst: Kärrtorp, med fyrtio kvadratmeter per barn och en
            gran att gömma sig i. Sämst: en gård på sju kvadratmeter, helt i gummi."""),
            heading("Motionens tre att-satser"),
            text("""<ol><li>att ingen ny förskola ska godkännas med mindre än trettio kvadratmeter gård per
            barn,</li><li>att varje gård ska ha minst ett träd som går att klättra i,</li><li>att barnen ska
            tillfrågas innan gården ritas.</li></ol>"""),
            text("""Den andra att-satsen väckte munterhet. Den tredje väckte motstånd. Det säger något om ordningen i
            världen."""),
            picture("allotment", caption="En gård som någon tycker om.", size="wide"),
        ],
    ),
    article(
        "loppis-for-laxhjalpen",
        "Loppisen gav 9 340 kronor och en soffa över",
        date="2024-11-25T11:00",
        lead="Tack alla som bar, sålde, köpte och bar hem igen. Pengarna går till läxhjälpen.",
        tags=("fest", "engagera dig"),
        authors=(DESK,),
        body=[
            text("""Sextio bananlådor, fjorton försäljare och en prutmån som skulle ha fått en basarhandlare att gråta.
            Mest såldes barnböcker. Minst såldes en vas i form av en svan, som nu har varit med på fyra loppisar och
            börjar betraktas som medlem."""),
            text("""Läxhjälpen drivs av pensionerade lärare, två gånger i veckan, i kvarterslokalen. Pengarna räcker
            till frukt, papper och räknare i två terminer."""),
            text("""Soffan är röd, trivsam och gratis för den som hämtar den före torsdag."""),
            button("Hör av dig om soffan", "mailto:skarpnack@example.se", "secondary"),
        ],
    ),
)
