"""Order: what somebody fills in to get a site for a unit."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from cms.sites.models import Frontend
from home.provisioning import Area
from organisation import areas
from organisation.models import Unit
from organisation.models.area import CITY_DISTRICT, SCHEMES

# What a model calls it, and what whoever ordered wrote it as.
COLUMNS = {"base_url": "domain", "site": "domain"}


class OrderError(Exception):
    """`errors`: what is wrong, in words, by the name of the column."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{column}: {words}" for column, words in errors.items()))
        self.errors = errors

    @classmethod
    def of(cls, error: ValidationError) -> "OrderError":
        """What a model found, by the order's own columns."""
        return cls({COLUMNS.get(name, name): " ".join(words) for name, words in error.message_dict.items()})


@dataclass(frozen=True)
class Order:
    """A unit and the address of its front end.

    `kind`: `national`, `district` or `branch`, or its name in the organisation's words. `parent`: the slug of the unit
    above. `domain`: a host ("vantor.example.se"), or an address with its scheme. `area`: SCB's code or name of a
    municipality or county, or the name of a city district; several with a semicolon between. `editor`: whose address
    the first invitation goes to.
    """

    name: str
    kind: str
    slug: str
    domain: str
    parent: str = ""
    area: str = ""
    editor: str = ""

    @property
    def base_url(self) -> str:
        address = self.domain.strip().rstrip("/").lower()
        return address if "://" in address else f"https://{address}"

    @property
    def wire_kind(self) -> str:
        """The kind's name in the code."""
        wanted = self.kind.strip().casefold()
        names = {words.casefold(): kind for kind, words in settings.KIND_NAMES.items()}
        return names.get(wanted, wanted)

    def areas(self) -> tuple[Area, ...]:
        """Where the unit works. Raises OrderError for a code that is none."""
        return tuple(_area(text.strip()) for text in self.area.split(";") if text.strip())

    def check(self, parent: Unit | None = None) -> None:
        """Raise OrderError unless all of it can be made; `parent`: the unit above, where it is not stored yet."""
        errors: dict[str, str] = {}
        for step in (lambda: self._check_unit(parent), self._check_frontend, self.areas, self._check_editor):
            try:
                step()
            except OrderError as error:
                errors |= error.errors
            except ValidationError as error:
                errors |= OrderError.of(error).errors
        if errors:
            raise OrderError(errors)

    def _check_unit(self, parent: Unit | None) -> None:
        """One that has no site yet may stand already, in the register."""
        if self.wire_kind not in settings.KIND_NAMES:
            raise OrderError({"kind": f"Välj mellan {', '.join(settings.KIND_NAMES)}."})
        standing = self.standing_unit()
        if standing is None:
            self.unit(parent or self.above()).full_clean()
        elif (standing.kind, standing.name) != (self.wire_kind, self.name.strip()):
            raise OrderError({"slug": f"Kortnamnet hör redan till {standing.name} ({standing.label.lower()})."})

    def _check_frontend(self) -> None:
        self.frontend().full_clean(exclude={"site"})

    def _check_editor(self) -> None:
        try:
            validate_email(self.editor) if self.editor else None
        except ValidationError as error:
            raise OrderError({"editor": " ".join(error.messages)}) from error

    def standing_unit(self) -> Unit | None:
        """The unit of that slug, if there is one."""
        return Unit.objects.filter(slug=self.slug).select_related("frontend").first()

    def above(self) -> Unit | None:
        """The unit that it lies below. Raises OrderError if there is none of that slug."""
        if not self.parent:
            return None
        unit = Unit.objects.filter(slug=self.parent).first()
        if unit is None:
            raise OrderError({"parent": f"Det finns ingen enhet med kortnamnet ”{self.parent}”."})
        return unit

    def unit(self, parent: Unit | None) -> Unit:
        """The unit, not stored."""
        return Unit(name=self.name.strip(), slug=self.slug, kind=self.wire_kind, parent=parent)

    def frontend(self) -> Frontend:
        """The front end, not stored."""
        return Frontend(name=self.name.strip(), slug=self.slug, base_url=self.base_url)


def _area(text: str) -> Area:
    for code in sorted({text} & areas.official().keys() or areas.named(text)):
        return Area(SCHEMES[len(code)], code, areas.official()[code])
    if text.isdecimal():
        raise OrderError({"area": f"Koden {text} finns inte hos SCB."})
    return Area(CITY_DISTRICT, "", text)
