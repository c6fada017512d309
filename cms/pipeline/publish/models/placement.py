"""Placement: where a publication is seen."""

from django.db import models
from wagtail.models import Site

from cms.pipeline.publish.models.publication import Publication


class Placement(models.Model):
    """One row per (site, publication): sort keys, filters, and the overlay that delivery splices in.

    A listing is an index scan over one site's placements; nothing public is read but through them.
    """

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="placements")
    kind = models.CharField(max_length=16)
    type = models.CharField(max_length=32)
    language = models.CharField(max_length=12, blank=True)
    path = models.TextField(blank=True)
    path_key = models.CharField(max_length=36, null=True, blank=True)  # hash of the canonical path; see paths.py
    url = models.TextField(blank=True)
    parent = models.UUIDField(null=True, blank=True)
    tree_path = models.CharField(max_length=255, blank=True)
    title_key = models.BinaryField(default=b"")  # bytes that sort as Swedes sort; see collation.py
    shown_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    updated_at = models.DateTimeField(null=True, blank=True)
    pinned = models.BooleanField(default=False)
    shared = models.BooleanField(default=False)  # comes from another site
    noindex = models.BooleanField(default=False)  # not for search engines
    overlay = models.TextField(blank=True)  # members of the page and its card on this site, JSON without braces
    page_overlay = models.TextField(blank=True)  # further members, of the whole page only

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["site", "publication"], name="one_placement_a_site"),
            models.UniqueConstraint(fields=["site", "path_key"], name="one_placement_a_path"),
        ]
        indexes = [
            models.Index(fields=["site", "kind", "language", "shown_at", "publication"], name="placement_shown"),
            models.Index(fields=["site", "type", "language", "shown_at", "publication"], name="placement_type_shown"),
            models.Index(fields=["site", "kind", "language", "updated_at", "publication"], name="placement_updated"),
            models.Index(fields=["site", "parent", "shown_at", "publication"], name="placement_parent"),
            models.Index(fields=["site", "tree_path"], name="placement_tree"),
            models.Index(fields=["site", "type", "title_key", "publication"], name="placement_title"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} on {self.site_id}: {self.path}"


class PlacementTag(models.Model):
    """A tag of a placed page, beside the sort key, so that a tag's listing is an index scan too."""

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="tags")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    slug = models.CharField(max_length=100)
    name = models.CharField(max_length=100)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["placement", "slug"], name="one_tag_a_placement")]
        indexes = [models.Index(fields=["site", "slug"], name="placementtag_slug")]

    def __str__(self) -> str:
        return self.slug
