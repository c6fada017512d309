"""Embed: a film, a sound or a map that another site serves. Nothing of theirs is loaded before the visitor agrees."""

from typing import Any

from django.core.exceptions import ValidationError
from pydantic import Field
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.core import references
from cms.core.blocks.base import WireBlock
from cms.core.blocks.link import LinkBlock
from cms.core.links import Link
from cms.media.embeds.media import Kind
from cms.media.embeds.providers import find, providers
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Embed(Shape):
    """A player of somebody else's. Load `embed_url` in a frame, titled `title`, when the visitor has agreed to it.

    `provider`: its name, to show. `url`: the page at the provider, to link to. `thumbnail`: our own copy of a picture,
    decoration beside the title. `transcript`: the same in writing.
    """

    kind: Kind
    provider: str
    title: str
    url: str
    embed_url: str
    aspect_ratio: float | None = Field(
        gt=0, description="The player's width divided by its height; null for a bar of sound, some 160 pixels high."
    )
    thumbnail: Image | None
    caption: str
    transcript: Link | None


class WrittenBlock(LinkBlock):
    """What is said, in writing: no mail address or telephone number holds that.

    Their boxes are left out by link.css, and not by the block: its definition stands in migrations.
    """

    class Meta:
        form_classname = "struct-block grenverk-written"


class EmbedBlock(WireBlock, blocks.StructBlock):
    wire_type = "embed"
    Value = Embed

    url = blocks.CharBlock(
        max_length=500,
        label="Adress",
        help_text="Öppna filmen, ljudet eller kartan hos den som visar den, och kopiera adressen därifrån.",
    )
    title = blocks.CharBlock(
        max_length=150,
        label="Rubrik",
        help_text="Vad man får se eller höra. Läses upp för den som inte ser bilden.",
    )
    thumbnail = ImageChooserBlock(
        required=False,
        label="Bild som visas innan",
        help_text="Lämna tomt om bilden ska hämtas från den som visar filmen. Den kommer då efter en liten stund.",
    )
    caption = blocks.CharBlock(
        required=False, max_length=250, label="Bildtext", help_text="Syns under filmen, ljudet eller kartan."
    )
    transcript = WrittenBlock(
        required=False,
        label="Samma sak i skrift",
        help_text="En sida eller fil med det som sägs, för den som inte hör. Fyll i en av rutorna.",
    )

    class Meta:
        icon = "media"
        label = "Film, ljud eller karta"
        description = "Något från YouTube eller en annan webbplats, som hämtas först när besökaren säger ja."

    def clean(self, value: Any) -> Any:
        wrong: dict[str, Exception] = {}
        _, media = find(value["url"]) if value["url"] else (None, None)
        if value["url"] and media is None:
            wrong["url"] = ValidationError(refusal(value["url"]))
        try:
            cleaned = super().clean(value)
        except StructBlockValidationError as error:  # all that is wrong is told at once
            raise StructBlockValidationError(block_errors=wrong | error.block_errors) from error
        if wrong:
            raise StructBlockValidationError(block_errors=wrong)
        if media:  # else it is a draft
            cleaned["url"] = media.url
        return cleaned

    def shape(self, value: Any, context: RenderContext) -> Embed | None:
        provider, media = find(value["url"] or "")
        if provider is None or media is None:
            return None  # not allowed any more
        image = value["thumbnail"]
        return Embed(
            kind=provider.kind,
            provider=provider.name,
            title=value["title"],
            url=media.url,
            embed_url=media.embed_url,
            aspect_ratio=media.aspect_ratio,
            thumbnail=references.image(image.pk, context, decorative=True)
            if image
            else references.embed_picture(media, value["title"], context),
            caption=value["caption"] or "",
            transcript=self.child_blocks["transcript"].link(value["transcript"], context, "Läs i stället"),
        )


def refusal(text: str) -> str:
    """Why an address is not taken, and what to do."""
    if "<" in text:
        return "Klistra in adressen till sidan, inte koden för att bädda in den."
    provider, _ = find(text)
    if provider:
        what = {"video": "en film", "audio": "ett avsnitt", "map": "ett ställe på kartan"}[provider.kind]
        return f"Adressen leder till {provider.name}, men inte till {what}. Den ska se ut så här: {provider.example}"
    names = [provider.name for provider in providers()]
    listed = f"{', '.join(names[:-1])} och {names[-1]}" if len(names) > 1 else "".join(names) or "ingen just nu"
    return f"Därifrån går det inte att bädda in något. Det som går är {listed}. Lägg annars in en vanlig länk."
