"""A form of the admin as the browser would send it back, and an answer as it gets it."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from wagtail.test.utils import WagtailTestUtils
from wagtail.test.utils.form_data import _querydict_from_form


def as_sent(client: Client, url: str) -> dict[str, Any]:
    """The fields of the page's edit form with the values they hold."""
    soup = WagtailTestUtils.get_soup(client.get(url).content)
    forms = [_querydict_from_form(form) for form in soup.find_all("form")]
    return max(forms, key=len).dict()


def body(response: HttpResponse) -> str:
    """All that the browser gets, headers too."""
    content = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{dict(response.headers)} {content.decode(errors='replace')}"
