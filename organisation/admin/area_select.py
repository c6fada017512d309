"""Choosing an area: SCB's list, so that nobody types a code."""

from typing import Any

from django import forms

from organisation import areas

CITY_DISTRICT = "En stadsdel"  # short: a phone shows some twenty letters


class AreaSelect(forms.Select):
    """The counties and municipalities by their names; a code that a city district was given once stays."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, choices=[("", CITY_DISTRICT), *areas.choices()])

    def optgroups(self, name: str, value: list[str], attrs: dict[str, Any] | None = None) -> list[Any]:
        found = super().optgroups(name, value, attrs)
        known = {"", *areas.official()}
        for place, code in enumerate(one for one in value if one and one not in known):
            option = self.create_option(name, code, CITY_DISTRICT, True, place)
            found.append((None, [option], len(found)))
        return found
