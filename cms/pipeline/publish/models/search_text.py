"""SearchText: the words by which a page is found."""

from django.db import models

from cms.pipeline.publish.models.publication import Publication


class SearchText(models.Model):
    """One row per searchable publication, derived from its stored JSON; what indexes it stands in migration 0004.

    `scope` names the sites that show it, so that another site's pages cost a search nothing.
    """

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="search_text")
    title = models.TextField(blank=True)
    lead = models.TextField(blank=True)
    text = models.TextField(blank=True)
    scope = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.title
