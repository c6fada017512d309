"""Taking a consent back: asked once more, done at once, and told as it is."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.log_actions import log

from cms.pipeline.publish.publishing import publishing
from cms.sites.people_viewset import own
from organisation import mentions
from organisation.admin.other_registers import showing, write_later
from organisation.admin.take_down import offered, take_down
from organisation.mentions import Reading
from organisation.models import Person
from organisation.models.period import today

WITHDRAWN = "organisation.consent.withdrawn"
DONE = "Samtycket är tillbakataget."
WENT = "{name} togs genast bort från: {places}."
NOWHERE = "Ingen sida visade {name} ur registret."
LEFT = "Namnet {name} står kvar i text på {places}. Under Samtycke ser du var, och vem som kan ändra."
TAKEN_DOWN = "Borttaget från webben tills texten är ändrad: {pages}."
NOTHING = "{name} har inget samtycke att ta tillbaka."
MOST = 10  # publications named in the message


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
            other_registers=showing(self.object),
            written=offered(self.object, self.request.user),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.object.may_withdraw(today()):
            named = mentions.naming(self.object)
            down = [one for one in offered(self.object, request.user) if str(one.pk) in request.POST.getlist("down")]
            with publishing(apart=True):  # so that what is told next is what the public reads now
                self.object.withdraw(today())
                log(self.object, WITHDRAWN, user=request.user, content_changed=True)
                take_down([one.pk for one in down], request.user)
            self._say(named, down)
            write_later(request, self.object)
        else:
            messages.info(request, NOTHING.format(name=self.object.name))
        return HttpResponseRedirect(self.edit_url)

    def _say(self, named: list[Reading], down: list[Reading]) -> None:
        """What went, and what an editor is left to do. What was not looked at is not promised."""
        name = self.object.name
        told = [DONE, WENT.format(name=name, places=_listed(named)) if named else NOWHERE.format(name=name)]
        if down:
            told.append(TAKEN_DOWN.format(pages=_listed(down)))
        messages.success(self.request, " ".join(told))
        left = len(mentions.found(self.object, self.request.user))
        if left:
            places = "ett ställe" if left == 1 else f"{left} ställen"
            messages.warning(self.request, LEFT.format(name=name, places=places))


def _listed(named: list[Reading]) -> str:
    told = [f"”{one.title}” ({one.where})" for one in named[:MOST]]
    return ", ".join([*told, f"och {len(named) - MOST} till"] if len(named) > MOST else told)
