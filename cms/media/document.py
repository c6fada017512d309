"""Documents: files to download. A private original, and a public copy while something public mentions it."""

import hashlib
import secrets
from typing import Any

from django.db import models
from django.urls import reverse
from wagtail.documents.models import AbstractDocument

from cms.media import document_types
from cms.media.document_name import readable

PRIVATE_FOLDER = "documents"
PUBLIC_FOLDER = "files"


def private_name(document: "SiteDocument", filename: str) -> str:
    """A folder that nobody can guess and that never comes twice, so that the name tells one file from the next."""
    return f"{PRIVATE_FOLDER}/{secrets.token_hex(8)}/{readable(filename)}"


class SiteDocument(AbstractDocument):
    """A file as the editor uploaded it. The original is for the admin's people who may choose it."""

    file = models.FileField(
        "fil",
        upload_to=private_name,
        max_length=300,
        help_text="Besökaren laddar ner filen under det namn som den har här.",
    )
    digest = models.CharField(max_length=32, blank=True, default="", editable=False)
    """The first half of the content's SHA-256."""
    copied_as = models.CharField(max_length=300, blank=True, default="", editable=False)
    """The name of the copy in the public store; empty while the file is not public."""
    copied_from = models.CharField(max_length=300, blank=True, default="", editable=False)
    """The name of the original that the copy was made from; another one means that the copy is out of date."""

    admin_form_fields = ("title", "file", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        verbose_name = "dokument"
        verbose_name_plural = "dokument"

    def save(self, *args: Any, **kwargs: Any) -> None:
        # Only the file itself can tell: it is new as long as it is not in the store.
        if self.file and not self.file._committed:
            self._set_document_file_metadata()
        super().save(*args, **kwargs)

    def _set_document_file_metadata(self) -> None:
        """Wagtail calls it where a form brings a file, with the file not stored yet."""
        super()._set_document_file_metadata()
        digest = hashlib.sha256()
        for chunk in self.file.chunks():
            digest.update(chunk)
        self.file.seek(0)
        self.digest = digest.hexdigest()[:32]

    def get_file_size(self) -> int | None:
        """Wagtail stores it when it is first asked for; reading must not write."""
        if self.file_size is not None:
            return self.file_size
        try:
            return int(self.file.size)
        except Exception:  # each store has its own
            return None

    @property
    def public_name(self) -> str:
        """Where the copy lies in the public store: the same content under the same name always has the same place."""
        return f"{PUBLIC_FOLDER}/{self.digest[:2]}/{self.digest}/{self.filename}"

    @property
    def content_type(self) -> str:
        return document_types.content_type(self.filename)

    @property
    def content_disposition(self) -> str:
        return "attachment"

    @property
    def url(self) -> str:
        """Where the admin's people open the original; see document_views.py."""
        return reverse("private_document", args=[self.pk, self.filename])
