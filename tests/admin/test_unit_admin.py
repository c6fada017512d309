"""Units in the admin: areas are chosen, dates are written, and who may do which."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from organisation.models import UnitArea
from tests.admin.forms import as_sent, body
from tests.build import Branch

pytestmark = pytest.mark.django_db
NEW = "areas-0-"


def with_area(client: Client, url: str, **fields: Any) -> dict[str, Any]:
    """The unit's form with one more area."""
    form = as_sent(client, url)
    area = {"code": "", "name": "", "id": "", "ORDER": "1", "DELETE": ""} | fields
    return form | {"areas-TOTAL_FORMS": "1"} | {NEW + name: value for name, value in area.items()}


def test_an_area_is_chosen_and_its_name_and_scheme_follow(root: Client, vantor: Branch) -> None:
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    page = body(root.get(url))
    assert '<option value="1780">Karlstad</option>' in page
    assert '<optgroup label="Värmlands län">' in page
    assert root.post(url, with_area(root, url, code="1780", name="Någon annanstans")).status_code == 302
    area = UnitArea.objects.get()
    assert (area.scheme, area.code, area.name, area.partial) == ("se-kommun", "1780", "Karlstad", False)


def test_a_city_district_is_written(root: Client, vantor: Branch) -> None:
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    refused = root.post(url, with_area(root, url))
    assert "Skriv vad stadsdelen heter" in str(refused.context["form"].formsets["areas"].errors)
    assert root.post(url, with_area(root, url, name="Vantör", partial="on")).status_code == 302
    area = UnitArea.objects.get()
    assert (area.scheme, area.code, area.name, area.partial) == ("stadsdel", "", "Vantör", True)


def test_a_code_that_a_city_district_has_stays(root: Client, vantor: Branch) -> None:
    UnitArea.objects.create(unit=vantor.unit, scheme="stadsdel", code="vantor", name="Vantör")
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    assert root.post(url, as_sent(root, url)).status_code == 302
    assert UnitArea.objects.get().code == "vantor"
