"""Dra tillbaka överallt: asked once more, done at once."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.actions.unpublish_page import UnpublishPageAction

from articles.models import Share
from articles.sharing import actions, ledger
from articles.sharing.admin.own import own_article
from articles.sharing.admin.view import SharingView
from articles.sharing.carriers import State
from cms.core import announce


class RecallForm(forms.Form):
    reason = forms.CharField(label="Varför?", max_length=250, help_text="De som har visat artikeln får läsa det.")
    here_too = forms.BooleanField(label="Ta bort den från er egen webbplats också", required=False, initial=True)


class RecallView(SharingView, FormView):
    """Takes an article off every site."""

    form_class = RecallForm
    template_name = "articles/sharing/recall.html"
    page_title = "Dra tillbaka överallt"
    header_icon = "undo"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.article = own_article(request.user, kwargs["pk"])
        if not Share.objects.filter(article=self.article, recalled_at=None).exists():
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.article.get_admin_display_title())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        shown = [entry for entry in ledger.entries(self.article) if entry.state is State.SHOWN]
        return super().get_context_data(article=self.article, shown=shown, **kwargs)

    def form_valid(self, form: RecallForm) -> HttpResponse:
        with actions.publishing(), announce.listening():
            actions.recall(self.article, form.cleaned_data["reason"], self.request.user)
            if form.cleaned_data["here_too"] and self.article.live:
                UnpublishPageAction(self.article, user=self.request.user).execute(skip_permission_checks=True)
        messages.success(self.request, "Artikeln är tillbakadragen. Ingen annan webbplats visar den längre.")
        return HttpResponseRedirect(reverse("sharing:share", args=[self.article.pk]))
