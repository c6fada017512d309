"""The pictures that the sites choose from: a drawing each, with a true description."""

from home.demo.words import Picture


def _portrait(look: str, title: str, description: str) -> Picture:
    return Picture(f"portrait-{look}", f"Porträtt, {title}", description, (0.5, 0.45))


_ALL = (
    Picture(
        "courtyard",
        "Gården",
        "En gård mellan flerfamiljshus, med tvätt på lina, barn i en sandlåda och grannar som pratar.",
        (0.5, 0.6),
    ),
    Picture(
        "square",
        "Torget",
        "Ett soligt torg med ett marknadsstånd, bänkar och träd framför låga flerfamiljshus.",
        (0.46, 0.6),
    ),
    Picture("march", "Första maj", "Ett demonstrationståg med röda fanor och banderoller mellan husen.", (0.5, 0.62)),
    Picture(
        "bonfire",
        "Valborgseld",
        "En stor eld under en stjärnklar himmel, med människor i mörkret runt om.",
        (0.5, 0.65),
    ),
    Picture(
        "market", "Kvällsmarknad", "Marknadsstånd med randiga tak, vimplar och tända fönster i skymningen.", (0.5, 0.6)
    ),
    Picture("bicycle", "Cykel med flygblad", "En röd cykel mot en solig vägg, med flygblad i korgen.", (0.6, 0.6)),
    Picture("meeting", "Medlemsmöte", "Människor runt ett långbord under röda lampor; utanför fönstren är det kväll."),
    Picture(
        "reading-lamp", "Läslampa", "En röd läslampa lyser på en uppslagen bok vid ett fönster med måne.", (0.55, 0.6)
    ),
    Picture("allotment", "Kolonilott", "En kolonilott med röd stuga, solrosor, odlingsrader och ett äppelträd."),
    Picture(
        "newspaper",
        "Tidning och kaffe",
        "En tidning, en kopp kaffe och en kanelbulle på ett träbord, sedda uppifrån.",
    ),
    Picture("lake", "Skogssjö", "En röd stuga vid en skogssjö i kvällssol; två personer paddlar kanot.", (0.6, 0.55)),
    Picture("train", "Regiontåget", "Ett vitt och rött tåg på väg förbi blommande ängar och granskog.", (0.55, 0.55)),
    Picture(
        "health-centre", "Vårdcentralen", "En låg vårdcentral mellan björkar, med ett hjärta över dörren.", (0.5, 0.5)
    ),
    Picture("bridge", "Stenbron", "En stenbro i tre valv över en lugn älv, med hus och träd bakom.", (0.5, 0.55)),
    Picture("vote", "Omröstning", "En sal full av ombud som räcker upp gula röstkort.", (0.5, 0.45)),
    Picture("congress", "Kongressen", "Ombud i en stor röd sal räcker upp vita röstkort mot scenen.", (0.5, 0.45)),
    Picture(
        "waterfront",
        "Staden vid vattnet",
        "Färgglada hus och kyrktorn vid vattnet i gryningen, med två små båtar.",
        (0.5, 0.5),
    ),
    Picture("building-site", "Byggplatsen", "En gul byggkran lyfter en balk över ett halvfärdigt hus.", (0.55, 0.5)),
    Picture(
        "rink", "Isbanan", "En isbana i skymningen, med åkare, röda mål och en ljusslinga mellan stolparna.", (0.5, 0.6)
    ),
    Picture("bus", "Bussen", "En röd buss vid en hållplats med glastak, där tre personer väntar i snön.", (0.5, 0.6)),
    Picture(
        "portrait-glasses",
        "Porträtt, grått hår",
        "En tecknad kvinna med grått hår i knut, runda glasögon och plommonfärgad kofta.",
        (0.5, 0.45),
    ),
    Picture(
        "portrait-beanie",
        "Porträtt, röd mössa",
        "En tecknad kvinna med fräknar, mörkt hår och röd toppluva.",
        (0.5, 0.48),
    ),
    _portrait("bob", "svart page", "En tecknad kvinna med svart page, gula örhängen och röd tröja."),
    _portrait("red-hair", "rött hår", "En tecknad kvinna med långt rött hår och grön tröja."),
    _portrait("bald", "grått skägg", "En tecknad man med kal hjässa, grått skägg och runda glasögon."),
    _portrait("beard", "brunt skägg", "En tecknad man med kort brunt hår, brunt skägg och mörk tröja."),
    _portrait("flat-cap", "keps", "En tecknad man med grå keps, glasögon och grön tröja."),
    _portrait("moustache", "mustasch", "En tecknad man med kort grått hår, mustasch och tegelröd tröja."),
    _portrait("white-curls", "vita lockar", "En tecknad kvinna med vita lockar, röda glasögon och blå tröja."),
    _portrait("curls", "svarta lockar", "En tecknad kvinna med stora svarta lockar och gul tröja."),
    _portrait("headscarf", "sjal", "En tecknad kvinna med korallröd sjal över håret och plommonfärgad tröja."),
    _portrait("fair", "ljust hår", "En tecknad man med ljust uppkammat hår och grå tröja."),
    Picture("library", "Biblioteket", "Höga bokhyllor, en lampa och en grön fåtölj vid ett stort fönster.", (0.6, 0.6)),
)
_BY_SCENE = {picture.scene: picture for picture in _ALL}


def pictures(*scenes: str) -> tuple[Picture, ...]:
    """The pictures with these scenes."""
    return tuple(_BY_SCENE[scene] for scene in scenes)
