"""What the branch Arvika writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Arvika")
WRITER = ("Berit Exempellund", "ledamot i skolnämnden")
COOK = ("Ulf Exempelbäck", "ordförande, före detta kock")

ARTICLES = (
    article(
        "byskolan-far-tva-ar-till",
        "Byskolan får två år till",
        date="2025-10-29T18:20",
        lead="Trettioåtta elever, en grusplan och en nämnd som till slut räknade om.",
        tags=("skola", "landsbygd"),
        authors=(WRITER,),
        body=[
            text("""I tjänsteutlåtandet stod att nedläggningen skulle spara 1,9 miljoner om året. Vi bad att få se
            räkningen. Skolskjutsarna saknades. Det gjorde också lokalen, som kommunen skulle fortsätta att betala
            hyra för till 2031."""),
            text("""När allt var inräknat återstod en besparing på 240 000 kronor. Det är ungefär vad en kommun gör av
            med på rekrytering när en rektor slutar, och rektorn hade sagt att hon i så fall skulle sluta."""),
            quote("De sa att vi var för få. Men vi är ju alla.", "En elev i årskurs fem"),
            text("""Beslutet i går blev att skolan är kvar i minst två år. Det är ingen seger som man ställer på
            hyllan, det är ett andrum. Under tiden ska vi visa att byn växer: fyra hus är till salu, och i två av dem
            tänds det snart lampor."""),
        ],
    ),
    article(
        "laga-maten-dar-den-ats",
        "Laga maten där den äts",
        date="2025-09-17T11:00",
        lead="En gammal kock skriver motion om skolmat, och begär att få provsmaka remissvaren.",
        tags=("skola", "mat"),
        authors=(COOK,),
        body=[
            text("""I trettiosex år har jag lagat mat åt andra. Därför vet jag att potatis som har rest tre mil i
            värmeskåp inte längre är potatis. Den är ett minne av potatis."""),
            text("""Arvika har fyra tillagningskök kvar och sju skolor som får maten körd. Min motion är att två av de
            stängda köken öppnas igen. Utrustningen står där, med plast över. Det som saknas är tre tjänster och en
            fläkt."""),
            heading("Vad det ger"),
            text("""<ul><li>Mindre svinn: det som blir över i dag blir soppa i morgon.</li><li>Råvaror från gårdar som
            ligger närmare än centralköket.</li><li>En vuxen i förkläde som vet vad barnen heter.</li></ul>"""),
            text("""Gör det dyrare? Första året, ja. Tredje året inte, om man får tro Säffle, som har räknat på
            svinnet. Motionen behandlas i november och jag lovar att inte ta med någon pinne med köttbullar till
            talarstolen. Det vore ojust."""),
        ],
    ),
    article(
        "bion-lever",
        "Bion lever, och vi river biljetterna",
        date="2025-03-26T17:00",
        image="market",
        lead="När kedjan drog sig ur tog föreningarna över. Ett år senare är salongen full på tisdagar.",
        tags=("kultur",),
        authors=(DESK,),
        body=[
            text("""Det var inte vår idé. Den kom från pensionärerna, som hade tänkt efter före alla andra. Men när de
            ringde runt och frågade vilka som kunde ställa upp en kväll i månaden sa vi ja innan de hade pratat
            färdigt."""),
            text("""Nu sköter tolv föreningar varsin kväll: vi, kyrkan, ishockeyn, en körbokklubb och några till.
            Filmerna väljs på ett stormöte där man får veto om man kan motivera det på en minut."""),
            picture("reading-lamp", caption="Förmaskinisten läser på, sent en måndag."),
            text("""Kommunen bidrar med hyran, vilket vi drev igenom i kulturnämnden i höstas. 11 000 besökare på ett
            år blir det, i en stad med fjorton tusen invånare. Någon har alltså sett allt."""),
            button("Hjälp till en tisdag", "page:arvika/var-med/"),
        ],
    ),
    article(
        "ett-instrument-i-varje-klass",
        "Ett instrument i varje klassrum",
        date="2025-02-19T08:45",
        lead="Musikskolans kö är lång och avgiften högre än i grannkommunen. Vi vill börja i andra änden.",
        tags=("kultur", "barn och unga"),
        authors=(WRITER,),
        body=[
            text("""I Arvika kan man inte kasta en boll utan att träffa någon som spelar dragspel. Ändå är det samma
            barn som går i musikskolan år efter år, och det är barnen till dem som gick där förut."""),
            text("""Därför föreslår vi att musiklärarna ska komma ut: en timme i veckan till varje klass i årskurs två,
            med fioler, slagverk och ukulelor som barnen får låna hem. Efter ett läsår väljer man själv om man vill
            fortsätta."""),
            text("""Försöket kostar 600 000 kronor. Hälften finns i det statliga kulturbidrag som kommunen lämnade
            tillbaka förra året, eftersom ingen hade sökt det i tid. Vi har skrivit upp sista ansökningsdag på tre
            olika kalendrar."""),
        ],
    ),
    article(
        "en-buss-till-karlstad",
        "Vi fyllde en buss till Karlstad",
        date="2024-09-30T09:30",
        image="lake",
        lead="Femtio säten, femtiotre anmälda och en chaufför som kunde alla sånger. Rapport från regiondagen.",
        tags=("regionen", "vård"),
        authors=(DESK,),
        body=[
            text("""Förlossningsfrågan har engagerat länsdelen i flera år. När regionfullmäktige skulle ta upp den
            bestämde vi oss för att inte skriva en insändare till, utan för att åka dit."""),
            text("""Med på bussen fanns barnmorskor, nyblivna föräldrar och en hel läsecirkel. I Kil steg fyra till på.
            Utanför residenset hade folk från <a href="page:karlstad/">Karlstad</a> dukat upp kaffe, vilket är den
            sortens mellanfolkliga samarbete vi tror på."""),
            quote("Fem mil känns långt när det är bråttom.", "En barnmorska i rad sju"),
            text("""Ärendet återremitterades. Det betyder att de ska räkna igen, och det är ett halvt ja. Vi har bokat
            samma chaufför till våren, utifall att."""),
        ],
    ),
)
