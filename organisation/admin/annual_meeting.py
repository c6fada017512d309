"""Efter årsmötet: the whole new board in one form, looked over before it is done, and the editors' accounts with it."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from cms.pipeline.publish.errors import RenderRefused
from cms.sites import editors, invitation
from organisation.admin import meeting_result
from organisation.admin.accounts_form import NOBODY_LEFT, AccountsForm, offers
from organisation.admin.board_form import BoardForm, with_more_rows
from organisation.admin.carry_out import carry_out, send_later
from organisation.admin.review import publisher_hint, review
from organisation.board.applying import Stale
from organisation.board.changes import Unreadable, changes, pack, unpack
from organisation.board.plan import plan
from organisation.board.reading import read
from organisation.models import Unit
from organisation.models.period import today

LABEL = "Efter årsmötet"
MORE = "more:"


def own_units(user: Any) -> "QuerySet[Unit]":
    """The units whose board the user may change: one that has ceased holds no meeting."""
    own = policy_registry.get_by_type(Unit).instances_user_has_permission_for(user, "change")
    return own.filter(Q(dissolution_date=None) | Q(dissolution_date__gt=today()))


class MeetingView(WagtailAdminTemplateMixin, View):
    """What the pages have in common. A unit of somebody else's answers like one that never was."""

    page_title = LABEL
    header_icon = "calendar-check"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.own = own_units(request.user).select_related("frontend__site")
        if "pk" in kwargs:
            self.unit = get_object_or_404(self.own, pk=kwargs["pk"])

    def address(self) -> str:
        return reverse("annual_meeting:board", args=[self.unit.pk])

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": reverse("annual_meeting:index"), "label": LABEL}]


class ChooseView(MeetingView):
    """Which unit? Who has just one is taken straight to it."""

    template_name = "organisation/admin/annual_meeting/choose.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        units = list(self.own)
        if not units:
            raise Http404
        if len(units) == 1:
            return HttpResponseRedirect(reverse("annual_meeting:board", args=[units[0].pk]))
        return self.render_to_response(self.get_context_data(units=units))


class BoardView(MeetingView):
    """Fill in, look over, confirm. Each step sends all that was filled in; nothing is kept between them."""

    def get_page_subtitle(self) -> str:
        return self.unit.name

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._fill_in(BoardForm(read(self.unit)))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        step = request.POST.get("step", "")
        board = read(self.unit)
        more = step.startswith(MORE)
        form = BoardForm(board, with_more_rows(request.POST, step.removeprefix(MORE)) if more else request.POST)
        try:
            seen = unpack(request.POST.get("seen", ""), self.unit.pk)
        except Unreadable:
            return self._start_over()
        told = changes(seen, board)
        if not form.is_whole:  # half a form, or one from before a post was added
            return self._fill_in(BoardForm(board), stale=told) if told else self._start_over()
        if step not in ("review", "confirm") or not form.is_valid():
            return self._fill_in(form, seen=request.POST["seen"])
        planned = plan(board, form.asked())
        if told and not planned.is_empty:
            return self._fill_in(form, stale=told)
        data = request.POST if step == "confirm" else None
        accounts = AccountsForm(offers(self.unit, board, planned, request.user), data)
        if step == "review" or not accounts.is_valid():
            return self._review(form, accounts, planned)
        return self._confirm(form, accounts, seen)

    def _start_over(self) -> HttpResponse:
        messages.error(self.request, "Formuläret kom inte fram helt. Här är styrelsen som den är nu: fyll i igen.")
        return HttpResponseRedirect(self.address())

    def _confirm(self, form: BoardForm, accounts: AccountsForm, seen: Any) -> HttpResponse:
        request, user = self.request, self.request.user
        try:
            done = carry_out(self.unit, form.asked(), seen, accounts, user)
        except Stale as stale:
            return self._fill_in(BoardForm(read(self.unit), request.POST), stale=stale.changes)
        except editors.LastEditor:
            messages.error(request, NOBODY_LEFT)
            return HttpResponseRedirect(self.address())
        except RenderRefused as refusal:
            messages.error(request, f"{refusal} Ingenting har ändrats.")
            return self._fill_in(form, seen=request.POST["seen"])
        send_later(request, self.unit.frontend, done.letters, user)
        for address in done.closed:
            messages.warning(request, f"Kontot för {address} är stängt. Be den som sköter kontona att öppna det.")
        if user in done.removed:
            logout(request)
            told = meeting_result.sentence(done)
            messages.success(request, f"{told} Du är inte längre redaktör för {self.unit}. Tack för din tid!")
            return HttpResponseRedirect(reverse("wagtailadmin_login"))
        meeting_result.keep(request, self.unit, done)
        return HttpResponseRedirect(reverse("annual_meeting:done", args=[self.unit.pk]))

    def _fill_in(self, form: BoardForm, seen: str = "", stale: list[str] | None = None) -> HttpResponse:
        """`stale`: what somebody else has changed; the form then stands on the board as it is now."""
        pending = editors.pending(self.unit.frontend) if self.unit.frontend else []
        return self._page("fill_in", form=form, seen=seen or pack(form.board), stale=stale, pending=pending)

    def _review(self, form: BoardForm, accounts: AccountsForm, planned: Any) -> HttpResponse:
        looked_over = review(form.board, planned)
        return self._page(
            "review",
            form=form,
            seen=self.request.POST["seen"],
            accounts=accounts,
            review=looked_over,
            publisher=publisher_hint(self.unit.frontend, looked_over.leaders),
        )

    def _page(self, name: str, **context: Any) -> HttpResponse:
        self.template_name = f"organisation/admin/annual_meeting/{name}.html"
        return self.render_to_response(self.get_context_data(unit=self.unit, **context))


class DoneView(MeetingView):
    """What was just done, on a page of its own."""

    template_name = "organisation/admin/annual_meeting/done.html"

    def get_page_subtitle(self) -> str:
        return self.unit.name

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        result = meeting_result.kept(request, self.unit)
        if result is None:
            return HttpResponseRedirect(self.address())
        pending = editors.pending(self.unit.frontend) if self.unit.frontend else []
        return self.render_to_response(self.get_context_data(unit=self.unit, result=result, pending=pending))


class InvitationView(MeetingView):
    """Send an invitation once more, or take it back, while it is not answered."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        frontend, number = self.unit.frontend, request.POST.get("user", "")
        known = frontend is not None and number.isascii() and number.isdecimal() and len(number) < 19
        user = editors.pending(frontend).filter(pk=number).first() if known else None
        if user is None:
            messages.info(request, "Inbjudan är redan besvarad eller borttagen.")
        elif request.POST.get("do") == "withdraw":
            invitation.withdraw(frontend, user, request.user)
            messages.success(request, f"Inbjudan till {user.email} är borttagen.")
        else:
            send_later(request, frontend, [user], request.user)
        return HttpResponseRedirect(self.address())


class MeetingMenuItem(MenuItem):
    """Shown to those who have a board to change."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy_registry.get_by_type(Unit).user_has_permission(request.user, "change")


def menu_item() -> MenuItem:
    return MeetingMenuItem(LABEL, reverse("annual_meeting:index"), icon_name="calendar-check", order=170)


urls = (
    [
        path("", ChooseView.as_view(), name="index"),
        path("<int:pk>/", BoardView.as_view(), name="board"),
        path("<int:pk>/klart/", DoneView.as_view(), name="done"),
        path("<int:pk>/inbjudan/", InvitationView.as_view(), name="invitation"),
    ],
    "annual_meeting",
)
