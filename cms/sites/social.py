"""Social: where else the site's people can be followed."""

from typing import Any, Literal

from wagtail import blocks

from cms.core.blocks.preview import PreviewedBlock
from cms.pipeline.publish.shape import Shape

SERVICES = [
    ("facebook", "Facebook"),
    ("instagram", "Instagram"),
    ("youtube", "YouTube"),
    ("mastodon", "Mastodon"),
    ("bluesky", "Bluesky"),
    ("tiktok", "TikTok"),
    ("other", "Annat"),
]


class Social(Shape):
    """An account on a service."""

    service: Literal["facebook", "instagram", "youtube", "mastodon", "bluesky", "tiktok", "other"]
    label: str
    url: str


class SocialBlock(PreviewedBlock, blocks.StructBlock):
    preview_name = "social"

    service = blocks.ChoiceBlock(choices=SERVICES, default="facebook", label="Tjänst")
    label = blocks.CharBlock(max_length=60, label="Text på länken", help_text="Till exempel Vi på Mastodon.")
    url = blocks.URLBlock(label="Adress", help_text="Adressen till er sida där, med https:// först.")

    class Meta:
        icon = "group"
        label = "Konto"
        description = "En länk till er på en annan tjänst, i sidfoten."


def accounts(stream: Any) -> list[Social]:
    return [Social(**{name: bound.value[name] for name in ("service", "label", "url")}) for bound in stream]
