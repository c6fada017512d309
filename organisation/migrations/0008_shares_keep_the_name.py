"""A share keeps what its unit was called when the seats were shared out; for older ones, what it is called today."""

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def name(apps, schema_editor):
    names = apps.get_model("organisation", "Unit").objects.filter(pk=OuterRef("unit")).values("name")
    apps.get_model("organisation", "AllocationShare").objects.update(name=Subquery(names))


class Migration(migrations.Migration):
    dependencies = [
        ("organisation", "0007_publishers_in_the_register"),
    ]

    operations = [
        migrations.AddField(
            model_name="allocationshare",
            name="name",
            field=models.CharField(default="", editable=False, max_length=120),
        ),
        migrations.RunPython(name, migrations.RunPython.noop),
    ]
