"""The admin's unsafe requests, each as one publishing transaction.

Wagtail's views call its Action classes directly and send signals after the save, outside any transaction; here the
whole request commits or nothing does. Not Django's ATOMIC_REQUESTS: with SQLite's immediate transactions every
admin GET would then wait for the write lock.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from cms.core import announce
from cms.pipeline.publish import deadlock
from cms.pipeline.publish.errors import REFUSALS, reason
from cms.pipeline.publish.publishing import publishing

# What changes the shape of the page tree; the rest may go on beside each other.
ALONE = {f"wagtailadmin_pages:{name}" for name in ("add", "copy", "delete", "move_confirm", "set_page_position")}
ALONE |= {"wagtail_bulk_action"}

View = Callable[..., HttpResponse]
SAFE = {"GET", "HEAD", "OPTIONS", "TRACE"}
# The buttons of the edit form that make something public; without them the same request saves a draft.
PUBLISHING_BUTTONS = ["action-publish", "action-submit", "action-restart-workflow", "action-workflow-action"]


def publishes(view: View) -> View:
    """Wrap a view of the admin."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method in SAFE:
            return view(request, *args, **kwargs)
        try:
            return deadlock.again(lambda: _publish(view, request, args, kwargs))
        except REFUSALS as refusal:
            return _refuse(view, request, reason(refusal), args, kwargs)

    return wrapped


def _publish(view: View, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
    queued = messages.get_messages(request)._queued_messages
    before = list(queued)
    try:
        alone = bool(request.resolver_match and request.resolver_match.view_name in ALONE)
        with announce.listening() as events, publishing(alone=alone):
            response = view(request, *args, **kwargs)
    except DatabaseError:
        queued[:] = before  # of what was undone
        for file in request.FILES.values():
            file.seek(0)
        raise
    announce.say(request, events)  # only now it is known where the pages show
    return response


def _refuse(view: View, request: HttpRequest, why: str, args: Any, kwargs: Any) -> HttpResponse:
    """Everything was rolled back. Save the draft instead where the request carries one, and say why."""
    messages.get_messages(request)._queued_messages.clear()  # they tell of what has not happened
    pressed = [button for button in PUBLISHING_BUTTONS if button in request.POST]
    if pressed:
        data = request.POST.copy()
        for button in pressed:
            del data[button]
        request.POST = data  # type: ignore[assignment]
        with publishing():
            response = view(request, *args, **kwargs)
        messages.get_messages(request)._queued_messages.clear()
        messages.error(request, f"{why} Utkastet är sparat. Rätta delen och publicera igen.")
        return response
    messages.error(request, f"{why} Ingenting har ändrats.")
    return _back(request, kwargs)


def _back(request: HttpRequest, kwargs: dict[str, Any]) -> HttpResponse:
    page_id = kwargs.get("page_id")
    url = reverse("wagtailadmin_pages:edit", args=[page_id]) if page_id else request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(url, allowed_hosts={request.get_host()}):
        url = reverse("wagtailadmin_home")
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        return JsonResponse({"step": "success", "redirect": url})
    return HttpResponseRedirect(url)
