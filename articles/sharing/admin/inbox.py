"""Erbjudna artiklar: what others hold out to one's own site, what it shows, and what it hides."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views import View
from django.views.generic import TemplateView

from articles.models import Article
from articles.sharing import actions
from articles.sharing.admin.own import own_frontend, own_frontends
from articles.sharing.admin.view import SharingView
from articles.sharing.federation import Federation
from articles.sharing.inbox import held as as_held
from articles.sharing.inbox import hidden, reaching, shown, waiting
from cms.sites.models import Frontend

A_PAGE = 20
TABS = {"vantar": "Väntar på svar", "visas": "Visas hos oss", "dolda": "Dolda"}
EMPTY = {
    "vantar": "Ingen artikel väntar på svar. Här hamnar det som andra vill visa hos er.",
    "visas": "Ni visar ingen artikel från någon annan just nu.",
    "dolda": "Ni har inte dolt någon artikel.",
}


class InboxView(SharingView, TemplateView):
    """One of the user's sites at a time."""

    template_name = "articles/sharing/inbox.html"
    page_title = "Erbjudna artiklar"
    header_icon = "mail"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.frontends = list(own_frontends(request.user))
        asked = request.GET.get("webbplats", "")
        found = [one for one in self.frontends if one.slug == asked] if asked else self.frontends
        if not found:
            raise Http404
        self.frontend = found[0]
        self.tab = request.GET.get("lista", "vantar")
        if self.tab not in TABS:
            raise Http404

    def get_page_subtitle(self) -> str:
        return self.frontend.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        lists = lists_of(self.frontend)
        page = Paginator(lists[self.tab], A_PAGE).get_page(self.request.GET.get("p"))
        rows = as_held(self.frontend, Article.objects.filter(pk__in=[one.pk for one in page]))
        order = {one.pk: number for number, one in enumerate(page)}
        return super().get_context_data(
            frontend=self.frontend,
            frontends=self.frontends,
            tabs=[(name, label, lists[name].count(), name == self.tab) for name, label in TABS.items()],
            tab=self.tab,
            page=page,
            rows=sorted(rows, key=lambda row: order[row.article.pk]),
            empty=EMPTY[self.tab],
            **kwargs,
        )


def lists_of(frontend: Frontend) -> "dict[str, QuerySet[Article]]":
    """The articles of others by what the site does with them."""
    federation = Federation()
    receiver = federation.on(frontend.site_id)
    if receiver is None:
        return dict.fromkeys(TABS, Article.objects.none())
    return {
        "vantar": waiting(receiver, federation),
        "visas": shown(receiver),
        "dolda": hidden(receiver, federation),
    }


class ChooseView(View):
    """A button of the list: take it in, or hide it."""

    act = ""

    def post(self, request: HttpRequest, slug: str, pk: int) -> HttpResponse:
        frontend = own_frontend(request.user, slug)
        article = reached_article(frontend, pk)
        if self.act == "take":
            actions.take(article, frontend, request.user)
            messages.success(request, f"”{article.title}” visas nu på {frontend.name}.")
        else:
            actions.hide(article, frontend, request.user)
            messages.success(request, f"”{article.title}” visas inte på {frontend.name}.")
        return HttpResponseRedirect(f"{reverse('sharing:inbox')}?webbplats={slug}")


def reached_article(frontend: Frontend, pk: int) -> Article:
    """One that reaches the site; any other answers like one that never was."""
    federation = Federation()
    receiver = federation.on(frontend.site_id)
    found = reaching(receiver, federation).filter(pk=pk).first() if receiver else None
    if found is None or not as_held(frontend, Article.objects.filter(pk=found.pk)):
        raise Http404
    return found
