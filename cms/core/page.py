"""BasePage: what every page of a site has, and how it becomes a publication."""

import unicodedata
from datetime import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Page

from cms.core import language_paths, preview, references, shapes, states, viewer
from cms.core.page_form import PageForm
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Address, Houses
from cms.pipeline.publish.kinds import Placed
from cms.pipeline.publish.publishing import publishing
from cms.pipeline.publish.shape import Shape


class BasePage(Page):
    """A page that front ends may show.

    A page type sets `wire_type`, `label` and `Content` (its shape, without what a placement adds) and extends
    `members()`.
    """

    wire_type: ClassVar[str]
    label: ClassVar[str]  # what visitors read above the title, in Swedish
    definite: ClassVar[str] = "Sidan"  # what messages to editors call it
    Content: ClassVar[type[Shape]]
    read_together: ClassVar[tuple[str, ...]] = ()  # relations that a render reads, where many pages are loaded at once
    base_form_class = PageForm
    translation_pks: list[int] | None = None  # its other languages, where many pages are loaded at once

    # Front ends show a private page to nobody: passwords and groups would promise something else.
    private_page_options: ClassVar = ["login"]

    lead = models.TextField(
        "Ingress", blank=True, max_length=600, help_text="En eller två meningar som väcker intresse."
    )
    image = models.ForeignKey(
        "media.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="Bild",
        help_text="Visas överst på sidan och på kortet i listor.",
    )
    image_alt = models.CharField(
        "Beskrivning av bilden (alt-text)",
        max_length=250,
        blank=True,
        help_text="Lämna tomt om bildens egen beskrivning passar.",
    )
    seo_image = models.ForeignKey(
        "media.SiteImage",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name="Bild när sidan delas",
        help_text="Lämna tomt om sidans egen bild ska användas.",
    )
    noindex = models.BooleanField("Visa inte sidan i sökmotorer", default=False)

    # A title is seen whole on a phone too: it wraps, and Enter makes no second line of it.
    content_panels = [
        TitleFieldPanel(
            "title",
            widget=AdminAutoHeightTextInput(attrs={"data-action": "keydown.enter->w-autosize#resize:prevent"}),
        )
    ]
    promote_panels = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("seo_image"),
                FieldPanel("noindex"),
            ],
            heading="Sökmotorer och delning",
        )
    ]

    class Meta:
        abstract = True

    # --- writing ---

    def full_clean(self, *args: object, **kwargs: object) -> None:
        # One spelling of an address: paths are compared in lower case and NFC.
        if self.slug:
            self.slug = unicodedata.normalize("NFC", self.slug).lower()
        super().full_clean(*args, **kwargs)

    def save(self, *args: object, **kwargs: object) -> object:
        scheduled = self.go_live_at and self.go_live_at > timezone.now()
        if self.live and self.first_published_at is None and not scheduled:
            # Made live by code or by a copy, without a revision: the date that sorts it must stand somewhere.
            self.first_published_at = self.last_published_at = timezone.now()
        with publishing():
            return super().save(*args, **kwargs)

    def delete(self, *args: object, **kwargs: object) -> object:
        with publishing(alone=True):
            return super().delete(*args, **kwargs)

    def add_child(self, *args: object, **kwargs: object) -> object:
        with publishing(alone=True):
            return super().add_child(*args, **kwargs)

    def move(self, *args: object, **kwargs: object) -> object:
        with publishing(alone=True):
            return super().move(*args, **kwargs)

    @staticmethod
    def _slug_is_available(slug: str, parent_page: Page | None, page: Page | None = None) -> bool:
        """Wagtail asks this for every page that is saved, and of the slugs that it makes up itself."""
        if parent_page is not None and language_paths.is_taken(slug, parent_page):
            return False
        return bool(Page._slug_is_available(slug, parent_page, page))

    # --- addresses ---

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Wagtail's "View live" leads to the front end."""
        address = Houses().locate(self.path, self.url_path) if self.path else None
        return (address.house.site_id, address.house.base_url, address.path) if address else None

    # --- preview ---

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        return preview.respond(self, request)

    # --- rendering ---

    @classmethod
    def read_more(cls, pages: list[Any]) -> None:
        """Read for all of them together what a render will ask each for."""
        prefetch_related_objects(pages, *cls.read_together)

    def published_time(self) -> datetime | None:
        """The date that front ends show; an editor's own where the type has one."""
        return self.first_published_at

    def wire_tags(self, context: RenderContext) -> list[shapes.Tag]:
        return []

    def wire_authors(self, context: RenderContext) -> list[shapes.Author]:
        return []

    def carried(self, own: Placed, context: RenderContext) -> tuple[Placed, ...]:
        """Where other sites show it, beside its own place."""
        return ()

    def card_members(self, address: Address, context: RenderContext) -> dict[str, object]:
        """What the card holds, and the whole page too."""
        return {
            "id": context.identity("page", self.pk),
            "type": self.wire_type,
            "label": self.label,
            "title": self.title,
            "language": self.locale.language_code,
            "home_site": address.house.slug,
            "canonical_url": address.url,
            "lead": self.lead,
            "image": references.image(self.image_id, context, alt=self.image_alt),
            "tags": self.wire_tags(context),
            "authors": self.wire_authors(context),
            "published_at": self.published_time(),
            "updated_at": self.last_published_at,
        }

    def members(self, address: Address, context: RenderContext) -> dict[str, object]:
        """What the whole page holds beside the card's members. Page types extend it."""
        return {
            "translations": self._translations(context),
            "body": [],
            "first_published_at": self.first_published_at,
            "correction": None,
            "seo": shapes.Seo(
                title=self.seo_title or self.title,
                description=self.search_description or self.lead,
                image=self._shared_image(context),
                noindex=self.noindex,
            ),
        }

    def _shared_image(self, context: RenderContext) -> shapes.Image | None:
        """Where the page is shared: its own image, with the page's words for it, unless there is another."""
        if self.seo_image_id in (None, self.image_id):
            return references.image(self.image_id, context, alt=self.image_alt)
        return references.image(self.seo_image_id, context)

    def _translations(self, context: RenderContext) -> list[shapes.Translation]:
        if self.translation_pks is None:  # a draft that is looked at
            others = Page.objects.filter(translation_key=self.translation_key).exclude(pk=self.pk)
            self.translation_pks = list(others.order_by("locale__language_code").values_list("pk", flat=True))
        found = [references.public_page(pk, context) for pk in self.translation_pks]
        return [
            shapes.Translation(
                language=page.language, id=page.id, path=page.address.path, url=page.address.url, title=page.title
            )
            for page in found
            if page
        ]

    @property
    def status_string(self) -> str:
        return states.words(self)

    def get_admin_display_title(self) -> str:
        return viewer.title(self)

    def __str__(self) -> str:
        return self.title
