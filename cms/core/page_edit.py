"""The forms of pages: opening a page to read it does not wait for anybody who writes, and each panel says something."""

from typing import Any

from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.editing_sessions import EditingSessionsModule
from wagtail.admin.ui.side_panels import ChecksSidePanel, StatusSidePanel
from wagtail.admin.views.pages import create, edit
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import PageSubscription

from cms.core import languages, notices
from cms.patience import Busy, impatient


class OwnPanels:
    """The panels beside a form, without what says nothing.

    Wagtail's checks read the preview's frame. Ours is the front end's, on another origin, which a script may not
    look into: the panel would count no faults and no words whatever the page holds. And the page's language is told
    where there are several.
    """

    def get_side_panels(self) -> MediaContainer:
        panels: Any = super().get_side_panels()  # type: ignore[misc]  # the view's
        shown = [panel for panel in panels if not isinstance(panel, ChecksSidePanel)]
        if not languages.several():
            for panel in shown:
                if isinstance(panel, StatusSidePanel):
                    panel.locale = None
        return MediaContainer(shown)


class PageCreateView(OwnPanels, create.CreateView):
    """Wagtail's own, with our panels."""


class PageEditView(OwnPanels, edit.EditView):
    """Wagtail notes on every GET who has the page open. When SQLite is busy, the page opens without the note.

    The editor is then not shown to others who have the page open, until it is loaded again.
    """

    def get_editing_sessions(self) -> EditingSessionsModule | None:
        try:
            with impatient():
                return super().get_editing_sessions()
        except Busy:
            return None


class _Subscriptions:
    """Wagtail's manager, for the edit view: when SQLite is busy, the subscription is not stored.

    That happens on GET only; a POST holds the write lock already, and saves what it got.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(PageSubscription.objects, name)

    def get_or_create(self, defaults: dict[str, Any], **key: Any) -> tuple[PageSubscription, bool]:
        try:
            with impatient():
                return PageSubscription.objects.get_or_create(defaults, **key)
        except Busy:
            return PageSubscription(**key, **defaults), False


class _Subscription:
    objects = _Subscriptions()


# The view does both in the middle of long methods, and their names are the only places to take hold of.
edit.PageSubscription = _Subscription
edit.send_notification = notices.comments_changed

# For the base of all page types: in the place of Wagtail's own.
page_viewset = PageViewSet(add_view_class=PageCreateView, edit_view_class=PageEditView)
