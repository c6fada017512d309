"""What a site does with all that each sender shares."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import FormView

from articles.models import Mode
from articles.sharing import actions, inbox
from articles.sharing.admin.own import own_frontend
from articles.sharing.admin.view import SharingView
from articles.sharing.federation import Federation
from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend


class SendersForm(forms.Form):
    """One choice a sender."""

    def __init__(self, frontend: Frontend, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        federation = Federation()
        receiver = federation.on(frontend.site_id)
        names = Frontend.objects.in_bulk()
        senders = inbox.senders(receiver, federation) if receiver else []
        above = [one for one in senders if receiver and one.unit in receiver.above]
        others = sorted(
            (one for one in senders if one not in above), key=lambda one: swedish_key(names[one.frontend].name)
        )
        for sender in [*above, *others]:
            self.fields[names[sender.frontend].slug] = forms.ChoiceField(
                label=names[sender.frontend].name,
                choices=Mode.choices,
                initial=federation.mode(receiver, sender) if receiver else None,
            )


class SendersView(SharingView, FormView):
    form_class = SendersForm
    template_name = "articles/sharing/senders.html"
    page_title = "Vad ni tar in från andra"
    header_icon = "cogs"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.frontend = own_frontend(request.user, kwargs["slug"])

    def get_page_subtitle(self) -> str:
        return self.frontend.name

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"frontend": self.frontend}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(frontend=self.frontend, **kwargs)

    def form_valid(self, form: SendersForm) -> HttpResponse:
        senders = Frontend.objects.in_bulk(form.changed_data, field_name="slug")
        with publishing():
            for slug in form.changed_data:
                actions.subscribe(self.frontend, senders[slug], form.cleaned_data[slug])
        messages.success(self.request, "Sparat.")
        return HttpResponseRedirect(f"{reverse('sharing:inbox')}?webbplats={self.frontend.slug}")
