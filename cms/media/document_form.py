"""Wagtail's document form with a guarded door, for single and multiple uploads and the chooser alike."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm

from cms.media import document_guard
from cms.media.document import SiteDocument
from cms.media.document_types import TYPES

ACCEPT = ",".join(f".{ending}" for ending in TYPES)


class GuardedDocumentField(WagtailDocumentField):
    """Refuses in Swedish, before anything is stored."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help_text = (
            "PDF passar bäst: den ser likadan ut för alla. Även Word, Excel, PowerPoint, OpenDocument, text och "
            f"kalenderfiler. {document_guard.too_large().split('. ')[1]}."
        )
        self.widget.attrs["accept"] = ACCEPT
        # The multiple upload shows this one itself, in the browser.
        self.error_messages["file_too_large_unknown_size"] = document_guard.too_large()
        self.error_messages["empty"] = "Filen är tom. Öppna den på datorn, spara den på nytt och försök igen."

    def to_python(self, data: UploadedFile | None) -> UploadedFile | None:
        """Check what was uploaded."""
        if data not in self.empty_values:
            document_guard.check_document(data)
        return super().to_python(data)


class SiteDocumentForm(BaseDocumentForm):
    """The document form of the whole admin; see WAGTAILDOCS_DOCUMENT_FORM_BASE."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            field = self.fields["file"]
            self.fields["file"] = GuardedDocumentField(
                label=field.label, required=field.required, widget=field.widget, max_length=None
            )

    def save(self, commit: bool = True) -> SiteDocument:
        """Save, and delete a replaced original only after the commit.

        Wagtail deletes it at once: if the transaction then rolls back, the document is left without its file.
        """
        replaced = self.original_file if commit and "file" in self.changed_data else None
        self.original_file = None
        document: SiteDocument = super().save(commit=commit)
        if replaced:
            storage, name = replaced.storage, replaced.name
            transaction.on_commit(lambda: storage.delete(name), robust=True)
        return document
