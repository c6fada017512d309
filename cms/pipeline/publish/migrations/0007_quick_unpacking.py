"""PostgreSQL packs long texts; lz4, where the server has it, unpacks them several times as quickly as its default.

A list of twenty whole pages unpacks 330 kB at each reading: a third of what the database spends on it. What is stored
already stays as it is until it is rendered anew.
"""

from django.db import migrations

KNOWN = "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name = 'default_toast_compression'"
PACK = "ALTER TABLE publish_publication ALTER COLUMN {} SET COMPRESSION lz4"
BESIDE = "ALTER TABLE publish_publication ALTER COLUMN card SET STORAGE MAIN"


def pack(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(BESIDE)  # a card is short: fetching it from elsewhere takes longer than unpacking it
        cursor.execute(KNOWN)
        if not any(row[0] for row in cursor.fetchall()):
            return  # before PostgreSQL 14, or built without it
        for column in ("body", "card"):
            cursor.execute(PACK.format(column))


class Migration(migrations.Migration):
    dependencies = [("publish", "0006_paths_that_were_left")]

    operations = [migrations.RunPython(pack, migrations.RunPython.noop, elidable=False)]
