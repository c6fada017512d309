"""PeopleViewSet: admin pages for what belongs to a site, where each site's people find only their own."""

from typing import Any, ClassVar

from django.contrib import messages
from django.contrib.auth.models import Permission
from django.db.models import ProtectedError, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.html import format_html
from wagtail.admin.panels import Panel
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton

from cms.core.listing import ListingView

ADD = "Lägg till"
STILL_USED = "{thing} kan inte tas bort, eftersom annat hör till den. Ta bort eller flytta det först."


def own(view: Any) -> "QuerySet[Any]":
    """What the user of this view may change. Everything else answers like what never existed."""
    found: QuerySet[Any] = view.permission_policy.instances_user_has_permission_for(view.request.user, "change")
    return found


class OwnIndexView(ListingView):
    """What the user may see. Who has just one, and may add no other, is taken straight to it."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not self.results_only and not self.user_has_permission("add"):
            mine = list(own(self)[:2])
            if len(mine) == 1:
                return HttpResponseRedirect(self.get_edit_url(mine[0]))
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    @cached_property
    def add_button(self) -> HeaderButton:
        """With a part of its own for what a phone has no room for, and what the heading says already."""
        add, rest = ADD, self.add_item_label.removeprefix(ADD)
        label = format_html('{}<span class="w-header-button__rest">{}</span>', add, rest)
        return HeaderButton(label, url=self.add_url, icon_name="plus")

    def get_base_queryset(self) -> "QuerySet[Any]":
        policy, user = self.permission_policy, self.request.user
        found: QuerySet[Any] = policy.instances_user_has_any_permission_for(user, ["change", "view"])
        return found


class PeoplePanelMixin:
    """The form without technical fields, unless a superuser asks."""

    people_panel: Panel | None = None
    request: HttpRequest
    panel: Panel

    def get_panel(self) -> Panel:
        return self.people_panel if self.people_panel and not self.request.user.is_superuser else self.panel

    def get_form_class(self) -> Any:
        return self.panel.get_form_class()


class OwnCreateView(PeoplePanelMixin, generic.CreateView):
    pass


class OwnEditView(PeoplePanelMixin, generic.EditView):
    def get_object(self, queryset: "QuerySet[Any] | None" = None) -> Any:
        return super().get_object(own(self))


class OwnDeleteView(generic.DeleteView):
    """What other things need is not deleted, and the user is told so."""

    def get_object(self, queryset: "QuerySet[Any] | None" = None) -> Any:
        return super().get_object(own(self))

    def form_valid(self, form: Any) -> HttpResponse:
        if self.usage and self.usage.is_protected:
            return self._still_used()
        try:
            response: HttpResponse = super().form_valid(form)
        except ProtectedError:  # raised before anything is deleted
            return self._still_used()
        return response

    def _still_used(self) -> HttpResponse:
        messages.error(self.request, STILL_USED.format(thing=f"”{self.object}”"))
        return HttpResponseRedirect(self.get_success_url())


class OwnHistoryView(history.HistoryView):
    def get_base_object_queryset(self) -> "QuerySet[Any]":
        return own(self)


class OwnUsageView(usage.UsageView):
    def get_base_object_queryset(self) -> "QuerySet[Any]":
        return own(self)


class PeopleViewSet(ModelViewSet):
    """Set `edit_handler`, and `people_handler` if a site's people get another one than superusers.

    Needs a SitePolicy for the model.
    """

    people_handler: ClassVar[Panel | None] = None
    index_view_class = OwnIndexView
    add_view_class = OwnCreateView
    edit_view_class = OwnEditView
    delete_view_class = OwnDeleteView
    history_view_class = OwnHistoryView
    usage_view_class = OwnUsageView
    copy_view_enabled = False
    add_to_admin_menu = True

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        people_panel = self.people_handler and self.people_handler.bind_to_model(self.model)
        made: dict[str, Any] = super().get_common_view_kwargs(people_panel=people_panel, **kwargs)
        return made

    def get_permissions_to_register(self) -> "QuerySet[Permission]":
        """None: Django's permissions would be boxes to tick that change nothing."""
        return Permission.objects.none()
