"""The form after an annual meeting, filled in as a browser would send it."""

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from organisation.models import Person, Unit
from tests.build import assign, day, make_board, make_person

NEW = "new"


def board_url(unit: Unit) -> str:
    return reverse("annual_meeting:board", args=[unit.pk])


def sent_by(answer: HttpResponse) -> dict[str, Any]:
    """The fields of the step's form with the values they hold."""
    forms = BeautifulSoup(answer.content, "html.parser").select("main form")
    return max((_values(form) for form in forms), key=len)


def _values(form: Tag) -> dict[str, str]:
    found = {}
    for field in form.select("input[name]:not(template input)"):
        if field.get("type") != "checkbox" or field.has_attr("checked"):
            found[field["name"]] = field.get("value", "on" if field.get("type") == "checkbox" else "")
    for choice in form.select("select[name]:not(template select)"):
        chosen = choice.select_one("option[selected]") or choice.select_one("option")
        found[choice["name"]] = chosen["value"]
    return found


def asked(client: Client, unit: Unit, **posts: list[Any]) -> dict[str, Any]:
    """The first step with these on each post: people, or a name (with "!" for a yes). Others stay as they are."""
    form = sent_by(client.get(board_url(unit)))
    for key, people in posts.items():
        total = max(int(form[f"{key}-TOTAL_FORMS"]), len(people))
        form[f"{key}-TOTAL_FORMS"] = str(total)
        for index in range(total):
            who = people[index] if index < len(people) else ""
            prefix = f"{key}-{index}"
            for field in ("name", "agrees"):
                form.pop(f"{prefix}-{field}", None)
            form[f"{prefix}-person"] = str(who.pk) if isinstance(who, Person) else NEW if who else ""
            if isinstance(who, str) and who:
                form[f"{prefix}-name"] = who.rstrip("!")
                form |= {f"{prefix}-agrees": "on"} if who.endswith("!") else {}
    return form


def review(client: Client, unit: Unit, form: dict[str, Any]) -> HttpResponse:
    return client.post(board_url(unit), form | {"step": "review"})


def confirm(client: Client, unit: Unit, form: dict[str, Any], **accounts: str) -> HttpResponse:
    """Both steps; the second sends what the first one's answer holds."""
    answer = review(client, unit, form)
    assert answer.status_code == 200
    accounts = {name.replace("_", "-"): value for name, value in accounts.items()}
    return client.post(board_url(unit), sent_by(answer) | accounts | {"step": "confirm"}, follow=True)


def make_old_board(unit: Unit) -> dict[str, Person]:
    """Chair Asta, members Bo and Cia, since a month."""
    body = make_board(unit, chair=1, member=2)
    people = {name: make_person(unit, f"{name} Exempel") for name in ("Asta", "Bo", "Cia")}
    for name, role in (("Asta", "chair"), ("Bo", "member"), ("Cia", "member")):
        assign(people[name], body.posts.get(role=role), start_date=day(-30))
    return people
