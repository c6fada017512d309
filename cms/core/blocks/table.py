"""Table: short facts in rows and columns.

Wagtail's typed table, and not its TableBlock: that one draws a spreadsheet of its own, which a thumb can neither
scroll nor fill in. Here every cell is an ordinary field.
"""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock, TypedTableBlockValidationError

from cms.core.blocks.base import WireBlock
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape

MAX_COLUMNS = 10
MAX_ROWS = 100
MAX_HEADING = 150


class Table(Shape):
    """Cells of plain text, as many in every row. The first row or column may hold headings; `caption` may be empty."""

    caption: str
    header_row: bool
    header_column: bool
    rows: list[list[str]]


class CellsBlock(TypedTableBlock):
    """Columns with headings, rows with plain text."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__([("text", blocks.CharBlock(required=False, max_length=500, label="Text"))], **kwargs)

    def clean(self, table: Any) -> Any:
        cleaned = super().clean(table)
        if len(cleaned.columns) > MAX_COLUMNS or len(cleaned.row_data) > MAX_ROWS:
            raise _refusal(f"En tabell får ha högst {MAX_COLUMNS} kolumner och {MAX_ROWS} rader.")
        if any(len(column["heading"]) > MAX_HEADING for column in cleaned.columns) or len(cleaned.caption) > 250:
            raise _refusal(f"Korta rubrikerna: högst {MAX_HEADING} tecken i en kolumnrubrik, 250 i tabellens rubrik.")
        if not (cleaned.columns and cleaned.row_data) and not self.is_deferred_validation:
            raise _refusal("Lägg till minst en kolumn och en rad.")
        return cleaned


def _refusal(words: str) -> TypedTableBlockValidationError:
    return TypedTableBlockValidationError(non_block_errors=[ValidationError(words)])


class TableBlock(WireBlock, blocks.StructBlock):
    wire_type = "table"
    Value = Table

    table = CellsBlock(
        label="Tabell",
        help_text="Lägg först till kolumner, sedan rader. Lämna kolumnernas rubriker tomma om de inte behövs.",
    )
    header_column = blocks.BooleanBlock(
        required=False, default=False, label="Första kolumnen är rubriker", help_text="Till exempel namn eller datum."
    )

    class Meta:
        icon = "table"
        label = "Tabell"
        description = "Korta uppgifter i rader och kolumner, till exempel dagar och platser."

    def shape(self, value: Any, context: RenderContext) -> Table | None:
        table = value["table"]
        headings = [column["heading"] or "" for column in table.columns]
        rows = [[cell or "" for cell in row["values"]] for row in table.row_data]
        if not headings or not rows:
            return None
        header_row = any(headings)
        return Table(
            caption=table.caption or "",
            header_row=header_row,
            header_column=value["header_column"],
            rows=[headings, *rows] if header_row else rows,
        )
