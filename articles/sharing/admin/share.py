"""Visa på fler webbplatser: how far an article of one's own goes, and where it shows now."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.generic import FormView

from articles.models import Article, Offer, Reach, Share
from articles.sharing import actions, ledger
from articles.sharing.admin.own import own_article
from articles.sharing.admin.view import SharingView
from articles.sharing.carriers import State
from cms.pipeline.publish.houses import Houses
from organisation.models import Unit
from organisation.models.unit import BRANCH, DISTRICT, NATIONAL

A_PAGE = 50  # sites listed at once
BELOW = {NATIONAL: "På alla distrikts och föreningars webbplatser", DISTRICT: "På våra föreningars webbplatser"}
OFFER = {BRANCH: "Erbjud distriktet eller riksorganisationen", DISTRICT: "Erbjud riksorganisationen"}
CHOOSE = "Välj minst en."


class ShareForm(forms.Form):
    """How far it goes."""

    reach = forms.ChoiceField(label="Var får den visas?", widget=forms.RadioSelect)
    chosen = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="Vilka?", required=False, widget=forms.CheckboxSelectMultiple
    )
    offers = forms.ModelMultipleChoiceField(Unit.objects.none(), required=False, widget=forms.CheckboxSelectMultiple)
    noindex = forms.BooleanField(
        label="Be de andra att inte visa den i sökmotorer",
        required=False,
        help_text="Då hittar den som söker på nätet bara er egen.",
    )

    def __init__(self, unit: Unit, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reaches = [Reach.OWN, *([Reach.BELOW] if unit.kind != BRANCH else []), Reach.BRANCHES, Reach.CHOSEN]
        self.fields["reach"].choices = [
            (reach.value, BELOW.get(unit.kind, reach.label) if reach is Reach.BELOW else reach.label)
            for reach in reaches
        ]
        with_site = Unit.objects.filter(frontend__isnull=False).exclude(pk=unit.pk)
        self.fields["chosen"].queryset = with_site.order_by("name")
        self.fields["offers"].label = OFFER.get(unit.kind, "")
        self.fields["offers"].queryset = with_site.filter(pk__in=[above.pk for above in unit.above()])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("reach") == Reach.CHOSEN and not cleaned.get("chosen"):
            self.add_error("chosen", CHOOSE)
        return cleaned


class ShareView(SharingView, FormView):
    """The form, and below it the ledger."""

    form_class = ShareForm
    template_name = "articles/sharing/share.html"
    page_title = "Visa på fler webbplatser"
    header_icon = "site"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.article = own_article(request.user, kwargs["pk"])
        self.unit = unit_of(self.article)
        self.share = Share.objects.filter(article=self.article).first()

    def get_page_subtitle(self) -> str:
        return str(self.article.get_admin_display_title())

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"unit": self.unit}

    def get_initial(self) -> dict[str, Any]:
        if self.share is None or self.share.recalled_at:
            return {"reach": Reach.OWN}
        offered = Offer.objects.filter(article=self.article).values_list("unit", flat=True)
        return {
            "reach": self.share.reach,
            "chosen": list(self.share.chosen.values_list("pk", flat=True)),
            "offers": list(offered),
            "noindex": self.share.noindex,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = ledger.entries(self.article)
        shown = [entry for entry in found if entry.state is State.SHOWN]
        return super().get_context_data(
            article=self.article,
            share=self.share,
            entries=Paginator(found, A_PAGE).get_page(self.request.GET.get("p")),
            shown=len(shown),
            **kwargs,
        )

    def form_valid(self, form: ShareForm) -> HttpResponse:
        said = form.cleaned_data
        chosen = said["chosen"] if said["reach"] == Reach.CHOSEN else []
        with actions.publishing():
            actions.share(self.article, said["reach"], self.request.user, chosen=chosen, noindex=said["noindex"])
            actions.offer(self.article, list(said["offers"]), self.request.user)
        messages.success(self.request, self._told())
        return HttpResponseRedirect(self.request.path)

    def _told(self) -> str:
        shown = sum(entry.state is State.SHOWN for entry in ledger.entries(self.article))
        if not self.article.live:
            return "Sparat. Det gäller när artikeln är publicerad."
        if not shown:
            return "Sparat. Artikeln visas bara på er egen webbplats just nu."
        others = "1 annan webbplats" if shown == 1 else f"{shown} andra webbplatser"
        return f"Sparat. Artikeln visas nu också på {others}."


def unit_of(article: Article) -> Unit | None:
    """The unit on whose site it stands."""
    address = Houses().locate(article.path, article.url_path)
    return Unit.objects.filter(frontend__site=address.house.site_id).first() if address else None
