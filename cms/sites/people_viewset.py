"""PeopleViewSet: admin pages for what belongs to a site, where each site's people find only their own."""

from typing import Any, ClassVar

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from wagtail.admin.panels import Panel
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.listing import ListingView


def own(view: Any) -> "QuerySet[Any]":
    """What the user of this view may change. Everything else answers like what never existed."""
    found: QuerySet[Any] = view.permission_policy.instances_user_has_permission_for(view.request.user, "change")
    return found


class OwnIndexView(ListingView):
    """Who has just one is taken straight to it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_superuser and not self.results_only:
            mine = list(own(self)[:2])
            if len(mine) == 1:
                return HttpResponseRedirect(self.get_edit_url(mine[0]))
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def get_base_queryset(self) -> "QuerySet[Any]":
        return own(self)


class OwnEditView(generic.EditView):
    """The form without technical fields, unless a superuser asks."""

    people_panel: Panel = None

    def get_object(self, queryset: "QuerySet[Any] | None" = None) -> Any:
        return super().get_object(own(self))

    def get_panel(self) -> Panel:
        return self.panel if self.request.user.is_superuser else self.people_panel

    def get_form_class(self) -> Any:
        return self.panel.get_form_class()


class OwnDeleteView(generic.DeleteView):
    def get_object(self, queryset: "QuerySet[Any] | None" = None) -> Any:
        return super().get_object(own(self))


class OwnHistoryView(history.HistoryView):
    def get_base_object_queryset(self) -> "QuerySet[Any]":
        return own(self)


class OwnUsageView(usage.UsageView):
    def get_base_object_queryset(self) -> "QuerySet[Any]":
        return own(self)


class PeopleViewSet(ModelViewSet):
    """Set `edit_handler` (superusers) and `people_handler` (a site's people). Needs a SitePolicy for the model."""

    people_handler: ClassVar[Panel]
    index_view_class = OwnIndexView
    edit_view_class = OwnEditView
    delete_view_class = OwnDeleteView
    history_view_class = OwnHistoryView
    usage_view_class = OwnUsageView
    copy_view_enabled = False
    add_to_admin_menu = True

    def get_edit_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        people_panel = self.people_handler.bind_to_model(self.model)
        made: dict[str, Any] = super().get_edit_view_kwargs(people_panel=people_panel, **kwargs)
        return made

    def get_permissions_to_register(self) -> "QuerySet[Permission]":
        """None: Django's permissions would be boxes to tick that change nothing."""
        return Permission.objects.none()
