"""What the district writes under Aktuellt."""

from home.demo.words import article, button, card, cards, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Värmland")
WRITER = ("Linnea Exempeldal", "distriktsstyrelsen")

ARTICLES = (
    article(
        "nattaget-ett-halvar-senare",
        "Nattåget, ett halvår senare",
        date="2025-10-22T14:00",
        image="train",
        lead="I april sa konferensen ja till att kräva ett nattåg som stannar i Kil. Vad har hänt sedan dess?",
        tags=("kollektivtrafik", "regionen"),
        authors=(WRITER,),
        body=[
            text("""Kort svar: mer än vi trodde, mindre än vi ville. Långt svar följer."""),
            text("""I maj träffade vi operatören, som var artig och undrade vem som ska kliva på klockan 01.40. I juni
            ställde vi oss på perrongen klockan 01.40 för att se efter. Där stod redan en familj på väg hem från en
            begravning, två musiker och en man med en gran i kruka. Tåget körde förbi med 90 kilometer i timmen."""),
            text("""Vi filmade. Filmen visades i regionens trafikutskott i september, med ljud. Efter det ändrades
            frågan från ”om” till ”hur länge”. Det svåra är inte att stanna, utan att perrongen är tolv meter för kort
            för nya vagnar."""),
            heading("Nästa steg"),
            text("""Förlängningen finns nu med som en rad i förslaget till länets transportplan. Den kostar 14 miljoner
            och behöver försvaras i tre instanser. Vi tar med granen. Bakgrunden finns i rapporten från
            <a href="page:varmland/aktuellt/distriktsarskonferens/">årets konferens</a>."""),
        ],
    ),
    article(
        "vem-far-hur-manga-ombud",
        "Vem får hur många ombud? Vi räknade för hand",
        date="2025-09-08T18:30",
        lead="Femtio platser, sju föreningar och en kväll med papper och linjal. Tur att det finns en metod.",
        tags=("organisationen", "konferens"),
        authors=(DESK,),
        body=[
            text("""Till nästa årskonferens kommer femtio ombud. Styrelsen ville veta om föreningarna begriper hur de
            fördelas, så i stället för att skicka ut en lista skickade vi ut uppgiften. Medlemstalen var påhittade,
            rasterna äkta."""),
            text("""Karlstad kom först i mål, men hade glömt att summan ska bli femtio. Torsby fick rätt svar och kunde
            inte förklara varför. Arvika räknade med bråk, som i skolan, och hade både rätt och förklaring."""),
            text("""Den stora behållningen kom när vi prövade att göra hela konferensen en plats större: i vissa metoder
            kan en förening då <em>förlora</em> ett ombud. Tystnad. Sedan en lång diskussion om vad som är
            rättvist, som slutade ungefär där den började men på bättre humör."""),
            text("""Den riktiga fördelningen står på sidan <a href="page:varmland/organisationen/">Organisationen</a>.
            Varje förening är garanterad minst två platser, så att ingen behöver åka ensam."""),
        ],
    ),
    article(
        "distriktsarskonferens",
        "Årets konferens: ny styrelse och ja till nattåg",
        date="2025-04-06T17:00",
        image="vote",
        lead="Fyrtioåtta ombud, nitton motioner och en lunch som drog ut på tiden. Det här bestämde konferensen.",
        tags=("organisationen", "konferens"),
        authors=(DESK,),
        body=[
            text("""Ombuden kom från alla föreningar som är i gång, och det märktes att flera var med för första gången:
            kön till talarlistan var längre än kön till kaffet."""),
            heading("Besluten i korthet"),
            text("""<ul><li>En ny distriktsstyrelse valdes, med elva ledamöter.</li><li>Regionprogrammet ska vara klart
            till hösten.</li><li>Distriktet ska arbeta för ett nattåg som stannar i Kil.</li></ul>"""),
            picture("train", caption="Många av ombuden kom med tåget. Det stannade inte i Kil.", size="wide"),
            text("""Undrar du hur konferensen hänger ihop med resten av partiet? Det står på sidan om
            <a href="page:varmland/organisationen/">organisationen</a>."""),
        ],
    ),
    article(
        "taget-ska-stanna",
        "Tåget ska stanna där folk bor",
        date="2025-03-12T06:45",
        image="train",
        lead="Fyra stationer står tomma medan tågen susar förbi. Vi har räknat på vad som krävs för att de ska stanna.",
        tags=("kollektivtrafik", "regionen"),
        authors=(WRITER,),
        body=[
            text("""Det tar tre minuter att stanna ett tåg: bromsa, öppna dörrarna, stänga, köra. Tre minuter som avgör
            om en undersköterska kan ta jobbet i Karlstad utan att skaffa bil."""),
            quote("Perrongen finns. Klockan går. Det är bara tåget som saknas.", "En pendlare i norra Värmland"),
            heading("Tre saker att börja med"),
            text("""<ol><li>Stanna vid alla perronger som redan finns, morgon och kväll.</li><li>Samma biljett på tåg
            och buss.</li><li>En buss som väntar när tåget är sent.</li></ol>"""),
            button("Läs hela vår regionpolitik", "page:varmland/regionpolitik/"),
        ],
    ),
    article(
        "vardcentralerna",
        "Låt vårdcentralerna ha öppet på kvällen",
        date="2025-02-25T09:10",
        image="health-centre",
        lead="Den som jobbar skift blir inte sjuk på kontorstid. Därför vill vi ha kvällsöppet på fler orter.",
        tags=("vård", "regionen"),
        authors=(WRITER,),
        body=[
            text("""I dag är det akuten som tar emot den som blir dålig klockan sju. Det är dyrt för regionen och en
            lång resa för den som bor i Torsby. Två kvällar i veckan med en sköterska och en läkare räcker långt."""),
            heading("Så betalar vi det"),
            text("""Genom att hyra in färre vikarier. En tjänst som någon vill ha i tio år är billigare än tio tjänster
            som ingen stannar på."""),
        ],
    ),
    article(
        "studiehelg",
        "Studiehelg vid sjön",
        date="2025-01-30T15:00",
        image="reading-lamp",
        lead="Två dagar om ekonomi, argument och vedeldad bastu. Anmäl dig före sista februari.",
        tags=("studier",),
        authors=(DESK,),
        body=[
            text("""Distriktet bjuder in alla medlemmar till en helg om hur en budget blir till. Vi åker buss
            tillsammans från Karlstad, och barn är välkomna: det finns ledare och en snögrotta."""),
            text("""<ul><li>Lördag: så läser man en budget utan att somna.</li><li>Lördag kväll: bastu och sång.</li>
            <li>Söndag: öva på att säga emot, vänligt.</li></ul>"""),
            button("Anmäl dig till ombudsmannen", "mailto:ombudsman.varmland@example.se"),
        ],
    ),
    article(
        "valstugan-pa-turne",
        "Valstugan på turné: elva torg på elva dagar",
        date="2024-05-29T13:00",
        image="bridge",
        lead="Från stenbron i Karlstad till affären i Sysslebäck. Rapport från en mycket liten röd stuga på släp.",
        tags=("val", "EU"),
        authors=(DESK,),
        body=[
            text("""Stugan väger fyrahundra kilo, läcker lite i ena hörnet och har varit med sedan nittiotalet. I elva
            dagar drog vi den genom länet inför valet till Europaparlamentet."""),
            picture("lake", caption="Vilodag vid sjön, mellan torg sex och torg sju."),
            text("""Flest besök fick vi i Arvika. Längst samtal hade vi i Torsby, där en skogsägare och en elev på
            naturbruk till slut bytte telefonnummer. Vill du låna stugan till din förening? Skriv till
            <a href="mailto:varmland@example.se">distriktet</a>."""),
        ],
    ),
    article(
        "starta-om",
        "Så startar man om en partiförening",
        date="2024-11-14T19:30",
        lead="I Sunne har ingen kallat till årsmöte på fyra år. Nu är de sju stycken kring ett köksbord.",
        tags=("organisationen", "engagera dig"),
        authors=(WRITER,),
        body=[
            text("""Det som behövs är tre personer och ett datum. Resten hjälper distriktet till med: medlemslistan,
            kallelsen och någon som leder mötet första gången."""),
            cards(
                "I den här ordningen",
                card("1. Ring runt", "Alla medlemmar får ett samtal, inte ett utskick."),
                card("2. Fika", "Ett kök räcker. Bestäm en enda sak att göra."),
                card("3. Årsmöte", "Välj styrelse när ni är redo, inte innan."),
            ),
            text(
                'Hur föreningar och distrikt hör ihop står under <a href="page:varmland/organisationen/">'
                "Organisationen</a>."
            ),
        ],
    ),
    article(
        "listan",
        "Vem ska stå på listan till riksdagen?",
        date="2024-10-08T10:00",
        lead="Nu får alla medlemmar i länet föreslå namn. Valberedningen har satt på kaffet och väntar på din lapp.",
        tags=("val", "organisationen"),
        authors=(DESK,),
        body=[
            text("""Distriktet bestämmer vilka värmlänningar som står på partiets lista. Först nominerar föreningarna,
            sedan väger valberedningen samman: ålder, yrke, ort och vem som orkar stå i en valstuga i regn. Sist röstar
            en konferens."""),
            text("""Den som nominerar någon ska ha frågat först. Det låter självklart, men vi säger det ändå. Så här
            långt har <a href="page:varmland/aktuellt/nomineringar/">listan över nominerade</a>
            inte blivit offentlig."""),
        ],
    ),
    article(
        "nomineringar",
        "De är nominerade",
        date="2025-05-12T12:00",
        live=False,
        lead="Utkast: väntar på att alla har svarat ja.",
        tags=("val",),
        authors=(DESK,),
        body=[text("Här kommer namnen när alla har tackat ja.")],
    ),
)
