"""What editors do with documents, as rules for the law's stories."""

from django.core.files.base import ContentFile
from hypothesis.stateful import invariant, rule

from cms.media.document import SiteDocument
from cms.pipeline.publish.models import Placement
from tests.build import publish
from tests.media import documents
from tests.pipeline.story import PICK, Story

FEW = 4  # documents at once, so that the stories return to the same ones


class Papers(Story):
    """Mixed into the stories: documents are uploaded, mentioned, renamed, replaced and deleted."""

    def _document(self, number: int) -> SiteDocument | None:
        found = list(SiteDocument.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    @rule()
    def upload_a_document(self) -> None:
        if SiteDocument.objects.count() < FEW:
            name = self.title()
            documents.site_document(documents.pdf(name), name=f"{name}.pdf", title=self.title())

    @rule(which=PICK, where=PICK)
    def hand_out_a_document(self, which: int, where: int) -> None:
        document, page = self._document(which), self.content_page(where)
        if document is None or page is None or page.alias_of_id:
            return
        link = f'<p>Läs <a linktype="document" id="{document.pk}">den</a>.</p>'
        page.body = [("file", {"document": document, "title": ""}), ("paragraph", link)]
        if page.live:
            publish(page)
        else:
            page.save_revision()

    @rule(which=PICK)
    def rename_a_document(self, which: int) -> None:
        document = self._document(which)
        if document:
            document.title = self.title()
            document.save()

    @rule(which=PICK)
    def replace_a_document(self, which: int) -> None:
        document = self._document(which)
        if document:
            name = self.title()
            document.file = ContentFile(documents.pdf(name), name=f"{name}.pdf")
            document.save()

    @rule(which=PICK)
    def delete_a_document(self, which: int) -> None:
        document = self._document(which)
        if document:
            self.gone |= {document.title, document.filename.removesuffix(".pdf")}
            document.delete()

    @invariant()
    def a_document_is_public_only_where_a_live_page_may_show_it(self) -> None:
        """Not one more site carries a file than has a public page."""
        carried = set(Placement.objects.filter(kind="file").values_list("site_id", flat=True))
        living = set(Placement.objects.filter(kind="page").values_list("site_id", flat=True))
        assert carried <= living
