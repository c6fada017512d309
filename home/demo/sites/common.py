"""What the sites of a federation have in common: legal pages, and the parts of a frame that differ by name only."""

from typing import Any

from home.demo.words import PageText, PersonRef, account, button, item, page, text
from home.provisioning import UnitFacts

NATIONAL = "http://localhost:8003/"


def privacy(unit: UnitFacts) -> PageText:
    """How personal data is treated; the same for all who use the federation's model text."""
    return page(
        "/personuppgifter/",
        "Så behandlar vi personuppgifter",
        lead="Du kan läsa allt här utan att lämna något spår.",
        body=[
            text(f"""Webbplatsen sätter inga kakor och räknar inte vem du är. Ett brev till
            <a href="mailto:{unit.email}">{unit.email}</a> läses av styrelsen och tas bort när saken är klar, senast
            efter ett år. De som nämns vid namn under ”Om oss” har sagt ja till det och kan ångra sig när de vill;
            namnet försvinner då samma dag."""),
            text("Det här är en demonstration: texter, personer och adresser är påhittade."),
        ],
    )


def accessibility(unit: UnitFacts) -> PageText:
    return page(
        "/tillganglighet/",
        "Tillgänglighet",
        lead="Alla ska kunna läsa, lyssna och klicka sig fram.",
        body=[
            text("""Vi siktar på WCAG 2.2, nivå AA. Sidorna klarar tangentbord, skärmläsare och dubbelt så stor text.
            Har vi missat något vill vi få veta det. Skriv vilken sida du var på och vad du försökte göra."""),
            button("Berätta vad som inte fungerar", f"mailto:{unit.email}", "secondary"),
        ],
    )


def frame(
    unit: UnitFacts, place: str, *, header: list[Any], publisher: str, above: tuple[str, str], services: tuple[str, ...]
) -> dict[str, Any]:
    """A site's frame. `above`: label and page of the unit above; `services`: where the site has accounts."""
    label, site_above = above
    return {
        "header": header,
        "footer": [*header[1:], item(label, site_above)],
        "social": [
            account(service, f"{place} på {service.capitalize()}", f"https://www.example.se/{service}/{unit.slug}")
            for service in services
        ],
        "email": unit.email,
        "phone": unit.phone,
        "address": unit.address,
        "newsletter_text": "Ett brev i månaden om det viktigaste i hela partiet.",
        "newsletter_label": "Läs mer om nyhetsbrevet",
        "newsletter_url": f"{NATIONAL}nyhetsbrev/",
        "privacy_page": privacy(unit).ref(unit.slug),
        "accessibility_page": accessibility(unit).ref(unit.slug),
        "publisher": PersonRef(publisher),
        "central_text": "Söker du partiet i hela landet?",
        "central_label": "Till riksorganisationens webbplats",
        "central_url": NATIONAL,
    }
