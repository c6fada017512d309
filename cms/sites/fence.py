"""The fence: what Wagtail's admin would show an editor of other sites' drafts, and does not here.

Wagtail asks for permission before it changes or opens a page. It does not where it only names one: the page
chooser, bulk actions, a report and the tags know all sites. What is refused answers like what never existed.
"""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import ResolverMatch
from django.views.defaults import page_not_found
from wagtail.models import Page, Site
from wagtail.permissions import policy_registry

from cms.core import viewer
from cms.media.models import SiteDocument, SiteImage
from cms.pipeline.publish.models import PlacementTag

Answer = HttpResponse | None
Guard = Callable[[HttpRequest, dict[str, Any]], Answer]
TAGS_SHOWN = 10
MEDIA = {model._meta.model_name: model for model in (SiteImage, SiteDocument)}


class FenceMiddleware:
    """Guards the admin's views by name; superusers pass."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/admin/"):
            return self.get_response(request)
        with viewer.viewing(request.user):
            return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> Answer:
        match: ResolverMatch | None = request.resolver_match
        guard = GUARDS.get(match.view_name) if match else None
        if guard is None or not request.user.is_authenticated or request.user.is_superuser:
            return None
        try:
            return guard(request, kwargs)
        except Http404 as missing:
            return page_not_found(request, missing, template_name="wagtailadmin/404.html")


def _refuse(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    raise Http404


def _choose_below(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    _all_visible([kwargs["parent_page_id"]], request.user)
    return None


def _chosen(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    _all_visible(request.GET.getlist("id"), request.user)
    return None


def _external_link(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    """Wagtail turns a pasted address into a page, private ones too: let it look on the user's own sites only."""
    own = set(Site.objects.filter(root_page__in=viewer.own_pages(request.user)).values_list("pk", flat=True))
    request._wagtail_cached_site_root_paths = [  # type: ignore[attr-defined]
        root for root in Site.get_site_root_paths() if root.site_id in own
    ]
    return None


def _own_page(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    """A page of the user's own, or one that they review."""
    if not viewer.is_own(request.user, get_object_or_404(Page, pk=kwargs["page_id"])):
        raise Http404
    return None


def _bulk(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    """The confirmation names also what it may not touch."""
    ids = request.GET.getlist("id")
    if kwargs["model_name"] == "page":
        asked = [pk for pk in [*ids, *request.GET.getlist("childOf")] if pk != "all"]
        if "all" in ids and not request.GET.get("childOf"):
            raise Http404  # all pages of all sites
        _among(asked, viewer.own_pages(request.user))
    elif kwargs["model_name"] in MEDIA:
        policy = policy_registry.get_by_type(MEDIA[kwargs["model_name"]])
        mine = policy.instances_user_has_any_permission_for(request.user, ["add", "change", "delete", "choose"])
        if "all" in ids:
            raise Http404
        _among(ids, mine)
    return None


def _tags(request: HttpRequest, kwargs: dict[str, Any]) -> Answer:
    """Tags that something public carries; a foreign draft's tag may tell what it is about."""
    term = request.GET.get("term", "")
    found = PlacementTag.objects.filter(name__istartswith=term) if term else PlacementTag.objects.none()
    return JsonResponse(list(found.order_by("name").values_list("name", flat=True).distinct()[:TAGS_SHOWN]), safe=False)


def _all_visible(pks: list[Any], user: Any) -> None:
    _among(pks, viewer.visible(Page.objects.all(), user))


def _among(pks: list[Any], allowed: Any) -> None:
    asked = {int(pk) for pk in pks if str(pk).isascii() and str(pk).isdigit() and len(str(pk)) < 19}
    if len(asked) < len(set(map(str, pks))) or allowed.filter(pk__in=asked).count() < len(asked):
        raise Http404


GUARDS: dict[str, Guard] = {
    "wagtailadmin_choose_page_child": _choose_below,
    "wagtailadmin_choose_page_chosen_multiple": _chosen,
    "wagtailadmin_choose_page_external_link": _external_link,
    "wagtailadmin_pages:confirm_workflow_cancellation": _own_page,
    "wagtailadmin_pages:workflow_action": _own_page,
    "wagtailadmin_pages:collect_workflow_action_data": _own_page,
    "wagtailadmin_pages:workflow_preview": _own_page,
    "wagtailadmin_workflows:task_chooser": _refuse,
    "wagtailadmin_workflows:task_chooser_results": _refuse,
    "wagtailadmin_workflows:task_chooser_create": _refuse,
    "wagtailadmin_workflows:task_chosen": _refuse,
    "wagtail_bulk_action": _bulk,
    "wagtailadmin_tag_autocomplete": _tags,
    "wagtailadmin_tag_model_autocomplete": _tags,
    "wagtailadmin_reports:page_types_usage": _refuse,
    "wagtailadmin_reports:page_types_usage_results": _refuse,
}
