"""Who answers for a site was written as text, which no withdrawn consent could reach; now it is a person.

A name that the unit's register lacks is entered there without a consent: kept, and not shown before the person has
said yes. Only a site without a unit has no register; its publisher is named here and is to be chosen anew.
"""

from django.db import migrations


def enter(apps, schema_editor):
    frontends = apps.get_model("sites", "Frontend").objects.exclude(responsible_publisher="")
    for frontend in frontends.order_by("pk"):
        name = frontend.responsible_publisher
        unit = apps.get_model("organisation", "Unit").objects.filter(frontend=frontend).first()
        if unit is None:
            print(f"\n  {frontend.slug} has no unit; its responsible publisher was {name}.")
            continue
        people = apps.get_model("organisation", "Person").objects
        who = people.filter(unit=unit, name=name).order_by("pk").first() or people.create(unit=unit, name=name)
        frontend.publisher = who.pk
        frontend.save(update_fields=["publisher"])


def write(apps, schema_editor):
    names = dict(apps.get_model("organisation", "Person").objects.values_list("pk", "name"))
    for frontend in apps.get_model("sites", "Frontend").objects.exclude(publisher=None):
        frontend.responsible_publisher = names.get(frontend.publisher, "")
        frontend.save(update_fields=["responsible_publisher"])


class Migration(migrations.Migration):
    dependencies = [
        ("sites", "0004_publisher"),
        ("organisation", "0006_embed_block"),
    ]

    operations = [migrations.RunPython(enter, write)]
