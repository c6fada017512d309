"""Consent in the admin: what somebody agreed to show, and how it is taken back."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from cms.sites.people_viewset import own
from organisation import mentions, states
from organisation.models import Person
from organisation.models.period import today

WITHDRAWN = "organisation.consent.withdrawn"
DONE = "Samtycket är tillbakataget. {name} visas inte längre någonstans, på någon webbplats."
NOTHING = "{name} har inget samtycke att ta tillbaka."
WHY = (
    "Den som nämns på en partiwebbplats visar vad hen tycker politiskt, och det är en känslig uppgift. "
    "Därför publiceras bara det som personen själv har sagt ja till, och ingenting utan en dag här."
)


class ConsentState(Panel):
    """What the consent comes to today, and the way to take it back."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "organisation/admin/consent_state.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            who = Person.objects.filter(pk=self.instance.pk).first()  # as it is stored, whatever the form holds
            if who is None:
                return context
            silent = not who.agrees(today())
            edit_url = AdminURLFinder(self.request.user).get_edit_url
            named = [(mention, edit_url(mention.page)) for mention in (mentions.of(who) if silent else [])]
            state = states.of_person(who, today())
            return context | {"state": state, "who": who, "may_withdraw": who.may_withdraw(today()), "named": named}


CONSENT = MultiFieldPanel(
    [
        ConsentState(),
        FieldPanel(
            "consent_on",
            heading="Sade ja till att synas med namn och uppdrag",
            help_text="Dagen då personen sade ja, på papper eller i ett mejl som ni har kvar. "
            "Utan en dag här visas personen ingenstans.",
        ),
        FieldPanel("consent_portrait", heading="Har också sagt ja till att porträttet visas"),
        FieldPanel("consent_mailbox", heading="Har också sagt ja till att brevlådan visas"),
        FieldPanel(
            "consent_withdrawn_on",
            heading="Tog tillbaka sitt samtycke",
            help_text="Från den dagen visas personen ingenstans. Säger personen ja igen: töm fältet, och skriv den nya "
            "dagen ovan.",
        ),
    ],
    heading="Samtycke",
    help_text=WHY,
)


class WithdrawView(PermissionCheckedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Asks once more, and takes a person out of everything public at once."""

    model = Person
    permission_required = "change"
    template_name = "organisation/admin/withdraw.html"
    page_title = "Ta tillbaka samtycket"
    header_icon = "user"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.object = own(self).filter(pk=kwargs["pk"]).first()
        if self.object is None:
            raise Http404

    def get_page_subtitle(self) -> str:
        return str(self.object)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": reverse("personer:index"), "label": "Personer"},
            {"url": self.edit_url, "label": str(self.object)},
            {"url": "", "label": self.page_title},
        ]

    @property
    def edit_url(self) -> str:
        return reverse("personer:edit", args=[self.object.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        held = self.object.assignments.select_related("post__body", "post__unit", "person")
        return super().get_context_data(
            who=self.object,
            may_withdraw=self.object.may_withdraw(today()),
            held=[assignment.post for assignment in held if assignment.holds(today())],
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.may_withdraw(today()):
            self.object.withdraw(today())
            log(self.object, WITHDRAWN, user=request.user, content_changed=True)
            messages.success(request, DONE.format(name=self.object.name))
        else:
            messages.info(request, NOTHING.format(name=self.object.name))
        return HttpResponseRedirect(self.edit_url)
