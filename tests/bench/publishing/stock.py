"""Stock Wagtail in the same process: its own publishing of our models, and its v2 rendering the same pages."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import wagtail.signals
from django.db.models import signals
from django.dispatch import Signal
from rest_framework.renderers import JSONRenderer
from rest_framework.test import APIRequestFactory
from wagtail.models import Page

from cms.core.page import BasePage

OURS = ("cms", "organisation", "articles", "home")


@contextmanager
def alone() -> Iterator[None]:
    """Without anything of ours: no receiver hears of a change, and a page saves itself as Wagtail's does."""
    with ExitStack() as stack:
        for signal in _signals():
            stack.enter_context(_deaf(signal))
        stack.enter_context(patch.object(BasePage, "save", Page.save))
        yield


def _signals() -> list[Signal]:
    return [found for module in (signals, wagtail.signals) for found in vars(module).values() if _is_signal(found)]


def _is_signal(found: object) -> bool:
    return isinstance(found, Signal)


@contextmanager
def _deaf(signal: Signal) -> Iterator[None]:
    held = signal.receivers
    signal.receivers = [one for one in held if not _is_ours(one[1])]
    signal.sender_receivers_cache.clear()
    try:
        yield
    finally:
        signal.receivers = held
        signal.sender_receivers_cache.clear()


def _is_ours(receiver: object) -> bool:
    """Whether one of our apps listens; Django holds functions by weak references."""
    function = receiver if hasattr(receiver, "__module__") and not _is_reference(receiver) else receiver()  # type: ignore[operator]
    return getattr(function, "__module__", "").partition(".")[0] in OURS


def _is_reference(receiver: object) -> bool:
    return type(receiver).__name__ in ("ReferenceType", "weakref", "WeakMethod")


class Rendering:
    """v2's answer about one page, without HTTP: the page is fetched, serialized and written as JSON."""

    def __init__(self) -> None:
        from wagtail.api.v2.router import WagtailAPIRouter
        from wagtail.api.v2.views import PagesAPIViewSet

        router = WagtailAPIRouter("wagtailapi")
        router.register_endpoint("pages", PagesAPIViewSet)
        self.factory = APIRequestFactory()
        self.view = PagesAPIViewSet.as_view({"get": "detail_view"})
        self.router = router

    def render(self, pk: int) -> bytes:
        request = self.factory.get(f"/api/v2/pages/{pk}/?rich_text_format=html", HTTP_HOST="alla.bench.test")
        request.wagtailapi_router = self.router
        response = self.view(request, pk=pk)
        response.accepted_renderer = JSONRenderer()
        assert response.status_code == 200, response.data
        return bytes(JSONRenderer().render(response.data))
