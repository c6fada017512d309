"""The branch Södermalm in Stockholm. Every text is invented for the demo."""

from home.demo.pictures import pictures
from home.demo.sites import common
from home.demo.sites.sodermalm_articles import ARTICLES
from home.demo.words import SiteText, button, card, heading, index, item, organisation, page, quote, text, welcome
from home.provisioning import Area, UnitFacts

UNIT = UnitFacts(
    "sodermalm",
    "Vänsterpartiet Södermalm",
    "branch",
    parent="stockholm",
    areas=(Area("se-kommun", "0180", "Stockholm", partial=True), Area("stadsdel", "", "Södermalm")),
    has_board=True,
    email="sodermalm@example.se",
    phone="070-174 06 10",
    address="Exempelbacken 31\n123 45 Exempelstad",
)

WELCOME = welcome(
    "Välkommen till Vänsterpartiet Södermalm",
    hero_heading="Söder ska inte bara vara till salu",
    image="courtyard",
    lead="Partiförening för Södermalm, Hammarby sjöstad, Reimersholme och Långholmen.",
    hero_text=(
        "<p>Förr var söder billigt, drogs det på munnen åt och var fullt av barn. Barnen finns kvar. Vi vill att de "
        "ska kunna bo här också när de flyttar hemifrån.</p>"
        "<p>Vi ses i en källarlokal som är varm på vintern och sval på sommaren, vilket är mer än man kan säga om "
        "bostadsmarknaden.</p>"
    ),
    hero_buttons=[
        button("Det här gör vi", "page:sodermalm/grupper/"),
        button("Om oss", "page:sodermalm/om-oss/", "secondary"),
    ],
    latest_count=4,
    engage=[
        ("card", card("Arbetsgrupper", "Bostad, trafik, kultur, fest.", "page:sodermalm/grupper/", "courtyard")),
        ("card", card("Cykelköket", "Laga din cykel, prata om resten.", "page:sodermalm/grupper/", "bicycle")),
        (
            "card",
            card(
                "Öva svenska på tisdagar",
                "Kom som deltagare eller ledare. Ingen närvarolista.",
                "page:sodermalm/aktuellt/svenska-pa-kvallen/",
            ),
        ),
    ],
    closing="Ring på porttelefonen där det står ”Källaren”.",
)

ABOUT = organisation(
    "/om-oss/",
    "Om oss",
    lead="Föreningen är gammal, styrelsen är ung och källaren är hyrd till 2029.",
    body=[text("Här står de som har uppdrag. Namnen är exempel, inga verkliga personer.")],
    unit="sodermalm",
    body_after=[
        quote("Vi är inte överens om allt. Det är därför vi har möten.", "Ur föreningens välkomstbrev"),
    ],
)

GROUPS = page(
    "/grupper/",
    "Arbetsgrupper",
    image="bicycle",
    lead="Gå med i den grupp som gör det du ändå går och tänker på.",
    body=[
        heading("Bostadsgruppen"),
        text("""Hjälper grannar att läsa hyresavtal, och följer varje ombildning på ön. Träffas udda måndagar."""),
        heading("Cykelköket"),
        text("""Öppet torsdagar 17–20. Verktyg finns, slang kostar vad den kostar. Det är tillåtet att bara titta."""),
        heading("Kulturgruppen"),
        text("""Ordnar filmkvällar och läser motioner högt med inlevelse, för att se om de håller."""),
        button("Skriv till grupperna", "mailto:sodermalm@example.se"),
    ],
)

SITE = SiteText(
    unit=UNIT,
    label="Södermalm",
    base_url="http://localhost:8010",
    colours=("#8a1c4a", "#f5b971", "#fff8f6"),
    twig=("#8a1c4a", "#2f7d5c"),
    pictures=pictures("courtyard", "bicycle", "reading-lamp", "portrait-headscarf"),
    pages=(
        WELCOME,
        index("Nytt från söder, uppför och nedför."),
        *ARTICLES,
        ABOUT,
        GROUPS,
        common.privacy(UNIT),
        common.accessibility(UNIT),
    ),
    frame=common.frame(
        UNIT,
        "Södermalm",
        header=[
            item("Aktuellt", "page:sodermalm/aktuellt/"),
            item("Grupper", "page:sodermalm/grupper/"),
            item("Om oss", "page:sodermalm/om-oss/"),
        ],
        publisher="Mirjam Exempelholm",
        above=("Vänsterpartiet Stockholm", "page:stockholm/"),
        services=("instagram", "mastodon"),
    ),
)
