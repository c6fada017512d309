"""Wagtail calls the page above all start pages and the folder above all folders "Root", and editors read it."""

from django.db import migrations

WAGTAILS = "Root"
PAGE = COLLECTION = "Alla webbplatser"


def rename(apps, schema_editor):
    pages = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title=WAGTAILS)
    pages.update(title=PAGE, draft_title=PAGE)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=WAGTAILS).update(name=COLLECTION)


def name_as_before(apps, schema_editor):
    pages = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, title=PAGE)
    pages.update(title=WAGTAILS, draft_title=WAGTAILS)
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=COLLECTION).update(name=WAGTAILS)


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(rename, name_as_before)]
