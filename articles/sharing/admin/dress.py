"""What a site says and decides of its own around an article of another's."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.views.generic import FormView
from wagtail.admin.widgets import AdminDateTimeInput

from articles.models import ArticleIndex, Carriage
from articles.sharing import actions
from articles.sharing.admin.inbox import reached_article
from articles.sharing.admin.own import own_frontend
from articles.sharing.admin.view import SharingView
from cms.sites.models import Frontend

FUTURE = "Datumet ligger i framtiden. Välj i dag eller tidigare, eller lämna tomt."


class DressForm(forms.ModelForm):
    """Its own introduction, place and date."""

    class Meta:
        model = Carriage
        fields = ["pinned", "introduction", "under", "shown_at"]
        widgets = {"introduction": forms.Textarea(attrs={"rows": 4}), "shown_at": AdminDateTimeInput}

    def __init__(self, frontend: Frontend, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        root = frontend.site.root_page
        self.fields["under"].queryset = ArticleIndex.objects.filter(path__startswith=root.path, live=True)
        if self.fields["under"].queryset.count() < 2:
            del self.fields["under"]

    def clean_shown_at(self) -> Any:
        shown_at = self.cleaned_data["shown_at"]
        if shown_at and shown_at > timezone.now():
            raise forms.ValidationError(FUTURE)
        return shown_at


class DressView(SharingView, FormView):
    form_class = DressForm
    template_name = "articles/sharing/dress.html"
    page_title = "Hur artikeln visas hos er"
    header_icon = "edit"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.frontend = own_frontend(request.user, kwargs["slug"])
        self.article = reached_article(self.frontend, kwargs["pk"])
        self.carriage = Carriage.objects.filter(article=self.article, frontend=self.frontend).first()

    def get_page_subtitle(self) -> str:
        return self.article.title

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"frontend": self.frontend, "instance": self.carriage}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(article=self.article, frontend=self.frontend, back=self.back, **kwargs)

    def form_valid(self, form: DressForm) -> HttpResponse:
        said = {"under": self.carriage.under if self.carriage else None} | form.cleaned_data
        actions.dress(self.article, self.frontend, self.request.user, **said)
        messages.success(self.request, f"Sparat. Så visas ”{self.article.title}” nu på {self.frontend.name}.")
        return HttpResponseRedirect(self.back)

    @property
    def back(self) -> str:
        return f"{reverse('sharing:inbox')}?webbplats={self.frontend.slug}&lista=visas"
