"""The form for a whole board: the day, and for each post rows with who holds it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BaseFormSet, formset_factory

from cms.core import dates
from organisation.board.places import Board, Known, Place, same_name
from organisation.board.plan import Asked, Newcomer, Who, of_register
from organisation.choices import UNSHOWN
from organisation.models import Person
from organisation.models.period import today

NEW = "new"
SPARE_ROWS = 2  # empty ones below those who hold a post of several
MORE_ROWS = 3
MOST_ROWS = 40
EARLIEST, LATEST = timedelta(days=2 * 365), timedelta(days=365)


class DayForm(forms.Form):
    day = forms.DateField(
        label="Mötets dag",
        help_text="Den nya styrelsen gäller från den dagen. Dagen får ligga framåt: då byts styrelsen av sig själv.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": "Fyll i vilken dag mötet var."},
    )

    def clean_day(self) -> date:
        day: date = self.cleaned_data["day"]
        first, last = today() - EARLIEST, today() + LATEST
        if not first <= day <= last:
            raise ValidationError(f"Välj en dag mellan {dates.day(first)} och {dates.day(last)}. Stämmer året?")
        return day


class RowForm(forms.Form):
    """One who holds the post: somebody of the register, or a name that is new."""

    person = forms.ChoiceField(
        required=False, error_messages={"invalid_choice": "Personen finns inte i enhetens register. Välj någon annan."}
    )
    name = forms.CharField(
        required=False,
        max_length=Person._meta.get_field("name").max_length,
        widget=forms.TextInput(attrs={"placeholder": " ", "autocomplete": "off"}),  # empty: the style sheet asks
    )
    agrees = forms.BooleanField(required=False)

    def __init__(self, *args: Any, board: Board, choices: list[tuple[str, str]], label: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.board = board
        self.label = label
        self.fields["person"].choices = choices

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        chosen, name = data.get("person"), " ".join(data.get("name", "").split())
        if self.errors:
            return data
        if chosen == NEW and not name:
            self.add_error("name", "Skriv namnet, eller välj någon i listan.")
        elif name and chosen not in (NEW, ""):
            self.add_error("person", f"Välj ”Någon annan” om det ska vara {name}, eller ta bort namnet.")
        elif len(self.board.named(name)) > 1:
            self.add_error("name", f"Det finns flera i registret som heter {name}. Välj rätt person i listan.")
        if not self.errors:
            data["who"] = Newcomer(name, data["agrees"]) if name else int(chosen) if chosen else None
        return data

    @property
    def who(self) -> Who | None:
        return getattr(self, "cleaned_data", {}).get("who")


class RowsFormSet(BaseFormSet):
    """The rows of one post, numbered where there are several."""

    place: Place

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        number = "" if not self.place.several else " __number__" if index is None else f" {index + 1}"
        return super().get_form_kwargs(index) | {"label": self.place.title + number}

    def clean(self) -> None:
        seen: set[object] = set()
        for form in self.forms:
            if form.errors or form.who is None:
                continue
            who = of_register(form.board, form.who)
            key = same_name(who.name) if isinstance(who, Newcomer) else who
            if key in seen:
                name = who.name if isinstance(who, Newcomer) else form.board.person(who).name
                form.add_error("person", f"{name} står två gånger på samma post.")
            seen.add(key)


@dataclass
class Rows:
    """A post with its rows, as the template draws them."""

    place: Place
    formset: BaseFormSet


class BoardForm:
    """`data` is what was sent, or None for a form that shows the board of the day on which it last changes."""

    def __init__(self, board: Board, data: Any = None) -> None:
        self.board = board
        self.data = data
        turn = board.turn(today())
        self.day = DayForm(data, initial={"day": turn})
        choices = _choices(board)
        self.rows = [Rows(place, _formset(place, board, choices, data, place.holders(turn))) for place in board.places]

    @property
    def is_whole(self) -> bool:
        """Whether all rows came back that a browser sends."""
        return all(
            rows.formset.management_form.is_valid() and rows.formset.total_form_count() > 0 for rows in self.rows
        )

    def is_valid(self) -> bool:
        checked = [self.day.is_valid(), *(rows.formset.is_valid() for rows in self.rows)]
        return all(checked)

    def asked(self) -> Asked:
        posts = {rows.place.key: tuple(form.who for form in rows.formset if form.who is not None) for rows in self.rows}
        return Asked(self.day.cleaned_data["day"], posts)

    def sent(self) -> Iterator[tuple[str, str]]:
        """Names and values, to be sent once more by another page."""
        names = ["day"] + [
            f"{rows.place.key}-{field}"
            for rows in self.rows
            for field in ("TOTAL_FORMS", "INITIAL_FORMS", *self._fields(rows))
        ]
        yield from ((name, self.data[name]) for name in names if name in self.data)

    def _fields(self, rows: Rows) -> Iterator[str]:
        for index in range(rows.formset.total_form_count()):
            yield from (f"{index}-{field}" for field in RowForm.base_fields)


def with_more_rows(data: Any, key: str) -> Any:
    """What was sent, with some more empty rows for one post."""
    data = data.copy()
    name = f"{key}-TOTAL_FORMS"
    if data.get(name, "").isdecimal() and len(data[name]) < 4:
        data[name] = str(min(int(data[name]) + MORE_ROWS, MOST_ROWS))
    return data


def _formset(place: Place, board: Board, choices: list[tuple[str, str]], data: Any, holding: list[int]) -> BaseFormSet:
    spare = SPARE_ROWS if place.several else int(not holding)
    made = formset_factory(RowForm, formset=RowsFormSet, extra=spare, max_num=MOST_ROWS, absolute_max=MOST_ROWS)
    made.place = place
    kwargs = {"board": board, "choices": choices}
    return made(data, prefix=place.key, initial=[{"person": str(pk)} for pk in holding], form_kwargs=kwargs)


def _choices(board: Board) -> list[tuple[str, str]]:
    names = Counter(same_name(known.name) for known in board.people)
    people = [(str(known.pk), _called(known, names[same_name(known.name)] > 1)) for known in board.people]
    return [("", "Ingen"), (NEW, "Någon annan: skriv namnet"), *people]


def _called(known: Known, has_twin: bool) -> str:
    name = f"{known.name}, nummer {known.pk} i registret" if has_twin else known.name
    return name if known.consent == "yes" else UNSHOWN.format(name=name)
