"""Indexes for every list that the API has, and beside each tag what its lists are sorted by.

Three that Django made for foreign keys go: longer ones begin with the same columns.
"""

import uuid

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery

# What each index holds beside the site, in front of the publication.
NEW = {
    "shown_any": ["kind", "shown_at"],
    "type_any": ["type", "shown_at"],
    "whose": ["type", "shared", "language", "shown_at"],
    "updated_any": ["kind", "updated_at"],
    "tree": ["kind", "tree_path"],
    "parent_updated": ["parent", "updated_at"],
    "parent_tree": ["parent", "tree_path"],
    "parent_title": ["parent", "title_key"],
}


def fill(apps, schema_editor):
    Placement, PlacementTag = apps.get_model("publish", "Placement"), apps.get_model("publish", "PlacementTag")
    own = Placement.objects.filter(pk=OuterRef("placement"))
    columns = {"identity": "publication", "language": "language", "shown_at": "shown_at"}
    PlacementTag.objects.update(**{name: Subquery(own.values(column)) for name, column in columns.items()})


def foreign_key(to, related_name="+"):
    return models.ForeignKey(
        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name=related_name, to=to
    )


class Migration(migrations.Migration):
    dependencies = [("publish", "0007_quick_unpacking"), ("wagtailcore", "0098_apitoken")]

    operations = [
        migrations.AddField(
            "placementtag", "identity", models.UUIDField(default=uuid.UUID(int=0)), preserve_default=False
        ),
        migrations.AddField("placementtag", "language", models.CharField(blank=True, default="", max_length=12), False),
        migrations.AddField("placementtag", "shown_at", models.DateTimeField(blank=True, null=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.RemoveIndex("placementtag", "placementtag_slug"),
        migrations.RemoveIndex("placement", "placement_tree"),
        migrations.AlterField("placement", "site", foreign_key("wagtailcore.site")),
        migrations.AlterField("placementtag", "placement", foreign_key("publish.placement", "tags")),
        migrations.AlterField("placementtag", "site", foreign_key("wagtailcore.site")),
        *(
            migrations.AddIndex(
                "placement", models.Index(fields=["site", *columns, "publication"], name=f"placement_{name}")
            )
            for name, columns in NEW.items()
        ),
        migrations.AddIndex(
            "placementtag",
            models.Index(fields=["site", "slug", "language", "shown_at", "identity"], name="placementtag_shown"),
        ),
        migrations.AddIndex(
            "placementtag", models.Index(fields=["site", "slug", "shown_at", "identity"], name="placementtag_any")
        ),
    ]
