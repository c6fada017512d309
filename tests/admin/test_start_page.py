"""The admin's start page leads to the editor's own site, and names no other."""

import pytest
from django.urls import reverse

from tests.admin.conftest import Desk
from tests.build import Branch

pytestmark = pytest.mark.django_db


def test_an_editor_finds_their_own_site(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    page = vantor_desk.client.get(reverse("wagtailadmin_home")).content.decode()
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    assert f'href="{add}"' in page
    assert vantor_desk.client.get(add).status_code == 200
    assert f'href="{vantor.frontend.base_url}/"' in page
    assert varmland.frontend.base_url not in page
    assert varmland.frontend.name not in page
