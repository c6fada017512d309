"""A path that was left is told as it was spelled: the change that left it has it."""

from django.db import migrations, models

from cms.pipeline.publish.paths import path_key


def spell(apps, schema_editor):
    PastPath, Change = apps.get_model("publish", "PastPath"), apps.get_model("publish", "Change")
    unknown = {(row.site_id, row.path_key): row for row in PastPath.objects.all()}
    for site, *paths in Change.objects.values_list("site", "path", "previous_path").iterator():
        for path in filter(None, paths):
            row = unknown.pop((site, path_key(path)), None)
            if row:
                row.path = path
                row.save(update_fields=["path"])
        if not unknown:
            break


class Migration(migrations.Migration):
    dependencies = [("publish", "0005_patrols")]

    operations = [
        migrations.AddField("pastpath", "path", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.RunPython(spell, migrations.RunPython.noop),
    ]
