"""What Wagtail's page of changes says of people: by the name that whoever looks at it may read."""

from django.db import models
from wagtail.admin.compare import ForeignObjectComparison, register_comparison_class

from organisation.choices import called
from organisation.models import Person

GONE = "En person som inte finns i registret längre"


def register() -> None:
    """Wagtail itself writes `str(person)`, whoever looks."""
    register_comparison_class(models.ForeignKey, to=Person, comparison_class=PersonComparison)


class PersonComparison(ForeignObjectComparison):
    def get_objects(self) -> tuple[str, str]:
        return _called(self.val_a), _called(self.val_b)


def _called(pk: int | None) -> str:
    if pk is None:
        return ""
    return next((name for _, name in called(Person.objects.filter(pk=pk))), GONE)
