"""Doing what was confirmed after a meeting: board and accounts in one transaction, the letters after it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from cms.pipeline.publish.publishing import publishing
from cms.sites import editors, invitation
from cms.sites.models import Frontend
from organisation.admin.accounts_form import AccountsForm
from organisation.admin.review import Review, review
from organisation.board.applying import Applied, apply
from organisation.board.changes import Seen
from organisation.board.plan import Asked
from organisation.models import Person, Unit


@dataclass
class Done:
    """`letters` are to be written to those users; `closed` are addresses."""

    summary: Review
    removed: list[Any] = field(default_factory=list)
    letters: list[Any] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)


def carry_out(unit: Unit, asked: Asked, seen: Seen, accounts: AccountsForm, by: Any) -> Done:
    """Raises Stale, LastEditor or RenderRefused; then nothing at all has been done."""
    with publishing(apart=True):
        applied = apply(unit, asked, seen, by)
        done = Done(review(applied.board, applied.plan))
        frontend = accounts.offered.frontend
        if frontend:
            done.removed = editors.remove(frontend, accounts.removed(), by)
            _invite(frontend, applied, accounts, done, by)
        return done


def _invite(frontend: Frontend, applied: Applied, accounts: AccountsForm, done: Done, by: Any) -> None:
    for arriving, address in accounts.invited():
        name = arriving.who
        person = applied.newcomers.get(name) if isinstance(name, str) else Person.objects.get(pk=name)
        try:
            if arriving.account:
                invited = invitation.admit(frontend, arriving.account, by)
            else:
                invited = invitation.invite(frontend, address, arriving.name, by)
        except invitation.Closed as closed:
            done.closed.append(str(closed))
            continue
        if person is not None and person.user_id != invited.user.pk:
            person.user = invited.user
            person.save()
            log(person, "wagtail.edit", user=by)
        if invited.is_new:
            done.letters.append(invited.user)


def send_later(request: HttpRequest, frontend: Frontend | None, users: Iterable[Any], by: Any) -> None:
    """Write to each once everything is committed; the editor is told how it went."""
    for user in users:
        transaction.on_commit(partial(_send, request, frontend, user, by))


def _send(request: HttpRequest, frontend: Frontend, user: Any, by: Any) -> None:
    sent = bool(user.email) and invitation.send(frontend, user, by)
    if user.has_usable_password():
        joined = f"{get_user_display_name(user)} hade redan ett konto och är nu redaktör med det."
        told = "Ett brev om det är skickat." if sent else "Inget brev gick att skicka: säg till hen."
        messages.success(request, f"{joined} {told}")
    elif sent:
        messages.success(request, f"Ett brev med inbjudan är skickat till {user.email}.")
    else:
        messages.warning(
            request,
            f"Brevet till {user.email} gick inte att skicka just nu. Kontot finns: skicka inbjudan igen om en stund.",
        )
