"""Consent in the admin: what somebody agreed to show, and where their name stands without it."""

from typing import Any

from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from organisation import mentions, states
from organisation.models import Person
from organisation.models.period import today

MOST = 40  # named in each list; the rest is found once these are mended
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
            told = self._told(who) if silent else {}
            state = states.of_person(who, today())
            return context | {"state": state, "who": who, "may_withdraw": who.may_withdraw(today())} | told

        def _told(self, who: Person) -> dict[str, Any]:
            user = self.request.user
            found, edit_url = mentions.found(who, user), AdminURLFinder(user).get_edit_url
            return {
                "mendable": [(one, edit_url(one.thing)) for one in found.mendable[:MOST]],
                "elsewhere": found.elsewhere[:MOST],
                "namesakes": [(one, edit_url(one.who)) for one in found.namesakes[:MOST]],
                "more": sum(max(len(one) - MOST, 0) for one in (found.mendable, found.elsewhere, found.namesakes)),
                "searched": True,
                "all_drafts": user.is_superuser,
            }


CONSENT = MultiFieldPanel(
    [
        ConsentState(),
        FieldPanel(
            "consent_on",
            heading="Sade ja till att synas med namn och uppdrag",
            help_text="Dagen då personen sade ja, på papper eller i ett mejl som ni har kvar; i dag eller tidigare. "
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
