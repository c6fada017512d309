"""File: a document to download, with its type and size."""

from typing import Any

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core import references
from cms.core.blocks.base import WireBlock
from cms.media.document_shapes import File
from cms.pipeline.publish.context import RenderContext


class FileBlock(WireBlock, blocks.StructBlock):
    wire_type = "file"
    Value = File

    document = DocumentChooserBlock(
        label="Dokument",
        help_text="Helst en PDF. Besökaren ser rubriken, vilken sorts fil det är och hur stor den är.",
    )
    title = blocks.CharBlock(
        required=False,
        max_length=150,
        label="Rubrik",
        help_text="Vad besökaren laddar ner, till exempel Verksamhetsberättelse 2026. Lämna tomt om dokumentets egen "
        "titel passar.",
    )

    class Meta:
        icon = "doc-full"
        label = "Fil"
        description = "Ett dokument att ladda ner: stadgar, ett protokoll, en affisch."

    def shape(self, value: Any, context: RenderContext) -> File | None:
        document = value["document"]
        return references.file(document.pk, context, title=value["title"] or "") if document else None
