"""Pictures that were chosen as somebody's portrait before pictures knew of it."""

from django.db import migrations


def mark(apps, schema_editor):
    portraits = apps.get_model("organisation", "Person").objects.exclude(portrait=None).values("portrait")
    apps.get_model("media", "SiteImage").objects.filter(pk__in=portraits).update(is_portrait=True)


class Migration(migrations.Migration):
    dependencies = [
        ("media", "0005_portraits_and_owners"),
        ("organisation", "0004_blocks_of_the_body"),
    ]

    operations = [migrations.RunPython(mark, migrations.RunPython.noop)]
