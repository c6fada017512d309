"""Placement: where a publication is seen."""

from django.db import models
from wagtail.models import Site

from cms.pipeline.publish.models.publication import Publication


def _index(name: str, *columns: str) -> models.Index:
    """Of a site's placements that have this in common, in the order of the last column."""
    return models.Index(fields=["site", *columns, "publication"], name=f"placement_{name}")


class Placement(models.Model):
    """One row per (site, publication): sort keys, filters, and the overlay that delivery splices in.

    A listing is an index scan over one site's placements; nothing public is read but through them. Which index serves
    which list stands in docs/decisions/0014-lists-and-indexes.md, and tests/api/test_plans.py asks for it.
    """

    # No index of the site's alone: longer ones begin with it.
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+", db_index=False)
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
            _index("shown", "kind", "language", "shown_at"),
            _index("shown_any", "kind", "shown_at"),  # in every language
            _index("type_shown", "type", "language", "shown_at"),
            _index("type_any", "type", "shown_at"),
            _index("whose", "type", "shared", "language", "shown_at"),
            _index("updated", "kind", "language", "updated_at"),
            _index("updated_any", "kind", "updated_at"),
            _index("tree", "kind", "tree_path"),
            _index("title", "type", "title_key"),
            _index("parent", "parent", "shown_at"),
            _index("parent_updated", "parent", "updated_at"),
            _index("parent_tree", "parent", "tree_path"),
            _index("parent_title", "parent", "title_key"),
        ]

    def __str__(self) -> str:
        return f"{self.publication_id} on {self.site_id}: {self.path}"


class PlacementTag(models.Model):
    """A tag of a placed page, beside what its lists are sorted and filtered by, so that they are index scans too."""

    # Neither has an index of its own: a longer one begins with it.
    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="tags", db_index=False)
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+", db_index=False)
    slug = models.CharField(max_length=100)
    name = models.CharField(max_length=100)
    # The placement's own, once more: no index holds columns of two tables.
    identity = models.UUIDField()
    language = models.CharField(max_length=12, blank=True)
    shown_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["placement", "slug"], name="one_tag_a_placement")]
        indexes = [
            models.Index(fields=["site", "slug", "language", "shown_at", "identity"], name="placementtag_shown"),
            models.Index(fields=["site", "slug", "shown_at", "identity"], name="placementtag_any"),
        ]

    def __str__(self) -> str:
        return self.slug

    @classmethod
    def of(cls, placement: Placement, slug: str, name: str) -> "PlacementTag":
        """The tag of this placement, with what it repeats of it; not stored yet."""
        return cls(
            placement=placement,
            site_id=placement.site_id,
            slug=slug,
            name=name,
            identity=placement.publication_id,
            language=placement.language,
            shown_at=placement.shown_at,
        )
