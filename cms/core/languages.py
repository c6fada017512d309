"""The language of a page is told while there is something to tell apart: pages in more than one language."""

from typing import Any

from wagtail.admin.templatetags.wagtailadmin_tags import register
from wagtail.models import Locale, Page

MEMO = "_grenverk_several_languages"


def several() -> bool:
    """Whether pages are written in more than one language."""
    return Locale.objects.filter(pk__in=Page.objects.values("locale")).count() > 1


def are_told_where_they_differ() -> None:
    """Put our answer in the place of Wagtail's, which asks the settings. Lists and reports ask it for every row."""
    register.simple_tag(_labels, name="i18n_enabled", takes_context=True)


def _labels(context: Any) -> bool:
    """Asked once a request."""
    request = context.get("request")
    if not hasattr(request, MEMO):
        found = several()
        if request is None:
            return found
        setattr(request, MEMO, found)
    return bool(getattr(request, MEMO))
