"""What a new site begins with: a welcome, "Om oss" and "Kontakt", and a menu that leads there.

True from the first day, whoever the unit is: an editor writes on from there, or over it.
"""

import json
from typing import Any
from uuid import uuid4

from django.utils.html import escape

from home.models import ContentPage, WelcomePage
from home.provisioning import Provisioned
from organisation.models import Unit

ABOUT, CONTACT = "om-oss", "kontakt"


def write(place: Provisioned) -> None:
    """Put the first pages and menus on a site. Where an editor has begun already, nothing is written over."""
    home = WelcomePage.objects.get(pk=place.home.pk)
    if home.get_children().filter(slug__in=[ABOUT, CONTACT]).exists():
        return
    about = home.add_child(instance=ContentPage(title="Om oss", slug=ABOUT, **_about(place.unit)))
    contact = home.add_child(instance=ContentPage(title="Kontakt", slug=CONTACT, **_contact(place.unit)))
    _welcome(home, place.unit, about)
    for page in (home, about, contact):
        page.save_revision().publish()
    frontend = place.frontend
    frontend.header = _stream(_item("Aktuellt", place.index), _item("Om oss", about), _item("Kontakt", contact))
    frontend.footer = _stream(_item("Kontakt", contact))
    frontend.save()


def _welcome(home: WelcomePage, unit: Unit, about: ContentPage) -> None:
    home.hero_heading = f"Välkommen till {unit.name}"
    home.hero_text = f"<p>Här skriver vi om vad vi gör{escape(_where(unit))}.</p>"
    home.hero_buttons = _stream(
        {"type": "button", "value": {"label": "Om oss", "link": {"page": about.pk}, "style": "primary"}}
    )


def _about(unit: Unit) -> dict[str, Any]:
    belongs = f" Vi hör till {escape(unit.parent.name)}." if unit.parent else ""
    text = f"<p>{escape(unit.name)} är en {escape(unit.label.lower())}.{belongs}</p>"
    return {
        "lead": f"Vilka vi är och vad {unit.name} gör.",
        "body": _stream({"type": "paragraph", "value": text}),
    }


def _contact(unit: Unit) -> dict[str, Any]:
    text = f"<p>Vill du veta mer om {escape(unit.name)}, eller vara med? Hör av dig till oss.</p>"
    blocks: list[dict[str, Any]] = [{"type": "paragraph", "value": text}]
    if unit.email or unit.phone or unit.address:
        reached = {"email": unit.email, "phone": unit.phone, "address": unit.address}
        blocks.append({"type": "contact", "value": {"heading": unit.name, **reached}})
    return {"lead": f"Så når du {unit.name}.", "body": _stream(*blocks)}


def _where(unit: Unit) -> str:
    names = [area.name for area in unit.areas.all()]
    if not names:
        return ""
    return " i " + (names[0] if len(names) == 1 else f"{', '.join(names[:-1])} och {names[-1]}")


def _item(label: str, page: Any) -> dict[str, Any]:
    return {"type": "item", "value": {"label": label, "link": {"page": page.pk}}}


def _stream(*blocks: dict[str, Any]) -> str:
    return json.dumps([{"id": str(uuid4()), **block} for block in blocks])
