"""What the branch Södermalm writes under Aktuellt."""

from home.demo.words import article, button, heading, picture, quote, text

DESK = ("Exempelredaktionen", "Södermalm")
CHAIR = ("Mirjam Exempelholm", "ordförande")
TENANT = ("Pär Exempelgård", "bostadsgruppen")

ARTICLES = (
    article(
        "sista-tvattstugan",
        "Sista tvättstugan på gatan",
        date="2025-11-11T18:30",
        image="courtyard",
        lead="Värden ville göra uthyrningsrum av den. Grannarna ville ha rena lakan. En rapport i fyra sköljningar.",
        tags=("bostäder", "hyresgäster"),
        authors=(TENANT,),
        body=[
            text("""<strong>Förtvätt.</strong> Lappen satt i porten en fredag klockan 16: ”Tvättstugan utgår. Hyran
            justeras.” Justeringen var 38 kronor i månaden. En tvätt i byn kostar 85."""),
            text("""<strong>Huvudtvätt.</strong> På söndagen satt nitton av tjugofyra hushåll i trapphuset. Någon hade
            tagit med stadgan för hyresförhandlingar, någon en kaka. Vi skrev ett brev där det stod nej, på sju olika
            sätt, och alla skrev under."""),
            text("""<strong>Sköljning.</strong> Det visade sig att tvättstugan nämns i varje hyresavtal sedan 1961. Den
            kan alltså inte tas bort utan hyresnämnden. Det visste inte värden. Det visste inte vi heller, förrän
            Gun-Britt på tre trappor letade fram sitt kontrakt ur en skokartong."""),
            text("""<strong>Centrifug.</strong> Tvättstugan är kvar, med ny torktumlare. Bostadsgruppen har sedan dess
            fått samtal från fyra andra hus. Spara era kontrakt, grannar, och hör av er i tid."""),
            button("Bostadsgruppen", "page:sodermalm/grupper/"),
        ],
    ),
    article(
        "fritidsgarden-oppnar",
        "Fritidsgården öppnar igen, med nyckel hos ungdomarna",
        date="2025-09-29T16:00",
        lead="Den stängde för två år sedan. Det tog 23 möten att få upp dörren, och vi fick inte bestämma färgen.",
        tags=("barn och unga", "stadsdelsnämnden"),
        authors=(CHAIR,),
        body=[
            text("""Nämnden hade en vision om ett ”ungdomsnav”. Ungdomarna hade en önskan om en soffa. Mellan det ena
            och det andra låg en upphandling, en fuktskada och en sommar."""),
            text("""Det som avgjorde var att vi slutade tala för dem. På möte nitton satt sex sextonåringar med vid
            bordet och gick igenom ritningen punkt för punkt. De strök inspelningsstudion (”den blir trasig”) och
            lade till ett kök (”vi är hungriga”). Kostnaden sjönk."""),
            quote("Det är första gången jag går på ett möte där nån ändrar sig.", "Sextonåring vid bordet"),
            text("""Från på måndag är det öppet till 21 alla vardagar, med två fritidsledare och ett råd av unga som
            bestämmer om allt utom brandsläckarna. Väggarna blev lila."""),
        ],
    ),
    article(
        "cykelkoket-fyller-fem",
        "Cykelköket fyller fem",
        date="2025-06-05T20:10",
        image="bicycle",
        lead="Tolvhundra lagade punkteringar, två förlovningar och en motion. Så blev ett förråd föreningens hjärta.",
        tags=("engagera dig", "miljö"),
        authors=(DESK,),
        body=[
            text("""Från början var det bara för flygbladscyklarna. Sedan kom grannen, och grannens dotter, och en
            budcyklist som stod utanför och svor. Efter en månad fick vi skaffa ett riktigt ställ."""),
            text("""Det märkliga är att folk pratar annorlunda när de har oljiga fingrar. Ingen har någonsin frågat oss
            om partiprogrammet över en kedja, men vi har hört mer om arbetsvillkoren för budcyklister här än på något
            seminarium. Det blev en motion till regionen om vinterväghållning av cykelstråk."""),
            text("""Vi firar på torsdag med tårta formad som ett bakhjul. Ta med din cykel, eller kom utan och lär dig
            byta slang på någon annans."""),
        ],
    ),
    article(
        "svenska-pa-kvallen",
        "Svenska på kvällen: ”Jag vill kunna bråka på rätt sätt”",
        date="2025-02-26T19:45",
        image="reading-lamp",
        lead="Varje tisdag övar femton personer svenska i vår källare. Vi frågade vad de vill lära sig härnäst.",
        tags=("studier", "arbete"),
        authors=(DESK,),
        body=[
            text("""De flesta städar, kör eller diskar. Många har läst svenska på kurs, men aldrig fått använda den till
            något annat än att svara ja. Därför började vi med nej: hur man säger att passet var inlagt efter att
            schemat var satt, hur man frågar vem som är skyddsombud, hur man läser en lönespecifikation."""),
            quote("Jag kunde ord för frukter. Nu kan jag ord för övertid.", "Deltagare i tisdagsgruppen"),
            heading("Så går det till"),
            text("""Två ledare, ett fikabord och ett tema per kväll. Ingen närvarolista. Man lär sig fort när det är ens
            egen lön som står på tavlan."""),
            text("""Behöver ni hjälp att börja i er förening? Materialet är fritt att låna, och
            <a href="page:stockholm/kurser/">distriktets kursgrupp</a> har en låda med kopior."""),
        ],
    ),
    article(
        "en-kulle-att-aka-pa",
        "En kulle att åka pulka på",
        date="2024-12-12T09:00",
        lead="Det planeras en serveringspaviljong på söders bästa pulkabacke. Vi har ett motförslag i snö.",
        tags=("stadsplanering", "barn och unga"),
        authors=(CHAIR,),
        body=[
            text("""Backen är elva meter hög och lutar precis så mycket att en treåring vågar och en fyrtioåring ångrar
            sig. Den står inte i någon detaljplan. På ritningen heter den ”impediment”, vilket betyder mark som inte
            är till något."""),
            text("""I samrådet lämnade vi in ett yttrande med bilagor: fyrtio teckningar, en lista på pulkor och ett
            snittdiagram över fart. Vår poäng är enkel. Det finns åttiosju serveringar på ön och en kulle."""),
            text("""Planen är nu på omarbetning, och paviljongen föreslås ligga trettio meter österut, där det bara
            växer parkeringsautomater. Medan vi väntar: det har snöat i natt. Backen är öppen."""),
            picture("courtyard", alt="En gård mellan bostadshus", caption="Ett annat impediment, med sandlåda."),
        ],
    ),
)
