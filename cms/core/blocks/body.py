"""The body: which blocks a text may be made of, and the union that the schema shows."""

from functools import reduce
from operator import or_
from typing import Annotated

from pydantic import Field
from wagtail.fields import StreamField

from cms.core.blocks.accordion import AccordionBlock
from cms.core.blocks.base import WireBlock
from cms.core.blocks.button import ButtonBlock
from cms.core.blocks.cards import CardsBlock
from cms.core.blocks.contact import ContactBlock
from cms.core.blocks.embed import EmbedBlock
from cms.core.blocks.file import FileBlock
from cms.core.blocks.gallery import GalleryBlock
from cms.core.blocks.heading import HeadingBlock
from cms.core.blocks.hero import HeroBlock
from cms.core.blocks.image import ImageBlock
from cms.core.blocks.latest_articles import LatestArticlesBlock
from cms.core.blocks.paragraph import ParagraphBlock
from cms.core.blocks.quote import QuoteBlock
from cms.core.blocks.stream import stream_field
from cms.core.blocks.table import TableBlock

# In the order in which the chooser offers them.
BLOCKS: list[type[WireBlock]] = [
    ParagraphBlock,
    HeadingBlock,
    QuoteBlock,
    AccordionBlock,
    TableBlock,
    ImageBlock,
    GalleryBlock,
    EmbedBlock,
    HeroBlock,
    ButtonBlock,
    FileBlock,
    CardsBlock,
    ContactBlock,
    LatestArticlesBlock,
]

BodyBlock = Annotated[reduce(or_, (block.Shape for block in BLOCKS)), Field(discriminator="type")]


def body_field(verbose_name: str = "Innehåll") -> StreamField:
    """The stream field of a text."""
    return stream_field([(block.wire_type, block()) for block in BLOCKS], blank=True, verbose_name=verbose_name)
