"""FrontendOrigin: which other browser origins may read a site."""

from django.core.validators import RegexValidator
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

origin_form = RegexValidator(r"^https?://[a-z0-9.\-]+(:[0-9]{1,5})?$", "Skriv till exempel https://www.example.se")


class FrontendOrigin(Orderable):
    """A further origin whose pages may read the site in a browser, besides the front end's own."""

    frontend = ParentalKey("sites.Frontend", on_delete=models.CASCADE, related_name="origins")
    origin = models.CharField("Adress", max_length=200, validators=[origin_form])

    class Meta(Orderable.Meta):
        verbose_name = "tillåten adress"
        verbose_name_plural = "tillåtna adresser"
        constraints = [models.UniqueConstraint(fields=["frontend", "origin"], name="one_origin_a_frontend")]

    def __str__(self) -> str:
        return self.origin
