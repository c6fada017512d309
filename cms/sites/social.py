"""Social: where else the site's people can be followed."""

from typing import Any, Literal

from wagtail import blocks

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


class SocialBlock(blocks.StructBlock):
    service = blocks.ChoiceBlock(choices=SERVICES, default="facebook", label="Tjänst")
    label = blocks.CharBlock(max_length=60, label="Text på länken")
    url = blocks.URLBlock(label="Adress")

    class Meta:
        icon = "group"
        label = "Konto"


def accounts(stream: Any) -> list[Social]:
    return [Social(**{name: bound.value[name] for name in ("service", "label", "url")}) for bound in stream]
