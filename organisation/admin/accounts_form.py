"""The editors' accounts after a meeting: whose are taken away, and who is invited."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from wagtail.admin.utils import get_user_display_name

from cms.sites import editors
from cms.sites.models import Frontend
from organisation.board.places import Board, same_name
from organisation.board.plan import Plan
from organisation.models import Person, Unit

NOBODY_LEFT = (
    "Någon måste kunna logga in och redigera webbplatsen. Vänta med att ta bort den sista redaktören tills någon av de "
    "nya har valt sitt lösenord, och gå sedan hit igen."
)


@dataclass(frozen=True)
class Leaving:
    """Somebody who was on the board and is no longer, and their account."""

    field: str
    name: str
    account: str
    is_own: bool
    user: Any


@dataclass(frozen=True)
class Arriving:
    """Somebody on the new board who cannot edit the site. `who`: their number in the register, or their name.

    `account`: the open one that they have already, of another site or none.
    """

    field: str
    name: str
    who: int | str
    starts: bool
    account: Any = None


@dataclass
class Offers:
    """What can be done with accounts; nothing where the unit has no site, or the site no group of editors."""

    frontend: Frontend | None = None
    leaving: list[Leaving] = field(default_factory=list)
    arriving: list[Arriving] = field(default_factory=list)
    administrators: list[str] = field(default_factory=list)


def offers(unit: Unit, board: Board, plan: Plan, by: Any) -> Offers:
    if unit.frontend is None or not editors.groups(unit.frontend):
        return Offers()
    inside = editors.members(unit.frontend)
    people = Person.objects.filter(unit=unit).select_related("user")
    staying = set(people.filter(pk__in=plan.people, user__isnull=False).values_list("user", flat=True))
    gone = people.filter(pk__in=_ever(board) | plan.leaving, user__in=inside)
    gone = gone.exclude(pk__in=plan.people).exclude(user__in=staying)
    editing = set(people.filter(user__in=inside).values_list("pk", flat=True))
    editing |= set(people.filter(user__is_superuser=True).values_list("pk", flat=True))
    return Offers(
        unit.frontend,
        [
            Leaving(f"leave-{one.pk}", one.name, get_user_display_name(one.user), one.user == by, one.user)
            for one in gone
            if not one.user.is_superuser
        ],
        _arriving(board, plan, editing, {one.pk: one.user for one in people.filter(user__is_active=True)}),
        [one.name for one in gone if one.user.is_superuser],
    )


def _ever(board: Board) -> set[int]:
    """All who were on the board at any time: who kept the account then may hand it over now."""
    return {held.person for place in board.places for held in place.held}


def _arriving(board: Board, plan: Plan, editing: set[int], accounts: dict[int, Any]) -> list[Arriving]:
    """The new ones first."""
    starting = {start.who for start in plan.starts}
    before = {held.person for place in board.places for held in place.held if held.lasts_beyond(plan.day)}
    known = [person for person in board.people if person.pk in plan.people - editing]
    found = [
        Arriving(f"invite-new-{number}", one.name, same_name(one.name), starts=True)
        for number, one in enumerate(plan.newcomers)
    ]
    found += [
        Arriving(
            f"admit-{one.pk}" if one.pk in accounts else f"invite-{one.pk}",
            one.name,
            one.pk,
            starts=one.pk in starting and one.pk not in before,
            account=accounts.get(one.pk),
        )
        for one in known
    ]
    return sorted(found, key=lambda one: not one.starts)


class AccountsForm(forms.Form):
    """A box for each who leaves or has an account already, an address for each who may be invited."""

    def __init__(self, offered: Offers, data: Any = None) -> None:
        super().__init__(data)
        self.offered = offered
        for leaving in offered.leaving:
            label = f"Ta bort {leaving.name} från redaktörerna"
            self.fields[leaving.field] = forms.BooleanField(required=False, label=label)
        for arriving in offered.arriving:
            if arriving.account:
                label = f"Gör {arriving.name} till redaktör"
                self.fields[arriving.field] = forms.BooleanField(required=False, label=label)
                continue
            label = f"E-post till {arriving.name}"
            widget = forms.EmailInput(attrs={"autocomplete": "off"})
            self.fields[arriving.field] = forms.EmailField(required=False, label=label, widget=widget)

    @property
    def leaving(self) -> list[tuple[Leaving, Any]]:
        return [(one, self[one.field]) for one in self.offered.leaving]

    @property
    def arriving(self) -> list[tuple[Arriving, Any]]:
        return [(one, self[one.field]) for one in self.offered.arriving if one.starts]

    @property
    def others(self) -> list[tuple[Arriving, Any]]:
        """Those who stay on the board, without an account."""
        return [(one, self[one.field]) for one in self.offered.arriving if not one.starts]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        seen: set[str] = set()
        for arriving in (one for one in self.offered.arriving if not one.account):
            address = data.get(arriving.field, "").lower()
            if address and address in seen:
                self.add_error(arriving.field, "Adressen står redan vid någon annan.")
            seen.add(address)
        removed = self.removed()
        if removed and not editors.somebody_stays(self.offered.frontend, [user.pk for user in removed]):
            self.add_error(None, NOBODY_LEFT)
        return data

    def removed(self) -> list[Any]:
        return [one.user for one in self.offered.leaving if self.cleaned_data.get(one.field)]

    def invited(self) -> list[tuple[Arriving, str]]:
        """Each with the address that was written; who has an account needs none."""
        chosen = [(one, self.cleaned_data.get(one.field)) for one in self.offered.arriving]
        return [(one, "" if one.account else address) for one, address in chosen if address]
